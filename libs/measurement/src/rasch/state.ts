import type { Layout } from './layout.ts'
import { scaleOf, momentsFor, type Moments, type Scale } from './moments.ts'
import type { Panel } from './panel.ts'
import type { Priors } from './priors.ts'

/** Everything the estimator reads: the ratings, where their parameters lie, the priors. */
export interface Model {
  readonly panel: Panel
  readonly layout: Layout
  readonly priors: Priors
}

/**
 * The posterior as the estimator keeps it.
 *
 * `local` and `global` are means; `spread` is the variance of each rating's η given the thresholds (0 in Laplace mode);
 * `inverse` holds A_n⁻¹ (L x L) and `reach` X_n = A_n⁻¹ B_n (L x touched) of each candidate, so that with S the Schur
 * complement Cov(x_n, x_m) = [n = m] A_n⁻¹ + X_n S⁻¹ X_m' and Cov(x_n, g) = -X_n S⁻¹.
 */
export interface State {
  readonly local: Float64Array
  readonly global: Float64Array
  readonly spread: Float64Array
  readonly inverse: Float64Array
  readonly reach: Float64Array
}

export const firstState = ({ panel, layout, priors }: Model): State => {
  const global = new Float64Array(layout.globals)
  global.set(priors.thresholds.mean, layout.tauFrom)
  const count = panel.candidates.length
  return {
    local: new Float64Array(layout.localFrom[count]!),
    global,
    spread: new Float64Array(panel.candidate.length),
    inverse: new Float64Array(layout.blockFrom[count]!),
    reach: new Float64Array(layout.reachFrom[count]!),
  }
}

/** Thresholds of each scale at given globals. */
export const scalesAt = ({ panel, layout }: Pick<Model, 'panel' | 'layout'>, global: Float64Array): Scale[] =>
  panel.levels.map((levels, s) =>
    scaleOf(global.subarray(layout.stepsFrom[s], layout.stepsFrom[s]! + levels - 1)),
  )

/** Linear predictor of rating o: θ + δ + h - α - β. */
export const predictorOf = (
  { panel, layout }: Model,
  state: Pick<State, 'local' | 'global'>,
  o: number,
): number => {
  const from = layout.localFrom[panel.candidate[o]!]!
  const { local, global } = state
  let eta = local[from]! - global[panel.interviewer[o]!]! - global[layout.betaFrom + panel.question[o]!]!
  if (layout.effects.profile) eta += local[from + layout.deltaAt[o]!]!
  if (layout.effects.halo) eta += local[from + layout.haloAt[o]!]!
  return eta
}

/** Room for the moments of a rating on each scale. */
export interface Room {
  readonly moments: Moments
  readonly p: Float64Array
}

export const roomsFor = (scales: readonly Scale[]): Room[] =>
  scales.map((scale) => ({ moments: momentsFor(scale.steps), p: new Float64Array(scale.steps + 1) }))
