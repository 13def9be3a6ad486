import { hypergeometricPmf, hypergeometricSupport, type Urn } from '../numeric/hypergeometric.ts'
import { rootOfIncreasing } from '../numeric/root.ts'

/** Two groups and how many of each were selected. */
export interface Fourfold {
  readonly focal: { readonly selected: number; readonly applicants: number }
  readonly reference: { readonly selected: number; readonly applicants: number }
}

const urnOf = ({ focal, reference }: Fourfold): Urn => ({
  focal: focal.applicants,
  reference: reference.applicants,
  selected: focal.selected + reference.selected,
})

/**
 * Fisher's exact test, two-sided: the probability, with both margins fixed, of a table at most as probable as this one.
 *
 * Ties are recognised up to a relative 1e-7, as R's fisher.test does. `midP` counts the observed table by half.
 *
 * @returns probabilities from 0 to 1
 * @see Fisher 1935; Lancaster 1961 for the mid-p
 */
export const fisherExact = (table: Fourfold): { readonly p: number; readonly midP: number } => {
  const urn = urnOf(table)
  const { least, most } = hypergeometricSupport(urn)
  const observed = hypergeometricPmf(table.focal.selected, urn)
  let sum = 0
  for (let k = least; k <= most; k++) {
    const p = hypergeometricPmf(k, urn)
    if (p <= observed * (1 + 1e-7)) sum += p
  }
  const p = Math.min(1, sum)
  return { p, midP: Math.max(0, p - observed / 2) }
}

/**
 * How many hypergeometric standard deviations the focal group's selections lie from what equal rates would give
 * (Castaneda v. Partida 1977, Hazelwood 1977: "two or three standard deviations").
 *
 * @returns negative where the focal group was selected less; 0 where nothing can vary
 */
export const standardDeviations = ({ focal, reference }: Fourfold): number => {
  const total = focal.applicants + reference.applicants
  const selected = focal.selected + reference.selected
  const expected = (focal.applicants * selected) / total
  const variance = (expected * (reference.applicants / total) * (total - selected)) / (total - 1)
  return variance > 0 ? (focal.selected - expected) / Math.sqrt(variance) : 0
}

/** χ² of the hypothesis that the ratio of the two rates is φ, at the best rates under it (Koopman 1984). */
const scoreAt = ({ focal, reference }: Fourfold, ratio: number): number => {
  const a = (focal.applicants + reference.applicants) * ratio
  const b = -(ratio * (focal.applicants + reference.selected) + focal.selected + reference.applicants)
  const c = focal.selected + reference.selected
  const base = (2 * c) / (-b + Math.sqrt(Math.max(0, b * b - 4 * a * c)))
  const part = (group: Fourfold['focal'], rate: number): number => {
    const variance = group.applicants * rate * (1 - rate)
    return variance > 0 ? (group.selected - group.applicants * rate) ** 2 / variance : 0
  }
  return part(focal, Math.min(1, ratio * base)) + part(reference, Math.min(1, base))
}

const CHI_SQUARED_95 = 3.841458820694124
const FARTHEST = 60

/**
 * 95 % interval of the ratio of two selection rates, by inverting the score test; works with zero selections.
 *
 * @param table the reference group has at least one selection
 * @returns lower limit (0 where the focal group has no selection) and upper limit
 * @see Koopman 1984, Biometrics 40: 513-517
 */
export const ratioInterval = (table: Fourfold): { readonly low: number; readonly high: number } => {
  const { focal, reference } = table
  const ratio = focal.selected / focal.applicants / (reference.selected / reference.applicants)
  const excess = (log: number): number => scoreAt(table, Math.exp(log)) - CHI_SQUARED_95
  const centre = Math.log(Math.max(ratio, 1e-9))
  const high = Math.exp(rootOfIncreasing(excess, centre, FARTHEST))
  if (focal.selected === 0) return { low: 0, high }
  return { low: Math.exp(-rootOfIncreasing((x) => excess(-x), -centre, FARTHEST)), high }
}
