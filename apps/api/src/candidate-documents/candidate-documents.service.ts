import { createHash } from 'node:crypto'
import type { Principal } from '@assay/access'
import {
  addCandidateDocument,
  type DocumentFormat,
  type DocumentKind,
  type ListQuery,
  MAX_CANDIDATE_DOCUMENTS,
  type Page,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { Repository } from 'typeorm'
import { v7 as newId } from 'uuid'
import { AuditService } from '../audit/audit.service.ts'
import { ReadsAudit } from '../audit/reads-audit.service.ts'
import { CandidateSearchService } from '../candidates/candidate-search.service.ts'
import { CandidatesService } from '../candidates/candidates.service.ts'
import { FileStore } from '../files/file-store.ts'
import type { FileAnswer } from '../http/file-answer.ts'
import { NotFound } from '../http/http.errors.ts'
import type { UploadedForm } from '../http/uploads.ts'
import { CandidateDocument } from './candidate-document.entity.ts'
import {
  DocumentExists,
  MergedElsewhere,
  NotRestorable,
  OfErased,
  TooManyDocuments,
  UploadsBusy,
} from './candidate-document.errors.ts'
import {
  CandidateDocumentsQueries,
  type DocumentDetailRow,
  type DocumentFilter,
  type DocumentRow,
  type ResumeRow,
} from './candidate-documents.queries.ts'
import { DocumentIntakeService, type TakenFile } from './document-intake.service.ts'
import { DocumentReadingService } from './document-reading.service.ts'
import { extensionOf } from '../files/file-name.ts'
import { keyOf } from './document-key.ts'

/** So many of an organization may wait to be read; what comes then is told to come back. */
const MAX_WAITING = 500

@Injectable()
export class CandidateDocumentsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly reads: ReadsAudit,
    private readonly queries: CandidateDocumentsQueries,
    private readonly candidates: CandidatesService,
    private readonly search: CandidateSearchService,
    private readonly intake: DocumentIntakeService,
    private readonly reading: DocumentReadingService,
    private readonly files: FileStore,
  ) {}

  list(
    candidateId: string,
    query: ListQuery<string, DocumentFilter>,
    asking: Principal,
  ): Promise<Page<DocumentRow>> {
    return this.work.read(async () => {
      await this.candidates.get(candidateId, asking)
      return this.queries.page(await this.search.idsOf(candidateId), query)
    })
  }

  get(id: string, asking: Principal): Promise<DocumentDetailRow> {
    return this.work.read(async () => {
      const document = await this.queries.detail(id)
      await this.candidates.get(document.candidateId, asking)
      this.reads.note('candidate_document.read', 'candidate_document', id)
      return document
    })
  }

  async file(id: string, asking: Principal): Promise<FileAnswer> {
    const { organizationId, document } = await this.work.read(async () => {
      const facts = await this.queries.facts(id)
      await this.candidates.get(facts.candidateId, asking)
      this.reads.note('candidate_document.downloaded', 'candidate_document', id)
      return { organizationId: this.work.tenant.organizationId, document: facts }
    })
    return { ...savedAs(document), bytes: await this.files.stream(keyOf(organizationId, id)) }
  }

  /**
   * For whoever interviews this candidate, as the caller has made sure of: the latest résumés with their texts. Joins the
   * caller's unit of work.
   */
  async resumesOf(candidateId: string): Promise<ResumeRow[]> {
    const resumes = await this.queries.resumes(await this.search.idsOf(candidateId))
    for (const { id } of resumes) this.reads.note('candidate_document.read', 'candidate_document', id)
    return resumes
  }

  /** One of them as a file; `joined` runs in the caller's unit of work, the bytes come after it. */
  async resumeFile(resumeId: string, joined: () => Promise<ResumeRow[]>): Promise<FileAnswer> {
    const { organizationId, document } = await this.work.read(async () => {
      if (!(await joined()).some(({ id }) => id === resumeId)) throw new NotFound()
      this.reads.note('candidate_document.downloaded', 'candidate_document', resumeId)
      return { organizationId: this.work.tenant.organizationId, document: await this.queries.facts(resumeId) }
    })
    return { ...savedAs(document), bytes: await this.files.stream(keyOf(organizationId, resumeId)) }
  }

  /** Who may add, and whether there is room, is decided before the first byte of the file is read. */
  async add(candidateId: string, form: UploadedForm, asking: Principal): Promise<DocumentRow> {
    await this.work.read(() => this.mustHaveRoom(candidateId, asking))
    return this.intake.takeIn(form, addCandidateDocument, (taken, { kind }) =>
      this.work.run(async () => {
        await this.queries.lock(candidateId)
        await this.mustHaveRoom(candidateId, asking)
        const same = await this.queries.ofSameBytes(candidateId, taken.file.sha256)
        if (same) throw new DocumentExists(same)
        return this.insert(candidateId, kind, taken)
      }),
    )
  }

  /** Whether these bytes are among the candidate's documents. Joins the caller's unit of work. */
  async holds(candidateId: string, content: Buffer): Promise<boolean> {
    const same = await this.queries.ofSameBytes(candidateId, createHash('sha256').update(content).digest())
    return same !== undefined
  }

  /**
   * A file that came another way than by a form of its own. Joins the caller's unit of work; when that fails, nothing of
   * the file is kept.
   * @returns null when the candidate has these bytes already
   */
  async keep(
    candidateId: string,
    file: { name: string; content: Buffer },
    asking: Principal,
  ): Promise<DocumentRow | null> {
    await this.queries.lock(candidateId)
    await this.mustHaveRoom(candidateId, asking)
    const taken = await this.intake.takeBytes(file)
    if (await this.queries.ofSameBytes(candidateId, taken.file.sha256)) {
      await this.files.drop(taken.file)
      return null
    }
    return this.insert(candidateId, 'resume', taken)
  }

  async remove(id: string, reason: string, asking: Principal): Promise<DocumentRow> {
    return this.work.run(async () => {
      const before = await this.changed(id, asking)
      if (before.removedAt !== null) return before
      const { userId } = this.work.tenant
      await this.save(before, { removedAt: () => 'now()', removedBy: userId, removalReason: reason })
      this.record('removed', before)
      return this.queries.facts(id)
    })
  }

  async restore(id: string, asking: Principal): Promise<DocumentRow> {
    return this.work.run(async () => {
      const before = await this.changed(id, asking)
      if (before.removedAt === null) return before
      if (before.restorableUntil! <= (await this.work.now())) throw new NotRestorable()
      await this.mustHaveRoom(before.candidateId, asking)
      const [own] = await this.work.query<{ sha256: Buffer }>(
        'SELECT sha256 FROM candidate_documents WHERE organization_id = $1 AND id = $2',
        [this.work.tenant.organizationId, id],
      )
      const same = own && (await this.queries.ofSameBytes(before.candidateId, own.sha256))
      if (same) throw new DocumentExists(same)
      await this.save(before, { removedAt: null, removedBy: null, removalReason: null })
      this.record('restored', before)
      this.readSoon(before.state)
      return this.queries.facts(id)
    })
  }

  private async insert(candidateId: string, kind: DocumentKind, taken: TakenFile): Promise<DocumentRow> {
    const { organizationId, userId } = this.work.tenant
    const id = newId()
    const { file, name, format, unreadable } = taken
    await this.work.repository(CandidateDocument).insert({
      organizationId,
      id,
      candidateId,
      kind,
      name,
      format,
      bytes: file.bytes,
      sha256: file.sha256,
      state: unreadable === null ? 'reading' : 'unreadable',
      unreadableBecause: unreadable,
      addedBy: userId,
    })
    const key = keyOf(organizationId, id)
    // Last but for the commit: what fails before it leaves no file. What fails after it is found by its mark.
    this.work.lastly(() => this.files.keep(file, key))
    this.record('added', { id, candidateId }, { kind, format, bytes: file.bytes })
    this.work.afterCommit(() => void this.files.settle(key))
    this.readSoon(unreadable === null ? 'reading' : 'unreadable')
    return this.queries.facts(id)
  }

  private async mustHaveRoom(candidateId: string, asking: Principal): Promise<void> {
    const { mergedInto, erasedAt } = await this.candidates.get(candidateId, asking)
    if (mergedInto !== null) throw new MergedElsewhere()
    if (erasedAt !== null) throw new OfErased()
    const { kept, all } = await this.queries.counts(candidateId)
    if (kept >= MAX_CANDIDATE_DOCUMENTS || all >= MAX_CANDIDATE_DOCUMENTS * 2) throw new TooManyDocuments()
    if ((await this.queries.waiting(MAX_WAITING)) >= MAX_WAITING) throw new UploadsBusy(60)
  }

  private readSoon(state: DocumentRow['state']): void {
    const { organizationId } = this.work.tenant
    if (state === 'reading') this.work.afterCommit(() => this.reading.wake(organizationId))
  }

  /** A document that is about to be changed, with its candidate locked for other changes of documents. */
  private async changed(id: string, asking: Principal): Promise<DocumentRow> {
    const { candidateId } = await this.queries.facts(id)
    await this.candidates.get(candidateId, asking)
    await this.queries.lock(candidateId)
    return this.queries.facts(id)
  }

  private async save({ id, candidateId, revision }: DocumentRow, columns: Columns): Promise<void> {
    const { organizationId } = this.work.tenant
    await this.work
      .repository(CandidateDocument)
      .update({ organizationId, id }, { ...columns, revision: revision + 1 })
    await this.search.setResumeText(candidateId, await this.queries.resumeText(candidateId))
  }

  private record(
    verb: 'added' | 'removed' | 'restored',
    { id, candidateId }: Pick<DocumentRow, 'id' | 'candidateId'>,
    details: Record<string, unknown> = {},
  ): void {
    this.audit.record({
      action: `candidate_document.${verb}`,
      subjectType: 'candidate_document',
      subjectId: id,
      details: { candidateId, ...details },
    })
  }
}

type Columns = Parameters<Repository<CandidateDocument>['update']>[1]

/** Saved under the ending of what it is; one that says the same is not written twice. */
const savedAs = ({ name, format }: DocumentRow): { name: string; extension: string } => {
  const given = extensionOf(name)
  const [usual = 'txt'] = EXTENSIONS[format]
  const fits = EXTENSIONS[format].includes(given.slice(1))
  return fits ? { name: name.slice(0, -given.length), extension: given.slice(1) } : { name, extension: usual }
}

const EXTENSIONS: Record<DocumentFormat, readonly string[]> = {
  pdf: ['pdf'],
  docx: ['docx'],
  text: ['txt', 'md', 'markdown', 'text'],
  json_resume: ['json'],
}
