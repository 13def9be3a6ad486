import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { User } from '@assay/contracts'
import type { Answer, HttpClient } from '../support/http-client.ts'
import {
  type AssayProcess,
  descendantsOf,
  endEverything,
  isLong,
  setUp,
  signal,
  startAssay,
  surprisesIn,
  temporaryDirectory,
} from './assay-process.ts'

const ROUNDS = isLong ? 12 : 4
const READERS = 4
const COMMANDERS = 4
const SLOW = isLong ? 180_000 : 60_000
const TRIES_AFTER_THE_FIRST = 3
const GIVE_UP_MS = 10_000

let assay: AssayProcess
let admin: HttpClient
let people: string[] = []

beforeAll(async () => {
  assay = await startAssay({ environment: { ASSAY_DATA_DIRECTORY: join(temporaryDirectory(), 'data') } })
  ;({ admin, people } = await setUp(assay, COMMANDERS))
}, SLOW)
afterAll(endEverything)

/** What `pg_terminate_backend` does to every connection of the application at once. */
const endAllConnections = (): void => {
  const backends = descendantsOf(assay.processId).filter((processId) =>
    commandLineOf(processId).startsWith('postgres: assay: assay_application'),
  )
  expect(backends.length).toBeGreaterThan(1)
  for (const processId of backends) signal(processId, 'SIGTERM')
}

const commandLineOf = (processId: number): string => {
  try {
    return readFileSync(`/proc/${processId}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

const reads = { done: 0, failed: 0 }

const read = async (goOn: () => boolean): Promise<void> => {
  const paths = ['/api/v1/organization', '/api/v1/users', '/api/v1/sessions/current', '/api/v1/audit-events']
  for (let turn = 0; goOn(); turn += 1) {
    const answer = await admin.get(paths[turn % paths.length] ?? '')
    reads.done += 1
    if (answer.status >= 500) reads.failed += 1
    else expect(answer.status).toBe(200)
  }
}

/** As the dashboard does: the same key again, at most three times within ten seconds. */
const command = async (path: string, body: unknown): Promise<Answer> => {
  const key = randomUUID()
  const begun = performance.now()
  for (let attempt = 0; ; attempt += 1) {
    const answer = await admin.post(path, body, { 'idempotency-key': key })
    const isPassing = answer.status === 503 || answer.status === 409
    if (!isPassing) return answer
    if (attempt === TRIES_AFTER_THE_FIRST || performance.now() - begun > GIVE_UP_MS) return answer
    await delay(Math.min(2_000, 200 * 2 ** attempt))
  }
}

const commands = new Map<string, number>()

/** Changes one person's role to and fro: each change is one revision and one line in the record. */
const commandInTurn = async (userId: string, goOn: () => boolean): Promise<void> => {
  for (let turn = 0; goOn(); turn += 1) {
    const role = turn % 2 === 0 ? 'recruiter' : 'interviewer'
    const answer = await command(`/api/v1/users/${userId}/role`, { role })
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)])
    commands.set(userId, turn + 1)
    expect(answer.json<User>()).toMatchObject({ role, revision: turn + 2 })
  }
}

describe('F-03: every connection to the database is ended under load', () => {
  test(
    'reads go on (at most 1 % fail), and every command succeeds with at most three retries',
    async () => {
      let working = true
      const goOn = () => working
      const work = [
        ...Array.from({ length: READERS }, () => read(goOn)),
        ...people.map((userId) => commandInTurn(userId, goOn)),
      ]
      const allDone = Promise.all(work)
      const ending = (async () => {
        for (let round = 0; round < ROUNDS; round += 1) {
          await delay(1_000)
          endAllConnections()
        }
        await delay(1_000)
      })()
      await Promise.race([allDone, ending])
      await ending
      working = false
      await allDone
      console.log(`F-03: ${JSON.stringify(reads)}, commands ${[...commands.values()].join(' + ')}`)
      expect(reads.done).toBeGreaterThan(200)
      expect(reads.failed / reads.done).toBeLessThanOrEqual(0.01)
    },
    SLOW,
  )

  test('each command happened exactly once', async () => {
    for (const [userId, count] of commands) {
      expect(count).toBeGreaterThan(10)
      const filter = encodeURIComponent(JSON.stringify({ subjectId: userId, action: 'user.role_changed' }))
      const events = await admin.get(`/api/v1/audit-events?filter=${filter}&range=[0,0]`)
      expect(events.headers.get('content-range')).toBe(`audit-events 0-0/${count}`)
      expect((await admin.get(`/api/v1/users/${userId}`)).json<User>().revision).toBe(count + 1)
    }
  })

  test('no error went unhandled', () => {
    expect(surprisesIn(assay)).toEqual([])
    expect(assay.hasEnded()).toBe(false)
  })
})
