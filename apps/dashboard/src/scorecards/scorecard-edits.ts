import type {
  Evidence,
  QuestionAnswer,
  RatingDraft,
  RatingLevel,
  ScorecardDraft,
  TickList,
} from '@assay/contracts'

/** One change of a draft. */
export type Edit = (draft: ScorecardDraft) => ScorecardDraft

export const NO_ANSWER: QuestionAnswer = { notes: '', expectedPoints: {}, seniorExtras: {}, redFlags: {} }
export const NO_RATING: RatingDraft = { level: null, evidence: {} }

type Ticks = Record<string, true>

const toggled = (ticks: Ticks | undefined, key: string): Ticks => {
  const { [key]: ticked, ...others } = ticks ?? {}
  return ticked ? others : { ...others, [key]: true }
}

const withAnswer = (draft: ScorecardDraft, id: string, change: Partial<QuestionAnswer>): ScorecardDraft => ({
  ...draft,
  questions: { ...draft.questions, [id]: { ...(draft.questions[id] ?? NO_ANSWER), ...change } },
})

const withRating = (draft: ScorecardDraft, id: string, change: Partial<RatingDraft>): ScorecardDraft => ({
  ...draft,
  ratings: { ...draft.ratings, [id]: { ...(draft.ratings[id] ?? NO_RATING), ...change } },
})

export const setNotes =
  (questionId: string, notes: string): Edit =>
  (draft) =>
    withAnswer(draft, questionId, { notes })

export const tickPoint =
  (questionId: string, list: TickList, place: number): Edit =>
  (draft) =>
    withAnswer(draft, questionId, { [list]: toggled(draft.questions[questionId]?.[list], String(place)) })

export const tickStep =
  (structureId: string, key: string): Edit =>
  (draft) => ({
    ...draft,
    structures: { ...draft.structures, [structureId]: toggled(draft.structures[structureId], key) },
  })

export const tickSignal =
  (signalId: string): Edit =>
  (draft) => ({ ...draft, signals: toggled(draft.signals, signalId) })

/** The same level once more takes it back: nothing was chosen then. */
export const setLevel =
  (competencyId: string, level: RatingLevel): Edit =>
  (draft) =>
    withRating(draft, competencyId, { level: draft.ratings[competencyId]?.level === level ? null : level })

export const setEvidence =
  (competencyId: string, id: string, change: Partial<Evidence>): Edit =>
  (draft) => {
    const evidence = draft.ratings[competencyId]?.evidence ?? {}
    const before = evidence[id] ?? { kind: 'observation', text: '', questionId: null }
    return withRating(draft, competencyId, { evidence: { ...evidence, [id]: { ...before, ...change } } })
  }

export const removeEvidence =
  (competencyId: string, id: string): Edit =>
  (draft) => {
    const { [id]: _removed, ...evidence } = draft.ratings[competencyId]?.evidence ?? {}
    return withRating(draft, competencyId, { evidence })
  }

export const setReached =
  (id: string, reached: ScorecardDraft['handOff'][string] | null): Edit =>
  (draft) => {
    const { [id]: _before, ...others } = draft.handOff
    return { ...draft, handOff: reached === null ? others : { ...others, [id]: reached } }
  }

export const setField =
  (
    change: Partial<Pick<ScorecardDraft, 'summary' | 'privateNotes' | 'recommendation' | 'confidence'>>,
  ): Edit =>
  (draft) => ({ ...draft, ...change })
