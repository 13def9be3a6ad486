import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { MailModule } from '../mail/mail.module.ts'
import { OrganizationsModule } from '../organizations/organizations.module.ts'
import { UsersModule } from '../users/users.module.ts'
import { InvitationsController } from './invitations.controller.ts'
import { InvitationsService } from './invitations.service.ts'

@Module({
  imports: [AuditModule, MailModule, OrganizationsModule, UsersModule],
  controllers: [InvitationsController],
  providers: [InvitationsService],
  exports: [InvitationsService],
})
export class InvitationsModule {}
