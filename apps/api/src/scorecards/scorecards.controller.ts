import { Allow, Asking, type Principal } from '@assay/access'
import {
  amendScorecard,
  type AmendScorecard,
  askToReopen,
  type AskToReopen,
  byId,
  interviewRoom,
  savedScorecard,
  saveScorecard,
  type SaveScorecard,
  scorecard,
  scorecardsPdf,
  type ScorecardsPdf,
} from '@assay/contracts'
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common'
import { Returns, ReturnsFile } from '../http/answers.ts'
import { IfMatch } from '../http/if-match.ts'
import { ReopeningsService } from './reopenings.service.ts'
import { ScorecardDocumentsService } from './scorecard-documents.service.ts'
import { ScorecardReadingService } from './scorecard-reading.service.ts'
import { ScorecardStepsService } from './scorecard-steps.service.ts'
import { ScorecardsService } from './scorecards.service.ts'

@Controller('scorecards')
export class ScorecardsController {
  constructor(
    private readonly scorecards: ScorecardsService,
    private readonly steps: ScorecardStepsService,
    private readonly reading: ScorecardReadingService,
    private readonly documents: ScorecardDocumentsService,
    private readonly reopenings: ReopeningsService,
  ) {}

  /** A submitted one, as others read it. */
  @Get(':id')
  @Allow('scorecards.read')
  @Returns(scorecard)
  get(@Param({ schema: byId }) { id }: { id: string }) {
    return this.reading.get(id)
  }

  @Get(':id/scorecard.pdf')
  @Allow('scorecards.read')
  @ReturnsFile('application/pdf')
  print(
    @Param({ schema: byId }) { id }: { id: string },
    @Query({ schema: scorecardsPdf }) { withhold }: ScorecardsPdf,
  ) {
    return this.documents.one(id, withhold)
  }

  /** The author's own, with everything that they need beside it. */
  @Get(':id/room')
  @Allow('scorecards.write')
  @Returns(interviewRoom)
  room(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.scorecards.room(id, asking)
  }

  @Patch(':id')
  @Allow('scorecards.write')
  @Returns(savedScorecard)
  save(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: saveScorecard }) change: SaveScorecard,
    @IfMatch() seen: number,
  ) {
    return this.scorecards.save(id, change, seen)
  }

  @Post(':id/submit')
  @Allow('scorecards.write')
  @Returns(interviewRoom)
  submit(
    @Param({ schema: byId }) { id }: { id: string },
    @IfMatch() seen: number,
    @Asking() asking: Principal,
  ) {
    return this.steps.submit(id, seen, asking)
  }

  @Post(':id/recall')
  @Allow('scorecards.write')
  @Returns(interviewRoom)
  recall(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.steps.recall(id, asking)
  }

  @Post(':id/give-up-recall')
  @Allow('scorecards.write')
  @Returns(interviewRoom)
  giveUpRecall(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.steps.giveUpRecall(id, asking)
  }

  @Post(':id/amend')
  @Allow('scorecards.write')
  @Returns(interviewRoom)
  amend(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: amendScorecard }) { because }: AmendScorecard,
    @IfMatch() seen: number,
    @Asking() asking: Principal,
  ) {
    return this.steps.amend(id, because, seen, asking)
  }

  @Post(':id/reopenings')
  @Allow('scorecards.read')
  @Returns(scorecard)
  askToReopen(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: askToReopen }) { because }: AskToReopen,
  ) {
    return this.reopenings.ask(id, because)
  }

  @Post(':id/hand-over')
  @Allow('scorecards.write')
  @Returns(interviewRoom)
  handOver(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.steps.handOver(id, asking)
  }
}
