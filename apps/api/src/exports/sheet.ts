import type { AuditAction } from '@assay/contracts'
import { stringify } from 'csv-stringify/sync'
import type { z } from 'zod'
import type { AuditEntry } from '../audit/audit.service.ts'

/** Lists stand in one cell, their parts with `; ` between them. */
export type Cell = string | number | boolean | null | readonly string[]

/** How rows of one list are written into a file. */
export interface Sheet<Row> {
  /** Of the file, and of the list. */
  name: string
  /** The shape in which the list itself answers: what is not in it does not leave the server here either. */
  row: z.ZodType<Row>
  /** By their headers. People build on these: they stay as they are, and new ones come last. */
  columns: Readonly<Record<string, (row: Row) => Cell>>
  /** What the audit record says of it, where the rows are about people. */
  recorded?: { action: AuditAction; subjectType: AuditEntry['subjectType'] }
}

/** Without it, spreadsheets take the file for something else than UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

const textOf = (cell: Cell): string => {
  if (cell === null) return ''
  return Array.isArray(cell) ? cell.join('; ') : String(cell)
}

/** RFC 4180, everything in quotes. A cell that a spreadsheet would compute begins with an apostrophe. */
const lines = (cells: readonly (readonly string[])[]): string =>
  stringify(cells as string[][], {
    quoted: true,
    quoted_empty: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })

export const headerOf = <Row>({ columns }: Sheet<Row>): string =>
  BYTE_ORDER_MARK + lines([Object.keys(columns)])

/** @throws when a row is not what the list promises. */
export const linesOf = <Row>({ row, columns }: Sheet<Row>, rows: readonly unknown[]): string =>
  lines(
    rows.map((one) => {
      const shown = row.parse(one)
      return Object.values(columns).map((cell) => textOf(cell(shown)))
    }),
  )

/** One last line with these words in its first cell. */
export const lastLine = <Row>({ columns }: Sheet<Row>, words: string): string =>
  lines([Object.keys(columns).map((_header, place) => (place === 0 ? words : ''))])
