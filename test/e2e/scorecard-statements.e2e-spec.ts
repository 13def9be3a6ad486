import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { UnitOfWork } from '@assay/persistence'
import { panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { scorecardsOf } from '../support/scorecards.ts'

let house: RunningHouse

beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.stop())

/** The fewest of several turns: the session is asked for once in a second, and the background counts here, too. */
const statementsOf = async (turn: () => Promise<void>): Promise<number> => {
  const asked = jest.spyOn(UnitOfWork.prototype, 'query')
  const counts: number[] = []
  for (let time = 0; time < 5; time += 1) {
    asked.mockClear()
    await turn()
    counts.push(asked.mock.calls.length)
  }
  asked.mockRestore()
  return Math.min(...counts)
}

test('an interview room that was opened before is two statements: the scorecard, and its interview', async () => {
  const own = await panelsOf(house, await house.signedIn(house.north.recruiter))
  const interviewer = scorecardsOf(await house.signedIn(house.north.interviewer))
  const { scorecard, kit } = await interviewer.own(await own.schedule(await own.applied()))
  const statements = await statementsOf(async () => {
    expect((await interviewer.room(scorecard.id)).kit).toEqual(kit)
  })
  expect(statements).toBe(2)
})

test('a save of a scorecard that is open is one statement', async () => {
  const own = await panelsOf(house, await house.signedIn(house.north.recruiter))
  const interviewer = scorecardsOf(await house.signedIn(house.north.interviewer))
  let open = await interviewer.own(await own.schedule(await own.applied()))
  const statements = await statementsOf(async () => {
    const draft = { ...open.scorecard.draft, summary: `Revision ${open.scorecard.revision}` }
    const { revision } = await interviewer.save(open, draft)
    open = { ...open, scorecard: { ...open.scorecard, draft, revision } }
  })
  expect(statements).toBe(1)
  const { scorecard } = await interviewer.room(open.scorecard.id)
  expect([scorecard.revision, scorecard.draft]).toEqual([open.scorecard.revision, open.scorecard.draft])
})
