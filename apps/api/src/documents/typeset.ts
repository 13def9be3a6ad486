import { colors } from './colors.ts'
import type { Block, DocumentDefinition, Run, StyleName, Words } from './document-definition.ts'
import { faceOf, styles, tableLayouts, textStyle } from './house-style.ts'
import { type Losses, type SetRun, setRuns } from './legible.ts'
import { firstTypeface, type TypefaceName } from './typefaces.ts'

/** Emphasis within a text, down to its last run: pdfmake does not hand it on to the runs inside of a run. */
type Look = Pick<Run, 'bold' | 'italics' | 'style'>

export interface Typeset {
  definition: object
  layouts: typeof tableLayouts
  typefaces: Set<TypefaceName>
}

const MARGIN = 54

/** The document in the house's style: every text divided into runs, header, foot and what could not be shown. */
export const typeset = (document: DocumentDefinition): Typeset => {
  const setter = new Setter()
  const content = document.content.map((block) => setter.block(block, []))
  const header = document.mark === null ? undefined : setter.block(markOf(document.mark), [])
  const foot = setter.words([document.author, ...document.foot].join('  ·  '), ['small'])
  const notes = lossNotes(setter.losses).map((block) => setter.block(block, []))
  const page = (current: number, of: number) => setter.words(`Page ${current} of ${of}`, ['small'])
  page(1, 1)
  return {
    layouts: tableLayouts,
    typefaces: setter.typefaces,
    definition: {
      pageSize: 'A4',
      pageMargins: [MARGIN, 58, MARGIN, 60],
      info: {
        title: document.title.toWellFormed(),
        author: document.author.toWellFormed(),
        creator: 'Assay',
        producer: 'Assay',
        creationDate: document.madeAt,
      },
      language: document.language,
      displayTitle: true,
      version: '1.7',
      defaultStyle: { ...textStyle, font: firstTypeface('text') },
      styles,
      content: [...content, ...notes],
      ...(header ? { header: { stack: [header], margin: [MARGIN, 24, MARGIN, 0] } } : {}),
      footer: (current: number, of: number) => footOf(foot, page(current, of)),
    },
  }
}

const markOf = (mark: string): Block => ({
  table: {
    widths: ['auto'],
    body: [[{ text: [{ text: mark, bold: true }], style: 'small', color: colors.danger }]],
  },
  layout: 'banner',
})

const footOf = (foot: SetRun[], page: SetRun[]): object => ({
  margin: [MARGIN, 18, MARGIN, 0],
  color: colors.muted,
  ...styles.small,
  columnGap: 16,
  columns: [
    { text: foot, width: '*' },
    { text: page, width: 'auto', alignment: 'right' },
  ],
})

const lossNotes = ({ missing, rightToLeft }: Losses): Block[] => {
  const codes = [...missing].map(
    (character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  )
  const some = codes.slice(0, 12).join(', ') + (codes.length > 12 ? ', ...' : '')
  const notes = [
    ...(codes.length === 0
      ? []
      : [
          `Characters without a picture in this document's typefaces are shown as \u25AF: ${some}. On the screen they are complete.`,
        ]),
    ...(rightToLeft
      ? [
          'This document holds words written from right to left; within a line they may stand in another order than on the screen.',
        ]
      : []),
  ]
  return notes.map((text) => ({ text, style: ['small', 'quiet'], margin: [0, 14, 0, 0] }))
}

/** All that a document may say, also one whose types were cheated: no picture, drawing, link, file or font. */
const KNOWN = new Set(
  `text stack columns table ul ol start columnGap unbreakable layout margin width pageBreak fillColor
   style bold italics color alignment preserveLeadingSpaces outline id outlineParentId`.split(/\s+/),
)
const refuseUnknown = (part: object): void => {
  for (const key of Object.keys(part)) {
    if (!KNOWN.has(key)) throw new Error(`A document cannot say "${key}".`)
  }
}

/** Walks a document once and notes what it needs. */
class Setter {
  readonly typefaces = new Set<TypefaceName>([firstTypeface('text')])
  readonly losses: Losses = { missing: new Set(), rightToLeft: false }

  block(block: Block, inherited: readonly StyleName[]): object {
    refuseUnknown(block)
    if ('text' in block) {
      const own = [...inherited, ...[block.style ?? []].flat()]
      return { ...block, text: this.words(block.text, own) }
    }
    if ('stack' in block) {
      const own = [...inherited, ...(block.style ? [block.style] : [])]
      return { ...block, stack: this.blocks(block.stack, own) }
    }
    if ('columns' in block) return { ...block, columns: this.blocks(block.columns, inherited) }
    if ('table' in block) {
      const body = block.table.body.map((row) => this.blocks(row, inherited))
      return { ...block, table: { ...block.table, body } }
    }
    const { ul, ol, ...list } = block
    return {
      ...list,
      ...(ul ? { ul: this.blocks(ul, inherited) } : {}),
      ...(ol ? { ol: this.blocks(ol, inherited) } : {}),
    }
  }

  words(words: Words, own: readonly StyleName[], look: Look = {}): SetRun[] {
    if (typeof words === 'string') {
      const runs = setRuns(words, faceOf(own), this.losses)
      for (const { font } of runs) this.typefaces.add(font)
      return runs.map((run) => ({ ...run, ...look }))
    }
    return words.flatMap((word) => {
      if (typeof word === 'string') return this.words(word, own, look)
      refuseUnknown(word)
      const { text, style, ...more } = word
      return this.words(text, style ? [...own, style] : own, {
        ...look,
        ...more,
        ...(style ? { style } : {}),
      })
    })
  }

  private blocks(blocks: Block[], inherited: readonly StyleName[]): object[] {
    return blocks.map((block) => this.block(block, inherited))
  }
}
