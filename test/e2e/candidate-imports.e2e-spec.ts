import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { AuditEvent, CandidateImportDetail, Job } from '@assay/contracts'
import { parse } from 'csv-parse/sync'
import { csvOf, type Imports, IMPORTS, importsOf } from '../support/candidate-imports.ts'
import { type Candidates, candidatesOf } from '../support/candidates.ts'
import { freeStages, type Hiring, hiringOf } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let client: HttpClient
let imports: Imports
let candidates: Candidates
let hiring: Hiring
let job: Job

beforeAll(async () => {
  house = await startHouse()
  client = await house.signedIn(house.north.recruiter)
  imports = importsOf(client)
  candidates = candidatesOf(client)
  hiring = hiringOf(client)
  job = await hiring.job({ title: 'Pilot', stages: freeStages('Applied', 'Interview') })
}, 60_000)
afterAll(() => house.stop())

const HEADER = ['Name', 'Email', 'Phone', 'Tags']
let count = 0
/** Nobody of another test. */
const someone = (name = 'Person'): string[] => {
  count += 1
  return [
    `${name} ${count}`,
    `person${count}@people.example`,
    '+46 70 123 45 67'.replace(/67$/, String(10 + count)),
    'a; b',
  ]
}
const outcomes = ({ outcomes: all }: CandidateImportDetail) =>
  Object.fromEntries(Object.entries(all).filter(([, many]) => many > 0))
const expected = ({ expected: all }: CandidateImportDetail) =>
  Object.fromEntries(Object.entries(all).filter(([, many]) => many > 0))
const byName = async (name: string) => (await candidates.page({ filter: { q: name } })).rows

test('a file is matched, looked at, checked and imported; the dry run writes nothing, and the run does what it said', async () => {
  const [one, other, third] = [someone('Zoë'), someone(), someone()]
  const bad = ['', 'nobody@people.example', '', '']
  const worse = ['Somebody', 'not an address', 'call me', '']
  const uploaded = await imports.uploaded(csvOf([HEADER, one, bad, other, worse, third]))
  expect(uploaded).toMatchObject({
    state: 'mapping',
    rows: 5,
    encoding: 'utf-8',
    delimiter: ',',
    sameFile: null,
  })
  expect(uploaded.columns[1]).toEqual({ name: 'Email', samples: [one[1], 'nobody@people.example', other[1]] })
  expect(uploaded.mapping.map(({ column, to }) => [column, to])).toEqual([
    [0, 'name'],
    [1, 'email'],
    [2, 'phone'],
    [3, 'tags'],
  ])
  const preview = await imports.preview(uploaded)
  expect(preview[0]).toMatchObject({ position: 1, line: 2, problems: [] })
  expect(preview[0]!.read).toContainEqual({ to: 'tags', label: null, text: 'a, b' })
  expect(preview[3]!.problems.map(({ column, value }) => [column, value])).toEqual([
    ['Email', 'not an address'],
    ['Phone', 'call me'],
  ])
  const checked = await imports.checked(uploaded)
  expect([checked.state, expected(checked)]).toEqual(['checked', { created: 3, error: 2 }])
  expect(await byName(one[0]!)).toEqual([])
  const done = await imports.run(checked)
  expect([done.state, outcomes(done)]).toEqual(['done', { created: 3, error: 2 }])
  const rows = await imports.rows(done)
  expect(rows.map((row) => row.outcome)).toEqual(rows.map((row) => row.expected))
  expect(rows[1]!.problems).toEqual([{ column: 'Name', value: '', because: 'The name is missing.' }])
  const [made] = await byName(one[0]!)
  expect(made).toMatchObject({
    id: rows[0]!.candidateId,
    emails: [{ kind: 'home', value: one[1] }],
    phones: [{ kind: 'mobile', value: one[2] }],
    tags: ['a', 'b'],
  })
}, 60_000)

test('the same file again creates nothing, in another order, encoding or delimiter either, and says so', async () => {
  const [one, other] = [someone('Åsa'), someone()]
  const first = await imports.uploaded(csvOf([HEADER, one, other]))
  await imports.checked(first)
  await imports.run(first)
  const again = await imports.uploaded(csvOf([HEADER, one, other]))
  expect(again.sameFile).toMatchObject({ id: first.id, fileName: 'people.csv' })
  expect(expected(await imports.checked(again))).toEqual({ already: 2 })
  expect(outcomes(await imports.run(again))).toEqual({ already: 2 })
  const turned = [HEADER, other, one, one].map((cells) => cells.toReversed().join('|')).join('\n')
  const third = await imports.uploaded(Buffer.from(turned, 'latin1'))
  expect([third.encoding, third.delimiter, third.sameFile]).toEqual(['windows-1252', '|', null])
  await imports.checked(third)
  expect(outcomes(await imports.run(third))).toEqual({ already: 3 })
  expect(await byName(one[0]!)).toHaveLength(1)
}, 60_000)

