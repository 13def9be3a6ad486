import { betaLower, betaUpper } from './beta.ts'
import { bracketUpwards, rootOfIncreasing } from './root.ts'

/** Numerator and denominator degrees of freedom of an F ratio, both positive, need not be whole. */
export interface DegreesOfFreedom {
  readonly df1: number
  readonly df2: number
}

const onBeta = (x: number, { df1, df2 }: DegreesOfFreedom) => ({
  shape: { a: df1 / 2, b: df2 / 2 },
  x: (df1 * x) / (df1 * x + df2),
  y: df2 / (df1 * x + df2),
})

/** P(F ≤ x). */
export const fLower = (x: number, df: DegreesOfFreedom): number => {
  if (!(x > 0)) return 0
  const at = onBeta(x, df)
  return betaLower(at.shape, at.x, at.y)
}

/** P(F > x): the p-value of an F ratio, with its relative accuracy kept far out. */
export const fUpper = (x: number, df: DegreesOfFreedom): number => {
  if (!(x > 0)) return 1
  if (x === Infinity) return 0
  const at = onBeta(x, df)
  return betaUpper(at.shape, at.x, at.y)
}

/**
 * Quantile of the F distribution.
 *
 * @param p probability between 0 and 1 (exclusive)
 * @param df degrees of freedom
 */
export const fQuantile = (p: number, df: DegreesOfFreedom): number => {
  const distance = (x: number): number => (p > 0.5 ? 1 - p - fUpper(x, df) : fLower(x, df) - p)
  return rootOfIncreasing(distance, 0, bracketUpwards(distance, 1))
}
