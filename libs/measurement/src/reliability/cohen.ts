import { chiSquaredUpper } from '../numeric/gamma.ts'
import { invalid, notIdentified, tooLittle, type Refusal, type Result } from '../result.ts'
import { readTable, sumOf } from './table.ts'

export interface CohenInput {
  /** Counts: one rater's category in the row, the other's in the column. */
  readonly table?: readonly (readonly number[])[]
  /** Or the marks themselves: one row per subject with the two raters' marks, null where missing. */
  readonly ratings?: readonly (readonly (number | null)[])[]
  readonly weights?: 'none' | 'linear' | 'quadratic'
  /** Or disagreement weights of your own, 0 on the diagonal (Cohen 1968). */
  readonly disagreement?: readonly (readonly number[])[]
}

export interface Kappa {
  readonly kappa: number
  /** Standard error, for intervals. */
  readonly se: number
  /** Against no agreement beyond chance, with the standard error under that hypothesis. */
  readonly z: number
  readonly p: number
}

const tabulate = (ratings: NonNullable<CohenInput['ratings']>): number[][] | Refusal => {
  if (!Array.isArray(ratings)) return invalid('ratings', 'must be a list of rows')
  const pairs: [number, number][] = []
  for (const [i, row] of (ratings as NonNullable<CohenInput['ratings']>).entries()) {
    if (!Array.isArray(row) || row.length !== 2)
      return invalid(`ratings[${i}]`, 'must be the marks of two raters')
    const [a, b] = row as [number | null, number | null]
    if (a === null || b === null) continue
    for (const [j, x] of [a, b].entries())
      if (typeof x !== 'number' || !Number.isFinite(x))
        return invalid(`ratings[${i}][${j}]`, 'must be a finite number')
    pairs.push([a, b])
  }
  const values = [...new Set(pairs.flat())].sort((a, b) => a - b)
  const table = values.map(() => values.map(() => 0))
  for (const [a, b] of pairs) table[values.indexOf(a)]![values.indexOf(b)]! += 1
  return table
}

/** Agreement weights: 1 on the diagonal, less the further apart. */
const agreementWeights = (size: number, input: CohenInput): number[][] | Refusal => {
  const span = Math.max(1, size - 1)
  const of = (visit: (i: number, j: number) => number): number[][] =>
    Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => visit(i, j)))
  if (input.disagreement !== undefined) {
    const wrong = readTable(input.disagreement, 'disagreement', (x) => x >= 0)
    if (wrong !== undefined) return wrong
    if (input.disagreement.length !== size || input.disagreement[0]!.length !== size)
      return invalid('disagreement', 'must be as large as the table')
    const most = Math.max(...input.disagreement.flat())
    if (!(most > 0)) return invalid('disagreement', 'must not all be zero')
    return of((i, j) => 1 - input.disagreement![i]![j]! / most)
  }
  switch (input.weights ?? 'none') {
    case 'none':
      return of((i, j) => (i === j ? 1 : 0))
    case 'linear':
      return of((i, j) => 1 - Math.abs(i - j) / span)
    case 'quadratic':
      return of((i, j) => 1 - ((i - j) / span) ** 2)
    default:
      return invalid('weights', 'must be none, linear or quadratic')
  }
}

