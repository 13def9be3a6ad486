import { factorInPlace, solveInPlace, whole } from '../numeric/cholesky.ts'
import { HYPERPRIORS, VERSION_VARIANCE, type Sigmas } from './priors.ts'
import type { Model, State } from './state.ts'

export const FACETS = ['candidate', 'profile', 'halo', 'interviewer', 'question'] as const

/**
 * What one pass tells about the spreads, by facet in the order of {@link FACETS}.
 *
 * `count` units, `sum` = Σ (mean² + variance given τ) over them, and the information about the log spreads,
 * I_ab = 2 Σ_ij (1[i = j] - Cov_ij / (σ_a σ_b))² over units i of facet a and j of facet b.
 */
export interface Tally {
  readonly count: Float64Array
  readonly sum: Float64Array
  readonly information: Float64Array
}

const [CANDIDATE, PROFILE, HALO, INTERVIEWER, QUESTION] = [0, 1, 2, 3, 4] as const

export const emptyTally = (): Tally => ({
  count: new Float64Array(FACETS.length),
  sum: new Float64Array(FACETS.length),
  information: new Float64Array(FACETS.length ** 2),
})

/** Adds the locals of candidate n, whose covariance given τ is `variance` (L x L). */
export const tallyCandidate = (
  { model, state }: { model: Model; state: State },
  variance: Float64Array,
  n: number,
  { count, sum, information }: Tally,
): void => {
  const { layout, priors } = model
  const from = layout.localFrom[n]!
  const size = layout.localFrom[n + 1]! - from
  const profiles = layout.profileSize[n]!
  const scale = [1 / priors.sigmas.candidate, 1 / priors.sigmas.profile, 1 / priors.sigmas.halo] as const
  for (let l = 0; l < size; l++) {
    const a = l === 0 ? CANDIDATE : l <= profiles ? PROFILE : HALO
    const row = l * size
    count[a]! += 1
    sum[a]! += state.local[from + l]! ** 2 + variance[row + l]!
    information[a * FACETS.length + a]! += 2 * (1 - variance[row + l]! * scale[a] ** 2) ** 2
    for (let k = 0; k < l; k++) {
      const b = k === 0 ? CANDIDATE : k <= profiles ? PROFILE : HALO
      const shared = variance[row + k]! * scale[a] * scale[b]
      // Both (l, k) and (k, l) within one facet; the entry below the diagonal between two.
      information[a * FACETS.length + b]! += (a === b ? 4 : 2) * shared * shared
    }
  }
}

/** Adds the interviewers, one by one, with S_αβ⁻¹ among them. */
export const tallyInterviewers = (
  { model, state }: { model: Model; state: State },
  covariance: Float64Array,
  { count, sum, information }: Tally,
): void => {
  const { layout, priors } = model
  const size = layout.tauFrom
  const scale = 1 / priors.sigmas.interviewer ** 2
  for (let j = 0; j < layout.betaFrom; j++) {
    count[INTERVIEWER]! += 1
    sum[INTERVIEWER]! += state.global[j]! ** 2 + covariance[j * size + j]!
    for (let k = 0; k < layout.betaFrom; k++)
      information[INTERVIEWER * (FACETS.length + 1)]! +=
        2 * ((j === k ? 1 : 0) - covariance[j * size + k]! * scale) ** 2
  }
}

/** Adds the questions by family, where versions share σ²_β and have 0.2² of their own. */
export const tallyQuestions = (
  { model, state }: { model: Model; state: State },
  covariance: Float64Array,
  { count, sum, information }: Tally,
): void => {
  const { layout, priors } = model
  const size = layout.tauFrom
  const prior = priors.sigmas.question ** 2
  for (const family of priors.families) {
    const own = family.length === 1 ? 0 : VERSION_VARIANCE
    const weight = prior / (own + family.length * prior)
    let [mean, variance] = [0, prior * (1 - family.length * weight)]
    for (const a of family) {
      mean += weight * state.global[layout.betaFrom + a]!
      for (const b of family)
        variance += weight ** 2 * covariance[(layout.betaFrom + a) * size + layout.betaFrom + b]!
    }
    count[QUESTION]! += 1
    sum[QUESTION]! += mean ** 2 + variance
    information[QUESTION * (FACETS.length + 1)]! += 2 * (1 - variance / prior) ** 2
  }
}

/** σ² ← (ν s² + Σ (mean² + variance)) / (ν + units): the EM step under a scaled-inverse-χ² hyperprior. */
export const emVariance = ({ count, sum }: Tally, a: number): number => {
  const { scale, weight } = HYPERPRIORS[FACETS[a]!]
  return (weight * scale ** 2 + sum[a]!) / (weight + count[a]!)
}

const LONGEST_STEP = 0.5

/**
 * The spreads one scoring step further: log σ += I⁻¹ g, g_a = (ν_a + units_a) (σ²_EM / σ² - 1).
 *
 * It stands still exactly where EM does, but does not creep where a spread is weakly determined: EM's step is this one with
 * every unit counted as fully known, I_aa = 2 (ν + units). (Fisher scoring of variance components, Harville 1977,
 * J. Am. Stat. Assoc. 72: 320-338, equation 4.1, on the log scale; between facets only within a candidate.)
 *
 * @param tally of all units at `sigmas`; its information is spoilt
 * @param sigmas where the tally was taken
 * @returns spreads no further than half a log unit away
 */
export const scored = (tally: Tally, sigmas: Sigmas): Sigmas => {
  const step = new Float64Array(FACETS.length)
  for (const [a, facet] of FACETS.entries()) {
    const { scale, weight } = HYPERPRIORS[facet]
    step[a] = (weight + tally.count[a]!) * (emVariance(tally, a) / sigmas[facet] ** 2 - 1)
    tally.information[a * (FACETS.length + 1)]! += (2 * weight * scale ** 2) / sigmas[facet] ** 2
  }
  const factor = whole(tally.information, FACETS.length)
  if (factorInPlace(factor)) solveInPlace(factor, step)
  else
    for (const [a, facet] of FACETS.entries())
      step[a] = Math.log(emVariance(tally, a) / sigmas[facet] ** 2) / 2
  const length = Math.min(1, LONGEST_STEP / Math.max(...step.map(Math.abs), 1e-12))
  const to = (a: number): number => sigmas[FACETS[a]!] * Math.exp(length * step[a]!)
  return {
    candidate: to(CANDIDATE),
    interviewer: to(INTERVIEWER),
    question: to(QUESTION),
    halo: to(HALO),
    profile: to(PROFILE),
  }
}
