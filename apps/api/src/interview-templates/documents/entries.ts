import type { Block } from '../../documents/document-definition.ts'
import { together } from '../../documents/keep-together.ts'
import { blocksOf } from '../../documents/markdown.ts'

/** To be ticked with a pen, or only read. */
type Marks = 'ticked' | 'read'

const TICK_BOX = '\u2610'

/** An entry of a list, closer to its neighbours than one paragraph is to the next. */
const entryOf = (entry: string): Block => ({ stack: blocksOf(entry), margin: [0, 0, 0, -2.5], width: '*' })

const listOf = (entries: readonly string[], marks: Marks): Block => {
  const items = entries.map(entryOf)
  if (marks === 'read') return { ul: items }
  return {
    stack: items.map((item) => ({
      columns: [{ text: TICK_BOX, style: 'tick', width: 14 }, item],
      columnGap: 0,
    })),
  }
}

/** A label and its list, which begins on the label's page; nothing where there is nothing to list. */
export const labelled = (label: string, entries: readonly string[], marks: Marks = 'read'): Block[] =>
  entries.length === 0
    ? []
    : [together([{ text: label, style: 'label', margin: [0, 4, 0, 3] }, listOf(entries, marks)])]

/** Two lists side by side, or the one that there is. */
export const sideBySide = (left: Block[], right: Block[]): Block[] =>
  left.length === 0 || right.length === 0
    ? [...left, ...right]
    : [
        {
          columns: [
            { stack: left, width: '*' },
            { stack: right, width: '*' },
          ],
          columnGap: 22,
        },
      ]
