import { protectTenantTable } from '@assay/persistence'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What people are told about their interviews. */
export class CreateNotices1764249000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement)
    await protectTenantTable(runner, 'notices', { privileges: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] })
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notices')
  }
}

const statements = [
  `CREATE TABLE notices (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    kind text NOT NULL,
    interview_id uuid NOT NULL,
    starts_at timestamptz NOT NULL,
    time_zone text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    read_at timestamptz,
    CONSTRAINT notices_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT notices_kind_known CHECK (kind IN ('scheduled', 'moved', 'cancelled', 'left')))`,
  `ALTER TABLE notices ADD CONSTRAINT notices_user_fkey
    FOREIGN KEY (organization_id, user_id) REFERENCES users (organization_id, id) ON DELETE CASCADE`,
  `ALTER TABLE notices ADD CONSTRAINT notices_interview_fkey
    FOREIGN KEY (organization_id, interview_id) REFERENCES interviews (organization_id, id) ON DELETE CASCADE`,
  'CREATE INDEX notices_by_user ON notices (organization_id, user_id, made_at, id)',
]
