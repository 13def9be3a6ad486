import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Client } from 'pg'
import { withClient } from '../support/database.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { scorecardChannels } from './blindness-channels.ts'
import { answersOf, diceOf, differencesOf, liveOn } from './blindness-histories.ts'
import { buildWorld, type People, peopleOf, type World } from './blindness-world.ts'

let house: RunningHouse
let people: People

beforeAll(async () => {
  house = await startHouse()
  people = await peopleOf(house)
})
afterAll(() => house.stop())

const TABLES = ['scorecards', 'scorecard_revisions', 'ratings', 'scorecard_drafts'] as const
type Seen = Record<(typeof TABLES)[number], string[]>

/** Whose rows somebody gets who asks the database itself, without any condition, as the application's role. */
const seenBy = (userId: string, world: World): Promise<Seen> =>
  withClient(house.database.applicationUrl, async (client: Client) => {
    await client.query('BEGIN')
    await client.query(
      `SELECT set_config('assay.organization_id', $1, true), set_config('assay.user_id', $2, true)`,
      [house.north.id, userId],
    )
    const seen: Partial<Seen> = {}
    for (const table of TABLES) {
      const id = table === 'scorecards' ? 'id' : 'scorecard_id'
      const { rows } = await client.query<{ id: string }>(
        `SELECT DISTINCT ${id} AS id FROM ${table} WHERE ${id} = ANY($1)`,
        [[...world.scorecards.ofPeers, ...world.scorecards.ofReaders]],
      )
      seen[table] = rows.map((row) => row.id)
    }
    await client.query('ROLLBACK')
    return seen as Seen
  })

const live = async (world: World, seed: number): Promise<void> => {
  const dice = diceOf(seed)
  for (let history = 0; history < 30; history += 1) await liveOn(world, dice)
}

describe('S-41 the database asked by itself', () => {
  test('gives whoever owes their own scorecard and nothing else, of four tables', async () => {
    const world = await buildWorld(house, people, 'own_submitted')
    await live(world, 11)
    for (const [place, { person }] of world.readers.entries()) {
      const own = world.scorecards.ofReaders[place]!
      expect([person.role, await seenBy(person.id, world)]).toEqual([
        person.role,
        { scorecards: [own], scorecard_revisions: [], ratings: [], scorecard_drafts: [own] },
      ])
    }
    // Nobody who asks gets the draft of somebody else, and without a person nothing is told.
    const admin = await seenBy(house.south.admin.id, world)
    expect(admin).toEqual({ scorecards: [], scorecard_revisions: [], ratings: [], scorecard_drafts: [] })
    await withClient(house.database.ownerUrl, (client) =>
      client.query(`UPDATE panelists SET owes = false, released_at = now() WHERE user_id = $1 AND owes`, [
        world.readers[0]!.person.id,
      ]),
    )
    const free = await seenBy(world.readers[0]!.person.id, world)
    expect(free.scorecards.length).toBeGreaterThan(1)
    expect(free.ratings.length).toBeGreaterThan(0)
    expect(free.scorecard_drafts).toEqual([world.scorecards.ofReaders[0]])
  })
})

describe('S-41 without the policies', () => {
  test('the rule holds by itself', async () => {
    await withClient(house.database.ownerUrl, async (client) => {
      for (const table of ['scorecards', 'scorecard_revisions', 'ratings']) {
        await client.query(`DROP POLICY ${table}_blind ON ${table}`)
      }
      await client.query('DROP POLICY scorecard_drafts_own ON scorecard_drafts')
    })
    const world = await buildWorld(house, people, 'own_submitted')
    const channels = [
      ...scorecardChannels(world),
      ...world.scorecards.ofPeers.map((id) => ({ method: 'GET', path: `/api/v1/scorecards/${id}/room` })),
    ]
    // A peer finds their own by its room: only this one asks for those of everybody.
    const before = await answersOf(world, channels)
    await live(world, 13)
    expect(differencesOf(world, channels, before, await answersOf(world, channels))).toEqual([])
  })
})
