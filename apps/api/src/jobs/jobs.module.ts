import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { JobPartsService } from './job-parts.service.ts'
import { JobsController } from './jobs.controller.ts'
import { JobsQueries } from './jobs.queries.ts'
import { JobsService } from './jobs.service.ts'

@Module({
  imports: [AuditModule],
  controllers: [JobsController],
  providers: [JobsService, JobsQueries, JobPartsService],
  exports: [JobsService],
})
export class JobsModule {}
