import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Application, Notice } from '@assay/contracts'
import { decisionsOf } from '../support/decisions.ts'
import { freeStages, hiringOf } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type Mailbox, startMailbox } from '../support/mailbox.ts'
import { inDays, type Panels, panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { panelOf, released } from '../support/scorecards.ts'

let mailbox: Mailbox
let house: RunningHouse
let recruiter: HttpClient
let interviewer: HttpClient
let manager: HttpClient
let admin: HttpClient
let own: Panels

beforeAll(async () => {
  mailbox = await startMailbox()
  house = await startHouse({ settings: { mail: { smtpUrl: mailbox.url, from: 'assay@north.example' } } })
  recruiter = await house.signedIn(house.north.recruiter)
  interviewer = await house.signedIn(house.north.interviewer)
  manager = await house.signedIn(house.north.hiring_manager)
  admin = await house.signedIn(house.north.admin)
  own = await panelsOf(house, recruiter)
})
afterAll(async () => {
  await house.stop()
  await mailbox.stop()
})

/** Unread ones about decisions, the newest first. */
const told = async (client: HttpClient, about: Application): Promise<string[]> => {
  const filter = encodeURIComponent(JSON.stringify({ unread: true }))
  const all = (await client.get(`/api/v1/notices?filter=${filter}`)).json<Notice[]>()
  return all.filter(({ applicationId }) => applicationId === about.id).map(({ kind }) => kind)
}
const kinds = async (client: HttpClient): Promise<string[]> =>
  (await client.get('/api/v1/notices')).json<Notice[]>().map(({ kind }) => kind)

let people = 0
const interviewed = async (): Promise<Application> => {
  const job = await hiringOf(recruiter).job({
    team: [{ userId: house.north.hiring_manager.id, role: 'hiring_manager' }],
    stages: freeStages('Final'),
    approvalGroups: [
      { needed: 1, userIds: [house.north.recruiter.id] },
      { needed: 1, userIds: [house.north.admin.id] },
    ],
  })
  const application = await own.apply(await own.candidate(`Noticed ${(people += 1)}`), job)
  await released(interviewer, await own.schedule(application))
  return application
}

test('each group hears when it is its turn, and whoever decided hears that it counts', async () => {
  const application = await interviewed()
  const made = await decisionsOf(manager).make(application)
  expect(await told(recruiter, application)).toEqual(['decision_waiting'])
  expect(await told(admin, application)).toEqual([])
  const mail = await mailbox.mailTo(house.north.recruiter.email)
  expect(mail.raw.replaceAll('=\r\n', '')).toContain(`/applications/${application.id}/decision`)
  expect(mail.raw).not.toContain('Runs what')
  await decisionsOf(recruiter).answer(made.id, 'approve')
  expect(await told(admin, application)).toEqual(['decision_waiting'])
  await decisionsOf(admin).answer(made.id, 'approve')
  expect(await told(manager, application)).toEqual(['decision_agreed'])
  // Nobody has to look at these any more.
  expect(await told(recruiter, application)).toEqual([])
  expect(await told(admin, application)).toEqual([])
})

test('whoever decided hears that it was refused', async () => {
  const application = await interviewed()
  const made = await decisionsOf(manager).make(application)
  await decisionsOf(recruiter).answer(made.id, 'refuse', { because: 'Too early.' })
  expect(await told(manager, application)).toEqual(['decision_refused'])
  expect(await told(recruiter, application)).toEqual([])
})

test('whoever owes is told nothing, and what they were told before neither says more nor goes', async () => {
  const application = await interviewed()
  const made = await decisionsOf(manager).make(application)
  expect(await told(recruiter, application)).toEqual(['decision_waiting'])
  await own.schedule(application, {
    ...panelOf(house.north.recruiter, house.north.admin),
    startsAt: inDays(60),
  })
  const before = await recruiter.get('/api/v1/notices')
  const already = await kinds(admin)
  await decisionsOf(manager).answer(made.id, 'refuse', { because: 'I looked again.' })
  await decisionsOf(manager).make(application)
  expect((await recruiter.get('/api/v1/notices')).text).toBe(before.text)
  expect(await kinds(admin)).toEqual(already)
  expect(await told(recruiter, application)).toEqual([])
})
