/** Figures agree within this share of their size: `Math.exp` differs in its last bits between engines. */
const TOLERANCE = 1e-9

const isClose = (a: number, b: number): boolean =>
  Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b))

/**
 * The first place where two sets of figures differ, as a path; null where they agree.
 *
 * @param stored what was kept
 * @param computed what comes out now
 */
export const differenceOf = (stored: unknown, computed: unknown, path = 'figures'): string | null => {
  if (typeof stored === 'number' && typeof computed === 'number')
    return isClose(stored, computed) ? null : `${path}: ${stored} is stored, ${computed} comes out`
  if (typeof stored !== 'object' || typeof computed !== 'object' || stored === null || computed === null)
    return stored === computed
      ? null
      : `${path}: ${JSON.stringify(stored)} is stored, ${JSON.stringify(computed)} comes out`
  const [kept, found] = [stored as Record<string, unknown>, computed as Record<string, unknown>]
  for (const name of new Set([...Object.keys(kept), ...Object.keys(found)])) {
    const difference = differenceOf(kept[name], found[name], `${path}.${name}`)
    if (difference !== null) return difference
  }
  return null
}
