import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { QuestionBankModule } from '../question-bank/question-bank.module.ts'
import { OrganizationsController } from './organizations.controller.ts'
import { OrganizationsQueries } from './organizations.queries.ts'
import { OrganizationsService } from './organizations.service.ts'

@Module({
  imports: [AuditModule, QuestionBankModule],
  controllers: [OrganizationsController],
  providers: [OrganizationsService, OrganizationsQueries],
  exports: [OrganizationsService],
})
export class OrganizationsModule {}
