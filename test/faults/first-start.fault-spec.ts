import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Organization } from '@assay/contracts'
import { HttpClient } from '../support/http-client.ts'
import {
  type AssayProcess,
  descendantsOf,
  endEverything,
  setUp,
  startAssay,
  temporaryDirectory,
} from './assay-process.ts'

const SLOW = 60_000
const NOBODY = 65_534
const isRoot = process.getuid?.() === 0

let place = ''
const blockers: Server[] = []

beforeAll(() => {
  place = temporaryDirectory()
})
afterEach(() => {
  for (const blocker of blockers.splice(0)) blocker.close()
})
afterAll(endEverything)

const occupiedPort = (): Promise<number> =>
  new Promise((resolve) => {
    const blocker = createServer().listen(0, '127.0.0.1', () => {
      blockers.push(blocker)
      resolve((blocker.address() as { port: number }).port)
    })
  })

/** What a start said that came to nothing: on the error stream and elsewhere, without the log's own lines. */
const refusalOf = async (starting: Promise<AssayProcess>): Promise<string[]> => {
  const failure = await starting.then(
    () => 'it started',
    (error: unknown) => (error as Error).message,
  )
  return failure.split('\n').filter((line) => line !== '' && !line.startsWith('{'))
}

const ENDED = 'Assay ended instead of starting (exit code 78):'

describe('F-25: a first start that cannot be', () => {
  test(
    'on a taken port says so in one sentence, and the next start on the same directory is a good one',
    async () => {
      const environment = { ASSAY_DATA_DIRECTORY: join(place, 'taken') }
      const port = await occupiedPort()
      const said = await refusalOf(startAssay({ environment: { ...environment, ASSAY_PORT: String(port) } }))
      expect(said).toEqual([
        ENDED,
        expect.stringMatching(`^Port ${port} of 127.0.0.1 is taken: .*ASSAY_PORT`),
      ])
      const assay = await startAssay({ environment })
      expect((await fetch(`${assay.url}/readyz`)).status).toBe(200)

      const second = await refusalOf(startAssay({ environment }))
      expect(second).toEqual([ENDED, expect.stringContaining(`process ${assay.processId}`)])
      expect((await fetch(`${assay.url}/healthz`)).status).toBe(200)
      await assay.stop()
    },
    SLOW,
  )

  test(
    'in a directory that an ordinary user may not write names the directory and the cure',
    async () => {
      const directory = join(place, 'closed')
      mkdirSync(directory, { mode: 0o555 })
      const said = await refusalOf(
        startAssay({
          environment: { ASSAY_DATA_DIRECTORY: join(directory, 'data') },
          ...(isRoot ? { userId: NOBODY } : {}),
        }),
      )
      expect(said).toEqual([
        ENDED,
        expect.stringMatching(/data directory .*closed\/data\S* cannot be written: .*ASSAY_DATA_DIRECTORY/),
      ])
    },
    SLOW,
  )

  test(
    'where a file lies in the way of the directory',
    async () => {
      writeFileSync(join(place, 'file'), '')
      const said = await refusalOf(
        startAssay({ environment: { ASSAY_DATA_DIRECTORY: join(place, 'file', 'data') } }),
      )
      expect(said).toEqual([
        ENDED,
        expect.stringMatching(/could not be prepared in .*file\/data\S* \(ENOTDIR: .*: cure that/),
      ])
    },
    SLOW,
  )

  test(
    'works for an ordinary user in a directory of their own',
    async () => {
      const directory = join(place, 'own')
      mkdirSync(directory)
      if (isRoot) chownSync(directory, NOBODY, NOBODY)
      chmodSync(directory, 0o700)
      const assay = await startAssay({
        environment: { ASSAY_DATA_DIRECTORY: join(directory, 'data') },
        ...(isRoot ? { userId: NOBODY } : {}),
      })
      expect((await fetch(`${assay.url}/readyz`)).status).toBe(200)
      await assay.stop()
      expect(await assay.ended).toEqual({ exitCode: 0, signal: null })
    },
    SLOW,
  )
})

describe('F-26: kill -9 of the whole thing', () => {
  test(
    'leaves a PostgreSQL that the next start ends and takes over, within 10 s, with everything in it',
    async () => {
      const environment = { ASSAY_DATA_DIRECTORY: join(place, 'killed') }
      const first = await startAssay({ environment })
      const { admin } = await setUp(first, 0)
      const cookies = admin.cookies
      const left = descendantsOf(first.processId)
      await first.kill()
      expect(left.length).toBeGreaterThan(3)
      const again = await startAssay({ environment })
      expect(again.startedInMs).toBeLessThan(10_000)
      const client = new HttpClient(again.url)
      // The same session, under the name that the other port gives its cookies.
      const port = new URL(again.url).port
      for (const [name, value] of cookies) client.cookies.set(`${name.split('-')[0]}-${port}`, value)
      const organization = await client.get('/api/v1/organization')
      expect(organization.json<Organization>()).toMatchObject({ name: 'Northwind' })
      console.log(`F-26: ready ${Math.round(again.startedInMs)} ms after the start`)
      await again.stop()
    },
    SLOW,
  )
})
