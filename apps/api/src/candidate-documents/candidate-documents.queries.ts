import {
  type CandidateDocument,
  type CandidateDocumentDetail,
  type DocumentKind,
  type InterviewResumes,
  type ListQuery,
  type Page,
  RESTORABLE_DAYS,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { NotFound } from '../http/http.errors.ts'

type Moments = 'addedAt' | 'removedAt' | 'restorableUntil'
type AsRow<Shown> = Omit<Shown, Moments> & {
  addedAt: Date
  removedAt: Date | null
  restorableUntil: Date | null
}

/** As SQL gives it: times are Dates until the answer's schema writes them. */
export type DocumentRow = AsRow<CandidateDocument>
export type DocumentDetailRow = AsRow<CandidateDocumentDetail>

export type ResumeRow = InterviewResumes['resumes'][number]

export type DocumentFilter = Partial<{ kind: DocumentKind; removed: boolean }>

const FACTS = `
  d.id, d.candidate_id AS "candidateId", d.kind, d.name, d.format, d.bytes, d.state,
  d.unreadable_because AS "unreadableBecause", d.added_at AS "addedAt", d.added_by AS "addedBy",
  u.name AS "addedByName", d.removed_at AS "removedAt", d.removed_by AS "removedBy",
  d.removal_reason AS "removalReason",
  d.removed_at + make_interval(days => ${RESTORABLE_DAYS}) AS "restorableUntil", d.revision`

const FROM = `FROM candidate_documents d
  LEFT JOIN users u ON u.organization_id = d.organization_id AND u.id = d.added_by`

@Injectable()
export class CandidateDocumentsQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** Of all candidates that are one person by now. */
  async page(
    candidateIds: readonly string[],
    { sort, range, filter }: ListQuery<string, DocumentFilter>,
  ): Promise<Page<DocumentRow>> {
    const [first, last] = range
    const values = [this.organizationId, candidateIds, filter.removed ?? false, filter.kind ?? null]
    const where = `d.organization_id = $1 AND d.candidate_id = ANY($2::uuid[])
      AND (d.removed_at IS NOT NULL) = $3 AND ($4::text IS NULL OR d.kind = $4)`
    const direction = sort[1] === 'ASC' ? 'ASC' : 'DESC'
    const rows = await this.work.query<DocumentRow>(
      `SELECT ${FACTS} ${FROM} WHERE ${where}
        ORDER BY d.added_at ${direction}, d.id ${direction} LIMIT ${last - first + 1} OFFSET ${first}`,
      values,
    )
    const [count] = await this.work.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM candidate_documents d WHERE ${where}`,
      values,
    )
    return { rows, total: count?.total ?? 0 }
  }

  /** With their texts, newest first. */
  resumes(candidateIds: readonly string[]): Promise<ResumeRow[]> {
    return this.work.query<ResumeRow>(
      `SELECT d.id, d.name, d.format, d.state, d.text FROM candidate_documents d
        WHERE d.organization_id = $1 AND d.candidate_id = ANY($2::uuid[]) AND d.kind = 'resume'
          AND d.removed_at IS NULL ORDER BY d.added_at DESC, d.id DESC LIMIT 5`,
      [this.organizationId, candidateIds],
    )
  }

  async facts(id: string): Promise<DocumentRow> {
    return found(
      await this.work.query<DocumentRow>(
        `SELECT ${FACTS} ${FROM} WHERE d.organization_id = $1 AND d.id = $2`,
        [this.organizationId, id],
      ),
    )
  }

  async detail(id: string): Promise<DocumentDetailRow> {
    return found(
      await this.work.query<DocumentDetailRow>(
        `SELECT ${FACTS}, d.text, d.is_text_cut AS "isTextCut", d.pages, d.suggestions ${FROM}
          WHERE d.organization_id = $1 AND d.id = $2`,
        [this.organizationId, id],
      ),
    )
  }

  /** The document of this candidate with these bytes, where there is one that was not removed. */
  async ofSameBytes(candidateId: string, sha256: Buffer): Promise<DocumentRow | undefined> {
    const [row] = await this.work.query<DocumentRow>(
      `SELECT ${FACTS} ${FROM}
        WHERE d.organization_id = $1 AND d.candidate_id = $2 AND d.sha256 = $3 AND d.removed_at IS NULL`,
      [this.organizationId, candidateId, sha256],
    )
    return row
  }

  /** Documents of a candidate: those that stand, and all that still take a place. */
  async counts(candidateId: string): Promise<{ kept: number; all: number }> {
    const [row] = await this.work.query<{ kept: number; all: number }>(
      `SELECT count(*) FILTER (WHERE removed_at IS NULL)::int AS kept, count(*)::int AS "all"
         FROM candidate_documents WHERE organization_id = $1 AND candidate_id = $2`,
      [this.organizationId, candidateId],
    )
    return row ?? { kept: 0, all: 0 }
  }

  /** How many documents of the organization wait to be read, counted to the cap. */
  async waiting(cap: number): Promise<number> {
    const [row] = await this.work.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM (SELECT FROM candidate_documents
         WHERE organization_id = $1 AND state = 'reading' AND removed_at IS NULL LIMIT $2) AS unread`,
      [this.organizationId, cap],
    )
    return row?.waiting ?? 0
  }

  /** One change of a candidate's documents at a time; edits of the candidate itself go on. */
  async lock(candidateId: string): Promise<void> {
    await this.work.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 43))', [candidateId])
  }

  /** Who a candidate is by now: itself, or whom it was merged into. */
  async survivorOf(candidateId: string): Promise<string> {
    const [row] = await this.work.query<{ id: string }>(
      'SELECT stands_for AS id FROM candidate_search WHERE organization_id = $1 AND candidate_id = $2',
      [this.organizationId, candidateId],
    )
    return row?.id ?? candidateId
  }

  /** What the résumés of a candidate say, the newest first. */
  async resumeText(candidateId: string): Promise<string> {
    const rows = await this.work.query<{ text: string }>(
      `SELECT text FROM candidate_documents
        WHERE organization_id = $1 AND candidate_id = $2 AND kind = 'resume' AND state = 'read'
          AND removed_at IS NULL ORDER BY added_at DESC, id DESC`,
      [this.organizationId, candidateId],
    )
    return rows.map(({ text }) => text).join('\n')
  }

  private get organizationId(): string {
    return this.work.tenant.organizationId
  }
}

const found = <Row>([row]: Row[]): Row => {
  if (!row) throw new NotFound()
  return row
}
