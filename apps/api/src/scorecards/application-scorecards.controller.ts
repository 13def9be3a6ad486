import { Allow } from '@assay/access'
import {
  breakGlass,
  type BreakGlass,
  byId,
  scorecardsOfApplication,
  scorecardsPdf,
  type ScorecardsPdf,
} from '@assay/contracts'
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { Returns, ReturnsFile } from '../http/answers.ts'
import { GlassBreaksService } from './glass-breaks.service.ts'
import { ScorecardDocumentsService } from './scorecard-documents.service.ts'
import { ScorecardReadingService } from './scorecard-reading.service.ts'

@Controller('applications')
export class ApplicationScorecardsController {
  constructor(
    private readonly reading: ScorecardReadingService,
    private readonly documents: ScorecardDocumentsService,
    private readonly glass: GlassBreaksService,
  ) {}

  @Get(':id/scorecards')
  @Allow('scorecards.read')
  @Returns(scorecardsOfApplication)
  list(@Param({ schema: byId }) { id }: { id: string }) {
    return this.reading.ofApplication(id)
  }

  @Get(':id/scorecards.pdf')
  @Allow('scorecards.read')
  @ReturnsFile('application/pdf')
  print(
    @Param({ schema: byId }) { id }: { id: string },
    @Query({ schema: scorecardsPdf }) { withhold }: ScorecardsPdf,
  ) {
    return this.documents.ofApplication(id, withhold)
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
