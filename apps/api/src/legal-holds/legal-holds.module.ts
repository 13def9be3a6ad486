import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { LegalHoldsController } from './legal-holds.controller.ts'
import { LegalHoldsService } from './legal-holds.service.ts'

@Module({
  imports: [AuditModule],
  controllers: [LegalHoldsController],
  providers: [LegalHoldsService],
  exports: [LegalHoldsService],
})
export class LegalHoldsModule {}
