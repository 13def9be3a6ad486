import { Module } from '@nestjs/common'
import { CandidateDocumentsModule } from '../candidate-documents/candidate-documents.module.ts'
import { HousekeepingService } from './housekeeping.service.ts'

@Module({ imports: [CandidateDocumentsModule], providers: [HousekeepingService] })
export class HousekeepingModule {}
