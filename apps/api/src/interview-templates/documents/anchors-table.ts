import type { Anchor, Scale } from '@assay/contracts'
import type { Block } from '../../documents/document-definition.ts'
import { wholeRows } from '../../documents/keep-together.ts'
import { blocksOf } from '../../documents/markdown.ts'
import { levelWords } from './level-words.ts'

/** What each level looks like, side by side. A level is a number and a word; the colour above it only repeats that. */
export const anchorsTable = (anchors: readonly Anchor[], scale: Scale): Block[] => {
  if (anchors.length === 0) return []
  const levels = levelWords(scale).map((word, place) => ({
    word: `${place + 1}  ${word}`,
    text: anchors.find(({ level }) => level === place + 1)?.text ?? '',
  }))
  return [
    wholeRows({
      table: {
        widths: levels.map(() => '*'),
        headerRows: 1,
        keepWithHeaderRows: 1,
        body: [
          levels.map(({ word }) => ({ text: [{ text: word, bold: true }], style: 'small' })),
          levels.map(({ text }) => ({ stack: blocksOf(text), style: 'small' })),
        ],
      },
      layout: 'levels',
      margin: [0, 7, 0, 4],
    }),
  ]
}
