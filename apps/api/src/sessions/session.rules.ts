export const REFRESH_LEEWAY_SECONDS = 10
/** A session ends after this much time without a sign of life, and in any case after the longer one. */
export const IDLE_DAYS = 7
export const LONGEST_DAYS = 30

export interface RefreshFacts {
  userStatus: string
  sessionEnded: boolean
  sessionExpired: boolean
  /** Seconds since this token was used; null when it never was. */
  usedSecondsAgo: number | null
}

export type RefreshVerdict =
  | { allowed: true; because: 'first use' | 'within the leeway' }
  | { allowed: false; because: 'ended' | 'expired' | 'not active' | 'used again' }

/**
 * A refresh token works once. Within ten seconds a second use gets the same successor, since two tabs may refresh at
 * the same moment or an answer may be lost; later, somebody has a copy, and the whole family must go.
 */
export const judgeRefresh = (facts: RefreshFacts): RefreshVerdict => {
  if (facts.sessionEnded) return { allowed: false, because: 'ended' }
  if (facts.sessionExpired) return { allowed: false, because: 'expired' }
  if (facts.userStatus !== 'active') return { allowed: false, because: 'not active' }
  if (facts.usedSecondsAgo === null) return { allowed: true, because: 'first use' }
  return facts.usedSecondsAgo <= REFRESH_LEEWAY_SECONDS
    ? { allowed: true, because: 'within the leeway' }
    : { allowed: false, because: 'used again' }
}
