import { protectTenantTable } from '@assay/persistence'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Applications with the history of their moves, why somebody is turned down, interviews and their panels. */
export class CreateApplications1764248000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...foreignKeys, ...indexes]) await runner.query(statement)
    for (const table of edited) {
      await protectTenantTable(runner, table, { privileges: ['SELECT', 'INSERT', 'UPDATE'] })
    }
    // What happened is never written again.
    await protectTenantTable(runner, 'application_changes', { privileges: ['SELECT', 'INSERT'] })
    await runner.query(seenApplications)
    await runner.query('GRANT SELECT ON seen_applications TO assay_application')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW seen_applications')
    for (const table of ['application_changes', ...edited.toReversed()]) {
      await runner.query(`DROP TABLE ${table}`)
    }
  }
}

const edited = ['rejection_reasons', 'applications', 'interviews', 'panelists']

const tables = [
  `CREATE TABLE rejection_reasons (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    folded_name text NOT NULL,
    kind text NOT NULL,
    archived_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT rejection_reasons_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT rejection_reasons_kind_known CHECK (kind IN ('ours', 'theirs')))`,
  `CREATE TABLE applications (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    job_id uuid NOT NULL,
    stage_id uuid,
    status text NOT NULL DEFAULT 'active',
    reason_id uuid,
    source text,
    applied_at timestamptz NOT NULL,
    entered_stage_at timestamptz NOT NULL,
    last_activity_at timestamptz NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    revision integer NOT NULL DEFAULT 1,
    CONSTRAINT applications_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT applications_status_known CHECK (status IN ('active', 'hired', 'rejected', 'withdrawn')),
    CONSTRAINT applications_active_in_stage CHECK (status <> 'active' OR stage_id IS NOT NULL),
    CONSTRAINT applications_reason_when_over CHECK (reason_id IS NULL OR status IN ('rejected', 'withdrawn')),
    CONSTRAINT applications_rejected_with_reason CHECK (status <> 'rejected' OR reason_id IS NOT NULL))`,
  `CREATE TABLE application_changes (
    organization_id uuid NOT NULL,
    application_id uuid NOT NULL,
    revision integer NOT NULL,
    kind text NOT NULL,
    stage_id uuid,
    stage_name text NOT NULL,
    status text NOT NULL,
    reason_id uuid,
    sealed_note text,
    entered_stage_at timestamptz NOT NULL,
    change_set_id uuid NOT NULL,
    made_by uuid,
    made_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT application_changes_pkey PRIMARY KEY (organization_id, application_id, revision),
    CONSTRAINT application_changes_status_known CHECK (status IN ('active', 'hired', 'rejected', 'withdrawn')),
    CONSTRAINT application_changes_kind_known
      CHECK (kind IN ('applied', 'moved', 'rejected', 'withdrawn', 'hired', 'reopened', 'undone')))`,
  `CREATE TABLE interviews (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    stage_id uuid,
    version_id uuid NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    time_zone text NOT NULL,
    place text,
    link text,
    status text NOT NULL DEFAULT 'scheduled',
    ended_because text,
    sequence integer NOT NULL DEFAULT 0,
    created_by uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    revision integer NOT NULL DEFAULT 1,
    CONSTRAINT interviews_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT interviews_status_known CHECK (status IN ('scheduled', 'cancelled', 'did_not_happen')),
    CONSTRAINT interviews_ended_because CHECK (ended_because IS NULL OR status <> 'scheduled'),
    CONSTRAINT interviews_last_some_time
      CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '12 hours'))`,
  `CREATE TABLE panelists (
    organization_id uuid NOT NULL,
    interview_id uuid NOT NULL,
    user_id uuid NOT NULL,
    application_id uuid NOT NULL,
    shadow boolean NOT NULL,
    owes boolean NOT NULL DEFAULT true,
    owes_since timestamptz NOT NULL DEFAULT now(),
    opened_at timestamptz,
    released_at timestamptz,
    removed_at timestamptz,
    CONSTRAINT panelists_pkey PRIMARY KEY (organization_id, interview_id, user_id),
    CONSTRAINT panelists_released CHECK (owes = (released_at IS NULL)),
    CONSTRAINT panelists_removed_owe_nothing CHECK (removed_at IS NULL OR NOT owes))`,
]

const reference = (from: string, column: string, to: string, onDelete: string): string =>
  `ALTER TABLE ${from} ADD CONSTRAINT ${from}_${column.replace(/_id$/, '')}_fkey
    FOREIGN KEY (organization_id, ${column}) REFERENCES ${to} (organization_id, id) ON DELETE ${onDelete}`

/** Whoever is in a stage keeps it; for somebody whose application is over, its name is in the history. */
const stageOf = (table: string): string => reference(table, 'stage_id', 'job_stages', 'SET NULL (stage_id)')

