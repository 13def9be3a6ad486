import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { HttpClient } from '../support/http-client.ts'

const MAIN = join(dirname(fileURLToPath(import.meta.url)), '../../dist/apps/api/src/main.js')
const START_WITHIN_MS = 30_000

export interface Ended {
  exitCode: number | null
  signal: NodeJS.Signals | null
}

/** A server of our own as people run it: one process, built, killed and frozen without harm to anybody else. */
export interface AssayProcess {
  child: ChildProcess
  processId: number
  url: string
  /** Milliseconds from the start of the process to its line "ready". */
  startedInMs: number
  /** Everything it wrote, both streams. */
  output: () => string
  ended: Promise<Ended>
  hasEnded: () => boolean
  /** SIGTERM, and the time it took to leave. */
  stop: () => Promise<number>
  kill: () => Promise<void>
}

export interface AssayOptions {
  environment: Record<string, string>
  /** Options of Node, such as --import. */
  nodeOptions?: string[]
  /** Opens a channel, for programs that were loaded with --import. */
  channel?: boolean
  userId?: number
}

/** Everything a fault test starts, so that nothing is left behind when it fails. */
const started = new Set<ChildProcess>()
const directories = new Set<string>()

export const startAssay = async (options: AssayOptions): Promise<AssayProcess> => {
  const begun = performance.now()
  const child = spawnAssay(options)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  }
  const ended = endOf(child)
  const isReady = /^Assay is ready at (\S+)$/m
  for (;;) {
    const [, url] = isReady.exec(output) ?? []
    const startedInMs = performance.now() - begun
    if (url) return describeProcess(child, { url, startedInMs, ended, output: () => output })
    if (hasEnded(child)) {
      await delay(100) // its last words may still be on the way
      throw new Error(`Assay ended instead of starting (exit code ${child.exitCode}):\n${output}`)
    }
    if (startedInMs > START_WITHIN_MS) throw new Error(`Assay did not start:\n${output}`)
    await delay(20)
  }
}

const spawnAssay = ({ environment, nodeOptions = [], channel, userId }: AssayOptions): ChildProcess => {
  const child = spawn(process.execPath, [...nodeOptions, MAIN], {
    cwd: tmpdir(),
    env: {
      PATH: process.env['PATH'] ?? '',
      ASSAY_PORT: '0',
      ASSAY_REQUESTS_PER_MINUTE: '10000000',
      ASSAY_LOG_LEVEL: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe', ...(channel ? (['ipc'] as const) : [])],
    ...(userId === undefined ? {} : { uid: userId, gid: userId }),
  })
  started.add(child)
  return child
}

const describeProcess = (
  child: ChildProcess,
  facts: Pick<AssayProcess, 'url' | 'startedInMs' | 'ended' | 'output'>,
): AssayProcess => ({
  ...facts,
  child,
  processId: child.pid ?? 0,
  hasEnded: () => hasEnded(child),
  stop: async () => {
    const asked = performance.now()
    child.kill('SIGTERM')
    await facts.ended
    return performance.now() - asked
  },
  kill: async () => {
    child.kill('SIGKILL')
    await facts.ended
  },
})

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

const endOf = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve) => {
    child.once('exit', (exitCode, signal) => resolve({ exitCode, signal }))
  })

/** For afterAll: ends what a failed test left, with its PostgreSQL, and removes its directories. */
export const endEverything = async (): Promise<void> => {
  for (const child of started) {
    if (hasEnded(child)) continue
    const below = descendantsOf(child.pid ?? 0)
    const ended = endOf(child)
    child.kill('SIGKILL')
    await ended
    for (const processId of below) signal(processId, 'SIGKILL')
  }
  started.clear()
  for (const directory of directories) rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
  directories.clear()
}

/** A directory that another system user may pass through: as root the embedded server runs as one. */
export const temporaryDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'assay-fault-'))
  chmodSync(directory, 0o711)
  directories.add(directory)
  return directory
}

/** PostgreSQL's processes below this one: the server and, one level deeper, its children. */
export const descendantsOf = (processId: number): number[] => {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(Number(name)))
  }
  const found = [processId]
  for (const id of found) {
    for (const [child, parent] of parents) if (parent === id) found.push(child)
  }
  return found.slice(1)
}

const parentOf = (processId: number): number => {
  try {
    const line = readFileSync(`/proc/${processId}/stat`, 'utf8')
    return Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0 // it has just ended
  }
}

export const signal = (processId: number, name: NodeJS.Signals): void => {
  try {
    process.kill(processId, name)
  } catch {
    // It has just ended by itself.
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

export interface SetUpHouse {
  admin: HttpClient
  /** Ids of people who were invited and never came: rows to write to. */
  people: string[]
}

/** Goes through the link that a fresh installation prints, and invites people. */
export const setUp = async (assay: AssayProcess, invited: number): Promise<SetUpHouse> => {
  const token = await setupToken(assay)
  const admin = new HttpClient(assay.url)
  const answer = await admin.post('/api/v1/setup', {
    token,
    organizationName: 'Northwind',
    name: 'Ada Admin',
    email: 'ada@north.example',
    password: 'correct horse battery staple',
  })
  if (answer.status !== 201) throw new Error(`Setting up failed: ${answer.text}`)
  const people: string[] = []
  for (let number = 0; number < invited; number += 1) {
    const facts = { name: `Person ${number}`, email: `person${number}@north.example`, role: 'interviewer' }
    const made = await admin.post('/api/v1/invitations', facts)
    people.push(made.json<{ user: { id: string } }>().user.id)
  }
  return { admin, people }
}

const setupToken = async (assay: AssayProcess): Promise<string> => {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const [, token] = /\/setup#token=(\S+)/.exec(assay.output()) ?? []
    if (token) return token
    await delay(50)
  }
  throw new Error(`No link was offered:\n${assay.output()}`)
}

export const readyAgain = async (url: string, withinMs: number): Promise<number> => {
  const since = performance.now()
  for (;;) {
    const status = await fetch(`${url}/readyz`).then(
      async (answer) => (await answer.text(), answer.status),
      () => 0,
    )
    const took = performance.now() - since
    if (status === 200) return took
    if (took > withinMs) throw new Error(`Not ready within ${withinMs} ms.`)
    await delay(100)
  }
}

export const isLong = process.env['ASSAY_FAULTS'] === 'long'

/** Lines of the log that nobody foresaw: answers of 500, and what Node says before it ends a process. */
export const surprisesIn = (assay: AssayProcess): string[] =>
  assay
    .output()
    .split('\n')
    .filter((line) => /unexpected error|unhandled|uncaught/i.test(line))
