import { Allow } from '@assay/access'
import { breakGlass, type BreakGlass, byId, scorecardsOfApplication } from '@assay/contracts'
import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import { Returns } from '../http/answers.ts'
import { ScorecardReadingService } from './scorecard-reading.service.ts'

@Controller('applications')
export class ApplicationScorecardsController {
  constructor(private readonly reading: ScorecardReadingService) {}

  @Get(':id/scorecards')
  @Allow('scorecards.read')
  @Returns(scorecardsOfApplication)
  list(@Param({ schema: byId }) { id }: { id: string }) {
    return this.reading.ofApplication(id)
  }

  @Post(':id/break-glass')
  @Allow('scorecards.break-glass')
  @Returns(scorecardsOfApplication)
  breakGlass(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: breakGlass }) { because }: BreakGlass,
  ) {
    return this.reading.breakGlass(id, because)
  }
}
