import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { EmbeddedServerError } from './embedded-server-error.ts'
import { postgresProcessesOn, signal } from './process-table.ts'
import type { ServerLog } from './server-log.ts'

const FAST_MS = 4_000
const IMMEDIATE_MS = 2_000
const KILLED_MS = 2_000

/**
 * Ends a server that outlived the Node process which started it, and children that outlived their server,
 * then removes the note they left. Called with the directory lock held, so nobody needs them any more.
 */
export async function clearLeftOverServer(cluster: string, log: ServerLog): Promise<void> {
  if (postgresProcessesOn(cluster).length > 0) {
    log({ level: 'warn', message: `Stopping what is left of an earlier PostgreSQL on ${cluster}.` })
    await endAll(cluster)
  }
  // PostgreSQL would refuse to start when the id in this note meanwhile belongs to any other process.
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

async function endAll(cluster: string): Promise<void> {
  const server = serverIn(cluster)
  if (server !== null && postgresProcessesOn(cluster).includes(server)) {
    signal(server, 'SIGINT')
    if (await allEnded(cluster, FAST_MS)) return
  }
  // Without its server a child only ends by itself when it next waits for something.
  for (const processId of postgresProcessesOn(cluster)) signal(processId, 'SIGQUIT')
  if (await allEnded(cluster, IMMEDIATE_MS)) return
  for (const processId of postgresProcessesOn(cluster)) signal(processId, 'SIGKILL')
  if (await allEnded(cluster, KILLED_MS)) return
  throw new EmbeddedServerError(
    'left_over_server_stays',
    `A PostgreSQL of an earlier run (process ${postgresProcessesOn(cluster).join(', ')}) uses ${cluster} and cannot be stopped: stop it by hand, then start again.`,
  )
}

/** For the exit of the Node process, where only waiting that blocks is possible. */
export function waitForEndBlocking(cluster: string, withinMs: number): void {
  const giveUpAt = Date.now() + withinMs
  const never = new Int32Array(new SharedArrayBuffer(4))
  while (postgresProcessesOn(cluster).length > 0 && Date.now() < giveUpAt) Atomics.wait(never, 0, 0, 20)
}

function serverIn(cluster: string): number | null {
  try {
    const processId = Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10)
    return Number.isNaN(processId) ? null : processId
  } catch {
    return null
  }
}

async function allEnded(cluster: string, withinMs: number): Promise<boolean> {
  const giveUpAt = Date.now() + withinMs
  while (Date.now() < giveUpAt) {
    if (postgresProcessesOn(cluster).length === 0) return true
    await delay(50)
  }
  return postgresProcessesOn(cluster).length === 0
}
