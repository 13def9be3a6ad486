import { seeded, type Random } from '../numeric/random.ts'
import { invalid, type Refusal } from '../result.ts'
import type { Panel } from './panel.ts'

/** Scores of an earlier stage by candidate, on any scale; candidates may be missing. */
export type EarlierScores = Readonly<Record<string, number>>

const DRAWS = 499
const CLEAR = 0.01
const FEWEST_CANDIDATES = 15
const FEWEST_INTERVIEWERS = 2

/** `invalid_input` naming the first score that is not a finite number. */
export const checkEarlier = (earlier: EarlierScores | undefined): Refusal | undefined => {
  if (earlier === undefined) return undefined
  if (typeof earlier !== 'object' || earlier === null || Array.isArray(earlier))
    return invalid('earlier', 'must give a score by candidate')
  const wrong = Object.entries(earlier).find(([, score]) => !Number.isFinite(score))
  return wrong === undefined ? undefined : invalid(`earlier.${wrong[0]}`, 'must be a finite number')
}

/** Who met whom, among the candidates with an earlier score: the positions of each interviewer's candidates. */
const meetings = (panel: Panel, position: ReadonlyMap<number, number>): number[][] => {
  const seen = panel.interviewers.map(() => new Set<number>())
  for (let o = 0; o < panel.candidate.length; o++) {
    const at = position.get(panel.candidate[o]!)
    if (at !== undefined) seen[panel.interviewer[o]!]!.add(at)
  }
  return seen.filter((own) => own.size > 0).map((own) => [...own])
}

/** Σ_j n_j x̄_j² of centred scores: how far apart the interviewers' candidates lie. */
const between = (seen: readonly (readonly number[])[], scores: Float64Array): number => {
  let total = 0
  for (const own of seen) {
    let sum = 0
    for (const at of own) sum += scores[at]!
    total += sum ** 2 / own.length
  }
  return total
}

const shuffle = (scores: Float64Array, random: Random): void => {
  for (let last = scores.length - 1; last > 0; last--) {
    const other = Math.floor(random.uniform() * (last + 1))
    const kept = scores[last]!
    scores[last] = scores[other]!
    scores[other] = kept
  }
}

/**
 * Whether who interviewed whom depends on scores of an earlier stage: then severity takes up ability, and fair scores and
 * their intervals are off (docs/measurement.md). The ratings alone cannot show it.
 *
 * B = Σ_j n_j x̄_j² over the centred earlier scores of each interviewer's candidates, against 499 permutations of the scores
 * over the candidates with the panels as they were: p = (1 + #{B* ≥ B}) / 500.
 *
 * @param panel who met whom
 * @param earlier finite scores by candidate; names without a rating are ignored
 * @param seed the same seed draws the same permutations
 * @returns p in [0.002, 1]; null with fewer than 15 scored candidates or with one interviewer
 * @see Good, Permutation, Parametric, and Bootstrap Tests of Hypotheses (2005), chapter 3 (k-sample comparison)
 */
export const selectiveAssignment = (panel: Panel, earlier: EarlierScores, seed: string): number | null => {
  const scored = panel.candidates.map((_, n) => n).filter((n) => Object.hasOwn(earlier, panel.candidates[n]!))
  const seen = meetings(panel, new Map(scored.map((n, at) => [n, at])))
  if (scored.length < FEWEST_CANDIDATES || seen.length < FEWEST_INTERVIEWERS) return null
  const raw = Float64Array.from(scored, (n) => earlier[panel.candidates[n]!]!)
  const mean = raw.reduce((a, b) => a + b, 0) / raw.length
  const scores = raw.map((x) => x - mean)
  const found = between(seen, scores)
  // Where everybody met everybody B is 0 but for rounding, which must not be taken for a finding.
  const rounding = 1e-9 * scores.reduce((sum, x) => sum + x * x, 0)
  const random = seeded(seed)
  let asLarge = 0
  for (let draw = 0; draw < DRAWS; draw++) {
    shuffle(scores, random)
    if (between(seen, scores) >= found - rounding) asLarge += 1
  }
  return (1 + asLarge) / (DRAWS + 1)
}

/** Is assignment clearly selective, at p ≤ .01? */
export const isSelective = (p: number | null): boolean => p !== null && p <= CLEAR
