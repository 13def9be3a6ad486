import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { CandidateDocumentsModule } from '../candidate-documents/candidate-documents.module.ts'
import { CandidateImportsModule } from '../candidate-imports/candidate-imports.module.ts'
import { CandidatesModule } from '../candidates/candidates.module.ts'
import { ErasureJournalService } from './erasure-journal.service.ts'
import { ErasureReplayService } from './erasure-replay.service.ts'
import { ErasuresController } from './erasures.controller.ts'
import { ErasuresQueries } from './erasures.queries.ts'
import { ErasuresService } from './erasures.service.ts'
import { RedactionService } from './redaction.service.ts'
import { StoredWordsService } from './stored-words.service.ts'

@Module({
  imports: [AuditModule, CandidatesModule, CandidateDocumentsModule, CandidateImportsModule],
  controllers: [ErasuresController],
  providers: [
    ErasuresService,
    ErasuresQueries,
    RedactionService,
    StoredWordsService,
    ErasureJournalService,
    ErasureReplayService,
  ],
  exports: [ErasuresService, ErasureJournalService, ErasureReplayService],
})
export class ErasuresModule {}
