import { protectTenantTable } from '@assay/persistence'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Notices that still have to leave by mail. */
export class CreateOutgoingMails1764270000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement)
    await protectTenantTable(runner, 'outgoing_mails', {
      privileges: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
    })
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outgoing_mails')
  }
}

const statements = [
  `CREATE TABLE outgoing_mails (
    organization_id uuid NOT NULL,
    notice_id uuid NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT outgoing_mails_pkey PRIMARY KEY (organization_id, notice_id))`,
  `ALTER TABLE outgoing_mails ADD CONSTRAINT outgoing_mails_notice_fkey
    FOREIGN KEY (organization_id, notice_id) REFERENCES notices (organization_id, id) ON DELETE CASCADE`,
  'CREATE INDEX outgoing_mails_due ON outgoing_mails (organization_id, next_attempt_at)',
]
