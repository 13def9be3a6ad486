import type { Block, TextBlock } from './document-definition.ts'
import { inlineOf } from './markdown-inline.ts'

/**
 * The Markdown that people use in templates, as blocks: paragraphs, lists, quotes, headings, code. Everything else,
 * HTML, pictures and links above all, is text and stays as it was typed. A line break is kept as a line break.
 */
export const blocksOf = (markdown: string): Block[] =>
  blocksOfLines(markdown.replace(/\r\n?/g, '\n').split('\n'), 0)

const FENCE = /^ {0,3}(`{3,}|~{3,})[^`]*$/
const ITEM = /^( {0,3})(?:[-*+]|(\d{1,9})[.)])( +)(?=\S)/
const HEADING = /^ {0,3}#{1,6} +(\S.*)$/
const QUOTE = /^ {0,3}> ?/
const INDENTED = /^(?: {4}|\t)/
/** Lists and quotes within one another; deeper ones are text as it was typed. */
const DEEPEST = 4
const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === ''

interface Taken {
  block: Block
  /** How many lines it was made from. */
  lines: number
}

const blocksOfLines = (lines: string[], depth: number): Block[] => {
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    if (isBlank(lines[at])) {
      at += 1
      continue
    }
    const taken = take(lines.slice(at), depth)
    blocks.push({ ...taken.block, margin: [0, 0, 0, 5] })
    at += taken.lines
  }
  return blocks
}

const take = (lines: string[], depth: number): Taken =>
  fenced(lines) ??
  indented(lines) ??
  heading(lines) ??
  (depth < DEEPEST ? (quote(lines, depth + 1) ?? list(lines, depth + 1)) : null) ??
  paragraph(lines)

const code = (lines: string[]): Block => ({
  table: {
    widths: ['*'],
    body: [[{ text: lines.join('\n') || ' ', style: 'code', preserveLeadingSpaces: true }]],
  },
  layout: 'code',
})

const fenced = (lines: string[]): Taken | null => {
  const fence = FENCE.exec(lines[0]!)?.[1]
  if (fence === undefined) return null
  const closes = (line: string): boolean => {
    const other = line.trim()
    return other.length >= fence.length && other === fence[0]!.repeat(other.length)
  }
  const end = lines.findIndex((line, place) => place > 0 && closes(line))
  // A fence that nobody closed holds the rest.
  const inside = lines.slice(1, end === -1 ? undefined : end)
  return { block: code(inside), lines: end === -1 ? lines.length : end + 1 }
}

const indented = (lines: string[]): Taken | null => {
  let end = 0
  for (let at = 0; at < lines.length && (INDENTED.test(lines[at]!) || isBlank(lines[at])); at += 1) {
    if (!isBlank(lines[at])) end = at + 1
  }
  return end === 0
    ? null
    : { block: code(lines.slice(0, end).map((line) => line.replace(INDENTED, ''))), lines: end }
}

const heading = (lines: string[]): Taken | null => {
  const words = HEADING.exec(lines[0]!)?.[1]
  return words === undefined ? null : { block: { text: [{ text: inlineOf(words), bold: true }] }, lines: 1 }
}

const quote = (lines: string[], depth: number): Taken | null => {
  const end = countWhile(lines, (line) => QUOTE.test(line))
  if (end === 0) return null
  const inside = blocksOfLines(
    lines.slice(0, end).map((line) => line.replace(QUOTE, '')),
    depth,
  )
  return { block: { stack: [{ stack: inside, margin: [12, 0, 0, 0] }], style: 'quiet' }, lines: end }
}

const list = (lines: string[], depth: number): Taken | null => {
  const first = ITEM.exec(lines[0]!)
  if (!first) return null
  const { items, taken } = itemsOf(lines, first)
  const blocks = items.map((item): Block => ({ stack: blocksOfLines(item, depth), margin: [0, 0, 0, -3] }))
  const block: Block = isOrdered(first) ? { ol: blocks, start: Number(first[2]) } : { ul: blocks }
  return { block, lines: taken }
}

const isOrdered = (item: RegExpExecArray): boolean => item[2] !== undefined
const isSibling = (item: RegExpExecArray, first: RegExpExecArray): boolean =>
  isOrdered(item) === isOrdered(first) && item[1]!.length <= first[1]!.length + 1

/** The lines of each item without its indent, and how many lines the list has in all. */
const itemsOf = (lines: string[], first: RegExpExecArray): { items: string[][]; taken: number } => {
  const items: string[][] = [[lines[0]!.slice(first[0].length)]]
  let indent = first[0].length
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at]!
    const next = lines[at + 1] ?? ''
    const item = ITEM.exec(line)
    if (item && isSibling(item, first)) {
      indent = item[0].length
      items.push([line.slice(indent)])
    } else if (continues(line) || (isBlank(line) && continues(next))) {
      items.at(-1)!.push(line.slice(Math.min(indent, line.search(/\S|$/))))
    } else if (isLazy(line, lines[at - 1])) items.at(-1)!.push(line)
    else if (!isBlank(line) || !ITEM.test(next)) return { items, taken: at }
  }
  return { items, taken: lines.length }
}

const continues = (line: string): boolean => /^(?: {2}|\t)\s*\S/.test(line)
/** Goes on with the sentence above it, without being indented. */
const isLazy = (line: string, above: string | undefined): boolean =>
  !isBlank(line) && !isBlank(above) && !startsSomething(line)

const startsSomething = (line: string): boolean =>
  [FENCE, ITEM, HEADING, QUOTE].some((start) => start.test(line))

const paragraph = (lines: string[]): Taken => {
  const more = countWhile(lines.slice(1), (line) => !isBlank(line) && !startsSomething(line))
  const text: TextBlock = {
    text: inlineOf(
      lines
        .slice(0, more + 1)
        .join('\n')
        .trim(),
    ),
  }
  return { block: text, lines: more + 1 }
}

const countWhile = (lines: string[], is: (line: string) => boolean): number => {
  const end = lines.findIndex((line) => !is(line))
  return end === -1 ? lines.length : end
}
