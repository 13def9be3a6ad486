import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Job } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { CANDIDATES, type Candidates, candidatesOf } from '../support/candidates.ts'
import { superuserUrlFor, withClient } from '../support/database.ts'
import type { HttpClient } from '../support/http-client.ts'
import { fillWithCandidates, TABLES } from '../support/many-candidates.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

/**
 * No list, search or look for duplicates reads a table through. PostgreSQL itself counts what was read: by real
 * requests, with the planner deciding. ASSAY_MANY=200000 asks the same of a larger house.
 */
const COUNT = Number(process.env['ASSAY_MANY'] ?? 20_000)
const FIELD = '0197a000-0000-7000-8000-00000000f1e1'

let house: RunningHouse
let recruiter: HttpClient
let own: Candidates
let rare: string
let common: string

beforeAll(async () => {
  // One connection: it is asked to tell what it counted.
  house = await startHouse({ settings: { databasePool: 1 } })
  recruiter = await house.signedIn(house.north.recruiter)
  own = candidatesOf(recruiter)
  const jobs: Job[] = []
  for (const title of ['Rare', 'Common']) {
    const facts = { title, department: 'Engineering', level: 'senior' }
    jobs.push((await recruiter.post('/api/v1/jobs', facts)).json<Job>())
  }
  await withClient(superuserUrlFor(house.database.name), async (client) => {
    await fillWithCandidates(client, { organizationId: house.north.id, count: COUNT, fieldId: FIELD })
    for (const [at, { id, stages }] of jobs.entries()) {
      // One in 500 applied for the rare one, one in ten for the common one.
      await client.query(
        `INSERT INTO applications
           (organization_id, id, candidate_id, job_id, stage_id, applied_at, entered_stage_at, last_activity_at)
         SELECT organization_id, gen_random_uuid(), id, $2, $3, created_at, created_at, created_at
           FROM candidates WHERE organization_id = $1 AND abs(hashtext(id::text)) % $4 = 0`,
        [house.north.id, id, stages[0]!.id, at === 0 ? 500 : 10],
      )
    }
    await client.query('VACUUM ANALYZE applications')
  })
  ;[rare, common] = jobs.map(({ id }) => id) as [string, string]
}, 600_000)
afterAll(() => house.stop())

interface Counted {
  scans: number
  rows: number
}

const counted = async (): Promise<Counted> => {
  const work = house.server.app.get(UnitOfWork, { strict: false })
  await house.as(house.north.recruiter, () => work.query('SELECT pg_stat_force_next_flush()'))
  return withClient(house.database.superuserUrl, async (client) => {
    const { rows } = await client.query<Counted>(
      `SELECT sum(t.seq_scan)::int AS scans,
              (sum(t.seq_tup_read) + sum(coalesce(t.idx_tup_fetch, 0)))::int + (SELECT sum(idx_tup_read)
                 FROM pg_stat_user_indexes WHERE relname = ANY($1))::int AS rows
         FROM pg_stat_user_tables t WHERE t.relname = ANY($1)`,
      [TABLES],
    )
    return rows[0]!
  })
}

/** How often a table was read through, and how many rows and entries of indexes were read. */
const cost = async (work: () => Promise<unknown>): Promise<Counted & { ms: number }> => {
  const before = await counted()
  const begun = performance.now()
  await work()
  const ms = Math.round(performance.now() - begun)
  const after = await counted()
  return { scans: after.scans - before.scans, rows: after.rows - before.rows, ms }
}

/** Counting a total reads no further than its cap; twice, since a row is counted in its index and in its table. */
const CAPPED = 2 * 10_001
const FEW = 3_000

