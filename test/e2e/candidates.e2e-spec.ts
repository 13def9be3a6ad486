import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Candidate, Job, Problem } from '@assay/contracts'
import { CANDIDATES, type Candidates, candidatesOf } from '../support/candidates.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let recruiter: HttpClient
let admin: HttpClient
let own: Candidates

beforeAll(async () => {
  house = await startHouse()
  recruiter = await house.signedIn(house.north.recruiter)
  admin = await house.signedIn(house.north.admin)
  own = candidatesOf(recruiter)
})
afterAll(() => house.stop())

const ADA = {
  name: 'Ada Lovelace',
  preferredName: 'Ada',
  headline: 'Backend engineer',
  company: 'Analytical Engines',
  location: 'London',
  source: 'Referral',
  tags: ['Python', 'remote'],
  emails: [
    { kind: 'home', value: 'ada@lovelace.example' },
    { kind: 'work', value: 'ada.lovelace@engines.example' },
  ],
  phones: [{ kind: 'mobile', value: '+46 (0)70-123 45 67' }],
  links: [{ kind: 'profile', value: 'https://www.linkedin.com/in/ada' }],
}

describe('a candidate', () => {
  test('is kept as it was written, the first of each contact first', async () => {
    const made = await own.made(ADA)
    expect(made).toMatchObject({
      ...ADA,
      customValues: {},
      mergedInto: null,
      revision: 1,
      likelyDuplicates: [],
    })
    const { likelyDuplicates: _none, ...record } = made
    expect(await own.one(made.id)).toEqual(record)
  })

  test('may be nothing but a name', async () => {
    expect(await own.made({ name: 'Cher' })).toMatchObject({
      preferredName: null,
      source: null,
      tags: [],
      emails: [],
      phones: [],
      links: [],
    })
  })

  test.each([
    ['right to left', 'محمد بن عبد الله'],
    ['with a joiner', 'क्‍ष'],
    ['without gaps', '王小明'],
    ['in five scripts', 'Łukasz Ωmega Иван 김 ژ'],
  ])('has a name %s, and is found by it', async (_what, name) => {
    const { id } = await own.made({ name })
    expect((await own.one(id)).name).toBe(name)
    expect((await own.page({ filter: { q: name } })).rows.map((row) => row.id)).toEqual([id])
  })

  test('with combining signs is stored in one form', async () => {
    expect((await own.made({ name: 'Zoe\u0308 Combining' })).name).toBe('Zoë Combining')
  })

  test('is changed against the revision that was seen', async () => {
    const made = await own.made({ name: 'Grace Hopper', tags: ['COBOL'] })
    const changed = await own.changed(made, {
      headline: 'Rear admiral',
      tags: ['COBOL', 'Navy'],
      emails: [{ kind: 'work', value: 'grace@navy.example' }],
    })
    expect(changed).toMatchObject({ headline: 'Rear admiral', tags: ['COBOL', 'Navy'], revision: 2 })
    const late = await recruiter.patch(`${CANDIDATES}/${made.id}`, { headline: 'Lost?' }, 1)
    expect([late.status, late.json<Problem>().current]).toEqual([
      412,
      expect.objectContaining({ revision: 2 }),
    ])
    expect((await recruiter.patch(`${CANDIDATES}/${made.id}`, { headline: 'Blind' })).status).toBe(428)
    expect((await own.changed(changed, { headline: 'Rear admiral', tags: ['COBOL', 'Navy'] })).revision).toBe(
      2,
    )
    const bare = await own.changed(changed, { emails: [], tags: [], headline: null })
    expect(bare).toMatchObject({ emails: [], tags: [], headline: null, revision: 3 })
    expect((await own.page({ filter: { q: 'grace@navy' } })).rows).toEqual([])
  })

  test('changed by two at once keeps one change, and tells the other', async () => {
    const made = await own.made({ name: 'Contended' })
    const answers = await Promise.all(
      ['one', 'two', 'three'].map((headline) => recruiter.patch(`${CANDIDATES}/${made.id}`, { headline }, 1)),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412])
    expect((await own.one(made.id)).revision).toBe(2)
  })

  test('sent twice under one key is added once', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() }
    const [first, again] = [
      await recruiter.post(CANDIDATES, { name: 'Only Once' }, key),
      await recruiter.post(CANDIDATES, { name: 'Only Once' }, key),
    ]
    expect([first.status, again.json<Candidate>().id]).toEqual([201, first.json<Candidate>().id])
    expect((await own.page({ filter: { q: 'only once' } })).total).toBe(1)
  })
})

