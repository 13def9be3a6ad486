import { Module } from '@nestjs/common'
import { ApplicationsModule } from '../applications/applications.module.ts'
import { AuditModule } from '../audit/audit.module.ts'
import { CandidatesModule } from '../candidates/candidates.module.ts'
import { CustomFieldsModule } from '../custom-fields/custom-fields.module.ts'
import { InterviewTemplatesModule } from '../interview-templates/interview-templates.module.ts'
import { InterviewsModule } from '../interviews/interviews.module.ts'
import { JobsModule } from '../jobs/jobs.module.ts'
import { NoticesModule } from '../notices/notices.module.ts'
import { QuestionBankModule } from '../question-bank/question-bank.module.ts'
import { RejectionReasonsModule } from '../rejection-reasons/rejection-reasons.module.ts'
import { SavedViewsModule } from '../saved-views/saved-views.module.ts'
import { UsersModule } from '../users/users.module.ts'
import { BankExportsController } from './bank-exports.controller.ts'
import { ExportsController } from './exports.controller.ts'
import { OrganizationExportsController } from './organization-exports.controller.ts'
import { ExportsService } from './exports.service.ts'

@Module({
  imports: [
    ApplicationsModule,
    AuditModule,
    CandidatesModule,
    CustomFieldsModule,
    InterviewTemplatesModule,
    InterviewsModule,
    JobsModule,
    NoticesModule,
    QuestionBankModule,
    RejectionReasonsModule,
    SavedViewsModule,
    UsersModule,
  ],
  controllers: [ExportsController, BankExportsController, OrganizationExportsController],
  providers: [ExportsService],
  exports: [ExportsService],
})
export class ExportsModule {}
