import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Organization } from '@assay/contracts'
import type { HttpClient } from '../support/http-client.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let admin: HttpClient

beforeAll(async () => {
  house = await startHouse()
  admin = await house.signedIn(house.north.admin)
})
afterAll(() => house.stop())

describe('S-35 commands from another site', () => {
  const json = { 'content-type': 'application/json' }
  test.each<[string, string, string, Record<string, string>, string]>([
    [
      'a form that is sent as text',
      'POST',
      '/sessions',
      { 'content-type': 'text/plain', 'sec-fetch-site': 'cross-site' },
      '{"a":1}',
    ],
    [
      'a plain form',
      'POST',
      '/sessions',
      { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      'a=1',
    ],
    [
      'a form with files',
      'POST',
      '/invitations',
      { 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'cross-site' },
      '--x--',
    ],
    [
      'a script of another site',
      'PATCH',
      '/organization',
      { ...json, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      '{"name":"x"}',
    ],
    [
      'a script of a neighbouring name',
      'PATCH',
      '/organization',
      { ...json, 'sec-fetch-site': 'same-site' },
      '{"name":"x"}',
    ],
    [
      'an old browser of another site',
      'DELETE',
      '/sessions/current',
      { 'sec-fetch-site': '', origin: 'https://evil.example' },
      '',
    ],
    ['a sandboxed frame', 'DELETE', '/sessions/current', { 'sec-fetch-site': '', origin: 'null' }, ''],
    ['nobody says from where', 'DELETE', '/sessions/current', { 'sec-fetch-site': '', origin: '' }, ''],
    [
      'an origin that only begins like ours',
      'PATCH',
      '/organization',
      { ...json, 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1.evil.example' },
      '{"name":"x"}',
    ],
    [
      'signing in as somebody else',
      'POST',
      '/sessions',
      { ...json, 'sec-fetch-site': 'cross-site' },
      '{"email":"a@b.example","password":"x"}',
    ],
  ])('%s is refused and changes nothing', async (_what, method, path, headers, raw) => {
    const before = (await admin.get('/api/v1/organization')).json<Organization>()
    const kept = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''))
    const response = await fetch(`${house.url}/api/v1${path}`, {
      method,
      headers: { cookie: admin.cookieHeader(), 'if-match': '"1"', ...kept },
      ...(raw === '' ? {} : { body: raw }),
    })
    // A body that no route takes is refused even earlier, by its type.
    expect([403, 415]).toContain(response.status)
    expect(response.headers.getSetCookie()).toEqual([])
    expect((await admin.get('/api/v1/organization')).json()).toEqual(before)
  })
})

describe('S-38 headers', () => {
  test.each([
    ['a page', '/'],
    ['an answer', '/api/v1/setup'],
    ['a refusal', '/api/v1/users'],
    ['something unknown', '/api/v1/nothing'],
    ['a health check', '/healthz'],
    ['the documentation', '/api/docs'],
  ])('%s carries all of them', async (_what, path) => {
    const { headers } = await house.client().get(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp')
    expect(headers.get('x-permitted-cross-domain-policies')).toBe('none')
    expect(headers.get('x-dns-prefetch-control')).toBe('off')
    expect(headers.get('origin-agent-cluster')).toBe('?1')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('cache-control')).toBe('no-store')
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/)
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('server')).toBeNull()
    expect(headers.get('content-type')).toMatch(/^(text\/html|application\/(problem\+)?json); charset=utf-8$/)
  })

  test('a page runs only our scripts, and its styles carry a nonce that is new each time', async () => {
    const [first, second] = await Promise.all([house.client().get('/'), house.client().get('/')])
    const policies = [first, second].map(({ headers }) => headers.get('content-security-policy')!)
    expect(policies[0]).toContain("script-src 'self';")
    expect(policies[0]).toContain("require-trusted-types-for 'script'")
    expect(policies[0]).not.toContain("'unsafe-inline'")
    const nonces = policies.map((policy) => /'nonce-([^']+)'/.exec(policy)![1])
    expect(nonces[0]).not.toBe(nonces[1])
    expect(first.text).toContain(nonces[0]!)
    expect(first.text).not.toContain('__CSP_NONCE__')
    expect(first.text).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|\son\w+=|https?:\/\//)
  })
})

