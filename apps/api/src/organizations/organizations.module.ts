import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { OrganizationsController } from './organizations.controller.ts'
import { OrganizationsQueries } from './organizations.queries.ts'
import { OrganizationsService } from './organizations.service.ts'

@Module({
  imports: [AuditModule],
  controllers: [OrganizationsController],
  providers: [OrganizationsService, OrganizationsQueries],
  exports: [OrganizationsService],
})
export class OrganizationsModule {}
