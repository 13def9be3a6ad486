import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { MailModule } from '../mail/mail.module.ts'
import { NoticesModule } from '../notices/notices.module.ts'
import { ChasingMailsService } from './chasing-mails.service.ts'
import { ChasingQueries } from './chasing.queries.ts'
import { ChasingService } from './chasing.service.ts'
import { SnoozesController } from './snoozes.controller.ts'
import { SnoozesService } from './snoozes.service.ts'

@Module({
  imports: [AuditModule, MailModule, NoticesModule],
  controllers: [SnoozesController],
  providers: [ChasingService, ChasingQueries, ChasingMailsService, SnoozesService],
})
export class ChasingModule {}
