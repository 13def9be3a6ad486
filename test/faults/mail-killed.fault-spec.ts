import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, expect, test } from '@jest/globals'
import type { Interview } from '@assay/contracts'
import { HttpClient } from '../support/http-client.ts'
import { hiringOf } from '../support/hiring.ts'
import { templatesOf } from '../support/interview-templates.ts'
import { startMailbox } from '../support/mailbox.ts'
import { inDays } from '../support/panels.ts'
import { endEverything, isLong, setUp, startAssay, surprisesIn, temporaryDirectory } from './assay-process.ts'

afterAll(() => endEverything())

const KILLS = isLong ? 10 : 2
const MAILS_OF_A_ROUND = 6

test(`F-17 killed ${KILLS} times while mail is sent: none is lost, and at most one comes twice for each kill`, async () => {
  const mailbox = await startMailbox()
  const environment = {
    ASSAY_DATA_DIRECTORY: temporaryDirectory(),
    ASSAY_SMTP_URL: mailbox.url,
    ASSAY_MAIL_FROM: 'assay@north.example',
  }
  let assay = await startAssay({ environment })
  const { admin, people } = await setUp(assay, 1)
  const cookies = [...admin.cookies]
  const again = (): HttpClient => {
    const client = new HttpClient(assay.url)
    const { port } = new URL(assay.url)
    for (const [name, value] of cookies) client.cookies.set(name.replace(/\d+$/, port), value)
    return client
  }
  const own = hiringOf(admin)
  const job = await own.job()
  const application = await own.apply(await own.candidate('Kim Candidate'), job)
  const { id: templateId } = await templatesOf(admin).kit('kit.python-fundamentals')
  const facts = (day: number) => ({
    applicationId: application.id,
    templateId,
    startsAt: inDays(day),
    minutes: 60,
    timeZone: 'Europe/Berlin',
    panel: [{ userId: people[0] }],
  })
  const made: string[] = []
  for (let kill = 0; kill < KILLS; kill += 1) {
    const client = hiringOf(again())
    for (let count = 0; count < MAILS_OF_A_ROUND; count += 1) {
      made.push((await client.made<Interview>('interviews', facts(made.length + 1))).id)
    }
    await assay.kill()
    assay = await startAssay({ environment })
  }
  const sent = (): string[] =>
    mailbox.mails.flatMap(({ raw }) => {
      const plain = raw.replaceAll('=\r\n', '')
      return made.filter((id) => plain.includes(`/interviews/${id}`)).map((id) => `${id} ${messageId(raw)}`)
    })
  const interviewsOf = (lines: readonly string[]) => new Set(lines.map((line) => line.split(' ')[0]))
  // The one in hand at a kill is free again after half a minute.
  for (let waited = 0; waited < 75 && interviewsOf(sent()).size < made.length; waited += 1) await delay(1_000)
  expect([...interviewsOf(sent())].toSorted()).toEqual(made.toSorted())
  expect(sent().length - made.length).toBeLessThanOrEqual(KILLS)
  expect(new Set(sent()).size).toBe(made.length)
  expect(surprisesIn(assay)).toEqual([])
  await assay.stop()
  await mailbox.stop()
}, 240_000)

const messageId = (raw: string): string | undefined => /^Message-ID: (\S+)/im.exec(raw)?.[1]
