// Lanczos, C., 1964, SIAM J. Numer. Anal. 1: 86-96, with g = 607/128 and the fifteen terms of P. Godfrey (2001).
const G = 607 / 128
const TERMS = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125,
  -0.00021026444172410488, 0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5,
  -2.6190838401581408e-5, 3.6899182659531625e-6,
] as const

const HALF_LOG_TWO_PI = 0.9189385332046728

/**
 * Logarithm of the gamma function, ln Γ(x).
 *
 * @param x positive; NaN for anything else
 * @returns ln Γ(x), relative error about 1e-15 away from the zeros at 1 and 2
 */
export const logGamma = (x: number): number => {
  if (!(x > 0)) return Number.NaN
  // The series loses digits near zero, where Γ(x) = Γ(x + 1) / x is exact.
  if (x < 0.5) return logGamma(x + 1) - Math.log(x)
  let sum: number = TERMS[0]
  for (const [i, term] of TERMS.entries()) if (i > 0) sum += term / (x - 1 + i)
  const base = x - 0.5 + G
  return HALF_LOG_TWO_PI + Math.log(sum) + (x - 0.5) * Math.log(base) - base
}

/** What Stirling's formula leaves out: ln Γ(x) - [(x - 1/2) ln x - x + ln √2π], for x ≥ 10. */
const stirlingRemainder = (x: number): number => {
  const r = 1 / (x * x)
  return (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - (r * 691) / 360360))))) / x
}

/**
 * Logarithm of the beta function, ln B(a, b) = ln Γ(a) + ln Γ(b) - ln Γ(a + b).
 *
 * For large arguments the three terms nearly cancel, so Stirling's formula is taken apart first
 * (the way of TOMS algorithm 708, Didonato & Morris 1992).
 *
 * @param a positive
 * @param b positive
 */
export const logBeta = (a: number, b: number): number => {
  const small = Math.min(a, b)
  const large = Math.max(a, b)
  if (large < 10) return logGamma(small) + logGamma(large) - logGamma(small + large)
  const remainder = stirlingRemainder(large) - stirlingRemainder(small + large)
  const share = small / (small + large)
  if (small < 10) {
    return (
      logGamma(small) +
      remainder +
      small -
      small * Math.log(small + large) +
      (large - 0.5) * Math.log1p(-share)
    )
  }
  return (
    HALF_LOG_TWO_PI -
    0.5 * Math.log(large) +
    stirlingRemainder(small) +
    remainder +
    (small - 0.5) * Math.log(share) +
    large * Math.log1p(-share)
  )
}

/** ln of the number of ways to choose k of n, 0 ≤ k ≤ n. */
export const logChoose = (n: number, k: number): number => {
  if (k === 0 || k === n) return 0
  return -Math.log(n + 1) - logBeta(k + 1, n - k + 1)
}
