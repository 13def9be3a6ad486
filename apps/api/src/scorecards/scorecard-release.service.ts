import { RECALL_SECONDS } from '@assay/contracts'
import { inContext, newContext, UnitOfWork } from '@assay/persistence'
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import type { Logger } from 'pino'
import { LookupQueries } from '../database/lookup.queries.ts'
import { LOG } from '../http/logging.ts'

/** Also after a restart, and for what another process took in. */
const SWEEP_MS = 30_000
/** The database judges by its own clock. */
const LATE_MS = 250

/**
 * A submitted scorecard opens to the others, and its author owes no longer, once it can be taken back no more: until
 * then both are as if it were a draft. Whatever process the author's was, this happens.
 */
@Injectable()
export class ScorecardReleaseService implements OnApplicationBootstrap, OnApplicationShutdown {
  private sweeps: NodeJS.Timeout | undefined
  private readonly timers = new Set<NodeJS.Timeout>()

  constructor(
    private readonly work: UnitOfWork,
    private readonly lookups: LookupQueries,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeps = setInterval(() => void this.sweep(), SWEEP_MS)
    this.sweeps.unref()
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweeps)
    for (const timer of this.timers) clearTimeout(timer)
  }

  /** Inside the caller's unit of work: the author may take it back from now on, for a while. */
  async begin(interviewId: string, userId: string): Promise<void> {
    const { organizationId } = this.work.tenant
    await this.work.query(
      `UPDATE panelists SET recall_until = now() + make_interval(secs => $4)
        WHERE organization_id = $1 AND interview_id = $2 AND user_id = $3`,
      [organizationId, interviewId, userId, RECALL_SECONDS],
    )
    this.work.afterCommit(() => this.expect(organizationId))
  }

  /** Inside the caller's unit of work: it was taken back. */
  async forget(interviewId: string, userId: string): Promise<void> {
    await this.work.query(
      `UPDATE panelists SET recall_until = NULL
        WHERE organization_id = $1 AND interview_id = $2 AND user_id = $3`,
      [this.work.tenant.organizationId, interviewId, userId],
    )
  }

  /** Inside the caller's unit of work: its author does not want to take it back. */
  async now(interviewId: string, userId: string): Promise<void> {
    await this.open('interview_id = $2 AND user_id = $3', [interviewId, userId])
  }

  /** Inside the caller's unit of work: what was reopened is in again, and its author owes it no longer. */
  async again(interviewId: string, userId: string): Promise<void> {
    await this.work.query(
      `UPDATE panelists SET owes = false, released_at = now()
        WHERE organization_id = $1 AND interview_id = $2 AND user_id = $3 AND owes`,
      [this.work.tenant.organizationId, interviewId, userId],
    )
  }

  async sweep(): Promise<void> {
    await inContext(newContext('scorecard-release', Infinity), async () => {
      try {
        for (const organizationId of await this.lookups.organizationIds())
          await this.releaseDue(organizationId)
      } catch (error) {
        this.log.warn({ err: error }, 'submitted scorecards could not be opened to others; it is tried again')
      }
    })
  }

  private async releaseDue(organizationId: string): Promise<void> {
    await this.work.runAs({ organizationId, userId: null }, () => this.open('recall_until <= now()', []))
  }

  private async open(which: string, values: readonly unknown[]): Promise<void> {
    await this.work.query(
      `UPDATE panelists SET owes = false, released_at = coalesce(released_at, now()), recall_until = NULL,
         scorecard_released_at = now()
        WHERE organization_id = $1 AND recall_until IS NOT NULL AND ${which}`,
      [this.work.tenant.organizationId, ...values],
    )
  }

  private expect(organizationId: string): void {
    const timer = setTimeout(
      () => {
        this.timers.delete(timer)
        void inContext(newContext('scorecard-release', Infinity), () =>
          this.releaseDue(organizationId).catch((error: unknown) =>
            this.log.warn({ err: error }, 'a submitted scorecard could not be opened to others yet'),
          ),
        )
      },
      RECALL_SECONDS * 1_000 + LATE_MS,
    )
    timer.unref()
    this.timers.add(timer)
  }
}
