import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { InterviewsController } from './interviews.controller.ts'
import { InterviewsQueries } from './interviews.queries.ts'
import { InterviewsService } from './interviews.service.ts'
import { MyInterviewsController } from './my-interviews.controller.ts'
import { PanelsService } from './panels.service.ts'

@Module({
  imports: [AuditModule],
  controllers: [InterviewsController, MyInterviewsController],
  providers: [InterviewsService, InterviewsQueries, PanelsService],
  exports: [InterviewsService],
})
export class InterviewsModule {}
