import { fQuantile, fUpper } from '../numeric/fisher-snedecor.ts'
import { notIdentified, tooLittle, type Result } from '../result.ts'
import { readTable, sumOf } from './table.ts'

/** One intraclass correlation with its 95 % interval and the F test of no agreement. */
export interface Intraclass {
  readonly icc: number
  readonly low: number
  readonly high: number
  readonly F: number
  readonly df1: number
  readonly df2: number
  readonly p: number
}

export interface IntraclassSix {
  readonly ICC1_1: Intraclass
  readonly ICC2_1: Intraclass
  readonly ICC3_1: Intraclass
  readonly ICC1_k: Intraclass
  readonly ICC2_k: Intraclass
  readonly ICC3_k: Intraclass
}

/** Mean squares of the two-way table: between targets, within, judges, error. */
interface MeanSquares {
  readonly n: number
  readonly k: number
  readonly between: number
  readonly within: number
  readonly judges: number
  readonly error: number
}

const TAIL = 0.975

const meanSquares = (ratings: readonly (readonly number[])[]): MeanSquares => {
  const [n, k] = [ratings.length, ratings[0]!.length]
  const rowMeans = ratings.map((row) => sumOf(row) / k)
  const columnMeans = ratings[0]!.map((_, j) => sumOf(ratings.map((row) => row[j]!)) / n)
  const grand = sumOf(rowMeans) / n
  const between = k * sumOf(rowMeans.map((m) => (m - grand) ** 2))
  const judges = n * sumOf(columnMeans.map((m) => (m - grand) ** 2))
  const within = sumOf(ratings.map((row, i) => sumOf(row.map((x) => (x - rowMeans[i]!) ** 2))))
  return {
    n,
    k,
    between: between / (n - 1),
    within: within / (n * (k - 1)),
    judges: judges / (k - 1),
    error: Math.max(0, within - judges) / ((n - 1) * (k - 1)),
  }
}

const spearmanBrown = (icc: number, k: number): number => (k * icc) / (1 + icc * (k - 1))

/** Limits of ICC(2,1): Satterthwaite's degrees of freedom for the mixture of judges and error (Shrout & Fleiss, p. 424). */
const limitsOfSecond = (ms: MeanSquares, icc: number): [number, number] => {
  const { n, k, between, judges, error } = ms
  const fj = judges / error
  const top = (k - 1) * (n - 1) * (k * icc * fj + n * (1 + (k - 1) * icc) - k * icc) ** 2
  const bottom = (n - 1) * k ** 2 * icc ** 2 * fj ** 2 + (n * (1 + (k - 1) * icc) - k * icc) ** 2
  const v = top / bottom
  const below = fQuantile(TAIL, { df1: n - 1, df2: v })
  const above = fQuantile(TAIL, { df1: v, df2: n - 1 })
  return [
    (n * (between - below * error)) / (below * (k * judges + (k * n - k - n) * error) + n * between),
    (n * (above * between - error)) / (k * judges + (k * n - k - n) * error + n * above * between),
  ]
}

/** Limits of a correlation that is a function of one F ratio. */
const limitsOfRatio = (F: number, df: { df1: number; df2: number }, k: number): [number, number] => {
  const low = F / fQuantile(TAIL, df)
  const high = F * fQuantile(TAIL, { df1: df.df2, df2: df.df1 })
  return [(low - 1) / (low + k - 1), (high - 1) / (high + k - 1)]
}

/**
 * The six intraclass correlations of a complete table, with 95 % intervals.
 *
 * ICC(1,1) = (BMS - WMS) / (BMS + (k - 1) WMS), ICC(2,1) = (BMS - EMS) / (BMS + (k - 1) EMS + k (JMS - EMS) / n),
 * ICC(3,1) = (BMS - EMS) / (BMS + (k - 1) EMS); the averages of k judges by Spearman and Brown, limits included.
 *
 * @param input `ratings`: one row per target, one column per judge; at least two of each
 * @returns the six, `invalid_input` naming the cell, `too_little_data`, or `not_identified` where nothing varies
 * @see Shrout & Fleiss 1979, Psychological Bulletin 86: 420-428
 */
export const intraclass = (input: {
  readonly ratings: readonly (readonly number[])[]
}): Result<IntraclassSix> => {
  const wrong = readTable(input.ratings, 'ratings')
  if (wrong !== undefined) return wrong
  if (input.ratings.length < 2 || input.ratings[0]!.length < 2)
    return tooLittle('needs two targets and two judges')
  const ms = meanSquares(input.ratings)
  const { n, k, between, within, judges, error } = ms
  if (!(error > between * 1e-12) || !(between > 0))
    return notIdentified(
      'no disagreement beyond constant differences, or no difference between targets: nothing to compare',
    )
  const second = (between - error) / (between + (k - 1) * error + (k * (judges - error)) / n)
  const tests = {
    one: { F: between / within, df1: n - 1, df2: n * (k - 1) },
    two: { F: between / error, df1: n - 1, df2: (n - 1) * (k - 1) },
  }
  const forms = (
    icc: number,
    limits: [number, number],
    test: { F: number; df1: number; df2: number },
  ): [Intraclass, Intraclass] => {
    const figures = { ...test, p: fUpper(test.F, test) }
    const average = (x: number): number => spearmanBrown(x, k)
    return [
      { icc, low: limits[0], high: limits[1], ...figures },
      { icc: average(icc), low: average(limits[0]), high: average(limits[1]), ...figures },
    ]
  }
  const ratio = (F: number): number => (F - 1) / (F + k - 1)
  const [ICC1_1, ICC1_k] = forms(ratio(tests.one.F), limitsOfRatio(tests.one.F, tests.one, k), tests.one)
  const [ICC2_1, ICC2_k] = forms(second, limitsOfSecond(ms, second), tests.two)
  const [ICC3_1, ICC3_k] = forms(ratio(tests.two.F), limitsOfRatio(tests.two.F, tests.two, k), tests.two)
  return { status: 'ok', ICC1_1, ICC2_1, ICC3_1, ICC1_k, ICC2_k, ICC3_k }
}
