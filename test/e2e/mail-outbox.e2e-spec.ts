import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Interview } from '@assay/contracts'
import { OutboxService, PAUSES } from '../../apps/api/src/mail/outbox.service.ts'
import { freePort } from '../faults/assay-process.ts'
import { withClient } from '../support/database.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type Mailbox, type ReceivedMail, startMailbox } from '../support/mailbox.ts'
import { INTERVIEWS, type Panels, panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

interface Waiting {
  notice_id: string
  attempts: number
  pause: number
}

let port: number
let house: RunningHouse
let recruiter: HttpClient
let own: Panels

const settings = () => ({ mail: { smtpUrl: `smtp://127.0.0.1:${port}`, from: 'assay@north.example' } })
const address = () => house.north.interviewer.email

beforeAll(async () => {
  port = await freePort()
  house = await startHouse({ settings: settings() })
  recruiter = await house.signedIn(house.north.recruiter)
  own = await panelsOf(house, recruiter)
})
afterAll(() => house.stop())

const asOwner = async <Row>(statement: string, values: unknown[] = []): Promise<Row[]> =>
  (await withClient(house.database.ownerUrl, (client) => client.query(statement, values))).rows as Row[]

const waiting = () =>
  asOwner<Waiting>(
    `SELECT notice_id, attempts, round(extract(epoch FROM next_attempt_at - now()))::int AS pause
       FROM outgoing_mails ORDER BY notice_id`,
  )

/** Waits for what must become true within five seconds. */
const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let waited = 0; waited < 100; waited += 1) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it did not come about within five seconds')
}

/** As if the pause were over. */
const again = async (): Promise<void> => {
  await asOwner('UPDATE outgoing_mails SET next_attempt_at = now()')
  house.server.app.get(OutboxService, { strict: false }).wake(house.north.id)
}

const idOf = ({ raw }: ReceivedMail): string | undefined => /^Message-ID: <(.+)@/im.exec(raw)?.[1]

const withMailbox = async (work: (mailbox: Mailbox) => Promise<void>): Promise<void> => {
  const mailbox = await startMailbox(port)
  try {
    await work(mailbox)
  } finally {
    await mailbox.stop()
  }
}

test('F-19 a mail server that is down holds nobody up, and gets the mail when it is back', async () => {
  const begun = performance.now()
  const made = await own.schedule(await own.applied())
  expect(performance.now() - begun).toBeLessThan(2_000)
  await until(async () => (await waiting())[0]?.attempts === 1)
  const [mail] = await waiting()
  expect(mail!.pause).toBeGreaterThan(PAUSES[0]! - 5)
  await again()
  await until(async () => (await waiting())[0]?.attempts === 2)
  expect((await waiting())[0]!.pause).toBeGreaterThan(PAUSES[1]! - 5)
  await withMailbox(async (mailbox) => {
    await again()
    const received = await mailbox.mailTo(address())
    expect(idOf(received)).toBe(mail!.notice_id)
    expect(received.raw.replaceAll('=\r\n', '')).toContain(`/interviews/${made.id}`)
    await until(async () => (await waiting()).length === 0)
    expect(mailbox.mails).toEqual([])
  })
})

test('what was overtaken meanwhile is not sent: whoever was never invited hears of the end only', async () => {
  const made = await own.schedule(await own.applied())
  await recruiter.post(`${INTERVIEWS}/${made.id}/cancel`, { because: null })
  await until(async () => (await waiting()).every(({ attempts }) => attempts > 0))
  await withMailbox(async (mailbox) => {
    await again()
    expect((await mailbox.mailTo(address())).raw).toMatch(/^Subject: Cancelled/m)
    await until(async () => (await waiting()).length === 0)
    expect(mailbox.mails).toEqual([])
  })
})

test('after the last attempt the notice in the product stays', async () => {
  const made = await own.schedule(await own.applied())
  await until(async () => (await waiting())[0]?.attempts === 1)
  await asOwner('UPDATE outgoing_mails SET attempts = $1', [PAUSES.length - 1])
  await again()
  await until(async () => (await waiting()).length === 0)
  const interviewer = await house.signedIn(house.north.interviewer)
  const notices = (await interviewer.get('/api/v1/notices')).json<{ interviewId: string }[]>()
  expect(notices.map(({ interviewId }) => interviewId)).toContain(made.id)
})

test('several processes send each mail once', async () => {
  const made: Interview[] = []
  for (let count = 0; count < 12; count += 1) made.push(await own.schedule(await own.applied()))
  await until(async () => (await waiting()).every(({ attempts }) => attempts > 0))
  const other = await startHouse({ settings: settings(), database: house.database, empty: true })
  try {
    await withMailbox(async (mailbox) => {
      other.server.app.get(OutboxService, { strict: false }).wake(house.north.id)
      await again()
      await until(async () => (await waiting()).length === 0)
      expect(mailbox.mails).toHaveLength(made.length)
      expect(new Set(mailbox.mails.map(idOf)).size).toBe(made.length)
    })
  } finally {
    await other.stop()
  }
})
