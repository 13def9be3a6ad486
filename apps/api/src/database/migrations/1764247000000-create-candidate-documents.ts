import { protectTenantTable } from '@assay/persistence'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What is known of candidates' documents. The files themselves lie in the file store, under the ids of these rows. */
export class CreateCandidateDocuments1764247000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [table, ...foreignKeys, ...indexes]) await runner.query(statement)
    await protectTenantTable(runner, 'candidate_documents', {
      privileges: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
    })
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE candidate_documents')
  }
}

const table = `CREATE TABLE candidate_documents (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  candidate_id uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  format text NOT NULL,
  bytes integer NOT NULL,
  sha256 bytea NOT NULL,
  state text NOT NULL DEFAULT 'reading',
  unreadable_because text,
  text text,
  is_text_cut boolean NOT NULL DEFAULT false,
  pages integer,
  suggestions jsonb NOT NULL DEFAULT '[]',
  attempts integer NOT NULL DEFAULT 0,
  claimed_until timestamptz,
  added_by uuid,
  added_at timestamptz NOT NULL DEFAULT now(),
  removed_by uuid,
  removed_at timestamptz,
  removal_reason text,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT candidate_documents_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT candidate_documents_kind_known CHECK (kind IN ('resume', 'cover_letter', 'portfolio', 'other')),
  CONSTRAINT candidate_documents_format_known CHECK (format IN ('pdf', 'docx', 'text', 'json_resume')),
  CONSTRAINT candidate_documents_state_known CHECK (state IN ('reading', 'read', 'unreadable')),
  CONSTRAINT candidate_documents_text_when_read CHECK ((text IS NOT NULL) = (state = 'read')),
  CONSTRAINT candidate_documents_unreadable_because CHECK ((unreadable_because IS NOT NULL) = (state = 'unreadable')
    AND unreadable_because IN ('encrypted', 'corrupt', 'no_text', 'too_demanding')),
  CONSTRAINT candidate_documents_removed CHECK ((removed_at IS NOT NULL) = (removal_reason IS NOT NULL)),
  CONSTRAINT candidate_documents_bytes CHECK (bytes > 0))`

const reference = (column: string, constraint: string, to: string): string =>
  `ALTER TABLE candidate_documents ADD CONSTRAINT candidate_documents_${constraint}_fkey
    FOREIGN KEY (organization_id, ${column}) REFERENCES ${to} (organization_id, id) ON DELETE RESTRICT`

const foreignKeys = [
  `ALTER TABLE candidate_documents ADD CONSTRAINT candidate_documents_organization_fkey
    FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE RESTRICT`,
  reference('candidate_id', 'candidate', 'candidates'),
  reference('added_by', 'added_by', 'users'),
  reference('removed_by', 'removed_by', 'users'),
]

const indexes = [
  `CREATE UNIQUE INDEX candidate_documents_file_key ON candidate_documents (organization_id, candidate_id, sha256)
    WHERE removed_at IS NULL`,
  `CREATE INDEX candidate_documents_by_candidate
    ON candidate_documents (organization_id, candidate_id, added_at, id)`,
  `CREATE INDEX candidate_documents_to_read ON candidate_documents (organization_id, added_at)
    WHERE state = 'reading' AND removed_at IS NULL`,
  `CREATE INDEX candidate_documents_by_removed_at ON candidate_documents (organization_id, removed_at)
    WHERE removed_at IS NOT NULL`,
]
