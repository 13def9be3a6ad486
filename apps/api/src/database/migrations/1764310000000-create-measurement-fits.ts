import { createDefinerFunction, protectTenantTable } from '@assay/persistence'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Fits: what they were computed from, and what came out. With it the one place past the wall of blindness. */
export class CreateMeasurementFits1764310000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement)
    await protectTenantTable(runner, 'measurement_fits', { privileges: ['SELECT', 'INSERT', 'UPDATE'] })
    await runner.query(`CREATE POLICY measurement_fits_blind ON measurement_fits AS RESTRICTIVE
      FOR SELECT TO assay_application USING (NOT EXISTS (SELECT FROM panelists w
        JOIN applications a ON a.organization_id = w.organization_id AND a.id = w.application_id
        JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
       WHERE w.organization_id = measurement_fits.organization_id AND w.owes
         AND w.user_id = NULLIF(current_setting('assay.user_id', true), '')::uuid
         AND (j.family = measurement_fits.family OR j.id = ANY (measurement_fits.job_ids))))`)
    // What is finished is never written again.
    await runner.query(`CREATE POLICY measurement_fits_unfinished ON measurement_fits AS RESTRICTIVE
      FOR UPDATE TO assay_application USING (status IN ('queued', 'running')) WITH CHECK (true)`)
    const [{ owner }] = (await runner.query('SELECT current_user AS owner')) as [{ owner: string }]
    for (const [signature, definition] of functions) {
      await createDefinerFunction(runner, `"${owner}"`, signature, definition)
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [signature] of functions) await runner.query(`DROP FUNCTION ${signature}`)
    await runner.query('DROP TABLE measurement_fits')
    await runner.query('DROP INDEX panelists_scorecard_released')
    await runner.query('DROP INDEX scorecard_revisions_by_submitted_at')
  }
}

const statements = [
  `CREATE TABLE measurement_fits (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    job_id uuid NOT NULL,
    family text NOT NULL,
    job_ids uuid[] NOT NULL DEFAULT '{}',
    status text NOT NULL DEFAULT 'queued',
    because text,
    refusal text,
    attempts integer NOT NULL DEFAULT 0,
    asked_by uuid,
    asked_at timestamptz NOT NULL DEFAULT now(),
    due_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    taken_at timestamptz,
    finished_at timestamptz,
    model_version text,
    input_hash text,
    packed_input bytea,
    counts jsonb,
    figures jsonb,
    CONSTRAINT measurement_fits_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT measurement_fits_status_known
      CHECK (status IN ('queued', 'running', 'done', 'failed', 'refused')),
    CONSTRAINT measurement_fits_finished
      CHECK ((status IN ('done', 'failed', 'refused')) = (finished_at IS NOT NULL)),
    CONSTRAINT measurement_fits_done CHECK (status <> 'done' OR (figures IS NOT NULL
      AND packed_input IS NOT NULL AND input_hash IS NOT NULL AND model_version IS NOT NULL)),
    CONSTRAINT measurement_fits_refused CHECK ((status = 'refused') = (refusal IS NOT NULL)),
    CONSTRAINT measurement_fits_refusal_known CHECK (refusal IN ('too_little_data', 'not_identified')))`,
  `ALTER TABLE measurement_fits ADD CONSTRAINT measurement_fits_job_fkey
    FOREIGN KEY (organization_id, job_id) REFERENCES jobs (organization_id, id) ON DELETE RESTRICT`,
  `ALTER TABLE measurement_fits ADD CONSTRAINT measurement_fits_asked_by_fkey
    FOREIGN KEY (organization_id, asked_by) REFERENCES users (organization_id, id) ON DELETE RESTRICT`,
  'CREATE INDEX measurement_fits_by_job ON measurement_fits (organization_id, job_id, asked_at)',
  'CREATE INDEX measurement_fits_by_family ON measurement_fits (organization_id, family, taken_at)',
  `CREATE UNIQUE INDEX measurement_fits_one_queued ON measurement_fits (organization_id, job_id)
    WHERE status = 'queued'`,
  `CREATE INDEX measurement_fits_at_work ON measurement_fits (organization_id, due_at)
    WHERE status IN ('queued', 'running')`,
  `CREATE INDEX panelists_scorecard_released ON panelists (organization_id, scorecard_released_at)
    WHERE scorecard_released_at IS NOT NULL`,
  'CREATE INDEX scorecard_revisions_by_submitted_at ON scorecard_revisions (organization_id, submitted_at)',
]

