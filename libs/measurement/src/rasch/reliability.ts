import type { CandidateScore } from './candidate-scores.ts'
import type { Posterior } from './estimate.ts'
import type { Yardstick } from './fair-score.ts'

/** How well the measures of this set of candidates separate them, and what more interviewers would do. */
export interface Reliability {
  /** 1 - mean Var(m_n) / (mean Var(m_n) + variance of the m_n); null with fewer than ten candidates seen by two interviewers. */
  readonly observed: number | null
  readonly candidates: number
  /** Expected reliability with k interviewers, each giving `ratingsEach` ratings: raw means, and adjusted for severity. */
  readonly curve: readonly {
    readonly interviewers: number
    readonly raw: number
    readonly adjusted: number
  }[]
  readonly ratingsEach: number
}

const FEWEST_CANDIDATES = 10
const LARGEST_PANEL = 8

const observedOf = (candidates: readonly CandidateScore[]): number | null => {
  if (candidates.filter((c) => c.interviewers >= 2).length < FEWEST_CANDIDATES) return null
  const mean = candidates.reduce((sum, c) => sum + c.measure, 0) / candidates.length
  const spread = candidates.reduce((sum, c) => sum + (c.measure - mean) ** 2, 0) / (candidates.length - 1)
  const doubt = candidates.reduce((sum, c) => sum + c.se ** 2, 0) / candidates.length
  return 1 - doubt / (doubt + spread)
}

/**
 * Reliability of this pool and its decision-study curve,
 * σ_m² / (σ_m² + (σ_h² + v) / k + 1 / (k q V̄)), σ_m² = σ_θ² + σ_δ² Σ w²,
 * with v = σ_α² for raw means and the mean posterior variance of a severity for adjusted ones; q ratings an interview.
 *
 * @param posterior the fit
 * @param yardstick from yardstickOf
 * @param pool the candidates' scores and the competency weights
 */
export const reliabilityOf = (
  posterior: Posterior,
  yardstick: Yardstick,
  pool: { readonly candidates: readonly CandidateScore[]; readonly weights: readonly number[] },
): Reliability => {
  const { layout, priors } = posterior.model
  const { sigmas } = priors
  const interviews = pool.candidates.reduce((sum, c) => sum + c.interviewers, 0)
  const ratingsEach = pool.candidates.reduce((sum, c) => sum + c.ratings, 0) / interviews
  let severity = -yardstick.meanVariance
  for (let j = 0; j < layout.betaFrom; j++)
    severity += posterior.covariance[j * layout.globals + j]! / layout.betaFrom
  const own = sigmas.candidate ** 2 + sigmas.profile ** 2 * pool.weights.reduce((sum, w) => sum + w * w, 0)
  const at = (k: number, v: number): number =>
    own / (own + (sigmas.halo ** 2 + v) / k + 1 / (k * ratingsEach * posterior.information))
  return {
    observed: observedOf(pool.candidates),
    candidates: pool.candidates.length,
    curve: Array.from({ length: LARGEST_PANEL }, (_, i) => ({
      interviewers: i + 1,
      raw: at(i + 1, sigmas.interviewer ** 2),
      adjusted: at(i + 1, Math.max(0, severity)),
    })),
    ratingsEach,
  }
}
