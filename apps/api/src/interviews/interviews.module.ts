import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { CandidateDocumentsModule } from '../candidate-documents/candidate-documents.module.ts'
import { BlankScorecardsModule } from '../scorecards/blank-scorecards.module.ts'
import { MailModule } from '../mail/mail.module.ts'
import { NoticesModule } from '../notices/notices.module.ts'
import { InterviewNoticesService } from './interview-notices.service.ts'
import { InterviewsController } from './interviews.controller.ts'
import { InterviewsQueries } from './interviews.queries.ts'
import { InterviewsService } from './interviews.service.ts'
import { MyInterviewsController } from './my-interviews.controller.ts'
import { PanelsService } from './panels.service.ts'

@Module({
  imports: [AuditModule, BlankScorecardsModule, CandidateDocumentsModule, MailModule, NoticesModule],
  controllers: [InterviewsController, MyInterviewsController],
  providers: [InterviewsService, InterviewsQueries, PanelsService, InterviewNoticesService],
  exports: [InterviewsService],
})
export class InterviewsModule {}
