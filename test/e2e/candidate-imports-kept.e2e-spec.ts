import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { CandidateImportDetail } from '@assay/contracts'
import { ApplicationsService } from '../../apps/api/src/applications/applications.service.ts'
import { ImportBatchesService } from '../../apps/api/src/candidate-imports/import-batches.service.ts'
import { ImportForgettingService } from '../../apps/api/src/candidate-imports/import-forgetting.service.ts'
import { HousekeepingService } from '../../apps/api/src/housekeeping/housekeeping.service.ts'
import { ValidationFailed } from '../../apps/api/src/http/http.errors.ts'
import { UsersService } from '../../apps/api/src/users/users.service.ts'
import { csvOf, type Imports, IMPORTS, importsOf } from '../support/candidate-imports.ts'
import { type Candidates, candidatesOf } from '../support/candidates.ts'
import { withClient } from '../support/database.ts'
import { hiringOf } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { PASSWORD, type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let client: HttpClient
let imports: Imports
let candidates: Candidates

beforeAll(async () => {
  house = await startHouse()
  client = await house.signedIn(house.north.recruiter)
  imports = importsOf(client)
  candidates = candidatesOf(client)
}, 60_000)
afterAll(() => house.stop())

const asOwner = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  withClient(house.database.ownerUrl, async (owner) => (await owner.query(sql, values)).rows as T[])
const people = (what: string, count: number): string[][] => [
  ['Name', 'Email'],
  ...Array.from({ length: count }, (_, index) => [
    `${what} ${index + 1}`,
    `${what}${index + 1}@people.example`,
  ]),
]
const outcomes = ({ outcomes: all }: CandidateImportDetail) =>
  Object.fromEntries(Object.entries(all).filter(([, many]) => many > 0))
const waitFor = async (is: () => Promise<boolean>): Promise<void> => {
  for (let left = 400; left > 0 && !(await is()); left -= 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 25)
    })
  }
}
const many = async (what: string): Promise<number> =>
  (await candidates.page({ filter: { q: what }, range: [0, 0] })).total

test('it can be stopped in the middle, and goes on from there: no row comes twice', async () => {
  const checked = await imports.checked(await imports.uploaded(csvOf(people('Halfway', 120))))
  await imports.begun(checked)
  await waitFor(async () => (await imports.get(checked.id)).outcomes.created >= 25)
  const stopped = await imports.stop(checked)
  expect(stopped.state).toBe('stopped')
  const before = await many('Halfway')
  expect(before).toBe(stopped.outcomes.created)
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(120)
  expect(outcomes(await imports.run(stopped))).toEqual({ created: 120 })
  expect(await many('Halfway')).toBe(120)
}, 60_000)

test('a batch that is cut off leaves nothing; another process, or the next one, takes it up', async () => {
  const checked = await imports.checked(await imports.uploaded(csvOf(people('Cutoff', 60))))
  const batches = house.server.app.get(ImportBatchesService, { strict: false })
  const run = batches.run.bind(batches)
  let cuts = 0
  // The last moment of a transaction: all rows of the batch are written, and none is committed.
  batches.run = async (...given) => {
    const rows = await run(...given)
    cuts += 1
    if (cuts === 2) throw Object.assign(new Error('cut off on purpose'), { status: 503 })
    return rows
  }
  await imports.begun(checked)
  await waitFor(() => Promise.resolve(cuts === 2))
  const between = await many('Cutoff')
  expect([between, (await imports.get(checked.id)).outcomes.created]).toEqual([25, 25])
  const second = await startHouse({ database: house.database, empty: true })
  try {
    const done = await imports.settled(checked)
    expect([done.state, outcomes(done)]).toEqual(['done', { created: 60 }])
  } finally {
    await second.stop()
    batches.run = run
  }
  expect(await many('Cutoff')).toBe(60)
}, 90_000)

test('a row that is refused in the midst of being written leaves nothing, not on record either; the others stay', async () => {
  const job = await hiringOf(client).job({ title: 'Pilot' })
  const uploaded = await imports.uploaded(csvOf(people('Midst', 3)))
  const checked = await imports.checked(await imports.changed(uploaded, { options: { jobId: job.id } }))
  const applications = house.server.app.get(ApplicationsService, { strict: false })
  const create = applications.create.bind(applications)
  let count = 0
  applications.create = async (...given) => {
    const made = await create(...given)
    count += 1
    if (count === 2) throw new ValidationFailed({ jobId: 'Refused on purpose.' })
    return made
  }
  const done = await imports.run(checked).finally(() => {
    applications.create = create
  })
  expect(outcomes(done)).toEqual({ created: 2, error: 1 })
  expect(
    (await imports.rows(done, { outcome: 'error' })).map(({ problems }) => problems[0]!.because),
  ).toEqual(['Refused on purpose.'])
  expect(await many('Midst')).toBe(2)
  const [recorded] = await asOwner<{ count: number }>(
    `SELECT count(*)::int FROM audit_events
      WHERE action = 'candidate.created' AND canonical::jsonb #>> '{details,importId}' = $1`,
    [done.id],
  )
  expect(recorded!.count).toBe(2)
  expect(outcomes(await imports.run(done))).toEqual({ created: 3 })
}, 60_000)

