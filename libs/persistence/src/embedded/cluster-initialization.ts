import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import {
  existsSync,
  openSync,
  fsyncSync,
  closeSync,
  readFileSync,
  readdirSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { giveTo, type DataDirectory } from './data-directory.ts'
import { EmbeddedServerError } from './embedded-server-error.ts'
import { explainFailure } from './failure-sentences.ts'
import { binary, type PostgresBinaries } from './platform-binaries.ts'
import { serverEnvironment } from './server-environment.ts'
import type { ServerAccount } from './server-account.ts'
import type { ServerLog } from './server-log.ts'

const UNFINISHED = 'cluster.unfinished-'
const SPACE_FOR_A_NEW_CLUSTER = 150 * 1024 * 1024

export interface ClusterRequest {
  readonly place: DataDirectory
  readonly binaries: PostgresBinaries
  readonly account: ServerAccount
  readonly throwaway: boolean
  readonly memory: Readonly<Record<string, string>>
  readonly log: ServerLog
}

/** Makes the cluster on first start; it appears complete or not at all. */
export async function ensureCluster(request: ClusterRequest): Promise<void> {
  const { place } = request
  // We hold the lock: whatever is unfinished was left by a start that was killed.
  for (const name of readdirSync(place.root).filter((entry) => entry.startsWith(UNFINISHED))) {
    await rm(join(place.root, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  if (existsSync(place.cluster)) return
  refuseFullDisk(place.root)
  ensurePassword(request)
  await initialize(request)
}

export function readPassword(place: DataDirectory): string {
  try {
    return readFileSync(place.passwordFile, 'utf8').trim()
  } catch (cause) {
    throw new EmbeddedServerError(
      'password_missing',
      `The file ${place.passwordFile} with the database password cannot be read: put it back from the backup of the data directory.`,
      { cause },
    )
  }
}

function refuseFullDisk(directory: string): void {
  const { bavail, bsize } = statfsSync(directory)
  if (bavail * bsize >= SPACE_FOR_A_NEW_CLUSTER) return
  throw new EmbeddedServerError(
    'disk_full',
    `The disk that holds ${directory} has less than ${SPACE_FOR_A_NEW_CLUSTER / 1024 / 1024} MB free: free some space there, then start again.`,
  )
}

function ensurePassword({ place, account }: ClusterRequest): void {
  // Written before the cluster: one that exists always has its password beside it.
  writeFileSync(place.passwordFile, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true })
  giveTo(account, place.passwordFile, 0o600)
}

async function initialize(request: ClusterRequest): Promise<void> {
  const { place, log } = request
  const unfinished = join(place.root, `${UNFINISHED}${randomUUID()}`)
  log({ level: 'info', message: `Creating the database in ${place.root}.` })
  const { exitCode, said } = await runInitdb(request, unfinished)
  if (exitCode === 0) {
    await rename(unfinished, place.cluster)
    makeRenameDurable(place.root)
    return
  }
  await rm(unfinished, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  log({ level: 'error', message: `PostgreSQL's initdb said: ${said.trim().slice(-2_000)}` })
  throw explainFailure(said, place.root, {
    code: 'initialization_failed',
    sentence: `The database could not be created in ${place.root}; the log says why: cure that and start again, or set DATABASE_URL.`,
  })
}

function initdbParameters({ place, throwaway, memory }: ClusterRequest, target: string): string[] {
  const fixed = {
    pgdata: target,
    username: 'postgres',
    pwfile: place.passwordFile,
    auth: 'scram-sha-256',
    encoding: 'UTF8',
    // PostgreSQL's own C.UTF-8 sorts and folds case alike on every machine and under every C library.
    locale: 'C',
    'locale-provider': 'builtin',
    'builtin-locale': 'C.UTF-8',
    // Trigrams and word search still ask the C library what a letter is; with C they would lose all but ASCII.
    'lc-ctype': process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8',
    'text-search-config': 'simple',
  }
  return [
    '--data-checksums',
    '--no-instructions',
    ...Object.entries(fixed).map(([name, value]) => `--${name}=${value}`),
    ...Object.entries(memory).map(([name, value]) => `--set=${name}=${value}`),
    ...(throwaway ? ['--no-sync'] : []),
  ]
}

function runInitdb(
  request: ClusterRequest,
  target: string,
): Promise<{ exitCode: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(binary(request.binaries, 'initdb'), initdbParameters(request, target), {
      ...request.account.switchTo,
      cwd: '/',
      env: serverEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    let said = ''
    const listen = (text: Buffer): void => {
      said += text.toString('utf8')
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('error', (error) => resolve({ exitCode: null, said: `${said}\n${error.message}` }))
    child.once('close', (exitCode) => resolve({ exitCode, said }))
  })
}

function makeRenameDurable(directory: string): void {
  const handle = openSync(directory, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
