import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ApiToken, CurrentSession, Problem } from '@assay/contracts'
import { HttpClient } from '../support/http-client.ts'
import { type Person, type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse

beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.stop())

const createToken = async (person: Person, scopes: string[]): Promise<{ id: string; token: string }> => {
  const client = await house.signedIn(person)
  const answer = await client.post('/api/v1/api-tokens', { name: 'script', scopes, days: 30 })
  expect(answer.status).toBe(201)
  return answer.json()
}

/** A script: no cookies, no browser headers. */
const asScript = (token: string, path: string, method = 'GET', body?: unknown) =>
  fetch(house.url + path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })

test('a token does what it carries, for its owner, and is shown once', async () => {
  const { token } = await createToken(house.north.admin, ['users.read', 'account.read'])
  expect((await asScript(token, '/api/v1/users')).status).toBe(200)
  expect((await asScript(token, '/api/v1/audit-events')).status).toBe(403)
  const current = (await (await asScript(token, '/api/v1/sessions/current')).json()) as CurrentSession
  expect([current.user.email, current.permissions]).toEqual([
    house.north.admin.email,
    ['account.read', 'users.read'],
  ])
  const client = await house.signedIn(house.north.admin)
  const list = await client.get('/api/v1/api-tokens')
  expect(list.text).not.toContain(token)
  expect(list.json<ApiToken[]>()[0]!.lastUsedAt).not.toBeNull()
})

test('a token can be made neither for rights that its owner lacks nor for those that need a browser', async () => {
  const client = await house.signedIn(house.north.interviewer)
  const beyond = await client.post('/api/v1/api-tokens', { name: 'x', scopes: ['audit.read'], days: 1 })
  expect(beyond.json<Problem>().errors).toEqual({ scopes: 'You do not have audit.read yourself.' })
  const browser = await client.post('/api/v1/api-tokens', { name: 'x', scopes: ['users.manage'], days: 1 })
  expect(browser.status).toBe(400)
})

test('a token loses what its owner loses', async () => {
  const admin = await house.signedIn(house.south.admin)
  const { token } = await createToken(house.south.recruiter, ['users.read'])
  expect((await asScript(token, '/api/v1/users')).status).toBe(200)
  await admin.post(`/api/v1/users/${house.south.recruiter.id}/role`, { role: 'interviewer' })
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect((await asScript(token, '/api/v1/users')).status).toBe(403)
  await admin.post(`/api/v1/users/${house.south.recruiter.id}/disable`)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect((await asScript(token, '/api/v1/users')).status).toBe(401)
})

test('a revoked token is out at once', async () => {
  const client = await house.signedIn(house.north.recruiter)
  const { id, token } = await createToken(house.north.recruiter, ['users.read'])
  expect((await asScript(token, '/api/v1/users')).status).toBe(200)
  expect((await client.delete(`/api/v1/api-tokens/${id}`)).status).toBe(204)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect((await asScript(token, '/api/v1/users')).status).toBe(401)
  expect((await client.delete(`/api/v1/api-tokens/${id}`)).status).toBe(404)
})

test('a bad token is not saved by a good cookie', async () => {
  const client = await house.signedIn(house.north.admin)
  const answer = await client.get('/api/v1/users', { headers: { authorization: 'Bearer assay_pat_wrong' } })
  expect(answer.status).toBe(401)
})

test('nobody has more than twenty live tokens', async () => {
  const client: HttpClient = await house.signedIn(house.north.hiring_manager)
  const answers: number[] = []
  for (let made = 0; made < 21; made += 1) {
    const answer = await client.post('/api/v1/api-tokens', {
      name: `t${made}`,
      scopes: ['users.read'],
      days: 1,
    })
    answers.push(answer.status)
  }
  expect(answers.filter((status) => status === 201)).toHaveLength(20)
  expect(answers.at(-1)).toBe(409)
})
