import { Allow, Asking, type Principal } from '@assay/access'
import { byId, comparison, comparisonQuery, type ComparisonQuery } from '@assay/contracts'
import { Controller, Get, Param, Query } from '@nestjs/common'
import { Returns, ReturnsFile } from '../http/answers.ts'
import { ComparisonExportsService } from './comparison-exports.service.ts'
import { ComparisonsService } from './comparisons.service.ts'

@Controller('jobs')
export class ComparisonsController {
  constructor(
    private readonly comparisons: ComparisonsService,
    private readonly files: ComparisonExportsService,
  ) {}

  @Get(':id/comparison')
  @Allow('comparisons.read')
  @Returns(comparison)
  compare(
    @Param({ schema: byId }) { id }: { id: string },
    @Query({ schema: comparisonQuery }) { applicationIds }: ComparisonQuery,
    @Asking() asking: Principal,
  ) {
    return this.comparisons.compare(id, applicationIds, asking)
  }

  @Get(':id/comparison.csv')
  @Allow('comparisons.read')
  @ReturnsFile('text/csv')
  csv(
    @Param({ schema: byId }) { id }: { id: string },
    @Query({ schema: comparisonQuery }) { applicationIds }: ComparisonQuery,
    @Asking() asking: Principal,
  ) {
    return this.files.csv(id, applicationIds, asking)
  }
}
