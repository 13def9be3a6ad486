import type { VersionDifference } from '@assay/contracts'

export interface DifferenceGroup {
  of: VersionDifference['of']
  differences: VersionDifference[]
}

/** The differences of one thing together, in the order in which they came. */
export const groupDifferences = (differences: readonly VersionDifference[]): DifferenceGroup[] => {
  const groups = new Map<string, DifferenceGroup>()
  for (const difference of differences) {
    const { what, id } = difference.of
    const key = `${what} ${id ?? ''}`
    const group = groups.get(key) ?? { of: difference.of, differences: [] }
    group.differences.push(difference)
    groups.set(key, group)
  }
  return [...groups.values()]
}

type Named = (id: string) => string

const isEntry = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** One entry of a list as a line: an anchor with its level, a step by its words, a link by the name of its end. */
const lineOf = (entry: unknown, named: Named): string => {
  if (!isEntry(entry)) return named(String(entry))
  const { level, text, competencyId, informs } = entry as Record<string, string | number | undefined>
  if (competencyId !== undefined) return `${named(String(competencyId))} (${String(informs)})`
  return level === undefined ? String(text) : `${level}: ${String(text)}`
}

/** A value as lines of text, so that two of them can be laid side by side. */
export const linesOf = (value: unknown, named: Named = (id) => id): string[] => {
  if (value === null || value === undefined || value === '') return []
  if (Array.isArray(value)) return value.map((entry) => lineOf(entry, named))
  return (typeof value === 'string' ? value : JSON.stringify(value)).split('\n')
}
