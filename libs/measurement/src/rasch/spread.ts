import { factorInPlace, invertInPlace, whole } from '../numeric/cholesky.ts'
import type { Layout } from './layout.ts'
import type { Sigmas } from './priors.ts'
import type { Model, State } from './state.ts'
import { emptyTally, scored, tallyCandidate, tallyInterviewers, tallyQuestions } from './tally.ts'

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

/** v_o = a'A_n⁻¹a + w'S_αβ⁻¹w, w = X_n'a + e_j + e_i, of rating o; `size` locals. */
const spreadOf = (
  { variance, through, among, facets }: Carried,
  layout: Layout,
  size: number,
  o: number,
): number => {
  const j = layout.alphaAt[o]!
  const i = layout.betaAt[o]!
  const delta = layout.deltaAt[o]!
  const halo = layout.haloAt[o]!
  let v = among[j * facets + j]! + among[i * facets + i]! + 2 * among[i * facets + j]!
  v += variance[0]! + 2 * (through[j]! + through[i]!)
  if (delta > 0) {
    const row = delta * facets
    v += variance[delta * size + delta]! + 2 * (variance[delta]! + through[row + j]! + through[row + i]!)
  }
  if (halo > 0) {
    const row = halo * facets
    v += variance[halo * size + halo]! + 2 * (variance[halo]! + through[row + j]! + through[row + i]!)
    if (delta > 0) v += 2 * variance[halo * size + delta]!
  }
  return v
}

/**
 * Variance of every rating's η given the thresholds, written into `state.spread`, and the spreads one scoring step further.
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
      const spread = spreadOf(carried, layout, size, o)
      state.spread[o]! += (state.spread[o] === 0 && damping > 0 ? 1 : damping) * (spread - state.spread[o]!)
    }
    tallyCandidate(work, carried.variance, n, tally)
  }
  tallyInterviewers(work, work.covariance, tally)
  tallyQuestions(work, work.covariance, tally)
  return scored(tally, model.priors.sigmas)
}
