import {
  CAPPED_TOTAL,
  type Erasure as Answer,
  type ErasedCounts,
  type ListQuery,
  type Page,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { ErasureFacts } from './erasure.rules.ts'

export type ErasureRow = Omit<Answer, 'erasedAt' | 'replayedAt'> & { erasedAt: Date; replayedAt: Date | null }

/** A line as it leaves the database: ids, a chosen reason, a number, times. */
export interface ErasureLine {
  id: string
  number: number
  candidateId: string
  documentIds: string[]
  reason: Answer['reason']
  reference: string | null
  erasedBy: string | null
  erasedAt: string
}

/** `$1` the organization, `$2` all records of the person. */
const APPLICATIONS = `(SELECT a.id FROM applications a
  WHERE a.organization_id = $1 AND a.candidate_id = ANY($2::uuid[]))`

const ownRows = (table: string): string =>
  `(SELECT count(*)::int FROM ${table} r WHERE r.organization_id = $1 AND r.candidate_id = ANY($2::uuid[]))`

const COUNTS = `cardinality($2::uuid[]) AS records, ${ownRows('candidate_contacts')} AS contacts,
  ${ownRows('candidate_tags')} AS tags, ${ownRows('candidate_values')} AS "customValues",
  ${ownRows('candidate_documents')} AS documents, ${ownRows('applications')} AS applications,
  (SELECT count(*)::int FROM application_changes h WHERE h.organization_id = $1 AND h.sealed_note IS NOT NULL
      AND h.application_id IN ${APPLICATIONS}) AS notes,
  (SELECT count(*)::int FROM interviews i WHERE i.organization_id = $1
      AND i.application_id IN ${APPLICATIONS}) AS interviews`

const FACTS = `
  EXISTS (SELECT FROM panelists p WHERE p.organization_id = $1 AND p.user_id = $3::uuid AND p.owes
     AND p.application_id IN ${APPLICATIONS}) AS "asksWhileOwing",
  EXISTS (SELECT FROM users u JOIN candidate_contacts k ON k.organization_id = u.organization_id
       AND k.medium = 'email' AND k.value = u.email
     WHERE u.organization_id = $1 AND u.id = $3::uuid AND k.candidate_id = ANY($2::uuid[])) AS "asksForThemselves",
  ARRAY(SELECT j.title FROM applications a JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
     WHERE a.organization_id = $1 AND a.candidate_id = ANY($2::uuid[]) AND a.status = 'active'
     ORDER BY j.title) AS "activeIn",
  (SELECT count(*)::int FROM interviews i WHERE i.organization_id = $1 AND i.status = 'scheduled'
      AND i.ends_at > now() AND i.application_id IN ${APPLICATIONS}) AS "interviewsAhead",
  ARRAY(SELECT j.title FROM legal_holds h LEFT JOIN jobs j ON j.organization_id = h.organization_id AND j.id = h.job_id
     WHERE h.organization_id = $1 AND h.lifted_at IS NULL AND (h.candidate_id = ANY($2::uuid[])
        OR h.application_id IN ${APPLICATIONS} OR h.job_id IN (SELECT a.job_id FROM applications a
          WHERE a.organization_id = $1 AND a.candidate_id = ANY($2::uuid[])))) AS "heldBy"`

@Injectable()
export class ErasuresQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** Keeps others from the person and their applications until the transaction ends. */
  async lock(ids: readonly string[]): Promise<void> {
    for (const [table, column] of [
      ['candidates', 'id'],
      ['applications', 'candidate_id'],
    ]) {
      await this.work.query(
        `SELECT FROM ${table} WHERE organization_id = $1 AND ${column} = ANY($2::uuid[]) ORDER BY id FOR UPDATE`,
        [this.organizationId, ids],
      )
    }
  }

  async facts(ids: readonly string[], userId: string | null): Promise<ErasureFacts> {
    return this.only(`SELECT ${FACTS}`, [ids, userId])
  }

  async counts(ids: readonly string[]): Promise<ErasedCounts> {
    return this.only(`SELECT ${COUNTS}`, [ids])
  }

  async page({
    sort,
    range,
    filter,
  }: ListQuery<string, { candidateId?: string }>): Promise<Page<ErasureRow>> {
    const [first, last] = range
    const values = [this.organizationId, filter.candidateId ?? null]
    const where = 'e.organization_id = $1 AND ($2::uuid IS NULL OR e.candidate_id = $2)'
    const rows = await this.work.query<ErasureRow>(
      `SELECT e.id, e.number, e.candidate_id AS "candidateId", e.reason, e.reference, e.erased_at AS "erasedAt",
              u.name AS "erasedByName", e.replayed_at AS "replayedAt"
         FROM erasures e LEFT JOIN users u ON u.organization_id = e.organization_id AND u.id = e.erased_by
        WHERE ${where} ORDER BY e.number ${sort[1] === 'ASC' ? 'ASC' : 'DESC'}
        LIMIT ${last - first + 1} OFFSET ${first}`,
      values,
    )
    const [count] = await this.work.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM (SELECT FROM erasures e WHERE ${where} LIMIT ${CAPPED_TOTAL}) AS found`,
      values,
    )
    return { rows, total: count?.total ?? 0 }
  }

  /** The list as it leaves the database; all of it, or of some candidates. */
  async lines(candidateIds: readonly string[] | null = null): Promise<ErasureLine[]> {
    const rows = await this.work.query<Omit<ErasureLine, 'erasedAt'> & { erasedAt: Date }>(
      `SELECT id, number, candidate_id AS "candidateId", document_ids AS "documentIds", reason, reference,
              erased_by AS "erasedBy", erased_at AS "erasedAt"
         FROM erasures WHERE organization_id = $1 AND ($2::uuid[] IS NULL OR candidate_id = ANY($2)) ORDER BY number`,
      [this.organizationId, candidateIds],
    )
    return rows.map((row) => ({ ...row, erasedAt: row.erasedAt.toISOString() }))
  }

  /** Of these candidates, those that are here, and whether they are erased. */
  async standing(candidateIds: readonly string[]): Promise<Map<string, boolean>> {
    const rows = await this.work.query<{ id: string; erased: boolean }>(
      `SELECT id, erased_at IS NOT NULL AS erased FROM candidates
        WHERE organization_id = $1 AND id = ANY($2::uuid[])`,
      [this.organizationId, candidateIds],
    )
    return new Map(rows.map(({ id, erased }) => [id, erased]))
  }

  private async only<Row>(statement: string, values: unknown[]): Promise<Row> {
    const [row] = await this.work.query<Row>(statement, [this.organizationId, ...values])
    if (!row) throw new Error('A statement without FROM has one row.')
    return row
  }

  private get organizationId(): string {
    return this.work.tenant.organizationId
  }
}
