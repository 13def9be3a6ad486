import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { AuditService } from '../audit/audit.service.ts'
import { CandidateKeysService } from '../candidates/candidate-keys.service.ts'
import { NotFound } from '../http/http.errors.ts'
import { NoticesService } from '../notices/notices.service.ts'
import { GlassBreaksQueries } from './glass-breaks.queries.ts'
import { ScorecardReadingQueries } from './scorecard-reading.queries.ts'
import { ScorecardRefused } from './scorecard.errors.ts'

/** For an admin who owes, when it cannot wait: on record, and told to everybody on the panels. */
@Injectable()
export class GlassBreaksService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: GlassBreaksQueries,
    private readonly reading: ScorecardReadingQueries,
    private readonly keys: CandidateKeysService,
    private readonly audit: AuditService,
    private readonly notices: NoticesService,
  ) {}

  /** What they owe now keeps nothing from them any more; a scorecard that they owe later does again. */
  break(applicationId: string, because: string): Promise<void> {
    return this.work.run(async () => {
      const application = await this.reading.application(applicationId)
      if (!application) throw new NotFound()
      if (!application.owes) {
        throw new ScorecardRefused(
          'You owe no scorecard on this application. Only who owes one has a glass to break.',
        )
      }
      const sealed = await this.keys.seal(application.candidateId, because)
      if (!(await this.queries.breakGlass(applicationId, sealed))) return
      this.audit.record({
        action: 'scorecards.glass_broken',
        subjectType: 'application',
        subjectId: applicationId,
        details: { because: sealed },
      })
      for (const { userIds, ...interview } of await this.queries.panels(applicationId)) {
        const told = userIds.map((userId) => ({ userId, kind: 'glass_broken' as const }))
        await this.notices.tell(told, interview)
      }
    })
  }
}
