import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { CustomFieldsModule } from '../custom-fields/custom-fields.module.ts'
import { CandidateKeysService } from './candidate-keys.service.ts'
import { CandidateMergeRowsService } from './candidate-merge-rows.service.ts'
import { CandidateMergesController } from './candidate-merges.controller.ts'
import { CandidateMergesService } from './candidate-merges.service.ts'
import { CandidatePartsService } from './candidate-parts.service.ts'
import { CandidateSearchService } from './candidate-search.service.ts'
import { CandidateVocabularyQueries } from './candidate-vocabulary.queries.ts'
import { CandidatesController } from './candidates.controller.ts'
import { CandidatesQueries } from './candidates.queries.ts'
import { CandidatesService } from './candidates.service.ts'
import { LikelyDuplicatesQueries } from './likely-duplicates.queries.ts'

@Module({
  imports: [AuditModule, CustomFieldsModule],
  controllers: [CandidatesController, CandidateMergesController],
  providers: [
    CandidatesService,
    CandidatesQueries,
    LikelyDuplicatesQueries,
    CandidateVocabularyQueries,
    CandidatePartsService,
    CandidateSearchService,
    CandidateKeysService,
    CandidateMergesService,
    CandidateMergeRowsService,
  ],
  exports: [CandidatesService, CandidateSearchService, CandidateKeysService, CandidateMergesService],
})
export class CandidatesModule {}
