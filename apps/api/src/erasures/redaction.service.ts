import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { DocumentErasureService } from '../candidate-documents/document-erasure.service.ts'
import { ImportForgettingService } from '../candidate-imports/import-forgetting.service.ts'
import type { ErasureLine } from './erasures.queries.ts'
import { redactions } from './personal-data.ts'
import { StoredWordsService } from './stored-words.service.ts'

/** What a line of the list begins with; the database numbers and dates it. */
export type NewErasureLine = Pick<ErasureLine, 'id' | 'candidateId' | 'reason' | 'reference' | 'erasedBy'> &
  Partial<Pick<ErasureLine, 'number' | 'erasedAt' | 'documentIds'>>

/** Takes a person out of every table, and their files out of the store. Joins the caller's unit of work. */
@Injectable()
export class RedactionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly documents: DocumentErasureService,
    private readonly imports: ImportForgettingService,
    private readonly words: StoredWordsService,
  ) {}

  /**
   * @param lines one for each record of the person
   * @returns how many documents went
   */
  async carryOut(lines: readonly NewErasureLine[], { replayed }: { replayed: boolean }): Promise<number> {
    const ids = lines.map(({ candidateId }) => candidateId)
    const known = await this.words.of(ids)
    const found = await this.documents.eraseRows(ids)
    // By the addresses that stand in the rows of files, so before these are gone.
    for (const id of ids) await this.imports.forgetCandidate(id)
    // Which of the records had which document makes no difference any more.
    const documentIds = [...new Set([...lines.flatMap((line) => line.documentIds ?? []), ...found])]
    const { organizationId } = this.work.tenant
    await this.work.query('SELECT assay_erase_candidates($1::jsonb, $2)', [
      JSON.stringify(lines.map((line) => ({ ...line, documentIds }))),
      replayed,
    ])
    for (const statement of redactions) await this.work.query(statement, [organizationId, ids])
    await this.words.forget(known)
    await this.removeFiles(documentIds)
    return found.length
  }

  /** After the commit; see `DocumentErasureService`. */
  removeFiles(documentIds: readonly string[]): Promise<void> {
    return this.documents.removeFiles(documentIds)
  }
}
