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

/** Counts of each value in each unit that has at least two. */
const pairable = (
  ratings: readonly (readonly (number | null)[])[],
): { values: number[]; units: number[][] } => {
  const columns = (ratings[0] ?? []).map((_, u) =>
    ratings.flatMap((row) => (row[u] === null ? [] : [row[u]!])),
  )
  const kept = columns.filter((column) => column.length >= 2)
  const values = [...new Set(kept.flat())].sort((a, b) => a - b)
  return {
    values,
    units: kept.map((column) => values.map((value) => column.filter((x) => x === value).length)),
  }
}

/**
 * Krippendorff's alpha: 1 - observed disagreement / disagreement expected by chance; missing values allowed.
 *
 * α = 1 - (n - 1) Σ_u Σ_{c<k} n_uc n_uk δ²_ck / (m_u - 1) / Σ_{c<k} n_c n_k δ²_ck.
 *
 * @param input `ratings`: one row per rater, one column per unit, null where missing; `metric` of the differences
 * @returns alpha, at most 1; null where nothing varies and it is undefined ("not computable");
 *   `too_little_data` where no unit has two values
 * @see Krippendorff 2011, Computing Krippendorff's Alpha-Reliability
 */
export const krippendorffAlpha = (input: {
  readonly ratings: readonly (readonly (number | null)[])[]
  readonly metric: Metric
}): Result<{ readonly alpha: number | null; readonly units: number }> => {
  const { ratings, metric } = input
  const wrong = check(ratings, metric)
  if (wrong !== undefined) return wrong
  const { values, units } = pairable(ratings)
  if (units.length === 0) return tooLittle('no unit has two values')
  const totals = values.map((_, c) => sumOf(units.map((unit) => unit[c]!)))
  const delta = distance(metric, values, totals)
  let [observed, expected] = [0, 0]
  for (const c of values.keys()) {
    for (let k = 0; k < c; k++) {
      const d = delta(k, c)
      expected += totals[c]! * totals[k]! * d
      for (const unit of units) observed += (unit[c]! * unit[k]! * d) / (sumOf(unit) - 1)
    }
  }
  const alpha = expected > 0 ? 1 - ((sumOf(totals) - 1) * observed) / expected : null
  return { status: 'ok', alpha, units: units.length }
}
