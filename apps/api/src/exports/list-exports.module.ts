import { Module } from '@nestjs/common'
import { ApplicationsModule } from '../applications/applications.module.ts'
import { AuditModule } from '../audit/audit.module.ts'
import { CandidatesModule } from '../candidates/candidates.module.ts'
import { CustomFieldsModule } from '../custom-fields/custom-fields.module.ts'
import { ErasuresModule } from '../erasures/erasures.module.ts'
import { InterviewTemplatesModule } from '../interview-templates/interview-templates.module.ts'
import { InterviewsModule } from '../interviews/interviews.module.ts'
import { JobsModule } from '../jobs/jobs.module.ts'
import { LegalHoldsModule } from '../legal-holds/legal-holds.module.ts'
import { NoticesModule } from '../notices/notices.module.ts'
import { QuestionBankModule } from '../question-bank/question-bank.module.ts'
import { RejectionReasonsModule } from '../rejection-reasons/rejection-reasons.module.ts'
import { RetentionModule } from '../retention/retention.module.ts'
import { SavedViewsModule } from '../saved-views/saved-views.module.ts'
import { UsersModule } from '../users/users.module.ts'
import { BankExportsController } from './bank-exports.controller.ts'
import { ExportsController } from './exports.controller.ts'
import { KeepingExportsController } from './keeping-exports.controller.ts'
import { OrganizationExportsController } from './organization-exports.controller.ts'
import { ExportsModule } from './exports.module.ts'

/** The lists as files. */
@Module({
  imports: [
    ApplicationsModule,
    AuditModule,
    CandidatesModule,
    CustomFieldsModule,
    ErasuresModule,
    ExportsModule,
    InterviewTemplatesModule,
    InterviewsModule,
    JobsModule,
    LegalHoldsModule,
    NoticesModule,
    QuestionBankModule,
    RejectionReasonsModule,
    RetentionModule,
    SavedViewsModule,
    UsersModule,
  ],
  controllers: [
    ExportsController,
    BankExportsController,
    KeepingExportsController,
    OrganizationExportsController,
  ],
})
export class ListExportsModule {}
