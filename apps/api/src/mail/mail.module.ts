import { Module } from '@nestjs/common'
import { MailService } from './mail.service.ts'
import { OutboxService } from './outbox.service.ts'

@Module({ providers: [MailService, OutboxService], exports: [MailService, OutboxService] })
export class MailModule {}
