import { levelNames, type Scale } from './levels.ts'
import { tickLists } from './scorecard-words.ts'
import type { RatingLevel, ScorecardDraft, ScorecardGap } from './scorecards.ts'

/*
 * What follows from a scorecard's draft. The server decides by it when a scorecard is submitted; the interview room shows
 * it while somebody is still writing: one rule, so that what is seen is what will be asked for.
 */

/** A scorecard on which nobody has written. */
export const emptyScorecard: ScorecardDraft = {
  questions: {},
  structures: {},
  signals: {},
  ratings: {},
  recommendation: null,
  confidence: null,
  summary: '',
  privateNotes: '',
  handOff: {},
}

/** What of a frozen version the rules of a scorecard need. */
export interface RatedKit {
  scale: Scale
  competencies: readonly { id: string; name: string }[]
}

const isUtmost = (level: RatingLevel | null, scale: Scale): boolean => level === 1 || level === scale

const hasEvidence = (rating: ScorecardDraft['ratings'][string]): boolean =>
  Object.values(rating.evidence).some(({ text }) => text.trim() !== '')

const WORDS = {
  strong_no: 'strong no',
  no: 'no',
  mixed: 'mixed',
  yes: 'yes',
  strong_yes: 'strong yes',
} as const

/** What is missing before others may rely on it: every competency has its answer, and the utmost ones their evidence. */
export const gapsOf = (draft: ScorecardDraft, { scale, competencies }: RatedKit): ScorecardGap[] => {
  const gaps: ScorecardGap[] = []
  for (const { id, name } of competencies) {
    const rating = draft.ratings[id]
    if (rating === undefined || rating.level === null) {
      const because = `Rate “${name}”, or say that you did not assess it.`
      gaps.push({ code: 'competency_not_rated', competencyId: id, because })
    } else if (isUtmost(rating.level, scale) && !hasEvidence(rating)) {
      const word = WORDS[levelNames[scale][(rating.level as number) - 1]!]
      const because = `“${name}” is rated ${word}: say what you saw or heard.`
      gaps.push({ code: 'evidence_missing', competencyId: id, because })
    }
  }
  const whole = (code: ScorecardGap['code'], because: string) =>
    gaps.push({ code, competencyId: null, because })
  if (draft.recommendation === null) whole('recommendation_missing', 'Say what you recommend.')
  if (draft.recommendation !== null && draft.confidence === null) {
    whole('confidence_missing', 'Say how sure you are.')
  }
  if (draft.recommendation !== null && draft.summary.trim() === '') {
    whole('summary_missing', 'A recommendation needs a summary: say in a sentence or two why.')
  }
  return gaps
}

const isTouched = (answer: ScorecardDraft['questions'][string]): boolean =>
  answer.notes.trim() !== '' || tickLists.some((list) => Object.keys(answer[list]).length > 0)

/** Questions that nobody touched, in the order of the kit: neither a note, a tick nor evidence. */
export const notAsked = (
  draft: Pick<ScorecardDraft, 'questions' | 'ratings'>,
  questions: Iterable<string>,
): string[] => {
  const quoted = new Set(
    Object.values(draft.ratings).flatMap(({ evidence }) =>
      Object.values(evidence).map(({ questionId }) => questionId),
    ),
  )
  return [...questions].filter((id) => {
    const answer = draft.questions[id]
    return !(answer && isTouched(answer)) && !quoted.has(id)
  })
}
