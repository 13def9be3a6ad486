import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { MAX_SAVED_VIEWS, type Problem, type SavedView } from '@assay/contracts'
import type { HttpClient } from '../support/http-client.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let recruiter: HttpClient
let colleague: HttpClient

beforeAll(async () => {
  house = await startHouse()
  recruiter = await house.signedIn(house.north.recruiter)
  colleague = await house.signedIn(house.north.interviewer)
})
afterAll(() => house.stop())

const VIEWS = '/api/v1/saved-views'
const VIEW = {
  resource: 'candidates',
  name: 'Python, remote',
  query: 'filter=%7B%22tags%22%3A%5B%22Python%22%5D%7D',
}
const kept = async (client: HttpClient, filter: object = {}) =>
  (await client.get(`${VIEWS}?filter=${JSON.stringify(filter)}&range=[0,99]`)).json<SavedView[]>()

describe('a saved view', () => {
  test('is kept under a name, changed and removed', async () => {
    const made = await recruiter.post(VIEWS, VIEW)
    expect([made.status, made.json<SavedView>()]).toEqual([201, expect.objectContaining(VIEW)])
    const { id } = made.json<SavedView>()
    const changed = await recruiter.patch(`${VIEWS}/${id}`, { name: 'Remote' })
    expect(changed.json<SavedView>()).toMatchObject({ name: 'Remote', query: VIEW.query })
    expect((await kept(recruiter, { resource: 'candidates' })).map((view) => view.id)).toEqual([id])
    expect(await kept(recruiter, { resource: 'jobs' })).toEqual([])
    expect((await recruiter.delete(`${VIEWS}/${id}`)).status).toBe(204)
    expect((await recruiter.delete(`${VIEWS}/${id}`)).status).toBe(404)
    expect(await kept(recruiter)).toEqual([])
  })

  test('is nobody else’s, of whatever organization', async () => {
    const { id } = (await recruiter.post(VIEWS, VIEW)).json<SavedView>()
    for (const client of [colleague, await house.signedIn(house.south.admin)]) {
      expect(await kept(client)).toEqual([])
      expect((await client.patch(`${VIEWS}/${id}`, { name: 'Taken' })).status).toBe(404)
      expect((await client.delete(`${VIEWS}/${id}`)).status).toBe(404)
    }
    expect((await colleague.post(VIEWS, VIEW)).status).toBe(201)
    const twin = await recruiter.post(VIEWS, { ...VIEW, name: 'PYTHON, Remote' })
    expect([twin.status, twin.json<Problem>().code]).toEqual([409, 'name_taken'])
  })

  test.each<[string, object, string]>([
    ['no name', { name: ' ' }, 'name'],
    ['an address of another place', { query: 'https://evil.example/?<script>' }, 'query'],
    ['a list that is none', { resource: '../users' }, 'resource'],
    ['a query of 2001 characters', { query: 'x'.repeat(2_001) }, 'query'],
  ])('cannot have %s', async (_what, wrong, field) => {
    const answer = await recruiter.post(VIEWS, { ...VIEW, ...wrong })
    expect([answer.status, Object.keys(answer.json<Problem>().errors!)]).toEqual([400, [field]])
  })

  test(`has at most ${MAX_SAVED_VIEWS - 1} others beside it`, async () => {
    const admin = await house.signedIn(house.north.admin)
    for (let at = 0; at < MAX_SAVED_VIEWS; at += 1) {
      expect((await admin.post(VIEWS, { ...VIEW, name: `View ${at}` })).status).toBe(201)
    }
    const last = await admin.post(VIEWS, { ...VIEW, name: 'One more' })
    expect([last.status, last.json<Problem>().code]).toEqual([409, 'limit_reached'])
  })
})
