import type pg from 'pg'

const INTERVIEWERS = 40
const RATERS = 4

const DICE = (what: string): string =>
  `((('x' || substr(md5(${what}), 1, 8))::bit(32)::bigint / 4294967296::float8) - 0.5)`

/**
 * Interviews of three candidates in ten, four scorecards each, each with every competency of the kit: submitted, and open
 * to others. Marks follow an ability, how strict an interviewer is, and chance. $1 is the organization, $2 the version.
 */
const STATEMENTS = [
  `INSERT INTO users (organization_id, id, name, email, role, status, password_hash)
   SELECT $1::uuid, gen_random_uuid(), 'Interviewer ' || n, 'interviewer-' || n || '@north.example', 'interviewer',
          'active', 'none' FROM generate_series(1, ${INTERVIEWERS}) n WHERE $2::uuid IS NOT NULL`,
  `CREATE TEMPORARY TABLE met AS SELECT a.id AS application_id, gen_random_uuid() AS interview_id,
          (row_number() OVER (ORDER BY a.job_id <> (SELECT job_id FROM applications GROUP BY 1 ORDER BY count(*) DESC LIMIT 1),
            a.id))::int AS n
     FROM applications a WHERE a.organization_id = $1 AND $2::uuid IS NOT NULL`,
  `DELETE FROM met WHERE $1::uuid IS NOT NULL AND $2::uuid IS NOT NULL
      AND n > (SELECT count(*) * 3 / 10 FROM applications)`,
  `INSERT INTO interviews (organization_id, id, application_id, version_id, starts_at, ends_at, time_zone)
   SELECT $1, interview_id, application_id, $2, now() - interval '3 days', now() - interval '71 hours', 'UTC' FROM met`,
  `CREATE TEMPORARY TABLE cards AS SELECT m.*, gen_random_uuid() AS id, u.id AS user_id, u.n AS interviewer
     FROM met m CROSS JOIN generate_series(0, ${RATERS - 1}) k
     JOIN (SELECT id, (row_number() OVER (ORDER BY id) - 1)::int AS n FROM users WHERE role = 'interviewer') u
       ON u.n = (m.n * 7 + k * 11) % ${INTERVIEWERS} WHERE $1::uuid IS NOT NULL AND $2::uuid IS NOT NULL`,
  `INSERT INTO panelists (organization_id, interview_id, user_id, application_id, shadow, owes, opened_at, released_at,
          scorecard_released_at)
   SELECT $1, interview_id, user_id, application_id, false, false, now(), now(), now() FROM cards
    WHERE $2::uuid IS NOT NULL`,
  `INSERT INTO scorecards (organization_id, id, interview_id, user_id, application_id, status, submitted_at,
          revision_number, recommendation, confidence)
   SELECT $1, id, interview_id, user_id, application_id, 'submitted', now(), 1, 'yes', 'medium' FROM cards
    WHERE $2::uuid IS NOT NULL`,
  `INSERT INTO scorecard_revisions (organization_id, scorecard_id, number, sealed_content, recommendation, confidence,
          after_seeing_others, draft_revision)
   SELECT $1, id, 1, 'none', 'yes', 'medium', false, 1 FROM cards WHERE $2::uuid IS NOT NULL`,
  `INSERT INTO ratings (organization_id, scorecard_id, revision_number, competency_id, level)
   SELECT $1, c.id, 1, (e.value ->> 'id')::uuid, greatest(1, least(4, round(2.6
            + 2.4 * ${DICE('c.n::text')} + 1.2 * ${DICE(`'s' || c.interviewer`)}
            + 1.4 * ${DICE(`c.id::text || (e.value ->> 'id')`)})))
     FROM cards c, interview_template_versions v, jsonb_array_elements(v.content -> 'competencies') e
    WHERE v.organization_id = $1 AND v.id = $2`,
]

/** @returns how many ratings there are */
export const fillWithRatings = async (
  client: pg.Client,
  facts: { organizationId: string; versionId: string },
): Promise<number> => {
  for (const statement of STATEMENTS) await client.query(statement, [facts.organizationId, facts.versionId])
  await client.query('VACUUM ANALYZE')
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM ratings')
  return rows[0]?.count ?? 0
}
