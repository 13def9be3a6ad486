import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CurrentSession, Session } from '@assay/contracts'
import { withClient } from '../support/database.ts'
import { PASSWORD, type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse

beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.stop())

const asOwner = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  withClient(house.database.ownerUrl, async (client) => (await client.query(sql, values)).rows as T[])

describe('signing in', () => {
  test('answers who it is and what they may do, and keeps the tokens out of reach of scripts', async () => {
    const client = house.client()
    const answer = await client.post('/api/v1/sessions', {
      email: house.north.admin.email,
      password: PASSWORD,
    })
    expect(answer.status).toBe(201)
    expect(answer.json<CurrentSession>()).toMatchObject({
      user: { email: house.north.admin.email, role: 'admin' },
      organization: { name: 'Northwind', demo: false },
    })
    for (const cookie of answer.headers.getSetCookie()) {
      expect(cookie).toMatch(/; HttpOnly/)
      expect(cookie).toMatch(/; SameSite=Strict/)
      expect(cookie).toMatch(/; Path=\//)
    }
    expect(answer.text).not.toContain(client.cookie('at'))
  })

  test('ignores the case of the address', async () => {
    const answer = await house
      .client()
      .post('/api/v1/sessions', { email: house.north.admin.email.toUpperCase(), password: PASSWORD })
    expect(answer.status).toBe(201)
  })

  test('says the same for a wrong password, an unknown address and a person who was only invited', async () => {
    const admin = await house.signedIn(house.north.admin)
    await admin.post('/api/v1/invitations', { name: 'New', email: 'new@north.example', role: 'interviewer' })
    const attempts = [house.north.recruiter.email, 'nobody@north.example', 'new@north.example']
    const answers = await Promise.all(
      attempts.map((email) =>
        house.client().post('/api/v1/sessions', { email, password: 'a wrong password' }),
      ),
    )
    const seen = answers.map(({ status, text }) => [status, text.replace(/"requestId":"[^"]+"/, '')])
    expect(new Set(seen.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]!.status).toBe(401)
  })
})

describe('a session', () => {
  test('is renewed by its refresh token, and the two tabs that do so at once stay signed in', async () => {
    const tab = await house.signedIn(house.north.interviewer)
    const other = tab.copy()
    const [first, second] = await Promise.all([
      tab.post('/api/v1/sessions/refresh'),
      other.post('/api/v1/sessions/refresh'),
    ])
    expect([first.status, second.status]).toEqual([200, 200])
    expect(tab.cookie('rt')).toBe(other.cookie('rt'))
    expect((await tab.get('/api/v1/sessions/current')).status).toBe(200)
    expect((await other.post('/api/v1/sessions/refresh')).status).toBe(200)
  })

  test('whose refresh token is used again later ends, with all of its family, and says why', async () => {
    const owner = await house.signedIn(house.south.interviewer)
    const thief = owner.copy()
    await owner.post('/api/v1/sessions/refresh')
    await asOwner(
      "UPDATE refresh_tokens SET used_at = used_at - interval '11 seconds' WHERE used_at IS NOT NULL",
    )
    expect((await thief.post('/api/v1/sessions/refresh')).status).toBe(401)
    expect((await owner.get('/api/v1/sessions/current')).status).toBe(401)
    expect((await owner.post('/api/v1/sessions/refresh')).status).toBe(401)
    const again = await house.signedIn(house.south.interviewer)
    const sessions = (await again.get('/api/v1/sessions')).json<Session[]>()
    expect(sessions.map(({ endedBecause }) => endedBecause)).toContain('token_reused')
    const [event] = await asOwner<{ n: number }>(
      "SELECT count(*)::int AS n FROM audit_events WHERE action = 'session.token_reused'",
    )
    expect(event!.n).toBe(1)
  })

  test('ends at once when it is signed out', async () => {
    const client = await house.signedIn(house.north.recruiter)
    const stolen = client.copy()
    expect((await client.delete('/api/v1/sessions/current')).status).toBe(204)
    expect((await stolen.get('/api/v1/sessions/current')).status).toBe(401)
    expect((await stolen.post('/api/v1/sessions/refresh')).status).toBe(401)
  })

  test('can be ended from another of the same person, not by anybody else', async () => {
    const laptop = await house.signedIn(house.north.hiring_manager)
    const phone = await house.signedIn(house.north.hiring_manager)
    const phoneId = (await phone.get('/api/v1/sessions/current')).json<CurrentSession>().sessionId
    const stranger = await house.signedIn(house.north.admin)
    expect((await stranger.delete(`/api/v1/sessions/${phoneId}`)).status).toBe(404)
    expect((await laptop.delete(`/api/v1/sessions/${phoneId}`)).status).toBe(204)
    expect((await phone.get('/api/v1/sessions/current')).status).toBe(401)
    expect((await laptop.get('/api/v1/sessions/current')).status).toBe(200)
  })

  test('ends on every other device when the password changes', async () => {
    const here = await house.signedIn(house.south.recruiter)
    const there = await house.signedIn(house.south.recruiter)
    const wrong = await here.post('/api/v1/users/current/password', {
      currentPassword: 'not the password at all',
      newPassword: 'violet tractors hum at dusk',
    })
    expect([wrong.status, wrong.json<{ code: string }>().code]).toEqual([400, 'wrong_password'])
    const common = await here.post('/api/v1/users/current/password', {
      currentPassword: PASSWORD,
      newPassword: 'passwordpassword',
    })
    expect([common.status, common.json<{ code: string }>().code]).toEqual([400, 'password_refused'])
    const changed = await here.post('/api/v1/users/current/password', {
      currentPassword: PASSWORD,
      newPassword: 'violet tractors hum at dusk',
    })
    expect(changed.status).toBe(204)
    expect((await here.get('/api/v1/sessions/current')).status).toBe(200)
    expect((await there.get('/api/v1/sessions/current')).status).toBe(401)
    expect((await there.post('/api/v1/sessions/refresh')).status).toBe(401)
  })
})
