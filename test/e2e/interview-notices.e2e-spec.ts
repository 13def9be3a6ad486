import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Interview, Notice } from '@assay/contracts'
import type { HttpClient } from '../support/http-client.ts'
import { type Mailbox, type ReceivedMail, startMailbox } from '../support/mailbox.ts'
import { inDays, INTERVIEWS, type Panels, panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let mailbox: Mailbox
let house: RunningHouse
let recruiter: HttpClient
let interviewer: HttpClient
let own: Panels

beforeAll(async () => {
  mailbox = await startMailbox()
  house = await startHouse({ settings: { mail: { smtpUrl: mailbox.url, from: 'assay@north.example' } } })
  recruiter = await house.signedIn(house.north.recruiter)
  interviewer = await house.signedIn(house.north.interviewer)
  own = await panelsOf(house, recruiter)
})
afterAll(async () => {
  await house.stop()
  await mailbox.stop()
})

const noticesOf = async (client: HttpClient, filter: object = {}): Promise<Notice[]> =>
  (await client.get(`/api/v1/notices?filter=${encodeURIComponent(JSON.stringify(filter))}`)).json<Notice[]>()

/** The calendar entry of a mail, decoded and unfolded. */
const entryOf = ({ raw }: ReceivedMail): string[] => {
  const part = raw.split(/\r\n--/).find((one) => /content-type: text\/calendar/i.test(one))
  if (!part) throw new Error('this mail has no calendar entry')
  const [head = '', ...body] = part.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  const plain = /base64/i.test(head)
    ? Buffer.from(text, 'base64').toString()
    : text.replaceAll('=\r\n', '').replaceAll('=3D', '=')
  return plain.replaceAll(/\r?\n /g, '').split(/\r?\n/)
}

test('a panel hears of its interview, of each change that matters, and of its end', async () => {
  const application = await own.applied()
  const made = await own.schedule(application, { place: 'Room 4' })
  const { email } = house.north.interviewer
  const first = entryOf(await mailbox.mailTo(email))
  expect(first).toEqual(expect.arrayContaining(['METHOD:REQUEST', `UID:${made.id}@assay`, 'SEQUENCE:0']))
  expect((await noticesOf(interviewer))[0]).toMatchObject({
    kind: 'scheduled',
    interviewId: made.id,
    about: { candidate: application.candidate.name, template: 'Python fundamentals' },
    readAt: null,
  })

  const startsAt = inDays(40)
  await recruiter.patch(`${INTERVIEWS}/${made.id}`, { startsAt }, 1)
  const moved = entryOf(await mailbox.mailTo(email))
  expect(moved).toEqual(expect.arrayContaining(['METHOD:REQUEST', `UID:${made.id}@assay`, 'SEQUENCE:1']))
  expect((await noticesOf(interviewer))[0]).toMatchObject({ kind: 'moved', startsAt })

  await recruiter.post(`${INTERVIEWS}/${made.id}/cancel`, { because: 'The others thought little of it.' })
  const mail = await mailbox.mailTo(email)
  expect(entryOf(mail)).toEqual(
    expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', `UID:${made.id}@assay`, 'SEQUENCE:2']),
  )
  expect(mail.raw).not.toContain('little of it')
  expect((await noticesOf(interviewer))[0]).toMatchObject({ kind: 'cancelled' })
  expect(JSON.stringify(await noticesOf(interviewer))).not.toContain('little of it')
})

test('whoever leaves a panel is told so, without the person; whoever stays is left in peace', async () => {
  const made = await own.schedule(await own.applied(), {
    panel: [{ userId: house.north.interviewer.id }, { userId: house.north.hiring_manager.id }],
  })
  await mailbox.mailTo(house.north.interviewer.email)
  await mailbox.mailTo(house.north.hiring_manager.email)
  const panel = [{ userId: house.north.hiring_manager.id }]
  await recruiter.patch(`${INTERVIEWS}/${made.id}`, { panel }, 1)
  const mail = await mailbox.mailTo(house.north.interviewer.email)
  expect(entryOf(mail)).toEqual(expect.arrayContaining(['METHOD:CANCEL', `UID:${made.id}@assay`]))
  const text = mail.raw.slice(0, mail.raw.search(/text\/calendar/i))
  expect(text).not.toContain(made.candidate.name)
  expect((await noticesOf(interviewer))[0]).toMatchObject({ kind: 'left', about: null })
  expect(mailbox.mails).toEqual([])
})

test('nobody is told what they did themselves, and nobody reads what others are told', async () => {
  await own.schedule(await own.applied(), { panel: [{ userId: house.north.recruiter.id }] })
  expect(await noticesOf(recruiter)).toEqual([])
  expect(mailbox.mails).toEqual([])
  const [mine] = await noticesOf(interviewer, { unread: true })
  const manager = await house.signedIn(house.north.hiring_manager)
  expect((await manager.post('/api/v1/notices/read', { ids: [mine!.id] })).status).toBe(204)
  expect((await noticesOf(interviewer, { unread: true })).map(({ id }) => id)).toContain(mine!.id)
  await interviewer.post('/api/v1/notices/read', {})
  expect(await noticesOf(interviewer, { unread: true })).toEqual([])
})

test('the calendar file is for whoever sees the interview', async () => {
  const made: Interview = await own.schedule(await own.applied(), {
    panel: [{ userId: house.north.hiring_manager.id }],
  })
  const answer = await recruiter.get(`${INTERVIEWS}/${made.id}/calendar`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(answer.headers.get('content-disposition')).toContain('.ics')
  expect(answer.text).toContain('METHOD:PUBLISH')
  expect(answer.text.replaceAll('\r\n ', '')).toContain(`/interviews/${made.id}`)
  expect((await interviewer.get(`${INTERVIEWS}/${made.id}/calendar`)).status).toBe(404)
  await mailbox.mailTo(house.north.hiring_manager.email)
})
