import { createHash } from 'node:crypto'
import { parse, type Options } from 'csv-parse/sync'
import type { Decoded } from './decoded.ts'
import { chunksOf, REPORT_COLUMN, type ReadingAnswer, type ReadingOrder, unread } from './read-rows.ts'

const DELIMITERS = [',', ';', '\t', '|'] as const
/** As much of the beginning as tells the delimiters apart. */
const LOOKED_AT = 65_536
const RECORDS_LOOKED_AT = 30
const LONGEST_NAME = 200
const ONE_CELL = 1_048_576

/** What an export puts before a cell that a spreadsheet would compute is no part of what stood there. */
const ESCAPED = /^'(?=[=+\-@\t\r＝＋－＠])/
/** Not to be shown in a name of a column. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu

interface Parsed {
  record: string[]
  info: { lines: number }
}

const parseOptions = (delimiter: string): Options => ({
  delimiter,
  // Tools disagree about quotes inside of a cell, and about empty cells at the end of a row.
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
})

/** The one that cuts the beginning into the most columns of the same number. */
const delimiterOf = (text: string): string => {
  const wholeLines = text.slice(0, LOOKED_AT)
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(wholeLines, delimiter) }))
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).delimiter
}

const scoreOf = (text: string, delimiter: string): number => {
  try {
    const records: string[][] = parse(text, { ...parseOptions(delimiter), to: RECORDS_LOOKED_AT })
    const columns = records[0]?.length ?? 0
    if (columns < 2) return 0
    const alike = records.filter(({ length }) => length === columns).length
    return (alike / records.length) * 1_000 + columns
  } catch {
    return 0
  }
}

/** Excel writes, and reads, `sep=;` before the header. */
const withoutHint = (text: string): { text: string; hint: string | null; lines: number } => {
  const hint = /^sep=(?<sign>[^\r\n])\r?\n/i.exec(text)
  return hint
    ? { text: text.slice(hint[0].length), hint: hint.groups!['sign']!, lines: 1 }
    : { text, hint: null, lines: 0 }
}

const named = (header: readonly string[]): string[] => {
  const seen = new Map<string, number>()
  return header.map((given, place) => {
    const name =
      given.normalize('NFC').replace(UNSEEN, ' ').trim().slice(0, LONGEST_NAME) || `Column ${place + 1}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

/** The same for the same facts under the same headers, in whichever order, encoding or file they stand. */
export const keyOf = (columns: readonly string[], cells: readonly string[]): string => {
  const facts = columns.flatMap((column, place) => {
    const cell = (cells[place] ?? '').normalize('NFC').trim()
    return cell === '' || column === REPORT_COLUMN ? [] : [[column.toLowerCase(), cell]]
  })
  const sorted = facts.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex')
}

/** Cells beyond the header that hold nothing are no surplus. */
const trimmed = (record: readonly string[], columns: number): string[] => {
  const cells = record.map((cell) => cell.replace(ESCAPED, ''))
  while (cells.length > columns && cells.at(-1)!.trim() === '') cells.pop()
  return cells
}

/** A table: what stands in its cells is text and stays so, whatever it looks like. */
export const readCsv = (file: Decoded, { limits }: ReadingOrder): ReadingAnswer => {
  const { text, hint, lines } = withoutHint(file.text)
  const delimiter = hint ?? delimiterOf(text)
  const all = recordsOf(text, delimiter, limits.rows)
  if ('because' in all) return unread(all.because)
  const [header, ...records] = all.records
  if (!header) return unread('This file is empty.')
  if (header.record.length > limits.columns) {
    return unread(`This file has more than ${limits.columns} columns.`)
  }
  if (records.length === 0) return unread('This file has a header and no rows.')
  if (records.length > limits.rows) {
    return unread(`This file has more than ${limits.rows.toLocaleString('en')} rows. Import it in parts.`)
  }
  const columns = named(header.record)
  const starts = [header.info.lines, ...records.map(({ info }) => info.lines)]
  const rows = records.map(({ record }, place) => {
    const cells = trimmed(record, columns.length)
    const line = starts[place]! + 1 + lines
    return { line, content: JSON.stringify(cells), key: keyOf(columns, cells), origin: null }
  })
  const facts = { format: 'csv', encoding: file.encoding, delimiter, columns } as const
  return { read: true, ...facts, rows: rows.length, chunks: chunksOf(rows) }
}

const recordsOf = (
  text: string,
  delimiter: string,
  atMost: number,
): { records: Parsed[] } | { because: string } => {
  try {
    const options = { ...parseOptions(delimiter), info: true, to: atMost + 2, max_record_size: ONE_CELL }
    return { records: parse(text, options as Options) as unknown as Parsed[] }
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number }
    if (code === 'CSV_QUOTE_NOT_CLOSED') {
      return { because: 'A cell begins with a quote that is never closed: the file is cut short, or broken.' }
    }
    if (code === 'CSV_MAX_RECORD_SIZE') {
      return {
        because: `A row near line ${lines} has more than 1 MB: a quote there is perhaps never closed.`,
      }
    }
    throw error
  }
}
