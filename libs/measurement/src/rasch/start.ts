import { invalid, type Refusal } from '../result.ts'
import type { Posterior } from './estimate.ts'
import type { Run } from './fit.ts'
import type { Sigmas } from './priors.ts'
import { firstState, type Model, type State } from './state.ts'
import { FACETS } from './tally.ts'

type ByName = Readonly<Record<string, number>>

/**
 * Where a fit may begin: the figures of an earlier one by name, all in logits. Plain data, to be kept beside the run.
 *
 * Names that the new panel does not have are passed over; those it has in addition begin at their priors.
 */
export interface Start {
  readonly sigmas: Sigmas
  readonly severities: ByName
  readonly difficulties: ByName
  /** Steps of each scale; a scale with another number of levels begins at its prior. */
  readonly thresholds: Readonly<Record<string, readonly number[]>>
  readonly candidates: Readonly<Record<string, CandidateStart>>
  /** Mean variance of a rating's η given the thresholds: where a rating is new. */
  readonly smoothing: number
}

export interface CandidateStart {
  readonly overall: number
  readonly profile: ByName
  readonly halo: ByName
  /** Variance of the η of each rating given the thresholds, by interviewer and question. */
  readonly smoothing: Readonly<Record<string, ByName>>
}

const named = (names: readonly string[], value: (i: number) => number): ByName =>
  Object.fromEntries(names.map((name, i) => [name, value(i)]))

/** Code of each local of candidate n after θ: competencies of its δ, then interviewers of its h. */
const localCodes = ({ panel, layout }: Model, n: number): { profile: number[]; halo: number[] } => {
  const from = layout.localFrom[n]! + 1
  const profile = Array.from(layout.deltaCompetency.subarray(from, from + layout.profileSize[n]!))
  const touched = layout.touched.subarray(layout.touchedFrom[n], layout.touchedFrom[n + 1])
  const halo = layout.effects.halo
    ? Array.from(touched.filter((global) => global < panel.interviewers.length))
    : []
  return { profile, halo }
}

const smoothingOf = ({ model, state }: Posterior, n: number): CandidateStart['smoothing'] => {
  const { panel } = model
  const found: Record<string, Record<string, number>> = Object.create(null)
  for (let o = panel.rowsFrom[n]!; o < panel.rowsFrom[n + 1]!; o++) {
    const own = (found[panel.interviewers[panel.interviewer[o]!]!] ??= Object.create(null) as Record<
      string,
      number
    >)
    own[panel.questions[panel.question[o]!]!] = state.spread[o]!
  }
  return found
}

const candidateOf = (posterior: Posterior, n: number): CandidateStart => {
  const { model, state } = posterior
  const { panel, layout } = model
  const { profile, halo } = localCodes(model, n)
  const own = (l: number): number => state.local[layout.localFrom[n]! + l]!
  return {
    overall: own(0),
    profile: named(
      profile.map((c) => panel.competencies[c]!),
      (i) => own(1 + i),
    ),
    halo: named(
      halo.map((j) => panel.interviewers[j]!),
      (i) => own(1 + profile.length + i),
    ),
    smoothing: smoothingOf(posterior, n),
  }
}

/**
 * Where the next fit may begin, given this one: the same solution in fewer passes where few ratings are new.
 *
 * @param run a fit, of whatever panel
 */
export const startOf = (run: Run): Start => {
  const { model, state } = run.posterior
  const { panel, layout } = model
  return {
    sigmas: run.sigmas,
    severities: named(panel.interviewers, (j) => state.global[j]!),
    difficulties: named(panel.questions, (i) => state.global[layout.betaFrom + i]!),
    thresholds: run.thresholds,
    candidates: Object.fromEntries(panel.candidates.map((name, n) => [name, candidateOf(run.posterior, n)])),
    smoothing: state.spread.reduce((sum, v) => sum + v, 0) / state.spread.length,
  }
}

const isFinite = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)

const checkFinite = (values: unknown, at: string): Refusal | undefined => {
  if (typeof values !== 'object' || values === null) return invalid(at, 'must be figures by name')
  const wrong = Object.entries(values).find(([, value]) => !isFinite(value))
  return wrong === undefined ? undefined : invalid(`${at}.${wrong[0]}`, 'must be a finite number')
}

