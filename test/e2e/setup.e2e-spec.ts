import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { CurrentSession, Problem } from '@assay/contracts'
import { SetupService } from '../../apps/api/src/setup/setup.service.ts'
import { withClient } from '../support/database.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse

beforeAll(async () => {
  house = await startHouse({ empty: true })
})
afterAll(() => house.stop())

const facts = (token: string) => ({
  token,
  organizationName: 'Northwind',
  name: 'Amara Okafor',
  email: 'amara@north.example',
  password: 'seven lamps above the harbour',
})

const offer = async (): Promise<string> => (await house.server.app.get(SetupService).offerToken())!

test('a fresh installation has nobody, and says that it waits to be set up', async () => {
  const { rows } = await withClient(house.database.ownerUrl, (client) =>
    client.query(
      'SELECT (SELECT count(*) FROM users)::int AS people, (SELECT count(*) FROM organizations)::int AS n',
    ),
  )
  expect(rows).toEqual([{ people: 0, n: 0 }])
  expect((await house.client().get('/api/v1/setup')).json()).toEqual({
    needed: true,
    demo: false,
    mail: false,
  })
})

test('a link that is wrong or older than half an hour opens nothing', async () => {
  const token = await offer()
  await withClient(house.database.ownerUrl, (client) =>
    client.query("UPDATE setup_links SET expires_at = now() - interval '1 second'"),
  )
  for (const tried of [token, 'not the token that was printed']) {
    const answer = await house.client().post('/api/v1/setup', facts(tried))
    expect([answer.status, answer.json<Problem>().code]).toEqual([410, 'link_invalid'])
  }
})

test('a weak password does not use the link up; of two at once one makes the organization', async () => {
  const token = await offer()
  const weak = await house.client().post('/api/v1/setup', { ...facts(token), password: 'amara okafor amara' })
  expect(weak.json<Problem>().code).toBe('password_refused')
  const client = house.client()
  const answers = await Promise.all([
    client.post('/api/v1/setup', facts(token)),
    house.client().post('/api/v1/setup', { ...facts(token), email: 'other@north.example' }),
  ])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
  const made = answers.find(({ status }) => status === 201)!.json<CurrentSession>()
  expect(made).toMatchObject({ user: { role: 'admin' }, organization: { name: 'Northwind' } })
})

test('afterwards the door is closed', async () => {
  expect(await house.server.app.get(SetupService).offerToken()).toBeNull()
  expect((await house.client().get('/api/v1/setup')).json()).toMatchObject({ needed: false })
  const answer = await house.client().post('/api/v1/setup', facts('any token that is long enough'))
  expect([answer.status, answer.json<Problem>().code]).toEqual([409, 'already_set_up'])
})
