import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ApiToken, AuditEvent, Problem, Session, User } from '@assay/contracts'
import { SetupService } from '../../apps/api/src/setup/setup.service.ts'
import { withClient } from '../support/database.ts'
import type { HttpClient } from '../support/http-client.ts'
import { PASSWORD, type RunningHouse, startHouse } from '../support/running-house.ts'

const OTHER_PASSWORD = 'seven lamps above the harbour'

let house: RunningHouse
let admin: HttpClient

beforeAll(async () => {
  house = await startHouse()
  admin = await house.signedIn(house.north.admin)
})
afterAll(() => house.stop())

const asOwner = (sql: string) => withClient(house.database.ownerUrl, (client) => client.query(sql))

describe('S-14 a link that would set another password', () => {
  test('stops working when the password is changed', async () => {
    const person = house.north.recruiter
    const offer = (await admin.post(`/api/v1/users/${person.id}/password-reset`)).json<{ link: string }>()
    const client = await house.signedIn(person)
    const change = { currentPassword: PASSWORD, newPassword: OTHER_PASSWORD }
    expect((await client.post('/api/v1/users/current/password', change)).status).toBe(204)
    const token = new URL(offer.link).hash.slice('#token='.length)
    const late = await house
      .client()
      .post('/api/v1/password-resets/accept', { token, password: 'some third good words' })
    expect(late.status).toBe(410)
  })
})

describe('S-17 guessing', () => {
  test('the present password from inside a session ends after ten tries', async () => {
    const client = await house.signedIn(house.south.interviewer)
    const statuses: number[] = []
    for (let guess = 0; guess < 12; guess += 1) {
      const answer = await client.post('/api/v1/users/current/password', {
        currentPassword: `guess number ${guess}`,
        newPassword: OTHER_PASSWORD,
      })
      statuses.push(answer.status)
    }
    expect(statuses.filter((status) => status === 400)).toHaveLength(10)
    expect(statuses.slice(10)).toEqual([429, 429])
  })

  test('a flood from the same address does not keep somebody out of a device of theirs', async () => {
    const known = await house.signedIn(house.south.admin)
    for (let round = 0; round < 11; round += 1) {
      await Promise.all(
        Array.from({ length: 10 }, (_nothing, index) =>
          house
            .client()
            .post('/api/v1/sessions', { email: `nobody${round}-${index}@x.example`, password: 'x' }),
        ),
      )
    }
    const stranger = await house
      .client()
      .post('/api/v1/sessions', { email: house.south.admin.email, password: PASSWORD })
    expect(stranger.status).toBe(429)
    const back = await known.post('/api/v1/sessions', { email: house.south.admin.email, password: PASSWORD })
    expect(back.status).toBe(201)
    await asOwner('DELETE FROM sign_in_limits')
  })
})

