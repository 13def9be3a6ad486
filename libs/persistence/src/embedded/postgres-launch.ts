import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { EmbeddedServerError } from './embedded-server-error.ts'
import { explainFailure } from './failure-sentences.ts'
import { binary, type PostgresBinaries } from './platform-binaries.ts'
import type { PostgresLog } from './postgres-log.ts'
import { settingsAsParameters } from './postgres-settings.ts'
import { serverEnvironment } from './server-environment.ts'
import type { ServerAccount } from './server-account.ts'
import type { ServerLog } from './server-log.ts'

export interface LaunchPlan {
  readonly root: string
  readonly cluster: string
  readonly binaries: PostgresBinaries
  readonly account: ServerAccount
  readonly settings: Readonly<Record<string, string>>
  readonly postgresLog: PostgresLog
  readonly log: ServerLog
}

const LOOK_EVERY_MS = 20
const REMIND_EVERY_MS = 10_000

export function launchPostgres(plan: LaunchPlan, port: number): ChildProcess {
  const log = plan.postgresLog.open()
  try {
    const child = spawn(
      binary(plan.binaries, 'postgres'),
      ['-D', plan.cluster, ...settingsAsParameters(plan.settings, port)],
      {
        ...plan.account.switchTo,
        cwd: '/',
        env: serverEnvironment(),
        stdio: ['ignore', log, log],
        // A group of its own: Ctrl-C in a terminal must reach Assay only, which then stops us in order.
        detached: true,
      },
    )
    // An ordinary end of the Node process does not wait for the server; see the exit hook.
    child.unref()
    return child
  } finally {
    closeSync(log)
  }
}

/**
 * Resolves when connections are accepted; fails with a sentence when the process ends before. There is no
 * deadline while it lives: recovery after a crash takes as long as it takes, and killing it starts it anew.
 */
export async function untilReady(
  child: ChildProcess,
  plan: LaunchPlan,
  logSizeBefore: number,
): Promise<void> {
  let spawnError: Error | null = null
  child.once('error', (error) => {
    spawnError = error
  })
  let remindAt = Date.now() + REMIND_EVERY_MS
  while (!isReady(plan.cluster, child.pid)) {
    if (spawnError !== null || child.pid === undefined || hasEnded(child)) {
      await delay(LOOK_EVERY_MS)
      throw whyItEnded(plan, logSizeBefore, spawnError)
    }
    if (Date.now() > remindAt) {
      plan.log({ level: 'warn', message: 'PostgreSQL is still starting, probably recovering from a crash.' })
      remindAt = Date.now() + REMIND_EVERY_MS
    }
    await delay(LOOK_EVERY_MS)
  }
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

/** The server keeps its state on the eighth line of this note, its process id on the first. */
function isReady(cluster: string, processId: number | undefined): boolean {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return Number(lines[0]) === processId && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

function whyItEnded(plan: LaunchPlan, logSizeBefore: number, spawnError: Error | null): EmbeddedServerError {
  const said = `${plan.postgresLog.since(logSizeBefore)}\n${spawnError?.message ?? ''}`.trim()
  return explainFailure(said, plan.root, {
    code: 'start_failed',
    sentence: `PostgreSQL does not start on ${plan.root}; the end of its log was printed: cure that and start again, or restore a backup.`,
  })
}
