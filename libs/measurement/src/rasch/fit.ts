import { invalid, type Refusal } from '../result.ts'
import { checkEarlier, isSelective, selectiveAssignment, type EarlierScores } from './assignment.ts'
import { scoreCandidates, type CandidateScore } from './candidate-scores.ts'
import { groupBySet } from './connectivity.ts'
import { estimate, type Posterior, type Settings } from './estimate.ts'
import { yardstickOf, type Form } from './fair-score.ts'
import { readForm, type FormInput } from './form.ts'
import { ENGINE_VERSION, inputHash } from './identity.ts'
import { checkInterviews, warningsOfDates, type InterviewDates } from './interview-dates.ts'
import { layoutOf } from './layout.ts'
import { linksOf } from './links.ts'
import { readPanel, type Panel, type PanelInput } from './panel.ts'
import { FIRST_SIGMAS, familiesOf, thresholdPrior, type Sigmas } from './priors.ts'
import { reliabilityOf, type Reliability } from './reliability.ts'
import { checkStart, stateFrom, type Start } from './start.ts'
import { severitiesOf, type Severity } from './severity.ts'
import { standingOf, type Standing } from './standing.ts'
import { warningsOf, type Warning } from './warnings.ts'
import { layWeights, weightsOf } from './weights.ts'

export interface FitInput extends PanelInput {
  readonly weights?: Readonly<Record<string, number>>
  readonly form?: FormInput
  /** Scores of an earlier stage by candidate: only to warn where interviewers were assigned by them. */
  readonly earlier?: EarlierScores
  /** When interviews were held and submitted: only to warn. */
  readonly interviews?: readonly InterviewDates[]
  /** Figures of an earlier fit to begin from (see `startOf`): the same solution, to the mode's tolerance, in fewer passes. */
  readonly start?: Start
  readonly options?: {
    /** `published` settles to 1e-6 logits, `interactive` to 1e-3. Default: published. */
    readonly mode?: 'published' | 'interactive'
    /** false: MAP with Laplace intervals, which shrinks spreads and undercovers severities. Default: true. */
    readonly variational?: boolean
  }
}

/** An immutable measurement run. `posterior` and `standings` are what pairs, ranks and planning go on from. */
export interface Run {
  /** `disconnected`: figures are there, but only candidates of one set may be compared. */
  readonly status: 'ok' | 'disconnected'
  readonly engineVersion: string
  readonly inputHash: string
  readonly passes: number
  readonly sigmas: Sigmas
  readonly thresholds: Readonly<Record<string, readonly number[]>>
  readonly form: { readonly scale: string; readonly questions: readonly string[] }
  readonly candidates: readonly CandidateScore[]
  readonly interviewers: readonly Severity[]
  readonly questions: readonly {
    readonly question: string
    readonly difficulty: number
    readonly se: number
  }[]
  readonly sets: readonly (readonly string[])[]
  readonly reliability: Reliability
  readonly warnings: readonly Warning[]
  readonly posterior: Posterior
  readonly standings: readonly Standing[]
  readonly formCodes: Form
  /** Sets without the assumption that versions of a question are about as hard, by candidate. */
  readonly strictSets: Int32Array
  readonly weights: readonly number[]
  readonly competencies: readonly string[]
}

const MODES: Readonly<Record<'published' | 'interactive', Pick<Settings, 'step' | 'sigma'>>> = {
  published: { step: 1e-6, sigma: 2e-4 },
  interactive: { step: 1e-3, sigma: 1e-2 },
}
const MOST_GLOBALS = 1500
const MOST_NUMBERS = 60_000_000

const readSettings = (options: FitInput['options']): Settings | Refusal => {
  const mode = options?.mode ?? 'published'
  if (!Object.hasOwn(MODES, mode)) return invalid('options.mode', 'must be published or interactive')
  const variational = options?.variational ?? true
  if (typeof variational !== 'boolean') return invalid('options.variational', 'must be true or false')
  return { ...MODES[mode], variational, learnSigmas: true }
}

/** The posterior of a panel under the five-facet model. */
export const posteriorOf = (
  panel: Panel,
  settings: Settings,
  effects = { profile: true, halo: true },
  start?: Start,
): Posterior | Refusal => {
  const globals =
    panel.interviewers.length +
    panel.questions.length +
    panel.levels.reduce((sum, levels) => sum + levels - 1, 0)
  if (globals > MOST_GLOBALS)
    return {
      status: 'too_large',
      because: `${globals} interviewers, questions and thresholds; at most ${MOST_GLOBALS}: fit per job family`,
    }
  const layout = layoutOf(panel, effects)
  const numbers = layout.blockFrom.at(-1)! + layout.reachFrom.at(-1)!
  if (numbers > MOST_NUMBERS)
    return {
      status: 'too_large',
      because: `${numbers} numbers to keep; at most ${MOST_NUMBERS}: fit per job family`,
    }
  const priors = {
    sigmas: start?.sigmas ?? FIRST_SIGMAS,
    thresholds: thresholdPrior(panel),
    families: familiesOf(panel.questions),
  }
  const model = { panel, layout, priors }
  const posterior = estimate(model, settings, start && stateFrom(model, start))
  if (posterior === null || !posterior.converged)
    return { status: 'not_converged', because: 'the fit did not settle: no adjustment is available' }
  return posterior
}

