import {
  CAPPED_TOTAL,
  type ListQuery,
  type Page,
  type RetentionDue as Answer,
  type RetentionExtension,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { RetentionFacts, RetentionVerdict, RuleVersion } from './retention.rules.ts'

export type DueFilter = Partial<{ isDue: boolean; isHeld: boolean; candidateId: string }>

/** A version with the names that a screen shows. */
export type RuleRow = RuleVersion & {
  jobTitle: string | null
  basis: string | null
  createdByName: string | null
}

export type ExtensionRow = Omit<RetentionExtension, 'madeAt'> & { madeAt: Date }

export interface Kept extends RetentionFacts {
  candidateId: string
}

/** So many people are looked at in one statement. */
export const BATCH = 1_000

/** Dates as they are written in the calendar: the driver would make moments of them. */
const day = (column: string): string => `to_char(${column}, 'YYYY-MM-DD')`

/** Who was reopened, or merged into somebody, since the last look at the rules. */
const STILL_OVER = `c.merged_into IS NULL AND NOT EXISTS (SELECT FROM candidate_search f JOIN applications a
    ON a.organization_id = f.organization_id AND a.candidate_id = f.candidate_id AND a.status = 'active'
   WHERE f.organization_id = d.organization_id AND f.stands_for = d.candidate_id)`

const HELD = `EXISTS (SELECT FROM candidate_search f JOIN legal_holds h ON h.organization_id = f.organization_id
    AND h.lifted_at IS NULL AND (h.candidate_id = f.candidate_id OR EXISTS (SELECT FROM applications a
      WHERE a.organization_id = f.organization_id AND a.candidate_id = f.candidate_id
        AND (a.id = h.application_id OR a.job_id = h.job_id)))
   WHERE f.organization_id = d.organization_id AND f.stands_for = d.candidate_id)`

/** That somebody is due tells that their applications are over: whoever owes on one, or is the person, is not told. */
const TOLD = `NOT EXISTS (SELECT FROM candidate_search f JOIN applications a
    ON a.organization_id = f.organization_id AND a.candidate_id = f.candidate_id
   WHERE f.organization_id = d.organization_id AND f.stands_for = d.candidate_id
     AND NOT EXISTS (SELECT FROM seen_applications s WHERE s.organization_id = a.organization_id
       AND s.id = a.id AND NOT s.held_back))`

@Injectable()
export class RetentionQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** The day of a moment where the organization is; of now without one. */
  async dayOf(moment: Date | null = null): Promise<string> {
    const [row] = await this.work.query<{ day: string }>(
      `SELECT ${day('coalesce($2::timestamptz, now()) AT TIME ZONE time_zone')} AS day FROM organizations WHERE id = $1`,
      [this.organizationId, moment],
    )
    if (!row) throw new Error('There is no such organization.')
    return row.day
  }

  rules(): Promise<RuleRow[]> {
    return this.work.query<RuleRow>(
      `SELECT r.id, r.job_id AS "jobId", j.title AS "jobTitle", r.office, r.outcome, r.months, r.mode, r.basis,
              ${day('r.valid_from')} AS "validFrom", r.created_at AS "createdAt", u.name AS "createdByName"
         FROM retention_rules r
         LEFT JOIN jobs j ON j.organization_id = r.organization_id AND j.id = r.job_id
         LEFT JOIN users u ON u.organization_id = r.organization_id AND u.id = r.created_by
        WHERE r.organization_id = $1 ORDER BY r.valid_from DESC, r.created_at DESC, r.id DESC`,
      [this.organizationId],
    )
  }

  /** As the jobs spell them. */
  async offices(): Promise<string[]> {
    const rows = await this.work.query<{ office: string }>(
      `SELECT DISTINCT office FROM jobs WHERE organization_id = $1 AND office IS NOT NULL ORDER BY 1 LIMIT 500`,
      [this.organizationId],
    )
    return rows.map(({ office }) => office)
  }

  /** The next people after an id, with what the rules ask of each; or one of them. */
  kept(wanted: { after: string } | { id: string }): Promise<Kept[]> {
    const [compared, value] = 'after' in wanted ? ['>', wanted.after] : ['=', wanted.id]
    return this.work.query<Kept>(
      `SELECT c.id AS "candidateId",
              (SELECT coalesce(json_agg(json_build_object('jobId', a.job_id, 'office', j.office, 'status', a.status,
                      'since', ${day('h.made_at AT TIME ZONE o.time_zone')})), '[]')
                 FROM candidate_search f
                 JOIN applications a ON a.organization_id = f.organization_id AND a.candidate_id = f.candidate_id
                 JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
                 JOIN application_changes h ON h.organization_id = a.organization_id
                  AND h.application_id = a.id AND h.revision = a.revision
                WHERE f.organization_id = c.organization_id AND f.stands_for = c.id) AS applications,
              (SELECT ${day('max(m.updated_at) AT TIME ZONE o.time_zone')} FROM candidate_search f
                 JOIN candidates m ON m.organization_id = f.organization_id AND m.id = f.candidate_id
                WHERE f.organization_id = c.organization_id AND f.stands_for = c.id) AS "changedOn",
              (SELECT ${day('max(x.until)')} FROM candidate_search f
                 JOIN retention_extensions x ON x.organization_id = f.organization_id AND x.candidate_id = f.candidate_id
                WHERE f.organization_id = c.organization_id AND f.stands_for = c.id) AS "keptUntil",
              (SELECT json_build_object('mode', d.mode, 'markedOn', ${day('d.marked_on')}) FROM retention_due d
                WHERE d.organization_id = c.organization_id AND d.candidate_id = c.id) AS mark
         FROM candidates c JOIN organizations o ON o.id = c.organization_id
        WHERE c.organization_id = $1 AND c.id ${compared} $2::uuid AND c.erased_at IS NULL AND c.merged_into IS NULL
        ORDER BY c.id LIMIT ${BATCH}`,
      [this.organizationId, value],
    )
  }

  async mark(due: readonly (RetentionVerdict & { candidateId: string })[]): Promise<void> {
    if (due.length === 0) return
    await this.work.query(
      `INSERT INTO retention_due AS d
         (organization_id, candidate_id, due_on, is_due, mode, erases_on, last_ended_on, marked_on)
       SELECT $1, r."candidateId", r."dueOn", r."isDue", r.mode, r."erasesOn", r."lastEndedOn", r."markedOn"
         FROM jsonb_to_recordset($2::jsonb) AS r("candidateId" uuid, "dueOn" date, "isDue" boolean, mode text,
           "erasesOn" date, "lastEndedOn" date, "markedOn" date)
       ON CONFLICT (organization_id, candidate_id) DO UPDATE SET due_on = excluded.due_on, is_due = excluded.is_due,
         mode = excluded.mode, erases_on = excluded.erases_on, last_ended_on = excluded.last_ended_on,
         marked_on = excluded.marked_on`,
      [this.organizationId, JSON.stringify(due)],
    )
  }

  async unmark(candidateIds: readonly string[]): Promise<void> {
    if (candidateIds.length === 0) return
    await this.work.query(
      'DELETE FROM retention_due WHERE organization_id = $1 AND candidate_id = ANY($2::uuid[])',
      [this.organizationId, candidateIds],
    )
  }

  /** Whoever was merged into somebody is that person by now. */
  async unmarkMerged(): Promise<void> {
    await this.work.query(
      `DELETE FROM retention_due d USING candidates c
        WHERE d.organization_id = $1 AND c.organization_id = $1 AND c.id = d.candidate_id AND c.merged_into IS NOT NULL`,
      [this.organizationId],
    )
  }

  /** @returns false when somebody looked at the rules on this day already */
  async claim(ranOn: string): Promise<boolean> {
    const [row] = await this.work.query(
      'INSERT INTO retention_runs (organization_id, ran_on) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING ran_on',
      [this.organizationId, ranOn],
    )
    return row !== undefined
  }

  async erasable(today: string): Promise<string[]> {
    const rows = await this.work.query<{ id: string }>(
      `SELECT d.candidate_id AS id FROM retention_due d
        WHERE d.organization_id = $1 AND d.mode = 'automatic' AND d.is_due AND d.erases_on <= $2 AND NOT ${HELD}
        ORDER BY d.due_on, d.candidate_id`,
      [this.organizationId, today],
    )
    return rows.map(({ id }) => id)
  }

  async due({ sort, range, filter }: ListQuery<string, DueFilter>): Promise<Page<Answer>> {
    const [first, last] = range
    const { isDue = null, isHeld = null, candidateId = null } = filter
    const values = [this.organizationId, isDue, isHeld, candidateId]
    const where = `d.organization_id = $1 AND ($2::boolean IS NULL OR d.is_due = $2)
      AND ($3::boolean IS NULL OR ${HELD} = $3) AND ($4::uuid IS NULL OR d.candidate_id = $4) AND ${STILL_OVER} AND ${TOLD}`
    const from = `FROM retention_due d
      JOIN candidates c ON c.organization_id = d.organization_id AND c.id = d.candidate_id`
    const way = sort[1] === 'ASC' ? 'ASC' : 'DESC'
    const rows = await this.work.query<Answer>(
      `SELECT d.candidate_id AS id, c.name, ${day('d.due_on')} AS "dueOn", d.is_due AS "isDue", d.mode,
              ${day('d.erases_on')} AS "erasesOn", ${HELD} AS "isHeld", ${day('d.last_ended_on')} AS "lastEndedOn",
              (SELECT count(*)::int FROM candidate_search f JOIN applications a
                  ON a.organization_id = f.organization_id AND a.candidate_id = f.candidate_id
                WHERE f.organization_id = d.organization_id AND f.stands_for = d.candidate_id) AS applications
         ${from} WHERE ${where} ORDER BY d.due_on ${way}, d.candidate_id ${way} LIMIT ${last - first + 1} OFFSET ${first}`,
      values,
    )
    const [count] = await this.work.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM (SELECT ${from} WHERE ${where} LIMIT ${CAPPED_TOTAL}) AS found`,
      values,
    )
    return { rows, total: count?.total ?? 0 }
  }

  async extension(id: string): Promise<ExtensionRow> {
    const [row] = await this.work.query<ExtensionRow>(
      `SELECT x.id, ${day('x.until')} AS until, x.reason, x.made_at AS "madeAt", u.name AS "madeByName"
         FROM retention_extensions x
         LEFT JOIN users u ON u.organization_id = x.organization_id AND u.id = x.made_by
        WHERE x.organization_id = $1 AND x.id = $2`,
      [this.organizationId, id],
    )
    if (!row) throw new Error('What was just written is there.')
    return row
  }

  async isJob(id: string): Promise<boolean> {
    const [row] = await this.work.query('SELECT id FROM jobs WHERE organization_id = $1 AND id = $2', [
      this.organizationId,
      id,
    ])
    return row !== undefined
  }

  private get organizationId(): string {
    return this.work.tenant.organizationId
  }
}
