import {
  ENGINE_VERSION,
  fit,
  type FitInput,
  nextRating,
  type NextOption,
  pairs,
  type Pair,
  type Run,
  type Severity,
} from '../../../../../libs/measurement/src/index.ts'
import { type CalibrationFigures, calibrationOf } from './calibration-figures.ts'
import type { FitOrder } from './fit-order.ts'

/** In levels of the form's scale; `low` to `high` holds the truth nine times in ten. */
export interface FairFigure {
  applicationId: string
  /** Logits, for the order of tiers only. */
  measure: number
  score: number
  low: number
  high: number
  se: number
  /** Candidates of one number may be compared. */
  set: number
  interviewers: number
  ratings: number
}

/** `because` has ids where names belong. */
export type PairFigure = Pick<Pair, 'a' | 'b' | 'probability' | 'state' | 'because'>

/** How an interviewer leans, from all that they rated in the family. */
export interface LeanFigure {
  lean: Severity['lean']
  strict: boolean
  candidates: number
}

/** Everything of a fit that is shown. */
export interface FitFigures {
  scale: number
  candidates: FairFigure[]
  pairs: PairFigure[]
  next: NextOption[]
  /** By interviewer. */
  leans: Record<string, LeanFigure>
  /** Of the whole fit, in sentences. */
  warnings: string[]
  calibration: CalibrationFigures
}

export type FitAnswer =
  | { status: 'done'; modelVersion: string; inputHash: string; figures: FitFigures }
  | { status: 'refused'; refusal: 'too_little_data' | 'not_identified'; because: string }
  | { status: 'failed'; because: string }

const inputOf = (order: FitOrder): FitInput => {
  const { applications, interviewers, questions, competencies, rows, weights, form } = order
  const scales = new Map(rows.map(([, , , , levels]) => [String(levels), { levels }]))
  return {
    scales: Object.fromEntries(scales),
    competencies,
    ...(weights === null ? {} : { weights }),
    ...(form === null ? {} : { form: { scale: String(form.scale), questions: form.questions } }),
    ratings: rows.map(([n, j, i, c, levels, level]) => ({
      candidate: applications[n]!,
      interviewer: interviewers[j]!,
      question: questions[i]!,
      competency: competencies[c]!,
      scale: String(levels),
      level,
    })),
  }
}

const refusedBefore = ({ rows, applications, interviewers, compared }: FitOrder): FitAnswer | null => {
  const refuse = (because: string): FitAnswer => ({ status: 'refused', refusal: 'too_little_data', because })
  if (compared.length === 0) return refuse('No candidate of this job has a mark that counts.')
  if (applications.length < 2) return refuse('One candidate has marks: there is nobody to compare them with.')
  if (interviewers.length === 1 && rows.length < 4)
    return refuse('One interviewer gave a few marks: nothing tells how strict they are.')
  return null
}

/** Pairs of candidates of the job, in the order in which they come. */
const pairsAmong = (run: Run, names: readonly string[]): PairFigure[] => {
  const asked = names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const))
  const found = pairs(run, asked)
  if (found.status !== 'ok') return []
  return found.pairs.map(({ a, b, probability, state, because }) => ({ a, b, probability, state, because }))
}

/** An interview costs about half a millisecond to think through. */
const MOST_INTERVIEWS_THOUGHT_OF = 8_000
const KEPT_OF_A_PAIR = 3

/**
 * What one more interview would tell about two who cannot be told apart, those who are nearest to it first. Nobody is
 * sent to a candidate whom they met.
 */
const oneMore = (run: Run, order: FitOrder, found: readonly PairFigure[]): NextOption[] => {
  const competencies = Object.keys(order.weights ?? {})
  const each = 2 * order.askable.length * competencies.length
  if (each === 0) return []
  const open = new Set(order.open)
  const met = new Set(order.rows.map(([n, j]) => `${order.applications[n]!} ${order.interviewers[j]!}`))
  const undecided = found
    .filter(({ a, b, state }) => state === 'cannot_be_told_apart' && open.has(a) && open.has(b))
    .toSorted((x, y) => Math.abs(y.probability! - 0.5) - Math.abs(x.probability! - 0.5))
  return undecided.slice(0, Math.floor(MOST_INTERVIEWS_THOUGHT_OF / each)).flatMap(({ a, b }) => {
    const next = nextRating(run, { candidates: [a, b], interviewers: order.askable, competencies })
    if (next.status !== 'ok') return []
    return next.options
      .filter(({ candidate, interviewer }) => !met.has(`${candidate} ${interviewer}`))
      .slice(0, KEPT_OF_A_PAIR)
  })
}

const figuresOf = (run: Run, order: FitOrder): FitFigures => {
  const compared = new Set(order.compared)
  const found = pairsAmong(run, order.compared)
  return {
    scale: Number(run.form.scale),
    candidates: run.candidates
      .filter(({ candidate }) => compared.has(candidate))
      .map(({ candidate, measure, fair, low, high, fairSe, set, interviewers, ratings }) => ({
        applicationId: candidate,
        measure,
        score: fair,
        low,
        high,
        se: fairSe,
        set,
        interviewers,
        ratings,
      })),
    pairs: found,
    next: oneMore(run, order, found),
    leans: Object.fromEntries(
      run.interviewers.map(({ interviewer, lean, points, candidates }) => [
        interviewer,
        { lean, strict: points > 0, candidates },
      ]),
    ),
    warnings: run.warnings
      .filter(({ code }) => SAID_OF_A_FIT.has(code))
      .map(({ because }) => `${because[0]!.toUpperCase()}${because.slice(1)}.`),
    calibration: calibrationOf(run, order),
  }
}

const SAID_OF_A_FIT = new Set<Run['warnings'][number]['code']>([
  'one_interviewer',
  'assumes_same_difficulty',
  'prior_driven',
])

/**
 * Computes a fit from its order, and all that is shown of it: the same order gives the same figures.
 *
 * @returns `refused` where the ratings cannot carry it, `failed` where the model does not settle or it is too large
 */
export const answerOf = (order: FitOrder): FitAnswer => {
  const refused = refusedBefore(order)
  if (refused) return refused
  const run = fit(inputOf(order))
  if ('because' in run) {
    const { status, because } = run
    return status === 'too_little_data' || status === 'not_identified'
      ? { status: 'refused', refusal: status, because }
      : { status: 'failed', because }
  }
  if (run.warnings.some(({ code }) => code === 'nothing_distinguishes'))
    return {
      status: 'refused',
      refusal: 'not_identified',
      because: 'All marks are equal: they distinguish nobody.',
    }
  return {
    status: 'done',
    modelVersion: ENGINE_VERSION,
    inputHash: run.inputHash,
    figures: figuresOf(run, order),
  }
}
