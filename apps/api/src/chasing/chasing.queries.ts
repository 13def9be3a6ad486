import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { Debt } from './reminder-slots.ts'

export interface Meeting {
  interviewId: string
  startsAt: Date
  timeZone: string
}

export type DebtRow = Debt & Meeting & { userId: string; lastSlot: Date | null }

export interface OwedFacts extends Meeting {
  userId: string
  /** Null for everybody but its author. */
  scorecardId: string | null
  name: string
  isOwed: boolean
  since: Date
  template: string
  candidate: string
  job: string
}

/** Of a panelist `p` and their interview `i`. What can still be taken back is in: nobody is asked for it. */
const OWED = `(p.owes AND p.recall_until IS NULL AND i.status = 'scheduled')`
/** What was reopened is owed from then on, whatever else its author owed before. */
const SINCE = `greatest(i.ends_at, CASE WHEN p.scorecard_released_at IS NULL THEN p.owes_since
  ELSE p.scorecard_owed_since END)`

/** Whoever owes a scorecard on an application is not told how far the others are. */
const owesNothing = (person: string): string => `NOT EXISTS (SELECT FROM panelists w
  WHERE w.organization_id = i.organization_id AND w.application_id = i.application_id AND w.user_id = ${person}
    AND w.owes)`

/** Who owes, and whom that concerns. */
@Injectable()
export class ChasingQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** Of interviews that have been over for an hour, or longer. */
  debts(): Promise<DebtRow[]> {
    return this.work.query<DebtRow>(
      `SELECT p.interview_id AS "interviewId", p.user_id AS "userId", ${SINCE} AS since,
              i.starts_at AS "startsAt", i.time_zone AS "timeZone", z.until AS "snoozedUntil",
              (SELECT max(r.slot) FROM reminders r WHERE r.organization_id = p.organization_id
                  AND r.interview_id = p.interview_id AND r.user_id = p.user_id) AS "lastSlot"
         FROM panelists p
         JOIN interviews i ON i.organization_id = p.organization_id AND i.id = p.interview_id
         JOIN users u ON u.organization_id = p.organization_id AND u.id = p.user_id
         LEFT JOIN snoozes z ON z.organization_id = p.organization_id AND z.interview_id = p.interview_id
          AND z.user_id = p.user_id
        WHERE p.organization_id = $1 AND ${OWED} AND u.status = 'active'
          AND ${SINCE} <= now() - interval '1 hour'
        ORDER BY p.interview_id, p.user_id`,
      [this.work.tenant.organizationId],
    )
  }

  /** @returns which reminder of this debt it is, from 1; undefined when it was made already, or is owed no longer */
  async begin({ interviewId, userId, since }: DebtRow, slot: Date): Promise<number | undefined> {
    const { organizationId } = this.work.tenant
    const made = await this.work.query(
      `INSERT INTO reminders (organization_id, interview_id, user_id, slot)
       SELECT p.organization_id, p.interview_id, p.user_id, $4
         FROM panelists p JOIN interviews i ON i.organization_id = p.organization_id AND i.id = p.interview_id
        WHERE p.organization_id = $1 AND p.interview_id = $2 AND p.user_id = $3 AND ${OWED}
          FOR SHARE OF p
       ON CONFLICT DO NOTHING RETURNING slot`,
      [organizationId, interviewId, userId, slot],
    )
    if (made.length === 0) return undefined
    const [row] = await this.work.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM reminders
        WHERE organization_id = $1 AND interview_id = $2 AND user_id = $3 AND slot >= $4`,
      [organizationId, interviewId, userId, since],
    )
    return row?.count
  }

  hiringManagers(debt: { interviewId: string; userId: string }): Promise<string[]> {
    return this.ofJob(debt, `m.role = 'hiring_manager'`)
  }

  /** Whoever scheduled it, and the recruiters of the job. */
  recruiters(debt: { interviewId: string; userId: string }): Promise<string[]> {
    return this.ofJob(debt, `(m.role = 'recruiter' OR u.id = i.created_by)`)
  }

  private async ofJob(
    { interviewId, userId }: { interviewId: string; userId: string },
    which: string,
  ): Promise<string[]> {
    const rows = await this.work.query<{ id: string }>(
      `SELECT DISTINCT u.id FROM interviews i
         JOIN seen_applications a ON a.organization_id = i.organization_id AND a.id = i.application_id
         JOIN users u ON u.organization_id = i.organization_id
         LEFT JOIN job_team_members m ON m.organization_id = u.organization_id AND m.job_id = a.job_id
          AND m.user_id = u.id
        WHERE i.organization_id = $1 AND i.id = $2 AND u.id <> $3 AND u.status = 'active' AND ${which}
          AND ${owesNothing('u.id')}`,
      [this.work.tenant.organizationId, interviewId, userId],
    )
    return rows.map(({ id }) => id)
  }

  /** One person's part in one interview, as it is now. Undefined where they are not on its panel. */
  async owed(interviewId: string, userId: string): Promise<OwedFacts | undefined> {
    const [row] = await this.work.query<OwedFacts>(
      `SELECT i.id AS "interviewId", i.starts_at AS "startsAt", i.time_zone AS "timeZone", p.user_id AS "userId",
              s.id AS "scorecardId", u.name, ${OWED} AND ${SINCE} <= now() AS "isOwed", ${SINCE} AS since,
              t.name AS template, c.name AS candidate, j.title AS job
         FROM panelists p
         JOIN interviews i ON i.organization_id = p.organization_id AND i.id = p.interview_id
         JOIN users u ON u.organization_id = p.organization_id AND u.id = p.user_id
         LEFT JOIN scorecards s ON s.organization_id = p.organization_id AND s.interview_id = p.interview_id
          AND s.user_id = p.user_id
         JOIN seen_applications a ON a.organization_id = i.organization_id AND a.id = i.application_id
         JOIN candidate_search f ON f.organization_id = a.organization_id AND f.candidate_id = a.candidate_id
         JOIN candidates c ON c.organization_id = f.organization_id AND c.id = f.stands_for
         JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
         JOIN interview_template_versions v ON v.organization_id = i.organization_id AND v.id = i.version_id
         JOIN interview_templates t ON t.organization_id = v.organization_id AND t.id = v.template_id
        WHERE p.organization_id = $1 AND p.interview_id = $2 AND p.user_id = $3 AND p.removed_at IS NULL`,
      [this.work.tenant.organizationId, interviewId, userId],
    )
    return row
  }

  /** Whether somebody may be told who owes a scorecard on this interview's application. */
  async mayBeTold(interviewId: string, userId: string): Promise<boolean> {
    const [row] = await this.work.query(
      `SELECT i.id FROM interviews i WHERE i.organization_id = $1 AND i.id = $2 AND ${owesNothing('$3')}`,
      [this.work.tenant.organizationId, interviewId, userId],
    )
    return row !== undefined
  }

  async snoozedUntil(interviewId: string, userId: string): Promise<Date | undefined> {
    const [row] = await this.work.query<{ until: Date }>(
      `SELECT until FROM snoozes
        WHERE organization_id = $1 AND interview_id = $2 AND user_id = $3 AND until > now()`,
      [this.work.tenant.organizationId, interviewId, userId],
    )
    return row?.until
  }
}
