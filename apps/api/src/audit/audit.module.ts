import { Module } from '@nestjs/common'
import { AuditController } from './audit.controller.ts'
import { AuditQueries } from './audit.queries.ts'
import { AuditReadingService } from './audit-reading.service.ts'
import { AuditService } from './audit.service.ts'
import { HeadJournal } from './head-journal.ts'
import { ReadsAudit } from './reads-audit.service.ts'

@Module({
  controllers: [AuditController],
  providers: [AuditQueries, AuditReadingService, AuditService, HeadJournal, ReadsAudit],
  exports: [AuditService, AuditReadingService, ReadsAudit],
})
export class AuditModule {}
