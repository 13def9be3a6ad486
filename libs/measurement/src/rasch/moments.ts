import { NODES, WEIGHTS } from '../numeric/gauss-hermite.ts'

const { exp, log, max } = Math

/**
 * A rating scale with its thresholds: P(y = k | η) = exp(k η - T_k) / Σ_l exp(l η - T_l), T_k = τ_1 + .. + τ_k, T_0 = 0.
 *
 * (Rating scale model, Andrich 1978; adjacent-category logit: ln P(y = k) / P(y = k - 1) = η - τ_k.)
 */
export interface Scale {
  readonly steps: number
  /** T_k for k = 0..steps. */
  readonly sums: Float64Array
  /** exp(-T_k). */
  readonly terms: Float64Array
}

export const scaleOf = (thresholds: ArrayLike<number>): Scale => {
  const sums = new Float64Array(thresholds.length + 1)
  for (let k = 0; k < thresholds.length; k++) sums[k + 1] = sums[k]! + thresholds[k]!
  return { steps: thresholds.length, sums, terms: sums.map((sum) => exp(-sum)) }
}

/**
 * Moments of one rating, averaged over its linear predictor η ~ N(μ, σ²):
 * E = mean of y, V = variance, G_m = P(y ≥ m), C_m = Cov(y, 1[y ≥ m]), D_ml = G_max(m,l) - G_m G_l (m ≥ l, packed).
 *
 * In one flat array, so that the inner loop of the fit allocates nothing: E, V, G_1.., C_1.., D_11, D_21, D_22, ..
 */
export type Moments = Float64Array

export const momentsFor = (steps: number): Moments =>
  new Float64Array(2 + 2 * steps + (steps * (steps + 1)) / 2)

/** Category probabilities at one η, by taking the largest term out first. */
export const probabilitiesAt = (eta: number, scale: Scale, into: Float64Array): void => {
  let top = -Infinity
  for (let k = 0; k <= scale.steps; k++) top = max(top, k * eta - scale.sums[k]!)
  let sum = 0
  for (let k = 0; k <= scale.steps; k++) {
    const term = exp(k * eta - scale.sums[k]! - top)
    into[k] = term
    sum += term
  }
  for (let k = 0; k <= scale.steps; k++) into[k]! /= sum
}

/** Terms of the categories from e^η by powers, one exponential for all, and what they must be multiplied by to sum to 1. */
const shareAt = (power: number, eta: number, scale: Scale, into: Float64Array): number => {
  const { terms, steps } = scale
  let factor = 1
  let sum = 0
  for (let k = 0; k <= steps; k++) {
    const term = terms[k]! * factor
    into[k] = term
    sum += term
    factor *= power
  }
  if (sum < 1e290 && sum > 1e-290) return 1 / sum
  probabilitiesAt(eta, scale, into)
  return 1
}

/**
 * Adds one node: Σ w G_m, and Σ w G_m G_l in the places of D_ml. All else follows from these two.
 *
 * @param p terms of the categories, 1 / `share` in sum; overwritten
 */
const addNode = (p: Float64Array, share: number, weight: number, moments: Moments): void => {
  const steps = p.length - 1
  let above = 0
  for (let m = steps; m >= 1; m--) {
    above += p[m]! * share
    p[m] = above
    moments[1 + m]! += weight * above
  }
  let at = 2 + 2 * steps
  for (let m = 1; m <= steps; m++) {
    const weighted = weight * p[m]!
    for (let l = 1; l <= m; l++) moments[at++]! += weighted * p[l]!
  }
}

/** D_ml = E G_m - E G_m G_l (m ≥ l), C_m = Σ_l D_ml, V = Σ C_m, E = Σ G_m. */
const complete = (moments: Moments, steps: number): void => {
  const covariance = 1 + steps
  let at = 2 + 2 * steps
  let mean = 0
  let variance = 0
  for (let m = 1; m <= steps; m++) {
    const g = moments[1 + m]!
    mean += g
    for (let l = 1; l <= m; l++) {
      const d = g - moments[at]!
      moments[at++] = d
      moments[covariance + m]! += d
      variance += d
      if (l === m) continue
      moments[covariance + l]! += d
      variance += d
    }
  }
  moments[0] = mean
  moments[1] = variance
}

/**
 * Fills `moments` for η ~ N(mu, sd²) by seven-point Gauss-Hermite quadrature; sd = 0 gives the plain moments at mu.
 *
 * @param at mean and standard deviation of η
 * @param scale the scale with its thresholds
 * @param into moments to overwrite, from {@link momentsFor}, and `p`, room for the category probabilities
 */
export const momentsAt = (
  at: { readonly mu: number; readonly sd: number },
  scale: Scale,
  into: { readonly moments: Moments; readonly p: Float64Array },
): void => {
  const { mu, sd } = at
  const { moments, p } = into
  const { steps } = scale
  moments.fill(0)
  const centre = exp(mu)
  const nodes = sd > 0 ? 4 : 1
  for (let node = 0; node < nodes; node++) {
    const shift = NODES[node]! * sd
    const weight = nodes === 1 ? 1 : WEIGHTS[node]!
    const stretch = node === 0 ? 1 : exp(shift)
    addNode(p, shareAt(centre * stretch, mu + shift, scale, p), weight, moments)
    if (node > 0) addNode(p, shareAt(centre / stretch, mu - shift, scale, p), weight, moments)
  }
  complete(moments, steps)
}

/** ln of the normalising sum at one η, by taking the largest term out first. */
const logNormaliser = (eta: number, scale: Scale): number => {
  let top = -Infinity
  for (let k = 0; k <= scale.steps; k++) top = max(top, k * eta - scale.sums[k]!)
  let sum = 0
  for (let k = 0; k <= scale.steps; k++) sum += exp(k * eta - scale.sums[k]! - top)
  return top + log(sum)
}

/** The same from e^η by powers, unless they overflow. */
const logNormaliserByPowers = (power: number, eta: number, scale: Scale): number => {
  let factor = 1
  let sum = 0
  for (let k = 0; k <= scale.steps; k++) {
    sum += scale.terms[k]! * factor
    factor *= power
  }
  return sum < 1e290 && sum > 1e-290 ? log(sum) : logNormaliser(eta, scale)
}

/** Average of ln P(y = category) over η ~ N(mu, sd²). */
export const logLikelihoodAt = (
  at: { readonly mu: number; readonly sd: number },
  scale: Scale,
  category: number,
): number => {
  const centre = exp(at.mu)
  // The nodes are symmetric, so the part linear in η averages to its value at the mean.
  const linear = category * at.mu - scale.sums[category]!
  const middle = logNormaliserByPowers(centre, at.mu, scale)
  if (!(at.sd > 0)) return linear - middle
  let average = WEIGHTS[0] * middle
  for (let node = 1; node < 4; node++) {
    const shift = NODES[node]! * at.sd
    const stretch = exp(shift)
    const above = logNormaliserByPowers(centre * stretch, at.mu + shift, scale)
    const below = logNormaliserByPowers(centre / stretch, at.mu - shift, scale)
    average += WEIGHTS[node]! * (above + below)
  }
  return linear - average
}
