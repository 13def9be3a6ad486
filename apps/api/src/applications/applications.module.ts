import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { CandidatesModule } from '../candidates/candidates.module.ts'
import { JobsModule } from '../jobs/jobs.module.ts'
import { ApplicationChangeSetsController } from './application-change-sets.controller.ts'
import { ApplicationCommandsQueries } from './application-commands.queries.ts'
import { ApplicationCommandsService } from './application-commands.service.ts'
import { ApplicationsController } from './applications.controller.ts'
import { ApplicationsQueries } from './applications.queries.ts'
import { ApplicationsService } from './applications.service.ts'
import { BoardsController } from './boards.controller.ts'

@Module({
  imports: [AuditModule, CandidatesModule, JobsModule],
  controllers: [ApplicationsController, ApplicationChangeSetsController, BoardsController],
  providers: [
    ApplicationsService,
    ApplicationCommandsService,
    ApplicationsQueries,
    ApplicationCommandsQueries,
  ],
  exports: [ApplicationsService, ApplicationCommandsService],
})
export class ApplicationsModule {}
