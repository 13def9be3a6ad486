import type { Role } from '@assay/contracts'

/** Whoever wants to read, and a scorecard that somebody wrote on an application. */
export interface BlindFacts {
  isAuthor: boolean
  isReleased: boolean
  /** The reader owes a scorecard on this application. */
  owes: boolean
  /** Somebody who counts in the decision owes one, and the job waits for all. */
  waitsForAll: boolean
  /** An admin who owes gave a reason, which the panel was told. */
  brokeTheGlass: boolean
  role: Role
  onPanel: boolean
  onHiringTeam: boolean
  isTheCandidate: boolean
}

/**
 * Blind until submitted: while somebody owes a scorecard on an application, they read nobody else's on it. A role makes
 * no difference; only a broken glass does. The database says the same in its policies.
 */
export const mayReadScorecard = (facts: BlindFacts): boolean => {
  if (facts.isAuthor) return true
  if (!facts.isReleased || facts.isTheCandidate) return false
  if ((facts.owes || facts.waitsForAll) && !facts.brokeTheGlass) return false
  if (facts.role === 'admin' || facts.role === 'recruiter') return true
  return facts.onPanel || (facts.role === 'hiring_manager' && facts.onHiringTeam)
}
