import { protectTenantTable } from '@assay/persistence'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Files of candidates on their way in, and what became of each row. */
export class CreateCandidateImports1764250000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement)
    const privileges = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const
    await protectTenantTable(runner, 'candidate_imports', { privileges })
    await protectTenantTable(runner, 'candidate_import_rows', { privileges })
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE candidate_import_rows')
    await runner.query('DROP TABLE candidate_imports')
  }
}

const statements = [
  `CREATE TABLE candidate_imports (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    format text NOT NULL,
    file_name text NOT NULL,
    bytes integer NOT NULL,
    sha256 bytea NOT NULL,
    encoding text NOT NULL,
    delimiter text,
    columns jsonb NOT NULL DEFAULT '[]',
    mapping jsonb NOT NULL DEFAULT '[]',
    options jsonb NOT NULL,
    state text NOT NULL DEFAULT 'mapping',
    stopped_because text,
    rows integer NOT NULL,
    expected jsonb NOT NULL DEFAULT '{}',
    outcomes jsonb NOT NULL DEFAULT '{}',
    created_by uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    started_by uuid,
    started_at timestamptz,
    finished_at timestamptz,
    touched_at timestamptz NOT NULL DEFAULT now(),
    cleared_at timestamptz,
    revision integer NOT NULL DEFAULT 1,
    CONSTRAINT candidate_imports_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT candidate_imports_format_known CHECK (format IN ('csv', 'json_resume')),
    CONSTRAINT candidate_imports_state_known
      CHECK (state IN ('mapping', 'checking', 'checked', 'running', 'done', 'stopped')),
    CONSTRAINT candidate_imports_worked_by CHECK (state NOT IN ('checking', 'running') OR started_by IS NOT NULL))`,
  `ALTER TABLE candidate_imports ADD CONSTRAINT candidate_imports_organization_fkey
    FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE RESTRICT`,
  `ALTER TABLE candidate_imports ADD CONSTRAINT candidate_imports_created_by_fkey
    FOREIGN KEY (organization_id, created_by) REFERENCES users (organization_id, id) ON DELETE RESTRICT`,
  `ALTER TABLE candidate_imports ADD CONSTRAINT candidate_imports_started_by_fkey
    FOREIGN KEY (organization_id, started_by) REFERENCES users (organization_id, id) ON DELETE RESTRICT`,
  'CREATE INDEX candidate_imports_by_created_at ON candidate_imports (organization_id, created_at, id)',
  `CREATE INDEX candidate_imports_at_work ON candidate_imports (organization_id, touched_at)
    WHERE state IN ('checking', 'running')`,
  `CREATE TABLE candidate_import_rows (
    organization_id uuid NOT NULL,
    import_id uuid NOT NULL,
    position integer NOT NULL,
    line integer NOT NULL,
    origin text,
    content text,
    content_key bytea,
    expected text,
    outcome text,
    name text,
    problems jsonb NOT NULL DEFAULT '[]',
    likely uuid[] NOT NULL DEFAULT '{}',
    likeness text[] NOT NULL DEFAULT '{}',
    job_id uuid,
    candidate_id uuid,
    CONSTRAINT candidate_import_rows_pkey PRIMARY KEY (organization_id, import_id, position),
    CONSTRAINT candidate_import_rows_expected_known
      CHECK (expected IN ('created', 'added', 'already', 'skipped', 'error', 'forgotten')),
    CONSTRAINT candidate_import_rows_outcome_known
      CHECK (outcome IN ('created', 'added', 'already', 'skipped', 'error', 'forgotten')),
    CONSTRAINT candidate_import_rows_candidate_when_made
      CHECK (outcome NOT IN ('created', 'added') OR candidate_id IS NOT NULL))`,
  `ALTER TABLE candidate_import_rows ADD CONSTRAINT candidate_import_rows_import_fkey
    FOREIGN KEY (organization_id, import_id) REFERENCES candidate_imports (organization_id, id) ON DELETE CASCADE`,
  `ALTER TABLE candidate_import_rows ADD CONSTRAINT candidate_import_rows_candidate_fkey
    FOREIGN KEY (organization_id, candidate_id) REFERENCES candidates (organization_id, id) ON DELETE CASCADE`,
  `CREATE UNIQUE INDEX candidate_import_rows_created_key ON candidate_import_rows (organization_id, content_key)
    WHERE outcome = 'created' AND content_key IS NOT NULL`,
  `CREATE INDEX candidate_import_rows_by_content ON candidate_import_rows (organization_id, content_key)
    WHERE outcome IN ('created', 'added') AND content_key IS NOT NULL`,
  `CREATE INDEX candidate_import_rows_by_candidate ON candidate_import_rows (organization_id, candidate_id)
    WHERE candidate_id IS NOT NULL`,
]
