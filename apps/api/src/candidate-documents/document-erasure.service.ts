import { UnitOfWork } from '@assay/persistence'
import { Inject, Injectable } from '@nestjs/common'
import type { Logger } from 'pino'
import { FileStore } from '../files/file-store.ts'
import { LOG } from '../http/logging.ts'
import { CandidateDocumentsQueries } from './candidate-documents.queries.ts'
import { keyOf } from './document-key.ts'

/** Lets all documents of a person go at once, those that were removed and could be restored as well. */
@Injectable()
export class DocumentErasureService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: CandidateDocumentsQueries,
    private readonly files: FileStore,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Joins the caller's unit of work. @returns the ids of the documents that were there */
  async eraseRows(candidateIds: readonly string[]): Promise<string[]> {
    // No upload is taken in between: it waits here, and then finds that the candidate was erased.
    for (const id of candidateIds.toSorted()) await this.queries.lock(id)
    const rows = await this.work.query<{ id: string }>(
      'DELETE FROM candidate_documents WHERE organization_id = $1 AND candidate_id = ANY($2::uuid[]) RETURNING id',
      [this.work.tenant.organizationId, candidateIds],
    )
    return rows.map(({ id }) => id)
  }

  /**
   * Files of documents without rows: marked before the commit, gone after it. Where the process dies in between, the mark
   * stays and the sweep finds a file without a row. A file store that cannot be written refuses the whole.
   */
  async removeFiles(documentIds: readonly string[]): Promise<void> {
    const { organizationId } = this.work.tenant
    const keys = documentIds.map((id) => keyOf(organizationId, id))
    for (const key of keys) await this.files.open(key)
    this.work.afterCommit(() => void this.remove(keys))
  }

  private async remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      try {
        await this.files.remove(key)
        await this.files.settle(key)
      } catch (error) {
        this.log.warn(
          { err: error },
          'the file of an erased candidate could not be removed; the sweep tries again',
        )
      }
    }
  }
}
