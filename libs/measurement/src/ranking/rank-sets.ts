import { seeded } from '../numeric/random.ts'
import { sampler, type Estimates } from './draws.ts'

const { abs, ceil, max, min, sqrt } = Math

const DRAWS = 2000

interface Spread {
  readonly size: number
  /** Standard error of each difference, row-major; 0 on the diagonal and where a difference is certain. */
  readonly se: Float64Array
}

const spreadOf = ({ means, covariance }: Estimates): Spread => {
  const size = means.length
  const se = new Float64Array(size * size)
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const variance = covariance[a * size + a]! + covariance[b * size + b]! - 2 * covariance[a * size + b]!
      se[a * size + b] = a === b ? 0 : sqrt(max(0, variance))
    }
  }
  return { size, se }
}

/** Largest studentised difference of each estimate from any other, drawn under equality. */
const maxima = (estimates: Estimates, { size, se }: Spread, seed: string | number): Float64Array[] | null => {
  const draw = sampler({ ...estimates, means: new Float64Array(size) }, seeded(`${seed}/sets`))
  if (draw === null) return null
  const each = Array.from({ length: size }, () => new Float64Array(DRAWS))
  const values = new Float64Array(size)
  for (let d = 0; d < DRAWS; d++) {
    draw(values)
    for (let a = 0; a < size; a++) {
      let top = 0
      for (let b = 0; b < size; b++) {
        const scale = se[a * size + b]!
        if (scale > 0) top = max(top, abs(values[a]! - values[b]!) / scale)
      }
      each[a]![d] = top
    }
  }
  return each
}

/**
 * Marginal confidence sets for ranks: estimate n lies in [1 + number significantly better, p - number significantly worse],
 * significance by the critical value of the largest studentised difference from n (two-sided, bootstrap of 2,000 draws).
 *
 * @param estimates means and covariance
 * @param options level of confidence and seed
 * @returns lowest and highest rank of each estimate, or null where the covariance is not positive semi-definite
 * @see Mogstad, Romano, Shaikh & Wilhelm 2024, Review of Economic Studies 91: 476-518 (R package csranks)
 */
export const rankSets = (
  estimates: Estimates,
  options: { readonly level: number; readonly seed: string | number },
): (readonly [number, number])[] | null => {
  const spread = spreadOf(estimates)
  const { size, se } = spread
  const each = maxima(estimates, spread, options.seed)
  if (each === null) return null
  return each.map((tops, n): readonly [number, number] => {
    const critical = tops.sort()[min(DRAWS - 1, ceil(options.level * DRAWS) - 1)]!
    let [better, worse] = [0, 0]
    for (let m = 0; m < size; m++) {
      const gap = estimates.means[m]! - estimates.means[n]!
      // A difference that is certain counts whatever its size.
      if (abs(gap) <= critical * se[n * size + m]!) continue
      if (gap > 0) better += 1
      else worse += 1
    }
    return [1 + better, size - worse]
  })
}
