import { seeded, type Random } from '../numeric/random.ts'
import type { Result } from '../result.ts'
import { invalid } from '../result.ts'
import type { Run } from './fit.ts'
import { probabilitiesAt, type Scale } from './moments.ts'
import { scalesAt } from './state.ts'

/** How an interviewer uses the scale, against what the model would draw from them. Reported, never corrected. */
export interface InterviewerDiagnostics {
  readonly interviewer: string
  readonly interviews: number
  /** Share of draws with as little variance across competencies within an interview; null where it cannot be said. */
  readonly pAlike: number | null
  /** Share of draws with as little variance of the interview means across candidates. */
  readonly pNarrow: number | null
  readonly findings: readonly ('rates_every_competency_alike' | 'hardly_separates_candidates')[]
}

const DRAWS = 200
const CLEAR = 0.01
const FEWEST_INTERVIEWS = 5

/** Rows of one interviewer's interview of one candidate, with the candidate's posterior location. */
interface Interview {
  readonly rows: readonly number[]
  readonly mean: number
  readonly sd: number
}

const interviewsOf = (run: Run): Interview[][] => {
  const { model, state } = run.posterior
  const { panel, layout } = model
  const perInterviewer: Interview[][] = panel.interviewers.map(() => [])
  for (let n = 0; n < panel.candidates.length; n++) {
    const rows = Array.from(
      { length: panel.rowsFrom[n + 1]! - panel.rowsFrom[n]! },
      (_, i) => panel.rowsFrom[n]! + i,
    )
    const location = {
      mean: state.local[layout.localFrom[n]!]!,
      sd: Math.sqrt(state.inverse[layout.blockFrom[n]!]!),
    }
    for (const [j, own] of Map.groupBy(rows, (o) => panel.interviewer[o]!))
      perInterviewer[j]!.push({ rows: own, ...location })
  }
  return perInterviewer
}

const variance = (values: readonly number[]): number => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  return values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1)
}

/** Mean variance within interviews, and variance of the interview means. */
const statisticsOf = (interviews: readonly (readonly number[])[]): { alike: number; narrow: number } => {
  const within = interviews.filter((marks) => marks.length >= 2).map(variance)
  const means = interviews.map((marks) => marks.reduce((a, b) => a + b, 0) / marks.length)
  return { alike: within.reduce((a, b) => a + b, 0) / within.length, narrow: variance(means) }
}

const drawCategory = (p: Float64Array, random: Random): number => {
  const u = random.uniform()
  let [k, reached] = [0, p[0]!]
  while (reached < u && k < p.length - 1) reached += p[++k]!
  return k
}

/** New marks for the same interviews: candidates from their posterior, halo and profile new. */
const redraw = (
  run: Run,
  interviews: readonly Interview[],
  tools: { random: Random; scales: readonly Scale[] },
): number[][] => {
  const { model, state } = run.posterior
  const { panel, layout, priors } = model
  const { random, scales } = tools
  return interviews.map(({ rows, mean, sd }) => {
    const base = mean + sd * random.normal() + priors.sigmas.halo * random.normal()
    const profile = new Map<number, number>()
    return rows.map((o) => {
      const c = panel.competency[o]!
      if (!profile.has(c)) profile.set(c, priors.sigmas.profile * random.normal())
      const eta =
        base +
        profile.get(c)! -
        state.global[panel.interviewer[o]!]! -
        state.global[layout.betaFrom + panel.question[o]!]!
      const scale = scales[panel.scale[o]!]!
      const p = new Float64Array(scale.steps + 1)
      probabilitiesAt(eta, scale, p)
      return drawCategory(p, random)
    })
  })
}

const diagnose = (
  run: Run,
  j: number,
  interviews: readonly Interview[],
  tools: { random: Random; scales: readonly Scale[] },
): InterviewerDiagnostics => {
  const { panel } = run.posterior.model
  const interviewer = panel.interviewers[j]!
  const base = { interviewer, interviews: interviews.length }
  if (interviews.length < FEWEST_INTERVIEWS) return { ...base, pAlike: null, pNarrow: null, findings: [] }
  const seen = statisticsOf(interviews.map(({ rows }) => rows.map((o) => panel.category[o]!)))
  let [alike, narrow] = [0, 0]
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = statisticsOf(redraw(run, interviews, tools))
    if (drawn.alike <= seen.alike) alike += 1
    if (drawn.narrow <= seen.narrow) narrow += 1
  }
  const pAlike = Number.isNaN(seen.alike) ? null : (alike + 1) / (DRAWS + 1)
  const pNarrow = (narrow + 1) / (DRAWS + 1)
  const findings: InterviewerDiagnostics['findings'][number][] = []
  if (pAlike !== null && pAlike <= CLEAR) findings.push('rates_every_competency_alike')
  if (pNarrow <= CLEAR) findings.push('hardly_separates_candidates')
  return { ...base, pAlike, pNarrow, findings }
}

/**
 * Whether an interviewer rates every competency alike (halo) or hardly separates candidates (central tendency),
 * by a parametric bootstrap of 200 draws from the model, seeded by the run's hash.
 *
 * @param run a fit
 * @param options interviewers to look at (all where left out)
 * @returns p-values and findings at p ≤ .01; nulls with fewer than five interviews; `invalid_input` for an unknown name
 */
export const diagnostics = (
  run: Run,
  options: { readonly interviewers?: readonly string[] } = {},
): Result<{ readonly interviewers: readonly InterviewerDiagnostics[] }> => {
  const { panel } = run.posterior.model
  const unknown = (options.interviewers ?? []).findIndex((name) => !panel.interviewers.includes(name))
  if (unknown >= 0)
    return invalid(
      `interviewers[${unknown}]`,
      `no rating by ${JSON.stringify(options.interviewers![unknown])}`,
    )
  const scales = scalesAt(run.posterior.model, run.posterior.state.global)
  const interviews = interviewsOf(run)
  const chosen = panel.interviewers
    .map((_, j) => j)
    .filter((j) => options.interviewers?.includes(panel.interviewers[j]!) ?? true)
  // A stream per interviewer, so that what is said of one does not depend on who else was asked about.
  const list = chosen.map((j) =>
    diagnose(run, j, interviews[j]!, {
      scales,
      random: seeded(`${run.inputHash}/${panel.interviewers[j]!}`),
    }),
  )
  return { status: 'ok', interviewers: list }
}
