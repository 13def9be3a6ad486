import { Module } from '@nestjs/common'
import { CandidatesModule } from '../candidates/candidates.module.ts'
import { CandidateTimelineController } from './candidate-timeline.controller.ts'
import { CandidateTimelineQueries } from './candidate-timeline.queries.ts'
import { CandidateTimelineService } from './candidate-timeline.service.ts'

@Module({
  imports: [CandidatesModule],
  controllers: [CandidateTimelineController],
  providers: [CandidateTimelineService, CandidateTimelineQueries],
})
export class CandidateTimelineModule {}
