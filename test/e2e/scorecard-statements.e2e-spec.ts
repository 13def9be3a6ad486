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

test('an interview room that was opened before is two statements: the scorecard, and its interview', async () => {
  const own = await panelsOf(house, await house.signedIn(house.north.recruiter))
  const interviewer = scorecardsOf(await house.signedIn(house.north.interviewer))
  const { scorecard, kit } = await interviewer.own(await own.schedule(await own.applied()))
  const asked = jest.spyOn(UnitOfWork.prototype, 'query')
  const counts: number[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    asked.mockClear()
    const room = await interviewer.room(scorecard.id)
    counts.push(asked.mock.calls.length)
    expect(room.kit).toEqual(kit)
  }
  asked.mockRestore()
  // The session is asked for once in a second, and what happens in the background counts here, too.
  expect(Math.min(...counts)).toBe(2)
})
