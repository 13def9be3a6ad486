import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { DatabaseUrls } from '@assay/persistence'
import { builtPersistence, programFile } from './built.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

export const SECRET = 'only for measuring: 0123456789 abcdefghijklmnopqrstuvwxyz'
export const PERSON = { email: 'ada@north.example', password: 'correct horse battery staple' }

/** A PostgreSQL of its own, and the product on it, set up as people do: one organization, one admin. */
export interface BenchHouse {
  urls: DatabaseUrls
  postgresProcessId: number
  product: ServerProcess
  /** Signs in and gives the cookies of the answer. */
  signIn: () => Promise<string>
  close: () => Promise<void>
}

/** Another system user may have to pass through: as root the embedded server runs as one. */
export const benchDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'assay-bench-'))
  chmodSync(directory, 0o711)
  return directory
}

export const openBenchHouse = async (nodeOptions: string[] = []): Promise<BenchHouse> => {
  const directory = benchDirectory()
  const { openEmbeddedDatabase } = await builtPersistence()
  const urls = await openEmbeddedDatabase({
    directory: join(directory, 'postgres'),
    throwaway: false,
    log: () => undefined,
  })
  const product = await startServerProcess({
    file: programFile('main'),
    nodeOptions,
    readyLine: /^Assay is ready at (\S+)$/m,
    environment: {
      ASSAY_PORT: '0',
      ASSAY_SECRET: SECRET,
      ASSAY_DATA_DIRECTORY: join(directory, 'data'),
      DATABASE_URL: urls.ownerUrl,
      ASSAY_APPLICATION_DATABASE_URL: urls.applicationUrl,
      ASSAY_REQUESTS_PER_MINUTE: '10000000',
    },
  })
  await setUp(product)
  return {
    urls,
    postgresProcessId: urls.embedded?.processId ?? 0,
    product,
    signIn: () => signIn(product.url),
    close: async () => {
      await product.stop()
      await urls.embedded?.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** What a page of the dashboard sends along with a command. */
export const pageHeaders = (url: string): Record<string, string> => ({
  origin: url,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
})

const setUp = async (product: ServerProcess): Promise<void> => {
  let token: string | undefined
  for (let attempt = 0; token === undefined && attempt < 200; attempt += 1) {
    token = /\/setup#token=(\S+)/.exec(product.output())?.[1]
    await delay(25)
  }
  const answer = await fetch(`${product.url}/api/v1/setup`, {
    method: 'POST',
    headers: pageHeaders(product.url),
    body: JSON.stringify({ token, organizationName: 'Northwind', name: 'Ada Admin', ...PERSON }),
  })
  if (answer.status !== 201) throw new Error(`Setting up failed: ${await answer.text()}`)
}

const signIn = async (url: string): Promise<string> => {
  const answer = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: pageHeaders(url),
    body: JSON.stringify(PERSON),
  })
  if (answer.status !== 201) throw new Error(`Signing in failed: ${await answer.text()}`)
  return cookiesOf(answer)
}

export const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
