import { normalCdf } from '../numeric/normal.ts'
import type { Run } from '../rasch/fit.ts'
import { difference, through } from '../rasch/standing.ts'
import { invalid, type Refusal, type Result } from '../result.ts'

/** What may be said about two candidates. `probability` is P(a is really ahead of b); null where nothing may be said. */
export interface Pair {
  readonly a: string
  readonly b: string
  readonly probability: number | null
  readonly state: 'ahead' | 'probably_ahead' | 'cannot_be_told_apart' | 'not_comparable'
  /** Share of the doubt that comes from how strict interviewers and how hard questions are; null where not comparable. */
  readonly severityShare: number | null
  readonly because: string
}

/** From here one is *ahead* of the other. */
export const AHEAD = 0.95
const PROBABLY_AHEAD = 0.9
const WEAK_LINK = 0.5

/** Mean and variance of m_a - m_b, and the part of the variance that runs through severities, difficulties and thresholds. */
export const contrastOf = (
  run: Run,
  a: number,
  b: number,
): { mean: number; variance: number; shared: number } => {
  const [x, y] = [run.standings[a]!, run.standings[b]!]
  const gap = difference(x, y)
  const shared = through(run.posterior.covariance, run.posterior.model.layout.globals, { x: gap, y: gap })
  return { mean: x.measure - y.measure, variance: x.own + y.own + shared, shared }
}

const stateOf = (probability: number): Exclude<Pair['state'], 'not_comparable'> => {
  const sure = Math.max(probability, 1 - probability)
  if (sure >= AHEAD) return 'ahead'
  return sure >= PROBABLY_AHEAD ? 'probably_ahead' : 'cannot_be_told_apart'
}

const sentence = (
  pair: Omit<Pair, 'because'> & { probability: number },
  caveats: readonly string[],
): string => {
  const [first, second] = pair.probability >= 0.5 ? [pair.a, pair.b] : [pair.b, pair.a]
  const sure = Math.max(pair.probability, 1 - pair.probability)
  const head =
    pair.state === 'cannot_be_told_apart'
      ? `${first} and ${second} cannot be told apart: the chance that ${first} is really ahead is about ${Math.round(sure * 10)} in 10`
      : `${first} is ${pair.state === 'ahead' ? 'ahead' : 'probably ahead'} of ${second} (${Math.min(99, Math.floor(sure * 100))} in 100)`
  return [head, ...caveats].join('; ')
}

/**
 * Compares two candidates of a run: P(n ahead of m) = Φ((m_n - m_m) / √(V_nn + V_mm - 2 V_nm)).
 *
 * Candidates whom nothing links are *not comparable*, whatever the priors would say.
 *
 * @param run a fit
 * @param a code of the first candidate in `run.candidates`
 * @param b code of the second
 */
export const comparePair = (run: Run, a: number, b: number): Pair => {
  const [first, second] = [run.candidates[a]!, run.candidates[b]!]
  const names = { a: first.candidate, b: second.candidate }
  if (first.set !== second.set) {
    const because = `${names.a} and ${names.b} cannot be compared: no chain of interviewers and questions links them`
    return { ...names, probability: null, state: 'not_comparable', severityShare: null, because }
  }
  const { mean, variance, shared } = contrastOf(run, a, b)
  const probability = variance > 0 ? normalCdf(mean / Math.sqrt(variance)) : 0.5
  const severityShare = variance > 0 ? shared / variance : 0
  const caveats: string[] = []
  if (severityShare > WEAK_LINK) caveats.push('most of the doubt is about how strict the interviewers are')
  if (run.strictSets[a] !== run.strictSets[b] || first.raw === null || second.raw === null)
    caveats.push('this assumes the new form is about as hard as the old one')
  const pair = { ...names, probability, state: stateOf(probability), severityShare }
  return { ...pair, because: sentence(pair, caveats) }
}

const MOST_CANDIDATES = 500

/** Codes of named candidates; all of them where no names are given. */
export const candidateCodes = (
  run: Run,
  names: readonly string[] | undefined,
  at = 'candidates',
): number[] | Refusal => {
  if (names !== undefined && !Array.isArray(names)) return invalid(at, 'must be a list of names')
  const position = new Map(run.candidates.map((candidate, n) => [candidate.candidate, n]))
  const codes: number[] = []
  for (const [i, name] of (names ?? [...position.keys()]).entries()) {
    const code = position.get(name)
    if (code === undefined) return invalid(`${at}[${i}]`, `no rating of candidate ${JSON.stringify(name)}`)
    if (!codes.includes(code)) codes.push(code)
  }
  if (codes.length > MOST_CANDIDATES)
    return {
      status: 'too_large',
      because: `${codes.length} candidates; at most ${MOST_CANDIDATES} at a time: name those of one requisition`,
    }
  return codes
}

/**
 * Compares the pairs asked for, in the order given, or every pair of the run, the one in front first.
 *
 * @param run a fit
 * @param asked pairs of names
 * @returns `invalid_input` for an unknown name, `too_large` for all pairs of more than 500 candidates
 */
export const pairs = (
  run: Run,
  asked?: readonly (readonly [string, string])[],
): Result<{ readonly pairs: readonly Pair[] }> => {
  if (asked === undefined) {
    const codes = candidateCodes(run, undefined)
    if ('status' in codes) return codes
    const order = codes.toSorted((a, b) => run.candidates[b]!.measure - run.candidates[a]!.measure || a - b)
    const all = order.flatMap((a, i) => order.slice(i + 1).map((b) => comparePair(run, a, b)))
    return { status: 'ok', pairs: all }
  }
  if (!Array.isArray(asked)) return invalid('pairs', 'must be a list of pairs of names')
  const position = new Map(run.candidates.map((candidate, n) => [candidate.candidate, n]))
  const list: Pair[] = []
  for (const [i, pair] of asked.entries()) {
    if (!Array.isArray(pair) || pair.length !== 2) return invalid(`pairs[${i}]`, 'must be two names')
    const [a, b] = [position.get(pair[0]), position.get(pair[1])]
    if (a === undefined) return invalid(`pairs[${i}][0]`, `no rating of candidate ${JSON.stringify(pair[0])}`)
    if (b === undefined) return invalid(`pairs[${i}][1]`, `no rating of candidate ${JSON.stringify(pair[1])}`)
    list.push(comparePair(run, a, b))
  }
  return { status: 'ok', pairs: list }
}
