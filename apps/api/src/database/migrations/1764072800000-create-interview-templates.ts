import { protectTenantTable } from '@assay/persistence'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Interview templates, their versions, and what of the question bank each version uses. */
export class CreateInterviewTemplates1764072800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...foreignKeys, ...indexes]) await runner.query(statement)
    await protectTenantTable(runner, 'interview_templates', { privileges: ['SELECT', 'INSERT', 'UPDATE'] })
    for (const table of ['interview_template_versions', ...uses.map(([name]) => name)]) {
      await protectTenantTable(runner, table, { privileges: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] })
    }
    for (const statement of guards) await runner.query(statement)
    await runner.query(
      'ALTER TABLE organizations ADD COLUMN second_person_publishes boolean NOT NULL DEFAULT false',
    )
    for (const table of removable) {
      await runner.query(`GRANT DELETE ON ${table} TO assay_application`)
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of removable) {
      await runner.query(`REVOKE DELETE ON ${table} FROM assay_application`)
    }
    await runner.query('ALTER TABLE organizations DROP COLUMN second_person_publishes')
    for (const [table] of uses) await runner.query(`DROP TABLE ${table}`)
    await runner.query('DROP TABLE interview_template_versions')
    await runner.query('DROP TABLE interview_templates')
    await runner.query('DROP FUNCTION assay_guard_template_version()')
    await runner.query('DROP FUNCTION assay_guard_version_use()')
  }
}

/** An entry that nothing uses may be taken out; the foreign keys refuse any other. */
const removable = ['competencies', 'answer_structures', 'signals', 'questions', 'level_profiles']

/** Table of what a version uses, its column, and the kind of entry. */
const uses = [
  ['version_competencies', 'competency', 'competencies'],
  ['version_questions', 'question', 'questions'],
  ['version_structures', 'structure', 'answer_structures'],
  ['version_signals', 'signal', 'signals'],
] as const

const tables = [
  `CREATE TABLE interview_templates (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    key text,
    built_in_version text,
    name text NOT NULL,
    purpose text NOT NULL,
    created_by uuid,
    folded_name text NOT NULL,
    search_text text NOT NULL,
    archived_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    revision integer NOT NULL DEFAULT 1,
    CONSTRAINT interview_templates_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT interview_templates_built_in_whole CHECK ((key IS NULL) = (built_in_version IS NULL)))`,
  `CREATE TABLE interview_template_versions (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    template_id uuid NOT NULL,
    number integer NOT NULL,
    status text NOT NULL DEFAULT 'draft',
    draft jsonb NOT NULL,
    content jsonb,
    note text NOT NULL DEFAULT '',
    return_note text NOT NULL DEFAULT '',
    based_on_id uuid,
    built_in_version text,
    created_by uuid,
    written_by uuid,
    submitted_by uuid,
    published_by uuid,
    submitted_at timestamptz,
    published_at timestamptz,
    retired_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    revision integer NOT NULL DEFAULT 1,
    CONSTRAINT interview_template_versions_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT interview_template_versions_number_counts CHECK (number > 0),
    CONSTRAINT interview_template_versions_status_known
      CHECK (status IN ('draft', 'in_review', 'published', 'retired')),
    CONSTRAINT interview_template_versions_frozen CHECK ((content IS NULL) = (status = 'draft')),
    CONSTRAINT interview_template_versions_submitted CHECK (status <> 'in_review' OR submitted_at IS NOT NULL),
    CONSTRAINT interview_template_versions_published
      CHECK ((published_at IS NOT NULL) = (status IN ('published', 'retired'))),
    CONSTRAINT interview_template_versions_retired CHECK ((retired_at IS NOT NULL) = (status = 'retired')))`,
  ...uses.map(
    ([table, what]) => `CREATE TABLE ${table} (
    organization_id uuid NOT NULL,
    version_id uuid NOT NULL,
    ${what}_id uuid NOT NULL,${what === 'question' ? '\n    minutes integer,' : ''}
    CONSTRAINT ${table}_pkey PRIMARY KEY (organization_id, version_id, ${what}_id)${
      what === 'question'
        ? `,
    CONSTRAINT ${table}_minutes_range CHECK (minutes BETWEEN 1 AND 240)`
        : ''
    })`,
  ),
]

const reference = (from: string, column: string, to: string, onDelete = 'RESTRICT'): string =>
  `ALTER TABLE ${from} ADD CONSTRAINT ${from}_${column.replace(/_id$/, '')}_fkey FOREIGN KEY (organization_id, ${column})
    REFERENCES ${to} (organization_id, id) ON DELETE ${onDelete}`

const VERSIONS = 'interview_template_versions'

