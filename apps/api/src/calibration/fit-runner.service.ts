import { inContext, newContext, type Tenant, UnitOfWork } from '@assay/persistence'
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common'
import type { Logger } from 'pino'
import { SERVING } from '../config.ts'
import { LookupQueries } from '../database/lookup.queries.ts'
import { LOG } from '../http/logging.ts'
import { InTurns } from '../threads/in-turns.ts'
import { ThreadStopped } from '../threads/on-thread.ts'
import { packed } from './fitting/fit-packing.ts'
import { type FitAtWork, FitWorkQueries } from './fit-work.queries.ts'
import { fitOnThread } from './fitting/fit-on-thread.ts'
import { type FitOrder, orderOf } from './fitting/fit-order.ts'

const LOOK_EVERY_MS = 30_000
/** What was written while somebody else looked may be committed later: it is looked at once more. */
const OVERLAP_MS = 10 * 60_000
/** A fit that ended its process twice is not begun a third time. */
const MOST_ATTEMPTS = 2
const BROKE_OFF = 'The computation broke off.'

/**
 * Computes fits, one at a time, on a thread beside the requests. What waits stands in rows: a process that dies leaves
 * its fit to any other, and the last good one stays (docs/decisions/0019).
 */
@Injectable()
export class FitRunnerService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly turns: InTurns
  private readonly lookedAt = new Map<string, Date>()

  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: FitWorkQueries,
    lookups: LookupQueries,
    @Inject(LOG) private readonly log: Logger,
    @Inject(SERVING) private readonly serving: boolean,
  ) {
    this.turns = new InTurns({
      next: (organizationId) => this.next({ organizationId, userId: null }),
      organizationIds: () => lookups.organizationIds(),
      failed: (error, organizationId) =>
        log.warn({ err: error, organizationId }, 'a fit could not be computed; it is tried again'),
      firstLookAfter: 4_000,
      lookEvery: LOOK_EVERY_MS,
      againAfter: 10_000,
    })
  }

  onApplicationBootstrap(): void {
    if (this.serving) this.turns.begin()
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.turns.end()
  }

  wake(organizationId: string): void {
    if (this.serving) this.turns.wake(organizationId)
  }

  private next(tenant: Tenant): Promise<boolean | number> {
    return inContext(newContext('fits', Infinity), async () => {
      await this.look(tenant)
      const found = await this.work.runAs(tenant, () => this.queries.take())
      if (found) {
        await this.carryOut(tenant, found)
        return true
      }
      const rest = await this.work.readAs(tenant, () => this.queries.rest())
      return rest === null || rest > LOOK_EVERY_MS ? false : Math.max(rest, 0) + 50
    })
  }

  /** Scorecards that came in since the last look make fits. */
  private async look(tenant: Tenant): Promise<void> {
    const since = this.lookedAt.get(tenant.organizationId)
    const from = since ? new Date(since.getTime() - OVERLAP_MS) : null
    const [changes, now] = await this.work.readAs(tenant, async () => [
      await this.queries.changes(from),
      await this.work.now(),
    ])
    if (changes.length > 0) await this.work.runAs(tenant, () => this.queries.expect(changes))
    this.lookedAt.set(tenant.organizationId, now)
  }

  private async carryOut(tenant: Tenant, fit: FitAtWork): Promise<void> {
    if (fit.attempts > MOST_ATTEMPTS) return this.fail(tenant, fit, BROKE_OFF)
    try {
      const order = await this.work.runAs(tenant, () => this.order(fit))
      const answer = await fitOnThread(order, { signal: this.turns.signal })
      await this.work.runAs(tenant, () => this.queries.finish(fit.id, answer))
    } catch (error) {
      if (error instanceof ThreadStopped) return this.work.runAs(tenant, () => this.queries.giveBack(fit.id))
      // A database that is away is waited for: the fit stands there as begun, and is taken again.
      const { status, name } = error as { status?: number; name?: string }
      if (status === 503 || name === 'DatabaseUnavailable') throw error
      this.log.warn({ err: error, fitId: fit.id }, 'a fit broke off')
      await this.fail(tenant, fit, BROKE_OFF)
    }
  }

  private async order({ id, jobId, family }: FitAtWork): Promise<FitOrder> {
    const ratings = await this.queries.ratings(family)
    const order = orderOf(ratings, await this.queries.job(jobId))
    await this.queries.read(id, {
      jobIds: [...new Set(ratings.map((one) => one.jobId))],
      packedInput: packed(order),
      counts: {
        ratings: order.rows.length,
        candidates: order.applications.length,
        interviewers: order.interviewers.length,
      },
    })
    return order
  }

  private fail(tenant: Tenant, { id }: FitAtWork, because: string): Promise<void> {
    return this.work.runAs(tenant, () => this.queries.finish(id, { status: 'failed', because }))
  }
}
