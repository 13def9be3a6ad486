import type { Block, TableBlock, Words } from './document-definition.ts'

/** Lines that surely fit on a page, also in large type. */
const PAGE_LINES = 40
/** Of a page's width, counted in wide letters; narrow columns have their share. */
const PAGE_CHARACTERS = 76

const plain = (words: Words): string =>
  typeof words === 'string'
    ? words
    : words.map((word) => (typeof word === 'string' ? word : plain(word.text))).join('')

const sum = (lines: number[]): number => lines.reduce((total, one) => total + one, 0)

/** At most how many lines a block takes in a column of this many characters. */
const linesOf = (block: Block, characters: number): number => {
  if ('text' in block) {
    const lines = plain(block.text).split('\n')
    return sum(lines.map((line) => Math.max(1, Math.ceil(line.length / characters)))) + 0.5
  }
  if ('stack' in block) return sum(block.stack.map((one) => linesOf(one, characters)))
  if ('columns' in block)
    return Math.max(...block.columns.map((one) => linesOf(one, characters / block.columns.length)))
  if ('table' in block) return sum(rowLines(block, characters))
  return sum((block.ul ?? block.ol ?? []).map((one) => linesOf(one, characters - 3)))
}

const rowLines = ({ table: { body, widths } }: Pick<TableBlock, 'table'>, characters: number): number[] => {
  const wide = widths.filter((width) => width === '*').length || widths.length
  return body.map((row) => Math.max(...row.map((cell) => linesOf(cell, characters / wide - 2))) + 1)
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
