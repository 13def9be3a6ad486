import {
  levelNames,
  type RatingLevel,
  type Scale,
  type Scorecard,
  type ScorecardContent,
  type ScorecardsOfApplication,
} from '@assay/contracts'
import type { Block, DocumentDefinition } from '../../documents/document-definition.ts'
import { together, wholeRows } from '../../documents/keep-together.ts'
import { blocksOf } from '../../documents/markdown.ts'
import { scorecardWords } from './scorecard-words.ts'

type Interview = ScorecardsOfApplication['interviews'][number]
type Kit = Interview['kit']

export interface ScorecardsSheet extends Pick<
  ScorecardsOfApplication,
  'scorecards' | 'interviews' | 'candidate' | 'job'
> {
  organization: string
  madeAt: Date
  /** Said on the first page, where names were withheld. */
  note: string | null
}

type Written = Pick<ScorecardsSheet, 'scorecards' | 'interviews'>

/** More people beside each other leave too little room for their words. */
const BESIDE = 3

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

const contentOf = ({ revisions }: Scorecard): ScorecardContent | null => revisions[0]?.content ?? null

const heading = (text: string): Block => ({ text, style: 'heading', outline: true, margin: [0, 10, 0, 6] })

/** Every scorecard of a panel that whoever asks may read: who recommends what, then by competency and by question. */
export const scorecardsDocument = (sheet: ScorecardsSheet): DocumentDefinition => {
  const { candidate, job, organization, madeAt, note, scorecards } = sheet
  return {
    title: `Scorecards of ${candidate.name}`,
    author: organization,
    language: 'en',
    foot: [candidate.name, job.title, day.format(madeAt)],
    madeAt,
    mark: null,
    content: [
      { text: `${organization}  ·  Scorecards`, style: 'overline', margin: [0, 0, 0, 6] },
      { text: candidate.name, style: 'title', margin: [0, 0, 0, 4] },
      { text: job.title, style: 'lead', margin: [0, 0, 0, 8] },
      {
        text: ['Those that whoever made this document could read.', note].filter(Boolean).join(' '),
        style: 'quiet',
      },
      ...(scorecards.length === 0 ? [{ text: 'No scorecard to read yet.', style: 'roomy' } as Block] : []),
      ...scorecardBlocks(sheet),
    ],
  }
}

/** The scorecards alone, for a document that says more. */
export const scorecardBlocks = (sheet: Written): Block[] => [
  ...byPerson(sheet),
  ...byCompetency(sheet),
  ...byQuestion(sheet),
]

const marksOf = ({ shadow, afterSeeingOthers, reopened }: Scorecard): string =>
  [
    shadow && 'Shadow: never counts',
    afterSeeingOthers && 'Written after seeing others',
    reopened && 'Reopened: being written anew',
  ]
    .filter(Boolean)
    .join('  ·  ')

const recommendationOf = (content: ScorecardContent): string =>
  content.recommendation && content.confidence
    ? `${scorecardWords[content.recommendation]}, ${scorecardWords[content.confidence].toLowerCase()} sure`
    : ''

const byPerson = ({ scorecards, interviews }: Written): Block[] => {
  const held = new Map(interviews.map((one) => [one.id, one]))
  return scorecards.flatMap((scorecard): Block[] => {
    const content = contentOf(scorecard)
    const interview = held.get(scorecard.interviewId)
    const where = interview ? `${interview.template}, ${day.format(new Date(interview.startsAt))}` : ''
    const marks = marksOf(scorecard)
    return [
      together([
        heading(scorecard.author.name),
        { text: where, style: 'quiet', margin: [0, -4, 0, 3] },
        ...(marks ? [{ text: marks, style: 'label', margin: [0, 0, 0, 3] } as Block] : []),
        ...(content
          ? [{ text: recommendationOf(content), style: 'lead', margin: [0, 0, 0, 2] } as Block]
          : [{ text: 'The candidate was erased: nobody can read it any more.', style: 'quiet' } as Block]),
      ]),
      ...(content ? blocksOf(content.summary) : []),
      ...changesOf(scorecard),
    ]
  })
}

const changesOf = ({ revisions }: Scorecard): Block[] =>
  revisions.slice(0, -1).map(({ because, reopened, submittedAt, afterSeeingOthers }) => ({
    text: [
      `${reopened ? 'Written anew' : 'Amended'}, ${day.format(new Date(submittedAt))}`,
      afterSeeingOthers ? ', after seeing others' : '',
      because ? `: ${because}` : '',
    ].join(''),
    style: 'small',
    margin: [0, 3, 0, 0],
  }))

