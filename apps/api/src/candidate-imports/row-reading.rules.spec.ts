import { describe, expect, test } from '@jest/globals'
import { importOptions, type ImportTarget } from '@assay/contracts'
import type { ImportedField } from './custom-cell.rules.ts'
import { type ReadingFacts, readRow } from './row-reading.rules.ts'

const FIELD = '0190d3c0-0000-7000-8000-000000000001'
const JOB = '0190d3c0-0000-7000-8000-000000000002'
const CHOICE = '0190d3c0-0000-7000-8000-000000000003'

/** Columns in this order, each read as this. */
const facts = (targets: readonly ImportTarget[], more: Partial<ReadingFacts> = {}): ReadingFacts => ({
  mapping: targets.map((to, column) => ({
    column,
    to,
    kind: null,
    fieldId: to === 'customField' ? FIELD : null,
  })),
  options: importOptions.parse({}),
  columns: targets.length,
  fields: new Map(),
  jobs: new Map(),
  ...more,
})
const read = (cells: Partial<Record<ImportTarget, string>>, more: Partial<ReadingFacts> = {}) =>
  readRow(Object.values(cells), facts(Object.keys(cells) as ImportTarget[], more))
const values = (contacts: readonly { value: string }[] = []): string[] => contacts.map(({ value }) => value)

describe('a row', () => {
  test('gives a name whole or in two parts, and several addresses of one cell', () => {
    const { facts: ada, faults } = read({
      firstName: ' Ada ',
      lastName: 'Lovelace',
      email: 'Ada@x.example (personal); ADA@x.example, Countess <ada@y.example>',
      phone: '(912) 555-4321 (home); +46 70 123 45 67',
      link: 'x.example/ada https://y.example',
      tags: 'north; north, fair',
    })
    expect(faults).toEqual([])
    expect(ada!.name).toBe('Ada Lovelace')
    expect(values(ada!.emails)).toEqual(['ada@x.example', 'ada@y.example'])
    expect(values(ada!.phones)).toEqual(['(912) 555-4321', '+46 70 123 45 67'])
    expect(values(ada!.links)).toEqual(['https://x.example/ada', 'https://y.example'])
    expect(ada!.tags).toEqual(['north', 'fair'])
  })

  test('takes from the whole file what it does not say itself', () => {
    const options = importOptions.parse({ source: 'The old system', tags: ['Moved'], jobId: JOB })
    expect(read({ name: 'Ada', source: '', tags: 'moved' }, { options })).toMatchObject({
      facts: { source: 'The old system', tags: ['Moved'] },
      place: { jobId: JOB, stageId: undefined },
    })
    expect(read({ name: 'Ada', source: 'A friend' }, { options }).facts!.source).toBe('A friend')
  })

  test.each([
    [{ name: '' }, 0, 'The name is missing.'],
    [{ name: 'x'.repeat(201) }, 0, 'At most 200 characters.'],
    [{ name: 'a\nb' }, 0, 'line break'],
    [{ name: 'Ada', email: 'at home' }, 1, 'not an e-mail address'],
    [{ name: 'Ada', email: 'ada@x.example, ben@' }, 1, 'not an e-mail address'],
    [{ name: 'Ada', phone: '12' }, 1, 'not a phone number'],
    [{ name: 'Ada', link: 'javascript:alert(1)' }, 1, 'not the address of a web page'],
    [{ name: 'Ada', tags: 'x'.repeat(61) }, 1, 'At most 60 characters.'],
  ])('tells what is wrong at its column, once: %j', (cells, column, because) => {
    const { faults, facts: none } = read(cells)
    expect(faults).toEqual([{ column, path: null, because: expect.stringContaining(because) }])
    expect(none).toBeNull()
  })

  test('with more cells than the header says so', () => {
    const { faults } = readRow(['Ada', 'x', 'y'], facts(['name', 'company']))
    expect(faults[0]!.because).toContain('3 cells, the header only 2')
  })
})

describe('a field of the organization', () => {
  const field = (kind: ImportedField['kind']): Partial<ReadingFacts> => ({
    fields: new Map([
      [FIELD, { id: FIELD, name: 'Notice', kind, choices: [{ id: CHOICE, name: 'One month, or two' }] }],
    ]),
  })
  test.each([
    ['number', '1 234.5', 1_234.5],
    ['yes_no', 'Yes', true],
    ['yes_no', 'false', false],
    ['date', '2026/11/23', '2026-11-23'],
    ['one_of', 'one month, OR two', CHOICE],
    ['several_of', 'One month, or two', [CHOICE]],
    ['text', '=1+1', '=1+1'],
  ] as const)('%s is read from %j', (kind, customField, value) => {
    expect(read({ name: 'Ada', customField }, field(kind)).facts!.customValues).toEqual({ [FIELD]: value })
  })

  test.each([
    ['number', '1,5'],
    ['yes_no', 'perhaps'],
    ['one_of', 'Two'],
    ['several_of', 'One month, Two'],
  ] as const)('%s is not guessed from %j', (kind, customField) => {
    expect(read({ name: 'Ada', customField }, field(kind)).faults).toMatchObject([{ column: 1 }])
  })
})

describe('an application', () => {
  const job = { id: JOB, title: 'Pilot', stages: [{ id: CHOICE, name: 'Screen' }] }
  const jobs = new Map([
    ['pilot', [job]],
    ['twice', [job, { ...job, id: FIELD }]],
  ])
  test.each([
    ['2026-11-23', '2026-11-23T00:00:00.000Z'],
    ['2026-11-23 14:05', '2026-11-23T14:05:00.000Z'],
    ['2026-11-23T14:05:06.123+02:00', '2026-11-23T12:05:06.000Z'],
    ['2026/1/3 9:05 UTC', '2026-01-03T09:05:00.000Z'],
  ])('is from %j', (appliedAt, moment) => {
    expect(read({ name: 'Ada', job: 'PILOT', stage: 'screen', appliedAt }, { jobs }).place).toMatchObject({
      jobId: JOB,
      stageId: CHOICE,
      appliedAt: moment,
    })
  })

  test.each([
    [{ job: 'Cook' }, 'No open job'],
    [{ job: 'Twice' }, 'Several open jobs'],
    [{ job: 'Pilot', stage: 'Moon' }, 'no stage of this name'],
    [{ job: 'Pilot', appliedAt: '03/04/2026' }, 'Write a day'],
    [{ job: 'Pilot', appliedAt: '2026-02-30' }, 'Write a day'],
  ])('is refused where %j leaves open which', (cells, because) => {
    expect(read({ name: 'Ada', ...cells }, { jobs }).faults[0]!.because).toContain(because)
  })

  test('is none where the row names no job', () => {
    expect(read({ name: 'Ada', job: '', stage: 'Screen', appliedAt: 'x' }, { jobs })).toMatchObject({
      place: null,
      faults: [],
    })
  })
})
