import { protectTenantTable } from '@assay/persistence'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Jobs, the stages of their pipelines, the interviews held in a stage, and who works on a job. */
export class CreateJobs1764159200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...foreignKeys, ...indexes]) await runner.query(statement)
    await protectTenantTable(runner, 'jobs', { privileges: ['SELECT', 'INSERT', 'UPDATE'] })
    for (const table of parts) {
      await protectTenantTable(runner, table, { privileges: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] })
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...parts.toReversed(), 'jobs']) await runner.query(`DROP TABLE ${table}`)
  }
}

const parts = ['job_stages', 'job_stage_templates', 'job_team_members']

const tables = [
  `CREATE TABLE jobs (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    title text NOT NULL,
    department text NOT NULL,
    family text NOT NULL,
    level text NOT NULL,
    office text,
    description text NOT NULL,
    level_profile_id uuid,
    blind_until text NOT NULL,
    status text NOT NULL DEFAULT 'open',
    search_text text NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    closed_at timestamptz,
    revision integer NOT NULL DEFAULT 1,
    CONSTRAINT jobs_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT jobs_level_known CHECK (level IN ('junior', 'mid', 'senior', 'staff', 'principal')),
    CONSTRAINT jobs_blind_until_known CHECK (blind_until IN ('own_submitted', 'all_submitted')),
    CONSTRAINT jobs_status_known CHECK (status IN ('open', 'closed')),
    CONSTRAINT jobs_closed CHECK ((closed_at IS NOT NULL) = (status = 'closed')))`,
  `CREATE TABLE job_stages (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    job_id uuid NOT NULL,
    name text NOT NULL,
    requires_scorecards boolean NOT NULL,
    position integer NOT NULL,
    CONSTRAINT job_stages_pkey PRIMARY KEY (organization_id, id))`,
  `CREATE TABLE job_stage_templates (
    organization_id uuid NOT NULL,
    stage_id uuid NOT NULL,
    template_id uuid NOT NULL,
    panelists integer NOT NULL,
    position integer NOT NULL,
    CONSTRAINT job_stage_templates_pkey PRIMARY KEY (organization_id, stage_id, template_id),
    CONSTRAINT job_stage_templates_panelists_range CHECK (panelists BETWEEN 1 AND 10))`,
  `CREATE TABLE job_team_members (
    organization_id uuid NOT NULL,
    job_id uuid NOT NULL,
    user_id uuid NOT NULL,
    role text NOT NULL,
    CONSTRAINT job_team_members_pkey PRIMARY KEY (organization_id, job_id, user_id),
    CONSTRAINT job_team_members_role_known CHECK (role IN ('hiring_manager', 'recruiter', 'interviewer')))`,
]

const reference = (from: string, column: string, to: string, onDelete: 'RESTRICT' | 'CASCADE'): string =>
  `ALTER TABLE ${from} ADD CONSTRAINT ${from}_${column.replace(/_id$/, '')}_fkey
    FOREIGN KEY (organization_id, ${column}) REFERENCES ${to} (organization_id, id) ON DELETE ${onDelete}`

const foreignKeys = [
  `ALTER TABLE jobs ADD CONSTRAINT jobs_organization_fkey
    FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE RESTRICT`,
  reference('jobs', 'level_profile_id', 'level_profiles', 'RESTRICT'),
  reference('jobs', 'created_by', 'users', 'RESTRICT'),
  reference('job_stages', 'job_id', 'jobs', 'CASCADE'),
  reference('job_stage_templates', 'stage_id', 'job_stages', 'CASCADE'),
  reference('job_stage_templates', 'template_id', 'interview_templates', 'RESTRICT'),
  reference('job_team_members', 'job_id', 'jobs', 'CASCADE'),
  reference('job_team_members', 'user_id', 'users', 'RESTRICT'),
]

const sortedBy = (column: string): string =>
  `CREATE INDEX jobs_by_${column} ON jobs (organization_id, ${column}, id)`

const indexes = [
  ...['title', 'department', 'created_at', 'updated_at'].map(sortedBy),
  'CREATE INDEX job_stages_by_job ON job_stages (organization_id, job_id, position)',
  'CREATE INDEX job_stage_templates_by_template ON job_stage_templates (organization_id, template_id, stage_id)',
  'CREATE INDEX job_team_members_by_user ON job_team_members (organization_id, user_id, job_id)',
]
