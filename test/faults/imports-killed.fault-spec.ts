import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, expect, test } from '@jest/globals'
import { csvOf, importsOf } from '../support/candidate-imports.ts'
import { candidatesOf } from '../support/candidates.ts'
import { HttpClient } from '../support/http-client.ts'
import { endEverything, isLong, setUp, startAssay, surprisesIn, temporaryDirectory } from './assay-process.ts'

afterAll(() => endEverything())

const KILLS = isLong ? 10 : 2
const ROWS = KILLS * 120

test(`killed ${KILLS} times while candidates are imported: it goes on by itself, and nobody is lost or comes twice`, async () => {
  const environment = { ASSAY_DATA_DIRECTORY: temporaryDirectory() }
  let assay = await startAssay({ environment })
  const { admin } = await setUp(assay, 0)
  const cookies = [...admin.cookies]
  const again = (): HttpClient => {
    const client = new HttpClient(assay.url)
    const { port } = new URL(assay.url)
    for (const [name, value] of cookies) client.cookies.set(name.replace(/\d+$/, port), value)
    return client
  }
  const rows = Array.from({ length: ROWS }, (_, index) => [`Person ${index}`, `person${index}@x.example`])
  const imports = importsOf(admin)
  const checked = await imports.checked(await imports.uploaded(csvOf([['Name', 'Email'], ...rows])))
  await imports.begun(checked)
  let before = 0
  for (let kill = 0; kill < KILLS; kill += 1) {
    await delay(400 + kill * 50)
    await assay.kill()
    assay = await startAssay({ environment })
    const { outcomes } = await importsOf(again()).get(checked.id)
    expect(outcomes.created).toBeGreaterThanOrEqual(before)
    before = outcomes.created
  }
  const done = await importsOf(again()).settled(checked, 120_000)
  expect([done.state, done.outcomes.created, done.outcomes.error]).toEqual(['done', ROWS, 0])
  const { total } = await candidatesOf(again()).page({ range: [0, 0] })
  expect(total).toBe(ROWS)
  expect(surprisesIn(assay)).toEqual([])
  await assay.stop()
}, 240_000)
