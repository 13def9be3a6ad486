import { type Keys, TooManyRequests } from '@assay/access'
import {
  readHead,
  type SignedHead,
  signHead,
  signingKeyFromSeed,
  verifyStoredChain,
} from '@assay/audit-chain'
import type { ListQuery, Page } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Inject, Injectable } from '@nestjs/common'
import { NotFound } from '../http/http.errors.ts'
import { KEYS } from '../keys.ts'
import { AuditService } from './audit.service.ts'
import { type AuditFilter, AuditQueries, type AuditRow } from './audit.queries.ts'

/** Reading and verifying the record. */
@Injectable()
export class AuditReadingService {
  private readonly verifying = new Set<string>()

  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly queries: AuditQueries,
    @Inject(KEYS) private readonly keys: Keys,
  ) {}

  list(query: ListQuery<string, AuditFilter>): Promise<Page<AuditRow>> {
    return this.work.read(() => this.queries.page(query))
  }

  async get(sequence: number): Promise<AuditRow> {
    const row = await this.work.read(() => this.queries.one(sequence))
    if (!row) throw new NotFound()
    return row
  }

  /**
   * Walks the whole chain in batches. One at a time per organization: it reads every entry. Whoever owes a scorecard is
   * told of the part that they may read.
   */
  async verify(organizationId: string) {
    if (this.verifying.has(organizationId)) throw new TooManyRequests(5, 'A verification is running.')
    this.verifying.add(organizationId)
    try {
      const { found, end } = await this.work.run(async () => {
        const whole = await verifyStoredChain((text, values) => this.work.query(text, values), organizationId)
        this.audit.record({
          action: 'audit.verified',
          subjectType: 'audit',
          subjectId: null,
          details: { entries: whole.entries, intact: whole.findings.length === 0 },
        })
        return { found: whole, end: await this.queries.heldBackAt() }
      })
      const findings = found.findings.filter(
        ({ sequence }) => end === null || (sequence !== null && sequence <= end.sequence),
      )
      return {
        intact: findings.length === 0,
        entries: end?.sequence ?? found.entries,
        head: end ?? found.head,
        findings,
        checkedAt: new Date(),
      }
    } finally {
      this.verifying.delete(organizationId)
    }
  }

  heldBack(): Promise<{ since: Date | null }> {
    return this.work.read(async () => ({ since: await this.queries.owesSince() }))
  }

  /** The chain's end, signed: kept elsewhere, it shows later whether the tail was cut or the chain rewritten. */
  async signedHead(organizationId: string): Promise<SignedHead> {
    const head = await this.work.read(async () => {
      const end = await this.queries.heldBackAt()
      if (end) return { organizationId, ...end }
      return readHead((text, values) => this.work.query(text, values), organizationId)
    })
    if (!head) throw new NotFound()
    return signHead(head, new Date(), signingKeyFromSeed(this.keys.auditSeed))
  }
}
