import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { InterviewRoom, Problem, SavedScorecard, ScorecardDraft } from '@assay/contracts'
import { type Answer, HttpClient } from '../support/http-client.ts'
import { SCORECARDS } from '../support/scorecards.ts'
import { endEverything, isLong, surprisesIn } from './assay-process.ts'
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts'
import { openScorecardHouse, type ScorecardHouse, standingOf } from './scorecard-house.ts'

const CUTS = isLong ? 500 : 21
const AT_ONCE = 20
const SLOW = isLong ? 300_000 : 90_000

let house: ScorecardHouse
let proxy: CuttingProxy
let client: HttpClient

beforeAll(async () => {
  house = await openScorecardHouse({ scorecards: 0 })
  proxy = await startCuttingProxy(house.url)
  client = behindProxy()
}, SLOW)
afterAll(async () => {
  await proxy.stop()
  await endEverything()
  await house.database.drop()
})

const behindProxy = (): HttpClient => {
  const other = new HttpClient(proxy.url)
  for (const [name, value] of house.admin.cookies) other.cookies.set(name, value)
  return other
}

const pathOf = ({ scorecard }: InterviewRoom): string => `${SCORECARDS}/${scorecard.id}`
const seen = (revision: number) => ({ 'if-match': `"${revision}"` })
/** But for the seconds until it cannot be taken back: the rest of an answer about the same state. */
const stateIn = (answer: Answer) => {
  const { scorecard } = answer.json<InterviewRoom>()
  const { id, status, revision, revisions, submittedAt, recallUntil } = scorecard
  return { id, status, revision, revisions, submittedAt, recallUntil }
}

const submittedOnce = { status: 'submitted', isIn: true, revisions: 1, ratedRevisions: 1, submittedEvents: 1 }
const mailsWaiting = async (): Promise<number> => (await house.rows('SELECT FROM outgoing_mails')).length

/** On a machine that is busy with other tests the last in the row may wait too long, and is told to try again. */
const patiently = async (send: () => Promise<Answer>): Promise<Answer> => {
  const answer = await send()
  return answer.status === 503 && answer.headers.has('retry-after') ? patiently(send) : answer
}

describe('F-08: a scorecard is submitted more than once', () => {
  test(`${AT_ONCE} times at the same moment: one submission, one line in the record, one answer for all`, async () => {
    const room = await house.another()
    const { notices } = await standingOf(house, room)
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, () =>
        patiently(() =>
          house.admin.copy().post(`${pathOf(room)}/submit`, undefined, seen(room.scorecard.revision)),
        ),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect(new Set(answers.map((answer) => JSON.stringify(stateIn(answer)))).size).toBe(1)
    // Nobody is told that somebody submitted: so there is nothing to be told twice.
    expect(await standingOf(house, room)).toMatchObject({ ...submittedOnce, notices })
    expect(await mailsWaiting()).toBe(0)
  })

  test('under one key at the same moment: it happens once; the others are told that it is in flight, or what came of it', async () => {
    const room = await house.another()
    const key = { 'idempotency-key': randomUUID(), ...seen(room.scorecard.revision) }
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, () =>
        house.admin.copy().post(`${pathOf(room)}/submit`, undefined, key),
      ),
    )
    const done = answers.filter(({ status }) => status === 200)
    expect(done.length).toBeGreaterThan(0)
    for (const answer of answers.filter((one) => !done.includes(one))) {
      expect([answer.status, answer.json<Problem>().code]).toEqual([409, 'idempotency_in_flight'])
    }
    const again = await house.admin.post(`${pathOf(room)}/submit`, undefined, key)
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true'])
    expect(new Set([...done, again].map(({ text }) => text)).size).toBe(1)
    expect(await standingOf(house, room)).toMatchObject(submittedOnce)
  })

  test('an amendment under one key is made once, and another reason under the same key is refused', async () => {
    const room = await house.another()
    await submitted(room)
    await house.admin.post(`${pathOf(room)}/give-up-recall`)
    const { revision } = await saved(room, 'Looked at the notes again.', room.scorecard.revision)
    const key = { 'idempotency-key': randomUUID(), ...seen(revision) }
    const amend = (because: string) => house.admin.post(`${pathOf(room)}/amend`, { because }, key)
    expect((await amend('A level was wrong.')).status).toBe(200)
    expect((await amend('A level was wrong.')).headers.get('idempotency-replayed')).toBe('true')
    expect((await amend('Something else.')).status).toBe(422)
    expect(await standingOf(house, room)).toMatchObject({ revisions: 2, amendedEvents: 1 })
  })

  test('again after a client that would not wait any longer', async () => {
    for (const patience of [1, 3, 8, 20]) {
      const room = await house.another()
      const [path, headers] = [`${pathOf(room)}/submit`, seen(room.scorecard.revision)]
      await fetch(house.url + path, {
        method: 'POST',
        headers: { ...headers, cookie: house.admin.cookieHeader(), 'sec-fetch-site': 'same-origin' },
        signal: AbortSignal.timeout(patience),
      }).catch(() => undefined)
      const again = await house.admin.post(path, undefined, headers)
      expect([again.status, stateIn(again).status]).toEqual([200, 'submitted'])
      expect(await standingOf(house, room)).toMatchObject(submittedOnce)
    }
  })
})

