import { Module } from '@nestjs/common'
import { MailModule } from '../mail/mail.module.ts'
import { OrganizationsModule } from '../organizations/organizations.module.ts'
import { SessionsModule } from '../sessions/sessions.module.ts'
import { UsersModule } from '../users/users.module.ts'
import { SetupController } from './setup.controller.ts'
import { SetupService } from './setup.service.ts'

@Module({
  imports: [MailModule, OrganizationsModule, SessionsModule, UsersModule],
  controllers: [SetupController],
  providers: [SetupService],
  exports: [SetupService],
})
export class SetupModule {}
