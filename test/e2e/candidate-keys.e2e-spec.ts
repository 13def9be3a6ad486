import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CandidateKeysService } from '../../apps/api/src/candidates/candidate-keys.service.ts'
import { type Candidates, candidatesOf } from '../support/candidates.ts'
import { withClient } from '../support/database.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let own: Candidates

beforeAll(async () => {
  house = await startHouse()
  own = candidatesOf(await house.signedIn(house.north.recruiter))
})
afterAll(() => house.stop())

const TEXT = 'Said she led the migration herself. 日本語 😀'
const keys = () => house.server.app.get(CandidateKeysService, { strict: false })
const here = <T>(work: () => Promise<T>) => house.as(house.north.recruiter, work)
const query = <Row extends object>(text: string, values: unknown[]) =>
  withClient(house.database.superuserUrl, async (client) => (await client.query<Row>(text, values)).rows)

describe('the data key of a candidate', () => {
  test('is there from the first insert, wrapped, another for each', async () => {
    const ids = [(await own.made({ name: 'One' })).id, (await own.made({ name: 'Two' })).id]
    const rows = await query<{ wrapped_key: Buffer }>(
      'SELECT wrapped_key FROM candidate_keys WHERE candidate_id = ANY($1)',
      [ids],
    )
    expect(rows.map(({ wrapped_key: key }) => key.length)).toEqual([60, 60])
    expect(rows[0]!.wrapped_key.equals(rows[1]!.wrapped_key)).toBe(false)
  })

  test('seals text that opens again, never twice to the same', async () => {
    const { id } = await own.made({ name: 'Sealed' })
    const [one, two] = await here(async () => [await keys().seal(id, TEXT), await keys().seal(id, TEXT)])
    expect(one).not.toBe(two)
    expect(one).toMatch(/^k1\.[\w-]+$/)
    expect(await here(() => keys().open(id, one))).toBe(TEXT)
  })

  test('does not open what was changed, or sealed for somebody else', async () => {
    const [mine, other] = [await own.made({ name: 'Mine' }), await own.made({ name: 'Other' })]
    const sealed = await here(() => keys().seal(mine.id, TEXT))
    const middle = Math.floor(sealed.length / 2)
    const changed = sealed.slice(0, middle) + (sealed[middle] === 'A' ? 'B' : 'A') + sealed.slice(middle + 1)
    await expect(here(() => keys().open(mine.id, changed))).rejects.toThrow()
    await expect(here(() => keys().open(other.id, sealed))).rejects.toThrow()
    await query(
      `UPDATE candidate_keys o SET wrapped_key = m.wrapped_key FROM candidate_keys m
        WHERE o.candidate_id = $1 AND m.candidate_id = $2`,
      [other.id, mine.id],
    )
    await expect(here(() => keys().open(other.id, sealed))).rejects.toThrow()
  })

  test('destroyed, opens nothing any more, seals nothing new, and is never made again', async () => {
    const { id } = await own.made({ name: 'Erased' })
    const sealed = await here(() => keys().seal(id, TEXT))
    await query(
      'UPDATE candidate_keys SET wrapped_key = NULL, destroyed_at = now() WHERE candidate_id = $1',
      [id],
    )
    expect(await here(() => keys().open(id, sealed))).toBeNull()
    await expect(here(() => keys().seal(id, TEXT))).rejects.toThrow(/was erased/)
    await expect(here(() => keys().create(id))).rejects.toThrow()
    const [row] = await query<object>(
      'SELECT wrapped_key, destroyed_at FROM candidate_keys WHERE candidate_id = $1',
      [id],
    )
    expect(row).toEqual({ wrapped_key: null, destroyed_at: expect.any(Date) })
  })

  test('is none of the organization next door', async () => {
    const { id } = await own.made({ name: 'Walled' })
    const sealed = await here(() => keys().seal(id, TEXT))
    expect(await house.as(house.south.admin, () => keys().open(id, sealed))).toBeNull()
  })
})
