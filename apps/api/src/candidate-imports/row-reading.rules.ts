import {
  createCandidate,
  type CreateCandidate,
  fold,
  type ImportMapping,
  type ImportOptions,
  type ImportPreview,
} from '@assay/contracts'
import { type Fault, one, type Said } from './cells.rules.ts'
import { customValueIn, type ImportedField } from './custom-cell.rules.ts'
import { type ImportedJob, jobOf, placeOf, type WantedPlace } from './place-reading.rules.ts'

export interface ReadingFacts {
  mapping: ImportMapping
  options: ImportOptions
  /** How many the header names. */
  columns: number
  fields: ReadonlyMap<string, ImportedField>
  /** Open ones, by their folded titles. */
  jobs: ReadonlyMap<string, readonly ImportedJob[]>
}

export interface RowReading {
  /** As far as it can be told. */
  name: string | null
  /** Null when something is wrong. */
  facts: CreateCandidate | null
  place: WantedPlace | null
  faults: Fault[]
  said: ImportPreview[number]['read']
  /** The column of each fact. */
  from: ReadonlyMap<string, number>
}

const LISTS = { email: 'emails', phone: 'phones', link: 'links' } as const
const USUAL_KIND = { email: 'home', phone: 'mobile', link: 'profile' } as const
/** Several in one cell, as exports write them. */
const SEPARATORS = { email: /[\s;,|]+/, phone: /[;|\n]+|,\s*(?=\+)/, link: /[\s;|]+|,\s+/, tags: /[;,|\n]+/ }
const NOTED = /\s*\((?:home|personal|work|mobile|other|private)\)/gi

const LINES = ['preferredName', 'headline', 'company', 'location', 'source'] as const

/** What is gathered of a row before the contract judges it. */
interface Draft {
  facts: Record<string, unknown>
  from: Map<string, number>
  faults: Fault[]
}

/** One row of a table as a candidate; the contract of candidates says what is wrong with it. */
export const readRow = (cells: readonly string[], facts: ReadingFacts): RowReading => {
  const said = facts.mapping.flatMap((column): Said[] => {
    const text = (cells[column.column] ?? '').trim()
    return text === '' ? [] : [{ ...column, text }]
  })
  const draft: Draft = { facts: {}, from: new Map(), faults: surplus(cells, facts.columns) }
  const named = facts.mapping.find(({ to }) => to === 'name' || to === 'firstName' || to === 'lastName')
  if (named) draft.from.set('name', named.column)
  gatherName(draft, said)
  for (const field of LINES) gatherLine(draft, field, said)
  for (const to of ['email', 'phone', 'link'] as const) gatherContacts(draft, to, said)
  gatherTags(draft, said, facts.options)
  gatherCustom(draft, said, facts.fields)
  draft.facts['source'] ??= facts.options.source
  const place = placeOf(draft.faults, said, facts)
  return { ...judged(draft), place, said: shown(draft, place, facts) }
}

const surplus = (cells: readonly string[], columns: number): Fault[] =>
  cells.length <= columns
    ? []
    : [
        {
          column: null,
          path: null,
          because:
            `This row has ${cells.length} cells, the header only ${columns}. ` +
            'A cell that holds the sign between cells needs quotes around it.',
        },
      ]

const gatherName = ({ facts }: Draft, said: readonly Said[]): void => {
  const whole = one(said, 'name')
  const parts = [one(said, 'firstName'), one(said, 'lastName')].filter((part) => part !== undefined)
  facts['name'] = whole?.text ?? parts.map(({ text }) => text).join(' ')
}

const gatherLine = ({ facts, from }: Draft, field: (typeof LINES)[number], said: readonly Said[]): void => {
  const found = one(said, field)
  if (!found) return
  facts[field] = found.text
  from.set(field, found.column)
}

const addressesIn = (to: keyof typeof LISTS, text: string): string[] => {
  // What is no address at all is told whole.
  if (to === 'email' && !text.includes('@')) return [text]
  const bare = text.replaceAll(NOTED, '').replaceAll(/[<>]/g, ' ')
  const parts = bare.split(SEPARATORS[to]).map((part) => part.trim())
  const named = to === 'email' ? parts.filter((part) => part.includes('@')) : parts
  return named.filter((part) => part !== '')
}

