import { protectTenantTable } from '@assay/persistence'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Debriefs and their votes. Votes are never written again, and sealed from others until talking begins. */
export class CreateDebriefs1764320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement)
    await protectTenantTable(runner, 'debriefs', { privileges: ['SELECT', 'INSERT', 'UPDATE'] })
    await protectTenantTable(runner, 'debrief_votes', { privileges: ['SELECT', 'INSERT'] })
    await runner.query(`CREATE POLICY debriefs_blind ON debriefs AS RESTRICTIVE FOR SELECT TO assay_application
      USING (NOT EXISTS (SELECT FROM panelists w WHERE w.organization_id = debriefs.organization_id
        AND w.application_id = debriefs.application_id AND w.owes AND w.user_id = ${person}))`)
    await runner.query(`CREATE POLICY debrief_votes_blind ON debrief_votes AS RESTRICTIVE
      FOR SELECT TO assay_application USING (EXISTS (SELECT FROM debriefs d
        WHERE d.organization_id = debrief_votes.organization_id AND d.id = debrief_votes.debrief_id
          AND (debrief_votes.user_id = ${person} OR d.talking_since IS NOT NULL)))`)
    await runner.query(`CREATE POLICY debrief_votes_own ON debrief_votes AS RESTRICTIVE
      FOR INSERT TO assay_application WITH CHECK (user_id = ${person})`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE debrief_votes')
    await runner.query('DROP POLICY debriefs_blind ON debriefs')
    await runner.query('DROP TABLE debriefs')
  }
}

const person = `NULLIF(current_setting('assay.user_id', true), '')::uuid`

const reference = (from: string, column: string, to: string): string =>
  `ALTER TABLE ${from} ADD CONSTRAINT ${from}_${column.replace(/_id$/, '')}_fkey
    FOREIGN KEY (organization_id, ${column}) REFERENCES ${to} (organization_id, id) ON DELETE RESTRICT`

const statements = [
  `CREATE TABLE debriefs (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    sealed_notes text,
    revision integer NOT NULL DEFAULT 1,
    voted_before uuid[] NOT NULL DEFAULT '{}',
    talking_since timestamptz,
    talking_begun_by uuid,
    closed_at timestamptz,
    opened_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT debriefs_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT debriefs_closed_after_talking CHECK (closed_at IS NULL OR talking_since IS NOT NULL))`,
  `CREATE TABLE debrief_votes (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    debrief_id uuid NOT NULL,
    user_id uuid NOT NULL,
    phase text NOT NULL,
    value text NOT NULL,
    cast_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT debrief_votes_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT debrief_votes_phase_known CHECK (phase IN ('before', 'after')),
    CONSTRAINT debrief_votes_value_known CHECK (value IN ('strong_no', 'no', 'yes', 'strong_yes')))`,
  reference('debriefs', 'application_id', 'applications'),
  reference('debriefs', 'talking_begun_by', 'users'),
  reference('debrief_votes', 'debrief_id', 'debriefs'),
  reference('debrief_votes', 'user_id', 'users'),
  'CREATE UNIQUE INDEX debriefs_of_application ON debriefs (organization_id, application_id)',
  `CREATE INDEX debrief_votes_by_debrief ON debrief_votes
    (organization_id, debrief_id, phase, user_id, cast_at)`,
]
