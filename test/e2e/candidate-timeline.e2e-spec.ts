import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Application, Candidate, CandidateTimeline, Job, TimelineEntry } from '@assay/contracts'
import { candidatesOf } from '../support/candidates.ts'
import { documentsOf } from '../support/documents.ts'
import { freeStages, hiringOf } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { inDays, INTERVIEWS, type Panels, panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let recruiter: HttpClient
let own: Panels

beforeAll(async () => {
  house = await startHouse()
  recruiter = await house.signedIn(house.north.recruiter)
  own = await panelsOf(house, recruiter)
})
afterAll(() => house.stop())

const pathOf = ({ id }: { id: string }, query = '') => `/api/v1/candidates/${id}/timeline${query}`
const timeline = async (
  client: HttpClient,
  candidate: { id: string },
  query?: string,
): Promise<CandidateTimeline> => {
  const answer = await client.get(pathOf(candidate, query))
  expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, ''])
  return answer.json<CandidateTimeline>()
}
const told = async (client: HttpClient, candidate: { id: string }): Promise<string[]> =>
  (await timeline(client, candidate, '?limit=100')).entries.map(({ about, kind }) => `${about} ${kind}`)

/** Somebody with an application, an interview of the interviewer's, and documents. */
const busy = async (job: Job = own.job): Promise<{ candidate: Candidate; application: Application }> => {
  const candidate = await own.candidate('Busy')
  await candidatesOf(recruiter).changed(candidate, {
    phones: [{ kind: 'mobile', value: '+46 70 123 45 67' }],
  })
  const application = await own.apply(candidate, job)
  await own.command(application.id, 'advance')
  const documents = documentsOf(recruiter)
  const { id } = (await documents.upload(candidate.id, 'Ran forty services.')).json<{ id: string }>()
  expect((await recruiter.post(`/api/v1/candidate-documents/${id}/remove`, { reason: 'Old' })).status).toBe(
    200,
  )
  return { candidate, application }
}

describe('the timeline of a candidate', () => {
  test('tells in one list by time what was done, and by whom', async () => {
    const { candidate, application } = await busy()
    const made = await own.schedule(application)
    expect((await recruiter.post(`${INTERVIEWS}/${made.id}/cancel`, { because: 'Ill' })).status).toBe(200)
    await own.schedule(application, { startsAt: inDays(-2), heldAlready: true })
    await own.command(application.id, 'reject', { reasonId: await own.reason('ours'), note: 'Weak.' })
    const { entries, next } = await timeline(recruiter, candidate)
    expect(next).toBeNull()
    expect(entries.map(({ about, kind }) => `${about} ${kind}`)).toEqual([
      'application rejected',
      'interview scheduled',
      'interview cancelled',
      'interview scheduled',
      'document removed',
      'document added',
      'application moved',
      'application applied',
      'candidate updated',
      'candidate created',
      'interview held',
    ])
    expect(entries[0]).toMatchObject({
      application: { id: application.id, jobTitle: own.job.title },
      stage: expect.any(String),
      reason: expect.any(String),
      by: { id: house.north.recruiter.id },
    })
    expect(entries[8]).toMatchObject({ fields: ['phones'], other: null })
    expect(entries.at(-1)).toMatchObject({ interview: { jobTitle: own.job.title }, by: null })
    // What was written about it is for its own page.
    expect(JSON.stringify(entries)).not.toMatch(/Weak\.|\+46/)
  })

  test('is read on with a cursor: nothing twice, nothing left out', async () => {
    const { candidate } = await busy()
    const whole = await timeline(recruiter, candidate)
    const read: TimelineEntry[] = []
    for (let query = '?limit=2'; ;) {
      const { entries, next } = await timeline(recruiter, candidate, query)
      read.push(...entries)
      if (next === null) break
      query = `?limit=2&cursor=${encodeURIComponent(next)}`
    }
    expect(read).toEqual(whole.entries)
    for (const wrong of [
      '?cursor=x',
      '?limit=0',
      '?limit=101',
      '?cursor=2026-99-99T00:00:00.000000Z~a',
      '?q=1',
    ]) {
      expect((await recruiter.get(pathOf(candidate, wrong))).status).toBe(400)
    }
  })

  test('goes on with the history of whom was merged into it, until they are separated', async () => {
    const candidates = candidatesOf(recruiter)
    const [one, other] = [await own.candidate('Same One'), (await busy()).candidate]
    await candidates.merged(one.id, other.id)
    const together = await timeline(recruiter, one)
    expect(together.entries[0]).toMatchObject({ kind: 'merged', other: { id: other.id, name: 'Busy' } })
    expect(await told(recruiter, one)).toContain('application moved')
    await candidates.unmerged(one.id, other.id)
    expect(await told(recruiter, one)).toEqual([
      'candidate unmerged',
      'candidate merged',
      'candidate created',
    ])
  })
})

