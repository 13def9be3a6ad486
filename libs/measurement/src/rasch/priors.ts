import { inverseOf } from '../numeric/cholesky.ts'
import type { Layout } from './layout.ts'
import type { Panel } from './panel.ts'

/** Standard deviations of the random facets, in logits. */
export interface Sigmas {
  readonly candidate: number
  readonly interviewer: number
  readonly question: number
  readonly halo: number
  readonly profile: number
}

/** Scaled-inverse-χ² hyperpriors: scale s and ν pseudo-observations, which keep a spread positive with two interviewers and vanish with fifty. */
export const HYPERPRIORS: Readonly<
  Record<keyof Sigmas, { readonly scale: number; readonly weight: number }>
> = {
  candidate: { scale: 1.2, weight: 4 },
  interviewer: { scale: 0.7, weight: 4 },
  question: { scale: 0.4, weight: 4 },
  halo: { scale: 0.7, weight: 6 },
  profile: { scale: 0.5, weight: 6 },
}

export const FIRST_SIGMAS: Sigmas = {
  candidate: 1.2,
  interviewer: 0.7,
  question: 0.4,
  halo: 0.7,
  profile: 0.5,
}

/** Own variance of one version of a question that has several. */
export const VERSION_VARIANCE = 0.2 ** 2

const STEP = 1.5
const COMMON_LOCATION_VARIANCE = 3 ** 2
const SCALE_LOCATION_VARIANCE = 0.3 ** 2

/** What the thresholds are expected to be: evenly spaced, 1.5 logits apart, around zero. */
export const expectedThresholds = (levels: number): number[] =>
  Array.from({ length: levels - 1 }, (_, m) => STEP * (m - (levels - 2) / 2))

/** Prior mean and precision of all thresholds of all scales. */
export interface ThresholdPrior {
  readonly mean: Float64Array
  readonly precision: Float64Array
}

/**
 * Cov(τ) = 3² (one location common to all scales) + 0.3² within a scale (its own location) + centred step deviations
 * (I - 11'/(K - 1)) within a scale: a new form is expected to be about as hard as the one before it.
 */
export const thresholdPrior = (panel: Panel): ThresholdPrior => {
  const scaleOfStep = panel.levels.flatMap((levels, s) => Array.from({ length: levels - 1 }, () => s))
  const size = scaleOfStep.length
  const covariance = new Float64Array(size * size)
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const same = scaleOfStep[a] === scaleOfStep[b]
      const steps = panel.levels[scaleOfStep[a]!]! - 1
      covariance[a * size + b] =
        COMMON_LOCATION_VARIANCE + (same ? SCALE_LOCATION_VARIANCE - 1 / steps : 0) + (a === b ? 1 : 0)
    }
  }
  const precision = inverseOf(covariance, size)
  if (precision === null) throw new Error('the threshold prior is positive definite by construction')
  return { mean: Float64Array.from(panel.levels.flatMap(expectedThresholds)), precision }
}

/** Nearly flat thresholds, for joint maximum likelihood. */
export const flatThresholds = (panel: Panel, precision: number): ThresholdPrior => {
  const mean = Float64Array.from(panel.levels.flatMap(expectedThresholds))
  const matrix = new Float64Array(mean.length ** 2)
  for (let a = 0; a < mean.length; a++) matrix[a * mean.length + a] = precision
  return { mean: mean.fill(0), precision: matrix }
}

/** A question's name without its version. */
export const familyOf = (question: string): string => {
  const at = question.lastIndexOf('@')
  return at > 0 ? question.slice(0, at) : question
}

/** Questions (codes) grouped by family: one entry per question, versions of one question together. */
export const familiesOf = (questions: readonly string[]): readonly (readonly number[])[] => {
  const families = new Map<string, number[]>()
  for (const [i, question] of questions.entries()) {
    const members = families.get(familyOf(question))
    if (members === undefined) families.set(familyOf(question), [i])
    else members.push(i)
  }
  return [...families.values()]
}

export interface Priors {
  readonly sigmas: Sigmas
  readonly thresholds: ThresholdPrior
  readonly families: readonly (readonly number[])[]
}

/**
 * Precision among the versions of one question, Cov = σ²_β + 0.2² on the diagonal: (I - w 11') / 0.2².
 * A question with one version has the single precision 1 / σ²_β.
 */
const addQuestionPrior = (
  priors: Priors,
  layout: Layout,
  visit: (a: number, b: number, precision: number) => void,
) => {
  const variance = priors.sigmas.question ** 2
  for (const family of priors.families) {
    const own = family.length === 1 ? 0 : VERSION_VARIANCE
    const shared = own === 0 ? 0 : variance / (own + family.length * variance)
    for (const a of family) {
      for (const b of family) {
        const precision = own === 0 ? 1 / variance : ((a === b ? 1 : 0) - shared) / own
        visit(layout.betaFrom + a, layout.betaFrom + b, precision)
      }
    }
  }
}

/** Calls `visit` with every entry of the prior precision of the globals. */
export const visitGlobalPrior = (
  priors: Priors,
  layout: Layout,
  visit: (a: number, b: number, precision: number) => void,
): void => {
  const severity = 1 / priors.sigmas.interviewer ** 2
  for (let j = 0; j < layout.betaFrom; j++) visit(j, j, severity)
  addQuestionPrior(priors, layout, visit)
  const { precision, mean } = priors.thresholds
  for (let a = 0; a < mean.length; a++) {
    for (let b = 0; b < mean.length; b++)
      visit(layout.tauFrom + a, layout.tauFrom + b, precision[a * mean.length + b]!)
  }
}

/** Prior precision of local l of a candidate: θ, then δ, then h. */
export const localPrecision = (sigmas: Sigmas, l: number, profileSize: number): number => {
  if (l === 0) return 1 / sigmas.candidate ** 2
  return 1 / (l <= profileSize ? sigmas.profile : sigmas.halo) ** 2
}
