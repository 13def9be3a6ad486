import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { RejectionReasonsController } from './rejection-reasons.controller.ts'
import { RejectionReasonsService } from './rejection-reasons.service.ts'

@Module({
  imports: [AuditModule],
  controllers: [RejectionReasonsController],
  providers: [RejectionReasonsService],
  exports: [RejectionReasonsService],
})
export class RejectionReasonsModule {}
