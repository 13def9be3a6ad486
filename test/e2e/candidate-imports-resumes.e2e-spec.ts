import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { CandidateImportDetail } from '@assay/contracts'
import { type Imports, importsOf } from '../support/candidate-imports.ts'
import { type Candidates, candidatesOf } from '../support/candidates.ts'
import { documentsOf } from '../support/documents.ts'
import { freeStages, hiringOf } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let client: HttpClient
let imports: Imports
let candidates: Candidates

beforeAll(async () => {
  house = await startHouse()
  client = await house.signedIn(house.north.recruiter)
  imports = importsOf(client)
  candidates = candidatesOf(client)
}, 60_000)
afterAll(() => house.stop())

const resume = (name: string, more: object = {}, basics: object = {}) => ({
  basics: {
    name,
    label: 'Programmer',
    email: `${name.toLowerCase().replaceAll(/\W/g, '.')}@resume.example`,
    phone: '+44 20 7946 0958',
    url: `https://${name.toLowerCase().replaceAll(/\W/g, '-')}.example`,
    location: { city: 'London', countryCode: 'GB' },
    profiles: [{ network: 'GitHub', username: 'x', url: `https://github.com/${encodeURIComponent(name)}` }],
    ...basics,
  },
  work: [
    { name: 'Former', position: 'x', endDate: '2019' },
    { name: 'Present', position: 'y' },
  ],
  ...more,
})
const text = (value: unknown): string => JSON.stringify(value, null, 1)
const outcomes = ({ outcomes: all }: CandidateImportDetail) =>
  Object.fromEntries(Object.entries(all).filter(([, many]) => many > 0))
const candidateOf = async (row: { candidateId: string | null } | undefined) =>
  candidates.one(row?.candidateId ?? '')

test('a résumé becomes a candidate with contacts and links, and is kept as it was, with all that nobody asked for', async () => {
  const own = `{ "basics": ${text(resume('Ada Lovelace', {}, { phone: '+44 20 7946 0001' }).basics)},\n "x-own": {"deep": [1.50]} }`
  const uploaded = await imports.uploaded(own, 'Ada Lovelace.json')
  expect(uploaded).toMatchObject({
    format: 'json_resume',
    rows: 1,
    mapping: [],
    columns: [],
    delimiter: null,
  })
  expect((await imports.preview(uploaded))[0]!.read).toContainEqual({
    to: 'headline',
    label: null,
    text: 'Programmer',
  })
  const done = await imports.run(await imports.checked(uploaded))
  const [row] = await imports.rows(done)
  const ada = await candidateOf(row)
  expect(ada).toMatchObject({
    name: 'Ada Lovelace',
    headline: 'Programmer',
    location: 'London, GB',
    emails: [{ value: 'ada.lovelace@resume.example' }],
    links: [{ kind: 'website' }, { kind: 'code', value: 'https://github.com/Ada%20Lovelace' }],
  })
  const documents = documentsOf(client)
  const [document] = await documents.list(ada.id)
  expect(document).toMatchObject({
    name: 'Ada Lovelace.json',
    kind: 'resume',
    format: 'json_resume',
    addedBy: house.north.recruiter.id,
  })
  expect((await documents.file(document!.id)).text).toBe(own)
  expect((await documents.settled(document!.id)).state).toBe('read')
}, 60_000)

test('many at once: a list, and further files; what does not follow the schema is told at its field', async () => {
  const list = [
    resume('Ben Able', {}, { phone: '+44 20 7946 0011' }),
    resume('Cy Baker', {}, { phone: '+44 20 7946 0012', email: 'at home' }),
    resume('Di Cole', { work: 'everywhere' }),
    'not a résumé',
    resume('', {}, { phone: '', email: '', url: '', profiles: [] }),
  ]
  const first = await imports.uploaded(text(list), 'list.json')
  const both = await imports.added(first, text(resume('Ed Dole', {}, { phone: '(912) 555-4321' })), 'ed.json')
  expect(both.rows).toBe(6)
  expect(
    (await imports.upload('Name\nx', 'x.csv', `/api/v1/candidate-imports/${first.id}/files`)).status,
  ).toBe(422)
  const done = await imports.run(await imports.checked(both))
  const rows = await imports.rows(done)
  expect(rows.map((row) => [row.origin, row.outcome, row.problems[0]?.column])).toEqual([
    ['list.json', 'created', undefined],
    ['list.json', 'error', 'basics.email'],
    ['list.json', 'error', 'work'],
    ['list.json', 'error', null],
    ['list.json', 'error', 'basics.name'],
    ['ed.json', 'created', undefined],
  ])
  expect(rows[1]!.problems[0]).toMatchObject({ value: 'at home', because: 'This is not an e-mail address.' })
  expect((await candidateOf(rows[0])).company).toBe('Present')
  const report = await imports.report(done)
  expect(report.text).toContain('"Cy Baker","basics.email: This is not an e-mail address."')
  const again = await imports.uploaded(text(list), 'again.json')
  expect(outcomes(await imports.run(await imports.checked(again)))).toEqual({ already: 1, error: 4 })
}, 60_000)

test('who is here gets the résumé, and a place in the pipeline, once', async () => {
  const job = await hiringOf(client).job({ title: 'Pilot', stages: freeStages('Applied') })
  const known = await candidates.made({
    name: 'F. Eve',
    emails: [{ kind: 'work', value: 'fay.eve@resume.example' }],
  })
  const content = text(resume('Fay Eve', {}, { phone: '+44 20 7946 0021' }))
  const uploaded = await imports.uploaded(content, 'fay.json')
  const options = { duplicates: 'add', jobId: job.id }
  const checked = await imports.checked(await imports.changed(uploaded, { options }))
  expect(checked.expected).toMatchObject({ added: 1 })
  expect(outcomes(await imports.run(checked))).toEqual({ added: 1 })
  expect(await documentsOf(client).list(known.id)).toHaveLength(1)
  const again = await imports.changed(await imports.uploaded(content, 'fay.json'), { options })
  expect(outcomes(await imports.run(await imports.checked(again)))).toEqual({ already: 1 })
  expect(await documentsOf(client).list(known.id)).toHaveLength(1)
}, 60_000)
