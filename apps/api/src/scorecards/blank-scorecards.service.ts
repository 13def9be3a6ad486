import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'

/** The empty scorecard of each panelist, which comes with their seat. */
@Injectable()
export class BlankScorecardsService {
  constructor(private readonly work: UnitOfWork) {}

  /** Inside the unit of work that seats a panel: whoever has none of this interview gets one. */
  async lay(interview: { id: string; applicationId: string }): Promise<void> {
    const { organizationId } = this.work.tenant
    const seated = await this.work.query<{ userId: string }>(
      `SELECT user_id AS "userId" FROM panelists
        WHERE organization_id = $1 AND interview_id = $2 AND removed_at IS NULL`,
      [organizationId, interview.id],
    )
    const blanks = seated.map(({ userId }) => ({ id: newId(), userId }))
    await this.work.query(
      `INSERT INTO scorecards (organization_id, id, interview_id, user_id, application_id)
       SELECT $1, r.id, $2, r."userId", $3 FROM jsonb_to_recordset($4::jsonb) AS r(id uuid, "userId" uuid)
       ON CONFLICT DO NOTHING`,
      [organizationId, interview.id, interview.applicationId, JSON.stringify(blanks)],
    )
  }
}
