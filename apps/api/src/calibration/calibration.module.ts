import { Module } from '@nestjs/common'
import { FitRunnerService } from './fit-runner.service.ts'
import { FitWorkQueries } from './fit-work.queries.ts'
import { MeasurementFitsController } from './measurement-fits.controller.ts'
import { MeasurementFitsQueries } from './measurement-fits.queries.ts'
import { MeasurementFitsService } from './measurement-fits.service.ts'

@Module({
  controllers: [MeasurementFitsController],
  providers: [MeasurementFitsService, MeasurementFitsQueries, FitRunnerService, FitWorkQueries],
})
export class CalibrationModule {}
