import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { erasuresOf } from '../support/erasures.ts'
import { hiringOf } from '../support/hiring.ts'
import { runProgram } from '../support/run-program.ts'
import { type RunningHouse, SECRET, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let environment: Record<string, string>
let directory: string

beforeAll(async () => {
  house = await startHouse()
  directory = mkdtempSync(join(tmpdir(), 'assay-erasures-'))
  environment = {
    DATABASE_URL: house.database.ownerUrl,
    ASSAY_APPLICATION_DATABASE_URL: house.database.applicationUrl,
    ASSAY_DATA_DIRECTORY: directory,
    ASSAY_SECRET: SECRET,
    ASSAY_PUBLIC_URL: house.url,
  }
})
afterAll(() => house.stop())

const cli = (...rest: string[]) => runProgram('cli', rest, environment)

const written = (text: string): string => {
  const file = join(directory, `${crypto.randomUUID()}.jsonl`)
  writeFileSync(file, text)
  return file
}

test('the list is printed, signed, and carried out again; what was changed in it is not believed', async () => {
  const own = hiringOf(await house.signedIn(house.north.recruiter))
  const { erase } = erasuresOf(await house.signedIn(house.north.admin))
  for (const name of ['One', 'Two']) await erase((await own.candidate(name)).id)
  const exported = await cli('erasures:export')
  expect([exported.exitCode, exported.errors]).toEqual([0, ''])
  const lines = exported.output.trim().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { number: number }).number)).toEqual([1, 2])

  const log = lines.map((line) => `{"level":"info","erasure":${line},"msg":"a candidate was erased"}`)
  const replayed = await cli('erasures:replay', written(['{"msg":"something else"}', ...log].join('\n')))
  expect([replayed.exitCode, replayed.output.trim()]).toEqual([
    0,
    '0 erased again, 2 erased already, 0 never known here',
  ])

  const forged = lines[1]!.replace('"number":2', '"number":3')
  const doubted = await cli('erasures:replay', written(forged), '--dry-run')
  expect([doubted.exitCode, doubted.output.trim().split('\n')]).toEqual([
    1,
    [
      '0 would be erased again, 0 erased already, 0 never known here',
      `Line 3 of ${house.north.id} is not signed by this installation.`,
    ],
  ])
  const cut = await cli('erasures:replay', written(lines[1]!))
  expect([cut.exitCode, cut.output]).toEqual([1, expect.stringContaining('Line 1 of')])
  const nonsense = await cli('erasures:replay', written('{"signature":"x","candidateId":"y"}'))
  expect([nonsense.exitCode, nonsense.errors]).toEqual([78, expect.stringContaining('line 1: this is not')])
}, 60_000)
