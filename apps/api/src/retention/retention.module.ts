import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { CandidatesModule } from '../candidates/candidates.module.ts'
import { ErasuresModule } from '../erasures/erasures.module.ts'
import { RetentionController } from './retention.controller.ts'
import { RetentionQueries } from './retention.queries.ts'
import { RetentionRulesService } from './retention-rules.service.ts'
import { RetentionService } from './retention.service.ts'

@Module({
  imports: [AuditModule, CandidatesModule, ErasuresModule],
  controllers: [RetentionController],
  providers: [RetentionService, RetentionRulesService, RetentionQueries],
  exports: [RetentionService, RetentionRulesService],
})
export class RetentionModule {}