describe('S-23 and S-36 text that wants to be more than text', () => {
  test.each([
    '{{constructor.constructor("return process")()}}',
    '${7*7}',
    '<%= 7*7 %>',
    '#{7*7}',
    '<script>alert(1)</script>',
    '=cmd|calc',
    '%0d%0aSet-Cookie: x=1',
  ])('%s is kept and given back as it is', async (text) => {
    const answer = await admin.post('/api/v1/invitations', {
      name: text,
      email: `t${Math.random()}@north.example`,
      role: 'interviewer',
    })
    expect(answer.json<{ user: { name: string } }>().user.name).toBe(text)
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  })

  test.each(['a\r\nBcc: everybody@north.example', 'a\nSet-Cookie: x=1', 'a\u2028b'])(
    'a line break in a name is refused',
    async (name) => {
      const answer = await admin.post('/api/v1/invitations', {
        name,
        email: 'line@north.example',
        role: 'interviewer',
      })
      expect(answer.status).toBe(400)
    },
  )
})

describe('S-30 polluted parameters', () => {
  test.each([
    '/api/v1/users?__proto__[x]=1',
    '/api/v1/users?constructor.prototype.x=1',
    '/api/v1/users?range=[0,1]&range=[0,2]',
    '/api/v1/users?filter[role]=admin',
    `/api/v1/users?filter=${encodeURIComponent('{"__proto__":{"x":1}}')}`,
    `/api/v1/users?filter=${encodeURIComponent('{"q":["a"]}')}`,
  ])('%s is refused', async (path) => {
    expect((await admin.get(path)).status).toBe(400)
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })
})

describe('S-06 sorting by what is not a column', () => {
  test.each([
    '["(CASE WHEN (SELECT 1)=1 THEN name ELSE email END)","ASC"]',
    '["name","ASC;--"]',
    '["name; DROP TABLE users","ASC"]',
    '["organization.name","ASC"]',
    '["password_hash","ASC"]',
    '["passwordHash","ASC"]',
    '["name","asc"]',
    '"name"',
  ])('%s is refused', async (sort) => {
    expect((await admin.get(`/api/v1/users?sort=${encodeURIComponent(sort)}`)).status).toBe(400)
  })
})

describe('S-22 fields that are not for the client', () => {
  test.each(['tenantId', 'organizationId', 'id', 'role', 'status', 'revision', 'passwordHash', 'createdAt'])(
    '%s in a body is refused',
    async (field) => {
      const answer = await admin.send('PATCH', '/api/v1/organization', {
        body: { name: 'x', [field]: house.south.id },
        headers: { 'if-match': '"1"' },
      })
      expect([answer.status, Object.keys(answer.json<{ errors: object }>().errors)]).toEqual([400, [field]])
    },
  )
})

describe('S-21 a token that wants more', () => {
  test('cannot make, widen, revoke or list tokens, nor change a password, nor end sessions', async () => {
    const made = await admin.post('/api/v1/api-tokens', {
      name: 'script',
      scopes: ['users.read', 'account.read', 'organization.update', 'organization.read', 'audit.read'],
      days: 1,
    })
    const { id, token } = made.json<{ id: string; token: string }>()
    const attempts: [string, string, unknown?][] = [
      ['POST', '/api-tokens', { name: 'more', scopes: ['users.read'], days: 1 }],
      ['GET', '/api-tokens'],
      ['DELETE', `/api-tokens/${id}`],
      ['POST', '/users/current/password', { currentPassword: 'x', newPassword: 'y'.repeat(20) }],
      ['GET', '/sessions'],
      ['DELETE', '/sessions/current'],
      ['POST', '/invitations', { name: 'X', email: 'x@north.example', role: 'admin' }],
      ['POST', `/users/${house.north.recruiter.id}/role`, { role: 'admin' }],
    ]
    for (const [method, path, body] of attempts) {
      const response = await fetch(`${house.url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      expect([path, response.status]).toEqual([path, 403])
    }
  })
})

describe('S-11 invitations', () => {
  test('never change the credentials of somebody who is there', async () => {
    const invited = await admin.post('/api/v1/invitations', {
      name: 'Guest',
      email: 'guest@north.example',
      role: 'interviewer',
    })
    const { link, user } = invited.json<{ link: string; user: { id: string } }>()
    const token = new URL(link).hash.slice('#token='.length)
    const accept = (body: object) => house.client().post('/api/v1/invitations/accept', body)
    const smuggled = await accept({
      token,
      password: 'seven lamps above the harbour',
      email: house.north.admin.email,
    })
    expect(smuggled.status).toBe(400)
    expect((await accept({ token, password: 'seven lamps above the harbour' })).status).toBe(201)
    expect((await accept({ token, password: 'somebody else has this now' })).status).toBe(410)
    const renewed = await admin.post(`/api/v1/users/${user.id}/invitation`)
    expect(renewed.status).toBe(404)
  })
})
