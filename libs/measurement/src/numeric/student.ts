import { betaLower } from './beta.ts'
import { bracketUpwards, rootOfIncreasing } from './root.ts'

/**
 * P(T > t) for Student's t.
 *
 * @param t any number
 * @param df degrees of freedom, positive, need not be whole
 */
export const studentUpper = (t: number, df: number): number => {
  const tail = betaLower({ a: df / 2, b: 0.5 }, df / (df + t * t), (t * t) / (df + t * t)) / 2
  return t < 0 ? 1 - tail : tail
}

/**
 * Quantile of Student's t.
 *
 * @param p probability between 0 and 1
 * @param df degrees of freedom, positive, need not be whole
 */
export const studentQuantile = (p: number, df: number): number => {
  if (p === 0.5) return 0
  if (p < 0.5) return -studentQuantile(1 - p, df)
  const distance = (t: number): number => 1 - p - studentUpper(t, df)
  return rootOfIncreasing(distance, 0, bracketUpwards(distance, 1))
}
