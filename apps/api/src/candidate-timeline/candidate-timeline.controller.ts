import { Allow, Asking, type Principal } from '@assay/access'
import {
  byId,
  candidateTimeline,
  candidateTimelineQuery,
  type CandidateTimelineQuery,
} from '@assay/contracts'
import { Controller, Get, Param, Query } from '@nestjs/common'
import { Returns } from '../http/answers.ts'
import { CandidateTimelineService } from './candidate-timeline.service.ts'

@Controller('candidates')
export class CandidateTimelineController {
  constructor(private readonly timelines: CandidateTimelineService) {}

  @Get(':id/timeline')
  @Allow('candidates.read')
  @Returns(candidateTimeline)
  page(
    @Param({ schema: byId }) { id }: { id: string },
    @Query({ schema: candidateTimelineQuery }) query: CandidateTimelineQuery,
    @Asking() asking: Principal,
  ) {
    return this.timelines.page(id, query, asking)
  }
}
