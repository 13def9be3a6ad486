import { seeded } from '../numeric/random.ts'
import type { Run } from '../rasch/fit.ts'
import { through } from '../rasch/standing.ts'
import { invalid, notIdentified, tooLittle, type Refusal, type Result } from '../result.ts'
import { candidateCodes } from './pairs.ts'
import { sampler, type Estimates } from './draws.ts'
import { rankSets } from './rank-sets.ts'

/** Where a candidate may stand. Rank 1 is the best. */
export interface Rank {
  readonly candidate: string
  /** Number of the set within which the ranks are; candidates of different sets have no common order. */
  readonly set: number
  readonly probabilityBest: number
  /** Central interval of the drawn ranks at the level asked for. */
  readonly rankLow: number
  readonly rankHigh: number
  readonly expectedRank: number
  /** Ranks that no significant difference rules out, for this candidate alone (Mogstad et al.). */
  readonly rankSet: readonly [number, number]
}

export interface RankOptions {
  /** Probability of the interval, between 0.5 and 1. */
  readonly level: number
  readonly seed: string | number
}

const DRAWS = 20_000

/** How often each estimate took each rank, in 20,000 draws. */
const rankCounts = (estimates: Estimates, seed: string | number): Uint32Array | null => {
  const draw = sampler(estimates, seeded(seed))
  if (draw === null) return null
  const size = estimates.means.length
  const counts = new Uint32Array(size * size)
  const values = new Float64Array(size)
  const order = Array.from({ length: size }, (_, n) => n)
  for (let d = 0; d < DRAWS; d++) {
    draw(values)
    order.sort((a, b) => values[b]! - values[a]! || a - b)
    for (const [rank, n] of order.entries()) counts[n * size + rank]! += 1
  }
  return counts
}

/** First rank by which at least this share of the draws is reached. */
const quantileRank = (counts: Uint32Array, share: number): number => {
  let reached = 0
  for (const [rank, count] of counts.entries()) {
    reached += count
    if (reached >= share * DRAWS) return rank + 1
  }
  return counts.length
}

/** Ranks of one set of estimates. */
export const rankEstimates = (estimates: Estimates, options: RankOptions, set = 0): Rank[] | Refusal => {
  const counts = rankCounts(estimates, options.seed)
  const formal = rankSets(estimates, options)
  if (counts === null || formal === null) return notIdentified('the covariance is not positive semi-definite')
  const size = estimates.names.length
  const tail = (1 - options.level) / 2
  return estimates.names.map((candidate, n) => {
    const own = counts.subarray(n * size, (n + 1) * size)
    return {
      candidate,
      set,
      probabilityBest: own[0]! / DRAWS,
      rankLow: quantileRank(own, tail),
      rankHigh: quantileRank(own, 1 - tail),
      expectedRank: own.reduce((sum, count, rank) => sum + count * (rank + 1), 0) / DRAWS,
      rankSet: formal[n]!,
    }
  })
}

/** Measures of some candidates of a run with their joint covariance. */
export const estimatesOf = (run: Run, codes: readonly number[]): Estimates => {
  const size = codes.length
  const covariance = new Float64Array(size * size)
  const globals = run.posterior.model.layout.globals
  for (const [a, n] of codes.entries()) {
    for (const [b, m] of codes.entries()) {
      if (b > a) continue
      const [x, y] = [run.standings[n]!, run.standings[m]!]
      const value = through(run.posterior.covariance, globals, { x, y }) + (n === m ? x.own : 0)
      covariance[a * size + b] = value
      covariance[b * size + a] = value
    }
  }
  return {
    names: codes.map((n) => run.candidates[n]!.candidate),
    means: Float64Array.from(codes, (n) => run.standings[n]!.measure),
    covariance,
  }
}

/**
 * Ranks with their uncertainty, by 20,000 draws of the measures from their joint posterior, seeded by the run's hash.
 *
 * @param run a fit
 * @param options candidates to rank (those of one requisition; all where left out), level of the interval (0.9), seed
 * @returns ranks within each set of comparable candidates, alphabetical; `invalid_input` for an unknown name,
 *   `too_large` beyond 500 candidates
 */
