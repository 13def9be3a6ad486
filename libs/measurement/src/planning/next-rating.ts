import { factorInPlace, invertInPlace, inverseOf, whole } from '../numeric/cholesky.ts'
import { normalCdf } from '../numeric/normal.ts'
import { contrastOf, candidateCodes } from '../ranking/pairs.ts'
import { fairScoreOf, yardstickOf } from '../rasch/fair-score.ts'
import type { Run } from '../rasch/fit.ts'
import { questionsRated } from '../rasch/form.ts'
import { invalid, type Refusal, type Result } from '../result.ts'
import { interviewOf, type Interview } from './interview.ts'

/** One more interview, and what it would be expected to tell. */
export interface NextOption {
  readonly candidate: string
  readonly interviewer: string
  readonly competency: string
  /** Whom it would help to tell the candidate from; null with a single candidate in question. */
  readonly against: string | null
  /** Doubt about the difference (or about the candidate, with nobody to compare) in points of the scale, now and afterwards. */
  readonly seBefore: number
  readonly seAfter: number
  /** Chance that the two could then be told apart (at 9 in 10); null with nobody to compare. */
  readonly probabilityToldApart: number | null
}

export interface NextInput {
  readonly candidates: readonly string[]
  readonly interviewers?: readonly string[]
  readonly competencies?: readonly string[]
}

/** z of 9 in 10, one-sided: from here a pair is *probably ahead*. */
const TOLD_APART = 1.2815515655446004
const MOST_OPTIONS = 20_000

/**
 * P(|new estimate| ≥ z √Var') where the new estimate is N(Δ, Var - Var').
 *
 * @param gap the difference now, Δ
 * @param before its variance now
 * @param after its variance after the interview
 */
export const chanceToldApart = (gap: number, before: number, after: number): number => {
  const edge = TOLD_APART * Math.sqrt(after)
  const move = Math.sqrt(Math.max(0, before - after))
  if (!(move > 1e-12)) return Math.abs(gap) >= edge ? 1 : 0
  return 1 - normalCdf((edge - gap) / move) + normalCdf((-edge - gap) / move)
}

/** (U' - U_m) P' (U' - U_m)' + own parts, P' = (P⁻¹ + ΔS)⁻¹ on the globals the interview or either candidate touches. */
const varianceAfter = (run: Run, interview: Interview, rival: number | null): number | null => {
  const { covariance, model } = run.posterior
  const { globals } = model.layout
  const other = rival === null ? undefined : run.standings[rival]!
  const at = [...new Set([...interview.at, ...(other?.at ?? [])])].sort((a, b) => a - b)
  const size = at.length
  const slot = new Map(at.map((global, i) => [global, i]))
  const among = Float64Array.from(
    { length: size * size },
    (_, i) => covariance[at[Math.floor(i / size)]! * globals + at[i % size]!]!,
  )
  const precision = inverseOf(among, size)
  if (precision === null) return null
  const width = interview.at.length
  for (const [p, a] of interview.at.entries())
    for (const [q, b] of interview.at.entries())
      precision[slot.get(a)! * size + slot.get(b)!]! += interview.gain[p * width + q]!
  const after = whole(precision, size)
  if (!factorInPlace(after)) return null
  invertInPlace(after)
  const u = new Float64Array(size)
  for (const [p, a] of interview.at.entries()) u[slot.get(a)!]! += interview.u[p]!
  for (const [q, a] of (other?.at ?? []).entries()) u[slot.get(a)!]! -= other!.u[q]!
  let variance = interview.own + (other?.own ?? 0)
  for (let p = 0; p < size; p++)
    for (let q = 0; q < size; q++) variance += u[p]! * u[q]! * precision[p * size + q]!
  return variance
}

/** The comparable candidate among those in question from whom this one is hardest to tell. */
const rivalOf = (run: Run, n: number, among: readonly number[]): number | null => {
  let [rival, least] = [null as number | null, Infinity]
  for (const m of among) {
    if (m === n || run.candidates[m]!.set !== run.candidates[n]!.set) continue
    const { mean, variance } = contrastOf(run, n, m)
    const distance = Math.abs(mean) / Math.sqrt(variance)
    if (distance < least) [rival, least] = [m, distance]
  }
  return rival
}

