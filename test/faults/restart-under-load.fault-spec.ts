import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createEmptyDatabase, type TestDatabase } from '../support/database.ts'
import { SECRET } from '../support/running-house.ts'
import {
  type AssayProcess,
  endEverything,
  freePort,
  isLong,
  setUp,
  startAssay,
  surprisesIn,
} from './assay-process.ts'
import { askWithoutPause, type Call } from './keep-alive-clients.ts'

const RESTARTS = isLong ? 4 : 2
const BETWEEN_MS = isLong ? 15_000 : 1_500
const AT_LEAST = isLong ? 30_000 : 2_000
const CLIENTS = 20
const SLOW = isLong ? 300_000 : 90_000

let database: TestDatabase
let environment: Record<string, string>
let running: AssayProcess
let calls: Call[]

beforeAll(async () => {
  database = await createEmptyDatabase()
  environment = {
    ASSAY_PORT: String(await freePort()),
    ASSAY_SECRET: SECRET,
    DATABASE_URL: database.ownerUrl,
    ASSAY_APPLICATION_DATABASE_URL: database.applicationUrl,
  }
  running = await startAssay({ environment })
  const { admin, people } = await setUp(running, CLIENTS)
  const headers = { cookie: admin.cookieHeader(), origin: running.url, 'sec-fetch-site': 'same-origin' }
  const commands = people.map((userId): Call => ({
    method: 'POST',
    path: `/api/v1/users/${userId}/role`,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ role: 'recruiter' }),
  }))
  const reads = ['/api/v1/organization', '/api/v1/users', '/api/v1/sessions/current', '/healthz'].map(
    (path): Call => ({ method: 'GET', path, headers }),
  )
  calls = commands.flatMap((command) => [...reads, command])
}, SLOW)
afterAll(async () => {
  await endEverything()
  await database.drop()
})

describe('F-14: the server is replaced under load', () => {
  test(
    'old and new overlap on one port and one database: no request fails, the old one leaves within 15 s',
    async () => {
      let loading = true
      const load = askWithoutPause(running.url, calls, { clients: CLIENTS, goOn: () => loading })
      const leaving: number[] = []
      for (let restart = 1; restart <= RESTARTS; restart += 1) {
        await delay(BETWEEN_MS)
        const successor = await startAssay({ environment })
        leaving.push(await running.stop())
        expect(await running.ended).toEqual({ exitCode: 0, signal: null })
        expect(surprisesIn(running)).toEqual([])
        running = successor
      }
      await delay(BETWEEN_MS)
      loading = false
      const { done, failed } = await load
      console.log(
        `F-14: ${failed.length} of ${done} failed; left after ${leaving.map(Math.round).join(', ')} ms`,
      )
      expect(failed.slice(0, 5)).toEqual([])
      expect(done).toBeGreaterThan(AT_LEAST)
      expect(Math.max(...leaving)).toBeLessThan(15_000)
    },
    SLOW,
  )
})
