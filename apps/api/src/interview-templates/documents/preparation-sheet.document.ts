import type { PreparationSheet, VersionStatus } from '@assay/contracts'
import type { Block, DocumentDefinition } from '../../documents/document-definition.ts'
import { together, wholeRows } from '../../documents/keep-together.ts'
import { blocksOf } from '../../documents/markdown.ts'
import { dayInWords, markOf } from './version-foot.ts'

export interface CandidateSheet {
  sheet: PreparationSheet
  number: number
  status: VersionStatus
  organization: string
  madeAt: Date
}

/** For the candidate. Made from the preparation sheet alone, which holds neither questions nor anchors. */
export const candidateSheet = ({
  sheet,
  number,
  status,
  organization,
  madeAt,
}: CandidateSheet): DocumentDefinition => ({
  title: `${sheet.name}: how to prepare`,
  author: organization,
  language: 'en',
  foot: [sheet.name, `version ${number}`, dayInWords(madeAt)],
  madeAt,
  mark: markOf(status),
  content: [
    { text: `${organization}  ·  How to prepare`, style: 'overline', margin: [0, 0, 0, 6] },
    { text: sheet.name, style: 'title', margin: [0, 0, 0, 4] },
    { text: `A conversation of ${sheet.durationMinutes} minutes`, style: 'lead', margin: [0, 0, 0, 14] },
    { stack: blocksOf(sheet.about), style: 'roomy', margin: [0, 0, 0, 12] },
    ...topicsOf(sheet.topics),
    ...judgedOf(sheet.judged),
  ],
})

const heading = (text: string): Block => ({ text, style: 'heading', outline: true, margin: [0, 4, 0, 6] })

const topicsOf = (topics: readonly string[]): Block[] =>
  topics.length === 0
    ? []
    : [
        together([
          heading('What we will talk about'),
          {
            ul: topics.map((topic) => ({ stack: blocksOf(topic), style: 'roomy', margin: [0, 0, 0, -2] })),
            margin: [0, 0, 0, 14],
          },
        ]),
      ]

const judgedOf = (judged: PreparationSheet['judged']): Block[] => {
  if (judged.length === 0) return []
  const rows = judged.map(({ name, words }): Block[] => [
    { text: [{ text: name, bold: true }], style: 'roomy' },
    { stack: blocksOf(words), style: 'roomy' },
  ])
  return [
    together([
      heading('What we look at'),
      wholeRows({ table: { widths: [128, '*'], body: rows }, layout: 'ruled' }),
    ]),
  ]
}
