import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Interview } from '@assay/contracts'
import { hiringOf } from '../support/hiring.ts'
import { templatesOf } from '../support/interview-templates.ts'
import { type Mailbox, startMailbox } from '../support/mailbox.ts'
import { inDays } from '../support/panels.ts'
import { endEverything, isLong, surprisesIn } from './assay-process.ts'
import { openScorecardHouse, type ScorecardHouse } from './scorecard-house.ts'

const KILLS = isLong ? 10 : 2
const INVITATIONS_OF_A_ROUND = 6
const DEBTS_OF_A_ROUND = 6
const SLOW = 300_000
/** Nine o'clock, when people are reminded once more, must not come while this runs. */
const TIME_ZONE = [8, 9].includes(new Date().getUTCHours()) ? 'Asia/Tokyo' : 'UTC'

let mailbox: Mailbox
let house: ScorecardHouse

beforeAll(async () => {
  // Slow enough that a kill always comes upon a mail that is on its way.
  mailbox = await startMailbox(0, 15)
  const environment = { ASSAY_SMTP_URL: mailbox.url, ASSAY_MAIL_FROM: 'assay@north.example' }
  house = await openScorecardHouse({ scorecards: 0, invited: 1, environment })
}, SLOW)
afterAll(async () => {
  await endEverything()
  await mailbox.stop()
  await house.database.drop()
})

/** Interviews to come, whose panel is written to at once, and scorecards that have been owed for hours. */
const planner = async () => {
  const own = hiringOf(house.admin)
  const job = await own.job()
  const { id: templateId } = await templatesOf(house.admin).kit('kit.python-fundamentals')
  let count = 0
  const schedule = async (userId: string, more: object): Promise<Interview> => {
    const { id: applicationId } = await own.apply(await own.candidate(`Candidate ${(count += 1)}`), job)
    const panel = [{ userId }]
    const facts = { applicationId, templateId, minutes: 60, timeZone: TIME_ZONE, panel, ...more }
    return own.made<Interview>('interviews', facts)
  }
  const me = (await house.admin.get('/api/v1/sessions/current')).json<{ user: { id: string } }>().user.id
  return {
    invite: async (): Promise<string> =>
      (await schedule(house.people[0] ?? '', { startsAt: inDays(count + 1) })).id,
    /** @returns the id of the scorecard */
    owe: async (): Promise<string> => {
      const { id, applicationId } = await schedule(me, { startsAt: inDays(-0.25), heldAlready: true })
      // Whoever owes sees the application as it was when they began to.
      await house.rows(
        `UPDATE application_changes SET made_at = made_at - interval '1 day' WHERE application_id = $1`,
        [applicationId],
      )
      await house.rows(
        `UPDATE panelists SET owes_since = now() - interval '5 hours' WHERE interview_id = $1`,
        [id],
      )
      const [scorecard] = await house.rows<{ id: string }>(
        'SELECT id FROM scorecards WHERE interview_id = $1',
        [id],
      )
      return scorecard?.id ?? ''
    },
  }
}

/** Which of these each mail tells of, with its Message-ID: one line for each mail. */
const mailsAbout = (addresses: readonly string[]): string[] =>
  mailbox.mails.flatMap(({ raw }) => {
    const plain = raw.replaceAll('=\r\n', '')
    return addresses
      .filter((address) => plain.includes(address))
      .map((address) => `${address} ${/^Message-ID: (\S+)/im.exec(raw)?.[1]}`)
  })

const told = (addresses: readonly string[]): number =>
  new Set(mailsAbout(addresses).map((line) => line.split(' ')[0])).size

const waitUntil = async (isSo: () => boolean, seconds: number): Promise<void> => {
  for (let waited = 0; waited < seconds * 100 && !isSo(); waited += 1) await delay(10)
}

/** What was in hand at a kill is free again after half a minute: the long run waits for it, in the short one it is over. */
const halfAMinuteLater = async (): Promise<void> => {
  if (!isLong) await house.rows('UPDATE outgoing_mails SET next_attempt_at = now()')
}

test(
  `F-17 killed ${KILLS} times while mail is sent and people are reminded: nothing is lost, at most one mail comes twice for each kill`,
  async () => {
    const { invite, owe } = await planner()
    const invitations: string[] = []
    const reminders: string[] = []
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = told(reminders)
      for (let count = 0; count < DEBTS_OF_A_ROUND; count += 1) {
        reminders.push(`/scorecards/${await owe()}/room`)
      }
      for (let count = 0; count < INVITATIONS_OF_A_ROUND; count += 1) {
        invitations.push(`/interviews/${await invite()}`)
      }
      // The first kill comes upon invitations. The others wait for reminders, which begin a few seconds after the start.
      if (kill > 0) {
        await waitUntil(() => told(reminders) > before, 20)
        expect(told(reminders)).toBeGreaterThan(before)
      }
      await house.killAndStart(halfAMinuteLater)
    }
    const expected = invitations.length + reminders.length
    await waitUntil(() => told(invitations) + told(reminders) === expected, 75)
    expect([told(invitations), told(reminders)]).toEqual([invitations.length, reminders.length])
    const sent = mailsAbout([...invitations, ...reminders])
    expect(sent.length - expected).toBeLessThanOrEqual(KILLS)
    // What came twice is the same mail.
    expect(new Set(sent).size).toBe(expected)
    const made = await house.rows<{ reminders: number; notices: number }>(
      `SELECT (SELECT count(*)::int FROM reminders) AS reminders,
              (SELECT count(*)::int FROM notices WHERE kind = 'scorecard_due') AS notices`,
    )
    expect(made).toEqual([{ reminders: reminders.length, notices: reminders.length }])
    console.log(`F-17: ${sent.length} mails, ${sent.length - expected} of them twice, ${KILLS} kills, 0 lost`)
    expect(surprisesIn(house.running())).toEqual([])
  },
  SLOW,
)
