import { protectTenantTable } from '@assay/persistence'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Views of lists that people keep for themselves. */
export class CreateSavedViews1764246100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement)
    await protectTenantTable(runner, 'saved_views', { privileges: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] })
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_views')
  }
}

const statements = [
  `CREATE TABLE saved_views (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    resource text NOT NULL,
    name text NOT NULL,
    folded_name text NOT NULL,
    query text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT saved_views_pkey PRIMARY KEY (organization_id, id))`,
  `ALTER TABLE saved_views ADD CONSTRAINT saved_views_user_fkey
    FOREIGN KEY (organization_id, user_id) REFERENCES users (organization_id, id) ON DELETE CASCADE`,
  `CREATE UNIQUE INDEX saved_views_name_key ON saved_views (organization_id, user_id, resource, folded_name)`,
]
