import { Allow, Asking, type Principal } from '@assay/access'
import { byId, comparison, comparisonQuery, type ComparisonQuery } from '@assay/contracts'
import { Controller, Get, Param, Query } from '@nestjs/common'
import { Returns } from '../http/answers.ts'
import { ComparisonsService } from './comparisons.service.ts'

@Controller('jobs')
export class ComparisonsController {
  constructor(private readonly comparisons: ComparisonsService) {}

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
}
