import {
  emptyScorecard,
  type Evidence,
  isFields,
  type Json,
  type JsonFields,
  type QuestionAnswer,
  type RatingDraft,
  type ScorecardDraft,
} from '@assay/contracts'

const isNothing = (value: Json): boolean =>
  value === null || value === '' || (isFields(value) && Object.keys(value).length === 0)

/**
 * A scorecard without what says nothing: an empty note is a note that is not there. So a tab that ticks something and
 * one that writes a note meet in two places, although both began the same answer.
 */
export const sparse = (draft: ScorecardDraft): JsonFields =>
  Object.fromEntries(Object.entries(draft).map(([field, value]) => [field, withoutNothing(value)]))

const withoutNothing = (value: Json): Json => {
  if (!isFields(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([field, inner]) => [field, withoutNothing(inner)] as const)
      .filter(([, inner]) => !isNothing(inner)),
  )
}

const NO_ANSWER: QuestionAnswer = { notes: '', expectedPoints: {}, seniorExtras: {}, redFlags: {} }
const NO_RATING: RatingDraft = { level: null, evidence: {} }
const NO_EVIDENCE: Evidence = { kind: 'observation', text: '', questionId: null }

const filled = <Entry extends object>(
  entries: Record<string, Partial<Entry>>,
  blank: Entry,
): Record<string, Entry> =>
  Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, { ...blank, ...entry }]))

/** With everything that the contract wants to be there. */
export const whole = (flat: JsonFields): ScorecardDraft => {
  const draft = { ...emptyScorecard, ...(flat as Partial<ScorecardDraft>) }
  const ratings = filled<RatingDraft>(draft.ratings, NO_RATING)
  return {
    ...draft,
    questions: filled<QuestionAnswer>(draft.questions, NO_ANSWER),
    ratings: Object.fromEntries(
      Object.entries(ratings).map(([id, rating]) => [
        id,
        { ...rating, evidence: filled<Evidence>(rating.evidence, NO_EVIDENCE) },
      ]),
    ),
  }
}
