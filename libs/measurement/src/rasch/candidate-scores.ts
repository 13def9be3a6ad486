import type { Posterior } from './estimate.ts'
import { fairScoreOf, type Form, type Yardstick } from './fair-score.ts'
import { questionsRated } from './form.ts'
import type { Panel } from './panel.ts'
import { standingOf, through, type Standing } from './standing.ts'
import { layWeights } from './weights.ts'

export interface CompetencyScore {
  readonly competency: string
  readonly assessed: boolean
  readonly fair: number
  readonly low: number
  readonly high: number
}

/** Measures in logits; fair, low, high, raw in points of the form's scale; intervals are 90 %. */
export interface CandidateScore {
  readonly candidate: string
  readonly measure: number
  readonly se: number
  readonly fair: number
  readonly low: number
  readonly high: number
  readonly fairSe: number
  /** Mean level of the candidate's ratings; null where they lie on several scales. */
  readonly raw: number | null
  readonly ratings: number
  readonly interviewers: number
  /** Number of the set of candidates they may be compared with. */
  readonly set: number
  readonly competencies: readonly CompetencyScore[]
}

/** What scores are made of. */
export interface Desk {
  readonly competencies: readonly string[]
  readonly panel: Panel
  readonly posterior: Posterior
  readonly yardstick: Yardstick
  readonly form: Form
}

/** Form of one competency: its own questions on the scale, or all of the form's where it has none. */
const competencyForms = ({ competencies, panel, form }: Desk): Form[] =>
  competencies.map((name) => {
    const code = panel.competencies.indexOf(name)
    const own =
      code < 0 ? [] : questionsRated(panel, form.scale, code).filter((i) => form.questions.includes(i))
    return own.length === 0 ? form : { scale: form.scale, questions: own }
  })

const countsOf = (
  panel: Panel,
  n: number,
): { raw: number | null; ratings: number; interviewers: number; assessed: Set<number> } => {
  const [from, to] = [panel.rowsFrom[n]!, panel.rowsFrom[n + 1]!]
  let sum = 0
  for (let o = from; o < to; o++) sum += panel.category[o]! + 1
  const scales = new Set(panel.scale.subarray(from, to))
  return {
    raw: scales.size === 1 ? sum / (to - from) : null,
    ratings: to - from,
    interviewers: new Set(panel.interviewer.subarray(from, to)).size,
    assessed: new Set(panel.competency.subarray(from, to)),
  }
}

/**
 * Fair score of every candidate, overall and by competency, beside what was seen.
 *
 * @param desk the fit and the form
 * @param standings overall standing of each candidate
 * @param sets number of each candidate's set
 */
export const scoreCandidates = (
  desk: Desk,
  standings: readonly Standing[],
  sets: Int32Array,
): CandidateScore[] => {
  const { panel, posterior, yardstick, form } = desk
  const forms = competencyForms(desk)
  const unit = desk.competencies.map((_, c) =>
    layWeights(
      panel.competencies,
      desk.competencies,
      desk.competencies.map((__, d) => (c === d ? 1 : 0)),
    ),
  )
  return panel.candidates.map((candidate, n) => {
    const { assessed, ...counts } = countsOf(panel, n)
    const standing = standings[n]!
    const overall = fairScoreOf(yardstick, standing, form)
    const variance =
      standing.own +
      through(posterior.covariance, posterior.model.layout.globals, { x: standing, y: standing })
    const competencies = desk.competencies.map((competency, c) => {
      const { fair, low, high } = fairScoreOf(yardstick, standingOf(posterior, n, unit[c]!), forms[c]!)
      return { competency, assessed: assessed.has(panel.competencies.indexOf(competency)), fair, low, high }
    })
    return {
      candidate,
      measure: standing.measure,
      se: Math.sqrt(variance),
      fair: overall.fair,
      low: overall.low,
      high: overall.high,
      fairSe: overall.se,
      ...counts,
      set: sets[n]!,
      competencies,
    }
  })
}
