import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { CandidatesModule } from '../candidates/candidates.module.ts'
import { ScorecardsModule } from '../scorecards/scorecards.module.ts'
import { DebriefReadingService } from './debrief-reading.service.ts'
import { DebriefsController } from './debriefs.controller.ts'
import { DebriefsQueries } from './debriefs.queries.ts'
import { DebriefsService } from './debriefs.service.ts'

@Module({
  imports: [AuditModule, CandidatesModule, ScorecardsModule],
  controllers: [DebriefsController],
  providers: [DebriefsService, DebriefReadingService, DebriefsQueries],
  exports: [DebriefReadingService],
})
export class DebriefsModule {}
