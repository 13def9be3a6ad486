import type { Posterior } from './estimate.ts'

/**
 * Where a candidate stands on one combination of the locals, a = (1, w, 0): m = θ + Σ w_c δ_c.
 *
 * Var(m_n) = own + U_n S⁻¹ U_n' and Cov(m_n, m_m) = U_n S⁻¹ U_m', where U_n = a'X_n is sparse:
 * it touches only the globals this candidate's ratings touch.
 */
export interface Standing {
  readonly measure: number
  readonly own: number
  /** Globals touched (ascending) and U_n there. */
  readonly at: readonly number[]
  readonly u: readonly number[]
}

/**
 * Standing of candidate n under weights of competencies.
 *
 * A competency that was not rated enters with mean 0 and its prior variance: the interval widens by itself.
 *
 * @param posterior the fit
 * @param n code of the candidate
 * @param weights weight of each competency by its code in the panel, and of those nobody was rated on
 */
export const standingOf = (posterior: Posterior, n: number, weights: CompetencyWeights): Standing => {
  const { model, state } = posterior
  const { layout, priors } = model
  const from = layout.localFrom[n]!
  const size = layout.localFrom[n + 1]! - from
  const first = layout.touchedFrom[n]!
  const width = layout.touchedFrom[n + 1]! - first
  const a = new Float64Array(size)
  a[0] = 1
  let left = weights.elsewhere + weights.squares
  for (let l = 1; l <= layout.profileSize[n]!; l++) {
    const w = weights.rated[layout.deltaCompetency[from + l]!]!
    a[l] = w
    left -= w * w
  }
  let [measure, own] = [0, layout.effects.profile ? Math.max(0, left) * priors.sigmas.profile ** 2 : 0]
  const u = Array.from({ length: width }, () => 0)
  for (let l = 0; l < size; l++) {
    if (a[l] === 0) continue
    measure += a[l]! * state.local[from + l]!
    for (let k = 0; k < size; k++) own += a[l]! * a[k]! * state.inverse[layout.blockFrom[n]! + l * size + k]!
    for (let t = 0; t < width; t++) u[t]! += a[l]! * state.reach[layout.reachFrom[n]! + l * width + t]!
  }
  return { measure, own, at: Array.from(layout.touched.subarray(first, first + width)), u }
}

/** Weights by competency code; `squares` is Σ w² over the rated ones, `elsewhere` Σ w² over competencies no rating names. */
export interface CompetencyWeights {
  readonly rated: Float64Array
  readonly squares: number
  readonly elsewhere: number
}

/** x' S⁻¹ y of two sparse vectors over the globals. */
export const through = (
  covariance: ArrayLike<number>,
  size: number,
  pair: { x: Pick<Standing, 'at' | 'u'>; y: Pick<Standing, 'at' | 'u'> },
): number => {
  const { x, y } = pair
  let sum = 0
  for (const [p, a] of x.at.entries()) {
    const scale = x.u[p]!
    if (scale === 0) continue
    const row = a * size
    let inner = 0
    for (let q = 0; q < y.at.length; q++) inner += covariance[row + y.at[q]!]! * y.u[q]!
    sum += scale * inner
  }
  return sum
}

/** x - y of two sparse vectors. */
export const difference = (
  x: Pick<Standing, 'at' | 'u'>,
  y: Pick<Standing, 'at' | 'u'>,
): Pick<Standing, 'at' | 'u'> => {
  const sum = new Map<number, number>(x.at.map((a, p) => [a, x.u[p]!]))
  for (const [q, a] of y.at.entries()) sum.set(a, (sum.get(a) ?? 0) - y.u[q]!)
  const at = [...sum.keys()].sort((a, b) => a - b)
  return { at, u: at.map((a) => sum.get(a)!) }
}
