import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { DocumentsModule } from '../documents/documents.module.ts'
import { QuestionBankModule } from '../question-bank/question-bank.module.ts'
import { BuiltInKitsService } from './built-in-kits.service.ts'
import { InterviewTemplateVersionsController } from './interview-template-versions.controller.ts'
import { InterviewTemplateVersionsQueries } from './interview-template-versions.queries.ts'
import { InterviewTemplateVersionsService } from './interview-template-versions.service.ts'
import { InterviewTemplatesController } from './interview-templates.controller.ts'
import { InterviewTemplatesService } from './interview-templates.service.ts'
import { TemplateImportsService } from './template-imports.service.ts'
import { VersionDocumentsService } from './version-documents.service.ts'
import { VersionReadingService } from './version-reading.service.ts'
import { VersionStepsService } from './version-steps.service.ts'
import { VersionUsesService } from './version-uses.service.ts'

@Module({
  imports: [AuditModule, DocumentsModule, QuestionBankModule],
  controllers: [InterviewTemplatesController, InterviewTemplateVersionsController],
  providers: [
    BuiltInKitsService,
    InterviewTemplatesService,
    InterviewTemplateVersionsService,
    InterviewTemplateVersionsQueries,
    TemplateImportsService,
    VersionDocumentsService,
    VersionReadingService,
    VersionStepsService,
    VersionUsesService,
  ],
  exports: [BuiltInKitsService, InterviewTemplatesService, InterviewTemplateVersionsService],
})
export class InterviewTemplatesModule {}
