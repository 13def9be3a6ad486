import { chiSquaredUpper } from '../numeric/gamma.ts'
import { notIdentified, tooLittle, type Result } from '../result.ts'
import { readTable, sumOf } from './table.ts'

/** Ranks of values, ties sharing their mean rank, and the tie correction Σ (t³ - t). */
export const midRanks = (values: readonly number[]): { ranks: number[]; ties: number } => {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!)
  const ranks = values.map(() => 0)
  let ties = 0
  for (let from = 0; from < order.length;) {
    let to = from
    while (to < order.length && values[order[to]!] === values[order[from]!]) to += 1
    // Places from + 1 to `to` share their mean.
    for (let k = from; k < to; k++) ranks[order[k]!] = (from + 1 + to) / 2
    ties += (to - from) ** 3 - (to - from)
    from = to
  }
  return { ranks, ties }
}

/**
 * Kendall's coefficient of concordance: how far m judges put n subjects in one order.
 *
 * W = 12 S / (m² (n³ - n) - m Σ T), S the sum of squared deviations of the rank sums, T the ties of each judge;
 * χ² = m (n - 1) W on n - 1 degrees of freedom.
 *
 * @param input `ratings`: one row per subject, one column per judge; `tieCorrection` false leaves T out (default true)
 * @returns w from 0 to 1; `not_identified` where every judge ties everything
 * @see Kendall & Babington Smith 1939; Siegel 1956
 */
export const kendallW = (input: {
  readonly ratings: readonly (readonly number[])[]
  readonly tieCorrection?: boolean
}): Result<{ readonly w: number; readonly chisq: number; readonly df: number; readonly p: number }> => {
  const wrong = readTable(input.ratings, 'ratings')
  if (wrong !== undefined) return wrong
  const [n, m] = [input.ratings.length, input.ratings[0]?.length ?? 0]
  if (n < 2 || m < 2) return tooLittle('needs two subjects and two judges')
  const judges = Array.from({ length: m }, (_, j) => midRanks(input.ratings.map((row) => row[j]!)))
  const sums = input.ratings.map((_, i) => sumOf(judges.map((judge) => judge.ranks[i]!)))
  const mean = (m * (n + 1)) / 2
  const s = sumOf(sums.map((sum) => (sum - mean) ** 2))
  const ties = input.tieCorrection === false ? 0 : sumOf(judges.map((judge) => judge.ties))
  const most = m ** 2 * (n ** 3 - n) - m * ties
  if (!(most > 0)) return notIdentified('every judge ties all subjects')
  const w = (12 * s) / most
  const chisq = m * (n - 1) * w
  return { status: 'ok', w, chisq, df: n - 1, p: chiSquaredUpper(chisq, n - 1) }
}
