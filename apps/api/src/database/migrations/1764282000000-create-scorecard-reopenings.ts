import { protectTenantTable } from '@assay/persistence'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A submitted scorecard is written anew when two persons want it. */
export class CreateScorecardReopenings1764282000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement)
    await protectTenantTable(runner, 'scorecard_reopenings', { privileges: ['SELECT', 'INSERT', 'UPDATE'] })
    await runner.query(`CREATE POLICY scorecard_reopenings_blind ON scorecard_reopenings AS RESTRICTIVE
      TO assay_application USING (EXISTS (SELECT FROM scorecards s
        WHERE s.organization_id = scorecard_reopenings.organization_id
          AND s.id = scorecard_reopenings.scorecard_id))`)
    await runner.query(known([...BEFORE, ...NEW]))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY scorecard_reopenings_blind ON scorecard_reopenings')
    await runner.query('DROP TABLE scorecard_reopenings')
    await runner.query(`DELETE FROM notices WHERE kind IN (${listed(NEW)})`)
    await runner.query('ALTER TABLE notices DROP CONSTRAINT notices_kind_known')
    await runner.query(known(BEFORE))
  }
}

const BEFORE = [
  'scheduled',
  'moved',
  'cancelled',
  'left',
  'glass_broken',
  'scorecard_due',
  'scorecard_late',
  'scorecard_snoozed',
]
const NEW = ['reopening_asked', 'reopening_refused', 'scorecard_reopened']

const listed = (kinds: readonly string[]): string => kinds.map((kind) => `'${kind}'`).join(', ')
const known = (kinds: readonly string[]): string =>
  `ALTER TABLE notices ADD CONSTRAINT notices_kind_known CHECK (kind IN (${listed(kinds)}))`

const reference = (column: string, to: string): string =>
  `ALTER TABLE scorecard_reopenings ADD CONSTRAINT scorecard_reopenings_${column.replace(/_id$/, '')}_fkey
    FOREIGN KEY (organization_id, ${column}) REFERENCES ${to} (organization_id, id) ON DELETE RESTRICT`

const statements = [
  `CREATE TABLE scorecard_reopenings (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    scorecard_id uuid NOT NULL,
    asked_by uuid NOT NULL,
    sealed_reason text NOT NULL,
    asked_at timestamptz NOT NULL DEFAULT now(),
    status text NOT NULL DEFAULT 'asked',
    answered_by uuid,
    answered_at timestamptz,
    sealed_answer text,
    revision_number integer,
    CONSTRAINT scorecard_reopenings_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT scorecard_reopenings_status_known
      CHECK (status IN ('asked', 'agreed', 'refused', 'withdrawn', 'expired')),
    CONSTRAINT scorecard_reopenings_answered CHECK ((status = 'asked') = (answered_at IS NULL)),
    CONSTRAINT scorecard_reopenings_two_persons
      CHECK (status NOT IN ('agreed', 'refused') OR (answered_by IS NOT NULL AND answered_by <> asked_by)),
    CONSTRAINT scorecard_reopenings_agreed_first CHECK (revision_number IS NULL OR status = 'agreed'))`,
  reference('scorecard_id', 'scorecards'),
  reference('asked_by', 'users'),
  reference('answered_by', 'users'),
  `CREATE INDEX scorecard_reopenings_by_scorecard
    ON scorecard_reopenings (organization_id, scorecard_id, asked_at)`,
  `CREATE UNIQUE INDEX scorecard_reopenings_one_open ON scorecard_reopenings (organization_id, scorecard_id)
    WHERE status = 'asked'`,
  'ALTER TABLE notices DROP CONSTRAINT notices_kind_known',
]
