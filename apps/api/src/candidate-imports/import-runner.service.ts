import type { Principal } from '@assay/access'
import { isGranted } from '@assay/contracts'
import { inContext, newContext, UnitOfWork } from '@assay/persistence'
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common'
import type { Logger } from 'pino'
import { AuditService } from '../audit/audit.service.ts'
import { LookupQueries } from '../database/lookup.queries.ts'
import { LOG } from '../http/logging.ts'
import { InTurns } from '../threads/in-turns.ts'
import { UsersService } from '../users/users.service.ts'
import { ImportBatchesService } from './import-batches.service.ts'

const AGAIN_AFTER_MS = 10_000
/** Another process has this organization's import in hand. */
const BUSY_MS = 1_000
/** So often in a row a batch may fail before the import stops and a person has to look. */
const MOST_FAILURES = 5

interface AtWork {
  id: string
  state: 'checking' | 'running'
  startedBy: string
}

const STOPPED = {
  rights: 'Whoever started it may no longer import candidates.',
  failures:
    'It failed several times. What was imported until then stays; go on when the server is well again.',
}

/**
 * Drives dry runs and runs, batch by batch. What is to be done stands in the rows, and a batch is one transaction: a
 * process that dies takes its batch back, and any process goes on from there (docs/decisions/0015).
 */
@Injectable()
export class ImportRunnerService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly failures = new Map<string, number>()
  private readonly turns: InTurns

  constructor(
    private readonly work: UnitOfWork,
    private readonly batches: ImportBatchesService,
    private readonly users: UsersService,
    private readonly audit: AuditService,
    lookups: LookupQueries,
    @Inject(LOG) log: Logger,
  ) {
    this.turns = new InTurns({
      next: (organizationId) => this.next(organizationId),
      organizationIds: () => lookups.organizationIds(),
      failed: (error, organizationId) =>
        log.warn({ err: error, organizationId }, 'an import could not go on; it is tried again'),
      firstLookAfter: 2_000,
      lookEvery: 60_000,
      againAfter: AGAIN_AFTER_MS,
    })
  }

  onApplicationBootstrap(): void {
    this.turns.begin()
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.turns.end()
  }

  wake(organizationId: string): void {
    this.turns.wake(organizationId)
  }

  private async next(organizationId: string): Promise<boolean | number> {
    return inContext(newContext(null, Infinity), async () => {
      const found = await this.work.readAs({ organizationId, userId: null }, () => this.find())
      if (!found) return false
      const tenant = { organizationId, userId: found.startedBy }
      try {
        const isFree = await this.work.runAs(tenant, () => this.batch(found))
        this.failures.delete(found.id)
        return isFree ? true : BUSY_MS
      } catch (error) {
        await this.heed(found, organizationId, error)
        throw error
      }
    })
  }

  /** The one that waits for longest: imports of one organization go on side by side. */
  private async find(): Promise<AtWork | undefined> {
    const [found] = await this.work.query<AtWork>(
      `SELECT id, state, started_by AS "startedBy" FROM candidate_imports
        WHERE organization_id = $1 AND state IN ('checking', 'running') ORDER BY touched_at LIMIT 1`,
      [this.work.tenant.organizationId],
    )
    return found
  }

  /** @returns false when another process is at it */
  private async batch({ id, state, startedBy }: AtWork): Promise<boolean> {
    const { organizationId } = this.work.tenant
    // One batch of an organization at a time: two files with the same rows must see each other.
    const [lock] = await this.work.query<{ free: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended('candidate imports ' || $1::text, 43)) AS free`,
      [organizationId],
    )
    if (!lock?.free) return false
    const [still] = await this.work.query(
      'SELECT FROM candidate_imports WHERE organization_id = $1 AND id = $2 AND state = $3 FOR UPDATE',
      [organizationId, id, state],
    )
    if (!still) return true
    const asking = await this.principal(startedBy)
    if (asking === null) await this.stop(id, state, STOPPED.rights)
    else if (state === 'checking') {
      if ((await this.batches.check(id, asking)) === 0) await this.move(id, 'checked')
    } else if ((await this.batches.run(id, asking)) === 0) await this.finish(id)
    return true
  }

  /** With the rights that the person has now, and no others. */
  private async principal(userId: string): Promise<Principal | null> {
    const { role, status } = await this.users.get(userId)
    const { organizationId } = this.work.tenant
    return status === 'active' && isGranted(role, 'candidates.import')
      ? { organizationId, userId, role, sessionId: null, scopes: null }
      : null
  }

  private async finish(id: string): Promise<void> {
    await this.move(id, 'done')
    const [row] = await this.work.query<{ outcomes: Record<string, number> }>(
      'SELECT outcomes FROM candidate_imports WHERE organization_id = $1 AND id = $2',
      [this.work.tenant.organizationId, id],
    )
    this.audit.record({
      action: 'candidate_import.finished',
      subjectType: 'candidate_import',
      subjectId: id,
      details: { ...row?.outcomes },
    })
  }

  private async move(id: string, state: 'checked' | 'done'): Promise<void> {
    await this.work.query(
      `UPDATE candidate_imports SET state = $3, revision = revision + 1, touched_at = now(),
              finished_at = CASE WHEN $3 = 'done' THEN now() END
        WHERE organization_id = $1 AND id = $2`,
      [this.work.tenant.organizationId, id, state],
    )
  }

  /** A dry run that stops has done nothing: its columns can be looked at again. */
  private async stop(id: string, state: AtWork['state'], because: string): Promise<void> {
    await this.work.query(
      `UPDATE candidate_imports SET state = $3, stopped_because = $4, revision = revision + 1, touched_at = now()
        WHERE organization_id = $1 AND id = $2 AND state = $5`,
      [this.work.tenant.organizationId, id, state === 'checking' ? 'mapping' : 'stopped', because, state],
    )
    if (state === 'running') {
      this.audit.record({
        action: 'candidate_import.stopped',
        subjectType: 'candidate_import',
        subjectId: id,
        details: { because },
      })
    }
  }

  /** A database that is away for a while is waited for; what fails by itself again and again is not. */
  private async heed(
    { id, state, startedBy }: AtWork,
    organizationId: string,
    error: unknown,
  ): Promise<void> {
    const { status = 500, name } = error as { status?: number; name?: string }
    if (status === 503 || name === 'DatabaseUnavailable' || name === 'StorageFull') return
    const count = (this.failures.get(id) ?? 0) + 1
    this.failures.set(id, count)
    if (count < MOST_FAILURES) return
    this.failures.delete(id)
    await this.work.runAs({ organizationId, userId: startedBy }, () => this.stop(id, state, STOPPED.failures))
  }
}
