import { factorInPlace, whole } from '../numeric/cholesky.ts'
import type { Random } from '../numeric/random.ts'

/** Estimates with their covariance (row-major), to be ranked among themselves. */
export interface Estimates {
  readonly names: readonly string[]
  readonly means: Float64Array
  readonly covariance: Float64Array
}

/** Draws from N(means, covariance) one after the other, in place. */
export const sampler = (estimates: Estimates, random: Random): ((into: Float64Array) => void) | null => {
  const { means, covariance } = estimates
  const size = means.length
  const factor = whole(Float64Array.from(covariance), size)
  // A hair on the diagonal lets perfectly correlated estimates through.
  let largest = 0
  for (let n = 0; n < size; n++) largest = Math.max(largest, covariance[n * size + n]!)
  for (let n = 0; n < size; n++) factor.values[n * size + n]! += largest * 1e-10 + 1e-300
  if (!factorInPlace(factor)) return null
  const z = new Float64Array(size)
  return (into) => {
    for (let n = 0; n < size; n++) {
      z[n] = random.normal()
      let value = means[n]!
      for (let k = 0; k <= n; k++) value += factor.values[n * size + k]! * z[k]!
      into[n] = value
    }
  }
}
