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

/** The board of a job: how many are where, and in each stage the hundred who wait there longest. */
export const floorBoard = async (pool: pg.Pool, organizationId: string, jobId: string): Promise<unknown> => {
  const values = [organizationId, jobId]
  const stages = await pool.query<{ id: string }>({
    name: 'board stages',
    text: `SELECT s.id, s.name, s.requires_scorecards AS "requiresScorecards",
                  (SELECT count(*)::int FROM applications a WHERE a.organization_id = $1 AND a.stage_id = s.id
                      AND a.job_id = $2 AND a.status = 'active') AS active
             FROM job_stages s WHERE s.organization_id = $1 AND s.job_id = $2 ORDER BY s.position`,
    values,
  })
  const over = await pool.query({
    name: 'board over',
    text: `SELECT count(*) FILTER (WHERE status = 'hired')::int AS hired,
                  count(*) FILTER (WHERE status = 'rejected')::int AS rejected,
                  count(*) FILTER (WHERE status = 'withdrawn')::int AS withdrawn
             FROM applications WHERE organization_id = $1 AND job_id = $2`,
    values,
  })
  const cards = await pool.query<{ stageId: string }>({
    name: 'board cards',
    text: `SELECT a.id, json_build_object('id', c.id, 'name', c.name) AS candidate, a.stage_id AS "stageId", a.status,
                  a.source, a.applied_at AS "appliedAt", a.entered_stage_at AS "enteredStageAt",
                  a.last_activity_at AS "lastActivityAt", a.revision
             FROM (SELECT o.*, row_number() OVER (PARTITION BY o.stage_id ORDER BY o.entered_stage_at, o.id) AS place
                     FROM applications o
                    WHERE o.organization_id = $1 AND o.job_id = $2 AND o.status = 'active') a
             JOIN candidates c ON c.organization_id = a.organization_id AND c.id = a.candidate_id
            WHERE a.place <= 100 ORDER BY a.entered_stage_at, a.id`,
    values,
  })
  return {
    stages: stages.rows.map((stage) => ({
      ...stage,
      cards: cards.rows.filter(({ stageId }) => stageId === stage.id),
    })),
    over: over.rows[0] as unknown,
  }
}
