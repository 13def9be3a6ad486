import {
  notAsked,
  type Scorecard,
  type ScorecardContent,
  type ScorecardsOfApplication,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { AuditService } from '../audit/audit.service.ts'
import { ReadsAudit } from '../audit/reads-audit.service.ts'
import { CandidateKeysService } from '../candidates/candidate-keys.service.ts'
import { NotFound } from '../http/http.errors.ts'
import { NoticesService } from '../notices/notices.service.ts'
import { mayReadScorecard } from './blindness.rules.ts'
import { ScorecardReadingQueries, type SubmittedRow } from './scorecard-reading.queries.ts'
import { ScorecardRefused } from './scorecard.errors.ts'

/** Submitted scorecards, for whoever may read them by now. */
@Injectable()
export class ScorecardReadingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: ScorecardReadingQueries,
    private readonly keys: CandidateKeysService,
    private readonly audit: AuditService,
    private readonly reads: ReadsAudit,
    private readonly notices: NoticesService,
  ) {}

  /** A scorecard that may not be read is one that does not exist. */
  get(id: string): Promise<Scorecard> {
    return this.work.run(async () => {
      const row = await this.queries.one(id)
      if (!row || !mayReadScorecard(row.facts)) throw new NotFound()
      await this.noteSight([row])
      return this.shown(row)
    })
  }

  ofApplication(id: string): Promise<ScorecardsOfApplication> {
    return this.work.run(async () => {
      const application = await this.queries.application(id)
      if (!application) throw new NotFound()
      const rows = (await this.queries.ofApplication(id)).filter(({ facts }) => mayReadScorecard(facts))
      await this.noteSight(rows)
      const interviews = new Map(
        rows.map(({ interviewId, startsAt, template, versionNumber, kit }) => [
          interviewId,
          { id: interviewId, startsAt, template, versionNumber, kit },
        ]),
      )
      const answer = {
        scorecards: rows.map((row) => this.shown(row)),
        interviews: [...interviews.values()],
        owes: application.owes,
        candidate: application.candidate,
        job: application.job,
      }
      // The answer's schema writes the times.
      return answer as unknown as ScorecardsOfApplication
    })
  }

  /** For an admin who owes, when it cannot wait. The record keeps it, and everybody on the panel is told. */
  async breakGlass(applicationId: string, because: string): Promise<ScorecardsOfApplication> {
    await this.work.run(async () => {
      const application = await this.queries.application(applicationId)
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
    return this.ofApplication(applicationId)
  }

  private async noteSight(rows: readonly SubmittedRow[]): Promise<void> {
    const others = rows.filter(({ facts }) => !facts.isAuthor)
    const [first] = others
    if (first) await this.queries.noteSight(first.applicationId)
    for (const { id } of others) this.reads.note('scorecard.read', 'scorecard', id)
  }

  private shown(row: SubmittedRow): Scorecard {
    const texts = this.keys.with(row.candidateId, row.wrappedKey)
    const questions = row.kit.sections.flatMap((section) => section.questions.map(({ id }) => id))
    const revisions = row.revisions.map(({ sealedContent, sealedReason, ...revision }) => {
      const text = texts.open(sealedContent)
      const content = text === null ? null : (JSON.parse(text) as ScorecardContent)
      return {
        ...revision,
        // Inside of JSON the database writes times in its own way.
        submittedAt: new Date(revision.submittedAt).toISOString(),
        because: sealedReason === null ? null : texts.open(sealedReason),
        content,
        notAsked: content === null ? [] : notAsked(content, questions),
      }
    })
    return { ...row, revisions } as unknown as Scorecard
  }
}
