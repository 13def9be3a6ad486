import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Application, Candidate, ErasureOutcome, Job, Problem } from '@assay/contracts'
import { candidatesOf } from '../support/candidates.ts'
import { withClient } from '../support/database.ts'
import { documentsOf } from '../support/documents.ts'
import { erasePath, erasuresOf, somebody, WORDS_OF_SOMEBODY } from '../support/erasures.ts'
import { APPLICATIONS, type Hiring, hiringOf } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { inDays, type Panels, panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { SCORECARDS, scorecardsOf } from '../support/scorecards.ts'
import { placesOf, wholeDump } from '../support/whole-dump.ts'

let house: RunningHouse
let admin: HttpClient
let recruiter: HttpClient
let own: Hiring
let panels: Panels
let erasures: ReturnType<typeof erasuresOf>
let job: Job
const log: string[] = []

beforeAll(async () => {
  house = await startHouse({ logTo: { write: (line: string) => void log.push(line) } })
  admin = await house.signedIn(house.north.admin)
  recruiter = await house.signedIn(house.north.recruiter)
  own = hiringOf(recruiter)
  panels = await panelsOf(house, recruiter)
  erasures = erasuresOf(admin)
  job = await own.job({ title: 'Cartographer' })
})
afterAll(() => house.stop())

const asSuperuser = <Row extends object>(text: string, values: unknown[] = []) =>
  withClient(house.database.superuserUrl, async (client) => (await client.query<Row>(text, values)).rows)

const dump = () => wholeDump(house.database.superuserUrl, house.filesDirectory)

const rejected = async (application: { id: string }, note = '') =>
  own.command(application.id, 'reject', { reasonId: await own.reason('ours'), note })

describe('whoever is erased', () => {
  let candidate: Candidate
  let application: Application
  let scorecardId: string

  test('is in no table and no file any more, and the record still verifies', async () => {
    const field = await candidatesOf(admin).field({ name: 'Hobby', kind: 'text' })
    const made = await somebody(recruiter, job)
    const { id } = made.candidate
    application = made.application
    await candidatesOf(recruiter).changed(await candidatesOf(recruiter).one(id), {
      customValues: { [field.id]: 'Vexillology' },
    })
    const interview = await panels.schedule(application, {
      place: 'Zephyrine Street',
      link: 'https://x.example/zephyrine',
    })
    const held = await panels.schedule(application, { startsAt: inDays(-1), heldAlready: true })
    const panelist = scorecardsOf(await house.signedIn(house.north.interviewer))
    await panelist.submit(held, { summary: 'Quillon Zephyrine knows vexillology.' })
    scorecardId = (await panelist.own(held)).scorecard.id
    await panelist.step(scorecardId, 'give-up-recall')
    await recruiter.post('/api/v1/saved-views', {
      resource: 'candidates',
      name: 'Her',
      query: new URLSearchParams({ filter: JSON.stringify({ q: 'quillon zephyrine' }) }).toString(),
    })
    const key = { 'idempotency-key': crypto.randomUUID() }
    await recruiter.post(
      `${APPLICATIONS}/command`,
      { ids: [application.id], command: { do: 'advance' } },
      key,
    )
    await recruiter.post(`/api/v1/interviews/${interview.id}/cancel`, { because: 'Zephyrine fell ill' })
    await rejected(application, 'Zephyrine spoke of vexillology only')
    const hold = await erasures.hold('candidate', id, 'Zephyrine v. Northwind')
    await erasures.lift(hold.id)

    const before = await dump()
    for (const word of WORDS_OF_SOMEBODY) expect([word, placesOf(before, [word])]).not.toEqual([word, []])
    for (const table of [
      'candidates',
      'candidate_search',
      'candidate_documents',
      'idempotency_keys',
      'legal_holds',
      'interviews',
    ]) {
      expect(placesOf(before, ['zephyrine'])).toContain(`zephyrine in public.${table}`)
    }
    const outcome = await erasures.erase(id, { reference: 'PRIV-2026-0143' })
    expect(outcome).toMatchObject({
      dryRun: false,
      allowed: true,
      counts: { records: 1, documents: 1, notes: 1 },
    })
    candidate = (await admin.get(`/api/v1/candidates/${id}`)).json<Candidate>()
    expect(placesOf(await settledDump(), WORDS_OF_SOMEBODY)).toEqual([])
    expect((await admin.get('/api/v1/audit-events/verification')).json()).toMatchObject({ intact: true })
    expect(placesOf(new Map([['log', log.join('\n')]]), WORDS_OF_SOMEBODY)).toEqual([])
  })

  test('stays as a row without a person: dates, stages and outcomes still count', async () => {
    expect(candidate).toMatchObject({
      name: 'Erased candidate',
      emails: [],
      tags: [],
      source: null,
      customValues: {},
    })
    expect(candidate.erasedAt).not.toBeNull()
    const kept = await own.application(application.id)
    expect(kept).toMatchObject({ status: 'rejected', candidate: { name: 'Erased candidate' }, source: null })
    expect((await own.history(application.id)).map(({ kind, note }) => [kind, note])).toEqual([
      ['rejected', null],
      ['moved', null],
      ['applied', null],
    ])
    expect((await candidatesOf(recruiter).page({ filter: { q: 'Erased' } })).rows).toEqual([])
    expect((await candidatesOf(recruiter).page({})).rows.map(({ id }) => id)).not.toContain(candidate.id)
  })

  test('has scorecards that still open, without what was written in them', async () => {
    const read = await admin.get(`${SCORECARDS}/${scorecardId}`)
    expect([read.status, placesOf(new Map([['answer', read.text]]), WORDS_OF_SOMEBODY)]).toEqual([200, []])
    const all = await admin.get(`${APPLICATIONS}/${application.id}/scorecards`)
    expect(all.status).toBe(200)
    const panelist = await house.signedIn(house.north.interviewer)
    const room = await panelist.get(`${SCORECARDS}/${scorecardId}/room`)
    expect(room.status).toBeLessThan(500)
  })

  test('is on the list, by number, and in the record without a name', async () => {
    expect(await erasures.list()).toMatchObject([
      {
        number: 1,
        candidateId: candidate.id,
        reason: 'asked',
        reference: 'PRIV-2026-0143',
        erasedByName: 'Northwind admin',
        replayedAt: null,
      },
    ])
    const filter = encodeURIComponent(JSON.stringify({ action: 'candidate.erased' }))
    expect((await admin.get(`/api/v1/audit-events?filter=${filter}`)).json()).toMatchObject([
      {
        subjectId: candidate.id,
        subjectName: 'Erased candidate',
        details: { records: 1, documents: 1, applications: 1, notes: 1 },
      },
    ])
    expect(log.filter((line) => line.includes('"erasure"'))).toHaveLength(1)
  })

  test('is not erased twice: whoever asks again is told since when it is so', async () => {
    const again = await erasures.erase(candidate.id)
    expect(again).toMatchObject({ dryRun: false, allowed: false, erasedAt: candidate.erasedAt })
    expect(await erasures.list()).toHaveLength(1)
    expect(await erasures.trial(candidate.id)).toMatchObject({
      because: ['This candidate was erased already.'],
    })
  })

  test('takes no command any more, and each says why', async () => {
    const words: [string, string, object, object?][] = [
      [
        'PATCH',
        `/api/v1/candidates/${candidate.id}`,
        { name: 'Back again' },
        { 'if-match': `"${candidate.revision}"` },
      ],
      ['POST', `/api/v1/candidates/${candidate.id}/merge`, { otherId: (await own.candidate('Somebody')).id }],
      ['POST', '/api/v1/applications', { candidateId: candidate.id, jobId: (await own.job()).id }],
      ['POST', `${APPLICATIONS}/${application.id}/reopen`, { note: '' }],
      ['POST', '/api/v1/legal-holds', { subject: 'candidate', subjectId: candidate.id, reason: 'Too late' }],
      [
        'POST',
        '/api/v1/legal-holds',
        { subject: 'application', subjectId: application.id, reason: 'Too late' },
      ],
      [
        'POST',
        `/api/v1/candidates/${candidate.id}/extend-retention`,
        { until: '2027-01-01', reason: 'Too late' },
      ],
    ]
    for (const [method, path, body, headers = {}] of words) {
      const answer = await admin.send(method, path, { body, headers: headers as Record<string, string> })
      expect([path, answer.status, answer.json<Problem>().detail]).toEqual([
        path,
        409,
        expect.stringContaining('erased'),
      ])
    }
    const upload = await documentsOf(recruiter).upload(candidate.id, 'A résumé', { filename: 'r.txt' })
    expect([upload.status, upload.json<Problem>().detail]).toEqual([409, expect.stringContaining('erased')])
  })
})

/** Files go after the commit. */
const settledDump = async () => {
  for (let attempt = 0; ; attempt += 1) {
    const found = await dump()
    if (attempt === 20 || placesOf(found, ['zephyrine']).length === 0) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

test('of two merged records both go, with both keys', async () => {
  const other = await somebody(recruiter, await own.job())
  const kept = await own.candidate('Quill Z.', { emails: [{ kind: 'work', value: 'q@zephyrine.example' }] })
  await candidatesOf(recruiter).merged(kept.id, other.candidate.id)
  await rejected(other.application, 'Zephyrine again')
  const { revision } = await candidatesOf(recruiter).one(other.candidate.id)
  const merged = await admin.post(
    erasePath(other.candidate.id),
    { reason: 'asked' },
    { 'if-match': `"${revision}"` },
  )
  expect([merged.status, merged.json<Problem>().detail]).toEqual([
    409,
    expect.stringContaining('both records go'),
  ])
  expect(await erasures.erase(kept.id)).toMatchObject({ counts: { records: 2 } })
  expect(placesOf(await settledDump(), [...WORDS_OF_SOMEBODY, 'q@zephyrine.example'])).toEqual([])
  const keys = await asSuperuser<{ destroyed: boolean }>(
    'SELECT wrapped_key IS NULL AS destroyed FROM candidate_keys WHERE candidate_id = ANY($1)',
    [[kept.id, other.candidate.id]],
  )
  expect(keys).toEqual([{ destroyed: true }, { destroyed: true }])
  const unmerge = await admin.post(`/api/v1/candidates/${kept.id}/unmerge`, { otherId: other.candidate.id })
  expect(unmerge.status).toBe(409)
})

test('an answer kept for a key is replayed as it was, and holds no name', async () => {
  const { id, revision } = await own.candidate('Once Only')
  const headers = { 'if-match': `"${revision}"`, 'idempotency-key': crypto.randomUUID() }
  const first = await admin.post(erasePath(id), { reason: 'asked' }, headers)
  const second = await admin.post(erasePath(id), { reason: 'asked' }, headers)
  expect([first.status, second.status, second.headers.get('idempotency-replayed')]).toEqual([
    200,
    200,
    'true',
  ])
  expect(second.json<ErasureOutcome>()).toEqual(first.json<ErasureOutcome>())
  expect(placesOf(await dump(), ['Once Only'])).toEqual([])
})