test('S-01 two setup links, used at the same moment, make one organization', async () => {
  const fresh = await startHouse({ empty: true })
  try {
    const setups = fresh.server.app.get(SetupService)
    const tokens = [await setups.offerToken(), await setups.offerToken()]
    const answers = await Promise.all(
      tokens.map((token, index) =>
        fresh.client().post('/api/v1/setup', {
          token,
          organizationName: 'Northwind',
          name: 'Amara',
          email: `amara${index}@north.example`,
          password: OTHER_PASSWORD,
        }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
  } finally {
    await fresh.stop()
  }
})

describe('changes at the same moment', () => {
  test('never share a revision', async () => {
    const { id } = house.north.hiring_manager
    for (let round = 0; round < 10; round += 1) {
      const { revision } = (await admin.get(`/api/v1/users/${id}`)).json<User>()
      const [renamed, moved] = await Promise.all([
        admin.patch(`/api/v1/users/${id}`, { name: `Name ${round}` }, revision),
        admin.post(`/api/v1/users/${id}/role`, { role: round % 2 ? 'hiring_manager' : 'recruiter' }),
      ])
      const { revision: last } = (await admin.get(`/api/v1/users/${id}`)).json<User>()
      const changes = [renamed, moved].filter(({ status }) => status === 200).length
      expect(last).toBe(revision + changes)
    }
  })

  test('make no more than twenty tokens', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () =>
        admin.post('/api/v1/api-tokens', { name: 'x', scopes: ['users.read'], days: 1 }),
      ),
    )
    expect(answers.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(20)
    const live = (await admin.get('/api/v1/api-tokens'))
      .json<ApiToken[]>()
      .filter(({ revokedAt }) => !revokedAt)
    expect(live.length).toBeLessThanOrEqual(20)
  })

  test('that change nothing keep their revision', async () => {
    const before = (await admin.get('/api/v1/organization')).json<{ revision: number; name: string }>()
    const same = await admin.patch('/api/v1/organization', { name: before.name }, before.revision)
    expect(same.json<{ revision: number }>().revision).toBe(before.revision)
  })
})

test('S-13 enabling somebody again does not bring their API tokens back', async () => {
  const person = house.south.recruiter
  const southAdmin = await house.signedIn(house.south.admin)
  const client = await house.signedIn(person)
  const made = await client.post('/api/v1/api-tokens', { name: 'x', scopes: ['account.read'], days: 1 })
  const { token } = made.json<{ token: string }>()
  await southAdmin.post(`/api/v1/users/${person.id}/disable`)
  await southAdmin.post(`/api/v1/users/${person.id}/enable`)
  const answer = await fetch(`${house.url}/api/v1/sessions/current`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(answer.status).toBe(401)
})

test('every live session of a person is in their list, however many there are', async () => {
  const { organizationId, id } = house.south.hiring_manager
  await asOwner(
    `INSERT INTO sessions (organization_id, id, user_id, device, address, expires_at)
     SELECT '${organizationId}', gen_random_uuid(), '${id}', 'Old', '127.0.0.1', now() + interval '1 day'
       FROM generate_series(1, 120)`,
  )
  const client = await house.signedIn(house.south.hiring_manager)
  const listed = (await client.get('/api/v1/sessions')).json<Session[]>()
  const live = await asOwner(`SELECT FROM sessions WHERE user_id = '${id}' AND ended_at IS NULL`)
  expect(listed.filter(({ endedAt }) => endedAt === null).length).toBe(live.rowCount)
  expect(live.rowCount).toBeLessThanOrEqual(100)
})

test('F-08 an idempotency key that has had its day is free again', async () => {
  const key = randomUUID()
  const command = () =>
    admin.post(
      `/api/v1/users/${house.north.interviewer.id}/role`,
      { role: 'interviewer' },
      { 'idempotency-key': key },
    )
  expect((await command()).status).toBe(200)
  await asOwner("UPDATE idempotency_keys SET created_at = now() - interval '25 hours'")
  const again = await command()
  expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, null])
})

test('the record tells whose session ended', async () => {
  const client = await house.signedIn(house.north.interviewer)
  await client.delete('/api/v1/sessions/current')
  const filter = encodeURIComponent('{"action":"session.ended"}')
  const [event] = (await admin.get(`/api/v1/audit-events?filter=${filter}`)).json<AuditEvent[]>()
  expect(event!.subjectName).toBe(house.north.interviewer.name)
})

describe('S-22 fields where none are taken', () => {
  test.each([
    ['POST', () => `/api/v1/users/${house.north.interviewer.id}/enable`, { junk: 1 }],
    ['GET', () => '/api/v1/organization?junk=1', undefined],
    ['DELETE', () => `/api/v1/api-tokens/${randomUUID()}`, { junk: 1 }],
  ])('are refused on %s', async (method, path, body) => {
    const answer = await admin.send(method, path(), { body })
    expect([answer.status, answer.json<Problem>().errors]).toEqual([
      400,
      { junk: 'This field is not known.' },
    ])
  })
})

describe('names that cannot be seen', () => {
  test.each(['\u200b\u2060', '\u3164', '\u200fadmin\u061c', '\u2800\u2800', '\u200d'])(
    'are refused',
    async (name) => {
      const answer = await admin.post('/api/v1/invitations', {
        name,
        email: 'blank@north.example',
        role: 'admin',
      })
      expect([answer.status, Object.keys(answer.json<Problem>().errors ?? {})]).toEqual([400, ['name']])
    },
  )
})

describe('S-38 addresses that lead nowhere', () => {
  test.each([
    ['/assets/..%2f..%2f..%2fpackage.json', 404],
    ['/assets/../../../package.json', 404],
    ['/.env', 404],
    ['/robots.txt', 404],
    ['/.vite/manifest.json', 404],
    ['/metrics', 404],
    ['/%zz', 404],
    ['/api/v1/%zz', 404],
  ])('%s is a problem with every header, and no success', async (path, status) => {
    const answer = await house.client().get(path)
    expect([path, answer.status]).toEqual([path, status])
    expect(answer.json<Problem>().code).toBe('not_found')
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(answer.headers.get('x-request-id')).toBeTruthy()
  })
})
