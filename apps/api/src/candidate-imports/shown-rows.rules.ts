import type { RowProblem } from '@assay/contracts'
import type { Fault } from './cells.rules.ts'

interface Stored {
  content: string | null
  problems: readonly Fault[]
}

const LONGEST_VALUE = 200

const valueAt = (content: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, part) => {
    const fields = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
    return Object.hasOwn(fields, part) ? fields[part] : undefined
  }, content)

const asText = (value: unknown): string | null => {
  if (typeof value === 'string') return value.slice(0, LONGEST_VALUE)
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}

/** Faults in the words of the file: the name of the column or field, and what stands there. */
export const problemsOf = ({ content, problems }: Stored, columnNames: readonly string[]): RowProblem[] => {
  const parsed: unknown = content === null || problems.length === 0 ? null : JSON.parse(content)
  return problems.map(({ column, path, because }) => {
    if (column !== null) {
      const cell = Array.isArray(parsed) ? (parsed as unknown[])[column] : null
      return { column: columnNames[column] ?? null, value: asText(cell ?? ''), because }
    }
    return { column: path, value: path === null ? null : asText(valueAt(parsed, path)), because }
  })
}

/** The same on one line, for the column of a report. */
export const inOneLine = (problems: readonly RowProblem[]): string =>
  problems.map(({ column, because }) => (column === null ? because : `${column}: ${because}`)).join(' ')
