import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { AuditEvent, Interview, Job, Notice, Problem } from '@assay/contracts'
import { APPLICATIONS } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { inDays, type Panels, panelsOf } from '../support/panels.ts'
import { type Person, type RunningHouse, startHouse } from '../support/running-house.ts'
import { panelOf, reads, readsAs, released, scorecardsOf } from '../support/scorecards.ts'

const { SHOWN, HELD_BACK } = readsAs

let house: RunningHouse
let recruiter: HttpClient
let interviewer: HttpClient
let manager: HttpClient
let admin: HttpClient
let own: Panels

beforeAll(async () => {
  house = await startHouse()
  recruiter = await house.signedIn(house.north.recruiter)
  interviewer = await house.signedIn(house.north.interviewer)
  manager = await house.signedIn(house.north.hiring_manager)
  admin = await house.signedIn(house.north.admin)
  own = await panelsOf(house, recruiter)
})
afterAll(() => house.stop())

describe('breaking the glass', () => {
  const breaking = (
    client: HttpClient,
    { id }: { id: string },
    because: unknown = 'The offer is due today.',
  ) => client.post(`${APPLICATIONS}/${id}/break-glass`, { because })

  test('an admin who owes reads on for a reason: on record, and told to the panel', async () => {
    const application = await own.applied()
    const made = await own.schedule(application, panelOf(house.north.interviewer, house.north.admin))
    const id = await released(interviewer, made)
    expect((await breaking(admin, application, ' ')).status).toBe(400)
    expect(await reads(admin, application, id)).toEqual(HELD_BACK)
    expect((await breaking(admin, application)).status).toBe(200)
    expect(await reads(admin, application, id)).toEqual(SHOWN)
    // Once more tells nobody twice.
    expect((await breaking(admin, application)).status).toBe(200)
    const notices = (await interviewer.get('/api/v1/notices?range=[0,99]')).json<Notice[]>()
    const told = notices.filter((one) => one.kind === 'glass_broken' && one.interviewId === made.id)
    expect(told).toHaveLength(1)
    expect(JSON.stringify(notices)).not.toContain('offer is due')
    const mine = await released(admin, made)
    expect((await scorecardsOf(interviewer).scorecard(mine)).afterSeeingOthers).toBe(true)
    const filter = encodeURIComponent(JSON.stringify({ subjectId: application.id }))
    const events = (await admin.get(`/api/v1/audit-events?filter=${filter}`)).json<AuditEvent[]>()
    expect(events.filter(({ action }) => action === 'scorecards.glass_broken')).toHaveLength(1)
    expect(JSON.stringify(events)).not.toContain('offer is due')
  })

  test('holds against what was owed then: a later panel keeps it from them until it is broken again', async () => {
    const application = await own.applied()
    const first = await own.schedule(application, panelOf(house.north.interviewer, house.north.admin))
    const id = await released(interviewer, first)
    await breaking(admin, application)
    expect(await reads(admin, application, id)).toEqual(SHOWN)
    // Also while they owe the first one, and so have owed since before it was broken.
    const second = await own.schedule(application, { ...panelOf(house.north.admin), startsAt: inDays(61) })
    expect(await reads(admin, application, id)).toEqual(HELD_BACK)
    await released(admin, first)
    expect(await reads(admin, application, id)).toEqual(HELD_BACK)
    expect((await breaking(admin, application, 'Now it is due.')).status).toBe(200)
    expect(await reads(admin, application, id)).toEqual(SHOWN)
    await released(admin, second)
    // Taken off and put on again is a later seat as well.
    const third = await own.schedule(application, { ...panelOf(house.north.admin), startsAt: inDays(62) })
    await breaking(admin, application, 'Once more.')
    const seat = async (person: Person, seen: number) =>
      (await recruiter.patch(`/api/v1/interviews/${third.id}`, panelOf(person), seen)).json<Interview>()
        .revision
    await seat(house.north.admin, await seat(house.north.interviewer, third.revision))
    expect(await reads(admin, application, id)).toEqual(HELD_BACK)
  })

  test('where the job waits for all, a later seat of somebody else is waited for again', async () => {
    const job = await own.made<Job>('jobs', {
      title: 'Waits again',
      department: 'Platform',
      level: 'senior',
      blindUntil: 'all_submitted',
    })
    const application = await own.apply(await own.candidate('Waited for again'), job)
    const everybody = panelOf(house.north.interviewer, house.north.hiring_manager, house.north.admin)
    const id = await released(interviewer, await own.schedule(application, everybody))
    expect(await reads(admin, application, id)).toEqual(HELD_BACK)
    await breaking(admin, application)
    expect(await reads(admin, application, id)).toEqual(SHOWN)
    await own.schedule(application, { startsAt: inDays(63) })
    expect(await reads(admin, application, id)).toEqual(HELD_BACK)
    await breaking(admin, application)
    expect(await reads(admin, application, id)).toEqual(SHOWN)
  })

  test('whoever comes to a panel afterwards is told as well, on their page too; why, once they owe nothing', async () => {
    const application = await own.applied()
    const first = await own.schedule(application, panelOf(house.north.admin))
    await breaking(admin, application)
    const later = await own.schedule(application, panelOf(house.north.interviewer))
    const notices = (await interviewer.get('/api/v1/notices?range=[0,99]')).json<Notice[]>()
    const told = notices.filter(({ interviewId }) => interviewId === later.id).map(({ kind }) => kind)
    expect(told.toSorted()).toEqual(['glass_broken', 'scheduled'])
    const person = { id: house.north.admin.id, name: house.north.admin.name }
    const glassBreak = { person, brokenAt: expect.any(String) }
    expect((await scorecardsOf(interviewer).own(later)).glassBreaks).toEqual([glassBreak])
    const shown = async (client: HttpClient) => {
      const { glassBreaks, brokeTheGlass } = await scorecardsOf(client).of(application)
      return [brokeTheGlass, glassBreaks]
    }
    expect(await shown(interviewer)).toEqual([false, [{ ...glassBreak, because: null }]])
    const because = 'The offer is due today.'
    expect(await shown(recruiter)).toEqual([false, [{ ...glassBreak, because }]])
    expect(await shown(admin)).toEqual([true, [{ ...glassBreak, because }]])
    expect((await scorecardsOf(admin).own(first)).glassBreaks).toEqual([glassBreak])
  })

  test('is for admins who owe only', async () => {
    const application = await own.applied()
    const everybody = [house.north.recruiter, house.north.hiring_manager, house.north.interviewer]
    await own.schedule(application, panelOf(...everybody))
    for (const client of [recruiter, manager, interviewer]) {
      expect((await breaking(client, application)).status).toBe(403)
    }
    const refused = await breaking(admin, application)
    expect([refused.status, refused.json<Problem>().code]).toEqual([409, 'step_refused'])
    const south = await house.signedIn(house.south.admin)
    expect((await breaking(south, application)).status).toBe(404)
  })
})
