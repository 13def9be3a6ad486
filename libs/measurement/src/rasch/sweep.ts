import { factorInPlace, invertInPlace, type Block } from '../numeric/cholesky.ts'
import { momentsAt, type Scale } from './moments.ts'
import { localPrecision } from './priors.ts'
import { predictorOf, roomsFor, scalesAt, type Model, type Room, type State } from './state.ts'

/**
 * What one pass over the ratings yields: gradient and Schur complement of the globals, and each candidate's own step
 * A_n⁻¹ (its gradient), to be corrected by -X_n dg.
 */
export interface Sweep {
  /** S = C - Σ B_n' A_n⁻¹ B_n, lower triangle, row-major. */
  readonly schur: Float64Array
  readonly gradient: Float64Array
  readonly ownStep: Float64Array
  /** Σ V and number of ratings: the mean information of one rating. */
  information: number
}

export const sweepFor = ({ layout }: Model, state: State): Sweep => ({
  schur: new Float64Array(layout.globals ** 2),
  gradient: new Float64Array(layout.globals),
  ownStep: new Float64Array(state.local.length),
  information: 0,
})

/** One candidate's blocks while they are being summed. */
interface Desk {
  readonly scales: readonly Scale[]
  readonly rooms: readonly Room[]
  coupling: Float64Array
  outer: Float64Array
  pull: Float64Array
  columns: Int32Array
}

const emptyDesk = () => ({
  coupling: new Float64Array(256),
  outer: new Float64Array(256),
  pull: new Float64Array(16),
  columns: new Int32Array(16),
})

/** Adds one rating to the global gradient and curvature. */
const addGlobal = (model: Model, sweep: Sweep, o: number, room: Room): void => {
  const { panel, layout } = model
  const { moments } = room
  const { schur, gradient } = sweep
  const size = layout.globals
  const category = panel.category[o]!
  const j = panel.interviewer[o]!
  const i = layout.betaFrom + panel.question[o]!
  const steps = panel.levels[panel.scale[o]!]! - 1
  const first = layout.stepsFrom[panel.scale[o]!]!
  const surprise = category - moments[0]!
  const v = moments[1]!
  sweep.information += v
  gradient[j]! -= surprise
  gradient[i]! -= surprise
  schur[j * size + j]! += v
  schur[i * size + j]! += v
  schur[i * size + i]! += v
  let at = 2 + 2 * steps
  for (let m = 1; m <= steps; m++) {
    const row = (first + m - 1) * size
    gradient[first + m - 1]! += moments[1 + m]! - (category >= m ? 1 : 0)
    schur[row + j]! += moments[1 + steps + m]!
    schur[row + i]! += moments[1 + steps + m]!
    for (let l = 1; l <= m; l++) schur[row + first + l - 1]! += moments[at++]!
  }
}

/** Adds one rating to row l of the coupling between its candidate and the globals. */
const addCoupling = (
  row: Float64Array,
  at: number,
  rating: { alpha: number; beta: number; tau: number; steps: number },
  moments: Float64Array,
): void => {
  const { steps } = rating
  row[at + rating.alpha]! -= moments[1]!
  row[at + rating.beta]! -= moments[1]!
  for (let m = 1; m <= steps; m++) row[at + rating.tau + m - 1]! -= moments[1 + steps + m]!
}

/** Sums the ratings of candidate n into A_n (in place of its inverse), B_n and its gradient. */
const gather = (model: Model, state: State, work: { sweep: Sweep; desk: Desk }, n: number): void => {
  const { panel, layout } = model
  const { sweep, desk } = work
  const from = layout.localFrom[n]!
  const size = layout.localFrom[n + 1]! - from
  const width = layout.touchedFrom[n + 1]! - layout.touchedFrom[n]!
  const block = layout.blockFrom[n]!
  const { inverse } = state
  if (desk.coupling.length < size * width) desk.coupling = new Float64Array(size * width)
  desk.coupling.fill(0, 0, size * width)
  state.inverse.fill(0, block, block + size * size)
  sweep.ownStep.fill(0, from, from + size)
  for (let o = panel.rowsFrom[n]!; o < panel.rowsFrom[n + 1]!; o++) {
    const s = panel.scale[o]!
    const room = desk.rooms[s]!
    const { moments } = room
    momentsAt({ mu: predictorOf(model, state, o), sd: Math.sqrt(state.spread[o]!) }, desk.scales[s]!, room)
    addGlobal(model, sweep, o, room)
    const surprise = panel.category[o]! - moments[0]!
    const rating = {
      alpha: layout.alphaAt[o]!,
      beta: layout.betaAt[o]!,
      tau: layout.tauAt[o]!,
      steps: desk.scales[s]!.steps,
    }
    const [delta, halo] = [layout.deltaAt[o]!, layout.haloAt[o]!]
    // The locals of a rating ascend: θ, then δ, then h; -1 where the model has none.
    for (let slot = 0; slot < 3; slot++) {
      const a = slot === 0 ? 0 : slot === 1 ? delta : halo
      if (a < 0) continue
      const row = block + a * size
      sweep.ownStep[from + a]! += surprise
      addCoupling(desk.coupling, a * width, rating, moments)
      inverse[row]! += moments[1]!
      if (slot > 0 && delta > 0) inverse[row + delta]! += moments[1]!
      if (slot > 1) inverse[row + halo]! += moments[1]!
    }
  }
}

