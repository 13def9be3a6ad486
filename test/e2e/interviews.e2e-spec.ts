import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type {
  Interview,
  Job,
  JobCoverage,
  Problem,
  Question,
  ScheduleConflicts,
  VersionContent,
} from '@assay/contracts'
import { withClient } from '../support/database.ts'
import { APPLICATIONS } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { templatesOf } from '../support/interview-templates.ts'
import { inDays, INTERVIEWS, type Panels, panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let recruiter: HttpClient
let interviewer: HttpClient
let own: Panels
let job: Job

beforeAll(async () => {
  house = await startHouse()
  recruiter = await house.signedIn(house.north.recruiter)
  interviewer = await house.signedIn(house.north.interviewer)
  own = await panelsOf(house, recruiter)
  job = own.job
})
afterAll(() => house.stop())

const withPythonQuestion = async () => {
  const kit = await templatesOf(recruiter).kit('kit.python-fundamentals')
  const { content } = await templatesOf(recruiter).version(kit.published!.id)
  const { id } = content!.sections[0]!.questions[0]!
  return { questions: async () => (await recruiter.get(`/api/v1/questions/${id}`)).json<Question>() }
}

describe('scheduling', () => {
  test('fixes the version that is published now; a later one changes nothing', async () => {
    const admin = templatesOf(await house.signedIn(house.north.admin))
    const first = await admin.clone('kit.recruiter-screen', 'Moves on')
    await admin.step(first.id, 'publish', { note: 'First.' })
    const made = await own.schedule(await own.applied(), { templateId: first.templateId, place: 'Room 4' })
    expect(made).toMatchObject({
      template: { name: 'Moves on' },
      version: { id: first.id, number: 1 },
      job: { id: job.id },
      stage: { id: job.stages[0]!.id },
      timeZone: 'Europe/Berlin',
      place: 'Room 4',
      status: 'scheduled',
      panel: [{ name: house.north.interviewer.name, shadow: false, owes: true }],
    })
    expect(Date.parse(made.endsAt) - Date.parse(made.startsAt)).toBe(3_600_000)
    const next = await admin.save(await admin.draftOf(first.templateId), (draft) => {
      draft.durationMinutes = 75
    })
    await admin.step(next.id, 'publish', { note: 'Second.' })
    const kit = (await interviewer.get(`${INTERVIEWS}/${made.id}/kit`)).json<VersionContent>()
    expect(kit.durationMinutes).not.toBe(75)
    expect((await interviewer.get(`${INTERVIEWS}/${made.id}`)).json<Interview>().version.number).toBe(1)
    const later = await own.schedule(await own.applied(), { templateId: first.templateId })
    expect(later.version.number).toBe(2)
    const { templateId } = first
    const used = await own.all<Interview>('interviews', { templateId, status: 'scheduled' })
    expect(used.map(({ version }) => version.number).toSorted()).toEqual([1, 2])
  })

  test.each([
    ['a time zone that does not exist', { timeZone: 'Europe/Atlantis' }, 'timeZone'],
    ['an offset for a time zone', { timeZone: '+02:00' }, 'timeZone'],
    ['the past', { startsAt: '2020-02-03T10:00:00.000Z' }, 'startsAt'],
    ['a day that is not in the calendar', { startsAt: '2027-02-30T10:00:00.000Z' }, 'startsAt'],
    ['no time at all', { minutes: 0 }, 'minutes'],
    ['nobody on the panel', { panel: [] }, 'panel'],
    ['a link that is not https', { link: 'javascript:alert(1)' }, 'link'],
    ['a panelist who is not here', { panel: [{ userId: crypto.randomUUID() }] }, 'panel.0.userId'],
    ['a template without a published version', { templateId: crypto.randomUUID() }, 'templateId'],
    ['a stage of another pipeline', { stageId: crypto.randomUUID() }, 'stageId'],
  ])('%s is refused by field', async (_what, more, field) => {
    const answer = await recruiter.post(INTERVIEWS, own.factsFor(await own.applied(), more))
    expect(answer.status).toBe(400)
    expect(answer.json<Problem>().errors).toHaveProperty([field])
  })

  test('an interview that was held already is recorded when that is said', async () => {
    const made = await own.schedule(await own.applied(), { startsAt: inDays(-2), heldAlready: true })
    expect(made.status).toBe('scheduled')
  })

  test('the candidate does not sit on their own panel, a disabled person on none', async () => {
    const candidate = await own.candidate('Works here', {
      emails: [{ kind: 'work', value: house.north.interviewer.email }],
    })
    const application = await own.apply(candidate, job)
    const self = await recruiter.post(INTERVIEWS, own.factsFor(application))
    expect(self.json<Problem>().errors).toHaveProperty(['panel.0.userId'])
    await withClient(house.database.ownerUrl, (client) =>
      client.query(`UPDATE users SET status = 'disabled' WHERE id = $1`, [house.north.admin.id]),
    )
    const disabled = await recruiter.post(
      INTERVIEWS,
      own.factsFor(await own.applied(), { panel: [{ userId: house.north.admin.id }] }),
    )
    await withClient(house.database.ownerUrl, (client) =>
      client.query(`UPDATE users SET status = 'active' WHERE id = $1`, [house.north.admin.id]),
    )
    expect(disabled.json<Problem>().errors).toHaveProperty(['panel.0.userId'])
  })

  test('an application that is over has no further interviews', async () => {
    const application = await own.applied()
    await own.command(application.id, 'withdraw')
    const answer = await recruiter.post(INTERVIEWS, own.factsFor(application))
    expect([answer.status, answer.json<Problem>().code]).toEqual([409, 'step_refused'])
  })

  test('who is somewhere else at that time is shown, and nothing is forbidden', async () => {
    const startsAt = inDays(200)
    const application = await own.applied()
    const first = await own.schedule(application, { startsAt })
    const wanted = {
      startsAt: new Date(Date.parse(startsAt) + 30 * 60_000).toISOString(),
      minutes: 30,
      userIds: [house.north.interviewer.id, house.north.hiring_manager.id],
      applicationId: application.id,
    }
    const ask = async (more: object = {}) =>
      (await recruiter.post(`${INTERVIEWS}/conflicts`, { ...wanted, ...more })).json<ScheduleConflicts>()
        .conflicts
    expect((await ask()).map(({ userId, interviewId }) => [userId, interviewId])).toEqual([
      [null, first.id],
      [house.north.interviewer.id, first.id],
    ])
    expect(await ask({ exceptId: first.id })).toEqual([])
    expect(await ask({ startsAt: first.endsAt })).toEqual([])
    await recruiter.post(`${INTERVIEWS}/${first.id}/cancel`, {})
    expect(await ask()).toEqual([])
  })
})

describe('changing', () => {
  test('time, place and panel are changed against the revision that was seen', async () => {
    const made = await own.schedule(await own.applied())
    const startsAt = inDays(30)
    const panel = [{ userId: house.north.hiring_manager.id, shadow: true }]
    const answer = await recruiter.patch(`${INTERVIEWS}/${made.id}`, { startsAt, place: 'Room 2', panel }, 1)
    const changed = answer.json<Interview>()
    expect(changed).toMatchObject({ startsAt, place: 'Room 2', revision: 2 })
    expect(changed.panel.map(({ userId, shadow }) => [userId, shadow])).toEqual([
      [house.north.hiring_manager.id, true],
    ])
    expect(Date.parse(changed.endsAt) - Date.parse(startsAt)).toBe(3_600_000)
    const late = await recruiter.patch(`${INTERVIEWS}/${made.id}`, { place: 'Lost?' }, 1)
    expect([late.status, late.json<Problem>().current]).toMatchObject([412, { place: 'Room 2' }])
    const same = await recruiter.patch(`${INTERVIEWS}/${made.id}`, { place: 'Room 2', panel }, 2)
    expect(same.json<Interview>().revision).toBe(2)
  })

  test('the version changes only while nobody opened a scorecard', async () => {
    const other = (await templatesOf(recruiter).kit('kit.system-design')).id
    const made = await own.schedule(await own.applied())
    const changed = await recruiter.patch(`${INTERVIEWS}/${made.id}`, { templateId: other }, 1)
    expect(changed.json<Interview>().template.id).toBe(other)
    await own.opened(made)
    const refused = await recruiter.patch(`${INTERVIEWS}/${made.id}`, { templateId: own.templateId }, 2)
    expect([refused.status, refused.json<Problem>().code]).toEqual([409, 'step_refused'])
    expect((await recruiter.patch(`${INTERVIEWS}/${made.id}`, { place: 'Room 1' }, 2)).status).toBe(200)
  })

  test('who is left out owes nothing any more; who comes back owes again', async () => {
    const application = await own.applied()
    const made = await own.schedule(application)
    const manager = [{ userId: house.north.hiring_manager.id }]
    await recruiter.patch(`${INTERVIEWS}/${made.id}`, { panel: manager }, 1)
    expect((await interviewer.get(`${INTERVIEWS}/${made.id}`)).status).toBe(404)
    const back = await recruiter.patch(
      `${INTERVIEWS}/${made.id}`,
      { panel: [...manager, { userId: house.north.interviewer.id }] },
      2,
    )
    expect(back.json<Interview>().panel.every(({ owes }) => owes === true)).toBe(true)
  })

  test.each([
    ['cancel', 'cancelled'],
    ['did-not-happen', 'did_not_happen'],
  ])('after %s nobody owes, and nothing is changed any more', async (command, status) => {
    const made = await own.schedule(await own.applied())
    const ended = (
      await recruiter.post(`${INTERVIEWS}/${made.id}/${command}`, { because: 'Ill.' })
    ).json<Interview>()
    expect(ended).toMatchObject({ status, endedBecause: 'Ill.', panel: [{ owes: false }] })
    const again = await recruiter.post(`${INTERVIEWS}/${made.id}/${command}`, {})
    expect(again.json<Interview>().revision).toBe(ended.revision)
    expect((await recruiter.patch(`${INTERVIEWS}/${made.id}`, { place: 'x' }, ended.revision)).status).toBe(
      409,
    )
  })
})

describe('a stage that asks for scorecards', () => {
  test('holds back until those of its interviews are in; shadows do not count', async () => {
    const application = await own.applied()
    await own.command(application.id, 'move', { stageId: job.stages[1]!.id })
    const shadow = { userId: house.north.hiring_manager.id, shadow: true }
    const made = await own.schedule(application, { panel: [{ userId: house.north.interviewer.id }, shadow] })
    const refused = await recruiter.post(`${APPLICATIONS}/${application.id}/advance`, {})
    expect(refused.json<Problem>().detail).toContain('1 is missing')
    await own.submitted(made)
    expect((await own.command(application.id, 'advance')).done).toBe(1)
  })
})

test('a question tells in how many interviews it was held, and when last', async () => {
  const { questions } = await withPythonQuestion()
  const before = await questions()
  const held = await own.schedule(await own.applied(), { startsAt: inDays(-2), heldAlready: true })
  await own.schedule(await own.applied())
  const missed = await own.schedule(await own.applied(), { startsAt: inDays(-1), heldAlready: true })
  await recruiter.post(`${INTERVIEWS}/${missed.id}/did-not-happen`, {})
  const after = await questions()
  expect([after.asked - before.asked, after.lastAskedAt]).toEqual([1, held.startsAt])
})

describe('whether panels overlap', () => {
  test('is told with the coverage of the job, from the interviews as they are scheduled', async () => {
    const fresh = await own.made<Job>('jobs', { title: 'Overlap', department: 'Other', level: 'mid' })
    const overlap = async () =>
      (await recruiter.get(`/api/v1/jobs/${fresh.id}/coverage`)).json<JobCoverage>().overlap
    expect(await overlap()).toEqual({ candidates: 0, sets: [], because: null })
    const people = [house.north.interviewer, house.north.hiring_manager]
    const [ada, bea] = [await own.candidate('Ada Apart'), await own.candidate('Bea Apart')]
    const made = await own.schedule(await own.apply(ada, fresh), { panel: [{ userId: people[0]!.id }] })
    await own.schedule(await own.apply(bea, fresh), { panel: [{ userId: people[1]!.id }] })
    expect((await overlap()).sets).toEqual([
      { candidates: 1, names: ['Ada Apart'] },
      { candidates: 1, names: ['Bea Apart'] },
    ])
    const panel = people.map(({ id }) => ({ userId: id }))
    await recruiter.patch(`${INTERVIEWS}/${made.id}`, { panel }, 1)
    expect((await overlap()).sets).toEqual([{ candidates: 2, names: ['Ada Apart', 'Bea Apart'] }])
  })
})
