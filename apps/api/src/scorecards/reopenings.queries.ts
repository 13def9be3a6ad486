import { REOPENING_DAYS, type Reopening } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'

/** A request as it is read: texts are sealed, and null where whoever asks may not know them. */
export type ReopeningRow = Omit<Reopening, 'because' | 'answer'> & {
  sealedReason: string | null
  sealedAnswer: string | null
}

/** Of a request `o`. */
export const IS_TOO_OLD = `o.asked_at < now() - interval '${REOPENING_DAYS} days'`

/** Requests to reopen a scorecard, and what comes of them. */
@Injectable()
export class ReopeningsQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** Against answers at the same time. @returns whose scorecard it is, or undefined */
  async lock(id: string): Promise<string | undefined> {
    const [row] = await this.work.query<{ scorecardId: string }>(
      `SELECT scorecard_id AS "scorecardId" FROM scorecard_reopenings
        WHERE organization_id = $1 AND id = $2 FOR UPDATE`,
      [this.work.tenant.organizationId, id],
    )
    return row?.scorecardId
  }

  /** @returns its id; null where somebody else asked at the same time */
  async ask(scorecardId: string, sealedReason: string): Promise<string | null> {
    const { organizationId, userId } = this.work.tenant
    await this.work.query(
      `UPDATE scorecard_reopenings o SET status = 'expired', answered_at = now()
        WHERE o.organization_id = $1 AND o.scorecard_id = $2 AND o.status = 'asked' AND ${IS_TOO_OLD}`,
      [organizationId, scorecardId],
    )
    const [row] = await this.work.query<{ id: string }>(
      `INSERT INTO scorecard_reopenings (organization_id, id, scorecard_id, asked_by, sealed_reason)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id`,
      [organizationId, newId(), scorecardId, userId, sealedReason],
    )
    return row?.id ?? null
  }

  async answer(id: string, status: 'agreed' | 'refused', sealedAnswer: string | null): Promise<void> {
    const { organizationId, userId } = this.work.tenant
    await this.work.query(
      `UPDATE scorecard_reopenings SET status = $3, answered_by = $4, answered_at = now(), sealed_answer = $5
        WHERE organization_id = $1 AND id = $2`,
      [organizationId, id, status, userId, sealedAnswer],
    )
  }

  async withdraw(id: string): Promise<void> {
    await this.work.query(
      `UPDATE scorecard_reopenings SET status = 'withdrawn', answered_at = now()
        WHERE organization_id = $1 AND id = $2`,
      [this.work.tenant.organizationId, id],
    )
  }

  /** Its author owes it from now on; others go on reading what was submitted last. */
  async reopen(interviewId: string, authorId: string): Promise<void> {
    await this.work.query(
      `UPDATE panelists p SET owes = true, released_at = NULL, scorecard_owed_since = now(),
          owes_since = coalesce((SELECT min(o.owes_since) FROM panelists o WHERE o.organization_id = $1
            AND o.application_id = p.application_id AND o.user_id = $3 AND o.owes), now())
        WHERE p.organization_id = $1 AND p.interview_id = $2 AND p.user_id = $3`,
      [this.work.tenant.organizationId, interviewId, authorId],
    )
  }

  /** What its author wrote anew is this revision. */
  async fulfil(scorecardId: string, revisionNumber: number): Promise<void> {
    await this.work.query(
      `UPDATE scorecard_reopenings SET revision_number = $3
        WHERE organization_id = $1 AND scorecard_id = $2 AND status = 'agreed' AND revision_number IS NULL
          AND asked_at = (SELECT max(l.asked_at) FROM scorecard_reopenings l
            WHERE l.organization_id = $1 AND l.scorecard_id = $2 AND l.status = 'agreed')`,
      [this.work.tenant.organizationId, scorecardId, revisionNumber],
    )
  }
}
