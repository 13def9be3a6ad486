import { invalid, type Refusal } from '../result.ts'
import type { CompetencyWeights } from './standing.ts'

/**
 * Competency weights, summing to 1; equal where none are given, 0 for a competency that is not named.
 *
 * @returns the weight of each competency in the order of `competencies`, or `invalid_input`
 */
export const weightsOf = (
  competencies: readonly string[],
  given: Readonly<Record<string, number>> | undefined,
): readonly number[] | Refusal => {
  if (given === undefined) return competencies.map(() => 1 / competencies.length)
  if (typeof given !== 'object' || given === null)
    return invalid('weights', 'must name a weight per competency')
  for (const [name, weight] of Object.entries(given)) {
    if (!competencies.includes(name)) return invalid(`weights.${name}`, 'unknown competency')
    if (typeof weight !== 'number' || !Number.isFinite(weight) || weight < 0)
      return invalid(`weights.${name}`, 'must be a number, not negative')
  }
  const weights = competencies.map((name) => (Object.hasOwn(given, name) ? given[name]! : 0))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (!(sum > 0)) return invalid('weights', 'must not all be zero')
  return weights.map((weight) => weight / sum)
}

/** Weights by name laid on the competencies that were rated (`rated`, by panel code) and the rest. */
export const layWeights = (
  rated: readonly string[],
  competencies: readonly string[],
  weights: readonly number[],
): CompetencyWeights => {
  const byCode = Float64Array.from(rated, (name) => weights[competencies.indexOf(name)]!)
  const squares = byCode.reduce((sum, w) => sum + w * w, 0)
  const all = weights.reduce((sum, w) => sum + w * w, 0)
  return { rated: byCode, squares, elsewhere: Math.max(0, all - squares) }
}
