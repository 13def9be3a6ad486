import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Organization, Problem } from '@assay/contracts'
import type { HttpClient } from '../support/http-client.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { withClient } from '../support/database.ts'

let house: RunningHouse
let admin: HttpClient

beforeAll(async () => {
  house = await startHouse()
  admin = await house.signedIn(house.north.admin)
})
afterAll(() => house.stop())

describe('a bad body', () => {
  test.each<[string, string, number, string]>([
    ['broken JSON', '{"name":', 400, 'malformed_body'],
    ['__proto__', '{"name":"x","__proto__":{"admin":true}}', 400, 'malformed_body'],
    ['constructor.prototype', '{"constructor":{"prototype":{"admin":true}}}', 400, 'malformed_body'],
    ['21 levels', `${'['.repeat(21)}${']'.repeat(21)}`, 400, 'malformed_body'],
    ['more than a megabyte', JSON.stringify({ name: 'x'.repeat(1_100_000) }), 413, 'body_too_large'],
    ['nothing', '', 400, 'validation_failed'],
    ['null', 'null', 400, 'validation_failed'],
    ['a list', '[]', 400, 'validation_failed'],
    ['a number for a name', '{"name":1}', 400, 'validation_failed'],
    ['a list for a name', '{"name":["x"]}', 400, 'validation_failed'],
    ['an unknown field', '{"name":"x","nick":"y"}', 400, 'validation_failed'],
    ['NUL in a name', '{"name":"a\\u0000b"}', 400, 'validation_failed'],
    ['half a surrogate pair', '{"name":"a\\ud800b"}', 400, 'validation_failed'],
    ['a hidden direction change', '{"name":"a\\u202eb"}', 400, 'validation_failed'],
    ['a name of blanks', '{"name":"   "}', 400, 'validation_failed'],
    ['a name of 201 characters', JSON.stringify({ name: 'x'.repeat(201) }), 400, 'validation_failed'],
    ['a place that is no time zone', '{"timeZone":"Mars/Olympus"}', 400, 'validation_failed'],
  ])('%s is refused and stores nothing', async (_what, raw, status, code) => {
    const before = (await admin.get('/api/v1/organization')).json<Organization>()
    const answer = await admin.send('PATCH', '/api/v1/organization', {
      raw,
      headers: { 'content-type': 'application/json', 'if-match': `"${before.revision}"` },
    })
    expect([answer.status, answer.json<Problem>().code]).toEqual([status, code])
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect((await admin.get('/api/v1/organization')).json()).toEqual(before)
  })

  test('of another kind than JSON is refused', async () => {
    const answer = await admin.send('PATCH', '/api/v1/organization', {
      raw: 'name=x',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'if-match': '"1"' },
    })
    expect([answer.status, answer.json<Problem>().code]).toEqual([415, 'unsupported_media_type'])
  })

  test('is told field by field, in words', async () => {
    const answer = await admin.post('/api/v1/invitations', {
      name: '',
      email: 'nobody',
      role: 'root',
      nick: 1,
    })
    expect(answer.json<Problem>().errors).toMatchObject({
      name: 'Please fill this in.',
      email: 'This is not an e-mail address.',
      nick: 'This field is not known.',
    })
  })
})

describe('an idempotency key', () => {
  const disable = (key: string, body?: unknown) =>
    admin.post(`/api/v1/users/${house.north.interviewer.id}/disable`, body, { 'idempotency-key': key })

  const eventCount = () =>
    withClient(house.database.ownerUrl, async (client) => {
      const { rows } = await client.query<{ n: number }>(
        "SELECT count(*)::int AS n FROM audit_events WHERE action = 'user.disabled'",
      )
      return rows[0]!.n
    })

  test('makes twenty at once happen once, and replays the same answer', async () => {
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 20 }, () => disable(key)))
    const done = answers.filter(({ status }) => status === 200)
    const busy = answers.filter(({ status }) => status === 409)
    expect(done.length + busy.length).toBe(20)
    expect(new Set(done.map(({ text }) => text)).size).toBe(1)
    expect(busy.every((answer) => answer.json<Problem>().code === 'idempotency_in_flight')).toBe(true)
    const replay = await disable(key)
    expect([replay.status, replay.text, replay.headers.get('idempotency-replayed')]).toEqual([
      200,
      done[0]!.text,
      'true',
    ])
    expect(replay.headers.get('etag')).toBe(done[0]!.headers.get('etag'))
    expect(await eventCount()).toBe(1)
  })

  test('with another body is refused', async () => {
    const key = randomUUID()
    await admin.post(
      `/api/v1/users/${house.north.recruiter.id}/role`,
      { role: 'recruiter' },
      { 'idempotency-key': key },
    )
    const other = await admin.post(
      `/api/v1/users/${house.north.recruiter.id}/role`,
      { role: 'interviewer' },
      { 'idempotency-key': key },
    )
    expect([other.status, other.json<Problem>().code]).toEqual([422, 'idempotency_mismatch'])
  })

  test('is checked for access before it is replayed', async () => {
    const key = randomUUID()
    await disable(key)
    const stranger = await house.signedIn(house.north.recruiter)
    const answer = await stranger.post(`/api/v1/users/${house.north.interviewer.id}/disable`, undefined, {
      'idempotency-key': key,
    })
    expect(answer.status).toBe(403)
  })

  test('that failed may be tried again', async () => {
    const key = randomUUID()
    const own = `/api/v1/users/${house.north.admin.id}/disable`
    expect((await admin.post(own, undefined, { 'idempotency-key': key })).status).toBe(409)
    const again = await admin.post(own, undefined, { 'idempotency-key': key })
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([409, null])
  })

  test('must be a UUID', async () => {
    expect((await disable('1')).status).toBe(400)
  })

  test('never stores an answer that holds a secret', async () => {
    const key = randomUUID()
    const body = { name: 'secret', scopes: ['users.read'], days: 1 }
    await admin.post('/api/v1/api-tokens', body, { 'idempotency-key': key })
    const stored = await withClient(house.database.ownerUrl, (client) =>
      client.query("SELECT FROM idempotency_keys WHERE body LIKE '%assay_pat_%'"),
    )
    expect(stored.rowCount).toBe(0)
  })
})

describe('the documentation', () => {
  test('describes every route, with named shapes', async () => {
    const answer = await house.client().get('/api/openapi.json')
    const document = answer.json<{
      paths: Record<string, Record<string, { responses: Record<string, unknown> }>>
      components: { schemas: Record<string, unknown> }
    }>()
    expect(document.paths['/api/v1/sessions']!['post']!.responses).toHaveProperty('201')
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['User', 'InviteUser', 'CurrentSession', 'Problem', 'AuditEvent']),
    )
    const dangling = [...answer.text.matchAll(/"#\/components\/schemas\/(\w+)"/g)]
      .map(([, name]) => name!)
      .filter((name) => !(name in document.components.schemas))
    expect(dangling).toEqual([])
  })

  test('is a page without inline scripts', async () => {
    const page = await house.client().get('/api/docs')
    expect(page.status).toBe(200)
    expect(page.text).not.toMatch(/<script(?![^>]*\ssrc=)/)
    expect((await house.client().get('/api/docs/swagger-ui-bundle.js')).status).toBe(200)
  })
})

test('an unknown address of the API is a problem; any other is a page of the dashboard', async () => {
  const client = house.client()
  const unknown = await client.get('/api/v1/nothing')
  expect([unknown.status, unknown.json<Problem>().code]).toEqual([404, 'not_found'])
  const page = await client.get('/users/somebody')
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
})
