import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'

@Module({
  imports: [AuditModule],
})
export class CandidatesModule {}
