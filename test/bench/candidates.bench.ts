import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { fillWithApplications, firstJobId } from '../support/many-applications.ts'
import { fillWithCandidates } from '../support/many-candidates.ts'
import { type BenchHouse, openBenchHouse, SECRET } from './bench-house.ts'
import { builtAccess } from './built.ts'
import { median, printPairedRounds } from './figures.ts'
import { runPairedRounds } from './paired-rounds.ts'
import { startServerProcess } from './server-process.ts'
import type { BenchOptions } from './workloads.ts'

const FLOOR = join(dirname(fileURLToPath(import.meta.url)), 'floor/floor.ts')
const FIELD = '0197a000-0000-7000-8000-00000000f1e1'
const SCALES: Record<string, number> = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 }
const LIST = '/api/v1/candidates'
const APPLICATIONS = '/api/v1/applications'
/** The job with a pipeline of 2,000, as `fillWithApplications` makes it. */
const LARGEST_JOB = firstJobId()

const asked = (parameters: Record<string, unknown>, list = LIST): string => {
  const query = Object.entries(parameters).map(
    ([name, value]) => `${name}=${encodeURIComponent(JSON.stringify(value))}`,
  )
  return `${list}?${query.join('&')}`
}

/** By workload: the addresses that are asked for in turns. */
const addresses = async (client: pg.Client, count: number): Promise<Record<string, string[]>> => {
  const people = await client.query<{ names: string[] }>(
    `SELECT string_to_array(sort_name, ' ') AS names FROM candidates WHERE abs(hashtext(id::text)) % $1 < 50 LIMIT 50`,
    [Math.ceil(count / 50)],
  )
  const deep = await client.query<{ at: string; id: string }>(
    `SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, id FROM candidates
      ORDER BY created_at DESC, id DESC OFFSET $1 LIMIT 1`,
    [Math.floor(count * 0.9)],
  )
  const [row] = deep.rows
  const stages = await client.query<{ jobId: string; stageId: string }>(
    'SELECT job_id AS "jobId", id AS "stageId" FROM job_stages ORDER BY id',
  )
  return {
    recent: [0, 25, 50, 75].map((first) => asked({ range: [first, first + 24] })),
    search: people.rows.map(({ names: [first = '', last = ''] }) =>
      asked({ filter: { q: `${first} ${last.slice(0, 3)}` } }),
    ),
    resume: Array.from({ length: 50 }, (_unused, at) =>
      asked({ filter: { resume: `word${String(at * 97 + 10).padStart(4, '0')}` } }),
    ),
    deep: [asked({ cursor: ['createdAt', row?.at, row?.id] })],
    list: stages.rows.map((filter) => asked({ filter }, APPLICATIONS)),
    board: [`/api/v1/jobs/${LARGEST_JOB}/board`],
  }
}

const furnish = async (house: BenchHouse, count: number): Promise<Record<string, string[]>> => {
  const client = new pg.Client({ connectionString: house.urls.ownerUrl })
  await client.connect()
  try {
    const begun = performance.now()
    const { rows } = await client.query<{ id: string }>('SELECT id FROM organizations')
    await fillWithCandidates(client, { organizationId: rows[0]?.id ?? '', count, fieldId: FIELD })
    await fillWithApplications(client, { organizationId: rows[0]?.id ?? '', count })
    console.log(
      `${count} candidates with an application each in ${((performance.now() - begun) / 1_000).toFixed(0)} s.`,
    )
    return await addresses(client, count)
  } finally {
    await client.end()
  }
}

interface Board {
  stages: { id: string; active: number; cards: { id: string }[] }[]
  over: object
}

/** What both sides have to agree on: who is on it, where, and how many. */
const essenceOf = (answer: unknown): unknown => {
  if (Array.isArray(answer)) return (answer as { id: string }[]).map(({ id }) => id)
  const { stages, over } = answer as Board
  return [...stages.map(({ id, active, cards }) => [id, active, cards.map((card) => card.id)]), over]
}

/** `npm run bench -- candidates search resume --scale 1m`; all of them without a name. */
export const run = async ({ rounds, seconds }: BenchOptions, rest: string[]): Promise<void> => {
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    strict: false,
    options: { scale: { type: 'string', default: '10k' } },
  })
  const house = await openBenchHouse()
  try {
    const paths = await furnish(house, SCALES[String(values.scale)] ?? 10_000)
    const { deriveKeys } = await builtAccess()
    const floor = await startServerProcess({
      file: FLOOR,
      readyLine: /^Floor is ready at (\S+)$/m,
      environment: {
        FLOOR_KEY: deriveKeys(SECRET).accessToken.toString('hex'),
        FLOOR_DATABASE_URL: house.urls.ownerUrl,
      },
    })
    try {
      const wanted = Object.keys(paths).filter((name) => positionals.includes(name))
      for (const name of wanted.length > 0 ? wanted : Object.keys(paths)) {
        const ofThis = paths[name] ?? []
        const result = await runPairedRounds({
          floor,
          product: house.product,
          postgresProcessId: house.postgresProcessId,
          path: ofThis[0] ?? LIST,
          paths: ofThis,
          essence: essenceOf,
          headers: async () => ({ cookie: await house.signIn() }),
          rounds,
          seconds,
          connections: 4,
        })
        console.log(`\n${name}: p50 ${median(result.product.map(({ p50 }) => p50)).toFixed(1)} ms`)
        printPairedRounds(result)
      }
    } finally {
      await floor.stop()
    }
  } finally {
    await house.close()
  }
}
