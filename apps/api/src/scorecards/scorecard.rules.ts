import {
  type InterviewStatus,
  RECALL_SECONDS,
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
