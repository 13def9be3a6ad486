import { RESTORABLE_DAYS } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { AuditService } from '../audit/audit.service.ts'
import { FileStore } from '../files/file-store.ts'
import { folderOf, idOf, keyOf } from './document-key.ts'

const BATCH = 200

/** Lets removed documents go when their time is over, and brings rows and files together again after a crash. */
@Injectable()
export class DocumentSweepService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly files: FileStore,
  ) {}

  async sweep(organizationId: string): Promise<void> {
    await this.purgeRemoved(organizationId)
    await this.settleFiles(organizationId)
  }

  /** Of no organization yet. */
  async sweepIncoming(): Promise<void> {
    await this.files.sweepIncoming()
  }

  /** First the mark, then the row, then the file: whatever ends the process in between, the mark tells. */
  private async purgeRemoved(organizationId: string): Promise<void> {
    const over = await this.as(organizationId, () =>
      this.work.query<{ id: string }>(
        `SELECT id FROM candidate_documents
          WHERE organization_id = $1 AND removed_at <= now() - make_interval(days => ${RESTORABLE_DAYS})
          ORDER BY removed_at LIMIT ${BATCH}`,
        [organizationId],
      ),
    )
    for (const { id } of over) {
      const key = keyOf(organizationId, id)
      await this.files.open(key)
      if (await this.as(organizationId, () => this.deleteRow(id))) await this.files.remove(key)
      await this.files.settle(key)
    }
  }

  /** @returns false when it was restored in the meantime: then its file stays as well */
  private async deleteRow(id: string): Promise<boolean> {
    const [row] = await this.work.query<{ candidateId: string }>(
      `DELETE FROM candidate_documents
        WHERE organization_id = $1 AND id = $2 AND removed_at <= now() - make_interval(days => ${RESTORABLE_DAYS})
        RETURNING candidate_id AS "candidateId"`,
      [this.work.tenant.organizationId, id],
    )
    if (!row) return false
    this.audit.record({
      action: 'candidate_document.purged',
      subjectType: 'candidate_document',
      subjectId: id,
      details: row,
    })
    return true
  }

  /** A mark that nobody settled: its file stays if it has a row, and goes if it has none. */
  private async settleFiles(organizationId: string): Promise<void> {
    const keys = await this.files.unsettled(folderOf(organizationId))
    if (keys.length === 0) return
    const rows = await this.as(organizationId, () =>
      this.work.query<{ id: string }>(
        'SELECT id FROM candidate_documents WHERE organization_id = $1 AND id = ANY($2::uuid[])',
        [organizationId, keys.map((key) => idOf(key))],
      ),
    )
    const kept = new Set(rows.map(({ id }) => id))
    for (const key of keys) {
      if (!kept.has(idOf(key))) await this.files.remove(key)
      await this.files.settle(key)
    }
  }

  private as<T>(organizationId: string, work: () => Promise<T>): Promise<T> {
    return this.work.runAs({ organizationId, userId: null }, work)
  }
}
