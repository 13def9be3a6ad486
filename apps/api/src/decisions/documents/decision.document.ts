import type { Debrief, Decision, DecisionOutcome, DecisionState, Recommendation } from '@assay/contracts'
import type { Block, DocumentDefinition } from '../../documents/document-definition.ts'
import { together, wholeRows } from '../../documents/keep-together.ts'
import { blocksOf } from '../../documents/markdown.ts'

type Votes = NonNullable<Debrief['votes']>

export interface DecisionSheet {
  decision: Decision
  organization: string
  madeAt: Date
  /** Said on the first page, where names were withheld. */
  note: string | null
  /** Null where the panel did not talk. */
  votes: (Pick<Votes, 'after' | 'notHeard'> & { before: NonNullable<Votes['before']> }) | null
  /** The scorecards it rests on, as they stood. */
  scorecards: Block[]
  /** Where the decision with its snapshot is found. */
  address: string
}

const OUTCOMES: Record<DecisionOutcome, string> = { hire: 'Hire', no_hire: 'No hire', continue: 'Go on' }
const STATES: Record<DecisionState, string> = {
  waiting: 'Waits for those who have to agree',
  refused: 'Refused: it never counted',
  decided: 'Counts',
  superseded: 'Counted until another decision was made in its place',
}
const VALUES: Record<Recommendation, string> = {
  strong_no: 'Strong no',
  no: 'No',
  yes: 'Yes',
  strong_yes: 'Strong yes',
}

/** As people compare them. */
const inGroups = (hash: string): string => (hash.match(/.{1,16}/g) ?? []).join(' ')

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
const at = (time: string): string => `${moment.format(new Date(time))} UTC`

const heading = (text: string): Block => ({ text, style: 'heading', outline: true, margin: [0, 12, 0, 5] })
const quiet = (text: string): Block => ({ text, style: 'quiet' })
const strong = (text: string): Block => ({ text: [{ text, bold: true }] })

/** A decision with all that it rests on. The foot of every page has the hash, and where it says how to check it. */
export const decisionDocument = (sheet: DecisionSheet): DocumentDefinition => {
  const { decision, organization, madeAt, note, scorecards } = sheet
  const { candidate, job, snapshotHash } = decision
  return {
    title: `Decision about ${candidate.name}`,
    author: organization,
    language: 'en',
    foot: [candidate.name, job.title, `SHA-256 ${inGroups(snapshotHash)}`, 'how to check it: last page'],
    madeAt,
    mark: decision.state === 'decided' ? null : STATES[decision.state],
    content: [
      { text: `${organization}  ·  Decision`, style: 'overline', margin: [0, 0, 0, 6] },
      { text: candidate.name, style: 'title', margin: [0, 0, 0, 4] },
      { text: job.title, style: 'lead', margin: [0, 0, 0, 8] },
      ...(note === null ? [] : [quiet(note)]),
      facts(decision),
      ...why(decision),
      ...otherwise(decision),
      ...agreed(decision),
      ...voted(sheet),
      { text: 'What it rests on', style: 'chapter', outline: true, pageBreak: 'before' },
      quiet('Scorecards that count, as they stood when the decision was made. Nothing is averaged.'),
      ...(scorecards.length === 0 ? [quiet('No scorecard.')] : scorecards),
      ...check(sheet),
    ],
  }
}

const facts = ({
  outcome,
  state,
  madeBy,
  madeAt,
  decidedAt,
  reason,
  replaces,
  replacedBy,
}: Decision): Block => {
  const rows: [string, string | null][] = [
    ['Outcome', OUTCOMES[outcome]],
    ['Reason', reason?.name ?? null],
    ['How it stands', STATES[state]],
    ['Made by', `${madeBy.name}, ${at(madeAt)}`],
    ['Counts since', decidedAt === null ? null : at(decidedAt)],
    ['In place of', replaces],
    ['Replaced by', replacedBy],
  ]
  return {
    table: {
      widths: [110, '*'],
      body: rows.flatMap(([name, value]): Block[][] =>
        value === null ? [] : [[{ text: name, style: 'label' }, { text: value }]],
      ),
    },
    layout: 'ruled',
    margin: [0, 8, 0, 4],
  }
}

const why = ({ words }: Decision): Block[] => {
  if (words === null) {
    return [heading('Why'), quiet('The candidate was erased: nobody can read the words any more.')]
  }
  return [
    heading('Why'),
    ...blocksOf(words.rationale.text),
    ...words.rationale.competencies.map(({ name, text }) =>
      together([{ text: name, style: 'label', margin: [0, 6, 0, 1] }, ...blocksOf(text)]),
    ),
    ...(words.because === null
      ? []
      : [heading('Why it replaces another decision'), ...blocksOf(words.because)]),
  ]
}

const otherwise = ({ words }: Decision): Block[] => {
  if (words === null) return []
  return [
    heading('Who sees it otherwise'),
    ...(words.dissent.length === 0 ? [quiet('Nobody, as far as it was written down.')] : []),
    ...words.dissent.map(({ name, text }) => together([strong(name), ...blocksOf(text)])),
  ]
}

const agreed = ({ answers, groups }: Decision): Block[] => [
  heading('Who agreed'),
  ...(answers.length === 0 && groups.length === 0 ? [quiet('Nobody else had to agree.')] : []),
  ...answers.map(({ kind, person, because, madeAt }): Block => ({
    text: [
      { text: person.name, bold: true },
      ` ${kind === 'approved' ? 'agreed' : 'refused'}, ${at(madeAt)}${because === null ? '' : `: ${because}`}`,
    ],
  })),
  ...groups.map(({ needed, approved, people }, place) =>
    quiet(
      `Group ${place + 1}: ${approved} of ${needed} agreed. Asked: ${people.map(({ name }) => name).join(', ')}.`,
    ),
  ),
]

const voted = ({ votes }: DecisionSheet): Block[] => {
  if (votes === null) return [heading('Votes in the debrief'), quiet('The panel did not meet over it.')]
  const { before, after, notHeard } = votes
  const people = new Map([...before, ...after].map(({ person }) => [person.id, person.name]))
  const valueIn = (cast: typeof after, personId: string): Block => {
    const vote = cast.find(({ person }) => person.id === personId)
    return vote ? { text: VALUES[vote.value] } : quiet('No vote')
  }
  const silent = notHeard.after.filter(({ id }) => !people.has(id)).map(({ name }) => name)
  const head: Block[] = ['', 'Before talking', 'After'].map((text) => ({ text, style: 'label' }))
  const body = [...people].map(([id, name]): Block[] => [
    strong(name),
    valueIn(before, id),
    valueIn(after, id),
  ])
  return [
    heading('Votes in the debrief'),
    wholeRows({ table: { widths: ['*', 110, 110], body: [head, ...body], headerRows: 1 }, layout: 'ruled' }),
    ...(silent.length === 0 ? [] : [quiet(`Not heard: ${silent.join(', ')}.`)]),
  ]
}

const check = ({ decision, address }: DecisionSheet): Block[] => [
  together([
    heading('How to check it'),
    {
      text: 'The number at the foot of every page is the SHA-256 of the snapshot: which scorecards counted, at which revision, with their ratings and recommendations, the template versions, and the fit that was shown. The snapshot is JSON with its keys in order and no spaces between them. It is part of the decision, and so is this number; neither can be changed. The audit record has the number as well, in the entry “Decision made”.',
    },
    { text: address, style: 'code', margin: [0, 5, 0, 0] },
    { text: decision.snapshotHash, style: 'code' },
  ]),
]