export const ranks = (
  run: Run,
  options: {
    readonly candidates?: readonly string[]
    readonly level?: number
    readonly seed?: string | number
  } = {},
): Result<{ readonly candidates: readonly Rank[] }> => {
  const level = options.level ?? 0.9
  if (!(level >= 0.5 && level < 1)) return invalid('level', 'must be from 0.5 to below 1')
  const codes = candidateCodes(run, options.candidates)
  if ('status' in codes) return codes
  const list: Rank[] = []
  for (const [set, members] of Map.groupBy(
    codes.toSorted((a, b) => a - b),
    (n) => run.candidates[n]!.set,
  )) {
    const ranked = rankEstimates(
      estimatesOf(run, members),
      { level, seed: options.seed ?? run.inputHash },
      set,
    )
    if ('status' in ranked) return ranked
    list.push(...ranked)
  }
  return { status: 'ok', candidates: list.sort((a, b) => (a.candidate < b.candidate ? -1 : 1)) }
}

export interface EstimatesInput {
  readonly estimates: readonly { readonly name: string; readonly estimate: number; readonly se: number }[]
  /** Joint covariance; independent where left out. */
  readonly covariance?: readonly (readonly number[])[]
  readonly level: number
  readonly seed: string | number
}

const MOST_ESTIMATES = 500

const checkEstimates = (input: EstimatesInput): Refusal | undefined => {
  if (!Array.isArray(input.estimates)) return invalid('estimates', 'must be a list')
  const rows: EstimatesInput['estimates'] = input.estimates
  for (const [n, row] of rows.entries()) {
    if (typeof row?.name !== 'string') return invalid(`estimates[${n}].name`, 'must be a name')
    if (!Number.isFinite(row.estimate)) return invalid(`estimates[${n}].estimate`, 'must be a finite number')
    if (!(Number.isFinite(row.se) && row.se >= 0))
      return invalid(`estimates[${n}].se`, 'must be a finite number, not negative')
  }
  if (!(input.level >= 0.5 && input.level < 1)) return invalid('level', 'must be from 0.5 to below 1')
  if (rows.length === 0) return tooLittle('there is nothing to rank')
  if (rows.length > MOST_ESTIMATES)
    return { status: 'too_large', because: `${rows.length} estimates; at most ${MOST_ESTIMATES}` }
  return checkCovariance(input.covariance, rows.length)
}

const checkCovariance = (covariance: EstimatesInput['covariance'], size: number): Refusal | undefined => {
  if (covariance === undefined) return undefined
  if (!Array.isArray(covariance) || covariance.length !== size)
    return invalid('covariance', 'must have a row per estimate')
  for (const [a, row] of (covariance as readonly (readonly number[])[]).entries())
    if (!Array.isArray(row) || row.length !== size || !row.every(Number.isFinite))
      return invalid(`covariance[${a}]`, 'must have a finite number per estimate')
  return undefined
}

/**
 * Ranks of any estimates with standard errors, the same way.
 *
 * @param input names with estimate and standard error (higher is better), their covariance if they have one
 * @returns ranks in the order given
 */
export const ranksOfEstimates = (input: EstimatesInput): Result<{ readonly candidates: readonly Rank[] }> => {
  const wrong = checkEstimates(input)
  if (wrong !== undefined) return wrong
  const { estimates } = input
  const size = estimates.length
  const covariance = new Float64Array(size * size)
  for (const [a, { se }] of estimates.entries()) {
    if (input.covariance === undefined) covariance[a * size + a] = se ** 2
    else
      for (let b = 0; b < size; b++)
        covariance[a * size + b] = (input.covariance[a]![b]! + input.covariance[b]![a]!) / 2
  }
  const means = Float64Array.from(estimates, ({ estimate }) => estimate)
  const ranked = rankEstimates({ names: estimates.map(({ name }) => name), means, covariance }, input)
  return 'status' in ranked ? ranked : { status: 'ok', candidates: ranked }
}