describe('what a candidate cannot be', () => {
  const contact = (value: string, kind = 'other') => [{ kind, value }]
  test.each<[string, object, string, RegExp]>([
    ['no name', { name: '' }, 'name', /fill this in/],
    ['an invisible name', { name: '\u3164\u200B' }, 'name', /./],
    ['a name of 10,000 characters', { name: 'x'.repeat(10_000) }, 'name', /At most 200/],
    ['a name that turns itself round', { name: 'Ada \u202Eevil' }, 'name', /direction/],
    ['half a character', { name: 'Ada \uD800' }, 'name', /broken character/],
    ['a malformed e-mail', { emails: contact('ada@') }, 'emails.0.value', /not an e-mail/],
    [
      'an e-mail with a line break',
      { emails: contact('a@b.example\nBcc: x@y.example') },
      'emails.0.value',
      /./,
    ],
    [
      'one e-mail twice',
      { emails: [...contact('A@b.example'), ...contact('a@B.example')] },
      'emails',
      /twice/,
    ],
    ['an unknown kind', { emails: contact('a@b.example', 'secret') }, 'emails.0.kind', /./],
    [
      '21 e-mails',
      { emails: Array.from({ length: 21 }, (_, at) => contact(`a${at}@b.example`)[0]) },
      'emails',
      /20/,
    ],
    ['words for a phone number', { phones: contact('call me') }, 'phones.0.value', /phone/],
    ['a script for a link', { links: contact('javascript:alert(1)') }, 'links.0.value', /web page/],
    ['a file for a link', { links: contact('file:///etc/passwd') }, 'links.0.value', /web page/],
    ['a link with a password', { links: contact('https://a:b@evil.example') }, 'links.0.value', /web page/],
    ['a tag twice', { tags: ['Élan', 'elan'] }, 'tags', /twice/],
    ['51 tags', { tags: Array.from({ length: 51 }, (_, at) => `t${at}`) }, 'tags', /50/],
    ['an id of its own', { id: crypto.randomUUID() }, '', /./],
  ])('with %s: told at the field, nothing stored', async (_what, wrong, field, words) => {
    const before = (await own.page({})).total
    const answer = await recruiter.post(CANDIDATES, { name: 'Never', ...wrong })
    const { errors = {} } = answer.json<Problem>()
    expect(answer.status).toBe(400)
    if (field) expect(errors).toEqual({ [field]: expect.stringMatching(words) })
    expect((await own.page({})).total).toBe(before)
  })

  test('a link without a scheme is one to a web page', async () => {
    const { links } = await own.made({
      name: 'Linked',
      links: [{ kind: 'code', value: 'github.com/linked' }],
    })
    expect(links[0]!.value).toBe('https://github.com/linked')
  })

  test('signs that stand for whole phrases do not burst an index', async () => {
    const wide = '\uFDFA'.repeat(150)
    const made = await own.made({ name: wide, source: wide.slice(0, 100), tags: [wide.slice(0, 60)] })
    expect((await own.one(made.id)).name).toBe(wide)
  })
})

