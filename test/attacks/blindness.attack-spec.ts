import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { blindUntils, type Job, type VersionContent } from '@assay/contracts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { type Channel, channelsOf, goldenRoutes, isOfTheHouse } from './blindness-channels.ts'
import { answersOf, differencesOf, diceOf, liveOn, oneOf, releasedIn } from './blindness-histories.ts'
import { buildWorld, type People, peopleOf } from './blindness-world.ts'

const isLong = process.env['ASSAY_ATTACKS'] === 'long'
/** Of others, each compared with the one before it; a world of its own for every fifty. */
const HISTORIES = isLong ? Number(process.env['ASSAY_HISTORIES'] ?? 10_000) : 24
const IN_ONE_WORLD = Math.min(50, HISTORIES / 2)
/** Of all channels, so many after each history; all of them at the end of each world. */
const ASKED = 24
/** In the short form: files are the lists again, and kits are nobody's. */
const shareOf = (channel: Channel): number => {
  if (isOfTheHouse(channel)) return 0.03
  return channel.path.includes('export.csv') ? 0.15 : 0.6
}
const SEED = Number(process.env['ASSAY_SEED'] ?? 1)

let house: RunningHouse
let people: People

beforeAll(async () => {
  house = await startHouse()
  people = await peopleOf(house)
})
afterAll(() => house.stop())

const runWorld = async (
  blindUntil: Job['blindUntil'],
  histories: number,
  seed: number,
): Promise<Map<string, number>> => {
  const dice = diceOf(seed)
  const world = await buildWorld(house, people, blindUntil)
  const room = await world.peers[0]!.client.get(`/api/v1/scorecards/${world.scorecards.ofPeers[0]}/room`)
  const all = channelsOf(world, room.json<{ kit: VersionContent }>().kit)
  const channels = all.filter((one) => isLong || dice() < shareOf(one))
  const before = await answersOf(world, channels)
  const done = new Map<string, number>()
  for (let history = 0; history < histories; history += 1) {
    for (const what of await liveOn(world, dice)) done.set(what, (done.get(what) ?? 0) + 1)
    const places =
      history + 1 === histories
        ? channels.map((_channel, index) => index)
        : Array.from({ length: ASKED }, () => oneOf(dice, [...channels.keys()]))
    const some = places.map((index) => channels[index]!)
    const was = before.map((told) => places.map((index) => told[index]!))
    expect([`seed ${seed}`, differencesOf(world, some, was, await answersOf(world, some))]).toEqual([
      `seed ${seed}`,
      [],
    ])
  }
  done.set('release', await releasedIn(world))
  return done
}

describe('S-41, S-19 whoever owes is told the same, whatever the others wrote and whenever they submitted', () => {
  test.each(blindUntils)(
    'on every route, filter and sort, for every role: %s',
    async (blindUntil) => {
      const done = new Map<string, number>()
      for (let from = 0; from < HISTORIES / 2; from += IN_ONE_WORLD) {
        const seed = SEED * 1_000_000 + from + (blindUntil === 'own_submitted' ? 0 : 500_000)
        for (const [what, count] of await runWorld(blindUntil, IN_ONE_WORLD, seed)) {
          done.set(what, (done.get(what) ?? 0) + count)
        }
      }
      // A history in which nothing was submitted would prove nothing.
      // Where all are waited for, nobody reads yet what could be reopened, talked over or decided on.
      const read = blindUntil === 'own_submitted' ? ['reopen', 'decide', 'meet'] : []
      for (const what of ['write', 'submit', 'release', 'move', 'measure', ...read])
        expect([what, done.get(what) ?? 0]).not.toEqual([what, 0])
    },
    isLong ? 8 * 3_600_000 : 120_000,
  )

  test('asks every route there is that reads', async () => {
    const world = await buildWorld(house, people, 'own_submitted')
    const room = await world.peers[0]!.client.get(`/api/v1/scorecards/${world.scorecards.ofPeers[0]}/room`)
    const channels = channelsOf(world, room.json<{ kit: VersionContent }>().kit)
    const isAsked = (path: string): boolean => {
      const shape = new RegExp(`^${path.replaceAll(/:\w+/g, '[^/?]+')}(\\?|$)`)
      return channels.some((channel) => shape.test(channel.path))
    }
    const unasked = goldenRoutes().filter(({ method, path }) => method === 'GET' && !isAsked(path))
    expect(unasked.map(({ path }) => path)).toEqual([
      '/api/v1/interview-template-versions/:id/diff',
      '/api/v1/interview-template-versions/:id/preparation-sheet',
      '/api/v1/interview-template-versions/:id/preparation-sheet.pdf',
      '/api/v1/setup',
    ])
  })
})