test('who may be here already is left out, added anyway, or put into the pipeline: as one chooses, in the dry run and the run alike', async () => {
  const known = await candidates.made({
    name: 'Known Person',
    emails: [{ kind: 'work', value: 'known@people.example' }],
  })
  const rows = [
    HEADER,
    ['K. Person', 'KNOWN+jobs@people.example', '', ''],
    ['Twin', 'twin@people.example', '', ''],
    ['The twin', 'twin@people.example', '', 'x'],
  ]
  const uploaded = await imports.uploaded(csvOf(rows))
  const skipped = await imports.checked(uploaded)
  expect(expected(skipped)).toEqual({ skipped: 2, created: 1 })
  expect((await imports.rows(uploaded))[0]!.likely).toEqual([{ id: known.id, name: 'Known Person' }])
  const options = { duplicates: 'create' }
  const created = await imports.checked(await imports.changed(skipped, { options }))
  expect(expected(created)).toEqual({ created: 3 })
  const added = await imports.changed(created, { options: { duplicates: 'add', jobId: job.id } })
  const checked = await imports.checked(added)
  expect(expected(checked)).toEqual({ added: 1, created: 1, already: 1 })
  const done = await imports.run(checked)
  expect(outcomes(done)).toEqual({ added: 1, created: 1, already: 1 })
  expect((await imports.rows(done)).map((row) => row.candidateName)).toEqual(['Known Person', 'Twin', 'Twin'])
  const board = await hiring.board(job)
  expect(board.stages[0]!.cards.map(({ candidate }) => candidate.name).toSorted()).toEqual([
    'Known Person',
    'Twin',
  ])
}, 60_000)

test('jobs, stages, days and fields are read from columns; what does not fit is told at its column', async () => {
  const field = { name: 'Notice', kind: 'one_of', choices: [{ id: crypto.randomUUID(), name: 'One month' }] }
  const admin = candidatesOf(await house.signedIn(house.north.admin))
  const notice = await admin.field(field)
  const header = ['First Name', 'Last Name', 'E-mail', 'Job', 'Stage', 'Applied On', 'Notice']
  const uploaded = await imports.uploaded(
    csvOf([
      header,
      ['Ann', 'Able', 'ann@able.example', 'pilot', 'interview', '2024-02-29', 'one month'],
      ['Ben', 'Baker', 'ben@baker.example', 'Astronaut', '', '', ''],
      ['Cy', 'Cole', 'cy@cole.example', 'Pilot', 'Moon', '29/02/2024', 'Two'],
      ['Di', 'Dole', 'di@dole.example', 'Pilot', '', '2999-01-01', ''],
      ['Ed', 'Eve', 'ed@eve.example', '', '', '', ''],
    ]),
  )
  const done = await imports.run(await imports.checked(uploaded))
  const rows = await imports.rows(done)
  expect(rows.map((row) => row.outcome)).toEqual(['created', 'error', 'error', 'error', 'created'])
  expect(rows.slice(1, 4).map((row) => row.problems.map(({ column }) => column))).toEqual([
    ['Job'],
    ['Notice', 'Stage', 'Applied On'],
    ['Applied On'],
  ])
  const ann = await candidates.one(rows[0]!.candidateId!)
  expect([ann.name, ann.customValues[notice.id]]).toEqual(['Ann Able', notice.choices[0]!.id])
  const applied = (await hiring.board(job)).stages[1]!.cards.find(({ candidate }) => candidate.id === ann.id)
  expect(applied?.appliedAt).toBe('2024-02-29T00:00:00.000Z')
}, 60_000)

test('rows that are wrong are taken as a file, mended, and imported: the others are known by then', async () => {
  const [good, formula] = [someone(), ['=1+1', 'formula@people.example', '+46 70 000 00 00', '']]
  const wrong = ['@Nobody, "Jr."', 'at home', '+46 70 999 99 99', 'x']
  const file = csvOf([HEADER, good, formula, wrong])
  const done = await imports.run(await imports.checked(await imports.uploaded(file)))
  expect(outcomes(done)).toEqual({ created: 2, error: 1 })
  expect((await byName('=1+1'))[0]).toMatchObject({ name: '=1+1' })
  const report = await imports.report(done)
  expect(report.headers.get('content-disposition')).toContain('attachment')
  const records: string[][] = parse(report.text, { bom: true })
  expect(records).toEqual([
    [...HEADER, 'What is wrong'],
    [`'${wrong[0]}`, wrong[1], `'${wrong[2]}`, 'x', 'Email: This is not an e-mail address.'],
  ])
  const mended = report.text.replace('at home', 'home@people.example')
  const second = await imports.run(await imports.checked(await imports.uploaded(mended, 'mended.csv')))
  expect(outcomes(second)).toEqual({ created: 1 })
  expect((await imports.rows(second))[0]!.candidateName).toBe(wrong[0])
  const whole = await imports.run(await imports.checked(await imports.uploaded(`${file}\r\n`, 'whole.csv')))
  expect(outcomes(whole)).toEqual({ already: 2, error: 1 })
}, 60_000)

