import {
  CAPPED_TOTAL,
  IMPORT_TEXT_DAYS,
  type ImportCounts,
  type ImportFormat,
  type ImportMapping,
  type ImportOptions,
  type ImportState,
  type ListQuery,
  type Page,
  type RowOutcome,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { NotFound } from '../http/http.errors.ts'
import type { Fault } from './cells.rules.ts'

/** As SQL gives it: times are Dates until the answer's schema writes them. */
export interface ImportRow {
  id: string
  format: ImportFormat
  fileName: string
  bytes: number
  state: ImportState
  stoppedBecause: string | null
  rows: number
  expected: Partial<ImportCounts>
  outcomes: Partial<ImportCounts>
  createdAt: Date
  createdByName: string | null
  startedAt: Date | null
  finishedAt: Date | null
  clearsAt: Date
  isCleared: boolean
  revision: number
}

export interface ImportDetailRow extends ImportRow {
  encoding: string
  delimiter: string | null
  columnNames: string[]
  mapping: ImportMapping
  options: ImportOptions
  sameFile: { id: string; fileName: string; createdAt: Date } | null
}

export interface StoredRow {
  position: number
  line: number
  origin: string | null
  content: string | null
}

export interface ListedRow extends StoredRow {
  name: string | null
  expected: RowOutcome | null
  outcome: RowOutcome | null
  problems: Fault[]
  likely: { id: string; name: string }[]
  candidateId: string | null
  candidateName: string | null
}

export interface RowFilter {
  expected?: RowOutcome | undefined
  outcome?: RowOutcome | undefined
  /** What could not be imported: by the run, or as long as it did not come by the dry run. */
  wrong?: true
}

const FACTS = `i.id, i.format, i.file_name AS "fileName", i.bytes, i.state, i.stopped_because AS "stoppedBecause",
  i.rows, i.expected, i.outcomes, i.created_at AS "createdAt", u.name AS "createdByName",
  i.started_at AS "startedAt", i.finished_at AS "finishedAt",
  coalesce(i.cleared_at, i.touched_at + make_interval(days => ${IMPORT_TEXT_DAYS})) AS "clearsAt",
  i.cleared_at IS NOT NULL AS "isCleared", i.revision`
const FROM = `FROM candidate_imports i
  LEFT JOIN users u ON u.organization_id = i.organization_id AND u.id = i.created_by`

const DETAIL = `SELECT ${FACTS}, i.encoding, i.delimiter, i.columns AS "columnNames", i.mapping, i.options,
  (SELECT json_build_object('id', o.id, 'fileName', o.file_name, 'createdAt', o.created_at)
     FROM candidate_imports o WHERE o.organization_id = i.organization_id AND o.sha256 = i.sha256
      AND o.created_at < i.created_at AND o.started_at IS NOT NULL ORDER BY o.created_at DESC LIMIT 1) AS "sameFile"
  ${FROM} WHERE i.organization_id = $1 AND i.id = $2`

const ROW = `SELECT r.position, r.line, r.origin, r.name, r.expected, r.outcome, r.problems,
  CASE WHEN r.problems <> '[]' THEN r.content END AS content,
  (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) ORDER BY array_position(r.likely, c.id)), '[]')
     FROM candidates c WHERE c.organization_id = r.organization_id AND c.id = ANY(r.likely)) AS likely,
  r.candidate_id AS "candidateId", p.name AS "candidateName"
  FROM candidate_import_rows r
  LEFT JOIN candidates p ON p.organization_id = r.organization_id AND p.id = r.candidate_id`

@Injectable()
export class CandidateImportsQueries {
  constructor(private readonly work: UnitOfWork) {}

  async page({ range, sort, filter }: ListQuery<string, { state?: ImportState }>): Promise<Page<ImportRow>> {
    const [first, last] = range
    const values = [this.organizationId, filter.state ?? null]
    const where = 'i.organization_id = $1 AND ($2::text IS NULL OR i.state = $2)'
    const rows = await this.work.query<ImportRow>(
      `SELECT ${FACTS} ${FROM} WHERE ${where}
        ORDER BY i.created_at ${sort[1]}, i.id LIMIT ${last - first + 1} OFFSET ${first}`,
      values,
    )
    const [count] = await this.work.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM (SELECT FROM candidate_imports i WHERE ${where} LIMIT ${CAPPED_TOTAL}) AS f`,
      values,
    )
    return { rows, total: count?.total ?? 0 }
  }

  async one(id: string): Promise<ImportDetailRow> {
    const [row] = await this.work.query<ImportDetailRow>(DETAIL, [this.organizationId, id])
    if (!row) throw new NotFound()
    const { sameFile } = row
    // Within JSON a time is text already.
    return { ...row, sameFile: sameFile && { ...sameFile, createdAt: new Date(sameFile.createdAt) } }
  }

  /** A batch that works on it is waited for, and none begins until the commit. */
  async lock(id: string): Promise<void> {
    await this.work.query('SELECT FROM candidate_imports WHERE organization_id = $1 AND id = $2 FOR UPDATE', [
      this.organizationId,
      id,
    ])
  }

  /** The first rows whose content is still there. */
  firstRows(id: string, count: number): Promise<StoredRow[]> {
    return this.work.query<StoredRow>(
      `SELECT position, line, origin, content FROM candidate_import_rows
        WHERE organization_id = $1 AND import_id = $2 AND content IS NOT NULL ORDER BY position LIMIT $3`,
      [this.organizationId, id, count],
    )
  }

  async rows(id: string, { range, sort, filter }: ListQuery<string, RowFilter>): Promise<Page<ListedRow>> {
    const [first, last] = range
    const values = [this.organizationId, id, filter.expected ?? null, filter.outcome ?? null]
    const where = `r.organization_id = $1 AND r.import_id = $2
      AND ($3::text IS NULL OR r.expected = $3) AND ($4::text IS NULL OR r.outcome = $4)
      ${filter.wrong ? `AND coalesce(r.outcome, r.expected) = 'error'` : ''}`
    const rows = await this.work.query<ListedRow>(
      `${ROW} WHERE ${where} ORDER BY r.position ${sort[1]} LIMIT ${last - first + 1} OFFSET ${first}`,
      values,
    )
    const [count] = await this.work.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM candidate_import_rows r WHERE ${where}`,
      values,
    )
    // The number is exact: an import has few enough rows to be counted.
    return { rows, total: count?.total ?? 0, isCapped: false }
  }

  private get organizationId(): string {
    return this.work.tenant.organizationId
  }
}
