import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { User } from '@assay/contracts'
import type { HttpClient } from '../support/http-client.ts'
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

const KILLS = isLong ? 10 : 2
const WRITERS = 6
const SLOW = isLong ? 300_000 : 60_000

/** What the server has acknowledged of one row, and what is still unknown because no answer came. */
interface LedgerLine {
  userId: string
  acknowledged: number
  revision: number
  name: string
  pending: string | null
}

let assay: AssayProcess
let admin: HttpClient
let ledger: LedgerLine[] = []

beforeAll(async () => {
  assay = await startAssay({ environment: { ASSAY_DATA_DIRECTORY: join(temporaryDirectory(), 'data') } })
  const house = await setUp(assay, WRITERS)
  admin = house.admin
  ledger = house.people.map((userId, index) => ({
    userId,
    acknowledged: 0,
    revision: 1,
    name: `Person ${index}`,
    pending: null,
  }))
}, SLOW)
afterAll(endEverything)

/** Writes until told to stop. Without an answer the truth is looked up before the next write. */
const write = async (line: LedgerLine, goOn: () => boolean): Promise<void> => {
  for (let turn = 0; goOn(); turn += 1) {
    if (line.pending !== null && !(await lookUp(line))) continue
    line.pending = `Name ${line.revision} ${turn}`
    const answer = await admin
      .patch(`/api/v1/users/${line.userId}`, { name: line.pending }, line.revision)
      .catch(() => null)
    if (answer?.status === 200) {
      line.acknowledged += 1
      line.revision += 1
      line.name = line.pending
      line.pending = null
    } else {
      await delay(50)
    }
  }
}

const lookUp = async (line: LedgerLine): Promise<boolean> => {
  const answer = await admin.get(`/api/v1/users/${line.userId}`).catch(() => null)
  if (answer?.status !== 200) {
    await delay(50)
    return false
  }
  const stored = answer.json<User>()
  const wasDone = stored.revision === line.revision + 1 && stored.name === line.pending
  const wasNot = stored.revision === line.revision && stored.name === line.name
  if (!wasDone && !wasNot) throw new Error(`lost: ${JSON.stringify({ line, stored })}`)
  Object.assign(line, { revision: stored.revision, name: stored.name, pending: null })
  return true
}

const killPostgres = (): void => {
  const processes = descendantsOf(assay.processId)
  expect(processes.length).toBeGreaterThan(3)
  for (const processId of processes) signal(processId, 'SIGKILL')
}

describe('F-02: kill -9 of every PostgreSQL process during acknowledged writes', () => {
  test(
    'the API stays up, is ready again within 15 s, and nothing acknowledged is lost',
    async () => {
      let writing = true
      const writers = ledger.map((line) => write(line, () => writing))
      for (let kill = 1; kill <= KILLS; kill += 1) {
        await delay(1_000 + 333 * (kill % 3))
        killPostgres()
        await delay(1_100) // longer than /readyz keeps an answer
        expect(await readyAgain(assay.url, 15_000)).toBeLessThan(15_000)
      }
      await delay(1_000)
      writing = false
      await Promise.all(writers)
      for (const line of ledger) if (line.pending !== null) expect(await lookUp(line)).toBe(true)
      expect(assay.hasEnded()).toBe(false)
    },
    SLOW,
  )

  test('every line of the ledger is read back, and each write stands once in the unbroken record', async () => {
    for (const line of ledger) {
      const stored = (await admin.get(`/api/v1/users/${line.userId}`)).json<User>()
      expect(stored).toMatchObject({ revision: line.revision, name: line.name })
      const filter = encodeURIComponent(JSON.stringify({ subjectId: line.userId, action: 'user.renamed' }))
      const events = await admin.get(`/api/v1/audit-events?filter=${filter}&range=[0,0]`)
      expect(events.headers.get('content-range')).toBe(`audit-events 0-0/${line.revision - 1}`)
    }
    const acknowledged = ledger.reduce((sum, line) => sum + line.acknowledged, 0)
    expect(acknowledged).toBeGreaterThan(100)
    const verification = await admin.get('/api/v1/audit-events/verification')
    expect(verification.json()).toMatchObject({ intact: true })
    console.log(`F-02: ${acknowledged} acknowledged writes, ${KILLS} kills, 0 lost`)
  })

  test('no error went unhandled, and the server leaves in order', async () => {
    expect(surprisesIn(assay)).toEqual([])
    await assay.stop()
    expect(await assay.ended).toEqual({ exitCode: 0, signal: null })
  })
})
