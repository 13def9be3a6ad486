/**
 * ln Σ exp(v), without overflow: the largest term is taken out first.
 *
 * @param values any length; of nothing it is -Infinity, the logarithm of an empty sum
 */
export const logSumExp = (values: readonly number[]): number => {
  let top = -Infinity
  for (const value of values) if (value > top) top = value
  if (!Number.isFinite(top)) return top
  let sum = 0
  for (const value of values) sum += Math.exp(value - top)
  return top + Math.log(sum)
}
