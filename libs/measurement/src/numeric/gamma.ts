import { logGamma } from './log-gamma.ts'

const TINY = 1e-300
const EPSILON = 1e-16
const MOST_STEPS = 100_000

/** P(a, x) by its power series, Abramowitz & Stegun 6.5.29: good where x < a + 1. */
const lowerSeries = (a: number, x: number): number => {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < MOST_STEPS && term > sum * EPSILON; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum * Math.exp(a * Math.log(x) - x - logGamma(a))
}

/** Q(a, x) by its continued fraction, A&S 6.5.31, in Lentz's form (Thompson & Barnett 1986): good where x ≥ a + 1. */
const upperFraction = (a: number, x: number): number => {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < MOST_STEPS; n++) {
    const an = -n * (n - a)
    b += 2
    d = 1 / (an * d + b || TINY)
    c = b + an / c || TINY
    const change = c * d
    fraction *= change
    if (Math.abs(change - 1) < EPSILON * 4) break
  }
  return fraction * Math.exp(a * Math.log(x) - x - logGamma(a))
}

/**
 * Regularised incomplete gamma function, lower tail: P(a, x) = γ(a, x) / Γ(a).
 *
 * @param a positive
 * @param x not negative
 * @returns between 0 and 1
 */
export const gammaLower = (a: number, x: number): number => {
  if (!(x > 0)) return 0
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x)
}

/** Upper tail Q(a, x) = 1 - P(a, x), with its relative accuracy kept far out. */
export const gammaUpper = (a: number, x: number): number => {
  if (!(x > 0)) return 1
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x)
}

/**
 * P(χ² > x): the p-value of a chi-squared statistic.
 *
 * @param x statistic, not negative
 * @param df degrees of freedom, positive
 */
export const chiSquaredUpper = (x: number, df: number): number => gammaUpper(df / 2, x / 2)
