import type { Sigmas } from './priors.ts'

const FACETS = ['candidate', 'interviewer', 'question', 'halo', 'profile'] as const
const LONGEST_STRETCH = 8
const FARTHEST_JUMP = 0.5

const logs = (sigmas: Sigmas): number[] => FACETS.map((facet) => Math.log(sigmas[facet]))

const norm = (v: readonly number[]): number => Math.sqrt(v.reduce((sum, x) => sum + x * x, 0))

/** The longest change of any spread, on the log scale. */
export const changeOf = (before: Sigmas, after: Sigmas): number => {
  const [from, to] = [logs(before), logs(after)]
  return Math.max(...from.map((x, k) => Math.abs(to[k]! - x)))
}

/**
 * Two EM steps stretched into one longer step: SQUAREM, scheme S3 (Varadhan & Roland 2008, Scand. J. Statist. 35: 335-353).
 *
 * With r the first step and v the change from the first step to the second, on the log scale:
 * x' = x + 2 a r + a² v, a = |r| / |v|. EM alone creeps where a spread is weakly determined; the point it creeps to is the same.
 *
 * @param points three successive sets of spreads
 */
export const stretch = (points: readonly [Sigmas, Sigmas, Sigmas]): Sigmas => {
  const [x0, x1, x2] = points.map(logs) as [number[], number[], number[]]
  const r = x0.map((x, k) => x1[k]! - x)
  const v = x0.map((_, k) => x2[k]! - x1[k]! - r[k]!)
  const a = Math.min(LONGEST_STRETCH, Math.max(1, norm(r) / Math.max(norm(v), 1e-12)))
  const jump = r.map((step, k) => 2 * a * step + a * a * v[k]!)
  const shorten = Math.min(1, FARTHEST_JUMP / Math.max(...jump.map(Math.abs), 1e-12))
  const to = (facet: (typeof FACETS)[number]): number => {
    const k = FACETS.indexOf(facet)
    return Math.exp(x0[k]! + shorten * jump[k]!)
  }
  return {
    candidate: to('candidate'),
    interviewer: to('interviewer'),
    question: to('question'),
    halo: to('halo'),
    profile: to('profile'),
  }
}