const foreignKeys = [
  ...['interview_templates', VERSIONS].map(
    (table) => `ALTER TABLE ${table} ADD CONSTRAINT ${table}_organization_fkey
      FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE RESTRICT`,
  ),
  reference('interview_templates', 'created_by', 'users'),
  reference(VERSIONS, 'template_id', 'interview_templates'),
  reference(VERSIONS, 'based_on_id', VERSIONS),
  reference(VERSIONS, 'created_by', 'users'),
  reference(VERSIONS, 'written_by', 'users'),
  reference(VERSIONS, 'submitted_by', 'users'),
  reference(VERSIONS, 'published_by', 'users'),
  ...uses.flatMap(([table, what, target]) => [
    reference(table, 'version_id', VERSIONS, 'CASCADE'),
    reference(table, `${what}_id`, target),
  ]),
]

const indexes = [
  'CREATE UNIQUE INDEX interview_templates_key_key ON interview_templates (organization_id, key)',
  `CREATE UNIQUE INDEX interview_templates_name_key ON interview_templates (organization_id, folded_name)
    WHERE archived_at IS NULL`,
  'CREATE INDEX interview_templates_by_name ON interview_templates (organization_id, name, id)',
  'CREATE INDEX interview_templates_by_updated_at ON interview_templates (organization_id, updated_at, id)',
  `CREATE UNIQUE INDEX interview_template_versions_number_key
    ON interview_template_versions (organization_id, template_id, number)`,
  `CREATE UNIQUE INDEX interview_template_versions_one_published
    ON interview_template_versions (organization_id, template_id) WHERE status = 'published'`,
  ...uses.map(
    ([table, what]) =>
      `CREATE INDEX ${table}_by_${what} ON ${table} (organization_id, ${what}_id, version_id)`,
  ),
]

/**
 * The second line: whatever the code above it does, a version takes only the steps of the transition table, and what it
 * says is written in a draft only. The reasons of those who wrote the code may be forgotten; these are not.
 */
const guards = [
  `CREATE FUNCTION assay_guard_template_version() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $body$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        IF OLD.status <> 'draft' THEN
          RAISE EXCEPTION 'a version that is % is kept', OLD.status USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN OLD;
      END IF;
      IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'draft' THEN
          RAISE EXCEPTION 'a version begins as a draft' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END IF;
      IF OLD.status <> NEW.status AND (OLD.status, NEW.status) NOT IN (
        ('draft', 'in_review'), ('draft', 'published'),
        ('in_review', 'draft'), ('in_review', 'published'),
        ('published', 'retired')) THEN
        RAISE EXCEPTION 'a version that is % cannot become %', OLD.status, NEW.status
          USING ERRCODE = 'restrict_violation';
      END IF;
      IF (NEW.organization_id, NEW.id, NEW.template_id, NEW.number, NEW.created_by, NEW.created_at,
          NEW.built_in_version, NEW.based_on_id)
         IS DISTINCT FROM (OLD.organization_id, OLD.id, OLD.template_id, OLD.number, OLD.created_by, OLD.created_at,
          OLD.built_in_version, OLD.based_on_id) THEN
        RAISE EXCEPTION 'what a version is does not change' USING ERRCODE = 'restrict_violation';
      END IF;
      IF OLD.status <> 'draft' AND (
          NEW.draft IS DISTINCT FROM OLD.draft
          OR NEW.status <> 'draft' AND NEW.content IS DISTINCT FROM OLD.content) THEN
        RAISE EXCEPTION 'a version is written on while it is a draft' USING ERRCODE = 'restrict_violation';
      END IF;
      IF OLD.status IN ('published', 'retired') AND (
          NEW.note, NEW.return_note, NEW.submitted_by, NEW.submitted_at, NEW.published_by, NEW.published_at)
          IS DISTINCT FROM (
          OLD.note, OLD.return_note, OLD.submitted_by, OLD.submitted_at, OLD.published_by, OLD.published_at) THEN
        RAISE EXCEPTION 'a published version does not change' USING ERRCODE = 'restrict_violation';
      END IF;
      IF OLD.status = 'retired' THEN
        RAISE EXCEPTION 'a retired version does not change' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $body$`,
  `CREATE TRIGGER interview_template_versions_guard BEFORE INSERT OR UPDATE OR DELETE
    ON interview_template_versions FOR EACH ROW EXECUTE FUNCTION assay_guard_template_version()`,
  // When a draft is thrown away its uses go with it: then there is no version any more.
  `CREATE FUNCTION assay_guard_version_use() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $body$
    DECLARE
      touched record := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    BEGIN
      IF EXISTS (SELECT FROM public.interview_template_versions v
                  WHERE v.organization_id = touched.organization_id AND v.status <> 'draft'
                    AND (v.id = touched.version_id OR TG_OP = 'UPDATE' AND v.id = OLD.version_id)) THEN
        RAISE EXCEPTION 'what a version uses is written while it is a draft' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN touched;
    END $body$`,
  ...uses.map(
    ([table]) => `CREATE TRIGGER ${table}_guard BEFORE INSERT OR UPDATE OR DELETE
    ON ${table} FOR EACH ROW EXECUTE FUNCTION assay_guard_version_use()`,
  ),
]
