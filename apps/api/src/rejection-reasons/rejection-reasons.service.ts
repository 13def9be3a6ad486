import {
  type CreateRejectionReason,
  fold,
  type ListQuery,
  type Page,
  type RejectionReason as Answer,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { AuditService } from '../audit/audit.service.ts'
import { NotFound } from '../http/http.errors.ts'
import { ReasonNameTaken } from './rejection-reason.errors.ts'
import { usualReasons } from './usual-reasons.ts'

export type ReasonRow = Omit<Answer, 'archivedAt'> & { archivedAt: Date | null }
export type ReasonFilter = Partial<{ kind: Answer['kind']; archived: boolean; ids: readonly string[] }>

const SELECT = `SELECT id, name, kind, archived_at AS "archivedAt" FROM rejection_reasons WHERE organization_id = $1`

/** Why applications end, in the organization's own words. What was used once is archived, never removed. */
@Injectable()
export class RejectionReasonsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  /** There are few of them: a page is cut from the whole list. */
  list({ range, sort, filter }: ListQuery<string, ReasonFilter>): Promise<Page<ReasonRow>> {
    return this.work.readOnce(async () => {
      const rows = await this.work.query<ReasonRow>(
        `${SELECT} AND ($2::text IS NULL OR kind = $2) AND ($3::boolean IS NULL OR (archived_at IS NOT NULL) = $3)
            AND ($4::uuid[] IS NULL OR id = ANY($4))
          ORDER BY folded_name ${sort[1] === 'ASC' ? 'ASC' : 'DESC'}, id`,
        [this.work.tenant.organizationId, filter.kind ?? null, filter.archived ?? null, filter.ids ?? null],
      )
      return { rows: rows.slice(range[0], range[1] + 1), total: rows.length }
    })
  }

  create({ name, kind }: CreateRejectionReason): Promise<ReasonRow> {
    return this.work.run(async () => {
      const [made] = await this.insert([{ name, kind }])
      if (!made) throw new ReasonNameTaken()
      this.record('created', made.id)
      return this.one(made.id)
    })
  }

  archive(id: string): Promise<ReasonRow> {
    return this.work.run(async () => {
      if ((await this.one(id)).archivedAt === null) {
        await this.set(id, 'now()')
        this.record('archived', id)
      }
      return this.one(id)
    })
  }

  restore(id: string): Promise<ReasonRow> {
    return this.work.run(async () => {
      const { archivedAt, name } = await this.one(id)
      if (archivedAt !== null) {
        const [taken] = await this.work.query(
          `SELECT id FROM rejection_reasons
            WHERE organization_id = $1 AND folded_name = $2 AND archived_at IS NULL`,
          [this.work.tenant.organizationId, fold(name)],
        )
        if (taken) throw new ReasonNameTaken()
        await this.set(id, 'NULL')
        this.record('restored', id)
      }
      return this.one(id)
    })
  }

  /** Joins the caller's unit of work: the usual reasons, for an organization that has none. Answers how many. */
  async furnish(): Promise<number> {
    if (!(await this.isIncomplete())) return 0
    return (await this.insert(usualReasons)).length
  }

  async isIncomplete(): Promise<boolean> {
    const [row] = await this.work.query(
      'SELECT id FROM rejection_reasons WHERE organization_id = $1 LIMIT 1',
      [this.work.tenant.organizationId],
    )
    return row === undefined
  }

  /** Those whose name is free. */
  private insert(reasons: readonly CreateRejectionReason[]): Promise<{ id: string }[]> {
    return this.work.query<{ id: string }>(
      `INSERT INTO rejection_reasons (organization_id, id, name, folded_name, kind)
       SELECT $1, r.id, r.name, r.folded, r.kind
         FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, name text, folded text, kind text)
       ON CONFLICT (organization_id, folded_name) WHERE archived_at IS NULL DO NOTHING RETURNING id`,
      [
        this.work.tenant.organizationId,
        JSON.stringify(reasons.map((one) => ({ ...one, id: newId(), folded: fold(one.name) }))),
      ],
    )
  }

  private async one(id: string): Promise<ReasonRow> {
    const [row] = await this.work.query<ReasonRow>(`${SELECT} AND id = $2`, [
      this.work.tenant.organizationId,
      id,
    ])
    if (!row) throw new NotFound()
    return row
  }

  private async set(id: string, moment: 'now()' | 'NULL'): Promise<void> {
    await this.work.query(
      `UPDATE rejection_reasons SET archived_at = ${moment} WHERE organization_id = $1 AND id = $2`,
      [this.work.tenant.organizationId, id],
    )
  }

  private record(verb: 'created' | 'archived' | 'restored', id: string): void {
    this.audit.record({ action: `rejection_reason.${verb}`, subjectType: 'rejection_reason', subjectId: id })
  }
}
