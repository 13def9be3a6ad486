import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { CandidatesModule } from '../candidates/candidates.module.ts'
import { ExportsModule } from '../exports/exports.module.ts'
import { ComparisonExportsService } from './comparison-exports.service.ts'
import { ComparisonFitsQueries } from './comparison-fits.queries.ts'
import { ComparisonsController } from './comparisons.controller.ts'
import { ComparisonsQueries } from './comparisons.queries.ts'
import { ComparisonsService } from './comparisons.service.ts'
import { FairScoresService } from './fair-scores.service.ts'

@Module({
  imports: [AuditModule, CandidatesModule, ExportsModule],
  controllers: [ComparisonsController],
  providers: [
    ComparisonsService,
    ComparisonExportsService,
    ComparisonsQueries,
    ComparisonFitsQueries,
    FairScoresService,
  ],
})
export class ComparisonsModule {}
