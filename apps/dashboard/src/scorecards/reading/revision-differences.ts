import { levelNames, type ScorecardContent, type ScorecardsOfApplication, tickLists } from '@assay/contracts'
import type { Text } from '../../i18n/text.ts'
import { tickedOf } from './scorecard-reading.ts'

type Kit = ScorecardsOfApplication['interviews'][number]['kit']

/** One thing that two revisions say otherwise: what it is, and its lines in both. */
export interface RevisionDifference {
  of: string
  before: string[]
  after: string[]
}

interface Said {
  of: string
  lines: string[]
}

const linesOf = (prose: string): string[] => (prose.trim() === '' ? [] : prose.split('\n'))

const levelWords = (kit: Kit, level: number | 'not_assessed' | null, text: Text): string[] => {
  if (level === null) return []
  if (level === 'not_assessed') return [text('scorecard.rating.not_assessed')]
  const name = levelNames[kit.scale][level - 1]
  return name === undefined ? [] : [text(`rating.${name}`)]
}

const ratingsOf = (content: ScorecardContent, kit: Kit, text: Text): Said[] =>
  kit.competencies.flatMap(({ id, name }) => {
    const rating = content.ratings[id]
    const evidence = Object.values(rating?.evidence ?? {})
    return [
      { of: text('scorecard.place.rating', { name }), lines: levelWords(kit, rating?.level ?? null, text) },
      {
        of: text('scorecard.place.evidence', { name }),
        lines: evidence.flatMap((one) => {
          const kind = text('scorecards.evidence', { kind: text(`scorecard.evidence.${one.kind}`) })
          return linesOf(`${kind}${one.text}`)
        }),
      },
    ]
  })

const answersOf = (content: ScorecardContent, kit: Kit, text: Text): Said[] =>
  kit.sections.flatMap(({ questions }) =>
    questions.flatMap((question) => {
      const answer = content.questions[question.id]
      return [
        { of: text('scorecard.place.notes', { name: question.title }), lines: linesOf(answer?.notes ?? '') },
        {
          of: text('scorecards.ticksOn', { name: question.title }),
          lines: tickLists.flatMap((list) => tickedOf(question[list], answer?.[list])),
        },
      ]
    }),
  )

const noticedOf = (content: ScorecardContent, kit: Kit, text: Text): Said[] => [
  ...kit.structures.map(({ id, name, steps }) => ({
    of: text('scorecards.ticksOn', { name }),
    lines: steps.filter(({ key }) => content.structures[id]?.[key]).map((step) => step.text),
  })),
  {
    of: text('scorecard.listen.title'),
    lines: kit.signals.filter(({ id }) => content.signals[id]).map((signal) => signal.text),
  },
]

/** All that a revision says, in the order in which it is read. */
const saidOf = (content: ScorecardContent, kit: Kit, text: Text): Said[] => {
  const { recommendation, confidence, summary } = content
  return [
    {
      of: text('scorecard.place.recommendation'),
      lines: recommendation ? [text(`scorecard.end.${recommendation}`)] : [],
    },
    {
      of: text('scorecard.place.confidence'),
      lines: confidence ? [text(`scorecard.end.${confidence}`)] : [],
    },
    { of: text('scorecard.place.summary'), lines: linesOf(summary) },
    ...ratingsOf(content, kit, text),
    ...answersOf(content, kit, text),
    ...noticedOf(content, kit, text),
  ]
}

/** Field by field, what a revision says otherwise than the one before it. */
export const revisionDifferences = (
  before: ScorecardContent,
  after: ScorecardContent,
  kit: Kit,
  text: Text,
): RevisionDifference[] => {
  const now = saidOf(after, kit, text)
  return saidOf(before, kit, text).flatMap(({ of, lines }, place) => {
    const is = now[place]!.lines
    return lines.join('\n') === is.join('\n') ? [] : [{ of, before: lines, after: is }]
  })
}
