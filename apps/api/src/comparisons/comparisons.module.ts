import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { ComparisonsController } from './comparisons.controller.ts'
import { ComparisonsQueries } from './comparisons.queries.ts'
import { ComparisonsService } from './comparisons.service.ts'

@Module({
  imports: [AuditModule],
  controllers: [ComparisonsController],
  providers: [ComparisonsService, ComparisonsQueries],
})
export class ComparisonsModule {}