const ORGANIZATION = `NULLIF(current_setting('assay.organization_id', true), '')::uuid`

/** Scorecards `s` that anybody may read who owes nothing themselves: open to others, and nobody is waited for. */
const counts = `s.status = 'submitted' AND s.revision_number > s.recalled_through
    AND p.scorecard_released_at IS NOT NULL AND NOT p.shadow
    AND NOT (j.blind_until = 'all_submitted' AND EXISTS (SELECT FROM public.panelists w
      WHERE w.organization_id = a.organization_id AND w.application_id = a.id AND w.owes AND NOT w.shadow
        AND w.scorecard_released_at IS NULL))`

const fromScorecards = `public.scorecards s
    JOIN public.panelists p ON p.organization_id = s.organization_id AND p.interview_id = s.interview_id
     AND p.user_id = s.user_id
    JOIN public.applications a ON a.organization_id = s.organization_id AND a.id = s.application_id
    JOIN public.jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id`

/** Of the organization of the running transaction and no other. A version is large: its scale is looked up once. */
const functions: readonly (readonly [signature: string, definition: string])[] = [
  [
    'assay_fit_ratings(text)',
    `CREATE FUNCTION assay_fit_ratings(wanted text) RETURNS TABLE (application_id uuid, job_id uuid,
       interviewer_id uuid, question text, competency_id uuid, scale integer, level integer,
       submitted_at timestamptz)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
       WITH versions AS MATERIALIZED (
         SELECT v.id, v.number, (v.content ->> 'scale')::integer AS scale, coalesce(t.key, t.id::text) AS template
           FROM public.interview_template_versions v
           JOIN public.interview_templates t ON t.organization_id = v.organization_id AND t.id = v.template_id
          WHERE v.organization_id = ${ORGANIZATION} AND v.content IS NOT NULL),
       counted AS MATERIALIZED (
         SELECT s.id, s.revision_number, s.user_id, s.interview_id, s.submitted_at, a.id AS application, j.id AS job
           FROM ${fromScorecards}
          WHERE s.organization_id = ${ORGANIZATION} AND j.family = wanted
            AND s.submitted_at > now() - interval '24 months' AND ${counts})
       SELECT s.application, s.job, s.user_id,
              v.template || '/' || coalesce(c.key, c.id::text) || '@' || v.number,
              c.id, v.scale, r.level::integer, s.submitted_at
         FROM counted s
         JOIN public.interviews i ON i.organization_id = ${ORGANIZATION} AND i.id = s.interview_id
         JOIN versions v ON v.id = i.version_id
         JOIN public.ratings r ON r.organization_id = ${ORGANIZATION} AND r.scorecard_id = s.id
          AND r.revision_number = s.revision_number AND r.level IS NOT NULL
         JOIN public.competencies c ON c.organization_id = ${ORGANIZATION} AND c.id = r.competency_id
        ORDER BY s.application, s.id, c.id $body$`,
  ],
  [
    'assay_fit_changes(timestamptz)',
    `CREATE FUNCTION assay_fit_changes(since timestamptz) RETURNS TABLE (job_id uuid, changed_at timestamptz)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
       SELECT a.job_id, max(k.at) FROM (
         SELECT p.application_id, p.scorecard_released_at AS at FROM public.panelists p
          WHERE p.organization_id = ${ORGANIZATION} AND NOT p.shadow AND p.scorecard_released_at > since
         UNION ALL
         SELECT s.application_id, v.submitted_at FROM public.scorecard_revisions v
           JOIN public.scorecards s ON s.organization_id = v.organization_id AND s.id = v.scorecard_id
            AND v.number > s.recalled_through
           JOIN public.panelists p ON p.organization_id = s.organization_id AND p.interview_id = s.interview_id
            AND p.user_id = s.user_id AND p.scorecard_released_at IS NOT NULL AND NOT p.shadow
          WHERE v.organization_id = ${ORGANIZATION} AND v.submitted_at > since) k
       JOIN public.applications a ON a.organization_id = ${ORGANIZATION} AND a.id = k.application_id
      GROUP BY a.job_id $body$`,
  ],
]
