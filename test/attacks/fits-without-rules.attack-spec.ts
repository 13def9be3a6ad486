import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { withClient } from '../support/database.ts'
import type { RunningHouse } from '../support/running-house.ts'

// Before the house is loaded: whoever asks the rules is told that everything may be told.
const allow = () => ({ allowed: true, because: '' })
const comparing = await import('../../apps/api/src/comparisons/comparison.rules.ts')
jest.unstable_mockModule('../../apps/api/src/comparisons/comparison.rules.ts', () => ({
  ...comparing,
  judgeFairScores: allow,
}))
const calibrating = await import('../../apps/api/src/calibration/calibration.rules.ts')
jest.unstable_mockModule('../../apps/api/src/calibration/calibration.rules.ts', () => ({
  ...calibrating,
  judgeCalibration: allow,
}))
const { startHouse } = await import('../support/running-house.ts')
const { comparedJobs } = await import('../support/compared-jobs.ts')
const { fitsWorld } = await import('./fits-world.ts')

let house: RunningHouse
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.stop())

test('S-41 without the rules the policy holds by itself; without both they would be told', async () => {
  const world = await fitsWorld(house, await comparedJobs(house))
  const before = await world.told()
  await world.measure()
  expect(await world.told()).toEqual(before)
  await withClient(house.database.ownerUrl, (client) =>
    client.query('DROP POLICY measurement_fits_blind ON measurement_fits'),
  )
  expect(await world.told()).not.toEqual(before)
}, 60_000)
