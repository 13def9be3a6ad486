import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Application, AuditEvent, Candidate, Interview, Problem } from '@assay/contracts'
import { parse } from 'csv-parse/sync'
import { candidatesOf } from '../support/candidates.ts'
import { hiringOf } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type Panels, panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let admin: HttpClient
let recruiter: HttpClient
let own: Panels

beforeAll(async () => {
  house = await startHouse()
  recruiter = await house.signedIn(house.north.recruiter)
  admin = await house.signedIn(house.north.admin)
  own = await panelsOf(house, recruiter)
  await candidatesOf(admin).field({ name: 'Notice period', kind: 'text' })
})
afterAll(() => house.stop())

type Line = Record<string, string>

const asked = (query: object): string =>
  Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(JSON.stringify(value))}`)
    .join('&')
const exported = (client: HttpClient, list: string, query: object = {}) =>
  client.get(`/api/v1/${list}/export.csv?${asked(query)}`)
const lines = async (client: HttpClient, list: string, query: object = {}): Promise<Line[]> => {
  const { status, bytes } = await exported(client, list, query)
  expect(status).toBe(200)
  return parse(bytes, { bom: true, columns: true })
}
const listed = async <Row>(client: HttpClient, list: string, query: object = {}): Promise<Row[]> =>
  (await client.get(`/api/v1/${list}?${asked({ range: [0, 499], ...query })}`)).json<Row[]>()
const idsOf = (rows: readonly { id?: string }[]) => rows.map(({ id }) => id)

const LISTS = [
  'candidates',
  'applications',
  'interviews',
  'jobs',
  'users',
  'interview-templates',
  'interview-template-versions',
  'areas',
  'competencies',
  'questions',
  'answer-structures',
  'signals',
  'level-profiles',
  'custom-fields',
  'rejection-reasons',
]

describe('a list as a file', () => {
  test.each(LISTS)('%s: the rows of the list in its order, to be saved', async (list) => {
    await own.schedule(await own.applied())
    const { status, headers, bytes } = await exported(admin, list)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toMatch(new RegExp(`^attachment; filename="${list}\\.csv"`))
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const rows = await listed<{ id: string }>(admin, list)
    expect(rows.length).toBeGreaterThan(0)
    expect(idsOf(parse(bytes, { bom: true, columns: true }))).toEqual(idsOf(rows))
  })

  test('the audit record too, its details as JSON', async () => {
    const events = await listed<AuditEvent>(admin, 'audit-events', { sort: ['sequence', 'ASC'] })
    const [first] = await lines(admin, 'audit-events', { sort: ['sequence', 'ASC'] })
    expect(first).toMatchObject({
      id: '1',
      hash: events[0]!.hash,
      details: JSON.stringify(events[0]!.details),
    })
  })

  test('is filtered and sorted as the list is', async () => {
    for (const name of ['Zoë Filtered', 'Ann Filtered', 'Bo Other']) await own.candidate(name)
    const query = { filter: { q: 'filtered' }, sort: ['name', 'ASC'] }
    expect((await lines(recruiter, 'candidates', query)).map(({ name }) => name)).toEqual([
      'Ann Filtered',
      'Zoë Filtered',
    ])
    const elsewhere = await hiringOf(recruiter).job({ title: 'Elsewhere' })
    const { id } = await own.apply(await own.candidate('Only here'), elsewhere)
    expect(idsOf(await lines(recruiter, 'applications', { filter: { jobId: elsewhere.id } }))).toEqual([id])
    expect(await lines(recruiter, 'candidates', { filter: { q: '…' } })).toEqual([])
  })

  test('with nobody in it, has its header', async () => {
    const { bytes } = await exported(recruiter, 'candidates', { filter: { q: 'nobodyatall' } })
    expect(bytes.toString()).toMatch(/^\uFEFF"id","name","preferredName",.*\r\n$/)
  })

  test('tells what is wrong with the question as the list does', async () => {
    for (const query of [{ filter: { secret: 1 } }, { sort: ['secret', 'ASC'] }, { range: [0, 9] }]) {
      const answer = await exported(recruiter, 'candidates', query)
      expect([answer.status, answer.json<Problem>().code]).toEqual([400, 'validation_failed'])
    }
  })
})

describe('what one has for oneself', () => {
  test('comes as a file as well: views and notices, nobody else’s', async () => {
    const view = { resource: 'candidates', name: '=mine', query: 'sort=name' }
    expect((await recruiter.post('/api/v1/saved-views', view)).status).toBe(201)
    const [line, ...others] = await lines(recruiter, 'saved-views')
    expect([line, others]).toEqual([expect.objectContaining({ name: "'=mine", resource: 'candidates' }), []])
    expect(await lines(admin, 'saved-views')).toEqual([])
    const interviewer = await house.signedIn(house.north.interviewer)
    await own.schedule(await own.applied())
    const notices = await listed<{ id: string }>(interviewer, 'notices')
    expect(notices.length).toBeGreaterThan(0)
    expect(idsOf(await lines(interviewer, 'notices'))).toEqual(idsOf(notices))
  })
})

describe('what people typed', () => {
  test('S-33 is text when the file is opened, and comes back as it was', async () => {
    const candidates = candidatesOf(admin)
    const choices = [
      { id: crypto.randomUUID(), name: '=one' },
      { id: crypto.randomUUID(), name: 'two' },
    ]
    const several = await candidates.field({ name: 'Languages', kind: 'several_of', choices })
    const number = await candidates.field({ name: 'Years', kind: 'number' })
    const notes = await candidates.field({ name: '=Notes', kind: 'text' })
    const odd = {
      name: "=cmd|' /C calc'!A1 Formula",
      preferredName: '@formula',
      headline: 'She said "hello, world"; then left',
      company: 'محمد بن عبد الله',
      location: '-1+1',
      source: '+46',
      tags: ['=a', 'b'],
      phones: [{ kind: 'mobile', value: '+46 70 123 45 67' }],
      customValues: {
        [several.id]: choices.map(({ id }) => id),
        [number.id]: -5,
        [notes.id]: 'one\ntwo "three"',
      },
    }
    await own.candidate(odd.name, odd)
    const [line] = await lines(recruiter, 'candidates', { filter: { q: 'cmd' } })
    expect(line).toMatchObject({
      name: `'${odd.name}`,
      preferredName: "'@formula",
      headline: odd.headline,
      company: odd.company,
      location: "'-1+1",
      source: "'+46",
      tags: "'=a; b",
      emails: '',
      phones: "'+46 70 123 45 67",
      'custom: Languages': "'=one; two",
      'custom: Years': "'-5",
      'custom: =Notes': 'one\ntwo "three"',
    })
    expect(line!.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  })
})