const gatherContacts = ({ facts, from }: Draft, to: keyof typeof LISTS, said: readonly Said[]): void => {
  const contacts: { kind: string; value: string }[] = []
  const seen = new Set<string>()
  for (const { text, kind, column } of said.filter((each) => each.to === to)) {
    for (const value of addressesIn(to, text)) {
      if (seen.has(fold(value))) continue
      seen.add(fold(value))
      from.set(`${LISTS[to]}.${contacts.length}`, column)
      contacts.push({ kind: kind ?? USUAL_KIND[to], value })
    }
    if (!from.has(LISTS[to])) from.set(LISTS[to], column)
  }
  facts[LISTS[to]] = contacts
}

const gatherTags = (
  { facts, from }: Draft,
  said: readonly Said[],
  { tags: everybodys }: ImportOptions,
): void => {
  const tags = new Map(everybodys.map((tag) => [fold(tag), tag]))
  for (const { text, column } of said.filter(({ to }) => to === 'tags')) {
    for (const part of text.split(SEPARATORS.tags)) {
      const tag = part.trim()
      if (tag === '' || tags.has(fold(tag))) continue
      from.set(`tags.${tags.size}`, column)
      tags.set(fold(tag), tag)
    }
    from.set('tags', column)
  }
  facts['tags'] = [...tags.values()]
}

const gatherCustom = (
  { facts, from, faults }: Draft,
  said: readonly Said[],
  fields: ReadonlyMap<string, ImportedField>,
): void => {
  const values: Record<string, unknown> = {}
  for (const { text, column, fieldId } of said.filter(({ to }) => to === 'customField')) {
    const field = fields.get(fieldId ?? '')
    const read = field
      ? customValueIn(field, text)
      : ({ fits: false, because: 'This field is not there any more.' } as const)
    if (read.fits) {
      values[fieldId ?? ''] = read.value
      from.set(`customValues.${fieldId}`, column)
    } else faults.push({ column, path: null, because: read.because })
  }
  facts['customValues'] = values
}

/** One fault of a column is enough: the whole cell is looked at again. */
const judged = ({ facts, from, faults }: Draft): Pick<RowReading, 'name' | 'facts' | 'faults' | 'from'> => {
  const parsed = createCandidate.safeParse(facts)
  const name = typeof facts['name'] === 'string' && facts['name'] !== '' ? facts['name'].slice(0, 200) : null
  const all = [...faults]
  for (const { path, message } of parsed.error?.issues ?? []) {
    const names = path.map(String)
    const column = from.get(names.slice(0, 2).join('.')) ?? from.get(names[0] ?? '') ?? null
    const because = names[0] === 'name' && name === null ? 'The name is missing.' : message
    const isTold = all.some((fault) =>
      column === null ? fault.because === because : fault.column === column,
    )
    if (!isTold) all.push({ column, path: null, because })
  }
  return { name, facts: parsed.data ?? null, faults: all, from }
}

const shown = (
  { facts }: Draft,
  place: WantedPlace | null,
  { fields, jobs }: ReadingFacts,
): RowReading['said'] => {
  const read: RowReading['said'] = []
  const say = (to: RowReading['said'][number]['to'], text: unknown, label: string | null = null): void => {
    if (typeof text === 'string' && text !== '') read.push({ to, label, text })
  }
  say('name', facts['name'])
  for (const field of LINES) say(field, facts[field])
  for (const [to, list] of Object.entries(LISTS)) {
    for (const { value } of facts[list] as { value: string }[]) say(to as keyof typeof LISTS, value)
  }
  say('tags', (facts['tags'] as string[]).join(', '))
  for (const [id, value] of Object.entries(facts['customValues'] as Record<string, never>)) {
    const field = fields.get(id)
    if (field) say('customField', wordsOf(field, value), field.name)
  }
  if (place) {
    const job = jobOf(place.jobId, jobs)
    say('job', job?.title)
    say('stage', job?.stages.find(({ id }) => id === place.stageId)?.name)
    say('appliedAt', place.appliedAt?.slice(0, 10))
  }
  return read
}

const wordsOf = ({ choices }: ImportedField, value: string | number | boolean | string[]): string =>
  [value]
    .flat()
    .map((part) => choices.find(({ id }) => id === part)?.name ?? String(part))
    .join(', ')
