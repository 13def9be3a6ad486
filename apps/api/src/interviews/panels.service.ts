import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { MeetingNews } from './interview-notices.service.ts'
import { BlankScorecardsService } from '../scorecards/blank-scorecards.service.ts'

export interface Seat {
  userId: string
  shadow: boolean
}

/** Who sits on a panel, and so who owes. Joins the caller's unit of work. */
@Injectable()
export class PanelsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly scorecards: BlankScorecardsService,
  ) {}

  /**
   * Whoever is new owes from now on, and has their empty scorecard; whoever is left out owes no longer; the others go on
   * as they were. What somebody wrote stays theirs: who comes back finds it, and owes only what was not submitted. Who
   * owes on this application already has owed since then: the first scorecard alone opens nothing that came after.
   */
  async seat(interview: { id: string; applicationId: string }, panel: readonly Seat[]): Promise<void> {
    const { organizationId } = this.work.tenant
    await this.work.query(
      `UPDATE panelists SET removed_at = now(), owes = false, released_at = coalesce(released_at, now())
        WHERE organization_id = $1 AND interview_id = $2 AND removed_at IS NULL AND user_id <> ALL($3::uuid[])`,
      [organizationId, interview.id, panel.map(({ userId }) => userId)],
    )
    await this.work.query(
      `INSERT INTO panelists AS p (organization_id, interview_id, application_id, user_id, shadow, owes_since)
       SELECT $1, $2, $3, r."userId", r.shadow, coalesce((SELECT min(o.owes_since) FROM panelists o
                WHERE o.organization_id = $1 AND o.application_id = $3 AND o.user_id = r."userId" AND o.owes), now())
         FROM jsonb_to_recordset($4::jsonb) AS r("userId" uuid, shadow boolean)
       ON CONFLICT (organization_id, interview_id, user_id) DO UPDATE SET shadow = excluded.shadow,
         owes = CASE WHEN p.removed_at IS NULL THEN p.owes ELSE p.scorecard_released_at IS NULL END,
         owes_since = CASE WHEN p.removed_at IS NULL THEN p.owes_since ELSE excluded.owes_since END,
         scorecard_owed_since = CASE WHEN p.removed_at IS NULL THEN p.scorecard_owed_since ELSE now() END,
         released_at = CASE WHEN p.removed_at IS NULL THEN p.released_at ELSE p.scorecard_released_at END,
         removed_at = NULL`,
      [organizationId, interview.id, interview.applicationId, JSON.stringify(panel)],
    )
    await this.scorecards.lay(interview)
  }

  /** The interview does not take place: nobody owes anything on it any more. */
  async release(interviewId: string): Promise<void> {
    await this.work.query(
      `UPDATE panelists SET owes = false, released_at = now()
        WHERE organization_id = $1 AND interview_id = $2 AND owes`,
      [this.work.tenant.organizationId, interviewId],
    )
  }
}

/** Whom a change concerns, and how: the new, those who left, and of the others everybody whose calendar is wrong now. */
export const toldOfChange = (
  before: readonly string[],
  panel: readonly Seat[] | undefined,
  fields: readonly string[],
): { userId: string; kind: MeetingNews }[] => {
  const after = panel?.map(({ userId }) => userId) ?? before
  const isMoved = fields.some((field) => field !== 'versionId')
  return [
    ...after
      .filter((userId) => !before.includes(userId))
      .map((userId) => ({ userId, kind: 'scheduled' as const })),
    ...before
      .filter((userId) => !after.includes(userId))
      .map((userId) => ({ userId, kind: 'left' as const })),
    ...(isMoved
      ? after
          .filter((userId) => before.includes(userId))
          .map((userId) => ({ userId, kind: 'moved' as const }))
      : []),
  ]
}
