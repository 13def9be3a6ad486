import { Allow } from '@assay/access'
import { calibration, ownCalibration } from '@assay/contracts'
import { Controller, Get } from '@nestjs/common'
import { Returns } from '../http/answers.ts'
import { CalibrationService } from './calibration.service.ts'

@Controller('calibration')
export class CalibrationController {
  constructor(private readonly calibrations: CalibrationService) {}

  @Get()
  @Allow('calibration.read')
  @Returns(calibration)
  all() {
    return this.calibrations.all()
  }

  @Get('me')
  @Allow('calibration.own')
  @Returns(ownCalibration)
  own() {
    return this.calibrations.own()
  }
}
