import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { InterviewRoom, Problem, SavedScorecard, ScorecardDraft } from '@assay/contracts'
import { withClient } from '../support/database.ts'
import type { Answer, HttpClient } from '../support/http-client.ts'
import { SCORECARDS } from '../support/scorecards.ts'
import {
  type AssayProcess,
  endEverything,
  isLong,
  readyAgain,
  setUp,
  startAssay,
  surprisesIn,
  temporaryDirectory,
} from './assay-process.ts'
import { canMount, mountedDisk } from './mounted-disk.ts'
import { scheduling } from './scorecard-house.ts'

const SLOW = 120_000
const TURNS = isLong ? 100 : 6
/** Characters of each note: the draft then needs room that the database does not have any more. */
const LARGE = 18_000

let data: string
let disk: ReturnType<typeof mountedDisk>
let assay: AssayProcess
let admin: HttpClient
let room: InterviewRoom
/** The last draft that was acknowledged. */
let kept: { revision: number; summary: string }

const fillDisk = async (): Promise<void> => {
  const file = await open(join(data, 'filler'), 'w')
  try {
    for (const size of [1_048_576, 65_536, 4_096]) {
      for (let written = size; written === size;) {
        const done = await file.write(Buffer.alloc(size)).catch(() => null)
        written = done?.bytesWritten ?? 0
      }
    }
  } finally {
    await file.close()
  }
}

const save = async (draft: ScorecardDraft): Promise<Answer> => {
  const answer = await admin.patch(`${SCORECARDS}/${room.scorecard.id}`, { draft }, kept.revision)
  if (answer.status === 200) {
    kept = { revision: answer.json<SavedScorecard>().revision, summary: draft.summary }
  }
  return answer
}

const small = (summary: string): ScorecardDraft => ({ ...room.scorecard.draft, summary })
const large = (summary: string): ScorecardDraft => ({
  ...small(summary),
  questions: Object.fromEntries(
    room.kit.sections
      .flatMap(({ questions }) => questions)
      .slice(0, 15)
      .map(({ id }) => [
        id,
        { notes: 'x'.repeat(LARGE), expectedPoints: {}, seniorExtras: {}, redFlags: {} },
      ]),
  ),
})

const expectKept = async (): Promise<void> => {
  const answer = await admin.get(`${SCORECARDS}/${room.scorecard.id}/room`)
  expect(answer.status).toBe(200)
  expect(answer.json<InterviewRoom>().scorecard).toMatchObject({
    revision: kept.revision,
    draft: { summary: kept.summary },
  })
}

/** Until it has to go on in a new file of its log, for which there is no room: PostgreSQL ends itself then. */
const exhaustLog = async (): Promise<void> => {
  const cluster = join(data, 'postgres/cluster')
  const [, , , port] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  const password = readFileSync(join(data, 'postgres/superuser-password'), 'utf8').trim()
  const writing = withClient(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`, async (client) => {
    client.on('error', () => undefined)
    for (let megabyte = 0; megabyte < 200; megabyte += 1) {
      await client.query(`SELECT pg_logical_emit_message(true, 'filler', repeat('x', 1000000))`)
    }
  })
  await expect(writing).rejects.toThrow()
}

const whereMountable = canMount ? describe : describe.skip

whereMountable('F-06: the disk of the database is full', () => {
  beforeAll(async () => {
    data = join(temporaryDirectory(), 'data')
    mkdirSync(data)
    disk = mountedDisk(data)
    disk.mount('size=260m', 'mode=0711')
    assay = await startAssay({ environment: { ASSAY_DATA_DIRECTORY: data } })
    ;({ admin } = await setUp(assay, 0))
    room = await (await scheduling(admin))()
    const { revision, draft } = room.scorecard
    kept = { revision, summary: draft.summary }
  }, SLOW)
  afterAll(async () => {
    await assay.stop()
    disk.unmount()
    await endEverything()
  }, SLOW)

  test(
    'what needs room is refused with 507 in plain words, and nothing of it stays; reading goes on',
    async () => {
      await fillDisk()
      for (let turn = 0; turn < TURNS; turn += 1) {
        const refused = await save(large(`Too large at turn ${turn}`))
        expect([refused.status, refused.json<Problem>().code]).toEqual([507, 'unavailable'])
        expect(refused.json<Problem>().detail).toMatch(/disk of the server is full: reading works/)
        await expectKept()
        // Whether there is room for a little is the database's to say.
        expect([200, 507]).toContain((await save(small(`Small at turn ${turn}`))).status)
        await expectKept()
      }
      expect((await fetch(`${assay.url}/healthz`)).status).toBe(200)
    },
    SLOW,
  )

  test(
    'when PostgreSQL cannot even write its log, the server stays up and says so, and is ready by itself once there is room',
    async () => {
      await exhaustLog()
      const answers: Answer[] = []
      for (let turn = 0; turn < 5; turn += 1) {
        answers.push(await save(small(`While the log is full, ${turn}`)))
        await delay(200)
      }
      console.log(`F-06: ${answers.map(({ status }) => status).join(', ')} while the log is full`)
      for (const { status } of answers) expect([200, 503, 507]).toContain(status)
      expect(assay.hasEnded()).toBe(false)
      rmSync(join(data, 'filler'))
      console.log(`F-06: ready ${Math.round(await readyAgain(assay.url, 30_000))} ms after there was room`)
      await expectKept()
      expect((await save(large('There is room again'))).status).toBe(200)
      await expectKept()
      expect(surprisesIn(assay)).toEqual([])
    },
    SLOW,
  )
})
