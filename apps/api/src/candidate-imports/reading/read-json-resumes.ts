import { createHash } from 'node:crypto'
import { jsonDepth } from '../../http/json-body.ts'
import type { Decoded } from './decoded.ts'
import { chunksOf, type ReadingAnswer, type ReadingOrder, type ReadRow, unread } from './read-rows.ts'

const DEEPEST = 21

/** One résumé, or a list of them. Each becomes a row with all that it holds, known to the schema or not. */
export const readJsonResumes = ({ text, encoding }: Decoded, order: ReadingOrder): ReadingAnswer => {
  if (jsonDepth(text) > DEEPEST) return unread('This is JSON of more than 20 levels.')
  const content = parsed(text)
  if (content === undefined) return unread('This begins like JSON, and is broken further down.')
  const all: unknown[] = Array.isArray(content) ? content : [content]
  if (all.length === 0) return unread('This is a list of JSON with nothing in it.')
  if (all.length > order.limits.rows) {
    return unread(
      `This file has more than ${order.limits.rows.toLocaleString('en')} résumés. Import it in parts.`,
    )
  }
  const starts = Array.isArray(content) ? startsOf(text) : [1]
  const rows = all.map((one, place): ReadRow => {
    // Of a file for itself, as it was written.
    const own = Array.isArray(content) ? JSON.stringify(one, null, 2) : text
    const key = createHash('sha256').update(JSON.stringify(one)).digest('hex')
    return { line: starts[place] ?? 1, content: own, key, origin: order.name }
  })
  const facts = { format: 'json_resume' as const, encoding, delimiter: null, columns: [] }
  return { read: true, ...facts, rows: rows.length, chunks: chunksOf(rows) }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** The line on which each entry of the outermost list begins. */
const startsOf = (text: string): number[] => {
  const starts: number[] = []
  let [depth, line, awaited] = [0, 1, false]
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index]!
    if (sign === '\n') line += 1
    if (awaited && !/\s/.test(sign)) {
      starts.push(line)
      awaited = false
    }
    if (sign === '"') index = endOfString(text, index)
    else if (sign === '[' || sign === '{') depth += 1
    else if (sign === ']' || sign === '}') depth -= 1
    if (depth === 1) awaited ||= sign === ',' || (sign === '[' && starts.length === 0)
  }
  return starts
}

/** No line ends within a string of JSON. */
const endOfString = (text: string, from: number): number => {
  let index = from + 1
  while (index < text.length && text[index] !== '"') index += text[index] === '\\' ? 2 : 1
  return index
}
