import { Allow, Asking, type Principal } from '@assay/access'
import {
  askForFit,
  type AskForFit,
  byId,
  type ListQuery,
  measurementFit,
  measurementFitList,
} from '@assay/contracts'
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { Returns, ReturnsPage } from '../http/answers.ts'
import type { FitFilter } from './measurement-fits.queries.ts'
import { MeasurementFitsService } from './measurement-fits.service.ts'

@Controller('measurement-fits')
export class MeasurementFitsController {
  constructor(private readonly fits: MeasurementFitsService) {}

  @Get()
  @Allow('comparisons.read')
  @ReturnsPage(measurementFit, 'measurement-fits')
  list(
    @Query({ schema: measurementFitList }) query: ListQuery<string, FitFilter>,
    @Asking() asking: Principal,
  ) {
    return this.fits.list(query, asking)
  }

  @Get(':id')
  @Allow('comparisons.read')
  @Returns(measurementFit)
  get(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.fits.get(id, asking)
  }

  @Post()
  @Allow('comparisons.read')
  @Returns(measurementFit, 202)
  ask(@Body({ schema: askForFit }) { jobId }: AskForFit, @Asking() asking: Principal) {
    return this.fits.ask(jobId, asking)
  }
}
