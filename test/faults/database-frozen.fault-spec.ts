import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { HttpClient } from '../support/http-client.ts'
import {
  type AssayProcess,
  descendantsOf,
  endEverything,
  isLong,
  readyAgain,
  setUp,
  signal,
  startAssay,
  surprisesIn,
  temporaryDirectory,
} from './assay-process.ts'

const FROZEN_MS = isLong ? 30_000 : 7_000
const POOL = 8 // the default of ASSAY_DATABASE_POOL
const SLOW = 120_000

let assay: AssayProcess
let admin: HttpClient
let people: string[] = []

beforeAll(async () => {
  assay = await startAssay({ environment: { ASSAY_DATA_DIRECTORY: join(temporaryDirectory(), 'data') } })
  ;({ admin, people } = await setUp(assay, 1))
}, SLOW)
afterAll(endEverything)

/** PostgreSQL stands still as on a stalled disk: connections stay open, nothing answers. */
const freeze = (): (() => void) => {
  const processes = descendantsOf(assay.processId)
  for (const processId of processes) signal(processId, 'SIGSTOP')
  return () => {
    // Children of the frozen server cannot have been born meanwhile, so this wakes them all.
    for (const processId of processes) signal(processId, 'SIGCONT')
  }
}

const isAlive = (processId: number): boolean => {
  try {
    return process.kill(processId, 0)
  } catch {
    return false
  }
}

interface Timed {
  path: string
  ms: number
  status: number
  code: unknown
  retryAfter: string | null
}

const timed = async (method: string, path: string, ask: { body?: unknown } = {}): Promise<Timed> => {
  const begun = performance.now()
  const answer = await admin.copy().send(method, path, { ...ask, headers: { 'if-match': '"1"' } })
  return {
    path: `${method} ${path}`,
    ms: performance.now() - begun,
    status: answer.status,
    code: answer.json<{ code?: unknown }>().code,
    retryAfter: answer.headers.get('retry-after'),
  }
}

const everyKindOfRequest = (): Promise<Timed>[] => [
  timed('GET', '/api/v1/organization'),
  timed('GET', '/api/v1/users'),
  timed('GET', '/api/v1/sessions/current'),
  timed('GET', '/api/v1/audit-events'),
  timed('PATCH', `/api/v1/users/${people[0]}`, { body: { name: 'Never Written' } }),
  timed('POST', `/api/v1/users/${people[0]}/role`, { body: { role: 'recruiter' } }),
  timed('POST', '/api/v1/sessions', {
    body: { email: 'ada@north.example', password: 'correct horse battery staple' },
  }),
  timed('POST', '/api/v1/sessions/refresh', { body: {} }),
  timed('GET', '/api/v1/setup'),
]

const quickestHealth = async (): Promise<number> => {
  const begun = performance.now()
  const answer = await fetch(`${assay.url}/healthz`)
  await answer.text()
  expect(answer.status).toBe(200)
  return performance.now() - begun
}

describe('F-04: PostgreSQL is frozen', () => {
  const answers: Timed[] = []
  const health: number[] = []
  const ready: { status: number; ms: number }[] = []

  beforeAll(async () => {
    const thaw = freeze()
    const end = performance.now() + FROZEN_MS
    const asked: Promise<Timed>[] = []
    try {
      while (performance.now() < end) {
        // More than the pool holds, again and again, while earlier ones still wait.
        asked.push(...everyKindOfRequest(), ...everyKindOfRequest())
        health.push(await quickestHealth())
        const begun = performance.now()
        const answer = await fetch(`${assay.url}/readyz`)
        await answer.text()
        ready.push({ status: answer.status, ms: performance.now() - begun })
        await delay(1_000)
      }
      answers.push(...(await Promise.all(asked)))
    } finally {
      thaw()
    }
  }, SLOW)

  test('every request is answered within 6 s: 503, Retry-After, and the code `unavailable`', () => {
    const expected = { status: 503, code: 'unavailable', retryAfter: expect.stringMatching(/^\d+$/) }
    for (const answer of answers) expect(answer).toMatchObject(expected)
    const slowest = Math.max(...answers.map(({ ms }) => ms))
    console.log(`F-04: ${answers.length} answers, the slowest after ${Math.round(slowest)} ms`)
    expect(slowest).toBeLessThanOrEqual(6_000)
  })

  test('meanwhile /healthz is quick and /readyz says 503', () => {
    expect(Math.max(...health)).toBeLessThan(1_000)
    expect(ready.map(({ status }) => status)).toEqual(ready.map(() => 503))
    expect(Math.max(...ready.map(({ ms }) => ms))).toBeLessThan(4_000)
  })

  test('after it wakes everything works and no connection is missing', async () => {
    await readyAgain(assay.url, 5_000)
    const many = await Promise.all(
      Array.from({ length: 3 * POOL }, () => admin.get('/api/v1/users').then(({ status }) => status)),
    )
    expect(many).toEqual(many.map(() => 200))
    const stored = await admin.get(`/api/v1/users/${people[0]}`)
    expect(stored.json()).toMatchObject({ name: 'Person 0', revision: 1 })
    const again = await new HttpClient(assay.url).post('/api/v1/sessions', {
      email: 'ada@north.example',
      password: 'correct horse battery staple',
    })
    expect(again.status).toBe(201)
  })

  test('no error went unhandled', () => {
    expect(surprisesIn(assay)).toEqual([])
    expect(assay.hasEnded()).toBe(false)
  })

  test('frozen again, a server that is told to stop is gone within 45 s, and its PostgreSQL when it wakes', async () => {
    const below = descendantsOf(assay.processId)
    const thaw = freeze()
    const waiting = admin.get('/api/v1/users').catch(() => null)
    const took = await assay.stop()
    await waiting
    console.log(`F-04: stopped after ${Math.round(took)} ms`)
    expect(took).toBeLessThan(45_000)
    // Its sessions notice when they wake that their server is gone.
    thaw()
    for (const end = performance.now() + 10_000; below.some(isAlive) && performance.now() < end;) {
      await delay(100)
    }
    expect(below.filter(isAlive)).toEqual([])
  })
})