const thresholdsOf = (panel: Panel, posterior: Posterior): Record<string, number[]> => {
  const { layout } = posterior.model
  const entries = panel.scales.map((name, s): [string, number[]] => {
    const from = layout.stepsFrom[s]!
    return [name, Array.from(posterior.state.global.subarray(from, from + panel.levels[s]! - 1))]
  })
  return Object.fromEntries(entries)
}

const questionsOf = (panel: Panel, { model, state, covariance }: Posterior): Run['questions'] =>
  panel.questions.map((question, i) => {
    const a = model.layout.betaFrom + i
    return {
      question,
      difficulty: state.global[a]!,
      se: Math.sqrt(covariance[a * model.layout.globals + a]!),
    }
  })

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const runOf = (
  input: FitInput,
  panel: Panel,
  made: { posterior: Posterior; form: Form; weights: readonly number[]; hash: string },
): Run => {
  const { posterior, form, weights } = made
  const yardstick = yardstickOf(posterior)
  const laid = layWeights(panel.competencies, input.competencies, weights)
  const standings = panel.candidates.map((_, n) => standingOf(posterior, n, laid))
  const { sets: numbers, strictSets } = linksOf(panel)
  const sets = groupBySet(panel.candidates, numbers)
  const candidates = scoreCandidates(
    { competencies: input.competencies, panel, posterior, yardstick, form },
    standings,
    numbers,
  )
  const steps = panel.levels[form.scale]! - 1
  const assumedSets = new Set(strictSets).size > sets.length
  return {
    status: sets.length === 1 ? 'ok' : 'disconnected',
    engineVersion: ENGINE_VERSION,
    inputHash: made.hash,
    passes: posterior.passes,
    sigmas: posterior.model.priors.sigmas,
    thresholds: thresholdsOf(panel, posterior),
    form: { scale: panel.scales[form.scale]!, questions: form.questions.map((i) => panel.questions[i]!) },
    candidates,
    interviewers: severitiesOf(yardstick, form, mean(standings.map((s) => s.measure))),
    questions: questionsOf(panel, posterior),
    sets,
    reliability: reliabilityOf(posterior, yardstick, { candidates, weights }),
    warnings: [
      ...warningsOf({
        panel,
        candidates,
        competencies: input.competencies,
        weights,
        steps,
        sets,
        assumedSets,
        selective:
          input.earlier !== undefined && isSelective(selectiveAssignment(panel, input.earlier, made.hash)),
      }),
      ...warningsOfDates(input.interviews ?? []),
    ],
    posterior,
    standings,
    formCodes: form,
    strictSets,
    weights,
    competencies: input.competencies,
  }
}

/** What only warnings depend on, in an order of its own, and where the fit began: nothing where nothing is given. */
const besides = ({ earlier = {}, interviews = [], start }: FitInput): unknown[] => {
  const scores = Object.entries(earlier).sort(([a], [b]) => (a < b ? -1 : 1))
  const dates = interviews
    .map((row) => JSON.stringify([row.candidate, row.interviewer, row.heldAt, row.submittedAt]))
    .sort()
  return [
    ...(scores.length === 0 ? [] : [{ earlier: scores }]),
    ...(dates.length === 0 ? [] : [{ interviews: dates }]),
    ...(start === undefined ? [] : [{ start }]),
  ]
}

/**
 * Fits the many-facet rating scale model: who is how strong, who rates how strictly, and how sure that is.
 *
 * η = θ_n + δ_nc + h_nj - α_j - β_i, ln P(y = k) / P(y = k - 1) = η - τ_k, all facets random (MEASUREMENT model 1:
 * hierarchical many-facet Rasch after Linacre 1989 and Andrich 1978, with candidate-by-interviewer and
 * candidate-by-competency effects), estimated by penalised Newton with Gaussian variational smoothing and
 * spreads by scoring to EM's fixed point.
 *
 * @param input ratings by name, levels from 1; scales with their number of levels; competencies with their weights
 * @returns a run, `ok` or `disconnected` (with its figures; compare within a set only), or a refusal:
 *   `invalid_input` naming the element, `too_little_data` for no rating, `too_large`, `not_converged`
 */
export const fit = (input: FitInput): Run | Refusal => {
  const read = readPanel(input)
  if (read.status !== 'ok') return read
  const { panel } = read
  const weights = weightsOf(input.competencies, input.weights)
  if ('status' in weights) return weights
  const form = readForm(panel, input.form)
  if ('status' in form) return form
  const settings = readSettings(input.options)
  if ('status' in settings) return settings
  const wrong = checkEarlier(input.earlier) ?? checkInterviews(input.interviews) ?? checkStart(input.start)
  if (wrong !== undefined) return wrong
  const posterior = posteriorOf(panel, settings, undefined, input.start)
  if ('status' in posterior) return posterior
  const hash = inputHash(panel, [
    ENGINE_VERSION,
    input.competencies,
    weights,
    form,
    settings,
    ...besides(input),
  ])
  return runOf(input, panel, { posterior, form, weights, hash })
}
