import type { AuditAction } from '@assay/contracts'
import { currentContext, inContext, newContext, UnitOfWork } from '@assay/persistence'
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common'
import type { Logger } from 'pino'
import { LOG } from '../http/logging.ts'
import { type AuditEntry, AuditService } from './audit.service.ts'

const EVERY_MS = 1_000
const MINUTE_MS = 60_000
/** So long may a database that does not answer keep reads waiting here. */
const MAX_WAITING = 50_000
/** The chain's one row is locked for as long as a batch takes. */
const BATCH = 200

interface Read extends Required<Pick<AuditEntry, 'action' | 'subjectType' | 'subjectId' | 'requestId'>> {
  organizationId: string
  actorId: string
}

/**
 * Who looked at whose record. A reader does not wait for it: reads gather here and are written once a second, one
 * event for each person, record and minute. What waits is written before the process ends.
 */
@Injectable()
export class ReadsAudit implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private waiting: Read[] = []
  private readonly noted = new Set<string>()
  private minute = 0
  private timer: NodeJS.Timeout | undefined
  private writing: Promise<void> = Promise.resolve()

  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.flush(), EVERY_MS)
    this.timer.unref()
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer)
    await this.flush()
  }

  /** Called inside the reading unit of work; counts when that succeeds. */
  note(action: AuditAction, subjectType: AuditEntry['subjectType'], subjectId: string): void {
    const { organizationId, userId } = this.work.tenant
    if (userId === null) return
    const requestId = currentContext()?.requestId ?? null
    const read = { organizationId, actorId: userId, action, subjectType, subjectId, requestId }
    this.work.afterCommit(() => this.remember(read))
  }

  /** Writes what waits, after what is being written. */
  flush(): Promise<void> {
    this.writing = this.writing.then(() => this.writeWaiting())
    return this.writing
  }

  private remember(read: Read): void {
    const minute = Math.floor(Date.now() / MINUTE_MS)
    if (minute !== this.minute) this.noted.clear()
    this.minute = minute
    const key = [read.organizationId, read.actorId, read.action, read.subjectId].join(' ')
    if (this.noted.has(key)) return
    this.noted.add(key)
    if (this.waiting.length >= MAX_WAITING) {
      this.log.error({ read }, 'a read could not be kept for the audit record: too many wait')
      return
    }
    this.waiting.push(read)
  }

  private async writeWaiting(): Promise<void> {
    const batch = this.waiting
    this.waiting = []
    const organizations = Map.groupBy(batch, ({ organizationId }) => organizationId)
    for (const [organizationId, reads] of organizations) {
      for (let from = 0; from < reads.length; from += BATCH) {
        await this.write(organizationId, reads.slice(from, from + BATCH))
      }
    }
  }

  private async write(organizationId: string, reads: Read[]): Promise<void> {
    try {
      await inContext(newContext(null, Infinity), () =>
        this.work.runAs({ organizationId, userId: null }, async () => {
          for (const { organizationId: _own, ...entry } of reads) this.audit.record(entry)
          await Promise.resolve()
        }),
      )
    } catch (error) {
      this.log.warn({ err: error }, 'reads could not be recorded; they are tried again')
      this.waiting = [...reads, ...this.waiting].slice(0, MAX_WAITING)
    }
  }
}
