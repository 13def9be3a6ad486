import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { AuditEvent, Job } from '@assay/contracts'
import { type ComparedJobs, comparedJobs } from '../support/compared-jobs.ts'
import { comparisonsOf } from '../support/comparisons.ts'
import type { HttpClient } from '../support/http-client.ts'
import { fitsOf } from '../support/measurement-fits.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let own: ComparedJobs

beforeAll(async () => {
  house = await startHouse()
  own = await comparedJobs(house)
})
afterAll(() => house.stop())

const compare = (job: Job) => comparisonsOf(own.clients.hiring_manager).compare(job)

describe('the switch', () => {
  const toggle = (client: HttpClient, job: Job, fairScores: string) =>
    client.post(`/api/v1/jobs/${job.id}/fair-scores`, { fairScores })

  test('takes fair scores away, with the reason, and goes on record', async () => {
    const job = await own.begin()
    await own.met(job, 'Ada', { interviewer: [4, 3, 4], admin: [3, 2, 3] })
    await own.met(job, 'Bob', { interviewer: [2, 3, 3], admin: [1, 2, 2] })
    await fitsOf(own.clients.recruiter).computed(job)
    const { status, text } = await toggle(own.clients.hiring_manager, job, 'off')
    expect([status, text]).toEqual([204, ''])
    const off = await compare(job)
    expect(off).toMatchObject({ fairScores: 'off', fit: null, pairs: [], tiers: [], wouldChange: [] })
    expect(off.noFitBecause).toContain('switched off')
    expect(off.applications.map(({ fair }) => fair)).toEqual([null, null])
    expect((await fitsOf(own.clients.recruiter).tryAsk(job)).status).toBe(409)
    await toggle(own.clients.admin, job, 'on')
    await toggle(own.clients.admin, job, 'on')
    expect((await compare(job)).fit).not.toBeNull()
    const filter = encodeURIComponent(JSON.stringify({ subjectId: job.id }))
    const events = (await own.clients.admin.get(`/api/v1/audit-events?filter=${filter}`)).json<AuditEvent[]>()
    const switched = events.filter(({ action }) => action.includes('fair_scores'))
    expect(switched.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['job.fair_scores_switched_on', house.north.admin.id],
      ['job.fair_scores_switched_off', house.north.hiring_manager.id],
    ])
  }, 20_000)

  test('is for admins, and hiring managers of the job', async () => {
    const job = await own.begin({ team: [] })
    expect((await toggle(own.clients.hiring_manager, job, 'off')).status).toBe(404)
    expect((await toggle(own.clients.recruiter, job, 'off')).status).toBe(403)
    expect((await toggle(own.clients.interviewer, job, 'off')).status).toBe(403)
    expect((await toggle(own.clients.admin, job, 'sometimes')).status).toBe(400)
  })
})