test('it goes on with the rights that whoever started it still has', async () => {
  const users = house.server.app.get(UsersService, { strict: false })
  const { passwordHash } = (
    await asOwner<{ passwordHash: string }>(
      'SELECT password_hash AS "passwordHash" FROM users WHERE id = $1',
      [house.north.recruiter.id],
    )
  )[0]!
  const id = await house.as(house.north.admin, () =>
    users.addActive({ name: 'Temp', email: 'temp@north.example', role: 'recruiter', passwordHash }),
  )
  const temp = house.client()
  await temp.post('/api/v1/sessions', { email: 'temp@north.example', password: PASSWORD })
  const theirs = importsOf(temp)
  const checked = await theirs.checked(await theirs.uploaded(csvOf(people('Orphan', 200))))
  await theirs.begun(checked)
  await asOwner(`UPDATE users SET status = 'disabled' WHERE id = $1`, [id])
  const stopped = await imports.settled(checked)
  expect([stopped.state, stopped.stoppedBecause]).toEqual([
    'stopped',
    expect.stringContaining('may no longer'),
  ])
  const made = await many('Orphan')
  expect(made).toBeLessThan(200)
  expect(outcomes(await imports.run(stopped))).toEqual({ created: 200 })
}, 60_000)

test('whoever is erased is taken out of the rows that became them, were held against them, or still name them', async () => {
  const rows = [
    ['Name', 'Email', 'Phone'],
    ['Iris West', 'iris@west.example', ''],
    ['I. West', 'iris@west.example', ''],
    ['Iris West-Allen', 'IRIS@west.example', 'no phone'],
    ['Somebody else', 'else@west.example', ''],
    ['Longer', 'a.iris@west.example', ''],
    ['Longest', 'iris@west.example.com', ''],
    ['Noted', 'wrong,\niris@west.example', 'no phone'],
  ]
  const done = await imports.run(await imports.checked(await imports.uploaded(csvOf(rows))))
  expect(outcomes(done)).toEqual({ created: 4, skipped: 1, error: 2 })
  const [iris] = await imports.rows(done)
  const forgetting = house.server.app.get(ImportForgettingService, { strict: false })
  const emptied = await house.as(house.north.admin, () => forgetting.forgetCandidate(iris!.candidateId!))
  expect(emptied).toBe(4)
  const kept = await asOwner<{ content: string | null; name: string | null }>(
    'SELECT content, name, problems, likeness, content_key FROM candidate_import_rows WHERE import_id = $1 ORDER BY position',
    [done.id],
  )
  expect(JSON.stringify(kept.slice(0, 3))).not.toMatch(/iris|west/i)
  expect(kept.slice(0, 3)).toEqual(
    Array.from({ length: 3 }, () => ({
      content: null,
      name: null,
      problems: [],
      likeness: [],
      content_key: null,
    })),
  )
  expect(kept.slice(3).map(({ content }) => content !== null)).toEqual([true, true, true, false])
  expect((await imports.rows(done)).map((row) => row.outcome)).toEqual([
    'created',
    'forgotten',
    'forgotten',
    'created',
    'created',
    'created',
    'forgotten',
  ])
}, 60_000)

test('what stood in a file goes after its days; what came of it stays, and still nobody comes twice', async () => {
  const file = csvOf([...people('Brief', 2), ['', 'wrong@people.example']])
  const done = await imports.run(await imports.checked(await imports.uploaded(file)))
  const never = await imports.uploaded(csvOf(people('Never', 1)))
  const young = await imports.uploaded(csvOf(people('Young', 1)))
  await asOwner(`UPDATE candidate_imports SET touched_at = now() - interval '31 days' WHERE id = ANY($1)`, [
    [done.id, never.id],
  ])
  await house.server.app.get(HousekeepingService, { strict: false }).sweep()
  expect((await client.get(`${IMPORTS}/${never.id}`)).status).toBe(404)
  expect((await imports.get(young.id)).isCleared).toBe(false)
  const cleared = await imports.get(done.id)
  expect([cleared.isCleared, outcomes(cleared)]).toEqual([true, { created: 2, error: 1 }])
  expect((await imports.rows(done)).map(({ name, problems }) => [name, problems])).toEqual([
    [null, []],
    [null, []],
    [null, []],
  ])
  expect((await imports.report(done)).status).toBe(409)
  expect((await client.post(`${IMPORTS}/${done.id}/run`, {})).status).toBe(409)
  const again = await imports.run(await imports.checked(await imports.uploaded(file)))
  expect(outcomes(again)).toEqual({ already: 2, error: 1 })
}, 60_000)

test('a long file is read beside the requests, and one that is too long, too broken or none at all says so', async () => {
  const long = csvOf(people('Long', 10_000))
  const uploaded = await imports.uploaded(long)
  expect(uploaded.rows).toBe(10_000)
  expect((await client.delete(`${IMPORTS}/${uploaded.id}`)).status).toBe(204)
  const refusals = [
    [csvOf(people('x', 20_001)), 422, 'more than 20,000 rows'],
    ['', 422, 'empty'],
    ['Name,Email\r\n', 422, 'no rows'],
    ['Name,"Em\nx', 422, 'never closed'],
    [Buffer.from([0, 1, 2, 3]), 422, 'not text'],
    [Buffer.alloc(11 * 1_048_576, 'a,b\n'), 413, '10 MB'],
  ] as const
  for (const [content, status, because] of refusals) {
    const answer = await imports.upload(content)
    expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(because)])
  }
  expect((await client.post(IMPORTS, { file: 'x' })).status).toBe(400)
}, 90_000)
