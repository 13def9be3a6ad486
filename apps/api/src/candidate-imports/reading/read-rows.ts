export interface ReadingOrder {
  path: string
  /** As people called it. */
  name: string
  limits: { rows: number; columns: number }
}

/** What a file holds. Rows come as JSON texts of some hundred each, so that nobody else has to take them apart. */
export interface ReadFile {
  read: true
  format: 'csv' | 'json_resume'
  encoding: string
  delimiter: string | null
  columns: string[]
  rows: number
  chunks: string[]
}

/** Why a file cannot be taken, for the person who chose it. */
export interface UnreadFile {
  read: false
  because: string
}

/** One row before it has a number. */
export interface ReadRow {
  line: number
  /** JSON. */
  content: string
  /** Hex. */
  key: string
  origin: string | null
}

export type ReadingAnswer = ReadFile | UnreadFile

export const unread = (because: string): UnreadFile => ({ read: false, because })

const ROWS_IN_A_CHUNK = 500

export const chunksOf = (rows: readonly ReadRow[]): string[] =>
  Array.from({ length: Math.ceil(rows.length / ROWS_IN_A_CHUNK) }, (_, chunk) =>
    JSON.stringify(
      rows
        .slice(chunk * ROWS_IN_A_CHUNK, (chunk + 1) * ROWS_IN_A_CHUNK)
        .map((row, place) => ({ position: chunk * ROWS_IN_A_CHUNK + place + 1, ...row })),
    ),
  )

/** The column that our report of errors adds: a mended file may still have it, and it is no fact about anybody. */
export const REPORT_COLUMN = 'What is wrong'
