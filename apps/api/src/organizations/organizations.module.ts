import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { InterviewTemplatesModule } from '../interview-templates/interview-templates.module.ts'
import { QuestionBankModule } from '../question-bank/question-bank.module.ts'
import { RejectionReasonsModule } from '../rejection-reasons/rejection-reasons.module.ts'
import { BuiltInEditionService } from './built-in-edition.service.ts'
import { OrganizationsController } from './organizations.controller.ts'
import { OrganizationsQueries } from './organizations.queries.ts'
import { OrganizationsService } from './organizations.service.ts'

@Module({
  imports: [AuditModule, QuestionBankModule, InterviewTemplatesModule, RejectionReasonsModule],
  controllers: [OrganizationsController],
  providers: [BuiltInEditionService, OrganizationsService, OrganizationsQueries],
  exports: [OrganizationsService],
})
export class OrganizationsModule {}
