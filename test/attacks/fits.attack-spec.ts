import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Client } from 'pg'
import { type ComparedJobs, comparedJobs } from '../support/compared-jobs.ts'
import { withClient } from '../support/database.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { type FitsWorld, fitsWorld } from './fits-world.ts'

let house: RunningHouse
let own: ComparedJobs
let world: FitsWorld

beforeAll(async () => {
  house = await startHouse()
  own = await comparedJobs(house)
  world = await fitsWorld(house, own)
}, 60_000)
afterAll(() => house.stop())

/** As the application's role, for an organization and a person, asking the database by itself. */
const asApplication = <Result>(
  organizationId: string,
  userId: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> =>
  withClient(house.database.applicationUrl, async (client) => {
    await client.query('BEGIN')
    await client.query(
      `SELECT set_config('assay.organization_id', $1, true), set_config('assay.user_id', $2, true)`,
      [organizationId, userId],
    )
    const result = await work(client)
    await client.query('ROLLBACK')
    return result
  })

describe('S-41 what was measured of a family', () => {
  test('the database gives whoever owes there no row, and everybody else theirs', async () => {
    const id = await world.measure()
    const rows = async (organizationId: string, userId: string): Promise<number> =>
      asApplication(organizationId, userId, async (client) => {
        const { rowCount } = await client.query('SELECT FROM measurement_fits WHERE id = $1', [id])
        return rowCount ?? 0
      })
    const { north, south } = house
    expect(await rows(north.id, north.admin.id)).toBe(0)
    expect(await rows(north.id, north.recruiter.id)).toBe(1)
    expect(await rows(south.id, south.admin.id)).toBe(0)
  })

  test('the functions past the wall know the organization of the transaction and no other', async () => {
    const found = (organizationId: string): Promise<number[]> =>
      asApplication(organizationId, house.north.admin.id, async (client) => {
        const ratings = await client.query('SELECT FROM assay_fit_ratings($1)', [world.job.family])
        const changes = await client.query(`SELECT FROM assay_fit_changes('-infinity') WHERE job_id = $1`, [
          world.job.id,
        ])
        return [ratings.rowCount ?? 0, changes.rowCount ?? 0]
      })
    const [ratings, changes] = await found(house.north.id)
    expect([ratings! > 0, changes]).toEqual([true, 1])
    expect(await found(house.south.id)).toEqual([0, 0])
    expect(await found('')).toEqual([0, 0])
  })

  test('without the policy the rules hold by themselves, whatever was measured', async () => {
    await withClient(house.database.ownerUrl, (client) =>
      client.query('DROP POLICY measurement_fits_blind ON measurement_fits'),
    )
    const fresh = await fitsWorld(house, own)
    const before = await fresh.told()
    await fresh.measure()
    expect(await fresh.told()).toEqual(before)
  })
})
