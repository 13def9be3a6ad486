import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { CandidatesModule } from '../candidates/candidates.module.ts'
import { FilesModule } from '../files/files.module.ts'
import { CandidateDocumentsController } from './candidate-documents.controller.ts'
import { CandidateDocumentsQueries } from './candidate-documents.queries.ts'
import { CandidateDocumentsService } from './candidate-documents.service.ts'
import { DocumentErasureService } from './document-erasure.service.ts'
import { DocumentIntakeService } from './document-intake.service.ts'
import { DocumentReadingService } from './document-reading.service.ts'
import { DocumentSuggestionsService } from './document-suggestions.service.ts'
import { DocumentSweepService } from './document-sweep.service.ts'

@Module({
  imports: [AuditModule, CandidatesModule, FilesModule],
  controllers: [CandidateDocumentsController],
  providers: [
    CandidateDocumentsService,
    CandidateDocumentsQueries,
    DocumentErasureService,
    DocumentIntakeService,
    DocumentReadingService,
    DocumentSuggestionsService,
    DocumentSweepService,
  ],
  exports: [CandidateDocumentsService, DocumentErasureService, DocumentSweepService],
})
export class CandidateDocumentsModule {}
