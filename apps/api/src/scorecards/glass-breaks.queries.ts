import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { heldBackBy } from './scorecard-reading.queries.ts'

export interface GlassBreakRow {
  person: { id: string; name: string }
  brokenAt: Date
  sealedReason: string
}

/** Whose glass is broken on an application, and who has to know. */
@Injectable()
export class GlassBreaksQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** @returns whether anything kept whoever asks from reading; against that it holds, and against nothing later */
  async breakGlass(applicationId: string, sealedReason: string): Promise<boolean> {
    const { organizationId, userId } = this.work.tenant
    const asking = [organizationId, userId, applicationId]
    // Twice at once is one after the other.
    await this.work.query(
      `SELECT user_id FROM panelists
        WHERE organization_id = $1 AND user_id = $2 AND application_id = $3 AND owes FOR UPDATE`,
      asking,
    )
    const rows = await this.work.query(
      `INSERT INTO glass_breaks (organization_id, application_id, user_id, sealed_reason)
       SELECT a.organization_id, a.id, $2, $4 FROM applications a
         JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
        WHERE a.organization_id = $1 AND a.id = $3
          AND EXISTS (SELECT FROM ${heldBackBy('a.id')})
       RETURNING user_id`,
      [...asking, sealedReason],
    )
    return rows.length > 0
  }

  /** The latest first. */
  ofApplication(applicationId: string): Promise<GlassBreakRow[]> {
    return this.work.query<GlassBreakRow>(
      `SELECT json_build_object('id', u.id, 'name', u.name) AS person, g.broken_at AS "brokenAt",
              g.sealed_reason AS "sealedReason"
         FROM glass_breaks g JOIN users u ON u.organization_id = g.organization_id AND u.id = g.user_id
        WHERE g.organization_id = $1 AND g.application_id = $2 ORDER BY g.broken_at DESC`,
      [this.work.tenant.organizationId, applicationId],
    )
  }

  /** Who sits on which panel of an application. */
  panels(applicationId: string) {
    return this.work.query<{ id: string; startsAt: Date; timeZone: string; userIds: string[] }>(
      `SELECT i.id, i.starts_at AS "startsAt", i.time_zone AS "timeZone", array_agg(p.user_id) AS "userIds"
         FROM interviews i JOIN panelists p ON p.organization_id = i.organization_id AND p.interview_id = i.id
        WHERE i.organization_id = $1 AND i.application_id = $2 AND p.removed_at IS NULL
        GROUP BY i.id, i.starts_at, i.time_zone ORDER BY i.starts_at`,
      [this.work.tenant.organizationId, applicationId],
    )
  }
}
