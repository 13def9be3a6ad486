import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type {
  Application,
  AuditEvent,
  AuditHeldBack,
  AuditVerification,
  Interview,
  JobCoverage,
  Problem,
  SignedAuditHead,
} from '@assay/contracts'
import { APPLICATIONS, hiringOf } from '../support/hiring.ts'
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

describe('blind until submitted', () => {
  /** The admin, who may see everything, sits on a panel. */
  const owing = async () => {
    const application = await own.applied()
    const panel = [{ userId: house.north.admin.id }, { userId: house.north.interviewer.id }]
    const made = await own.schedule(application, { panel })
    const admin = await house.signedIn(house.north.admin)
    return { application, made, admin }
  }
  const asked = (application: { id: string }, made: Interview) => [
    `${APPLICATIONS}/${application.id}`,
    `${APPLICATIONS}/${application.id}/history`,
    `${APPLICATIONS}?filter=${encodeURIComponent(JSON.stringify({ jobId: own.job.id }))}&range=[0,99]`,
    `${APPLICATIONS}?sort=${encodeURIComponent('["enteredStageAt","ASC"]')}&range=[0,99]`,
    `/api/v1/jobs/${own.job.id}/board`,
    `/api/v1/jobs/${own.job.id}/coverage`,
    `${INTERVIEWS}/${made.id}`,
    `${INTERVIEWS}?filter=${encodeURIComponent(JSON.stringify({ applicationId: application.id }))}`,
    '/api/v1/my-interviews',
  ]
  const answers = (client: HttpClient, paths: readonly string[]) =>
    Promise.all(
      paths.map(async (path) => {
        const { status, text, headers } = await client.get(path)
        return [path, status, text, headers.get('etag'), headers.get('content-range')]
      }),
    )

  test('a role does not help: every answer stays what it was, whatever becomes of the application', async () => {
    const { application, made, admin } = await owing()
    const paths = asked(application, made)
    const before = await answers(admin, paths)
    expect(before.map(([, status]) => status)).toEqual(paths.map(() => 200))
    await own.submitted(made, house.north.interviewer)
    await own.command(application.id, 'advance')
    expect(await answers(admin, paths)).toEqual(before)
    await own.command(application.id, 'reject', { reasonId: await own.reason('ours'), note: 'Weak.' })
    expect(await answers(admin, paths)).toEqual(before)
    const filtered = await hiringOf(admin).all<Application>('applications', {
      jobId: own.job.id,
      status: 'rejected',
    })
    expect(filtered.some(({ id }) => id === application.id)).toBe(false)
    // The same answers do change for somebody who owes nothing.
    expect(await own.application(application.id)).toMatchObject({ status: 'rejected', heldBack: false })
    await own.submitted(made)
    expect(await hiringOf(admin).application(application.id)).toMatchObject({
      status: 'rejected',
      revision: 3,
    })
  })

  test('interviews that are scheduled later for others are not shown, nor is that there are any', async () => {
    const { application, made, admin } = await owing()
    const paths = asked(application, made)
    const before = await answers(admin, paths)
    const later = await own.schedule(application, { startsAt: inDays(80) })
    expect(await answers(admin, paths)).toEqual(before)
    expect((await admin.get(`${INTERVIEWS}/${later.id}`)).status).toBe(404)
    await own.submitted(made)
    expect((await admin.get(`${INTERVIEWS}/${later.id}`)).status).toBe(200)
  })

  test('a later panel that links two candidates changes what a job tells of its panels only once they are in', async () => {
    const apart = await panelsOf(house, recruiter)
    const admin = await house.signedIn(house.north.admin)
    const [first, second] = [await apart.applied(), await apart.applied()]
    const made = await apart.schedule(first, { panel: [{ userId: house.north.admin.id }] })
    const others = [{ userId: house.north.interviewer.id }]
    await apart.schedule(second, { panel: others, startsAt: inDays(81) })
    const sets = async () =>
      (await admin.get(`/api/v1/jobs/${apart.job.id}/coverage`)).json<JobCoverage>().overlap.sets.length
    expect(await sets()).toBe(2)
    await apart.schedule(first, { panel: others, startsAt: inDays(82) })
    expect(await sets()).toBe(2)
    await apart.submitted(made)
    expect(await sets()).toBe(1)
  })

  test('the audit record ends for an admin who owes where they began to, and is whole again afterwards', async () => {
    const { application, made, admin } = await owing()
    const other = await own.applied()
    const told = async () =>
      (await admin.get('/api/v1/audit-events?range=[0,19]')).json<AuditEvent[]>().map(({ action }) => action)
    const ends = async () => {
      const { intact, entries, head } = (
        await admin.get('/api/v1/audit-events/verification')
      ).json<AuditVerification>()
      const { sequence, hash } = (await admin.get('/api/v1/audit-events/head')).json<SignedAuditHead>()
      return [intact, entries, head, { sequence, hash }]
    }
    const heldBack = async () =>
      (await admin.get('/api/v1/audit-events/held-back')).json<AuditHeldBack>().since
    const since = await heldBack()
    expect(Date.parse(since!)).toBeGreaterThan(Date.now() - 60_000)
    const [before, end] = [await told(), await ends()]
    await own.command(application.id, 'withdraw')
    await own.bulk([other.id, application.id], { do: 'reopen' })
    // Also what is about somebody else: its number would count what is left out.
    await own.command(other.id, 'withdraw')
    expect([await told(), await ends()]).toEqual([before, end])
    const [, entries] = end
    for (const beyond of [1, 2, 3]) {
      expect((await admin.get(`/api/v1/audit-events/${Number(entries) + beyond}`)).status).toBe(404)
    }
    expect(await heldBack()).toBe(since)
    await own.submitted(made)
    expect(await heldBack()).toBeNull()
    expect((await told()).filter((action) => action.startsWith('application.')).slice(0, 3)).toEqual([
      'application.withdrawn',
      'application.reopened',
      'application.withdrawn',
    ])
    expect((await ends())[1]).toBeGreaterThan(Number(entries) + 3)
  })

  test('commands are refused in the same words, whatever became of it', async () => {
    const { application, made, admin } = await owing()
    const commands = ['advance', 'hire', 'reopen', 'withdraw']
    const refusals = () =>
      Promise.all(
        commands.map(async (command) => {
          const answer = await admin.post(`${APPLICATIONS}/${application.id}/${command}`, {})
          const { requestId: _id, ...rest } = answer.json<Problem>()
          return rest
        }),
      )
    const scheduling = async () =>
      (await admin.post(INTERVIEWS, own.factsFor(application))).json<Problem>().detail
    const before = [await refusals(), await scheduling()]
    await own.command(application.id, 'withdraw')
    expect([await refusals(), await scheduling()]).toEqual(before)
    const bulk = await hiringOf(admin).bulk([application.id], { do: 'reopen' }, true)
    expect(bulk.outcomes[0]).toMatchObject({ done: false, application: { status: 'active', heldBack: true } })
    await own.submitted(made)
    expect((await admin.post(`${APPLICATIONS}/${application.id}/reopen`, {})).status).toBe(200)
  })

  test('a cancelled interview is shown without why while another scorecard is owed', async () => {
    const { application, made, admin } = await owing()
    const second = await own.schedule(application, {
      panel: [{ userId: house.north.admin.id }],
      startsAt: inDays(90),
    })
    await recruiter.post(`${INTERVIEWS}/${second.id}/cancel`, { because: 'Rejected already.' })
    const seen = (await admin.get(`${INTERVIEWS}/${second.id}`)).json<Interview>()
    expect(seen).toMatchObject({ status: 'cancelled', endedBecause: null, panel: [{ owes: null }] })
    expect(await own.application(application.id)).toMatchObject({ heldBack: false })
    await own.submitted(made)
    expect((await admin.get(`${INTERVIEWS}/${second.id}`)).json<Interview>().endedBecause).toBe(
      'Rejected already.',
    )
  })
})
