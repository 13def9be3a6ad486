import type { VersionContent, VersionQuestion } from '@assay/contracts'
import { colors } from '../../documents/colors.ts'
import type { Block } from '../../documents/document-definition.ts'
import { together } from '../../documents/keep-together.ts'
import { blocksOf } from '../../documents/markdown.ts'
import { anchorsTable } from './anchors-table.ts'
import { labelled, sideBySide } from './entries.ts'
import { counted, minutesOf } from './packet-cover.ts'

/** The sections with their questions, in the order in which they are asked. */
export const sectionsOf = (content: VersionContent): Block[] => {
  let number = 0
  return content.sections.flatMap((section, place): Block[] => {
    const id = `section-${place}`
    const [first = [], ...others] = section.questions.map((question) =>
      questionOf(question, { content, number: (number += 1), section: id }),
    )
    const [head, ...rest] = first
    return [
      {
        ...together([...sectionHead(section, id), ...(head ? [head] : [])]),
        ...(place === 0 ? { pageBreak: 'before' as const } : {}),
      },
      ...rest,
      ...others.flat(),
    ]
  })
}

const sectionHead = (section: VersionContent['sections'][number], id: string): Block[] => [
  {
    columns: [
      { text: section.title, style: 'chapter', outline: true, id, width: '*' },
      {
        text: `${counted(section.questions.length, 'question')}, ${minutesOf(section)} minutes`,
        style: 'minutes',
        alignment: 'right',
        width: 'auto',
        margin: [0, 7, 0, 0],
      },
    ],
    margin: [0, 12, 0, 5],
  },
  ...blocksOf(section.guidance),
]

interface Place {
  content: VersionContent
  number: number
  section: string
}

const questionOf = (question: VersionQuestion, { content, number, section }: Place): Block[] => [
  together([
    {
      columns: [
        {
          text: `${number}.  ${question.title}`,
          style: 'heading',
          outline: true,
          outlineParentId: section,
          width: '*',
        },
        {
          text: `${question.minutes} min`,
          style: 'minutes',
          alignment: 'right',
          width: 50,
          margin: [0, 3, 0, 0],
        },
      ],
      margin: [0, 10, 0, 2],
    },
    ...linksOf(question, content),
    spoken(question.prompt),
    ...intentOf(question.intent),
  ]),
  ...labelled('A good answer reaches', question.expectedPoints, 'ticked'),
  ...labelled('Beyond that, from senior people', question.seniorExtras, 'ticked'),
  ...sideBySide(
    labelled('Red flags', question.redFlags, 'ticked'),
    labelled('To follow up', question.followUps),
  ),
  ...(question.anchors.length === 0
    ? []
    : [
        together([
          { text: `How answers to question ${number} differ`, style: 'label', margin: [0, 4, 0, 0] },
          ...anchorsTable(question.anchors, content.scale),
        ]),
      ]),
  { text: '', margin: [0, 0, 0, 6] },
]

/** Which competencies it informs, for whom it is meant, and what is ticked beside it. */
const linksOf = (question: VersionQuestion, content: VersionContent): Block[] => {
  const named = (how: 'primary' | 'secondary'): string[] =>
    question.competencies
      .filter(({ informs }) => informs === how)
      .flatMap(({ competencyId }) => content.competencies.find(({ id }) => id === competencyId)?.name ?? [])
  const structures = question.structureIds.flatMap(
    (wanted) => content.structures.find(({ id }) => id === wanted)?.name ?? [],
  )
  const facts: [string, string[]][] = [
    ['Informs', named('primary')],
    ['also', named('secondary')],
    ['Tick along', structures],
    ['Asked of', question.levels],
  ]
  const text = facts
    .filter(([, words]) => words.length > 0)
    .map(([label, words]) => `${label} ${words.join('; ')}`)
    .join('  ·  ')
  return text === '' ? [] : [{ text, style: ['small', 'quiet'], margin: [0, 0, 0, 5] }]
}

/** What is read aloud: larger, and marked at its side, so that the eye finds it in the middle of a conversation. */
const spoken = (prompt: string): Block => ({
  table: { widths: ['*'], body: [[{ stack: blocksOf(prompt), style: 'spoken', fillColor: colors.sunken }]] },
  layout: 'panel',
  margin: [0, 2, 0, 6],
})

const intentOf = (intent: string): Block[] =>
  intent.trim() === ''
    ? []
    : [{ text: 'Why it is asked', style: 'label', margin: [0, 2, 0, 2] }, ...blocksOf(intent)]
