import type { FairScores } from '@assay/contracts'

export interface Verdict {
  allowed: boolean
  because: string
}

/** Who wants to compare candidates of a job. */
export interface ComparingFacts {
  /** They owe a scorecard on an application of the job, as a shadow too; a broken glass opens one application, not this. */
  owesHere: boolean
  /** They owe one on an application of another job of the family, with whose ratings fair scores are made. */
  owesInFamily: boolean
  /** They are a candidate of the job themselves. */
  isACandidate: boolean
  /** The job waits for all, and somebody whose scorecard counts owes one on a compared application. */
  waitsForAll: boolean
  fairScores: FairScores
}

const ALLOWED: Verdict = { allowed: true, because: '' }
const refused = (because: string): Verdict => ({ allowed: false, because })

/**
 * Whether somebody sees anything but names. Whoever owes is told the same whatever the others did, so that reason comes
 * first and depends on nothing else.
 */
export const judgeComparing = (facts: Pick<ComparingFacts, 'owesHere' | 'isACandidate' | 'waitsForAll'>) => {
  if (facts.isACandidate) return refused('You are a candidate of this job yourself.')
  if (facts.owesHere)
    return refused('You owe a scorecard on this job. What others wrote is compared once yours is in.')
  if (facts.waitsForAll)
    return refused('This job waits for all scorecards, and some of these candidates’ are not in yet.')
  return ALLOWED
}

/** Whether somebody who may compare sees fair scores, and what follows from them. */
export const judgeFairScores = (facts: Pick<ComparingFacts, 'owesInFamily' | 'fairScores'>): Verdict => {
  if (facts.owesInFamily)
    return refused(
      'You owe a scorecard on another job of this family. Fair scores are made of ratings there too; they are shown once yours is in.',
    )
  if (facts.fairScores === 'off') return refused('Fair scores are switched off for this job.')
  return ALLOWED
}
