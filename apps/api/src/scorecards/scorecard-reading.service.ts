import {
  notAsked,
  type Reopening,
  type Scorecard,
  type ScorecardContent,
  type ScorecardsOfApplication,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { ReadsAudit } from '../audit/reads-audit.service.ts'
import { CandidateKeysService, type CandidateTexts } from '../candidates/candidate-keys.service.ts'
import { NotFound } from '../http/http.errors.ts'
import { mayReadScorecard } from './blindness.rules.ts'
import {
  judgeAskingToReopen,
  judgeRefusingToReopen,
  judgeReopening,
  judgeWithdrawing,
  type ReopeningFacts,
} from './reopening.rules.ts'
import type { ReopeningRow } from './reopenings.queries.ts'
import { GlassBreaksQueries } from './glass-breaks.queries.ts'
import {
  type ApplicationFacts,
  ScorecardReadingQueries,
  type SubmittedRow,
} from './scorecard-reading.queries.ts'

/** Submitted scorecards, for whoever may read them by now. */
@Injectable()
export class ScorecardReadingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: ScorecardReadingQueries,
    private readonly keys: CandidateKeysService,
    private readonly reads: ReadsAudit,
    private readonly glass: GlassBreaksQueries,
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

  /** All that may be read, or one of them. */
  ofApplication(id: string, only?: string): Promise<ScorecardsOfApplication> {
    return this.work.run(async () => {
      const application = await this.queries.application(id)
      if (!application) throw new NotFound()
      const rows = (await this.queries.ofApplication(id)).filter(
        (row) => mayReadScorecard(row.facts) && (only === undefined || row.id === only),
      )
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
        brokeTheGlass: application.brokeTheGlass,
        glassBreaks: await this.glassBreaksOf(id, application),
        candidate: application.candidate,
        job: application.job,
      }
      // The answer's schema writes the times.
      return answer as unknown as ScorecardsOfApplication
    })
  }

  /** That a glass was broken is for the whole panel; why, is not told to who owes: the words may say what somebody thinks. */
  private async glassBreaksOf(
    applicationId: string,
    { candidateId, owes }: ApplicationFacts,
  ): Promise<ScorecardsOfApplication['glassBreaks']> {
    const rows = await this.glass.ofApplication(applicationId)
    const own = this.work.tenant.userId
    return Promise.all(
      rows.map(async ({ person, brokenAt, sealedReason }) => ({
        person,
        brokenAt: brokenAt.toISOString(),
        because: owes && person.id !== own ? null : await this.keys.open(candidateId, sealedReason),
      })),
    )
  }

  private async noteSight(rows: readonly SubmittedRow[]): Promise<void> {
    const others = rows.filter(({ facts }) => !facts.isAuthor)
    const [first] = others
    if (first) await this.queries.noteSight(first.applicationId)
    for (const { id } of others) this.reads.note('scorecard.read', 'scorecard', id)
  }

  private shown(row: SubmittedRow): Scorecard {
    const facts = reopeningFactsOf(row, this.work.tenant.userId)
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
    const may = {
      askToReopen: judgeAskingToReopen(facts),
      reopen: judgeReopening(facts),
      refuseToReopen: judgeRefusingToReopen(facts),
      withdraw: judgeWithdrawing(facts),
    }
    return { ...row, revisions, reopening: reopeningOf(row.reopening, texts), may } as unknown as Scorecard
  }
}

const reopeningOf = (row: ReopeningRow | null, texts: CandidateTexts): Reopening | null => {
  if (row === null) return null
  const { sealedReason, sealedAnswer, askedAt, answeredAt, ...rest } = row
  return {
    ...rest,
    askedAt: new Date(askedAt).toISOString(),
    answeredAt: answeredAt === null ? null : new Date(answeredAt).toISOString(),
    because: sealedReason === null ? null : texts.open(sealedReason),
    answer: sealedAnswer === null ? null : texts.open(sealedAnswer),
  }
}

/** What the rules of reopening need of a scorecard that is read. */
export const reopeningFactsOf = (row: SubmittedRow, personId: string | null): ReopeningFacts => ({
  ...row,
  asking: { ...row.facts, id: personId ?? '' },
  last: row.reopening && { status: row.reopening.status, askedBy: row.reopening.askedBy.id },
})
