import type { ImportedColumn } from '@assay/contracts'

/** What is wrong with a row: `column` is a number of the header, `path` a field of a résumé. */
export interface Fault {
  column: number | null
  path: string | null
  because: string
}

/** What one cell says, and as what it is read. */
export interface Said extends ImportedColumn {
  text: string
}

export const one = (said: readonly Said[], to: Said['to']): Said | undefined =>
  said.find((each) => each.to === to)