test('what was wrong with the house, not the file, is tried again where it stands', async () => {
  const header = [...HEADER, 'Job']
  const uploaded = await imports.uploaded(
    csvOf([header, [...someone(), 'Pilot'], [...someone(), 'Stewardess']]),
  )
  const done = await imports.run(await imports.checked(uploaded))
  expect(outcomes(done)).toEqual({ created: 1, error: 1 })
  await hiring.job({ title: 'Stewardess', stages: freeStages('Applied') })
  const again = await imports.run(done)
  expect(outcomes(again)).toEqual({ created: 2 })
  expect((await imports.rows(again))[1]!.problems).toEqual([])
  expect((await client.post(`${IMPORTS}/${again.id}/run`, {})).status).toBe(409)
}, 60_000)

describe('who may', () => {
  test.each(['hiring_manager', 'interviewer'] as const)('not: %s', async (role) => {
    const uploaded = await imports.uploaded(csvOf([HEADER, someone()]))
    const other = await house.signedIn(house.north[role])
    const answers = await Promise.all([
      other.get(IMPORTS),
      other.get(`${IMPORTS}/${uploaded.id}`),
      other.get(`${IMPORTS}/${uploaded.id}/rows-to-mend.csv`),
      other.post(`${IMPORTS}/${uploaded.id}/run`, {}),
      importsOf(other).upload(csvOf([HEADER, someone()])),
    ])
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
  })

  test('nobody of another organization sees, runs or removes it', async () => {
    const uploaded = await imports.uploaded(csvOf([HEADER, someone()]))
    const south = await house.signedIn(house.south.admin)
    const path = `${IMPORTS}/${uploaded.id}`
    const answers = await Promise.all([
      south.get(path),
      south.get(`${path}/rows`),
      south.get(`${path}/preview`),
      south.get(`${path}/rows-to-mend.csv`),
      south.post(`${path}/check`, {}),
      south.patch(path, {}, 1),
      south.delete(path),
    ])
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
    expect((await south.get(IMPORTS)).json()).toEqual([])
  })
})

test('steps are taken in their order, on what one has seen', async () => {
  const uploaded = await imports.uploaded(
    csvOf([
      ['Known as', 'E-mail'],
      ['x', 'x@x.example'],
    ]),
  )
  expect(uploaded.mapping.map(({ to }) => to)).toEqual(['preferredName', 'email'])
  const refused = await client.post(`${IMPORTS}/${uploaded.id}/check`, {})
  expect([refused.status, refused.text]).toEqual([
    409,
    expect.stringContaining('which column holds the name'),
  ])
  expect((await client.post(`${IMPORTS}/${uploaded.id}/run`, {})).status).toBe(409)
  expect((await client.patch(`${IMPORTS}/${uploaded.id}`, {}, uploaded.revision + 1)).status).toBe(412)
  const twice = [
    { column: 0, to: 'name' },
    { column: 1, to: 'name' },
  ]
  for (const change of [
    { mapping: twice },
    { mapping: [{ column: 7, to: 'name' }] },
    { mapping: [{ column: 0, to: 'customField', fieldId: job.id }] },
    { mapping: [{ column: 0, to: 'email', kind: 'mobile' }] },
    { options: { duplicates: 'ask' } },
    { options: { stageId: job.id } },
  ]) {
    const answer = await client.patch(`${IMPORTS}/${uploaded.id}`, change, uploaded.revision)
    expect([change, answer.status]).toEqual([change, 400])
  }
  const mapped = await imports.changed(uploaded, { mapping: [{ column: 0, to: 'name' }] })
  const done = await imports.run(await imports.checked(mapped))
  expect((await client.delete(`${IMPORTS}/${done.id}`)).status).toBe(409)
  expect((await client.post(`${IMPORTS}/${done.id}/run`, {})).status).toBe(409)
  const unwanted = await imports.uploaded(csvOf([HEADER, someone()]))
  expect((await client.delete(`${IMPORTS}/${unwanted.id}`)).status).toBe(204)
})

test('what happened is on record: read in, begun, each candidate with its import, finished with the counts', async () => {
  const person = someone()
  const done = await imports.run(await imports.checked(await imports.uploaded(csvOf([HEADER, person]))))
  const [row] = await imports.rows(done)
  await imports.report(done)
  const admin = await house.signedIn(house.north.admin)
  const about = async (subjectId: string) =>
    (
      await admin.get(`/api/v1/audit-events?filter=${JSON.stringify({ subjectId })}&sort=["sequence","ASC"]`)
    ).json<AuditEvent[]>()
  const events = await about(done.id)
  expect(events.map(({ action }) => action)).toEqual([
    'candidate_import.uploaded',
    'candidate_import.started',
    'candidate_import.finished',
  ])
  expect(new Set(events.map(({ actorId }) => actorId))).toEqual(new Set([house.north.recruiter.id]))
  expect(events[2]).toMatchObject({ subjectName: 'people.csv', details: { created: 1 } })
  const [created] = await about(row!.candidateId!)
  expect(created).toMatchObject({
    action: 'candidate.created',
    actorId: house.north.recruiter.id,
    details: { importId: done.id },
  })
})
