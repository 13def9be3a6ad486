import type { Sigmas } from './priors.ts'
import { FACETS } from './tally.ts'

const LONGEST_STRETCH = 8
const FARTHEST_JUMP = 0.5

const logs = (sigmas: Sigmas): number[] => FACETS.map((facet) => Math.log(sigmas[facet]))

const fromLogs = (x: readonly number[]): Sigmas =>
  Object.fromEntries(FACETS.map((facet, k) => [facet, Math.exp(x[k]!)])) as Record<keyof Sigmas, number>

const norm = (v: readonly number[]): number => Math.sqrt(v.reduce((sum, x) => sum + x * x, 0))

/** The longest change of any spread, on the log scale. */
export const changeOf = (before: Sigmas, after: Sigmas): number => {
  const [from, to] = [logs(before), logs(after)]
  return Math.max(...from.map((x, k) => Math.abs(to[k]! - x)))
}

/**
 * Two steps stretched into one longer step: SQUAREM, scheme S3 (Varadhan & Roland 2008, Scand. J. Statist. 35: 335-353).
 *
 * With r the first step and v the change from the first step to the second: x' = x + 2 a r + a² v, a = |r| / |v|.
 * Scoring takes the means and their smoothing as given; that they follow the spreads leaves one slow direction, in which
 * everything grows together. The point where it ends is the same.
 *
 * @param points three successive sets of log spreads
 */
const stretch = ([x0, x1, x2]: readonly [number[], number[], number[]]): number[] => {
  const r = x0.map((x, k) => x1[k]! - x)
  const v = x0.map((_, k) => x2[k]! - x1[k]! - r[k]!)
  const a = Math.min(LONGEST_STRETCH, Math.max(1, norm(r) / Math.max(norm(v), 1e-12)))
  const jump = r.map((step, k) => 2 * a * step + a * a * v[k]!)
  const shorten = Math.min(1, FARTHEST_JUMP / Math.max(...jump.map(Math.abs), 1e-12))
  return x0.map((x, k) => x + shorten * jump[k]!)
}

/** What the spreads did so far: where the current pair of steps began, the last step, and the share of a step that is taken. */
export interface Trail {
  readonly points: number[][]
  last: readonly number[]
  share: number
}

export const newTrail = (): Trail => ({ points: [], last: [], share: 1 })

/** A step that turns back and is hardly shorter than the one before has gone too far. */
const OVERSHOT = 0.8
const LESS = 0.7
const MORE = 1.2

/**
 * Where to go from `current` when scoring proposes `proposed`: there; or, after every second step, the two stretched; or, where
 * the steps swing to and fro (marks so extreme that a wider spread sharpens the curvature which narrows it), part of the way.
 */
export const nextSigmas = (trail: Trail, current: Sigmas, proposed: Sigmas): Sigmas => {
  const x = logs(current)
  const step = logs(proposed).map((to, k) => to - x[k]!)
  const along = step.reduce((sum, value, k) => sum + value * (trail.last[k] ?? 0), 0)
  const swings = along < 0 && norm(step) > OVERSHOT * norm(trail.last)
  trail.last = step
  trail.share = swings ? trail.share * LESS : Math.min(1, trail.share * MORE)
  const next = x.map((from, k) => from + trail.share * step[k]!)
  if (trail.share < 1) trail.points.length = 0
  else trail.points.push(x)
  if (trail.points.length < 2) return fromLogs(next)
  const [x0, x1] = trail.points.splice(0) as [number[], number[]]
  return fromLogs(stretch([x0, x1, next]))
}