describe('who sees it', () => {
  test('a hiring manager sees what happened in their jobs only, and no merges; an interviewer nothing', async () => {
    const { candidate } = await busy()
    await candidatesOf(recruiter).merged(candidate.id, (await own.candidate('Twin')).id)
    const elsewhere = await own.made<Job>('jobs', { title: 'Elsewhere', department: 'Other', level: 'mid' })
    const foreign = await own.apply(candidate, elsewhere)
    await own.schedule(foreign, { panel: [{ userId: house.north.recruiter.id }] })
    const manager = await house.signedIn(house.north.hiring_manager)
    const { entries } = await timeline(manager, candidate)
    expect(entries.length).toBeGreaterThan(4)
    expect(JSON.stringify(entries)).not.toContain('Elsewhere')
    expect(entries.some(({ kind }) => kind === 'merged')).toBe(false)
    expect(JSON.stringify(await timeline(recruiter, candidate))).toContain('Elsewhere')
    const interviewer = await house.signedIn(house.north.interviewer)
    expect((await interviewer.get(pathOf(candidate))).status).toBe(403)
    const unknown = await own.candidate('Unknown to managers')
    expect((await manager.get(pathOf(unknown))).status).toBe(404)
    const south = await house.signedIn(house.south.admin)
    expect((await south.get(pathOf(candidate))).status).toBe(404)
  })

  test('S-41 whoever owes a scorecard is told nothing that moved since: every answer stays what it was', async () => {
    const job = await hiringOf(recruiter).job({ stages: freeStages('Screen', 'Panel', 'Offer') })
    const { candidate, application } = await busy(job)
    const others = await own.schedule(application, { panel: [{ userId: house.north.hiring_manager.id }] })
    const panel = [{ userId: house.north.admin.id }, { userId: house.north.interviewer.id }]
    const made = await own.schedule(application, { panel, startsAt: inDays(40) })
    const admin = await house.signedIn(house.north.admin)
    const answers = () =>
      Promise.all(
        ['', '?limit=3', '?limit=100'].map(async (query) => {
          const { status, text, headers } = await admin.get(pathOf(candidate, query))
          return [status, text, headers.get('etag'), headers.get('content-length')]
        }),
      )
    const before = await answers()
    expect(before.map(([status]) => status)).toEqual([200, 200, 200])
    await own.submitted(made, house.north.interviewer)
    await own.command(application.id, 'advance')
    expect(await answers()).toEqual(before)
    await own.schedule(application, { startsAt: inDays(80) })
    await recruiter.post(`${INTERVIEWS}/${others.id}/cancel`, { because: 'Decided.' })
    expect(await answers()).toEqual(before)
    await own.command(application.id, 'reject', { reasonId: await own.reason('ours') })
    expect(await answers()).toEqual(before)
    expect(await told(recruiter, candidate)).toContain('application rejected')
    await own.submitted(made)
    const after = await told(admin, candidate)
    expect(after).toEqual(await told(recruiter, candidate))
    expect(after).toContain('interview cancelled')
  })
})
