import { Allow } from '@assay/access'
import {
  byId,
  castVote,
  type CastVote,
  debrief,
  writeDebriefNotes,
  type WriteDebriefNotes,
} from '@assay/contracts'
import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common'
import { Returns } from '../http/answers.ts'
import { IfMatch } from '../http/if-match.ts'
import { DebriefsService } from './debriefs.service.ts'

@Controller()
export class DebriefsController {
  constructor(private readonly debriefs: DebriefsService) {}

  @Get('applications/:id/debrief')
  @Allow('debriefs.take-part')
  @Returns(debrief)
  get(@Param({ schema: byId }) { id }: { id: string }) {
    return this.debriefs.ofApplication(id)
  }

  @Patch('debriefs/:id')
  @Allow('debriefs.take-part')
  @Returns(debrief)
  write(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: writeDebriefNotes }) { notes }: WriteDebriefNotes,
    @IfMatch() seen: number,
  ) {
    return this.debriefs.write(id, notes, seen)
  }

  @Post('debriefs/:id/votes')
  @Allow('debriefs.take-part')
  @Returns(debrief, 201)
  vote(@Param({ schema: byId }) { id }: { id: string }, @Body({ schema: castVote }) vote: CastVote) {
    return this.debriefs.vote(id, vote)
  }

  @Post('debriefs/:id/begin-talking')
  @Allow('debriefs.lead')
  @Returns(debrief)
  beginTalking(@Param({ schema: byId }) { id }: { id: string }) {
    return this.debriefs.beginTalking(id)
  }

  @Post('debriefs/:id/close')
  @Allow('debriefs.lead')
  @Returns(debrief)
  close(@Param({ schema: byId }) { id }: { id: string }) {
    return this.debriefs.close(id)
  }

  @Post('debriefs/:id/reopen')
  @Allow('debriefs.lead')
  @Returns(debrief)
  reopen(@Param({ schema: byId }) { id }: { id: string }) {
    return this.debriefs.reopen(id)
  }
}
