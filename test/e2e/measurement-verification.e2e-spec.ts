import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { MeasurementFit } from '@assay/contracts'
import { type ComparedJobs, comparedJobs } from '../support/compared-jobs.ts'
import { withClient } from '../support/database.ts'
import { fitsOf } from '../support/measurement-fits.ts'
import { runProgram } from '../support/run-program.ts'
import { type RunningHouse, SECRET, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let own: ComparedJobs
let fit: MeasurementFit

beforeAll(async () => {
  house = await startHouse()
  own = await comparedJobs(house)
  const job = await own.begin()
  await own.met(job, 'Ada', { interviewer: [4, 3, 4], admin: [3, 2, 3] })
  await own.met(job, 'Bob', { interviewer: [2, 3, 3], admin: [1, 2, 2] })
  fit = await fitsOf(own.clients.recruiter).computed(job)
}, 60_000)
afterAll(() => house.stop())

const verify = () =>
  runProgram('cli', ['measurement:verify'], {
    DATABASE_URL: house.database.ownerUrl,
    ASSAY_APPLICATION_DATABASE_URL: house.database.applicationUrl,
    ASSAY_SECRET: SECRET,
    ASSAY_PUBLIC_URL: house.url,
  })

const asOwner = (statement: string, values: unknown[]) =>
  withClient(house.database.ownerUrl, (client) => client.query(statement, values))

/** What is said of a fit that was written on, which is put right again. */
const afterForging = async (column: string, expression: string, value: unknown) => {
  const { rows } = await asOwner(`SELECT ${column} AS kept FROM measurement_fits WHERE id = $1`, [fit.id])
  await asOwner(`UPDATE measurement_fits SET ${column} = ${expression} WHERE id = $1`, [fit.id, value])
  try {
    return await verify()
  } finally {
    const [{ kept }] = rows as [{ kept: unknown }]
    const before = Buffer.isBuffer(kept) || typeof kept === 'string' ? kept : JSON.stringify(kept)
    await asOwner(`UPDATE measurement_fits SET ${column} = $2 WHERE id = $1`, [fit.id, before])
  }
}

test('what is stored comes out again', async () => {
  expect(await verify()).toMatchObject({
    exitCode: 0,
    output: expect.stringContaining('1 fits computed again, 0 differ') as unknown,
  })
})

test('a figure, an input and a hash that somebody wrote on are found', async () => {
  const figure = await afterForging(
    'figures',
    `jsonb_set(figures, '{candidates,0,score}', $2::jsonb)`,
    '3.999',
  )
  expect([figure.exitCode, figure.output]).toEqual([
    1,
    expect.stringMatching(/candidates\.0\.score: 3\.999 is stored/),
  ])
  const { rows } = await asOwner('SELECT packed_input AS packed FROM measurement_fits WHERE id = $1', [
    fit.id,
  ])
  const order = JSON.parse(gunzipSync((rows[0] as { packed: Buffer }).packed).toString()) as {
    rows: number[][]
  }
  order.rows[0]![5] = order.rows[0]![5] === 1 ? 2 : 1
  const input = await afterForging('packed_input', '$2', gzipSync(JSON.stringify(order)))
  expect([input.exitCode, input.output]).toEqual([1, expect.stringContaining('stored hash')])
  const hash = await afterForging('input_hash', '$2', '0'.repeat(64))
  expect(hash.exitCode).toBe(1)
})

test('what another version of the model computed is said not to be known', async () => {
  const { exitCode, output } = await afterForging('model_version', '$2', 'assay-rasch-4/0.0.1')
  expect([exitCode, output]).toEqual([0, expect.stringContaining('1 of another version')])
})
