import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Invitation, Problem, User } from '@assay/contracts'
import type { HttpClient } from '../support/http-client.ts'
import { PASSWORD, type RunningHouse, startHouse } from '../support/running-house.ts'

const NEW_PASSWORD = 'seven lamps above the harbour'

let house: RunningHouse
let admin: HttpClient

beforeAll(async () => {
  house = await startHouse()
  admin = await house.signedIn(house.north.admin)
})
afterAll(() => house.stop())

const tokenOf = (link: string): string => new URL(link).hash.slice('#token='.length)

const invite = async (email: string): Promise<Invitation> => {
  const answer = await admin.post('/api/v1/invitations', { name: 'Ines Duarte', email, role: 'interviewer' })
  expect(answer.status).toBe(201)
  return answer.json<Invitation>()
}

describe('an invitation', () => {
  test('becomes a signed-in person with a password of their own, once', async () => {
    const { link, user } = await invite('ines@north.example')
    expect(user).toMatchObject({ status: 'invited', role: 'interviewer' })
    const guest = house.client()
    const preview = await guest.post('/api/v1/invitations/inspect', { token: tokenOf(link) })
    expect(preview.json()).toMatchObject({ name: 'Ines Duarte', organizationName: 'Northwind' })
    const accepted = await guest.post('/api/v1/invitations/accept', {
      token: tokenOf(link),
      password: NEW_PASSWORD,
    })
    expect(accepted.status).toBe(201)
    expect((await guest.get('/api/v1/sessions/current')).status).toBe(200)
    const again = await house
      .client()
      .post('/api/v1/invitations/accept', { token: tokenOf(link), password: 'another good pass phrase' })
    expect([again.status, again.json<Problem>().code]).toEqual([410, 'link_invalid'])
    const signIn = await house
      .client()
      .post('/api/v1/sessions', { email: 'ines@north.example', password: NEW_PASSWORD })
    expect(signIn.status).toBe(201)
  })

  test('that two people open at the same moment makes one account', async () => {
    const { link } = await invite('twice@north.example')
    const answers = await Promise.all(
      [1, 2].map(() =>
        house.client().post('/api/v1/invitations/accept', { token: tokenOf(link), password: NEW_PASSWORD }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 410])
  })

  test('that was renewed stops working under its old link', async () => {
    const { link, user } = await invite('renewed@north.example')
    const renewed = (await admin.post(`/api/v1/users/${user.id}/invitation`)).json<Invitation>()
    const preview = (token: string) => house.client().post('/api/v1/invitations/inspect', { token })
    expect((await preview(tokenOf(link))).status).toBe(410)
    expect((await preview(tokenOf(renewed.link))).status).toBe(200)
  })

  test('to an address that is in use is refused in the same words, here and next door', async () => {
    const answers = await Promise.all(
      [house.north.recruiter.email, house.south.recruiter.email].map((email) =>
        admin.post('/api/v1/invitations', { name: 'X', email, role: 'admin' }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([409, 409])
    const words = answers.map(({ text }) => text.replace(/"requestId":"[^"]+"/, ''))
    expect(words[0]).toBe(words[1])
    const stillIn = await house
      .client()
      .post('/api/v1/sessions', { email: house.north.recruiter.email, password: PASSWORD })
    expect(stillIn.status).toBe(201)
  })

  test('with a weak password stays open for a better one', async () => {
    const { link } = await invite('weak@north.example')
    const weak = await house
      .client()
      .post('/api/v1/invitations/accept', { token: tokenOf(link), password: 'aaaaaaaaaaaaaaaaaa' })
    expect([weak.status, weak.json<Problem>().code]).toEqual([400, 'password_refused'])
    const short = await house
      .client()
      .post('/api/v1/invitations/accept', { token: tokenOf(link), password: 'short' })
    expect(short.json<Problem>().errors).toHaveProperty('password')
    const good = await house
      .client()
      .post('/api/v1/invitations/accept', { token: tokenOf(link), password: NEW_PASSWORD })
    expect(good.status).toBe(201)
  })
})

describe('the list of people', () => {
  test('is sorted, filtered, searched and counted, and never shows next door', async () => {
    const page = await admin.get('/api/v1/users?sort=["email","DESC"]&range=[0,1]')
    expect(page.headers.get('content-range')).toMatch(/^users 0-1\/\d+$/)
    const all = (await admin.get('/api/v1/users?range=[0,499]')).json<User[]>()
    expect(all.every(({ email }) => email.endsWith('north.example'))).toBe(true)
    const found = await admin.get(
      `/api/v1/users?filter=${encodeURIComponent('{"q":"HIRING","role":"hiring_manager"}')}`,
    )
    expect(found.json<User[]>().map(({ role }) => role)).toEqual(['hiring_manager'])
    const none = await admin.get(`/api/v1/users?filter=${encodeURIComponent('{"q":"%"}')}`)
    expect([none.text, none.headers.get('content-range')]).toEqual(['[]', 'users */0'])
  })

  test.each([
    'sort=["passwordHash","ASC"]',
    'sort=["name","ASC;--"]',
    'range=[0,500]',
    'range=[5,1]',
    'range=[-1,3]',
    'range=["0","1"]',
    'filter={"passwordHash":"x"}',
    'filter={"role":"root"}',
    'filter=[]',
    'filter={',
    'limit=5',
    'sort=["name","ASC"]&sort=["email","ASC"]',
  ])('refuses %s', async (query) => {
    const answer = await admin.get(`/api/v1/users?${encodeURI(query)}`)
    expect([answer.status, answer.json<Problem>().code]).toEqual([400, 'validation_failed'])
  })
})

describe('rights', () => {
  test('a role change acts on the next request', async () => {
    const person = house.north.recruiter
    const client = await house.signedIn(person)
    expect((await client.get('/api/v1/users')).status).toBe(200)
    await admin.post(`/api/v1/users/${person.id}/role`, { role: 'interviewer' })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect((await client.get('/api/v1/users')).status).toBe(403)
    await admin.post(`/api/v1/users/${person.id}/role`, { role: 'recruiter' })
  })

  test('somebody who is disabled is out within a second and back with the old password when enabled', async () => {
    const person = house.north.hiring_manager
    const client = await house.signedIn(person)
    expect((await admin.post(`/api/v1/users/${person.id}/disable`)).json<User>().status).toBe('disabled')
    expect((await client.get('/api/v1/sessions/current')).status).toBe(401)
    const refused = await house.client().post('/api/v1/sessions', { email: person.email, password: PASSWORD })
    expect(refused.status).toBe(401)
    expect((await admin.post(`/api/v1/users/${person.id}/enable`)).json<User>().status).toBe('active')
    await house.signedIn(person)
  })

  test('the last admin cannot be lost, and nobody disables or demotes themselves', async () => {
    const own = await admin.post(`/api/v1/users/${house.north.admin.id}/disable`)
    expect([own.status, own.json<Problem>().code]).toEqual([409, 'own_account'])
    const demoted = await admin.post(`/api/v1/users/${house.north.admin.id}/role`, { role: 'interviewer' })
    expect(demoted.json<Problem>().code).toBe('own_account')
  })

  test('two admins who demote each other at the same moment leave one', async () => {
    const other = await house.signedIn(house.north.recruiter)
    await admin.post(`/api/v1/users/${house.north.recruiter.id}/role`, { role: 'admin' })
    await new Promise((resolve) => setTimeout(resolve, 200))
    const answers = await Promise.all([
      admin.post(`/api/v1/users/${house.north.recruiter.id}/role`, { role: 'recruiter' }),
      other.post(`/api/v1/users/${house.north.admin.id}/role`, { role: 'recruiter' }),
    ])
    const statuses = answers.map(({ status }) => status).toSorted()
    expect(statuses[0]).toBe(200)
    expect([403, 409]).toContain(statuses[1])
    const winner = answers[0].status === 200 ? admin : other
    expect((await winner.get('/api/v1/audit-events')).status).toBe(200)
    if (winner === other) {
      await other.post(`/api/v1/users/${house.north.admin.id}/role`, { role: 'admin' })
      await new Promise((resolve) => setTimeout(resolve, 200))
      await admin.post(`/api/v1/users/${house.north.recruiter.id}/role`, { role: 'recruiter' })
    }
  })
})

describe('a name', () => {
  test('is changed against the revision that was seen; a second writer gets the present state back', async () => {
    const { id } = house.north.interviewer
    const before = (await admin.get(`/api/v1/users/${id}`)).json<User>()
    const first = await admin.patch(`/api/v1/users/${id}`, { name: 'Ines D.' }, before.revision)
    expect(first.json<User>()).toMatchObject({ name: 'Ines D.', revision: before.revision + 1 })
    expect(first.headers.get('etag')).toBe(`"${before.revision + 1}"`)
    const second = await admin.patch(`/api/v1/users/${id}`, { name: 'Lost?' }, before.revision)
    expect(second.status).toBe(412)
    expect(second.json<Problem>().current).toMatchObject({ name: 'Ines D.' })
    expect((await admin.patch(`/api/v1/users/${id}`, { name: 'Blind' })).status).toBe(428)
  })

  test('of one self can be changed by everybody; the address and the role cannot', async () => {
    const client = await house.signedIn(house.north.interviewer)
    const me = (await client.get('/api/v1/users/current')).json<User>()
    expect((await client.patch('/api/v1/users/current', { name: 'Me' }, me.revision)).status).toBe(200)
    for (const field of ['email', 'role', 'status', 'id', 'organizationId', 'passwordHash']) {
      const answer = await client.patch(
        '/api/v1/users/current',
        { name: 'Me', [field]: 'x' },
        me.revision + 1,
      )
      expect([answer.status, Object.keys(answer.json<Problem>().errors ?? {})]).toEqual([400, [field]])
    }
  })
})

describe('a forgotten password', () => {
  test('is answered the same for everybody', async () => {
    const answers = await Promise.all(
      [house.north.admin.email, 'nobody@north.example'].map((email) =>
        house.client().post('/api/v1/password-resets', { email }),
      ),
    )
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [202, '{}'],
      [202, '{}'],
    ])
  })

  test('is replaced through a link that an admin passes on; every session ends', async () => {
    const person = house.north.interviewer
    const before = await house.signedIn(person)
    const offer = await admin.post(`/api/v1/users/${person.id}/password-reset`)
    const { link } = offer.json<{ link: string }>()
    const accepted = await house
      .client()
      .post('/api/v1/password-resets/accept', { token: tokenOf(link), password: NEW_PASSWORD })
    expect(accepted.status).toBe(204)
    expect((await before.get('/api/v1/sessions/current')).status).toBe(401)
    const again = await house
      .client()
      .post('/api/v1/password-resets/accept', { token: tokenOf(link), password: 'some other fine words' })
    expect(again.status).toBe(410)
    const old = await house.client().post('/api/v1/sessions', { email: person.email, password: PASSWORD })
    expect(old.status).toBe(401)
    const fresh = await house
      .client()
      .post('/api/v1/sessions', { email: person.email, password: NEW_PASSWORD })
    expect(fresh.status).toBe(201)
  })

  test('a link for one purpose does not serve the other', async () => {
    const { link } = await invite('purpose@north.example')
    const answer = await house
      .client()
      .post('/api/v1/password-resets/accept', { token: tokenOf(link), password: NEW_PASSWORD })
    expect(answer.status).toBe(410)
  })
})
