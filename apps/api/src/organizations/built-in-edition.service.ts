import { kitsVersion } from '@assay/interview-kits'
import { inContext, newContext, UnitOfWork } from '@assay/persistence'
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import type { Logger } from 'pino'
import { AuditService } from '../audit/audit.service.ts'
import { LookupQueries } from '../database/lookup.queries.ts'
import { LOG } from '../http/logging.ts'
import { BuiltInKitsService } from '../interview-templates/built-in-kits.service.ts'
import { BuiltInContentService } from '../question-bank/built-in-content.service.ts'
import { RejectionReasonsService } from '../rejection-reasons/rejection-reasons.service.ts'

const FIRST_AFTER_MS = 2_000

/** The built-in content and kits: for a new organization, and at start what a newer edition brings to the others. */
@Injectable()
export class BuiltInEditionService implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly lookups: LookupQueries,
    private readonly content: BuiltInContentService,
    private readonly kits: BuiltInKitsService,
    private readonly reasons: RejectionReasonsService,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setTimeout(() => void this.bringUpToDate(), FIRST_AFTER_MS)
    this.timer.unref()
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer)
  }

  /** Joins the caller's unit of work. Answers how many entries and versions are new. */
  async furnish(): Promise<{ entries: number; versions: number }> {
    const entries = (await this.content.furnish()) + (await this.reasons.furnish())
    return { entries, versions: await this.kits.furnish() }
  }

  /** Each process may do it: the second finds nothing to do. */
  async bringUpToDate(): Promise<void> {
    await inContext(newContext('built-in content', Infinity), async () => {
      try {
        for (const organizationId of await this.lookups.organizationIds()) {
          await this.complete(organizationId)
        }
      } catch (error) {
        this.log.warn({ err: error }, 'built-in content could not be completed; the next start tries again')
      }
    })
  }

  private async complete(organizationId: string): Promise<void> {
    const tenant = { organizationId, userId: null }
    const isIncomplete = await this.work.readAs(
      tenant,
      async () =>
        (await this.content.isIncomplete()) ||
        (await this.kits.isIncomplete()) ||
        (await this.reasons.isIncomplete()),
    )
    if (!isIncomplete) return
    await this.work.runAs(tenant, async () => {
      const added = await this.furnish()
      if (added.entries + added.versions === 0) return
      this.audit.record({
        action: 'organization.content_added',
        subjectType: 'organization',
        subjectId: organizationId,
        details: { version: kitsVersion, ...added },
      })
    })
  }
}
