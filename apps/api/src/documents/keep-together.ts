import type { Block, TableBlock, Words } from './document-definition.ts'

/** Lines that surely fit on a page, also in large type. */
const PAGE_LINES = 40
/** Of a page's width, counted in wide letters. */
const PAGE_CHARACTERS = 76
const POINTS_OF_CHARACTER = 6.4

const sum = (all: number[]): number => all.reduce((total, one) => total + one, 0)

type Width = number | '*' | 'auto' | undefined

/** How many characters go into each column: the fixed ones first, the others share what is left. */
const shares = (widths: Width[], characters: number): number[] => {
  const fixed = widths.map((width) => (typeof width === 'number' ? width / POINTS_OF_CHARACTER : null))
  const left = characters - sum(fixed.map((width) => width ?? 0))
  const sharing = fixed.filter((width) => width === null).length
  return fixed.map((width) => Math.max(1, (width ?? left / sharing) - 2))
}

const plain = (words: Words): string =>
  typeof words === 'string'
    ? words
    : words.map((word) => (typeof word === 'string' ? word : plain(word.text))).join('')

/** At most how many lines a block takes in a column of this many characters. */
const linesOf = (block: Block, characters: number): number => {
  if ('text' in block) {
    const lines = plain(block.text).split('\n')
    return sum(lines.map((line) => Math.max(1, Math.ceil(line.length / characters)))) + 0.5
  }
  if ('stack' in block) return sum(block.stack.map((one) => linesOf(one, characters)))
  if ('columns' in block) {
    const widths = shares(
      block.columns.map(({ width }) => width),
      characters,
    )
    return Math.max(...block.columns.map((one, place) => linesOf(one, widths[place]!)))
  }
  if ('table' in block) return sum(rowLines(block, characters))
  return sum((block.ul ?? block.ol ?? []).map((one) => linesOf(one, characters - 3)))
}

const rowLines = ({ table: { body, widths } }: TableBlock, characters: number): number[] => {
  const cells = shares(widths, characters)
  return body.map((row) => Math.max(...row.map((cell, place) => linesOf(cell, cells[place]!))) + 1)
}

/**
 * One stack that is not divided between pages, if it is short enough; a longer one flows. What pdfmake may not divide
 * and does not fit on a page loses its end.
 */
export const together = (blocks: Block[]): Block => ({
  stack: blocks,
  unbreakable: linesOf({ stack: blocks }, PAGE_CHARACTERS) <= PAGE_LINES,
})

/** A table whose rows are not divided between pages, if each is short enough. */
export const wholeRows = (block: TableBlock): TableBlock => ({
  ...block,
  table: {
    ...block.table,
    dontBreakRows: rowLines(block, PAGE_CHARACTERS).every((lines) => lines <= PAGE_LINES),
  },
})
