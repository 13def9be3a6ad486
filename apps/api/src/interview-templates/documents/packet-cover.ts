import type { VersionContent } from '@assay/contracts'
import type { Block, StyleName, Words } from '../../documents/document-definition.ts'
import { together, wholeRows } from '../../documents/keep-together.ts'
import { blocksOf } from '../../documents/markdown.ts'
import type { KitPacket } from './kit-packet.document.ts'

export const minutesOf = ({ questions }: VersionContent['sections'][number]): number =>
  questions.reduce((total, { minutes }) => total + minutes, 0)

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/** The head of the first page: what this is, and what an interviewer looks for two minutes before it begins. */
export const coverOf = (packet: KitPacket): Block[] => [
  { text: `${packet.organization}  ·  Kit packet for interviewers`, style: 'overline', margin: [0, 0, 0, 6] },
  { text: packet.name, style: 'title', margin: [0, 0, 0, 8] },
  { stack: blocksOf(packet.purpose), style: 'lead', margin: [0, 0, 0, 10] },
  factsOf(packet),
  ...planOf(packet.content),
  ...instructionsOf(packet.content.instructions),
]

const factsOf = ({ content, number, status }: KitPacket): Block => {
  const asked = content.sections.flatMap(({ questions }) => questions).length
  const facts: [label: string, value: string][] = [
    ['Duration', `${content.durationMinutes} minutes`],
    ['Asked', counted(asked, 'question')],
    ['Rated', counted(content.competencies.length, 'competency', 'competencies')],
    ['Version', `${number}, ${status.replace('_', ' ')}`],
  ]
  return {
    table: {
      widths: facts.map(() => '*'),
      body: [
        facts.map(([label]) => ({ text: label, style: ['small', 'quiet'] })),
        facts.map(([, value]) => ({ text: value, style: 'figure' })),
      ],
    },
    layout: 'facts',
    margin: [0, 0, 0, 14],
  }
}

const planOf = (content: VersionContent): Block[] => {
  if (content.sections.length === 0) return []
  const asked = content.sections.reduce((total, section) => total + minutesOf(section), 0)
  const rest = content.durationMinutes - asked
  const row = (words: [Words, Words, Words], styles: StyleName[] = []): Block[] =>
    words.map((text, place) => ({
      text,
      style: styles,
      ...(place === 0 ? {} : { alignment: 'right' as const }),
    }))
  const body = [
    row(['Section', 'Questions', 'Minutes'], ['small', 'quiet']),
    ...content.sections.map((section) =>
      row([section.title, String(section.questions.length), String(minutesOf(section))]),
    ),
    ...(rest > 0 ? [row(['Opening, their questions, notes', '', String(rest)], ['quiet'])] : []),
  ]
  return [
    together([
      { text: 'The minutes', style: 'heading', outline: true, margin: [0, 0, 0, 2] },
      wholeRows({
        table: { widths: ['*', 60, 60], headerRows: 1, body },
        layout: 'rows',
        margin: [0, 0, 0, 14],
      }),
    ]),
  ]
}

const instructionsOf = (instructions: string): Block[] => {
  const [first, ...others] = blocksOf(instructions)
  if (first === undefined) return []
  const heading: Block = {
    text: 'For the interviewer',
    style: 'heading',
    outline: true,
    margin: [0, 0, 0, 5],
  }
  return [together([heading, first]), ...others]
}
