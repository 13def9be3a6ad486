import { logBeta } from './log-gamma.ts'
import { rootOfIncreasing } from './root.ts'

const TINY = 1e-300
const MOST_STEPS = 100_000

/** Continued fraction of the incomplete beta function, A&S 26.5.8, in Lentz's form: good where x < (a + 1) / (a + b + 2). */
const fraction = (a: number, b: number, x: number): number => {
  let c = 1
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || TINY)
  let sum = d
  for (let m = 1; m < MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d || TINY)
    c = 1 + even / c || TINY
    sum *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d || TINY)
    c = 1 + odd / c || TINY
    const change = d * c
    sum *= change
    if (Math.abs(change - 1) < 4e-16) break
  }
  return sum
}

/**
 * Regularised incomplete beta function I_x(a, b), given x and its complement.
 *
 * Both are asked for because whoever has x = t²/(df + t²) also knows 1 - x without losing digits.
 *
 * @param shape the two positive parameters
 * @param x between 0 and 1
 * @param y 1 - x
 */
export const betaLower = (shape: { a: number; b: number }, x: number, y: number = 1 - x): number => {
  const { a, b } = shape
  if (x <= 0) return 0
  if (y <= 0) return 1
  const front = Math.exp(a * Math.log(x) + b * Math.log(y) - logBeta(a, b))
  if (x < (a + 1) / (a + b + 2)) return (front * fraction(a, b, x)) / a
  return 1 - (front * fraction(b, a, y)) / b
}

/** Upper tail 1 - I_x(a, b) = I_{1-x}(b, a). */
export const betaUpper = (shape: { a: number; b: number }, x: number, y: number = 1 - x): number =>
  betaLower({ a: shape.b, b: shape.a }, y, x)

/**
 * Quantile of the beta distribution.
 *
 * @param p probability between 0 and 1
 * @param shape the two positive parameters
 */
export const betaQuantile = (p: number, shape: { a: number; b: number }): number => {
  if (p <= 0) return 0
  if (p >= 1) return 1
  return rootOfIncreasing((x) => betaLower(shape, x) - p, 0, 1)
}
