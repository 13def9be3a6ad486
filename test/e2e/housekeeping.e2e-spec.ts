import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { HousekeepingService } from '../../apps/api/src/housekeeping/housekeeping.service.ts'
import { withClient } from '../support/database.ts'
import { type Person, type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse

beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.stop())

const asOwner = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  withClient(house.database.ownerUrl, async (client) => (await client.query(sql, values)).rows as T[])

const sweep = () => house.server.app.get(HousekeepingService, { strict: false }).sweep()

const addSession = async (person: Person, expires: string, ended: string | null): Promise<string> => {
  const id = newId()
  await asOwner(
    `INSERT INTO sessions (organization_id, id, user_id, device, address, expires_at, ended_at, ended_because)
     VALUES ($1, $2, $3, 'Firefox', '127.0.0.1', now() + $4::interval, now() + $5::interval,
             CASE WHEN $5::interval IS NULL THEN NULL ELSE 'signed_out' END)`,
    [person.organizationId, id, person.id, expires, ended],
  )
  await asOwner(
    'INSERT INTO refresh_tokens (organization_id, id, session_id, token_hash) VALUES ($1, $2, $3, $4)',
    [person.organizationId, newId(), id, randomBytes(32)],
  )
  return id
}

const endOf = async (id: string): Promise<string | null | undefined> =>
  (
    await asOwner<{ ended_because: string | null }>('SELECT ended_because FROM sessions WHERE id = $1', [id])
  )[0]?.ended_because

const tokensOf = async (id: string): Promise<number> =>
  (await asOwner('SELECT 1 FROM refresh_tokens WHERE session_id = $1', [id])).length

test('a session that ran out is ended, one that lives stays, in every organization', async () => {
  const [north, south] = [house.north.interviewer, house.south.interviewer]
  const gone = [await addSession(north, '-1 minute', null), await addSession(south, '-1 minute', null)]
  const alive = await addSession(north, '1 hour', null)
  await sweep()
  expect(await Promise.all(gone.map(endOf))).toEqual(['expired', 'expired'])
  expect(await endOf(alive)).toBeNull()
  expect(await tokensOf(alive)).toBe(1)
})

test('keys of a session go a day after its end, the session itself after the days of its organization', async () => {
  const person = house.north.recruiter
  await asOwner('UPDATE organizations SET session_history_days = 10 WHERE id = $1', [person.organizationId])
  const [fresh, dayOld, forgotten] = [
    await addSession(person, '1 hour', '-1 hour'),
    await addSession(person, '1 hour', '-2 days'),
    await addSession(person, '1 hour', '-11 days'),
  ]
  await sweep()
  expect([await endOf(fresh), await tokensOf(fresh)]).toEqual(['signed_out', 1])
  expect([await endOf(dayOld), await tokensOf(dayOld)]).toEqual(['signed_out', 0])
  expect(await endOf(forgotten)).toBeUndefined()
})

test('links and idempotency keys are forgotten when they have had their time, not before', async () => {
  const { organizationId, id } = house.south.admin
  for (const [name, expires] of [
    ['old', '-31 days'],
    ['late', '-29 days'],
  ]) {
    await asOwner(
      `INSERT INTO one_time_links (organization_id, id, user_id, purpose, token_hash, expires_at)
       VALUES ($1, $2, $3, 'password_reset', sha256($4::bytea), now() + $5::interval)`,
      [organizationId, newId(), id, name, expires],
    )
  }
  for (const age of ['25 hours', '23 hours']) {
    await asOwner(
      `INSERT INTO idempotency_keys (organization_id, user_id, route, key, request_hash, status, created_at)
       VALUES ($1, $2, '/api/v1/users', $3, $4, 201, now() - $5::interval)`,
      [organizationId, id, age, randomBytes(32), age],
    )
  }
  await sweep()
  expect(await asOwner('SELECT encode(token_hash, $1) AS hash FROM one_time_links', ['hex'])).toEqual([
    { hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ])
  expect(await asOwner('SELECT key FROM idempotency_keys')).toEqual([{ key: '23 hours' }])
})