describe('a long list', () => {
  test('is whole, each row once, whether it goes on by cursor or by number', async () => {
    const job = await hiringOf(recruiter).job({ title: 'Popular' })
    const names = Array.from({ length: 520 }, (_, n) => `Crowd ${String(n).padStart(3, '0')}`)
    for (let from = 0; from < names.length; from += 20)
      await Promise.all(
        names.slice(from, from + 20).map(async (name) => own.apply(await own.candidate(name), job)),
      )
    const query = { filter: { jobId: job.id }, sort: ['name', 'ASC'] }
    expect((await lines(recruiter, 'candidates', query)).map(({ name }) => name)).toEqual(names)
    const applications = await lines(recruiter, 'applications', { filter: { jobId: job.id } })
    expect(new Set(idsOf(applications)).size).toBe(520)
    expect(applications.length).toBe(520)
    const sequences = (await lines(admin, 'audit-events')).map(({ id }) => Number(id))
    expect(sequences.length).toBeGreaterThan(1_000)
    expect(sequences).toEqual(Array.from(sequences, (_, n) => sequences.length - n))
  })
})

describe('whoever asks', () => {
  test('gets what the list shows them', async () => {
    const { id } = await own.apply(await own.candidate('On the team'), own.job)
    const foreign = await own.apply(
      await own.candidate('Not on the team'),
      await hiringOf(recruiter).job({ title: 'Other' }),
    )
    const manager = await house.signedIn(house.north.hiring_manager)
    for (const list of LISTS) {
      const rows = await listed<{ id: string }>(manager, list)
      expect([list, idsOf(await lines(manager, list))]).toEqual([list, idsOf(rows)])
    }
    const seen = idsOf(await lines(manager, 'applications'))
    expect([seen.includes(id), seen.includes(foreign.id)]).toEqual([true, false])
    const names = new Set((await lines(manager, 'candidates')).map(({ name }) => name))
    expect([names.has('On the team'), names.has('Not on the team')]).toEqual([true, false])
  })

  test('and may not read the list, gets no file', async () => {
    const interviewer = await house.signedIn(house.north.interviewer)
    for (const list of [...LISTS, 'audit-events']) {
      const { status } = await exported(interviewer, list)
      expect([list, status]).toEqual([list, list === 'interviews' ? 200 : 403])
    }
    const mine = await listed<Interview>(interviewer, 'interviews')
    expect(mine.every(({ panel }) => panel.some(({ userId }) => userId === house.north.interviewer.id))).toBe(
      true,
    )
    expect(idsOf(await lines(interviewer, 'interviews'))).toEqual(idsOf(mine))
    expect((await exported(await house.signedIn(house.north.recruiter), 'audit-events')).status).toBe(403)
    expect((await exported(house.client(), 'candidates')).status).toBe(401)
  })

  test('from next door, gets nothing of ours', async () => {
    const neighbour = await house.signedIn(house.south.admin)
    for (const list of ['candidates', 'applications', 'interviews'])
      expect([list, await lines(neighbour, list)]).toEqual([list, []])
    const { north } = house
    expect((await exported(neighbour, 'users')).text).not.toContain(north.admin.email)
    const filter = { jobId: own.job.id }
    expect(await lines(neighbour, 'applications', { filter })).toEqual([])
  })

  test('and owes a scorecard, gets applications and interviews as they stood', async () => {
    const application = await own.applied()
    const panel = [{ userId: house.north.admin.id }, { userId: house.north.interviewer.id }]
    const made = await own.schedule(application, { panel })
    const filter = { jobId: own.job.id }
    const files = async () => [
      (await exported(admin, 'applications', { filter })).bytes.toString(),
      (await exported(admin, 'applications', { filter, sort: ['enteredStageAt', 'ASC'] })).bytes.toString(),
      (await exported(admin, 'interviews', { filter: { applicationId: application.id } })).bytes.toString(),
    ]
    const before = await files()
    await own.submitted(made, house.north.interviewer)
    await own.command(application.id, 'advance')
    expect(await files()).toEqual(before)
    await own.command(application.id, 'reject', { reasonId: await own.reason('ours'), note: 'Weak.' })
    expect(await files()).toEqual(before)
    const rejected = await lines(admin, 'applications', { filter: { ...filter, status: 'rejected' } })
    expect(idsOf(rejected)).not.toContain(application.id)
    const all = await listed<Application>(recruiter, 'applications', { filter })
    const shown = all.find(({ id }) => id === application.id)
    expect(shown!.status).toBe('rejected')
    // How many rows somebody else's filter found would tell it as well: the record ends where they began to owe.
    const taken = async () => {
      const events = ['applications', 'candidates', 'interviews'].map((list) =>
        listed<AuditEvent>(admin, 'audit-events', { filter: { action: `${list}.exported` } }),
      )
      return (await Promise.all(events)).flat().map(({ id }) => id)
    }
    const recorded = await taken()
    await lines(recruiter, 'candidates', { filter })
    expect(await taken()).toEqual(recorded)
    await own.submitted(made)
    expect((await taken()).length).toBeGreaterThan(recorded.length + 3)
  })
})

describe('the audit record', () => {
  test('has who took how many people out, and nothing of what was asked for', async () => {
    const { name } = await own.made<Candidate>('candidates', { name: 'Taken Out' })
    await lines(recruiter, 'candidates', { filter: { q: name } })
    const [event] = await listed<AuditEvent>(admin, 'audit-events', {
      filter: { action: 'candidates.exported' },
    })
    expect(event).toMatchObject({
      actorId: house.north.recruiter.id,
      subjectType: 'candidate',
      subjectId: null,
      details: { rows: 1, filteredBy: ['q'] },
    })
    expect(JSON.stringify(event)).not.toContain('Taken')
  })

  test.each([
    ['applications', 'applications.exported'],
    ['interviews', 'interviews.exported'],
    ['users', 'users.exported'],
    ['audit-events', 'audit_events.exported'],
  ])('has exports of %s', async (list, action) => {
    const { length } = await lines(admin, list)
    const [event] = await listed<AuditEvent>(admin, 'audit-events', { filter: { action } })
    expect(event!.details).toEqual({ rows: length, filteredBy: [] })
  })
})
