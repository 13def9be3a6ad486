import {
  type InterviewStatus,
  levelNames,
  type RatingLevel,
  RECALL_SECONDS,
  type Scale,
  type ScorecardDraft,
  type ScorecardGap,
  type ScorecardStatus,
} from '@assay/contracts'

export interface Verdict {
  allowed: boolean
  because: string
}

const yes: Verdict = { allowed: true, because: '' }
const no = (because: string): Verdict => ({ allowed: false, because })

/** How a scorecard of whoever asks stands. */
export interface ScorecardFacts {
  status: ScorecardStatus
  interviewStatus: InterviewStatus
  /** Still on the panel. */
  onPanel: boolean
  /** Others may see it: the time for taking it back is over, or was given up. */
  isReleased: boolean
  candidateIsErased: boolean
}

const judgeAtAll = ({ interviewStatus, onPanel, candidateIsErased }: ScorecardFacts): Verdict => {
  if (candidateIsErased) return no('This candidate was erased. Nothing is written about them any more.')
  if (!onPanel) return no('You are not on this panel any more. What you wrote is kept.')
  if (interviewStatus === 'cancelled') return no('This interview was cancelled. What you wrote is kept.')
  if (interviewStatus === 'did_not_happen') {
    return no('This interview did not happen. What you wrote is kept.')
  }
  return yes
}

/** Whether its author may write on it: on a draft, and on what an amendment will say. */
export const judgeWriting = (facts: ScorecardFacts): Verdict => {
  const atAll = judgeAtAll(facts)
  if (!atAll.allowed) return atAll
  return facts.status === 'submitted' && !facts.isReleased
    ? no('This scorecard is submitted. Take it back to write on it.')
    : yes
}

export const judgeSubmitting = (facts: ScorecardFacts, gaps: readonly ScorecardGap[]): Verdict => {
  const atAll = judgeAtAll(facts)
  if (!atAll.allowed) return atAll
  if (facts.status === 'submitted') return no('This scorecard is submitted already.')
  return gaps.length === 0 ? yes : no('Something is missing before it can be submitted.')
}

export const judgeRecalling = (facts: ScorecardFacts): Verdict => {
  if (facts.status !== 'submitted') return no('This scorecard is not submitted.')
  return facts.isReleased
    ? no(`A scorecard can be taken back for ${RECALL_SECONDS} seconds. Amend it instead.`)
    : yes
}

export const judgeAmending = (facts: ScorecardFacts, gaps: readonly ScorecardGap[]): Verdict => {
  const atAll = judgeAtAll(facts)
  if (!atAll.allowed) return atAll
  if (facts.status !== 'submitted') return no('Only a submitted scorecard is amended.')
  if (!facts.isReleased) return no('It can still be taken back: do that to change it.')
  return gaps.length === 0 ? yes : no('Something is missing before it can be amended.')
}

/** What of a frozen version the rules of a scorecard need. */
export interface Kit {
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
export const gapsOf = (draft: ScorecardDraft, { scale, competencies }: Kit): ScorecardGap[] => {
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
