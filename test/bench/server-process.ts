import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'

/** A server under measurement, in a process of its own. */
export interface ServerProcess {
  url: string
  processId: number
  output: () => string
  stop: () => Promise<void>
}

export interface ServerProgram {
  file: string
  environment: Record<string, string>
  /** Options of Node, such as --cpu-prof. */
  nodeOptions?: string[]
  /** The line that says where it answers; its first group is the address. */
  readyLine: RegExp
}

const START_WITHIN_MS = 60_000

export const startServerProcess = async (program: ServerProgram): Promise<ServerProcess> => {
  const child = spawn(process.execPath, [...(program.nodeOptions ?? []), program.file], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...program.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let url = ''
  const read = (chunk: Buffer): void => {
    // Only until it is ready: what it says under load is not kept.
    if (url === '' || output.length < 100_000) output += chunk.toString()
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  const giveUpAt = performance.now() + START_WITHIN_MS
  while (url === '') {
    url = program.readyLine.exec(output)?.[1] ?? ''
    if (url === '' && (child.exitCode !== null || performance.now() > giveUpAt)) {
      throw new Error(`${program.file} did not start:\n${output}`)
    }
    await delay(5)
  }
  return { url, processId: child.pid ?? 0, output: () => output, stop: () => stop(child) }
}

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
