import { invalid, tooLittle, type Result } from '../result.ts'

/**
 * Share of pairs of marks on the same subject that agree exactly, and that are at most one level apart.
 *
 * @param input `ratings`: one row per subject, one column per rater, null where missing
 * @returns shares from 0 to 1, the mean absolute difference in levels, and the number of pairs they rest on
 */
export const agreement = (input: {
  readonly ratings: readonly (readonly (number | null)[])[]
}): Result<{
  readonly exact: number
  readonly withinOne: number
  readonly meanDifference: number
  readonly pairs: number
}> => {
  if (!Array.isArray(input.ratings)) return invalid('ratings', 'must be a list of rows')
  let [pairs, exact, near, apart] = [0, 0, 0, 0]
  for (const [i, row] of (input.ratings as readonly (readonly (number | null)[])[]).entries()) {
    if (!Array.isArray(row)) return invalid(`ratings[${i}]`, 'must be a row')
    const marks: number[] = []
    for (const [j, value] of (row as readonly (number | null)[]).entries()) {
      if (value === null) continue
      if (typeof value !== 'number' || !Number.isFinite(value))
        return invalid(`ratings[${i}][${j}]`, 'must be a finite number, or null')
      marks.push(value)
    }
    for (const [a, x] of marks.entries()) {
      for (const y of marks.slice(a + 1)) {
        pairs += 1
        apart += Math.abs(x - y)
        if (x === y) exact += 1
        if (Math.abs(x - y) <= 1) near += 1
      }
    }
  }
  if (pairs === 0) return tooLittle('no subject has two marks')
  return { status: 'ok', exact: exact / pairs, withinOne: near / pairs, meanDifference: apart / pairs, pairs }
}
