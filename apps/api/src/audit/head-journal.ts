import { inContext, newContext } from '@assay/persistence'
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import type { Logger } from 'pino'
import { LookupQueries } from '../database/lookup.queries.ts'
import { NotFound } from '../http/http.errors.ts'
import { LOG } from '../http/logging.ts'
import { AuditReadingService } from './audit-reading.service.ts'

const EVERY_MS = 300_000

/** Writes each chain's signed head to the log when it has grown: a copy outside of the database's reach. */
@Injectable()
export class HeadJournal implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly written = new Map<string, number>()
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly audit: AuditReadingService,
    private readonly lookups: LookupQueries,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.write(), EVERY_MS)
    this.timer.unref()
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer)
  }

  async write(): Promise<void> {
    await inContext(newContext(null, Infinity), async () => {
      try {
        for (const organizationId of await this.lookups.organizationIds()) await this.writeOne(organizationId)
      } catch (error) {
        this.log.warn({ err: error }, 'the heads of the audit chains could not be written')
      }
    })
  }

  private async writeOne(organizationId: string): Promise<void> {
    try {
      const auditHead = await this.audit.signedHead(organizationId)
      if (this.written.get(organizationId) === auditHead.sequence) return
      this.log.info({ auditHead }, 'audit head')
      this.written.set(organizationId, auditHead.sequence)
    } catch (error) {
      if (!(error instanceof NotFound)) throw error
    }
  }
}