describe('who sees candidates', () => {
  test('recruiters and admins all; hiring managers none before somebody applied to their job', async () => {
    const { id } = await own.made({ name: 'Unseen Person' })
    expect((await admin.get(`${CANDIDATES}/${id}`)).status).toBe(200)
    const manager = await house.signedIn(house.north.hiring_manager)
    expect((await manager.get(`${CANDIDATES}/${id}`)).status).toBe(404)
    for (const filter of [{}, { q: 'unseen' }, { ids: [id] }]) {
      expect(await candidatesOf(manager).page({ filter })).toMatchObject({ rows: [], total: 0 })
    }
    for (const answer of [
      await manager.post(CANDIDATES, { name: 'Mine' }),
      await manager.patch(`${CANDIDATES}/${id}`, { name: 'Mine' }, 1),
      await manager.post(`${CANDIDATES}/likely-duplicates`, { name: 'Unseen Person' }),
    ]) {
      expect(answer.status).toBe(403)
    }
    const interviewer = await house.signedIn(house.north.interviewer)
    expect((await interviewer.get(CANDIDATES)).status).toBe(403)
  })

  test('hiring managers those who applied to a job on whose team they are, also by another record', async () => {
    const manager = candidatesOf(await house.signedIn(house.north.hiring_manager))
    const open = async (title: string, team: object[]) => {
      const facts = { title, department: 'Engineering', level: 'senior', team }
      return (await recruiter.post('/api/v1/jobs', facts)).json<Job>()
    }
    const job = await open('Theirs', [{ userId: house.north.hiring_manager.id, role: 'hiring_manager' }])
    const otherJob = await open('Not theirs', [])
    const apply = async (candidateId: string, jobId: string) =>
      expect((await recruiter.post('/api/v1/applications', { candidateId, jobId })).status).toBe(201)
    const [one, two, kept] = [
      await own.made({ name: 'Applicant One' }),
      await own.made({ name: 'Applicant Two' }),
      await own.made({ name: 'Applicant Kept' }),
    ]
    await apply(one.id, job.id)
    await apply(two.id, otherJob.id)
    const seen = async (filter: object = {}) => (await manager.page({ filter })).rows.map(({ id }) => id)
    expect(await seen()).toEqual([one.id])
    expect(await seen({ q: 'applicant' })).toEqual([one.id])
    expect(await seen({ ids: [one.id, two.id] })).toEqual([one.id])
    await own.merged(kept.id, one.id)
    expect(await seen({ q: 'applicant' })).toEqual([kept.id])
    expect((await manager.one(one.id)).mergedInto).toBe(kept.id)
    const all = async (filter: object) => (await own.page({ filter })).rows.map(({ id }) => id)
    expect(await all({ jobId: job.id })).toEqual([kept.id])
    expect(await all({ jobId: otherJob.id, status: 'active', stageId: otherJob.stages[0]!.id })).toEqual([
      two.id,
    ])
    expect(await all({ jobId: otherJob.id, stageId: job.stages[0]!.id })).toEqual([])
    expect(await all({ jobId: otherJob.id, status: 'rejected' })).toEqual([])
  })

  test('the organization next door sees, finds, changes and merges nobody of here', async () => {
    const { id } = await own.made({ ...ADA, name: 'Neighbourly Unique' })
    const neighbour = await house.signedIn(house.south.admin)
    const theirs = candidatesOf(neighbour)
    const mine = await theirs.made({ ...ADA, name: 'Neighbourly Unique' })
    expect(mine.likelyDuplicates).toEqual([])
    expect((await theirs.page({ filter: { q: 'neighbourly' } })).rows.map((row) => row.id)).toEqual([mine.id])
    expect(await theirs.like({ name: 'Neighbourly Unique', exceptId: mine.id })).toEqual([])
    expect((await neighbour.get(`${CANDIDATES}/${id}`)).status).toBe(404)
    expect((await neighbour.patch(`${CANDIDATES}/${id}`, { name: 'Taken' }, 1)).status).toBe(404)
    const merge = await neighbour.post(`${CANDIDATES}/${mine.id}/merge`, { otherId: id })
    expect([merge.status, Object.keys(merge.json<Problem>().errors!)]).toEqual([400, ['otherId']])
  })
})
