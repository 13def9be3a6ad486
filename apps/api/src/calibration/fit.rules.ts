export interface Verdict {
  allowed: boolean
  because: string
}

const ALLOWED: Verdict = { allowed: true, because: '' }
const refused = (because: string): Verdict => ({ allowed: false, because })

/** Who wants a fit of a job. */
export interface AskingForFitFacts {
  /** They owe a scorecard on an application of the family. */
  owesInFamily: boolean
  fairScores: 'on' | 'off'
}

/**
 * Whether somebody may have the ratings of a job's family measured. Whoever owes there is told the same whatever the
 * others did: that a fit waits, runs or is done would tell that scorecards came in.
 */
export const judgeAskingForFit = ({ owesInFamily, fairScores }: AskingForFitFacts): Verdict => {
  if (owesInFamily)
    return refused('You owe a scorecard on a job of this family. Fair scores are shown once yours is in.')
  if (fairScores === 'off') return refused('Fair scores are switched off for this job.')
  return ALLOWED
}
