import { Module } from '@nestjs/common'
import { ApplicationsModule } from '../applications/applications.module.ts'
import { AuditModule } from '../audit/audit.module.ts'
import { CandidatesModule } from '../candidates/candidates.module.ts'
import { DebriefsModule } from '../debriefs/debriefs.module.ts'
import { DocumentsModule } from '../documents/documents.module.ts'
import { MailModule } from '../mail/mail.module.ts'
import { NoticesModule } from '../notices/notices.module.ts'
import { ScorecardsModule } from '../scorecards/scorecards.module.ts'
import { ApplicationDecisionsController } from './application-decisions.controller.ts'
import { DecisionApprovalsService } from './decision-approvals.service.ts'
import { DecisionNoticesService } from './decision-notices.service.ts'
import { DecisionPacksService } from './decision-packs.service.ts'
import { DecisionReadingService } from './decision-reading.service.ts'
import { DecisionSnapshotsService } from './decision-snapshots.service.ts'
import { DecisionsController } from './decisions.controller.ts'
import { DecisionsQueries } from './decisions.queries.ts'
import { DecisionsService } from './decisions.service.ts'

@Module({
  imports: [
    ApplicationsModule,
    AuditModule,
    CandidatesModule,
    DebriefsModule,
    DocumentsModule,
    MailModule,
    NoticesModule,
    ScorecardsModule,
  ],
  controllers: [DecisionsController, ApplicationDecisionsController],
  providers: [
    DecisionsService,
    DecisionApprovalsService,
    DecisionReadingService,
    DecisionNoticesService,
    DecisionPacksService,
    DecisionSnapshotsService,
    DecisionsQueries,
  ],
})
export class DecisionsModule {}
