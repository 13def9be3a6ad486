import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { CandidatesModule } from '../candidates/candidates.module.ts'
import { DocumentsModule } from '../documents/documents.module.ts'
import { InterviewsModule } from '../interviews/interviews.module.ts'
import { NoticesModule } from '../notices/notices.module.ts'
import { ApplicationScorecardsController } from './application-scorecards.controller.ts'
import { DraftSavesService } from './draft-saves.service.ts'
import { GlassBreaksQueries } from './glass-breaks.queries.ts'
import { GlassBreaksService } from './glass-breaks.service.ts'
import { KitOutlinesService } from './kit-outlines.service.ts'
import { ReopeningNoticesService } from './reopening-notices.service.ts'
import { ReopeningsController } from './reopenings.controller.ts'
import { ReopeningsQueries } from './reopenings.queries.ts'
import { ReopeningsService } from './reopenings.service.ts'
import { ScorecardDocumentsService } from './scorecard-documents.service.ts'
import { ScorecardReadingQueries } from './scorecard-reading.queries.ts'
import { ScorecardReadingService } from './scorecard-reading.service.ts'
import { ScorecardReleaseService } from './scorecard-release.service.ts'
import { ScorecardStepsService } from './scorecard-steps.service.ts'
import { ScorecardsController } from './scorecards.controller.ts'
import { ScorecardsQueries } from './scorecards.queries.ts'
import { ScorecardsService } from './scorecards.service.ts'

@Module({
  imports: [AuditModule, CandidatesModule, DocumentsModule, InterviewsModule, NoticesModule],
  controllers: [ScorecardsController, ApplicationScorecardsController, ReopeningsController],
  providers: [
    DraftSavesService,
    ScorecardsService,
    ScorecardStepsService,
    ScorecardReadingService,
    ScorecardReleaseService,
    ScorecardDocumentsService,
    GlassBreaksService,
    ReopeningsService,
    ReopeningNoticesService,
    ReopeningsQueries,
    GlassBreaksQueries,
    KitOutlinesService,
    ScorecardsQueries,
    ScorecardReadingQueries,
  ],
  exports: [ScorecardReadingService, ScorecardDocumentsService],
})
export class ScorecardsModule {}
