import type { Decision as Answer, ListQuery, Page } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { CandidateKeysService } from '../candidates/candidate-keys.service.ts'
import { NotFound } from '../http/http.errors.ts'
import { judgeApproving, judgeRefusing, unavailable } from './decision.rules.ts'
import { type DecisionFilter, type DecisionRow, DecisionsQueries } from './decisions.queries.ts'

/** What a decision's sealed words say. */
interface SealedWords {
  rationale: { text: string; competencies: { competencyId: string; text: string }[] }
  dissent: { userId: string; text: string }[]
  because: string | null
}

/** What the rules of answering need of a decision. */
export const answeringFactsOf = (
  { state, outcome, groups, madeBy, answers }: DecisionRow,
  asking: string | null,
) => ({
  state,
  outcome,
  groups,
  madeBy: madeBy.id,
  asking: asking ?? '',
  approvedBy: new Set(answers.filter(({ kind }) => kind === 'approved').map(({ person }) => person.id)),
})

/** Decisions for whoever may know of them. One they may not know of does not exist. */
@Injectable()
export class DecisionReadingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: DecisionsQueries,
    private readonly keys: CandidateKeysService,
  ) {}

  list(query: ListQuery<string, DecisionFilter>): Promise<Page<Answer>> {
    return this.work.read(async () => {
      const { rows, total } = await this.queries.page(query)
      return { rows: await this.shown(rows), total }
    })
  }

  /** Joins the caller's unit of work, if there is one. */
  get(id: string): Promise<Answer> {
    return this.work.run(async () => {
      const row = await this.queries.one(id)
      const [shown] = row ? await this.shown([row]) : []
      if (!shown) throw new NotFound()
      return shown
    })
  }

  private async shown(rows: readonly DecisionRow[]): Promise<Answer[]> {
    const opened = rows.map((row) => ({ row, words: this.words(row) }))
    const names = await this.queries.names(
      opened.flatMap(({ words }) => words?.rationale.competencies.map((one) => one.competencyId) ?? []),
      opened.flatMap(({ words }) => words?.dissent.map(({ userId }) => userId) ?? []),
    )
    return opened.map(({ row, words }) => this.answer(row, words && named(words, names)))
  }

  private words({ candidateId, wrappedKey, sealedWords }: DecisionRow): SealedWords | null {
    const text = this.keys.with(candidateId, wrappedKey).open(sealedWords)
    return text === null ? null : (JSON.parse(text) as SealedWords)
  }

  private answer(row: DecisionRow, words: Answer['words']): Answer {
    const texts = this.keys.with(row.candidateId, row.wrappedKey)
    const facts = answeringFactsOf(row, this.work.tenant.userId)
    const { madeAt, decidedAt, snapshot, answers, groups } = row
    const isDecided = row.state === 'decided'
    return {
      ...row,
      words,
      madeAt: madeAt.toISOString(),
      decidedAt: decidedAt === null ? null : new Date(decidedAt).toISOString(),
      snapshot: JSON.parse(snapshot) as Answer['snapshot'],
      answers: answers.map(({ sealedReason, madeAt: at, ...one }) => ({
        ...one,
        madeAt: new Date(at).toISOString(),
        because: sealedReason === null ? null : texts.open(sealedReason),
      })),
      groups: (row.state === 'waiting' ? groups : []).map(({ needed, people }) => ({
        needed,
        approved: people.filter(({ id }) => facts.approvedBy.has(id)).length,
        people: people.map((person) => ({
          id: person.id,
          name: person.name,
          hasApproved: facts.approvedBy.has(person.id),
          unavailable: unavailable(person, facts.madeBy),
        })),
      })),
      may: {
        approve: judgeApproving(facts),
        refuse: judgeRefusing(facts),
        supersede: {
          allowed: isDecided,
          because: isDecided ? '' : 'Only a decision that counts is replaced by another one.',
        },
      },
    }
  }
}

const named = (
  { rationale, dissent, because }: SealedWords,
  names: ReadonlyMap<string, string>,
): NonNullable<Answer['words']> => ({
  rationale: {
    text: rationale.text,
    competencies: rationale.competencies.map((one) => ({ ...one, name: names.get(one.competencyId) ?? '' })),
  },
  dissent: dissent.map((one) => ({ ...one, name: names.get(one.userId) ?? '' })),
  because,
})
