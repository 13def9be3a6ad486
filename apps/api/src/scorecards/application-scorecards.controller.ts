import { Allow } from '@assay/access'
import { breakGlass, type BreakGlass, byId, scorecardsOfApplication } from '@assay/contracts'
import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import { Returns } from '../http/answers.ts'
import { GlassBreaksService } from './glass-breaks.service.ts'
import { ScorecardReadingService } from './scorecard-reading.service.ts'

@Controller('applications')
export class ApplicationScorecardsController {
  constructor(
    private readonly reading: ScorecardReadingService,
    private readonly glass: GlassBreaksService,
  ) {}

  @Get(':id/scorecards')
  @Allow('scorecards.read')
  @Returns(scorecardsOfApplication)
  list(@Param({ schema: byId }) { id }: { id: string }) {
    return this.reading.ofApplication(id)
  }

  @Post(':id/break-glass')
  @Allow('scorecards.break-glass')
  @Returns(scorecardsOfApplication)
  async breakGlass(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: breakGlass }) { because }: BreakGlass,
  ) {
    await this.glass.break(id, because)
    return this.reading.ofApplication(id)
  }
}
