import {
  CAPPED_TOTAL,
  type LegalHold as Answer,
  type ListQuery,
  type Page,
  type PlaceLegalHold,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { AuditService } from '../audit/audit.service.ts'
import { NotFound, ValidationFailed } from '../http/http.errors.ts'
import { HoldRefused } from './legal-hold.errors.ts'
import { LegalHold } from './legal-hold.entity.ts'

export type HoldRow = Omit<Answer, 'placedAt' | 'liftedAt'> & { placedAt: Date; liftedAt: Date | null }
export type HoldFilter = Partial<{ standing: boolean; candidateId: string }>

const COLUMNS = `
  h.id, CASE WHEN h.job_id IS NOT NULL THEN 'job' WHEN h.application_id IS NOT NULL THEN 'application'
    ELSE 'candidate' END AS subject, coalesce(h.job_id, h.application_id, h.candidate_id) AS "subjectId",
  coalesce(j.title, c.name || ', ' || k.title, c.name) AS "subjectName",
  h.reason, h.placed_at AS "placedAt", p.name AS "placedByName", h.lifted_at AS "liftedAt",
  l.name AS "liftedByName", h.lift_reason AS "liftReason"`

/** Whoever is the candidate finds no application of theirs in the view, and so no hold on it. */
const FROM = `FROM legal_holds h
  LEFT JOIN jobs j ON j.organization_id = h.organization_id AND j.id = h.job_id
  LEFT JOIN seen_applications a ON a.organization_id = h.organization_id AND a.id = h.application_id
  LEFT JOIN jobs k ON k.organization_id = a.organization_id AND k.id = a.job_id
  LEFT JOIN candidates c ON c.organization_id = h.organization_id AND c.id = coalesce(a.candidate_id, h.candidate_id)
  LEFT JOIN users p ON p.organization_id = h.organization_id AND p.id = h.placed_by
  LEFT JOIN users l ON l.organization_id = h.organization_id AND l.id = h.lifted_by
 WHERE h.organization_id = $1 AND (h.application_id IS NULL OR a.id IS NOT NULL)`

/** All records of a person, and what hangs on them. */
const ABOUT = `EXISTS (SELECT FROM candidate_search f WHERE f.organization_id = h.organization_id AND f.stands_for = $3
  AND (f.candidate_id = h.candidate_id OR EXISTS (SELECT FROM seen_applications o
    WHERE o.organization_id = f.organization_id AND o.candidate_id = f.candidate_id
      AND (o.id = h.application_id OR o.job_id = h.job_id))))`

const SUBJECTS = {
  candidate: { column: 'candidateId', table: 'candidates' },
  application: { column: 'applicationId', table: 'seen_applications' },
  job: { column: 'jobId', table: 'jobs' },
} as const

/** What may not be erased, as long as it is said. */
@Injectable()
export class LegalHoldsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  list({ sort, range, filter }: ListQuery<string, HoldFilter>): Promise<Page<HoldRow>> {
    return this.work.read(async () => {
      const [first, last] = range
      const values = [this.organizationId, filter.standing ?? null, filter.candidateId ?? null]
      const where = `AND ($2::boolean IS NULL OR (h.lifted_at IS NULL) = $2) AND ($3::uuid IS NULL OR ${ABOUT})`
      const rows = await this.work.query<HoldRow>(
        `SELECT ${COLUMNS} ${FROM} ${where} ORDER BY h.placed_at ${sort[1] === 'ASC' ? 'ASC' : 'DESC'}, h.id
          LIMIT ${last - first + 1} OFFSET ${first}`,
        values,
      )
      const [count] = await this.work.query<{ total: number }>(
        `SELECT count(*)::int AS total FROM (SELECT ${FROM} ${where} LIMIT ${CAPPED_TOTAL}) AS found`,
        values,
      )
      return { rows, total: count?.total ?? 0 }
    })
  }

  place({ subject, subjectId, reason }: PlaceLegalHold): Promise<HoldRow> {
    return this.work.run(async () => {
      await this.mustBeHere(subject, subjectId)
      const id = newId()
      const { userId } = this.work.tenant
      await this.work.repository(LegalHold).insert({
        organizationId: this.organizationId,
        id,
        [SUBJECTS[subject].column]: subjectId,
        reason,
        placedBy: userId,
      })
      this.record('placed', id, { subject, subjectId })
      return this.one(id)
    })
  }

  lift(id: string, reason: string): Promise<HoldRow> {
    return this.work.run(async () => {
      const before = await this.one(id)
      if (before.liftedAt !== null) return before
      await this.work.query(
        `UPDATE legal_holds SET lifted_at = now(), lifted_by = $3, lift_reason = $4
          WHERE organization_id = $1 AND id = $2 AND lifted_at IS NULL`,
        [this.organizationId, id, this.work.tenant.userId, reason],
      )
      this.record('lifted', id, { subject: before.subject, subjectId: before.subjectId })
      return this.one(id)
    })
  }

  private async mustBeHere(subject: PlaceLegalHold['subject'], id: string): Promise<void> {
    const [row] = await this.work.query(
      `SELECT id FROM ${SUBJECTS[subject].table} WHERE organization_id = $1 AND id = $2`,
      [this.organizationId, id],
    )
    if (!row) throw new ValidationFailed({ subjectId: 'There is nothing here to hold.' })
    if (subject === 'job') return
    // Waits for an erasure that is going on, and keeps one from beginning.
    const [gone] = await this.work.query<{ erased: boolean; merged: boolean }>(
      `SELECT c.erased_at IS NOT NULL AS erased, c.merged_into IS NOT NULL AS merged FROM candidates c
        WHERE c.organization_id = $1 AND c.id = ${
          subject === 'candidate'
            ? '$2'
            : '(SELECT a.candidate_id FROM applications a WHERE a.organization_id = $1 AND a.id = $2)'
        } FOR SHARE`,
      [this.organizationId, id],
    )
    if (gone?.erased) throw new HoldRefused('This candidate was erased. There is nothing left to hold.')
    if (subject === 'candidate' && gone?.merged) {
      throw new HoldRefused('This candidate was merged into another one. Hold that one.')
    }
  }

  private async one(id: string): Promise<HoldRow> {
    const [row] = await this.work.query<HoldRow>(`SELECT ${COLUMNS} ${FROM} AND h.id = $2`, [
      this.organizationId,
      id,
    ])
    if (!row) throw new NotFound()
    return row
  }

  /** The reason stays out of it: it may say something about a person, and the record is never rewritten. */
  private record(verb: 'placed' | 'lifted', id: string, details: Record<string, unknown>): void {
    this.audit.record({ action: `legal_hold.${verb}`, subjectType: 'legal_hold', subjectId: id, details })
  }

  private get organizationId(): string {
    return this.work.tenant.organizationId
  }
}
