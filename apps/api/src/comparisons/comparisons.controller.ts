import { Allow, Asking, type Principal } from '@assay/access'
import {
  byId,
  comparison,
  comparisonQuery,
  type ComparisonQuery,
  switchFairScores,
  type SwitchFairScores,
} from '@assay/contracts'
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { Returns, ReturnsFile, ReturnsNothing } from '../http/answers.ts'
import { ComparisonExportsService } from './comparison-exports.service.ts'
import { FairScoresService } from './fair-scores.service.ts'
import { ComparisonsService } from './comparisons.service.ts'

@Controller('jobs')
export class ComparisonsController {
  constructor(
    private readonly comparisons: ComparisonsService,
    private readonly files: ComparisonExportsService,
    private readonly fairScores: FairScoresService,
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

  /** By an admin, or a hiring manager of the job. */
  @Post(':id/fair-scores')
  @Allow('fair-scores.switch')
  @ReturnsNothing()
  async switch(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: switchFairScores }) { fairScores }: SwitchFairScores,
    @Asking() asking: Principal,
  ) {
    await this.fairScores.switch(id, fairScores, asking)
  }
}