/** κ = (Po - Pe) / (1 - Pe) with the large-sample standard errors of Fleiss, Cohen & Everitt 1969. */
const kappaOf = (
  table: readonly (readonly number[])[],
  w: readonly (readonly number[])[],
): Kappa | Refusal => {
  const n = sumOf(table.flat())
  const rows = table.map((row) => sumOf(row) / n)
  const columns = rows.map((_, j) => sumOf(table.map((row) => row[j]!)) / n)
  const rowWeights = rows.map((_, i) => sumOf(columns.map((share, j) => share * w[i]![j]!)))
  const columnWeights = columns.map((_, j) => sumOf(rows.map((share, i) => share * w[i]![j]!)))
  let [observed, chance, square, chanceSquare] = [0, 0, 0, 0]
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      observed += (count / n) * w[i]![j]!
      chance += rows[i]! * columns[j]! * w[i]![j]!
    }
  }
  if (!(1 - chance > 1e-12))
    return notIdentified('both raters always give the same single mark: chance agreement is complete')
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      const margin = rowWeights[i]! + columnWeights[j]!
      square += (count / n) * (w[i]![j]! * (1 - chance) - margin * (1 - observed)) ** 2
      chanceSquare += rows[i]! * columns[j]! * (w[i]![j]! - margin) ** 2
    }
  }
  const kappa = (observed - chance) / (1 - chance)
  const variance = square - (observed * chance - 2 * chance + observed) ** 2
  const nullVariance = chanceSquare - chance ** 2
  const se = Math.sqrt(Math.max(0, variance) / n) / (1 - chance) ** 2
  const nullSe = Math.sqrt(Math.max(0, nullVariance) / n) / (1 - chance)
  if (!(nullSe > 0)) return notIdentified('one rater always gives the same mark')
  const z = kappa / nullSe
  return { kappa, se, z, p: chiSquaredUpper(z * z, 1) }
}

/**
 * Cohen's kappa of two raters: agreement beyond chance, plain or weighted.
 *
 * @param input a square table of counts, or pairs of marks; weights none (default), linear, quadratic,
 *   or disagreement weights
 * @returns kappa (at most 1), standard error, z and two-sided p against chance; `not_identified` where chance agreement is complete
 * @see Cohen 1960, 1968; Fleiss, Cohen & Everitt 1969, Psychological Bulletin 72: 323-327
 */
export const cohenKappa = (input: CohenInput): Result<Kappa & { readonly n: number }> => {
  const table = input.ratings === undefined ? (input.table ?? []) : tabulate(input.ratings)
  if ('status' in table) return table
  const wrong = readTable(table, 'table', (x) => x >= 0)
  if (wrong !== undefined) return wrong
  if (table.length > 0 && table.length !== table[0]!.length) return invalid('table', 'must be square')
  const n = sumOf(table.flat())
  if (!(n > 0)) return tooLittle('no subject has two marks')
  const weights = agreementWeights(table.length, input)
  if ('status' in weights) return weights
  const kappa = kappaOf(table, weights)
  return 'status' in kappa ? kappa : { status: 'ok', ...kappa, n }
}

/**
 * Light's kappa of several raters: the mean of Cohen's kappa over all pairs of raters.
 *
 * @param input `ratings`: one row per subject, one column per rater, null where missing; weights as for Cohen's
 * @returns the mean and the pairs that have one; `not_identified` where none has
 * @see Light 1971, Psychological Bulletin 76: 365-377
 */
export const lightKappa = (input: {
  readonly ratings: readonly (readonly (number | null)[])[]
  readonly weights?: 'none' | 'linear' | 'quadratic'
}): Result<{
  readonly kappa: number
  readonly pairs: readonly { readonly raters: readonly [number, number]; readonly kappa: number }[]
}> => {
  if (!Array.isArray(input.ratings) || !input.ratings.every((row) => Array.isArray(row)))
    return invalid('ratings', 'must be a list of rows')
  const raters = input.ratings.reduce((most, row) => Math.max(most, row.length), 0)
  if (raters < 2) return tooLittle('needs two raters')
  const pairs: { raters: [number, number]; kappa: number }[] = []
  for (let a = 0; a < raters; a++) {
    for (let b = a + 1; b < raters; b++) {
      const ratings = input.ratings.map((row) => [row[a] ?? null, row[b] ?? null])
      const one = cohenKappa({ ratings, weights: input.weights ?? 'none' })
      if (one.status === 'invalid_input') return one
      if (one.status === 'ok') pairs.push({ raters: [a, b], kappa: one.kappa })
    }
  }
  if (pairs.length === 0) return notIdentified('no pair of raters has a kappa')
  return { status: 'ok', kappa: sumOf(pairs.map((pair) => pair.kappa)) / pairs.length, pairs }
}
