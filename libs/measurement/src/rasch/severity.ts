import { normalCdf } from '../numeric/normal.ts'
import { Z90, type Form, type Yardstick } from './fair-score.ts'
import { momentsAt } from './moments.ts'

/** How strict an interviewer is compared with the average one. Positive is stricter. */
export interface Severity {
  readonly interviewer: string
  /** Logits, relative to the mean interviewer. */
  readonly severity: number
  readonly se: number
  readonly low: number
  readonly high: number
  /** Points of the scale that this interviewer takes off a typical candidate, with its 90 % interval. */
  readonly points: number
  readonly pointsLow: number
  readonly pointsHigh: number
  readonly candidates: number
  readonly lean: 'too_little_evidence' | 'no_clear_lean' | 'may_lean' | 'leans'
  readonly statement: string
}

const FEWEST_CANDIDATES = 5
const LARGEST_SHARE_OF_PRIOR = 0.7

/** E[y | typical] as a function of severity: typical candidate, the form's questions. */
const typicalLevel = (yardstick: Yardstick, form: Form, typical: number): ((severity: number) => number) => {
  const { model, state } = yardstick.posterior
  const { scales, rooms } = yardstick
  const room = rooms[form.scale]!
  return (severity) => {
    let sum = 0
    for (const i of form.questions) {
      const mu = typical - state.global[model.layout.betaFrom + i]! - yardstick.meanSeverity - severity
      momentsAt({ mu, sd: 0 }, scales[form.scale]!, room)
      sum += room.moments[0]!
    }
    return sum / form.questions.length
  }
}

const statementOf = (s: Omit<Severity, 'statement'>): string => {
  const tail = `(${s.candidates} candidate${s.candidates === 1 ? '' : 's'})`
  if (s.lean === 'too_little_evidence')
    return `Too little evidence to say how strict ${s.interviewer} is ${tail}.`
  if (s.lean === 'no_clear_lean') return `${s.interviewer} shows no clear lean ${tail}.`
  const way = s.points >= 0 ? 'stricter' : 'more lenient'
  const [a, b] = s.points >= 0 ? [s.pointsLow, s.pointsHigh] : [-s.pointsHigh, -s.pointsLow]
  const verb = s.lean === 'leans' ? 'tends to rate' : 'may rate'
  return (
    `${s.interviewer} ${verb} about ${Math.abs(s.points).toFixed(1)} points ${way} than colleagues ` +
    `(90%: ${a.toFixed(1)} to ${b.toFixed(1)}; ${s.candidates} candidates). Scores are already adjusted.`
  )
}

const leanOf = (sure: number, candidates: number, shareOfPrior: number): Severity['lean'] => {
  if (candidates < FEWEST_CANDIDATES || shareOfPrior > LARGEST_SHARE_OF_PRIOR) return 'too_little_evidence'
  if (sure >= 0.97) return 'leans'
  return sure >= 0.9 ? 'may_lean' : 'no_clear_lean'
}

/** Distinct candidates of each interviewer. */
const candidatesPerInterviewer = ({ posterior }: Yardstick): Int32Array => {
  const { panel } = posterior.model
  const counts = new Int32Array(panel.interviewers.length)
  for (let o = 0; o < panel.candidate.length; o++) {
    const again =
      o > 0 &&
      panel.candidate[o] === panel.candidate[o - 1] &&
      panel.interviewer[o] === panel.interviewer[o - 1]
    if (!again) counts[panel.interviewer[o]!]! += 1
  }
  return counts
}

/**
 * Severity of every interviewer relative to the mean interviewer, a_j = α_j - mean(α), with the variance of the centred
 * block of S⁻¹ (the uncentred one is off by a fifth), and in points, s_j = E[y | typical] - E[y | typical - a_j].
 *
 * @param yardstick from yardstickOf
 * @param form scale and questions on which points are told
 * @param typical measure of the typical candidate, logits
 */
export const severitiesOf = (yardstick: Yardstick, form: Form, typical: number): Severity[] => {
  const { posterior, meanSeverity, withMean, meanVariance } = yardstick
  const { panel, layout, priors } = posterior.model
  const level = typicalLevel(yardstick, form, typical)
  const counts = candidatesPerInterviewer(yardstick)
  // Centring takes 1/J of the prior variance away; with one interviewer nothing is left to learn.
  const prior = priors.sigmas.interviewer * Math.sqrt(1 - 1 / panel.interviewers.length)
  const points = (severity: number): number => level(0) - level(severity)
  return panel.interviewers.map((interviewer, j) => {
    const variance = posterior.covariance[j * layout.globals + j]! - 2 * withMean[j]! + meanVariance
    const severity = posterior.state.global[j]! - meanSeverity
    const se = Math.sqrt(Math.max(0, variance))
    const sure = se > 0 ? normalCdf(Math.abs(severity) / se) : 0.5
    const figures = {
      interviewer,
      severity,
      se,
      low: severity - Z90 * se,
      high: severity + Z90 * se,
      points: points(severity),
      pointsLow: points(severity - Z90 * se),
      pointsHigh: points(severity + Z90 * se),
      candidates: counts[j]!,
      lean: leanOf(sure, counts[j]!, prior > 0 ? se / prior : 1),
    }
    return { ...figures, statement: statementOf(figures) }
  })
}