const submitted = async (room: InterviewRoom): Promise<void> => {
  const answer = await house.admin.post(`${pathOf(room)}/submit`, undefined, seen(room.scorecard.revision))
  expect(answer.status).toBe(200)
}

const saved = async (room: InterviewRoom, summary: string, revision: number): Promise<SavedScorecard> => {
  const draft: ScorecardDraft = { ...room.scorecard.draft, summary }
  return (await house.admin.patch(pathOf(room), { draft }, revision)).json<SavedScorecard>()
}

/** The first answer is lost after its work was done; what the second one says is what the client goes by. */
const lostThenAgain = async (send: () => Promise<Answer>): Promise<Answer> => {
  const before = proxy.cuts()
  proxy.cutNext()
  await expect(send()).rejects.toThrow()
  expect(proxy.cuts()).toBe(before + 1)
  return send()
}

/** As the page does: a save that meets its own words is no conflict. */
const saveThroughLoss = async (room: InterviewRoom, summary: string, revision: number): Promise<number> => {
  const draft: ScorecardDraft = { ...room.scorecard.draft, summary }
  const answer = await lostThenAgain(() => client.patch(pathOf(room), { draft }, revision))
  expect(answer.status).toBe(412)
  const { current } = answer.json<{ current: { revision: number; draft: ScorecardDraft } }>()
  expect(current).toMatchObject({ revision: revision + 1, draft: { summary } })
  return current.revision
}

describe('F-09: answers are lost after the work was done', () => {
  test(
    `${CUTS} times, at every kind of save and step: nothing is there twice, and nothing is missing`,
    async () => {
      const rooms: InterviewRoom[] = []
      const begun = proxy.cuts()
      while (proxy.cuts() - begun < CUTS) {
        const room = await house.another()
        rooms.push(room)
        // The page sends a key with each step; a client without one is to be as safe.
        const key = () => (rooms.length % 2 === 0 ? { 'idempotency-key': randomUUID() } : {})
        const step = async (command: string, body?: object, revision?: number): Promise<InterviewRoom> => {
          const headers = { ...key(), ...(revision === undefined ? {} : seen(revision)) }
          const answer = await lostThenAgain(() => client.post(`${pathOf(room)}/${command}`, body, headers))
          expect([command, answer.status]).toEqual([command, 200])
          return answer.json<InterviewRoom>()
        }
        const first = await saveThroughLoss(room, 'Written first.', room.scorecard.revision)
        await step('hand-over')
        expect((await step('submit', undefined, first)).scorecard.status).toBe('submitted')
        await step('give-up-recall')
        const second = await saveThroughLoss(room, 'Written after it was in.', first)
        const amended = await step('amend', { because: 'A second look at the notes.' }, second)
        expect(amended.scorecard).toMatchObject({ revisions: 2, revision: second })
        await step('hand-over')
      }
      for (const room of rooms) {
        expect(await standingOf(house, room)).toMatchObject({
          ...submittedOnce,
          revisions: 2,
          revisionNumber: 2,
          ratedRevisions: 2,
          amendedEvents: 1,
          handOffs: 1,
          draftRevision: room.scorecard.revision + 2,
        })
        const stored = (await house.admin.get(`${pathOf(room)}/room`)).json<InterviewRoom>()
        expect(stored.scorecard.draft.summary).toBe('Written after it was in.')
      }
      console.log(`F-09: ${proxy.cuts() - begun} answers lost on ${rooms.length} scorecards`)
    },
    SLOW,
  )

  test('no error went unforeseen', () => {
    expect(surprisesIn(house.running())).toEqual([])
  })
})
