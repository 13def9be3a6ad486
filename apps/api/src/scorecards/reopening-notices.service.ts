import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { NoticesService } from '../notices/notices.service.ts'
import { heldBackBy, type SubmittedRow } from './scorecard-reading.queries.ts'

/** Whom a request to reopen a scorecard concerns. Joins the caller's unit of work. */
@Injectable()
export class ReopeningNoticesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notices: NoticesService,
  ) {}

  /** Whoever could answer, and may read the scorecard by now: whoever owes is not told that there is one. */
  async asked(row: SubmittedRow): Promise<void> {
    const people = await this.work.query<{ userId: string }>(
      `SELECT u.id AS "userId" FROM applications a
         JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
         JOIN users u ON u.organization_id = a.organization_id AND u.status = 'active' AND u.id <> $2
          AND (u.role = 'admin' OR (u.role = 'hiring_manager' AND EXISTS (SELECT FROM job_team_members m
            WHERE m.organization_id = j.organization_id AND m.job_id = j.id AND m.user_id = u.id)))
        WHERE a.organization_id = $1 AND a.id = $3 AND NOT EXISTS (SELECT FROM ${heldBackBy('a.id', 'u.id')})
          AND NOT EXISTS (SELECT FROM candidate_contacts k WHERE k.organization_id = a.organization_id
            AND k.candidate_id = a.candidate_id AND k.medium = 'email' AND k.value = u.email)`,
      [this.work.tenant.organizationId, row.author.id, row.applicationId],
    )
    const told = people.map(({ userId }) => ({
      userId,
      kind: 'reopening_asked' as const,
      aboutUserId: row.author.id,
    }))
    await this.notices.tell(told, await this.meeting(row))
  }

  async reopened(row: SubmittedRow): Promise<void> {
    await this.withdrawn(row)
    await this.notices.tell([{ userId: row.author.id, kind: 'scorecard_reopened' }], await this.meeting(row))
  }

  async refused(row: SubmittedRow): Promise<void> {
    await this.withdrawn(row)
    const userId = row.reopening?.askedBy.id
    if (userId === undefined || !(await this.mayRead(row, userId))) return
    const about = userId === row.author.id ? {} : { aboutUserId: row.author.id }
    await this.notices.tell([{ userId, kind: 'reopening_refused', ...about }], await this.meeting(row))
  }

  /** Nobody has to answer any more. */
  async withdrawn({ interviewId, author }: SubmittedRow): Promise<void> {
    await this.notices.settle(interviewId, 'reopening_asked', author.id)
  }

  private async mayRead({ applicationId, author }: SubmittedRow, userId: string): Promise<boolean> {
    if (userId === author.id) return true
    const rows = await this.work.query(
      `SELECT j.id FROM applications a JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
        WHERE a.organization_id = $1 AND a.id = $3 AND NOT EXISTS (SELECT FROM ${heldBackBy('a.id')})`,
      [this.work.tenant.organizationId, userId, applicationId],
    )
    return rows.length > 0
  }

  private async meeting({ interviewId }: SubmittedRow) {
    const [row] = await this.work.query<{ id: string; startsAt: Date; timeZone: string }>(
      `SELECT id, starts_at AS "startsAt", time_zone AS "timeZone" FROM interviews
        WHERE organization_id = $1 AND id = $2`,
      [this.work.tenant.organizationId, interviewId],
    )
    if (!row) throw new Error('A scorecard belongs to an interview.')
    return row
  }
}
