import { normalQuantile } from '../numeric/normal.ts'
import type { Posterior } from './estimate.ts'
import { momentsAt, type Scale } from './moments.ts'
import type { Standing } from './standing.ts'
import { roomsFor, scalesAt, type Room } from './state.ts'

/** The form on whose scale fair scores are told: one scale and its questions, by code. */
export interface Form {
  readonly scale: number
  readonly questions: readonly number[]
}

export interface FairScore {
  readonly fair: number
  readonly se: number
  readonly low: number
  readonly high: number
  /** dF/dm: points of the scale per logit, at this candidate. */
  readonly slope: number
}

/** What all candidates share: mean severity, the globals' covariance summed over the interviewers. */
export interface Yardstick {
  readonly posterior: Posterior
  readonly meanSeverity: number
  /** S⁻¹ 1_α and 1_α' S⁻¹ 1_α: the average interviewer touches all of them. */
  readonly withMean: Float64Array
  readonly meanVariance: number
  readonly scales: readonly Scale[]
  readonly rooms: readonly Room[]
  /** Room to find a global's place in a short list; -1 everywhere between uses. */
  readonly place: Int32Array
}

export const yardstickOf = (posterior: Posterior): Yardstick => {
  const { layout } = posterior.model
  const withMean = new Float64Array(layout.globals)
  let [meanSeverity, meanVariance] = [0, 0]
  for (let j = 0; j < layout.betaFrom; j++) {
    meanSeverity += posterior.state.global[j]! / layout.betaFrom
    for (let a = 0; a < layout.globals; a++)
      withMean[a]! += posterior.covariance[a * layout.globals + j]! / layout.betaFrom
  }
  for (let j = 0; j < layout.betaFrom; j++) meanVariance += withMean[j]! / layout.betaFrom
  const scales = scalesAt(posterior.model, posterior.state.global)
  const place = new Int32Array(layout.globals).fill(-1)
  return { posterior, meanSeverity, withMean, meanVariance, scales, rooms: roomsFor(scales), place }
}

/** z of a central 90 % interval. */
export const Z90 = normalQuantile(0.95)

/** Interval on the logit of (F - 1) / (K - 1), transformed back: it never leaves 1..K. */
const intervalOf = (share: number, se: number, steps: number): { low: number; high: number } => {
  const slope = share * (1 - share)
  if (!(slope > 0)) return { low: 1 + steps * share, high: 1 + steps * share }
  const logit = Math.log(share / (1 - share))
  const half = (Z90 * se) / (steps * slope)
  return { low: 1 + steps / (1 + Math.exp(half - logit)), high: 1 + steps / (1 + Math.exp(-half - logit)) }
}

interface Expected {
  readonly mean: number
  readonly slope: number
  /** Globals of the form (its questions, then the steps of its scale) and dF by each. */
  readonly at: readonly number[]
  readonly d: readonly number[]
}

/** Mean expected category over the form's questions by the average interviewer, with its derivatives. */
const expectedOn = (yardstick: Yardstick, form: Form, measure: number): Expected => {
  const { model, state } = yardstick.posterior
  const { layout } = model
  const scale = yardstick.scales[form.scale]!
  const room = yardstick.rooms[form.scale]!
  const count = form.questions.length
  let [mean, slope] = [0, 0]
  const at: number[] = []
  const d: number[] = []
  const onSteps = Array.from({ length: scale.steps }, () => 0)
  for (const i of form.questions) {
    const global = layout.betaFrom + i
    momentsAt({ mu: measure - state.global[global]! - yardstick.meanSeverity, sd: 0 }, scale, room)
    mean += room.moments[0]! / count
    slope += room.moments[1]! / count
    at.push(global)
    d.push(-room.moments[1]! / count)
    for (let m = 1; m <= scale.steps; m++) onSteps[m - 1]! -= room.moments[1 + scale.steps + m]! / count
  }
  for (const [m, change] of onSteps.entries()) {
    at.push(layout.stepsFrom[form.scale]! + m)
    d.push(change)
  }
  return { mean, slope, at, d }
}

/**
 * Variance of F: slope² own + g'S⁻¹g with g = -slope U + dF/dβ + dF/dτ - slope 1_α/J.
 * The last part touches every interviewer and is taken from the yardstick.
 */
const varianceOf = (yardstick: Yardstick, standing: Standing, expected: Expected): number => {
  const { covariance, model } = yardstick.posterior
  const { globals } = model.layout
  const { withMean, place } = yardstick
  const at = [...expected.at]
  const g = [...expected.d]
  for (const [p, a] of at.entries()) place[a] = p
  for (const [p, a] of standing.at.entries()) {
    const change = -expected.slope * standing.u[p]!
    const known = place[a]!
    if (known >= 0) g[known]! += change
    else {
      at.push(a)
      g.push(change)
    }
  }
  for (const a of expected.at) place[a] = -1
  let variance = expected.slope ** 2 * (standing.own + yardstick.meanVariance)
  for (let p = 0; p < at.length; p++) {
    const row = at[p]! * globals
    let inner = -2 * expected.slope * withMean[at[p]!]!
    for (let q = 0; q < at.length; q++) inner += covariance[row + at[q]!]! * g[q]!
    variance += g[p]! * inner
  }
  return Math.max(0, variance)
}

/**
 * Fair score: what the average interviewer would give on this form,
 * F = 1 + mean over its questions of E[y | η = m - β_i - mean(α)], with a 90 % interval by the delta method over all parameters.
 *
 * @param yardstick from {@link yardstickOf}
 * @param standing the candidate's
 * @param form scale and questions
 * @returns points of the scale, within 1..K
 */
export const fairScoreOf = (yardstick: Yardstick, standing: Standing, form: Form): FairScore => {
  const expected = expectedOn(yardstick, form, standing.measure)
  const steps = yardstick.posterior.model.panel.levels[form.scale]! - 1
  const se = Math.sqrt(varianceOf(yardstick, standing, expected))
  return {
    fair: 1 + expected.mean,
    se,
    ...intervalOf(expected.mean / steps, se, steps),
    slope: expected.slope,
  }
}
