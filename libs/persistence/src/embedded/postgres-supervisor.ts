import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { EmbeddedServerError } from './embedded-server-error.ts'
import { findFreePort } from './free-port.ts'
import { clearLeftOverServer } from './left-over-server.ts'
import { hasEnded, launchPostgres, untilReady, type LaunchPlan } from './postgres-launch.ts'
import { signal } from './process-table.ts'

const FIRST_START_ATTEMPTS = 5
const BACK_OFF_MS = [100, 250, 500, 1_000, 2_000, 5_000]
const FAST_MS = 10_000
const IMMEDIATE_MS = 5_000

/** Keeps one postgres process running on one port until told to stop. */
export class PostgresSupervisor {
  private readonly plan: LaunchPlan
  private child: ChildProcess | null = null
  private respawning: Promise<void> | null = null
  private stopping = false
  private chosenPort = 0
  private reported = ''

  constructor(plan: LaunchPlan) {
    this.plan = plan
  }

  get port(): number {
    return this.chosenPort
  }

  get processId(): number | null {
    return this.child && !hasEnded(this.child) ? (this.child.pid ?? null) : null
  }

  async start(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      this.chosenPort = await findFreePort()
      await clearLeftOverServer(this.plan.cluster, this.plan.log)
      try {
        await this.launch()
        return
      } catch (error) {
        const passing =
          error instanceof EmbeddedServerError && ['port_taken', 'shared_memory_busy'].includes(error.code)
        if (!passing || attempt === FIRST_START_ATTEMPTS) {
          this.report(error as Error)
          throw error
        }
        await delay(backOff(attempt))
      }
    }
  }

  /** Fast shutdown ends sessions and writes a checkpoint; what does not obey is ended harder. */
  async stop(): Promise<void> {
    this.stopping = true
    const child = this.child
    if (child && !hasEnded(child) && child.pid !== undefined) {
      child.ref()
      const ended = once(child, 'exit')
      await endInSteps(child.pid, ended)
    }
    await this.respawning
  }

  /** For the end of the Node process, when nothing can be waited for. */
  signalAtExit(name: NodeJS.Signals): void {
    this.stopping = true
    const processId = this.processId
    if (processId !== null) signal(processId, name)
  }

  private async launch(): Promise<void> {
    const logSizeBefore = this.plan.postgresLog.size()
    const child = launchPostgres(this.plan, this.chosenPort)
    this.child = child
    await untilReady(child, this.plan, logSizeBefore)
    if (hasEnded(child)) {
      throw new EmbeddedServerError(
        'start_failed',
        'PostgreSQL ended right after it had started: start it again.',
      )
    }
    child.once('exit', (exitCode, killedBy) => this.onEnd(exitCode, killedBy))
  }

  private onEnd(exitCode: number | null, killedBy: NodeJS.Signals | null): void {
    if (this.stopping || this.respawning) return
    const how = killedBy ? `was ended by ${killedBy}` : `ended with code ${exitCode}`
    this.plan.log({
      level: 'error',
      message: `PostgreSQL ${how}; starting it again on port ${this.chosenPort}.`,
    })
    this.respawning = this.respawn().finally(() => {
      this.respawning = null
    })
  }

  private async respawn(): Promise<void> {
    const since = Date.now()
    for (let attempt = 1; !this.stopping; attempt += 1) {
      // Not holding the event loop: when nothing else keeps Assay alive, neither does a broken server.
      await delay(backOff(attempt), undefined, { ref: false })
      if (this.stopping) return
      try {
        await clearLeftOverServer(this.plan.cluster, this.plan.log)
        // Nothing may be started behind the back of stop(), which could not end it any more.
        if (this.stopping) return
        await this.launch()
        this.reported = ''
        this.plan.log({ level: 'info', message: `PostgreSQL is back after ${Date.now() - since} ms.` })
        return
      } catch (error) {
        if (!this.stopping) this.reportOnce(error as Error)
      }
    }
  }

  /** A full disk may last for hours: its line is not repeated with every attempt. */
  private reportOnce(error: Error): void {
    if (error.message === this.reported) return
    this.reported = error.message
    this.report(error)
    this.plan.log({ level: 'error', message: `${error.message} (Assay keeps trying.)` })
  }

  private report(error: Error): void {
    if (!(error.cause instanceof Error)) return
    this.plan.log({ level: 'error', message: `PostgreSQL did not start and said: ${error.cause.message}` })
  }
}

function backOff(attempt: number): number {
  return BACK_OFF_MS[Math.min(attempt, BACK_OFF_MS.length) - 1] ?? 0
}

async function endInSteps(processId: number, ended: Promise<unknown>): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', FAST_MS],
    ['SIGQUIT', IMMEDIATE_MS],
  ]
  for (const [name, withinMs] of steps) {
    signal(processId, name)
    const deadline = new AbortController()
    const late = delay(withinMs, 'late', { signal: deadline.signal }).catch(() => 'late')
    if ((await Promise.race([ended, late])) !== 'late') {
      deadline.abort()
      return
    }
  }
  signal(processId, 'SIGKILL')
  await ended
}
