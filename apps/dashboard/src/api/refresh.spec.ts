import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { asProblem, type ApiProblem } from './problem.ts'
import { request } from './request.ts'
import { onSessionExpired } from './sign-in-again.ts'

/** The network is the boundary: paths that went out are written down, answers are given in turn. */
let sent: string[] = []
let answers: Response[] = []
let asked = 0
let stopAsking = (): void => undefined
const network = globalThis.fetch

const answer = (status: number, body: unknown = {}, headers: Record<string, string> = {}): void => {
  answers.push(new Response(JSON.stringify(body), { status, headers }))
}

const failure = async (): Promise<ApiProblem> =>
  await request('/users/a').then(() => {
    throw new Error('It should have failed.')
  }, asProblem)

beforeEach(() => {
  sent = []
  answers = []
  asked = 0
  stopAsking = onSessionExpired(async () => {
    asked += 1
    return false
  })
  globalThis.fetch = async (input) => {
    sent.push(new URL(input as string, 'https://assay.example').pathname.replace('/api/v1', ''))
    const next = answers.shift()
    if (!next) throw new TypeError('fetch failed')
    return next
  }
})
afterEach(() => {
  stopAsking()
  globalThis.fetch = network
})

describe('a session that has to be refreshed', () => {
  it('is over on a 401, and only then is the person asked', async () => {
    answer(401)
    answer(401, { code: 'unauthenticated' })
    expect((await failure()).status).toBe(401)
    expect(asked).toBe(1)
  })

  it.each([
    [429, 'rate_limited'],
    [503, 'unavailable'],
    [500, 'internal'],
  ])('stays on a %i: the request fails with that problem', async (status, code) => {
    answer(401)
    answer(status)
    expect(await failure()).toMatchObject({ status, code })
    expect([asked, sent]).toEqual([0, ['/users/a', '/sessions/refresh']])
  })

  it('stays when there is no answer', async () => {
    answer(401)
    expect(await failure()).toMatchObject({ status: 0, code: 'network' })
    expect(asked).toBe(0)
  })

  it('is asked for once more when the server says to come back soon', async () => {
    answer(401)
    answer(503, {}, { 'Retry-After': '0' })
    answer(200)
    answer(200, { id: 'a' })
    expect((await request('/users/a')).data).toEqual({ id: 'a' })
    expect(sent).toEqual(['/users/a', '/sessions/refresh', '/sessions/refresh', '/users/a'])
  })

  it('is not asked for a third time, nor after a long wait', async () => {
    answer(401)
    answer(429, {}, { 'Retry-After': '0' })
    answer(429, {}, { 'Retry-After': '0' })
    expect((await failure()).status).toBe(429)
    answer(401)
    answer(429, {}, { 'Retry-After': '60' })
    expect(await failure()).toMatchObject({ status: 429, retryAfterSeconds: 60 })
    expect(sent.filter((path) => path === '/sessions/refresh')).toHaveLength(3)
  })
})
