import { invalid, tooLittle, type Refusal, type Result } from '../result.ts'
import { sumOf } from './table.ts'

export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio'

const METRICS: readonly string[] = ['nominal', 'ordinal', 'interval', 'ratio']

/** Squared difference of two values; the ordinal one counts the values between them. */
const distance = (metric: Metric, values: readonly number[], totals: readonly number[]) => {
  return (a: number, b: number): number => {
    if (a === b) return 0
    const [x, y] = [values[a]!, values[b]!]
    if (metric === 'nominal') return 1
    if (metric === 'interval') return (x - y) ** 2
    if (metric === 'ratio') return ((x - y) / (x + y)) ** 2
    const [from, to] = [Math.min(a, b), Math.max(a, b)]
    return (sumOf(totals.slice(from, to + 1)) - (totals[a]! + totals[b]!) / 2) ** 2
  }
}

const check = (ratings: readonly (readonly (number | null)[])[], metric: Metric): Refusal | undefined => {
  if (!METRICS.includes(metric)) return invalid('metric', `must be one of ${METRICS.join(', ')}`)
  if (!Array.isArray(ratings)) return invalid('ratings', 'must be a list of rows')
  for (const [i, row] of (ratings as readonly (readonly (number | null)[])[]).entries()) {
    if (!Array.isArray(row)) return invalid(`ratings[${i}]`, 'must be a row')
    if (row.length !== ratings[0]!.length) return invalid(`ratings[${i}]`, 'must be as long as the first row')
    for (const [j, value] of (row as readonly (number | null)[]).entries()) {
      if (value !== null && !(typeof value === 'number' && Number.isFinite(value)))
        return invalid(`ratings[${i}][${j}]`, 'must be a finite number, or null for missing')
      if (value !== null && metric === 'ratio' && value < 0)
        return invalid(`ratings[${i}][${j}]`, 'a ratio is not negative')
    }
  }
  return undefined
}

/** Units with at least two values: which values (by position among all), and how often each. */
const pairable = (ratings: readonly (readonly (number | null)[])[]) => {
  const columns = (ratings[0] ?? []).map((_, u) =>
    ratings.flatMap((row) => (row[u] === null ? [] : [row[u]!])),
  )
  const kept = columns.filter((column) => column.length >= 2)
  const values = [...new Set(kept.flat())].sort((a, b) => a - b)
  const position = new Map(values.map((value, c) => [value, c]))
  const totals = values.map(() => 0)
  const units = kept.map((column) => {
    const counts = new Map<number, number>()
    for (const value of column) {
      const c = position.get(value)!
      totals[c]! += 1
      counts.set(c, (counts.get(c) ?? 0) + 1)
    }
    return { size: column.length, counts: [...counts] }
  })
  return { values, totals, units }
}

const MOST_VALUES = 2000

/**
 * Krippendorff's alpha: 1 - observed disagreement / disagreement expected by chance; missing values allowed.
 *
 * α = 1 - (n - 1) Σ_u Σ_{c<k} n_uc n_uk δ²_ck / (m_u - 1) / Σ_{c<k} n_c n_k δ²_ck.
 *
 * @param input `ratings`: one row per rater, one column per unit, null where missing; `metric` of the differences
 * @returns alpha, at most 1; null where nothing varies and it is undefined ("not computable");
 *   `too_little_data` where no unit has two values, `too_large` beyond 2,000 different values
 * @see Krippendorff 2011, Computing Krippendorff's Alpha-Reliability
 */
export const krippendorffAlpha = (input: {
  readonly ratings: readonly (readonly (number | null)[])[]
  readonly metric: Metric
}): Result<{ readonly alpha: number | null; readonly units: number }> => {
  const { ratings, metric } = input
  const wrong = check(ratings, metric)
  if (wrong !== undefined) return wrong
  const { values, totals, units } = pairable(ratings)
  if (units.length === 0) return tooLittle('no unit has two values')
  if (values.length > MOST_VALUES)
    return { status: 'too_large', because: `${values.length} different values; at most ${MOST_VALUES}` }
  const delta = distance(metric, values, totals)
  let [observed, expected] = [0, 0]
  for (const c of values.keys()) for (let k = 0; k < c; k++) expected += totals[c]! * totals[k]! * delta(k, c)
  for (const { size, counts } of units)
    for (const [a, [c, x]] of counts.entries())
      for (const [k, y] of counts.slice(0, a)) observed += (x * y * delta(k, c)) / (size - 1)
  const alpha = expected > 0 ? 1 - ((sumOf(totals) - 1) * observed) / expected : null
  return { status: 'ok', alpha, units: units.length }
}
