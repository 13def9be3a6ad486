import { Module } from '@nestjs/common'
import { CalibrationController } from './calibration.controller.ts'
import { CalibrationQueries } from './calibration.queries.ts'
import { CalibrationService } from './calibration.service.ts'
import { FitRunnerService } from './fit-runner.service.ts'
import { FitVerificationService } from './fit-verification.service.ts'
import { FitWorkQueries } from './fit-work.queries.ts'
import { MeasurementFitsController } from './measurement-fits.controller.ts'
import { MeasurementFitsQueries } from './measurement-fits.queries.ts'
import { MeasurementFitsService } from './measurement-fits.service.ts'

@Module({
  controllers: [MeasurementFitsController, CalibrationController],
  providers: [
    MeasurementFitsService,
    CalibrationService,
    CalibrationQueries,
    MeasurementFitsQueries,
    FitRunnerService,
    FitWorkQueries,
    FitVerificationService,
  ],
})
export class CalibrationModule {}
