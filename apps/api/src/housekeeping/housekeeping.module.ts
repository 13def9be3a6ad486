import { Module } from '@nestjs/common'
import { CandidateDocumentsModule } from '../candidate-documents/candidate-documents.module.ts'
import { CandidateImportsModule } from '../candidate-imports/candidate-imports.module.ts'
import { RetentionModule } from '../retention/retention.module.ts'
import { HousekeepingService } from './housekeeping.service.ts'

@Module({
  imports: [CandidateDocumentsModule, CandidateImportsModule, RetentionModule],
  providers: [HousekeepingService],
})
export class HousekeepingModule {}