interface Asked {
  readonly candidates: readonly number[]
  readonly interviewers: readonly number[]
  readonly competencies: readonly number[]
}

const namesToCodes = (
  given: readonly string[] | undefined,
  known: readonly string[],
  at: string,
): number[] | Refusal => {
  if (given !== undefined && !Array.isArray(given)) return invalid(at, 'must be a list of names')
  const codes: number[] = []
  for (const [i, name] of (given ?? known).entries()) {
    const code = known.indexOf(name)
    if (code < 0) return invalid(`${at}[${i}]`, `the run does not know ${JSON.stringify(name)}`)
    codes.push(code)
  }
  return codes
}

const readAsked = (run: Run, input: NextInput): Asked | Refusal => {
  const candidates = candidateCodes(run, input.candidates)
  if ('status' in candidates) return candidates
  const { panel } = run.posterior.model
  const interviewers = namesToCodes(input.interviewers, panel.interviewers, 'interviewers')
  if ('status' in interviewers) return interviewers
  const competencies = namesToCodes(input.competencies, run.competencies, 'competencies')
  if ('status' in competencies) return competencies
  const options = candidates.length * interviewers.length * competencies.length
  if (options > MOST_OPTIONS)
    return {
      status: 'too_large',
      because: `${options} possible interviews; at most ${MOST_OPTIONS} at a time`,
    }
  // A competency nobody was rated on has no question to ask.
  const rated = competencies
    .map((c) => panel.competencies.indexOf(run.competencies[c]!))
    .filter((c) => c >= 0)
  return { candidates, interviewers, competencies: rated }
}

/** Questions of the form on a competency, or of any form where this one has none. */
const questionsOn = (run: Run, competency: number): number[] => {
  const { panel } = run.posterior.model
  const own = questionsRated(panel, run.formCodes.scale, competency).filter((i) =>
    run.formCodes.questions.includes(i),
  )
  return own.length > 0 ? own : questionsRated(panel, run.formCodes.scale, competency)
}

/** Competencies with their questions, which take a look at every rating to find. */
type AskedQuestions = readonly { readonly competency: number; readonly questions: readonly number[] }[]

const optionsOf = (run: Run, n: number, asked: Asked & { readonly forms: AskedQuestions }): NextOption[] => {
  const { panel } = run.posterior.model
  const rival = rivalOf(run, n, asked.candidates)
  const contrast = rival === null ? null : contrastOf(run, n, rival)
  const before = contrast?.variance ?? run.candidates[n]!.se ** 2
  const { slope } = fairScoreOf(yardstickOf(run.posterior), run.standings[n]!, run.formCodes)
  return asked.interviewers.flatMap((j) =>
    asked.forms.flatMap(({ competency: c, questions }) => {
      const interview = interviewOf(run, n, { interviewer: j, competency: c, questions })
      const after = interview === null ? null : varianceAfter(run, interview, rival)
      if (after === null) return []
      return [
        {
          candidate: panel.candidates[n]!,
          interviewer: panel.interviewers[j]!,
          competency: panel.competencies[c]!,
          against: rival === null ? null : panel.candidates[rival]!,
          seBefore: slope * Math.sqrt(before),
          seAfter: slope * Math.sqrt(Math.min(before, after)),
          probabilityToldApart: contrast === null ? null : chanceToldApart(contrast.mean, before, after),
        },
      ]
    }),
  )
}

/**
 * Which one more interview would tell most: for each possible one, the doubt before and after it, from the information it is
 * expected to bring, with severity, difficulty and a new impression of the interviewer all counted.
 *
 * @param run a fit
 * @param input candidates in question, interviewers who are available and competencies that could be asked (all where left out)
 * @returns options, the one that leaves the least doubt first; `invalid_input` for an unknown name, `too_large` beyond 20,000
 */
export const nextRating = (
  run: Run,
  input: NextInput,
): Result<{ readonly options: readonly NextOption[] }> => {
  const asked = readAsked(run, input)
  if ('status' in asked) return asked
  const forms = asked.competencies
    .map((competency) => ({ competency, questions: questionsOn(run, competency) }))
    .filter(({ questions }) => questions.length > 0)
  const options = asked.candidates.flatMap((n) => optionsOf(run, n, { ...asked, forms }))
  return { status: 'ok', options: options.sort((a, b) => a.seAfter - b.seAfter) }
}