const LISTS: [what: string, query: Parameters<Candidates['page']>[0], rows: number][] = [
  ['the newest', {}, CAPPED + FEW],
  ['by name', { sort: ['name', 'ASC'] }, CAPPED + FEW],
  ['by the last change, page 400', { sort: ['updatedAt', 'DESC'], range: [9_975, 9_999] }, 2 * CAPPED + FEW],
  ['a full name', { filter: { q: 'anan ananbe' } }, FEW],
  ['half a name', { filter: { q: 'wen zaxi' }, sort: ['name', 'ASC'] }, FEW],
  ['an address', { filter: { q: 'anan.ananbe1' } }, FEW],
  ['nobody', { filter: { q: 'nobody at all' } }, FEW],
  ['a rare word', { filter: { resume: 'word4999' } }, CAPPED],
  ['a word of every third résumé', { filter: { resume: 'word0000' } }, 8 * CAPPED],
  [
    'two frequent words by name',
    { filter: { resume: 'word0000 word0001' }, sort: ['name', 'ASC'] },
    8 * CAPPED,
  ],
  ['a name with a frequent word', { filter: { q: 'anan ananbe', resume: 'word0000' } }, FEW],
  ['a rare tag', { filter: { tags: ['Tag39'] }, sort: ['name', 'ASC'] }, CAPPED],
  ['a frequent tag', { filter: { tags: ['Tag0'] }, sort: ['name', 'ASC'] }, 4 * CAPPED],
  ['a source', { filter: { source: 'Source 7' } }, 2 * CAPPED],
  ['an hour of additions', { filter: { createdTo: '2001-01-01T00:00:00Z' }, sort: ['name', 'ASC'] }, FEW],
  ['who relocates', { filter: { customValues: { [FIELD]: true } } }, 15 * CAPPED],
]

describe(`among ${COUNT} candidates`, () => {
  test.each(LISTS)('the list of %s reads no table through', async (what, query, rows) => {
    await own.page(query)
    const read = await cost(() => own.page(query))
    if (process.env['ASSAY_MANY']) process.stdout.write(`${what}: ${JSON.stringify(read)}\n`)
    expect(read).toMatchObject({ scans: 0 })
    expect(read.rows).toBeLessThan(rows)
  })

  test.each([
    ['rare', 15_000],
    ['common', 15 * CAPPED],
  ])('who applied for a %s job, by name, is listed without reading a table through', async (which, rows) => {
    const query = {
      filter: { jobId: which === 'rare' ? rare : common, status: 'active' },
      sort: ['name', 'ASC'] as [string, string],
    }
    expect((await own.page(query)).rows).toHaveLength(25)
    const read = await cost(() => own.page(query))
    if (process.env['ASSAY_MANY']) process.stdout.write(`${which} job: ${JSON.stringify(read)}\n`)
    expect(read).toMatchObject({ scans: 0 })
    expect(read.rows).toBeLessThan(rows)
  })

  test('a page by cursor near the end reads as little as the first', async () => {
    const sort: [string, string] = ['name', 'ASC']
    const cursor = JSON.stringify(['name', 'za', '00000000-0000-0000-0000-000000000000'])
    expect((await own.page({ sort, cursor })).rows).toHaveLength(25)
    const [first, deep] = [await cost(() => own.page({ sort })), await cost(() => own.page({ sort, cursor }))]
    expect([first.scans, deep.scans]).toEqual([0, 0])
    expect(deep.rows).toBeLessThan(first.rows * 1.1)
  })

  test('likely duplicates are found without reading a table through', async () => {
    const wanted = {
      name: 'Mino Lukafi',
      emails: ['mino.lukafi17@people.example'],
      phones: ['+46 700000017'],
      links: ['https://nobody.example'],
    }
    await own.like(wanted)
    const read = await cost(() => own.like(wanted))
    if (process.env['ASSAY_MANY']) process.stdout.write(`likely duplicates: ${JSON.stringify(read)}\n`)
    expect(read).toMatchObject({ scans: 0 })
    expect(read.rows).toBeLessThan(Math.max(FEW, COUNT / 5))
  })

  test('tags and sources are found from one to the next', async () => {
    const ask = async (words: string) => {
      const answer = await recruiter.get(`${CANDIDATES}/${words}`)
      expect(answer.json<string[]>()).toHaveLength(words === 'tags' ? 40 : 20)
    }
    for (const words of ['tags', 'sources']) {
      await ask(words)
      const read = await cost(() => ask(words))
      expect(read).toMatchObject({ scans: 0 })
      expect(read.rows).toBeLessThan(500)
    }
  })

  test('one record is read by its key', async () => {
    const [row] = (await own.page({})).rows
    const read = await cost(() => own.one(row!.id))
    expect(read).toMatchObject({ scans: 0 })
    expect(read.rows).toBeLessThan(50)
  })
})