const foreignKeys = [
  `ALTER TABLE rejection_reasons ADD CONSTRAINT rejection_reasons_organization_fkey
    FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE RESTRICT`,
  `ALTER TABLE applications ADD CONSTRAINT applications_organization_fkey
    FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE RESTRICT`,
  reference('applications', 'candidate_id', 'candidates', 'RESTRICT'),
  reference('applications', 'job_id', 'jobs', 'RESTRICT'),
  stageOf('applications'),
  reference('applications', 'reason_id', 'rejection_reasons', 'RESTRICT'),
  reference('applications', 'created_by', 'users', 'RESTRICT'),
  reference('application_changes', 'application_id', 'applications', 'RESTRICT'),
  reference('application_changes', 'reason_id', 'rejection_reasons', 'RESTRICT'),
  reference('application_changes', 'made_by', 'users', 'RESTRICT'),
  reference('interviews', 'application_id', 'applications', 'RESTRICT'),
  stageOf('interviews'),
  reference('interviews', 'version_id', 'interview_template_versions', 'RESTRICT'),
  reference('interviews', 'created_by', 'users', 'RESTRICT'),
  reference('panelists', 'interview_id', 'interviews', 'RESTRICT'),
  reference('panelists', 'user_id', 'users', 'RESTRICT'),
  reference('panelists', 'application_id', 'applications', 'RESTRICT'),
]

const applicationsBy = (name: string, ...columns: string[]): string =>
  `CREATE INDEX applications_by_${name} ON applications (organization_id, ${columns.join(', ')}, id)`

const indexes = [
  `CREATE UNIQUE INDEX rejection_reasons_name_key ON rejection_reasons (organization_id, folded_name)
    WHERE archived_at IS NULL`,
  'CREATE UNIQUE INDEX applications_once ON applications (organization_id, job_id, candidate_id)',
  applicationsBy('candidate', 'candidate_id'),
  applicationsBy('stage', 'job_id', 'stage_id', 'status', 'last_activity_at'),
  applicationsBy('job', 'job_id', 'last_activity_at'),
  applicationsBy('status', 'status', 'last_activity_at'),
  applicationsBy('last_activity', 'last_activity_at'),
  applicationsBy('applied_at', 'applied_at'),
  applicationsBy('entered_stage_at', 'entered_stage_at'),
  'CREATE INDEX application_changes_by_set ON application_changes (organization_id, change_set_id, application_id)',
  'CREATE INDEX interviews_by_application ON interviews (organization_id, application_id, starts_at)',
  'CREATE INDEX interviews_by_time ON interviews (organization_id, starts_at, id)',
  'CREATE INDEX interviews_by_version ON interviews (organization_id, version_id)',
  'CREATE INDEX panelists_by_user ON panelists (organization_id, user_id, interview_id)',
  'CREATE INDEX panelists_by_application ON panelists (organization_id, application_id)',
  'CREATE INDEX panelists_owing ON panelists (organization_id, user_id, application_id, owes_since) WHERE owes',
]

const organization = `NULLIF(current_setting('assay.organization_id', true), '')::uuid`
const person = `NULLIF(current_setting('assay.user_id', true), '')::uuid`

/** Candidates with the e-mail address of whoever asks: nobody reads what is thought of themselves. */
const ownCandidates = `SELECT k.candidate_id FROM users u JOIN candidate_contacts k
    ON k.organization_id = u.organization_id AND k.medium = 'email' AND k.value = u.email
   WHERE u.organization_id = ${organization} AND u.id = ${person}`

/**
 * Applications as whoever asks may see them. While they owe a scorecard on one, it stands as it was when they began to
 * owe: where the others took it since would tell what the others think.
 */
const seenApplications = `CREATE VIEW seen_applications WITH (security_invoker = true) AS
  SELECT a.organization_id, a.id, a.candidate_id, a.job_id, a.stage_id, a.status, a.reason_id, a.source,
         a.applied_at, a.entered_stage_at, a.last_activity_at, a.revision, false AS held_back
    FROM applications a
   WHERE a.id <> ALL (ARRAY(SELECT p.application_id FROM panelists p
           WHERE p.organization_id = ${organization} AND p.user_id = ${person} AND p.owes))
     AND a.candidate_id <> ALL (ARRAY(${ownCandidates}))
  UNION ALL
  SELECT a.organization_id, a.id, a.candidate_id, a.job_id, c.stage_id, c.status, c.reason_id, a.source,
         a.applied_at, c.entered_stage_at, c.made_at, c.revision, true
    FROM (SELECT p.organization_id, p.application_id, min(p.owes_since) AS since FROM panelists p
           WHERE p.organization_id = ${organization} AND p.user_id = ${person} AND p.owes
           GROUP BY p.organization_id, p.application_id) o
    JOIN applications a ON a.organization_id = o.organization_id AND a.id = o.application_id
    JOIN LATERAL (SELECT h.stage_id, h.status, h.reason_id, h.entered_stage_at, h.made_at, h.revision
            FROM application_changes h
           WHERE h.organization_id = o.organization_id AND h.application_id = o.application_id
             AND h.made_at <= o.since
           ORDER BY h.revision DESC LIMIT 1) c ON true
   WHERE a.candidate_id <> ALL (ARRAY(${ownCandidates}))`
