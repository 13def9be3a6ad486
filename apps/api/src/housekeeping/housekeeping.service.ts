import { inContext, newContext, UnitOfWork } from '@assay/persistence'
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import type { Logger } from 'pino'
import { DocumentSweepService } from '../candidate-documents/document-sweep.service.ts'
import { ImportForgettingService } from '../candidate-imports/import-forgetting.service.ts'
import { LookupQueries } from '../database/lookup.queries.ts'
import { LOG } from '../http/logging.ts'
import { RetentionService } from '../retention/retention.service.ts'

const EVERY_MS = 3_600_000
const FIRST_AFTER_MS = 60_000

/** What has had its time, per organization. Everything that grows by itself has a line here. */
const ENDED = [
  `DELETE FROM idempotency_keys WHERE organization_id = $1 AND created_at < now() - interval '24 hours'`,
  `DELETE FROM one_time_links WHERE organization_id = $1 AND expires_at < now() - interval '30 days'`,
  `UPDATE sessions SET ended_at = now(), ended_because = 'expired'
    WHERE organization_id = $1 AND ended_at IS NULL AND expires_at <= now()`,
  `DELETE FROM refresh_tokens t USING sessions s
    WHERE t.organization_id = $1 AND s.organization_id = t.organization_id AND s.id = t.session_id
      AND s.ended_at < now() - interval '1 day'`,
  `DELETE FROM sessions s USING organizations o
    WHERE s.organization_id = $1 AND o.id = s.organization_id
      AND s.ended_at < now() - make_interval(days => o.session_history_days)`,
]

/** Takes out what has had its time, once an hour, one organization per transaction. Any process may do it. */
@Injectable()
export class HousekeepingService implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined
  private first: NodeJS.Timeout | undefined

  constructor(
    private readonly work: UnitOfWork,
    private readonly lookups: LookupQueries,
    private readonly documents: DocumentSweepService,
    private readonly retention: RetentionService,
    private readonly imports: ImportForgettingService,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.first = setTimeout(() => void this.sweep(), FIRST_AFTER_MS)
    this.timer = setInterval(() => void this.sweep(), EVERY_MS)
    this.first.unref()
    this.timer.unref()
  }

  onApplicationShutdown(): void {
    clearTimeout(this.first)
    clearInterval(this.timer)
  }

  async sweep(): Promise<void> {
    await inContext(newContext('housekeeping', Infinity), async () => {
      try {
        await this.lookups.forgetOldAttempts()
        for (const organizationId of await this.lookups.organizationIds()) {
          await this.work.runAs({ organizationId, userId: null }, async () => {
            for (const statement of ENDED) await this.work.query(statement, [organizationId])
          })
          await this.imports.clear(organizationId)
        }
        for (const organizationId of await this.lookups.organizationIds()) {
          await this.retention.run(organizationId)
        }
        await this.sweepDocuments()
      } catch (error) {
        this.log.warn({ err: error }, 'housekeeping could not finish; it tries again in an hour')
      }
    })
  }

  /** Last: a file store that does not answer holds up nothing else. */
  private async sweepDocuments(): Promise<void> {
    await this.documents.sweepIncoming()
    for (const organizationId of await this.lookups.organizationIds()) {
      await this.documents.sweep(organizationId)
    }
  }
}