const checkSmoothing = (smoothing: unknown, at: string): Refusal | undefined => {
  if (typeof smoothing !== 'object' || smoothing === null) return invalid(at, 'must be figures by name')
  for (const [interviewer, values] of Object.entries(smoothing)) {
    const wrong = checkFinite(values, `${at}.${interviewer}`)
    if (wrong !== undefined) return wrong
    const negative = Object.entries(values as ByName).find(([, v]) => v < 0)
    if (negative !== undefined) return invalid(`${at}.${interviewer}.${negative[0]}`, 'must not be negative')
  }
  return undefined
}

const checkCandidates = (candidates: unknown): Refusal | undefined => {
  if (typeof candidates !== 'object' || candidates === null)
    return invalid('start.candidates', 'must be figures by name')
  for (const [name, own] of Object.entries(candidates as Start['candidates'])) {
    const at = `start.candidates.${name}`
    if (!isFinite(own?.overall)) return invalid(`${at}.overall`, 'must be a finite number')
    const wrong = checkFinite(own.profile, `${at}.profile`) ?? checkFinite(own.halo, `${at}.halo`)
    if (wrong !== undefined) return wrong
    const rough = checkSmoothing(own.smoothing, `${at}.smoothing`)
    if (rough !== undefined) return rough
  }
  return undefined
}

/** `invalid_input` naming the first figure that is not a finite number, or the first spread that is not positive. */
export const checkStart = (start: Start | undefined): Refusal | undefined => {
  if (start === undefined) return undefined
  if (typeof start !== 'object' || start === null) return invalid('start', 'must be what startOf gave')
  for (const facet of FACETS)
    if (!isFinite(start.sigmas?.[facet]) || start.sigmas[facet] <= 0)
      return invalid(`start.sigmas.${facet}`, 'must be a positive number')
  if (!isFinite(start.smoothing) || start.smoothing < 0)
    return invalid('start.smoothing', 'must be a number, not negative')
  const scales = checkScales(start.thresholds)
  return (
    scales ??
    checkFinite(start.severities, 'start.severities') ??
    checkFinite(start.difficulties, 'start.difficulties') ??
    checkCandidates(start.candidates)
  )
}

const checkScales = (thresholds: unknown): Refusal | undefined => {
  if (typeof thresholds !== 'object' || thresholds === null)
    return invalid('start.thresholds', 'must be steps by scale')
  for (const [name, steps] of Object.entries(thresholds)) {
    const wrong = checkFinite(steps, `start.thresholds.${name}`)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

/** Writes what is known of the spreads of candidate n's ratings. */
const smooth = (
  panel: Model['panel'],
  spread: Float64Array,
  n: number,
  known: CandidateStart['smoothing'],
): void => {
  for (let o = panel.rowsFrom[n]!; o < panel.rowsFrom[n + 1]!; o++) {
    const interviewer = panel.interviewers[panel.interviewer[o]!]!
    const question = panel.questions[panel.question[o]!]!
    if (Object.hasOwn(known, interviewer) && Object.hasOwn(known[interviewer]!, question))
      spread[o] = known[interviewer]![question]!
  }
}

/** Means of a model's parameters as an earlier fit left them; spreads of new ratings at the mean of the known. */
export const stateFrom = (model: Model, start: Start): State => {
  const { panel, layout } = model
  const state = firstState(model)
  const of = (figures: ByName | undefined, name: string): number =>
    figures !== undefined && Object.hasOwn(figures, name) ? figures[name]! : 0
  for (const [j, name] of panel.interviewers.entries()) state.global[j] = of(start.severities, name)
  for (const [i, name] of panel.questions.entries())
    state.global[layout.betaFrom + i] = of(start.difficulties, name)
  for (const [s, name] of panel.scales.entries()) {
    const steps = Object.hasOwn(start.thresholds, name) ? start.thresholds[name]! : []
    if (steps.length === panel.levels[s]! - 1) state.global.set(steps, layout.stepsFrom[s])
  }
  state.spread.fill(start.smoothing)
  for (const [n, name] of panel.candidates.entries()) {
    if (!Object.hasOwn(start.candidates, name)) continue
    const known = start.candidates[name]!
    const { profile, halo } = localCodes(model, n)
    state.local.set(
      [
        known.overall,
        ...profile.map((c) => of(known.profile, panel.competencies[c]!)),
        ...halo.map((j) => of(known.halo, panel.interviewers[j]!)),
      ],
      layout.localFrom[n],
    )
    smooth(panel, state.spread, n, known.smoothing)
  }
  return state
}
