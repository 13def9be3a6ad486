import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { InterviewRoom } from '@assay/contracts'
import { quantile } from '../bench/figures.ts'
import { SCORECARDS } from '../support/scorecards.ts'
import { endEverything, isLong, surprisesIn } from './assay-process.ts'
import { askWithoutPause, type Call, type Tally } from './keep-alive-clients.ts'
import { openScorecardHouse, type ScorecardHouse, standingOf } from './scorecard-house.ts'
import { type SlowProxy, startSlowProxy } from './slow-proxy.ts'

const SLOWER_BY_MS = 200
const SAVES_WHILE_SLOW = isLong ? 30 : 2
const FLOOD_MS = isLong ? 60_000 : 4_000
const FLOODING_CLIENTS = 16
/** How long an interviewer's pause is after which a draft is saved. */
const PAUSE_MS = 250
const SLOW = 240_000

let house: ScorecardHouse
let proxy: SlowProxy

beforeAll(async () => {
  house = await openScorecardHouse({
    scorecards: 2,
    // The limit is what holds a flooding key back. A short flood does not come to the ordinary one.
    environment: { ASSAY_REQUESTS_PER_MINUTE: isLong ? '1200' : '200' },
    through: async (url) => {
      proxy ??= await startSlowProxy(url)
      return proxy.through(url)
    },
  })
}, SLOW)
afterAll(async () => {
  await endEverything()
  await proxy.stop()
  await house.database.drop()
})

const pathOf = ({ scorecard }: InterviewRoom): string => `${SCORECARDS}/${scorecard.id}`

/** An interviewer who writes: each save goes by the revision that the last one was answered with. */
const interviewerOn = ({ scorecard, ...room }: InterviewRoom) => {
  let { revision } = scorecard
  let summary = ''
  const client = house.admin.copy()
  return {
    client,
    revision: () => revision,
    /** @returns milliseconds until it was acknowledged */
    save: async (): Promise<number> => {
      summary = `Heard by revision ${revision}. ${'words '.repeat(300)}`.trim()
      const begun = performance.now()
      const path = pathOf({ scorecard, ...room })
      const answer = await client.patch(path, { draft: { ...scorecard.draft, summary } }, revision)
      const took = performance.now() - begun
      expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, ''])
      expect(answer.json<{ revision: number }>().revision).toBe(revision + 1)
      revision += 1
      return took
    },
    expectKept: async (): Promise<void> => {
      const stored = (await client.get(`${pathOf({ scorecard, ...room })}/room`)).json<InterviewRoom>()
      expect(stored.scorecard).toMatchObject({ revision, draft: { summary } })
    },
  }
}

describe(`F-05: each message to the database takes ${SLOWER_BY_MS} ms longer`, () => {
  test(
    'drafts are saved and opened, a scorecard is submitted, and the server stays ready',
    async () => {
      const [room, other] = house.rooms as [InterviewRoom, InterviewRoom]
      const [one, two] = [interviewerOn(room), interviewerOn(other)]
      proxy.delayBy(SLOWER_BY_MS)
      const taken: number[] = []
      const ready: number[] = []
      for (let turn = 0; turn < SAVES_WHILE_SLOW; turn += 1) {
        const saving = Promise.all([one.save(), two.save()])
        ready.push((await fetch(`${house.url}/readyz`)).status)
        taken.push(...(await saving))
      }
      const submitted = await one.client.post(`${pathOf(room)}/submit`, undefined, {
        'if-match': `"${one.revision()}"`,
      })
      expect(submitted.status).toBe(200)
      await two.expectKept()
      proxy.delayBy(0)
      console.log(`F-05: ${taken.length} saves, the slowest after ${Math.round(Math.max(...taken))} ms`)
      // Else the proxy stood beside the way.
      expect(Math.min(...taken)).toBeGreaterThan(SLOWER_BY_MS)
      expect(ready).toEqual(ready.map(() => 200))
      await one.expectKept()
      expect(await standingOf(house, room)).toMatchObject({ status: 'submitted', revisions: 1, isIn: true })
      expect(surprisesIn(house.running())).toEqual([])
    },
    SLOW,
  )
})

/** Everything that one API token can ask for and that costs something. */
const flood = async (goOn: () => boolean): Promise<Tally> => {
  const wanted = { name: 'a noisy neighbour', days: 1, scopes: ['question-bank.read', 'candidates.read'] }
  const created = await house.admin.post('/api/v1/api-tokens', wanted)
  expect(created.status).toBe(201)
  const headers = { authorization: `Bearer ${created.json<{ token: string }>().token}` }
  const calls = [
    'questions/export.csv',
    'competencies/export.csv',
    'signals/export.csv',
    'questions?range=[0,499]',
    'candidates?range=[0,499]',
    `candidates?filter=${encodeURIComponent('{"resume":"anything"}')}`,
  ].map((path): Call => ({ method: 'GET', path: `/api/v1/${path}`, headers }))
  return askWithoutPause(house.url, calls, { clients: FLOODING_CLIENTS, goOn })
}

describe('F-13: one key floods the server with exports and lists', () => {
  test(
    'an interviewer goes on saving without an error',
    async () => {
      const interviewer = interviewerOn(await house.another())
      let flooding = true
      const flooded = flood(() => flooding)
      const taken: number[] = []
      const end = performance.now() + FLOOD_MS
      while (performance.now() < end) {
        taken.push(await interviewer.save())
        await delay(PAUSE_MS)
      }
      flooding = false
      const { done, failed } = await flooded
      await interviewer.expectKept()
      const held = failed.filter((line) => line.includes(': 429'))
      const p99 = quantile(taken, 0.99)
      console.log(
        `F-13: ${taken.length} saves beside ${done} requests (${held.length} held back): ` +
          `p50 ${Math.round(quantile(taken, 0.5))} ms, p99 ${Math.round(p99)} ms`,
      )
      expect(done).toBeGreaterThan(taken.length)
      expect(failed.filter((line) => !held.includes(line))).toEqual([])
      expect(surprisesIn(house.running())).toEqual([])
      if (isLong) expect(p99).toBeLessThanOrEqual(500)
    },
    SLOW,
  )
})
