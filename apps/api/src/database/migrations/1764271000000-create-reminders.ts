import { protectTenantTable } from '@assay/persistence'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Who was reminded of a scorecard, who asked for time, and the notices that say so. */
export class CreateReminders1764271000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement)
    await protectTenantTable(runner, 'reminders', { privileges: ['SELECT', 'INSERT'] })
    await protectTenantTable(runner, 'snoozes', { privileges: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] })
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE snoozes')
    await runner.query('DROP TABLE reminders')
    await runner.query(
      `DELETE FROM notices WHERE kind IN ('scorecard_due', 'scorecard_late', 'scorecard_snoozed')`,
    )
    await runner.query('ALTER TABLE notices DROP CONSTRAINT notices_about_user_fkey')
    await runner.query('ALTER TABLE notices DROP COLUMN about_user_id')
    await runner.query('ALTER TABLE notices DROP CONSTRAINT notices_kind_known')
    await runner.query(
      `ALTER TABLE notices ADD CONSTRAINT notices_kind_known
        CHECK (kind IN ('scheduled', 'moved', 'cancelled', 'left', 'glass_broken'))`,
    )
  }
}

const toPanelist = (table: string): string => `ALTER TABLE ${table} ADD CONSTRAINT ${table}_panelist_fkey
  FOREIGN KEY (organization_id, interview_id, user_id)
  REFERENCES panelists (organization_id, interview_id, user_id) ON DELETE CASCADE`

const statements = [
  `CREATE TABLE reminders (
    organization_id uuid NOT NULL,
    interview_id uuid NOT NULL,
    user_id uuid NOT NULL,
    slot timestamptz NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT reminders_pkey PRIMARY KEY (organization_id, interview_id, user_id, slot))`,
  toPanelist('reminders'),
  `CREATE TABLE snoozes (
    organization_id uuid NOT NULL,
    interview_id uuid NOT NULL,
    user_id uuid NOT NULL,
    until timestamptz NOT NULL,
    because text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT snoozes_pkey PRIMARY KEY (organization_id, interview_id, user_id))`,
  toPanelist('snoozes'),
  'ALTER TABLE notices ADD COLUMN about_user_id uuid',
  `ALTER TABLE notices ADD CONSTRAINT notices_about_user_fkey
    FOREIGN KEY (organization_id, about_user_id) REFERENCES users (organization_id, id) ON DELETE CASCADE`,
  'ALTER TABLE notices DROP CONSTRAINT notices_kind_known',
  `ALTER TABLE notices ADD CONSTRAINT notices_kind_known
    CHECK (kind IN ('scheduled', 'moved', 'cancelled', 'left', 'glass_broken', 'scorecard_due', 'scorecard_late',
      'scorecard_snoozed'))`,
]
