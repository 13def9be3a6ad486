import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Comparison, MeasurementFit } from '@assay/contracts'
import pg from 'pg'
import { fillWithApplications, firstJobId } from '../support/many-applications.ts'
import { fillWithCandidates } from '../support/many-candidates.ts'
import { type BenchHouse, openBenchHouse, SECRET } from './bench-house.ts'
import { builtAccess } from './built.ts'
import { printPairedRounds } from './figures.ts'
import { asker } from './largest-draft.ts'
import { publishedKit } from './many-scorecards.ts'
import { fillWithRatings } from './many-ratings.ts'
import { runPairedRounds } from './paired-rounds.ts'
import { startServerProcess } from './server-process.ts'
import type { BenchOptions } from './workloads.ts'

const FLOOR = join(dirname(fileURLToPath(import.meta.url)), 'floor/floor.ts')
const FIELD = '0197a000-0000-7000-8000-00000000f1e1'
const SCALES: Record<string, number> = { '10k': 10_000, '100k': 100_000 }
const COMPARED = 12
/** Different dozens, asked for in turns. */
const DOZENS = 5

type Ask = ReturnType<typeof asker>

const measured = async (ask: Ask, jobId: string): Promise<MeasurementFit> => {
  const { id } = await ask<MeasurementFit>('/measurement-fits', 'POST', { jobId })
  for (;;) {
    const fit = await ask<MeasurementFit>(`/measurement-fits/${id}`)
    if (fit.finishedAt !== null) return fit
    await delay(200)
  }
}

/** Those whose figures the fit keeps, so that every answer holds fair scores and pairs. */
const dozens = async (client: pg.Client): Promise<string[]> => {
  const { rows } = await client.query<{ id: string }>(
    `SELECT e.value ->> 'applicationId' AS id FROM measurement_fits f, jsonb_array_elements(f.figures -> 'candidates') e
      WHERE f.status = 'done' ORDER BY 1 LIMIT $1`,
    [COMPARED * DOZENS],
  )
  return Array.from({ length: DOZENS }, (_, place) =>
    rows
      .slice(place * COMPARED, (place + 1) * COMPARED)
      .map(({ id }) => id)
      .join(','),
  )
}

const furnished = async (house: BenchHouse, client: pg.Client, count: number): Promise<string[]> => {
  const ask = asker(house.product.url, await house.signIn())
  const { id: organizationId } = await ask<{ id: string }>('/organization')
  await fillWithCandidates(client, { organizationId, count, fieldId: FIELD })
  await fillWithApplications(client, { organizationId, count })
  const templateId = await publishedKit(ask)
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM interview_template_versions WHERE template_id = $1 AND status = 'published'`,
    [templateId],
  )
  const ratings = await fillWithRatings(client, { organizationId, versionId: rows[0]?.id ?? '' })
  const jobId = firstJobId()
  const { status, because, counts, startedAt, finishedAt } = await measured(ask, jobId)
  if (status !== 'done') throw new Error(`The fit is ${status}: ${because}`)
  const took = (Date.parse(finishedAt ?? '') - Date.parse(startedAt ?? '')) / 1_000
  console.log(`${ratings} ratings; a fit of ${JSON.stringify(counts)} took ${took.toFixed(1)} s.`)
  return (await dozens(client)).map((ids) => `/api/v1/jobs/${jobId}/comparison?applicationIds=${ids}`)
}

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1e9) / 1e9

/** What both sides have to agree on: every mark, what follows from marks, and every fair score. */
const essenceOf = (answer: unknown) => {
  const { applications, pairs } = answer as Comparison
  return {
    pairs: pairs.length,
    applications: applications.map(({ applicationId, candidateName, cells, fair }) => ({
      applicationId,
      candidateName,
      fair: fair && [rounded(fair.score), rounded(fair.low), rounded(fair.high)],
      cells: cells
        .map(({ competencyId, ratings, mean, spread, raters }) => ({
          competencyId,
          marks: ratings.map(({ scorecardId, level }) => `${scorecardId} ${level}`).toSorted(),
          figures: [rounded(mean), spread, raters],
        }))
        .toSorted((a, b) => (a.competencyId < b.competencyId ? -1 : 1)),
    })),
  }
}

/** Twelve candidates of a job side by side, eight competencies, four raters each, beside a whole organization. */
export const run = async (
  { rounds, seconds, profile }: BenchOptions,
  rest: readonly string[],
): Promise<void> => {
  const { values } = parseArgs({
    args: [...rest],
    strict: false,
    options: { scale: { type: 'string', default: '10k' } },
  })
  const count = SCALES[String(values['scale'])]
  if (!count) throw new Error('The scale is 10k or 100k.')
  const house = await openBenchHouse(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])
  const client = new pg.Client({ connectionString: house.urls.ownerUrl })
  try {
    await client.connect()
    const paths = await furnished(house, client, count)
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
      const result = await runPairedRounds({
        floor,
        product: house.product,
        postgresProcessId: house.postgresProcessId,
        path: paths[0] ?? '',
        paths,
        essence: essenceOf,
        headers: async () => ({ cookie: await house.signIn() }),
        rounds,
        seconds,
        connections: 8,
      })
      printPairedRounds(result)
    } finally {
      await floor.stop()
    }
  } finally {
    await client.end()
    await house.close()
  }
}
