import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Interview, type MyInterviews, type Notice, snoozeDays } from '@assay/contracts'
import { ChasingService } from '../../apps/api/src/chasing/chasing.service.ts'
import { withClient } from '../support/database.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type Mailbox, type ReceivedMail, startMailbox } from '../support/mailbox.ts'
import { INTERVIEWS, type Panels, panelsOf } from '../support/panels.ts'
import { type Person, type RunningHouse, startHouse } from '../support/running-house.ts'
import { scorecardsOf } from '../support/scorecards.ts'

let mailbox: Mailbox
let house: RunningHouse
let recruiter: HttpClient
let interviewer: HttpClient
let manager: HttpClient
let own: Panels

beforeAll(async () => {
  mailbox = await startMailbox()
  house = await startHouse({ settings: { mail: { smtpUrl: mailbox.url, from: 'assay@north.example' } } })
  recruiter = await house.signedIn(house.north.recruiter)
  interviewer = await house.signedIn(house.north.interviewer)
  manager = await house.signedIn(house.north.hiring_manager)
  own = await panelsOf(house, recruiter)
})
afterAll(async () => {
  await house.stop()
  await mailbox.stop()
})

const asOwner = async <Row>(statement: string, values: unknown[] = []): Promise<Row[]> =>
  (await withClient(house.database.ownerUrl, (client) => client.query(statement, values))).rows as Row[]

const reminders = async ({ id }: Interview): Promise<number> =>
  (await asOwner('SELECT FROM reminders WHERE interview_id = $1', [id])).length

/** As if it had ended so many hours ago, and had been planned long before. */
const ended = async ({ id }: Interview, hours: number): Promise<void> => {
  await asOwner(
    `UPDATE interviews SET starts_at = now() - make_interval(hours => $2) - interval '45 minutes',
            ends_at = now() - make_interval(hours => $2) WHERE id = $1`,
    [id, hours],
  )
  await asOwner(`UPDATE panelists SET owes_since = now() - interval '60 days' WHERE interview_id = $1`, [id])
}

/** Looks through the organization twice, and waits until everything that comes of it has come. */
const chase = async (of: RunningHouse = house): Promise<void> => {
  const chasing = of.server.app.get(ChasingService, { strict: false })
  for (let round = 0; round < 2; round += 1) {
    chasing.wake(house.north.id)
    await new Promise((resolve) => setTimeout(resolve, 400))
  }
}

/** An interview with the interviewer that was over so many hours ago. */
const owed = async (hours: number, panel: Person[] = [house.north.interviewer]): Promise<Interview> => {
  const made = await own.schedule(await own.applied(), { panel: panel.map(({ id }) => ({ userId: id })) })
  const told = panel.filter(({ id }) => id !== house.north.recruiter.id)
  for (const { email } of told) await mailbox.mailTo(email)
  // Whoever owes sees the application as it was when they began to.
  await asOwner(
    `UPDATE application_changes SET made_at = made_at - interval '61 days' WHERE application_id = $1`,
    [made.applicationId],
  )
  await ended(made, hours)
  return made
}

const noticesOf = async (client: HttpClient, { id }: Interview): Promise<Notice[]> =>
  (await client.get('/api/v1/notices?range=[0,99]'))
    .json<Notice[]>()
    .filter(({ interviewId, kind }) => interviewId === id && kind.startsWith('scorecard_'))

const textOf = ({ raw }: ReceivedMail): string => raw.replaceAll('=\r\n', '')

test('an hour after the end whoever owes is told, once, in the product and by mail', async () => {
  const made = await owed(0)
  await chase()
  expect(await reminders(made)).toBe(0)
  await ended(made, 2)
  await chase()
  await chase()
  expect(await reminders(made)).toBe(1)
  expect(await noticesOf(interviewer, made)).toMatchObject([
    { kind: 'scorecard_due', about: { candidate: made.candidate.name }, person: null, snooze: null },
  ])
  const mail = textOf(await mailbox.mailTo(house.north.interviewer.email))
  const { owed: mine } = (await interviewer.get('/api/v1/my-interviews')).json<MyInterviews>()
  const scorecard = mine.find(({ id }) => id === made.id)!.ownScorecard!
  expect(mail).toMatch(/^Subject: Your scorecard is missing/m)
  expect(mail).toContain(`/scorecards/${scorecard.id}/room`)
  expect(mailbox.mails).toEqual([])
  expect(await noticesOf(recruiter, made)).toEqual([])
})

test('the next morning replaces the reminder that nobody read', async () => {
  const made = await owed(2)
  await chase()
  await ended(made, 24 * 9)
  await asOwner(`UPDATE reminders SET slot = slot - interval '8 days' WHERE interview_id = $1`, [made.id])
  await chase()
  expect(await reminders(made)).toBe(2)
  expect(await noticesOf(interviewer, made)).toHaveLength(1)
  mailbox.mails.length = 0
})

test('what can still be taken back is not asked for; taken back, it is', async () => {
  const made = await owed(0)
  const cards = scorecardsOf(interviewer)
  const { scorecard } = await cards.submit(made)
  await ended(made, 3)
  await chase()
  expect(await reminders(made)).toBe(0)
  await cards.step(scorecard.id, 'recall')
  await chase()
  expect(await reminders(made)).toBe(1)
  mailbox.mails.length = 0
})

