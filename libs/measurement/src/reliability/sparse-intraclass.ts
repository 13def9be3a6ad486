import { seeded } from '../numeric/random.ts'
import { invalid, tooLittle, type Refusal, type Result } from '../result.ts'
import { varianceComponents, type VarianceComponents } from './variance-components.ts'

export interface SparseIntraclassInput {
  readonly ratings: readonly {
    readonly candidate: string
    readonly interviewer: string
    readonly value: number
  }[]
  readonly seed?: string | number
  readonly draws?: number
}

const FEWEST_CANDIDATES = 10
const MOST_DRAWS = 1000
const MOST_VALUES_DRAWN = 5_000_000

const shareOf = ({ components }: VarianceComponents): number => {
  const [candidate, interviewer] = [components['candidate']!, components['interviewer']!]
  return candidate / (candidate + interviewer + components.residual)
}

/** Responses drawn anew from the fitted components, on the same design. */
const redraw = (input: SparseIntraclassInput, { components }: VarianceComponents, seed: string): number[] => {
  const random = seeded(seed)
  const effect = (names: readonly string[], variance: number): Map<string, number> =>
    new Map([...new Set(names)].sort().map((name) => [name, Math.sqrt(variance) * random.normal()]))
  const candidates = effect(
    input.ratings.map((r) => r.candidate),
    components['candidate']!,
  )
  const interviewers = effect(
    input.ratings.map((r) => r.interviewer),
    components['interviewer']!,
  )
  return input.ratings.map(
    (r) =>
      candidates.get(r.candidate)! +
      interviewers.get(r.interviewer)! +
      Math.sqrt(components.residual) * random.normal(),
  )
}

const seenTwice = (input: SparseIntraclassInput): number => {
  const seen = Map.groupBy(input.ratings, (r) => r.candidate)
  return [...seen.values()].filter((rows) => new Set(rows.map((r) => r.interviewer)).size >= 2).length
}

/** The share of candidates in the variance, over and over from redrawn responses. */
const bootstrap = (
  input: SparseIntraclassInput,
  found: VarianceComponents,
  plan: { readonly factors: Readonly<Record<string, readonly string[]>>; readonly draws: number },
): number[] => {
  const shares: number[] = []
  for (let draw = 0; draw < plan.draws; draw++) {
    const response = redraw(input, found, `${input.seed ?? 1}/${draw}`)
    const again = varianceComponents({ response, factors: plan.factors })
    if (again.status === 'ok') shares.push(shareOf(again))
  }
  return shares
}

const checkRows = (input: SparseIntraclassInput, draws: number): Refusal | undefined => {
  if (!Array.isArray(input.ratings)) return invalid('ratings', 'must be a list')
  for (const [i, row] of (input.ratings as SparseIntraclassInput['ratings']).entries())
    if (typeof row?.value !== 'number' || !Number.isFinite(row.value))
      return invalid(`ratings[${i}].value`, 'must be a finite number')
  if (!Number.isInteger(draws) || draws < 20 || draws > MOST_DRAWS)
    return invalid('draws', `must be a whole number from 20 to ${MOST_DRAWS}`)
  if (input.ratings.length * draws <= MOST_VALUES_DRAWN) return undefined
  const because = `${input.ratings.length} values drawn ${draws} times; at most ${MOST_VALUES_DRAWN} together`
  return { status: 'too_large', because }
}

/**
 * Intraclass correlation of a panel in which not everybody sees everybody: σ²_c / (σ²_c + σ²_i + σ²_e) by REML,
 * with a 90 % interval by parametric bootstrap.
 *
 * @param input one value per interview (or rating); a seed for the bootstrap (default 1), its draws (default 200)
 * @returns `icc` from 0 to 1 with its interval; `too_little_data` with fewer than ten candidates seen by two interviewers
 */
export const sparseIntraclass = (
  input: SparseIntraclassInput,
): Result<{
  readonly icc: number
  readonly low: number
  readonly high: number
  readonly components: VarianceComponents['components']
}> => {
  const draws = input.draws ?? 200
  const wrong = checkRows(input, draws)
  if (wrong !== undefined) return wrong
  const factors = {
    candidate: input.ratings.map((r) => r.candidate),
    interviewer: input.ratings.map((r) => r.interviewer),
  }
  const found = varianceComponents({ response: input.ratings.map((r) => r.value), factors })
  if (found.status !== 'ok') return found
  const twice = seenTwice(input)
  if (twice < FEWEST_CANDIDATES)
    return tooLittle(`${twice} candidates were seen by two interviewers; needs ${FEWEST_CANDIDATES}`)
  const shares = bootstrap(input, found, { factors, draws })
  if (shares.length < draws / 2)
    return { status: 'not_converged', because: 'the bootstrap failed in most draws' }
  shares.sort((a, b) => a - b)
  const at = (p: number): number => shares[Math.round(p * (shares.length - 1))]!
  return { status: 'ok', icc: shareOf(found), low: at(0.05), high: at(0.95), components: found.components }
}
