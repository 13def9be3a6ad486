import { Module } from '@nestjs/common'
import { ApplicationsModule } from '../applications/applications.module.ts'
import { AuditModule } from '../audit/audit.module.ts'
import { CandidateDocumentsModule } from '../candidate-documents/candidate-documents.module.ts'
import { CandidatesModule } from '../candidates/candidates.module.ts'
import { CustomFieldsModule } from '../custom-fields/custom-fields.module.ts'
import { ExportsModule } from '../exports/exports.module.ts'
import { FilesModule } from '../files/files.module.ts'
import { JobsModule } from '../jobs/jobs.module.ts'
import { UsersModule } from '../users/users.module.ts'
import { CandidateImportsController } from './candidate-imports.controller.ts'
import { CandidateImportsQueries } from './candidate-imports.queries.ts'
import { CandidateImportsService } from './candidate-imports.service.ts'
import { ImportBatchesService } from './import-batches.service.ts'
import { ImportForgettingService } from './import-forgetting.service.ts'
import { ImportIntakeService } from './import-intake.service.ts'
import { ImportReportService } from './import-report.service.ts'
import { ImportRunnerService } from './import-runner.service.ts'
import { ImportViewsService } from './import-views.service.ts'
import { ReadingFactsService } from './reading-facts.service.ts'
import { RowJudgingService } from './row-judging.service.ts'

@Module({
  imports: [
    ApplicationsModule,
    AuditModule,
    CandidateDocumentsModule,
    CandidatesModule,
    CustomFieldsModule,
    ExportsModule,
    FilesModule,
    JobsModule,
    UsersModule,
  ],
  controllers: [CandidateImportsController],
  providers: [
    CandidateImportsService,
    CandidateImportsQueries,
    ImportBatchesService,
    ImportForgettingService,
    ImportIntakeService,
    ImportReportService,
    ImportRunnerService,
    ImportViewsService,
    ReadingFactsService,
    RowJudgingService,
  ],
  exports: [ImportForgettingService],
})
export class CandidateImportsModule {}
