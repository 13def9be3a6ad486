import { createHmac } from 'node:crypto'
import { ACCESS_TOKEN_SECONDS, AUDIENCE, deriveKeys, ISSUER } from '@assay/access'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { AuditEvent, AuditVerification, CurrentSession } from '@assay/contracts'
import { withClient } from '../support/database.ts'
import type { HttpClient } from '../support/http-client.ts'
import { PASSWORD, type RunningHouse, SECRET, startHouse } from '../support/running-house.ts'

const MINUTE_MS = 60_000
const DAY_SECONDS = 86_400

let house: RunningHouse

beforeAll(async () => {
  house = await startHouse()
})
afterEach(() => {
  jest.useRealTimers()
})
afterAll(() => house.stop())

const asOwner = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  withClient(house.database.ownerUrl, async (client) => (await client.query(sql, values)).rows as T[])

/** Moves only the clock of this process; timers, and the database's clock, go on as they are. */
const setServerClock = (offsetMs: number): void => {
  jest.useFakeTimers({
    now: Date.now() + offsetMs,
    advanceTimers: true,
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  })
}

/** An access token as a process with another clock would make it. */
const tokenFrom = (session: CurrentSession, clockSeconds: number): string => {
  const keys = deriveKeys(SECRET)
  const iat = Math.floor(Date.now() / 1_000) + clockSeconds
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url')
  const header = part({ alg: 'HS256', typ: 'at+jwt', kid: keys.accessTokenId })
  const claims = part({
    sub: session.user.id,
    sid: session.sessionId,
    org: session.organization.id,
    iat,
    exp: iat + ACCESS_TOKEN_SECONDS,
    iss: ISSUER,
    aud: AUDIENCE,
  })
  const signature = createHmac('sha256', keys.accessToken).update(`${header}.${claims}`).digest('base64url')
  return `${header}.${claims}.${signature}`
}

describe('F-07: clocks differ', () => {
  test.each([
    ['an hour behind, so that it has long ended', -3_600, 401],
    ['a minute and a bit further behind than its lifetime', -ACCESS_TOKEN_SECONDS - 75, 401],
    ['less than a minute further behind than its lifetime', -ACCESS_TOKEN_SECONDS - 45, 200],
    ['a minute behind', -60, 200],
    ['a minute ahead', 60, 200],
  ])('an access token of a process whose clock is %s', async (_words, clockSeconds, status) => {
    const client = await house.signedIn(house.north.recruiter)
    const session = (await client.get('/api/v1/sessions/current')).json<CurrentSession>()
    const name = [...client.cookies.keys()].find((cookie) => cookie.startsWith('at')) ?? ''
    client.cookies.set(name, tokenFrom(session, clockSeconds))
    expect((await client.get('/api/v1/sessions/current')).status).toBe(status)
  })

  test.each([
    ['behind', -10 * MINUTE_MS],
    ['ahead', 10 * MINUTE_MS],
  ])(
    'a server ten minutes %s gives sessions, links and tokens their full time, by the clock of the database',
    async (_words, offsetMs) => {
      setServerClock(offsetMs)
      const client = await house.signedIn(house.north.admin)
      const email = `clock${offsetMs}@north.example`
      await client.post('/api/v1/invitations', { name: 'Clock', email, role: 'interviewer' })
      const token = { name: 'clock', scopes: ['organization.read'], days: 1 }
      expect((await client.post('/api/v1/api-tokens', token)).status).toBe(201)
      jest.useRealTimers()
      const [lifetimes] = await asOwner<Record<string, number>>(
        `SELECT (SELECT extract(epoch FROM expires_at - now()) FROM sessions ORDER BY started_at DESC LIMIT 1)::int AS session,
                (SELECT extract(epoch FROM expires_at - now()) FROM one_time_links ORDER BY created_at DESC LIMIT 1)::int AS link,
                (SELECT extract(epoch FROM expires_at - now()) FROM api_tokens ORDER BY created_at DESC LIMIT 1)::int AS token`,
      )
      for (const [kind, days] of Object.entries({ session: 30, link: 7, token: 1 })) {
        expect(Math.abs((lifetimes?.[kind] ?? 0) - days * DAY_SECONDS)).toBeLessThan(60)
      }
    },
  )

  test('the leeway of a refresh is measured by the database: a server ten minutes ahead ends no family', async () => {
    const tab = await house.signedIn(house.north.interviewer)
    const other = tab.copy()
    expect((await tab.post('/api/v1/sessions/refresh')).status).toBe(200)
    setServerClock(10 * MINUTE_MS)
    expect((await other.post('/api/v1/sessions/refresh')).status).toBe(200)
  })

  test('a session is over when the database says so, whatever the server believes', async () => {
    const tab = await house.signedIn(house.south.interviewer)
    await asOwner(
      "UPDATE sessions SET expires_at = now() - interval '1 second' WHERE organization_id = $1 AND user_id = $2",
      [house.south.id, house.south.interviewer.id],
    )
    setServerClock(-3_600_000)
    expect((await tab.post('/api/v1/sessions/refresh')).status).toBe(401)
  })

  test('a client whose clock is a day wrong stays signed in: nothing it believes is asked', async () => {
    const client: HttpClient = house.client()
    for (const offsetMs of [-1_440 * MINUTE_MS, 1_440 * MINUTE_MS]) {
      const date = new Date(Date.now() + offsetMs).toUTCString()
      const headers = { date, 'if-modified-since': date }
      await client.post(
        '/api/v1/sessions',
        { email: house.north.recruiter.email, password: PASSWORD },
        headers,
      )
      expect((await client.get('/api/v1/sessions/current', { headers })).status).toBe(200)
      expect((await client.post('/api/v1/sessions/refresh', undefined, headers)).status).toBe(200)
    }
  })

  test('the record never goes back in time when the clock of the database does; its numbers keep the order', async () => {
    const admin = await house.signedIn(house.south.admin)
    // As if the clock had been an hour ahead when the last entry was written, and was put right since.
    await asOwner("UPDATE audit_heads SET at = at + interval '1 hour' WHERE organization_id = $1", [
      house.south.id,
    ])
    for (const role of ['recruiter', 'interviewer', 'recruiter']) {
      const changed = await admin.post(`/api/v1/users/${house.south.interviewer.id}/role`, { role })
      expect(changed.status).toBe(200)
    }
    const answer = await admin.get('/api/v1/audit-events?sort=["sequence","ASC"]')
    const events = answer.json<AuditEvent[]>()
    const times = events.map(({ at }) => Date.parse(at))
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_event, index) => index + 1))
    expect(times.at(-1)).toBeGreaterThan(Date.now() + 55 * MINUTE_MS)
    const verification = await admin.get('/api/v1/audit-events/verification')
    expect(verification.json<AuditVerification>()).toMatchObject({ intact: true, findings: [] })
  })
})
