import { protectTenantTable } from '@assay/persistence'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Decisions, what others answer to them, and who agrees to those of a job. Nothing of it is ever written again. */
export class CreateDecisions1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement)
    await protectTenantTable(runner, 'decisions', { privileges: ['SELECT', 'INSERT'] })
    await protectTenantTable(runner, 'decision_answers', { privileges: ['SELECT', 'INSERT'] })
    await runner.query(`CREATE POLICY decisions_blind ON decisions AS RESTRICTIVE FOR SELECT TO assay_application
      USING (NOT EXISTS (SELECT FROM panelists w WHERE w.organization_id = decisions.organization_id
        AND w.application_id = decisions.application_id AND w.owes
        AND w.user_id = NULLIF(current_setting('assay.user_id', true), '')::uuid))`)
    await runner.query(`CREATE POLICY decision_answers_blind ON decision_answers AS RESTRICTIVE
      FOR SELECT TO assay_application USING (EXISTS (SELECT FROM decisions d
        WHERE d.organization_id = decision_answers.organization_id AND d.id = decision_answers.decision_id))`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE decision_answers')
    await runner.query('DROP POLICY decisions_blind ON decisions')
    await runner.query('DROP TABLE decisions')
    await runner.query('ALTER TABLE jobs DROP COLUMN approval_groups')
  }
}

const reference = (from: string, column: string, to: string): string =>
  `ALTER TABLE ${from} ADD CONSTRAINT ${from}_${column.replace(/_id$/, '')}_fkey
    FOREIGN KEY (organization_id, ${column}) REFERENCES ${to} (organization_id, id) ON DELETE RESTRICT`

const statements = [
  `ALTER TABLE jobs ADD COLUMN approval_groups jsonb NOT NULL DEFAULT '[]'`,
  `CREATE TABLE decisions (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    outcome text NOT NULL,
    sealed_words text NOT NULL,
    reason_id uuid,
    replaces_id uuid,
    snapshot text NOT NULL,
    snapshot_hash text NOT NULL,
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    decided_at timestamptz,
    CONSTRAINT decisions_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT decisions_outcome_known CHECK (outcome IN ('hire', 'no_hire', 'continue')),
    CONSTRAINT decisions_reason_given CHECK ((outcome = 'no_hire') = (reason_id IS NOT NULL)))`,
  `CREATE TABLE decision_answers (
    organization_id uuid NOT NULL,
    decision_id uuid NOT NULL,
    user_id uuid NOT NULL,
    kind text NOT NULL,
    sealed_reason text,
    completes boolean NOT NULL DEFAULT false,
    made_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT decision_answers_pkey PRIMARY KEY (organization_id, decision_id, user_id),
    CONSTRAINT decision_answers_kind_known CHECK (kind IN ('approved', 'refused')),
    CONSTRAINT decision_answers_refused_because CHECK ((kind = 'refused') = (sealed_reason IS NOT NULL)),
    CONSTRAINT decision_answers_completed CHECK (kind = 'approved' OR NOT completes))`,
  reference('decisions', 'application_id', 'applications'),
  reference('decisions', 'reason_id', 'rejection_reasons'),
  reference('decisions', 'replaces_id', 'decisions'),
  reference('decisions', 'made_by', 'users'),
  reference('decision_answers', 'decision_id', 'decisions'),
  reference('decision_answers', 'user_id', 'users'),
  'CREATE INDEX decisions_by_application ON decisions (organization_id, application_id, made_at)',
  'CREATE INDEX decisions_by_made_at ON decisions (organization_id, made_at, id)',
  'CREATE INDEX decisions_by_replaced ON decisions (organization_id, replaces_id)',
  `CREATE UNIQUE INDEX decision_answers_complete_once ON decision_answers (organization_id, decision_id)
    WHERE completes`,
]
