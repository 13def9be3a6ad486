import type { Principal } from '@assay/access'
import { gapsOf, type InterviewRoom, type ScorecardDraft } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { AuditService } from '../audit/audit.service.ts'
import { RevisionConflict } from '../http/http.errors.ts'
import { pickedOf } from './hand-off.rules.ts'
import { ReopeningsQueries } from './reopenings.queries.ts'
import { ScorecardReleaseService } from './scorecard-release.service.ts'
import { ScorecardIncomplete } from './scorecard.errors.ts'
import { judgeAmending, judgeRecalling, judgeSubmitting, judgeWriting } from './scorecard.rules.ts'
import { allow, currentOf, type OpenScorecard, ScorecardsService } from './scorecards.service.ts'
import { ScorecardsQueries } from './scorecards.queries.ts'

/** The life of a scorecard: each step in one unit of work, with its record. */
@Injectable()
export class ScorecardStepsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly queries: ScorecardsQueries,
    private readonly scorecards: ScorecardsService,
    private readonly releases: ScorecardReleaseService,
    private readonly reopenings: ReopeningsQueries,
  ) {}

  /** The same draft submitted once more is the same submission. */
  submit(id: string, seen: number, asking: Principal): Promise<InterviewRoom> {
    return this.take(id, asking, async (open) => {
      const { row, draft, kit } = open
      if (row.status === 'submitted' && row.submittedDraft === seen) return
      if (row.status === 'draft' && row.revision !== seen) throw new RevisionConflict(currentOf(row, draft))
      const gaps = gapsOf(draft, kit)
      const verdict = judgeSubmitting(row, gaps)
      if (!verdict.allowed && judgeSubmitting(row, []).allowed) throw new ScorecardIncomplete(gaps)
      allow(verdict)
      await this.write(open, null)
      await this.letGo(open)
      this.record('submitted', open)
    })
  }

  /** Nobody else has seen it; it is a draft again, as if it had never been anything else. */
  recall(id: string, asking: Principal): Promise<InterviewRoom> {
    return this.take(id, asking, async (open) => {
      allow(judgeRecalling(open.row))
      await this.queries.takeBack(id)
      await this.releases.forget(open.row.interviewId, asking.userId)
      this.record('recalled', open)
    })
  }

  /** Its author reads the others' now, and the others theirs: they take it back no more. */
  giveUpRecall(id: string, asking: Principal): Promise<InterviewRoom> {
    return this.take(id, asking, async ({ row }) => {
      if (row.isReleased) return
      allow(judgeRecalling(row))
      await this.releases.now(row.interviewId, asking.userId)
    })
  }

  amend(id: string, because: string, seen: number, asking: Principal): Promise<InterviewRoom> {
    return this.take(id, asking, async (open) => {
      const { row, draft, kit } = open
      if (row.revision !== seen) throw new RevisionConflict(currentOf(row, draft))
      const gaps = gapsOf(draft, kit)
      const verdict = judgeAmending(row, gaps)
      if (!verdict.allowed && judgeAmending(row, []).allowed) throw new ScorecardIncomplete(gaps)
      allow(verdict)
      if (row.submittedDraft === seen) return
      await this.write(open, because)
      this.record('amended', open)
    })
  }

  handOver(id: string, asking: Principal): Promise<InterviewRoom> {
    return this.take(id, asking, async ({ row, draft }) => {
      allow(judgeWriting(row))
      const { covered, notReached } = pickedOf(draft)
      await this.queries.handOver(row, covered, notReached)
    })
  }

  private take(
    id: string,
    asking: Principal,
    act: (open: OpenScorecard) => Promise<void>,
  ): Promise<InterviewRoom> {
    return this.work.run(async () => {
      await this.queries.lock(id)
      await act(await this.scorecards.own(id))
      return (await this.scorecards.readRoom(id, asking)).answer
    })
  }

  /** What is submitted is the draft without what its author keeps to themselves. */
  private async write({ row, draft, texts }: OpenScorecard, because: string | null): Promise<void> {
    const { recommendation, confidence } = draft
    if (recommendation === null || confidence === null) throw new Error('The gaps were not looked at.')
    await this.queries.addRevision({
      scorecardId: row.id,
      number: row.revisionNumber + 1,
      sealedContent: texts.seal(JSON.stringify(contentOf(draft))),
      sealedReason: because === null ? null : texts.seal(because),
      recommendation,
      confidence,
      afterSeeingOthers: row.hasSeenOthers,
      draftRevision: row.revision,
      ratings: Object.entries(draft.ratings).flatMap(([competencyId, { level }]) =>
        level === null ? [] : [{ competencyId, level: level === 'not_assessed' ? null : level }],
      ),
    })
  }

  /** What is written for the first time can be taken back for a while; what was read already is for others at once. */
  private async letGo({ row }: OpenScorecard): Promise<void> {
    if (!row.reopened) return this.releases.begin(row.interviewId, row.author.id)
    await this.reopenings.fulfil(row.id, row.revisionNumber + 1)
    await this.releases.again(row.interviewId, row.author.id)
  }

  private record(verb: 'submitted' | 'recalled' | 'amended', { row }: OpenScorecard): void {
    this.audit.record({
      action: `scorecard.${verb}`,
      subjectType: 'scorecard',
      subjectId: row.id,
      details: { interviewId: row.interviewId, afterSeeingOthers: row.hasSeenOthers },
    })
  }
}

const contentOf = ({ privateNotes: _own, handOff: _separate, ...content }: ScorecardDraft) => content
