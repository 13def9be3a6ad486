import { Module } from '@nestjs/common'
import { ApiTokensModule } from '../api-tokens/api-tokens.module.ts'
import { AuditModule } from '../audit/audit.module.ts'
import { MailModule } from '../mail/mail.module.ts'
import { UsersModule } from '../users/users.module.ts'
import { PasswordResetsController } from './password-resets.controller.ts'
import { PasswordResetsService } from './password-resets.service.ts'

@Module({
  imports: [ApiTokensModule, AuditModule, MailModule, UsersModule],
  controllers: [PasswordResetsController],
  providers: [PasswordResetsService],
})
export class PasswordResetsModule {}