/** Adds the prior of candidate n, inverts A_n, and takes the candidate out of the global system. */
const condense = (model: Model, state: State, work: { sweep: Sweep; desk: Desk }, n: number): boolean => {
  const { layout, priors } = model
  const { sweep, desk } = work
  const from = layout.localFrom[n]!
  const size = layout.localFrom[n + 1]! - from
  const block: Block = { values: state.inverse, at: layout.blockFrom[n]!, size }
  const gradient = sweep.ownStep.slice(from, from + size)
  for (let l = 0; l < size; l++) {
    const precision = localPrecision(priors.sigmas, l, layout.profileSize[n]!)
    state.inverse[block.at + l * size + l]! += precision
    gradient[l]! -= precision * state.local[from + l]!
  }
  if (!factorInPlace(block)) return false
  invertInPlace(block)
  for (let a = 0; a < size; a++) {
    let step = 0
    for (let b = 0; b < size; b++) step += state.inverse[block.at + a * size + b]! * gradient[b]!
    sweep.ownStep[from + a] = step
  }
  reduce(model, state, { sweep, desk, gradient }, n)
  return true
}

/** X_n = A_n⁻¹ B_n, row by row. */
const solveReach = (
  state: State,
  at: { block: number; reach: number },
  { coupling, columns }: Desk,
  shape: Shape,
): void => {
  const { size, width } = shape
  const { inverse, reach } = state
  reach.fill(0, at.reach, at.reach + size * width)
  // A δ or an h meets few of the globals: the columns where row b of B_n is not 0 are listed once for all rows a.
  for (let b = 0; b < size; b++) {
    const from = b * width
    let count = 0
    for (let t = 0; t < width; t++) if (coupling[from + t] !== 0) columns[count++] = t
    for (let a = 0; a < size; a++) {
      const row = at.reach + a * width
      const scale = inverse[at.block + a * size + b]!
      for (let i = 0; i < count; i++) {
        const t = columns[i]!
        reach[row + t]! += scale * coupling[from + t]!
      }
    }
  }
}

interface Shape {
  readonly size: number
  readonly width: number
}

/** B_n' X_n, lower triangle, and X_n' (own gradient); the zeros of B_n are skipped. */
const product = (
  state: State,
  reachFrom: number,
  desk: Desk,
  shape: Shape & { gradient: Float64Array },
): void => {
  const { size, width, gradient } = shape
  const { coupling, outer, pull } = desk
  const { reach } = state
  outer.fill(0, 0, width * width)
  pull.fill(0, 0, width)
  for (let a = 0; a < size; a++) {
    const row = reachFrom + a * width
    const slope = gradient[a]!
    for (let p = 0; p < width; p++) {
      pull[p]! += reach[row + p]! * slope
      const scale = coupling[a * width + p]!
      if (scale === 0) continue
      const into = p * width
      for (let q = 0; q <= p; q++) outer[into + q]! += scale * reach[row + q]!
    }
  }
}

/** X_n = A_n⁻¹ B_n; S -= B_n' X_n; global gradient -= X_n' (own gradient). */
const reduce = (
  { layout }: Model,
  state: State,
  work: { sweep: Sweep; desk: Desk; gradient: Float64Array },
  n: number,
): void => {
  const { sweep, desk, gradient } = work
  const first = layout.touchedFrom[n]!
  const shape = { size: gradient.length, width: layout.touchedFrom[n + 1]! - first }
  const at = { block: layout.blockFrom[n]!, reach: layout.reachFrom[n]! }
  if (desk.outer.length < shape.width ** 2) {
    desk.outer = new Float64Array(shape.width ** 2)
    desk.pull = new Float64Array(shape.width)
    desk.columns = new Int32Array(shape.width)
  }
  solveReach(state, at, desk, shape)
  product(state, at.reach, desk, { ...shape, gradient })
  const { touched, globals } = layout
  const { schur } = sweep
  const { outer, pull } = desk
  for (let p = 0; p < shape.width; p++) {
    const row = touched[first + p]! * globals
    sweep.gradient[touched[first + p]!]! -= pull[p]!
    for (let q = 0; q <= p; q++) schur[row + touched[first + q]!]! -= outer[p * shape.width + q]!
  }
}

/**
 * One pass over all ratings at the current means: smoothed moments, local blocks, Schur complement.
 *
 * The prior of the globals is not in it; the estimator adds it.
 *
 * @returns false where a candidate's block is not positive definite
 */
export const sweepRatings = (model: Model, state: State, sweep: Sweep): boolean => {
  sweep.schur.fill(0)
  sweep.gradient.fill(0)
  sweep.information = 0
  const scales = scalesAt(model, state.global)
  const desk: Desk = { scales, rooms: roomsFor(scales), ...emptyDesk() }
  for (let n = 0; n < model.panel.candidates.length; n++) {
    gather(model, state, { sweep, desk }, n)
    if (!condense(model, state, { sweep, desk }, n)) return false
  }
  return true
}