const levelWords = (level: RatingLevel | null | undefined, scale: Scale): string => {
  if (level === null || level === undefined || level === 'not_assessed') return 'Not assessed'
  const name = levelNames[scale][level - 1]
  return name === undefined ? '' : `${level}  ${scorecardWords[name]}`
}

const cellOf = (scorecard: Scorecard, kit: Kit | undefined, competencyId: string): Block => {
  const content = contentOf(scorecard)
  if (!content || !kit?.competencies.some(({ id }) => id === competencyId)) {
    return { text: 'Not in this interview', style: 'quiet' }
  }
  const rating = content.ratings[competencyId]
  return {
    stack: [
      { text: [{ text: levelWords(rating?.level, kit.scale), bold: true }] },
      ...Object.values(rating?.evidence ?? {}).map(({ kind, text }): Block => ({
        stack: blocksOf(`${scorecardWords[kind]}: ${text}`),
        style: 'small',
      })),
    ],
  }
}

const inGroups = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_none, at) => all.slice(at * size, (at + 1) * size))

const byCompetency = ({ scorecards, interviews }: Written): Block[] => {
  const kits = new Map(interviews.map(({ id, kit }) => [id, kit]))
  const competencies = new Map(
    interviews.flatMap(({ kit }) => kit.competencies.map(({ id, name }) => [id, name] as const)),
  )
  if (competencies.size === 0) return []
  const tables = inGroups(scorecards, BESIDE).map((group): Block => {
    const head: Block[] = [
      { text: 'Competency', style: 'label' },
      ...group.map(({ author }): Block => ({ text: author.name, style: 'label' })),
    ]
    const rows = [...competencies].map(([id, name]): Block[] => [
      { text: [{ text: name, bold: true }] },
      ...group.map((scorecard) => cellOf(scorecard, kits.get(scorecard.interviewId), id)),
    ])
    const widths: (number | '*')[] = [110, ...group.map(() => '*' as const)]
    return {
      ...wholeRows({ table: { widths, body: [head, ...rows], headerRows: 1 }, layout: 'ruled' }),
      margin: [0, 0, 0, 12],
    }
  })
  return [
    heading('By competency'),
    { text: 'Ratings stand as they were given. Nothing is averaged.', style: 'quiet', margin: [0, -4, 0, 6] },
    ...tables,
  ]
}

type Question = Kit['sections'][number]['questions'][number]

const tickedOf = (list: readonly string[], ticks: Readonly<Record<string, true>> | undefined): string[] =>
  list.filter((_entry, place) => ticks?.[String(place)])

const answerOf = (scorecard: Scorecard, question: Question): Block[] => {
  const content = contentOf(scorecard)
  if (!content) return []
  const answer = content.questions[question.id]
  if (scorecard.revisions[0]?.notAsked.includes(question.id)) {
    return [{ text: `${scorecard.author.name}: not asked`, style: 'quiet' }]
  }
  const heard = [
    ...tickedOf(question.expectedPoints, answer?.expectedPoints),
    ...tickedOf(question.seniorExtras, answer?.seniorExtras),
  ]
  const flags = tickedOf(question.redFlags, answer?.redFlags)
  return [
    { text: [{ text: scorecard.author.name, bold: true }], margin: [0, 3, 0, 1] },
    ...blocksOf(answer?.notes.trim() ? answer.notes : 'No notes'),
    ...(heard.length > 0 ? [{ text: `Heard: ${heard.join('; ')}`, style: 'small' } as Block] : []),
    ...(flags.length > 0 ? [{ text: `Red flags: ${flags.join('; ')}`, style: 'small' } as Block] : []),
  ]
}

const byQuestion = ({ scorecards, interviews }: Written): Block[] =>
  interviews.flatMap(({ id, template, kit }) => {
    const written = scorecards.filter(({ interviewId }) => interviewId === id)
    const questions = kit.sections.flatMap((section) => section.questions)
    return [
      heading(`By question: ${template}`),
      ...questions.flatMap((question): Block[] => [
        { text: question.title, style: 'label', margin: [0, 6, 0, 1] },
        ...written.flatMap((scorecard) => answerOf(scorecard, question)),
      ]),
    ]
  })
