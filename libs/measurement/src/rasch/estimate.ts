import { factorInPlace, invertInPlace, solveInPlace, whole } from '../numeric/cholesky.ts'
import { changeOf, newTrail, nextSigmas } from './accelerate.ts'
import { objective } from './objective.ts'
import { visitGlobalPrior, type Sigmas } from './priors.ts'
import { facetCovariance, spreadRatings } from './spread.ts'
import { firstState, type Model, type State } from './state.ts'
import { sweepFor, sweepRatings, type Sweep } from './sweep.ts'

/** How far to go. */
export interface Settings {
  /** Stop when no global moves by more than this (logits) .. */
  readonly step: number
  /** .. and no spread by more than this (log). */
  readonly sigma: number
  /** Moments smoothed over each rating's posterior (true), or MAP with Laplace intervals (false). */
  readonly variational: boolean
  /** Spreads estimated (true) or held where they start. */
  readonly learnSigmas: boolean
}

export interface Posterior {
  readonly model: Model
  readonly state: State
  /** S⁻¹ of all globals, both triangles. */
  readonly covariance: Float64Array
  /** Mean information of one rating, V̄. */
  readonly information: number
  readonly passes: number
  readonly converged: boolean
}

const MOST_PASSES = 200
/** The first passes only find the means: spreads of figures that are far off, be it only a new candidate's, would be noise. */
const MEANS_FIRST = 2
const LONGEST_STEP = 2
/** Newton on a concave function needs no check when nothing moves further than this. */
const SAFE_STEP = 0.5

const addGlobalPrior = (model: Model, state: State, sweep: Sweep): void => {
  const { layout, priors } = model
  visitGlobalPrior(priors, layout, (a, b, precision) => {
    const mean = b < layout.tauFrom ? 0 : priors.thresholds.mean[b - layout.tauFrom]!
    sweep.gradient[a]! -= precision * (state.global[b]! - mean)
    if (b <= a) sweep.schur[a * layout.globals + b]! += precision
  })
}

const largest = (values: Float64Array): number => {
  let top = 0
  for (const value of values) top = Math.max(top, Math.abs(value))
  return top
}

/** The Newton direction: dg = S⁻¹ (global gradient), dx_n = A_n⁻¹ (own gradient) - X_n dg. */
const direction = (
  { panel, layout }: Model,
  state: State,
  step: { global: Float64Array; own: Float64Array },
): Float64Array => {
  const local = Float64Array.from(step.own)
  for (let n = 0; n < panel.candidates.length; n++) {
    const first = layout.touchedFrom[n]!
    const width = layout.touchedFrom[n + 1]! - first
    const reach = layout.reachFrom[n]!
    const from = layout.localFrom[n]!
    for (let a = 0; from + a < layout.localFrom[n + 1]!; a++)
      for (let t = 0; t < width; t++)
        local[from + a]! -= state.reach[reach + a * width + t]! * step.global[layout.touched[first + t]!]!
  }
  return local
}

const move = (values: Float64Array, step: Float64Array, length: number): void => {
  for (let i = 0; i < values.length; i++) values[i]! += length * step[i]!
}

/** Moves along the direction, capped, and back by halves while the objective falls. */
const climb = (model: Model, state: State, step: { global: Float64Array; local: Float64Array }): void => {
  const top = largest(step.global)
  let length = top > LONGEST_STEP ? LONGEST_STEP / top : 1
  const careful = Math.max(top, largest(step.local)) > SAFE_STEP
  const before = careful ? objective(model, state) : 0
  move(state.global, step.global, length)
  move(state.local, step.local, length)
  if (!careful) return
  for (let halving = 0; halving < 30 && objective(model, state) < before; halving++) {
    length /= 2
    move(state.global, step.global, -length)
    move(state.local, step.local, -length)
  }
}

interface Pass {
  readonly step: Float64Array
  readonly sigmas: Sigmas
}

const LEAST_DAMPING = 0.3

/** How much of a rating's new variance is taken; less once the steps swing to and fro. */
interface Damping {
  share: number
  turns: number
  before: Float64Array
}

/**
 * Where marks are extreme, a wider spread sharpens the curvature, which narrows the spread: means and spreads can swing
 * around their joint solution. Two steps running that turn back without getting shorter say so.
 */
const damp = (damping: Damping, now: Float64Array): void => {
  const { before } = damping
  let along = 0
  for (let a = 0; a < before.length; a++) along += now[a]! * before[a]!
  damping.before = now
  damping.turns = along < 0 && largest(now) > 0.5 * largest(before) ? damping.turns + 1 : 0
  if (damping.turns < 2) return
  damping.turns = 0
  damping.share = Math.max(LEAST_DAMPING, damping.share * 0.6)
}

/** Steps 1 to 6 of one pass; null where the system is singular. */
const onePass = (model: Model, state: State, sweep: Sweep, damping: number): Pass | null => {
  if (!sweepRatings(model, state, sweep)) return null
  addGlobalPrior(model, state, sweep)
  const facets = facetCovariance(model, sweep.schur)
  const factor = whole(sweep.schur, model.layout.globals)
  if (facets === null || !factorInPlace(factor)) return null
  const global = Float64Array.from(sweep.gradient)
  solveInPlace(factor, global)
  climb(model, state, { global, local: direction(model, state, { global, own: sweep.ownStep }) })
  const sigmas = spreadRatings({ model, state, covariance: facets }, damping)
  return { step: global, sigmas }
}

/**
 * Penalised Newton with each candidate's parameters condensed out (Schur complement), moments smoothed over the
 * posterior of each rating (Gaussian variational approximation), spreads by accelerated EM (Fisher scoring, `tally.ts`).
 *
 * At fixed sigmas and spreads the objective is strictly concave: one optimum, no random numbers, the same answer each time.
 *
 * @param start the model with its first sigmas
 * @param settings how far to go
 * @param warm where to begin instead of at the priors' means; it is changed
 * @returns the posterior, or null where a system was singular or a value stopped being finite
 */
export const estimate = (start: Model, settings: Settings, warm?: State): Posterior | null => {
  let model = start
  const state = warm ?? firstState(model)
  const sweep = sweepFor(model, state)
  const trail = newTrail()
  const damping: Damping = { share: 1, turns: 0, before: new Float64Array(0) }
  let passes = 0
  let converged = false
  let held = !settings.learnSigmas
  while (passes < MOST_PASSES && !converged) {
    passes += 1
    const pass = onePass(model, state, sweep, settings.variational ? damping.share : 0)
    if (pass === null || !Number.isFinite(largest(pass.step))) return null
    damp(damping, pass.step)
    if (!held && passes > MEANS_FIRST) {
      const change = changeOf(model.priors.sigmas, pass.sigmas)
      // Once the spreads stand still they are held, so that the means can settle on them.
      held = change < settings.sigma
      const sigmas = nextSigmas(trail, model.priors.sigmas, pass.sigmas)
      model = { ...model, priors: { ...model.priors, sigmas } }
    }
    converged = held && passes > MEANS_FIRST + 1 && largest(pass.step) < settings.step
  }
  const factor = whole(sweep.schur, model.layout.globals)
  invertInPlace(factor)
  const information = sweep.information / model.panel.candidate.length
  return { model, state, covariance: sweep.schur, information, passes, converged }
}
