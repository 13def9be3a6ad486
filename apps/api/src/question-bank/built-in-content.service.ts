import { kitsVersion } from '@assay/interview-kits'
import { inContext, newContext, UnitOfWork } from '@assay/persistence'
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import type { Logger } from 'pino'
import { v7 as newId } from 'uuid'
import { AuditService } from '../audit/audit.service.ts'
import { LookupQueries } from '../database/lookup.queries.ts'
import { LOG } from '../http/logging.ts'
import { builtInLinks, type BuiltInTable, builtInTables } from './built-in-rows.ts'

const FIRST_AFTER_MS = 2_000

/** Gives an organization rows of its own made from the built-in content. What it has by key is never touched. */
@Injectable()
export class BuiltInContentService implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly lookups: LookupQueries,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setTimeout(() => void this.bringUpToDate(), FIRST_AFTER_MS)
    this.timer.unref()
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer)
  }

  /** Joins the caller's unit of work: a statement per table. Answers how many entries are new. */
  async furnish(): Promise<number> {
    const { organizationId } = this.work.tenant
    const made = new Map<string, Set<string>>()
    for (const part of builtInTables) made.set(part.table, await this.insert(organizationId, part))
    for (const { owner, statement, rows } of builtInLinks) {
      const fresh = rows.filter((row) => made.get(owner)?.has(row.owner))
      if (fresh.length > 0) await this.work.query(statement, [organizationId, JSON.stringify(fresh)])
    }
    return [...made.values()].reduce((total, keys) => total + keys.size, 0)
  }

  /** What a newer edition brings, for the organizations that are here already; each process may do it. */
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
    if (!(await this.work.readOnceAs(tenant, () => this.isIncomplete(organizationId)))) return
    await this.work.runAs(tenant, async () => {
      const entries = await this.furnish()
      if (entries === 0) return
      this.audit.record({
        action: 'organization.content_added',
        subjectType: 'organization',
        subjectId: organizationId,
        details: { version: kitsVersion, entries },
      })
    })
  }

  private async isIncomplete(organizationId: string): Promise<boolean> {
    const missing = builtInTables.map(
      ({ table }, index) =>
        `EXISTS (SELECT FROM unnest($${index + 2}::text[]) AS wanted(key) WHERE NOT EXISTS
          (SELECT FROM ${table} e WHERE e.organization_id = $1 AND e.key = wanted.key))`,
    )
    const keys = builtInTables.map(({ rows }) => rows.map(({ key }) => key))
    const [row] = await this.work.query<{ incomplete: boolean }>(
      `SELECT ${missing.join(' OR ')} AS incomplete`,
      [organizationId, ...keys],
    )
    return row?.incomplete ?? false
  }

  private async insert(organizationId: string, { table, columns, rows }: BuiltInTable): Promise<Set<string>> {
    const names = Object.keys(columns)
    const types = names.map((name) => `${name} ${columns[name]}`)
    const inserted = await this.work.query<{ key: string }>(
      `INSERT INTO ${table} (organization_id, ${names.join(', ')})
       SELECT $1, ${names.map((name) => `r.${name}`).join(', ')}
         FROM jsonb_to_recordset($2::jsonb) AS r(${types.join(', ')})
       ON CONFLICT DO NOTHING RETURNING key`,
      [organizationId, JSON.stringify(rows.map((row) => ({ ...row, id: newId() })))],
    )
    return new Set(inserted.map(({ key }) => key))
  }
}
