import { factorInPlace, invertInPlace, whole } from '../numeric/cholesky.ts'
import { HYPERPRIORS, VERSION_VARIANCE, type Sigmas } from './priors.ts'
import type { Model, State } from './state.ts'

/** Number of units and Σ (mean² + variance given τ) of each random facet: what EM needs to know. */
type Tally = Record<keyof Sigmas, { count: number; sum: number }>

/** S_αβ⁻¹: inverse of the block of S that belongs to interviewers and questions, conditional on the thresholds. */
export const facetCovariance = ({ layout }: Model, schur: Float64Array): Float64Array | null => {
  const size = layout.tauFrom
  const values = new Float64Array(size * size)
  for (let a = 0; a < size; a++)
    for (let b = 0; b <= a; b++) values[a * size + b] = schur[a * layout.globals + b]!
  const block = whole(values, size)
  if (!factorInPlace(block)) return null
  invertInPlace(block)
  return values
}

/** X_n S_αβ⁻¹ (L x facets touched) of candidate n, and the S_αβ⁻¹ among the facets it touches. */
interface Carried {
  readonly width: number
  readonly facets: number
  readonly among: Float64Array
  readonly through: Float64Array
  readonly variance: Float64Array
}

interface Work {
  readonly model: Model
  readonly state: State
  /** S_αβ⁻¹ */
  readonly covariance: Float64Array
}

/** Room that is used again for each candidate. */
const grow = (room: Float64Array, size: number): Float64Array =>
  room.length < size ? new Float64Array(size) : room

const carry = ({ model, state, covariance }: Work, n: number, room: Carried): Carried => {
  const { layout } = model
  const size = layout.localFrom[n + 1]! - layout.localFrom[n]!
  const first = layout.touchedFrom[n]!
  const width = layout.touchedFrom[n + 1]! - first
  const facets = layout.touchedFacets[n]!
  const reach = layout.reachFrom[n]!
  const x = state.reach
  const among = grow(room.among, facets * facets)
  const through = grow(room.through, size * facets)
  const variance = grow(room.variance, size * size)
  for (let p = 0; p < facets; p++) {
    const row = layout.touched[first + p]! * layout.tauFrom
    for (let q = 0; q < facets; q++) among[p * facets + q] = covariance[row + layout.touched[first + q]!]!
  }
  for (let a = 0; a < size; a++) {
    const row = a * facets
    through.fill(0, row, row + facets)
    for (let p = 0; p < facets; p++) {
      const scale = x[reach + a * width + p]!
      for (let q = 0; q < facets; q++) through[row + q]! += scale * among[p * facets + q]!
    }
    for (let b = 0; b <= a; b++) {
      let sum = state.inverse[layout.blockFrom[n]! + a * size + b]!
      const other = reach + b * width
      for (let q = 0; q < facets; q++) sum += through[row + q]! * x[other + q]!
      variance[a * size + b] = sum
      variance[b * size + a] = sum
    }
  }
  return { width, facets, among, through, variance }
}

/** v_o = a'A_n⁻¹a + w'S_αβ⁻¹w, w = X_n'a + e_j + e_i. */
const spreadOf = (
  carried: Carried,
  own: readonly number[],
  size: number,
  at: { j: number; i: number },
): number => {
  const { variance, through, among, facets } = carried
  const { j, i } = at
  let v = among[j * facets + j]! + among[i * facets + i]! + 2 * among[i * facets + j]!
  for (const a of own) {
    if (a < 0) continue
    v += 2 * (through[a * facets + j]! + through[a * facets + i]!)
    for (const b of own) if (b >= 0) v += variance[a * size + b]!
  }
  return v
}

const tallyCandidate = ({ model, state }: Work, carried: Carried, n: number, tally: Tally): void => {
  const { layout } = model
  const from = layout.localFrom[n]!
  const size = layout.localFrom[n + 1]! - from
  for (let l = 0; l < size; l++) {
    const facet = l === 0 ? 'candidate' : l <= layout.profileSize[n]! ? 'profile' : 'halo'
    tally[facet].count += 1
    tally[facet].sum += state.local[from + l]! ** 2 + carried.variance[l * size + l]!
  }
}

/** Interviewers one by one; questions by family, where versions share σ²_β and have 0.2² of their own. */
const tallyFacets = ({ model, state, covariance }: Work, tally: Tally): void => {
  const { layout, priors } = model
  const size = layout.tauFrom
  for (let j = 0; j < layout.betaFrom; j++) {
    tally.interviewer.count += 1
    tally.interviewer.sum += state.global[j]! ** 2 + covariance[j * size + j]!
  }
  for (const family of priors.families) {
    const prior = priors.sigmas.question ** 2
    const own = family.length === 1 ? 0 : VERSION_VARIANCE
    const weight = prior / (own + family.length * prior)
    let [mean, variance] = [0, prior * (1 - family.length * weight)]
    for (const a of family) {
      mean += weight * state.global[layout.betaFrom + a]!
      for (const b of family)
        variance += weight ** 2 * covariance[(layout.betaFrom + a) * size + layout.betaFrom + b]!
    }
    tally.question.count += 1
    tally.question.sum += mean ** 2 + variance
  }
}

const emptyTally = (): Tally => ({
  candidate: { count: 0, sum: 0 },
  interviewer: { count: 0, sum: 0 },
  question: { count: 0, sum: 0 },
  halo: { count: 0, sum: 0 },
  profile: { count: 0, sum: 0 },
})

/** σ² ← (ν s² + Σ (mean² + variance)) / (ν + units): the EM step under a scaled-inverse-χ² hyperprior. */
const sigmasFrom = (tally: Tally): Sigmas => {
  const of = (facet: keyof Sigmas): number => {
    const { scale, weight } = HYPERPRIORS[facet]
    return Math.sqrt((weight * scale ** 2 + tally[facet].sum) / (weight + tally[facet].count))
  }
  return {
    candidate: of('candidate'),
    interviewer: of('interviewer'),
    question: of('question'),
    halo: of('halo'),
    profile: of('profile'),
  }
}

/**
 * Variance of every rating's η given the thresholds, written into `state.spread`, and the spreads EM proposes.
 *
 * Conditional on τ, so that a shared shift of level is not counted as noise.
 *
 * @param work the model, its state, and S_αβ⁻¹ from {@link facetCovariance}
 * @param damping 1 takes the new variance, less moves only part of the way; 0 leaves it at 0 (Laplace mode)
 */
export const spreadRatings = (work: Work, damping: number): Sigmas => {
  const { model, state } = work
  const { panel, layout } = model
  const tally = emptyTally()
  const empty = new Float64Array(0)
  let carried: Carried = { width: 0, facets: 0, among: empty, through: empty, variance: empty }
  for (let n = 0; n < panel.candidates.length; n++) {
    const size = layout.localFrom[n + 1]! - layout.localFrom[n]!
    carried = carry(work, n, carried)
    for (let o = panel.rowsFrom[n]!; o < panel.rowsFrom[n + 1]!; o++) {
      const own = [0, layout.deltaAt[o]!, layout.haloAt[o]!]
      const spread = spreadOf(carried, own, size, { j: layout.alphaAt[o]!, i: layout.betaAt[o]! })
      state.spread[o]! += (state.spread[o] === 0 && damping > 0 ? 1 : damping) * (spread - state.spread[o]!)
    }
    tallyCandidate(work, carried, n, tally)
  }
  tallyFacets(work, tally)
  return sigmasFrom(tally)
}
