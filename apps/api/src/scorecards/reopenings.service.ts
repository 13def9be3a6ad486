import type { Scorecard } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { AuditService } from '../audit/audit.service.ts'
import { CandidateKeysService } from '../candidates/candidate-keys.service.ts'
import { NotFound } from '../http/http.errors.ts'
import { ReopeningNoticesService } from './reopening-notices.service.ts'
import {
  judgeAskingToReopen,
  judgeRefusingToReopen,
  judgeReopening,
  judgeWithdrawing,
  type ReopeningFacts,
} from './reopening.rules.ts'
import { ReopeningsQueries } from './reopenings.queries.ts'
import { mayReadScorecard } from './blindness.rules.ts'
import { ScorecardReadingQueries, type SubmittedRow } from './scorecard-reading.queries.ts'
import { reopeningFactsOf, ScorecardReadingService } from './scorecard-reading.service.ts'
import type { Verdict } from './scorecard.rules.ts'
import { allow } from './scorecards.service.ts'

/** One person asks that a scorecard is written anew, another one agrees. Whoever may not read it finds none. */
@Injectable()
export class ReopeningsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: ReopeningsQueries,
    private readonly rows: ScorecardReadingQueries,
    private readonly reading: ScorecardReadingService,
    private readonly keys: CandidateKeysService,
    private readonly audit: AuditService,
    private readonly notices: ReopeningNoticesService,
  ) {}

  async ask(scorecardId: string, because: string): Promise<Scorecard> {
    await this.work.run(async () => {
      const row = await this.readable(scorecardId, judgeAskingToReopen)
      const sealed = await this.keys.seal(row.candidateId, because)
      // Somebody else asked in the same moment: theirs is as good.
      if ((await this.queries.ask(scorecardId, sealed)) === null) return
      await this.notices.asked(row)
      this.record('scorecard.reopening_asked', row, sealed)
    })
    return this.reading.get(scorecardId)
  }

  /** Its author owes it again, and is blind again; the others go on reading what stood before. */
  agree(id: string): Promise<Scorecard> {
    return this.answer(id, judgeReopening, async (row) => {
      await this.queries.answer(id, 'agreed', null)
      await this.queries.reopen(row.interviewId, row.author.id)
      await this.notices.reopened(row)
      this.record('scorecard.reopened', row)
    })
  }

  refuse(id: string, because: string): Promise<Scorecard> {
    return this.answer(id, judgeRefusingToReopen, async (row) => {
      const sealed = await this.keys.seal(row.candidateId, because)
      await this.queries.answer(id, 'refused', sealed)
      await this.notices.refused(row)
      this.record('scorecard.reopening_refused', row, sealed)
    })
  }

  withdraw(id: string): Promise<Scorecard> {
    return this.answer(id, judgeWithdrawing, async (row) => {
      await this.queries.withdraw(id)
      await this.notices.withdrawn(row)
      this.record('scorecard.reopening_withdrawn', row)
    })
  }

  private async answer(
    id: string,
    judge: (facts: ReopeningFacts) => Verdict,
    act: (row: SubmittedRow) => Promise<void>,
  ): Promise<Scorecard> {
    const scorecardId = await this.work.run(async () => {
      const locked = await this.queries.lock(id)
      if (locked === undefined) throw new NotFound()
      const row = await this.readable(locked, judge)
      await act(row)
      return locked
    })
    return this.reading.get(scorecardId)
  }

  private async readable(
    scorecardId: string,
    judge: (facts: ReopeningFacts) => Verdict,
  ): Promise<SubmittedRow> {
    const row = await this.rows.one(scorecardId)
    if (!row || !mayReadScorecard(row.facts)) throw new NotFound()
    allow(judge(reopeningFactsOf(row, this.work.tenant.userId)))
    return row
  }

  private record(action: ReopeningAction, { id, interviewId }: SubmittedRow, because?: string): void {
    this.audit.record({
      action,
      subjectType: 'scorecard',
      subjectId: id,
      details: { interviewId, ...(because === undefined ? {} : { because }) },
    })
  }
}

type ReopeningAction =
  | 'scorecard.reopening_asked'
  | 'scorecard.reopened'
  | 'scorecard.reopening_refused'
  | 'scorecard.reopening_withdrawn'
