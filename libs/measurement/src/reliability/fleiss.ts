import { chiSquaredUpper } from '../numeric/gamma.ts'
import { invalid, notIdentified, tooLittle, type Result } from '../result.ts'
import { isCount, readTable, sumOf } from './table.ts'

export interface FleissKappa {
  readonly kappa: number
  readonly z: number
  readonly p: number
  readonly categories: readonly {
    readonly category: string
    readonly kappa: number
    readonly z: number
    readonly p: number
  }[]
}

const twoSided = (z: number): number => chiSquaredUpper(z * z, 1)

/**
 * Fleiss' kappa of many raters on nominal categories, with z against chance, over all and per category.
 *
 * κ = (P̄ - Pe) / (1 - Pe), P̄ the mean share of agreeing pairs of raters, Pe = Σ p_j²;
 * Var₀ = 2 [(Σ p q)² - Σ p q (q - p)] / [(Σ p q)² N m (m - 1)].
 *
 * @param input `counts`: one row per subject, one column per category, each row summing to the same number of raters ≥ 2
 * @returns kappas with z and two-sided p; `not_identified` where everybody gives one category
 * @see Fleiss 1971, Psychological Bulletin 76: 378-382; Fleiss, Nee & Landis 1979 for the variance
 */
export const fleissKappa = (input: {
  readonly counts: readonly (readonly number[])[]
  readonly categories?: readonly string[]
}): Result<FleissKappa> => {
  const wrong = readTable(input.counts, 'counts', isCount)
  if (wrong !== undefined) return wrong
  const { counts } = input
  const raters = sumOf(counts[0] ?? [])
  if (raters < 2) return tooLittle('needs a subject with two raters')
  const uneven = counts.findIndex((row) => sumOf(row) !== raters)
  if (uneven >= 0) return invalid(`counts[${uneven}]`, `must sum to ${raters} raters like the first row`)
  const n = counts.length
  const shares = counts[0]!.map((_, j) => sumOf(counts.map((row) => row[j]!)) / (n * raters))
  const agreement =
    sumOf(counts.map((row) => sumOf(row.map((x) => x * (x - 1))))) / (n * raters * (raters - 1))
  const chance = sumOf(shares.map((p) => p * p))
  const pq = sumOf(shares.map((p) => p * (1 - p)))
  if (!(pq > 0)) return notIdentified('every rater gives the same category')
  const kappa = (agreement - chance) / (1 - chance)
  const variance =
    (2 * (pq ** 2 - sumOf(shares.map((p) => p * (1 - p) * (1 - 2 * p))))) /
    (pq ** 2 * n * raters * (raters - 1))
  const z = kappa / Math.sqrt(variance)
  const se = Math.sqrt(2 / (n * raters * (raters - 1)))
  const categories = shares.flatMap((p, j) => {
    if (!(p > 0 && p < 1)) return []
    const disagreeing = sumOf(counts.map((row) => row[j]! * (raters - row[j]!)))
    const one = 1 - disagreeing / (n * raters * (raters - 1) * p * (1 - p))
    return [
      { category: input.categories?.[j] ?? String(j + 1), kappa: one, z: one / se, p: twoSided(one / se) },
    ]
  })
  return { status: 'ok', kappa, z, p: twoSided(z), categories }
}
