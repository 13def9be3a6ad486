import { createHash } from 'node:crypto'
import {
  emptyScorecard,
  type EvidenceKind,
  type RatingLevel,
  type Recommendation,
  type ScorecardDraft,
  type VersionContent,
} from '@assay/contracts'

/** Between 0 and 1, always the same for the same words. */
const chance = (...words: readonly string[]): number =>
  createHash('sha256').update(words.join('/')).digest().readUInt32BE(0) / 0xff_ff_ff_ff

const pick = <Entry>(entries: readonly Entry[], ...words: readonly string[]): Entry =>
  entries[Math.floor(chance(...words) * entries.length)]!

const SUMMARIES: Record<Recommendation, readonly string[]> = {
  strong_yes: [
    'Thinks in costs and failure first, and explains it so that I learned something. I would work with them tomorrow.',
    'Every answer came with a trade-off and a number. Asked better questions about our system than we do.',
  ],
  yes: [
    'Solid all the way through. Needed one nudge on failure handling, then took it further than I had asked.',
    'Clear head, honest about what they have not done. The design would survive its first bad week.',
  ],
  no: [
    'Knows the tools, but chose before asking what was needed. Trade-offs came only when I asked for them.',
    'Good on the happy path. What happens when a dependency is slow stayed open, also after a hint.',
  ],
  strong_no: [
    'Could not say how they would notice that it is broken. Blamed others for the incident they told.',
    'Answers stayed with names of products. I could not find out what they did themselves.',
  ],
}

const STRONG = [
  'Asked for load and failure budget before drawing anything.',
  'Named what they would give up, and for whom.',
  'Walked through the incident minute by minute, with what they had got wrong.',
  'Wrote down three options with their price before choosing one, and said when the choice would be wrong.',
  'Corrected a number of mine, kindly, and showed where it came from.',
  'Said what they did not know, and how they would find out by tomorrow.',
  'Drew the slow path first, then the happy one.',
]
const WEAK = [
  'Said “it depends” and did not say on what.',
  'Retried without a limit, and saw no problem when asked.',
  'Did not ask a single question about the requirements.',
  'Named a product at each turn, and no reason for any of them.',
  'The numbers were off by a factor of a thousand, and stayed so after a hint.',
  'Everything that went wrong was done by somebody else.',
]
const MIDDLING = [
  'Got to the idempotency key after a hint.',
  'Right idea about back-pressure; the numbers did not follow.',
  'Sound at the second attempt, once the question was put more narrowly.',
  'Knows the pattern, and has not run it in production.',
  'Asked two good questions, then forgot the answers while drawing.',
  'Explained the part they had built well; what surrounds it less so.',
]
const KINDS: readonly EvidenceKind[] = ['observation', 'quote', 'observation', 'inference']

const recommended = (mean: number): Recommendation => {
  if (mean >= 3.4) return 'strong_yes'
  if (mean >= 2.6) return 'yes'
  return mean >= 1.8 ? 'no' : 'strong_no'
}

interface Sitting {
  /** What is written hangs on these words alone. */
  applicationId: string
  userId: string
  kit: VersionContent
}

/** What is said of a sitting beforehand: levels and words by competency. */
export interface Told {
  levelFor?: (competency: VersionContent['competencies'][number]) => RatingLevel
  textFor?: (competency: VersionContent['competencies'][number]) => string | undefined
}

/** How good an answer was: the person, the interviewer's severity, and the day. */
const levelFor = ({ applicationId, userId, kit }: Sitting, competencyId: string): RatingLevel => {
  if (chance('unseen', applicationId, userId, competencyId) < 0.08) return 'not_assessed'
  const person = chance('person', applicationId) * 2.4
  const strength = chance('strength', applicationId, competencyId) * 1.2
  const severity = chance('severity', userId) * 0.9
  const day = chance('day', applicationId, userId, competencyId) * 0.8
  return Math.min(kit.scale, Math.max(1, Math.round(0.9 + person + strength + day - severity)))
}

const evidenceFor = (level: RatingLevel, sitting: Sitting, competencyId: string, told?: string) => {
  const words = [sitting.applicationId, sitting.userId, competencyId]
  const isUtmost = level === 1 || level === sitting.kit.scale
  if (told === undefined && !isUtmost && chance('says', ...words) < 0.5) return {}
  const texts = level === 1 ? WEAK : level === sitting.kit.scale ? STRONG : MIDDLING
  const asked = sitting.kit.sections.flatMap(({ questions }) => questions)
  const informing = asked.find(({ competencies }) =>
    competencies.some((one) => one.competencyId === competencyId),
  )
  const entry = {
    kind: told === undefined ? pick(KINDS, 'kind', ...words) : ('observation' as const),
    text: told ?? pick(texts, 'text', ...words),
    questionId: informing?.id ?? null,
  }
  return { [idOf(...words)]: entry }
}

/** An id like any other, the same in every demo. */
const idOf = (...words: readonly string[]): string => {
  const hex = createHash('sha256').update(words.join('/')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const answersOf = ({ applicationId, userId, kit }: Sitting): ScorecardDraft['questions'] =>
  Object.fromEntries(
    kit.sections
      .flatMap(({ questions }) => questions)
      .filter(({ id }) => chance('asked', applicationId, userId, id) < 0.75)
      .map(({ id, expectedPoints, redFlags }) => {
        const heard = expectedPoints.flatMap((_point, place) =>
          chance('heard', applicationId, userId, id, String(place)) < 0.55 ? [[String(place), true]] : [],
        )
        const flags = redFlags.flatMap((_flag, place) =>
          chance('flag', applicationId, userId, id, String(place)) < 0.06 ? [[String(place), true]] : [],
        )
        const notes = pick([...STRONG, ...MIDDLING, ...WEAK, ''], 'notes', applicationId, userId, id)
        return [
          id,
          {
            notes,
            expectedPoints: Object.fromEntries(heard),
            seniorExtras: {},
            redFlags: Object.fromEntries(flags),
          },
        ]
      }),
  )

/** What one interviewer wrote about one conversation: always the same, and complete. */
export const writtenScorecard = (sitting: Sitting, told: Told = {}): ScorecardDraft => {
  const { applicationId, userId, kit } = sitting
  const levels = kit.competencies.map((competency) => ({
    id: competency.id,
    level: told.levelFor?.(competency) ?? levelFor(sitting, competency.id),
    text: told.textFor?.(competency),
  }))
  const numbers = levels.flatMap(({ level }) => (typeof level === 'number' ? [level] : []))
  const mean = numbers.reduce((sum, level) => sum + level, 0) / Math.max(1, numbers.length)
  const recommendation = recommended(mean)
  return {
    ...emptyScorecard,
    questions: answersOf(sitting),
    ratings: Object.fromEntries(
      levels.map(({ id, level, text }) => [id, { level, evidence: evidenceFor(level, sitting, id, text) }]),
    ),
    recommendation,
    confidence: pick(['low', 'medium', 'medium', 'high'] as const, 'sure', applicationId, userId),
    summary: pick(SUMMARIES[recommendation], 'summary', applicationId, userId),
  }
}
