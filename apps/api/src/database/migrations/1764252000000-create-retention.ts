import { protectTenantTable } from '@assay/persistence'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How long data of candidates is kept, and whose time is over. */
export class CreateRetention1764252000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...foreignKeys, ...indexes]) await runner.query(statement)
    // A rule that held is never written again: another version takes its place from its own day on.
    await protectTenantTable(runner, 'retention_rules', { privileges: ['SELECT', 'INSERT'] })
    await protectTenantTable(runner, 'retention_runs', { privileges: ['SELECT', 'INSERT'] })
    for (const table of ['retention_due', 'retention_extensions']) {
      await protectTenantTable(runner, table, { privileges: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] })
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['retention_extensions', 'retention_due', 'retention_runs', 'retention_rules']) {
      await runner.query(`DROP TABLE ${table}`)
    }
  }
}

const tables = [
  `CREATE TABLE retention_rules (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    job_id uuid,
    office text,
    outcome text NOT NULL,
    months integer,
    mode text NOT NULL DEFAULT 'ask',
    basis text,
    valid_from date NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT retention_rules_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT retention_rules_outcome_known CHECK (outcome IN ('rejected', 'withdrawn', 'hired')),
    CONSTRAINT retention_rules_mode_known CHECK (mode IN ('ask', 'automatic')),
    CONSTRAINT retention_rules_months CHECK (months BETWEEN 1 AND 240),
    CONSTRAINT retention_rules_one_place CHECK (job_id IS NULL OR office IS NULL))`,
  `CREATE TABLE retention_runs (
    organization_id uuid NOT NULL,
    ran_on date NOT NULL,
    ran_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT retention_runs_pkey PRIMARY KEY (organization_id, ran_on))`,
  `CREATE TABLE retention_due (
    organization_id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    due_on date NOT NULL,
    is_due boolean NOT NULL,
    mode text NOT NULL,
    erases_on date,
    last_ended_on date NOT NULL,
    marked_on date NOT NULL,
    CONSTRAINT retention_due_pkey PRIMARY KEY (organization_id, candidate_id),
    CONSTRAINT retention_due_mode_known CHECK (mode IN ('ask', 'automatic')),
    CONSTRAINT retention_due_erases CHECK ((erases_on IS NOT NULL) = (mode = 'automatic')))`,
  `CREATE TABLE retention_extensions (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    until date NOT NULL,
    reason text NOT NULL,
    made_by uuid,
    made_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT retention_extensions_pkey PRIMARY KEY (organization_id, id))`,
]

const reference = (from: string, column: string, to: string, onDelete: 'RESTRICT' | 'CASCADE'): string =>
  `ALTER TABLE ${from} ADD CONSTRAINT ${from}_${column.replace(/_id$/, '')}_fkey
    FOREIGN KEY (organization_id, ${column}) REFERENCES ${to} (organization_id, id) ON DELETE ${onDelete}`

const ofOrganization = (table: string): string =>
  `ALTER TABLE ${table} ADD CONSTRAINT ${table}_organization_fkey
    FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE RESTRICT`

const foreignKeys = [
  ofOrganization('retention_rules'),
  reference('retention_rules', 'job_id', 'jobs', 'RESTRICT'),
  reference('retention_rules', 'created_by', 'users', 'RESTRICT'),
  ofOrganization('retention_runs'),
  reference('retention_due', 'candidate_id', 'candidates', 'CASCADE'),
  reference('retention_extensions', 'candidate_id', 'candidates', 'CASCADE'),
  reference('retention_extensions', 'made_by', 'users', 'RESTRICT'),
]

const indexes = [
  'CREATE INDEX retention_rules_by_valid_from ON retention_rules (organization_id, valid_from, id)',
  'CREATE INDEX retention_due_by_due_on ON retention_due (organization_id, due_on, candidate_id)',
  `CREATE INDEX retention_extensions_by_candidate
    ON retention_extensions (organization_id, candidate_id, until)`,
]
