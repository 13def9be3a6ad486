import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { RunningHouse } from '../support/running-house.ts'
import { withClient } from '../support/database.ts'
import type { People } from './blindness-world.ts'

// Before the house is loaded: whoever asks for the rule is told that everything may be read.
jest.unstable_mockModule('../../apps/api/src/scorecards/blindness.rules.ts', () => ({
  mayReadScorecard: () => true,
}))
const { startHouse } = await import('../support/running-house.ts')
const { scorecardChannels } = await import('./blindness-channels.ts')
const { answersOf, diceOf, differencesOf, liveOn } = await import('./blindness-histories.ts')
const { buildWorld, peopleOf } = await import('./blindness-world.ts')

let house: RunningHouse
let people: People

beforeAll(async () => {
  house = await startHouse()
  people = await peopleOf(house)
})
afterAll(() => house.stop())

/** What differs after thirty histories. */
const told = async (seed: number): Promise<string[]> => {
  const world = await buildWorld(house, people, 'own_submitted')
  const channels = scorecardChannels(world)
  const before = await answersOf(world, channels)
  const dice = diceOf(seed)
  for (let history = 0; history < 30; history += 1) await liveOn(world, dice)
  return differencesOf(world, channels, before, await answersOf(world, channels))
}

describe('S-41 without the rule', () => {
  test('the policies of the database hold by themselves', async () => {
    expect(await told(7)).toEqual([])
  })

  test('without both walls the property fails, so it can', async () => {
    await withClient(house.database.ownerUrl, (client) =>
      client.query('DROP POLICY scorecards_blind ON scorecards'),
    )
    expect((await told(7)).join('\n')).toMatch(/interviewer: GET \/api\/v1\/applications\/\S+\/scorecards/)
  })
})
