import { gammaUpper, gammaLower } from './gamma.ts'

const { abs, log, sign, sqrt } = Math

/**
 * Standard normal distribution function Φ(x) = P(Z ≤ x).
 *
 * By the incomplete gamma function: Φ(-|x|) = Q(1/2, x²/2) / 2, so the far tails keep their relative accuracy.
 *
 * @param x any number; ±Infinity gives 1 and 0
 */
export const normalCdf = (x: number): number => {
  if (x === Infinity) return 1
  if (x === -Infinity) return 0
  const half = (x * x) / 2
  if (abs(x) < 1) return 0.5 + (sign(x) * gammaLower(0.5, half)) / 2
  const tail = gammaUpper(0.5, half) / 2
  return x < 0 ? tail : 1 - tail
}

// Wichura, M. J., 1988, Algorithm AS 241 (PPND16), Applied Statistics 37: 477-484. Highest power first.
const CENTRE = {
  top: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  bottom: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
}
const MIDDLE = {
  top: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  bottom: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
}
const TAIL = {
  top: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  bottom: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
}

const horner = (coefficients: readonly number[], x: number): number => {
  let sum = 0
  for (const c of coefficients) sum = sum * x + c
  return sum
}

const ratio = (of: { top: readonly number[]; bottom: readonly number[] }, x: number): number =>
  horner(of.top, x) / horner(of.bottom, x)

/**
 * Standard normal quantile Φ⁻¹(p), relative error about 1e-16 (algorithm AS 241).
 *
 * @param p probability; 0 and 1 give ∓Infinity, anything outside NaN
 */
export const normalQuantile = (p: number): number => {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity
  const q = p - 0.5
  if (abs(q) <= 0.425) return q * ratio(CENTRE, 0.180625 - q * q)
  const r = sqrt(-log(q < 0 ? p : 1 - p))
  const size = r <= 5 ? ratio(MIDDLE, r - 1.6) : ratio(TAIL, r - 5)
  return q < 0 ? -size : size
}
