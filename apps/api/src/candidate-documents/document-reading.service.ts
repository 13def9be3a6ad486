import { randomUUID } from 'node:crypto'
import { type DocumentFormat, type DocumentSuggestion, MAX_DOCUMENT_TEXT } from '@assay/contracts'
import { inContext, newContext, UnitOfWork } from '@assay/persistence'
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common'
import type { Logger } from 'pino'
import { CandidateSearchService } from '../candidates/candidate-search.service.ts'
import { LookupQueries } from '../database/lookup.queries.ts'
import { FileStore } from '../files/file-store.ts'
import { LOG } from '../http/logging.ts'
import { InTurns } from '../threads/in-turns.ts'
import { ThreadFailed, ThreadStopped } from '../threads/on-thread.ts'
import { CandidateDocumentsQueries } from './candidate-documents.queries.ts'
import { keyOf } from './document-key.ts'
import { type ReadingAnswer, readOnThread } from './reading/document-reader.ts'

const LIMITS = { timeMs: 10_000, memoryMb: 192 }
/** A document that ended the process so often is not begun again. */
const MOST_ATTEMPTS = 3
const FIRST_LOOK_AFTER_MS = 2_000
/** Wakings are lost with their process: so often everything is looked through for what was left unread. */
const LOOK_EVERY_MS = 600_000
const AGAIN_AFTER_MS = 60_000

interface Claimed {
  id: string
  candidateId: string
  format: DocumentFormat
  attempts: number
}

/**
 * Reads documents one after the other, after they were stored: the upload is answered before. What is to be read stands
 * in the rows themselves, so it survives the process; any process may take the next one (docs/decisions/0011).
 */
@Injectable()
export class DocumentReadingService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly turns: InTurns

  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: CandidateDocumentsQueries,
    private readonly search: CandidateSearchService,
    private readonly files: FileStore,
    lookups: LookupQueries,
    @Inject(LOG) log: Logger,
  ) {
    this.turns = new InTurns({
      next: (organizationId) => this.readNext(organizationId),
      organizationIds: () => lookups.organizationIds(),
      failed: (error, organizationId) =>
        log.warn({ err: error, organizationId }, 'a document could not be read now; it is tried again'),
      firstLookAfter: FIRST_LOOK_AFTER_MS,
      lookEvery: LOOK_EVERY_MS,
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

  /** @returns whether there was one, or in how many milliseconds one may be free */
  private async readNext(organizationId: string): Promise<boolean | number> {
    const { claimed, freeInMs } = await this.inTransaction(organizationId, async () => {
      const next = await this.claim(organizationId)
      return { claimed: next, freeInMs: next ? null : await this.nextFreeInMs(organizationId) }
    })
    if (claimed === undefined) return freeInMs ?? false
    try {
      const answer = await this.read(organizationId, claimed)
      await this.inTransaction(organizationId, () => this.store(claimed, answer))
    } catch (error) {
      // A reader that failed has had its attempt; anything else was not the document's fault.
      if (!(error instanceof ThreadFailed)) {
        await this.inTransaction(organizationId, () => this.release(claimed)).catch(() => undefined)
      }
      if (!(error instanceof ThreadStopped)) throw error
    }
    return true
  }

  private async read(organizationId: string, { id, format, attempts }: Claimed): Promise<ReadingAnswer> {
    if (attempts > MOST_ATTEMPTS) return { state: 'unreadable', because: 'too_demanding' }
    const bytes = await this.files.read(keyOf(organizationId, id))
    const order = { format, bytes, longestText: MAX_DOCUMENT_TEXT }
    return readOnThread(order, { ...LIMITS, signal: this.turns.signal })
  }

  /** For half a minute, which is more than reading may take; then another process may begin anew. */
  private async claim(organizationId: string): Promise<Claimed | undefined> {
    const [claimed] = await this.work.query<Claimed>(
      `UPDATE candidate_documents SET claimed_until = now() + interval '30 seconds', attempts = attempts + 1
        WHERE organization_id = $1 AND id = (
          SELECT id FROM candidate_documents
           WHERE organization_id = $1 AND state = 'reading' AND removed_at IS NULL
             AND (claimed_until IS NULL OR claimed_until < now())
           ORDER BY added_at LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, candidate_id AS "candidateId", format, attempts`,
      [organizationId],
    )
    return claimed
  }

  /** What nobody can claim now, another process reads, or has died over: when its time is up. Null when there is nothing. */
  private async nextFreeInMs(organizationId: string): Promise<number | null> {
    const [row] = await this.work.query<{ milliseconds: number | null }>(
      `SELECT ceil(extract(epoch FROM min(claimed_until) - now()) * 1000)::int + 100 AS milliseconds
         FROM candidate_documents WHERE organization_id = $1 AND state = 'reading' AND removed_at IS NULL`,
      [organizationId],
    )
    const milliseconds = row?.milliseconds ?? null
    return milliseconds === null ? null : Math.max(100, milliseconds)
  }

  private async release({ id }: Claimed): Promise<void> {
    await this.work.query(
      `UPDATE candidate_documents SET attempts = attempts - 1,
              claimed_until = now() + make_interval(secs => $3)
        WHERE organization_id = $1 AND id = $2 AND state = 'reading'`,
      [this.work.tenant.organizationId, id, this.turns.signal.aborted ? 0 : AGAIN_AFTER_MS / 1_000 - 5],
    )
  }

  private async store({ id, candidateId }: Claimed, answer: ReadingAnswer): Promise<void> {
    const isRead = answer.state === 'read'
    await this.work.query(
      `UPDATE candidate_documents
          SET state = $3, unreadable_because = $4, text = $5, is_text_cut = $6, pages = $7, suggestions = $8,
              claimed_until = NULL, revision = revision + 1
        WHERE organization_id = $1 AND id = $2 AND state = 'reading'`,
      [
        this.work.tenant.organizationId,
        id,
        answer.state,
        isRead ? null : answer.because,
        isRead ? answer.text : null,
        isRead && answer.isCut,
        isRead ? answer.pages : null,
        JSON.stringify(isRead ? answer.suggestions.map((found) => openSuggestion(found)) : []),
      ],
    )
    if (isRead) await this.search.setResumeText(candidateId, await this.queries.resumeText(candidateId))
  }

  private inTransaction<T>(organizationId: string, work: () => Promise<T>): Promise<T> {
    return inContext(newContext(null, Infinity), () =>
      this.work.runAs({ organizationId, userId: null }, work),
    )
  }
}

const openSuggestion = (
  found: Pick<DocumentSuggestion, 'field' | 'value' | 'place'>,
): DocumentSuggestion => ({
  ...found,
  id: randomUUID(),
  acceptedAt: null,
  acceptedBy: null,
})