test('an interview that did not happen, and a scorecard that is in, are let be', async () => {
  const [missed, done] = [await owed(5), await owed(5)]
  await recruiter.post(`${INTERVIEWS}/${missed.id}/did-not-happen`, { because: null })
  await own.submitted(done)
  await chase()
  expect([await reminders(missed), await reminders(done)]).toEqual([0, 0])
})

/** As if three reminders had been in vain. */
const remindedThrice = async (made: Interview, person: Person): Promise<void> => {
  await ended(made, 24 * 20)
  await asOwner(
    `INSERT INTO reminders (organization_id, interview_id, user_id, slot)
     SELECT $1, $2, $3, now() - make_interval(days => d) FROM generate_series(17, 19) AS d`,
    [house.north.id, made.id, person.id],
  )
}

test('after three reminders the hiring managers hear who owes, once, and nothing else', async () => {
  const made = await owed(5, [house.north.interviewer, house.north.recruiter])
  await own.submitted(made, house.north.recruiter)
  await remindedThrice(made, house.north.interviewer)
  await chase()
  await asOwner(
    `UPDATE reminders SET slot = slot - interval '5 days'
      WHERE interview_id = $1 AND slot > now() - interval '5 days'`,
    [made.id],
  )
  await chase()
  expect(await reminders(made)).toBe(5)
  expect(await noticesOf(manager, made)).toMatchObject([
    {
      kind: 'scorecard_late',
      person: house.north.interviewer.name,
      about: { candidate: made.candidate.name, template: 'Python fundamentals' },
    },
  ])
  const mail = textOf(await mailbox.mailTo(house.north.hiring_manager.email))
  expect(mail).toContain(`${house.north.interviewer.name} owes a scorecard`)
  expect(mail).not.toContain(house.north.recruiter.name)
  expect(mail).not.toContain('/scorecards/')
  expect(mailbox.mails.filter(({ to }) => to.includes(house.north.hiring_manager.email))).toEqual([])
  mailbox.mails.length = 0
})

test('a hiring manager who owes a scorecard is not told how far the others are', async () => {
  const made = await owed(5, [house.north.interviewer, house.north.hiring_manager])
  await own.submitted(made, house.north.hiring_manager)
  await remindedThrice(made, house.north.interviewer)
  await chase()
  expect(await noticesOf(manager, made)).toMatchObject([{ kind: 'scorecard_late' }])
  await asOwner(
    'UPDATE panelists SET owes = true, released_at = NULL WHERE interview_id = $1 AND user_id = $2',
    [made.id, house.north.hiring_manager.id],
  )
  const [blind] = await noticesOf(manager, made)
  expect([blind?.person, blind?.snooze]).toEqual([null, null])

  const other = await owed(5, [house.north.interviewer, house.north.hiring_manager])
  await remindedThrice(other, house.north.interviewer)
  await chase()
  expect((await noticesOf(manager, other)).map(({ kind }) => kind)).toEqual(['scorecard_due'])
  mailbox.mails.length = 0
})

test('reminders are put off until a working day, for a reason that the recruiter reads', async () => {
  const made = await owed(5)
  const [first, last] = [snoozeDays(new Date(), made.timeZone)[0]!, snoozeDays(new Date(), made.timeZone)[4]!]
  const snooze = (body: object, client = interviewer) => client.post(`${INTERVIEWS}/${made.id}/snooze`, body)
  const because = 'Ill until then.'
  expect((await snooze({ until: '2020-01-01', because })).status).toBe(400)
  expect((await snooze({ until: first, because: ' ' })).status).toBe(400)
  expect((await snooze({ until: first, because }, manager)).status).toBe(404)
  expect((await snooze({ until: last, because })).status).toBe(204)
  expect((await snooze({ until: first, because })).status).toBe(204)
  await chase()
  expect(await reminders(made)).toBe(0)
  const { owed: mine } = (await interviewer.get('/api/v1/my-interviews')).json<MyInterviews>()
  const { snoozedUntil } = mine.find(({ id }) => id === made.id)!
  expect(Date.parse(snoozedUntil!)).toBeGreaterThan(Date.now())
  expect((await noticesOf(recruiter, made))[0]).toMatchObject({
    kind: 'scorecard_snoozed',
    person: house.north.interviewer.name,
    snooze: { until: expect.stringContaining(first), because },
  })
  const mail = textOf(await mailbox.mailTo(house.north.recruiter.email))
  expect(mail).toContain('asked for time')
  expect(mail).not.toContain(because)
  await asOwner(`UPDATE snoozes SET until = now() - interval '2 months' WHERE interview_id = $1`, [made.id])
  await chase()
  expect(await reminders(made)).toBe(1)
  await own.submitted(made)
  expect((await snooze({ until: first, because })).status).toBe(409)
  mailbox.mails.length = 0
})

test('several processes, and one that was started again, remind once', async () => {
  const made = [await owed(4), await owed(4), await owed(4)]
  const other = await startHouse({ database: house.database, empty: true })
  try {
    await Promise.all([chase(), chase(other)])
  } finally {
    await other.stop()
  }
  for (const one of made) {
    expect(await reminders(one)).toBe(1)
    expect(await noticesOf(interviewer, one)).toHaveLength(1)
  }
})
