import type pg from 'pg'

/** A page of applications of one job and stage, newest activity first, as somebody would write it by hand. */
export const floorApplications = async (
  pool: pg.Pool,
  organizationId: string,
  { filter = '{}' }: { filter?: string },
): Promise<unknown[]> => {
  const { jobId, stageId } = JSON.parse(filter) as { jobId: string; stageId: string }
  const values = [organizationId, jobId, stageId]
  const where = 'a.organization_id = $1 AND a.job_id = $2 AND a.stage_id = $3'
  await pool.query({
    name: 'count applications',
    text: `SELECT count(*) FROM applications a WHERE ${where}`,
    values,
  })
  const { rows } = await pool.query({
    name: 'applications',
    text: `SELECT a.id, c.name, j.title, s.name AS stage, a.status, a.applied_at AS "appliedAt",
                  a.entered_stage_at AS "enteredStageAt", a.last_activity_at AS "lastActivityAt", a.revision
             FROM applications a
             JOIN candidates c ON c.organization_id = a.organization_id AND c.id = a.candidate_id
             JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
             JOIN job_stages s ON s.organization_id = a.organization_id AND s.id = a.stage_id
            WHERE ${where} ORDER BY a.last_activity_at DESC, a.id DESC LIMIT 25`,
    values,
  })
  return rows as unknown[]
}
