import { createDefinerFunction, openToLookup, protectTenantTable } from '@assay/persistence'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Candidates with their contacts, tags, custom values and data keys; merges; what they are found by. */
export class CreateCandidates1764246000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of ['pg_trgm', 'btree_gin']) await runner.query(`CREATE EXTENSION IF NOT EXISTS ${name}`)
    for (const statement of [...tables, ...foreignKeys, ...indexes]) await runner.query(statement)
    for (const table of kept) await protectTenantTable(runner, table, { privileges: edit })
    for (const table of [...parts, 'custom_fields']) {
      await protectTenantTable(runner, table, { privileges: [...edit, 'DELETE'] })
    }
    await createSearches(runner)
  }

  /** The extensions stay: something else in the database may use them by now. */
  async down(runner: QueryRunner): Promise<void> {
    for (const [signature] of searches) await runner.query(`DROP FUNCTION ${signature}`)
    for (const table of [...parts, 'custom_fields', ...kept.toReversed()])
      await runner.query(`DROP TABLE ${table}`)
  }
}

const edit = ['SELECT', 'INSERT', 'UPDATE'] as const
const kept = ['candidates', 'candidate_keys', 'candidate_merges', 'candidate_search']
const parts = ['candidate_contacts', 'candidate_tags', 'candidate_values']

const tables = [
  `CREATE TABLE custom_fields (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    folded_name text NOT NULL,
    kind text NOT NULL,
    choices jsonb NOT NULL DEFAULT '[]',
    position integer NOT NULL,
    archived_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    revision integer NOT NULL DEFAULT 1,
    CONSTRAINT custom_fields_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT custom_fields_kind_known
      CHECK (kind IN ('text', 'number', 'date', 'yes_no', 'one_of', 'several_of', 'link')),
    CONSTRAINT custom_fields_choices_where_chosen
      CHECK ((jsonb_array_length(choices) > 0) = (kind IN ('one_of', 'several_of'))))`,
  `CREATE TABLE candidates (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    sort_name text NOT NULL,
    preferred_name text,
    headline text,
    company text,
    location text,
    source text,
    folded_source text,
    merged_into uuid,
    created_by uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    revision integer NOT NULL DEFAULT 1,
    CONSTRAINT candidates_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT candidates_source_folded CHECK ((source IS NULL) = (folded_source IS NULL)),
    CONSTRAINT candidates_merged_elsewhere CHECK (merged_into <> id))`,
  `CREATE TABLE candidate_keys (
    organization_id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    wrapped_key bytea,
    created_at timestamptz NOT NULL DEFAULT now(),
    destroyed_at timestamptz,
    CONSTRAINT candidate_keys_pkey PRIMARY KEY (organization_id, candidate_id),
    CONSTRAINT candidate_keys_whole CHECK (octet_length(wrapped_key) = 60),
    CONSTRAINT candidate_keys_destroyed CHECK ((wrapped_key IS NULL) = (destroyed_at IS NOT NULL)))`,
  `CREATE TABLE candidate_merges (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    other_id uuid NOT NULL,
    filled text[] NOT NULL,
    merged_by uuid,
    merged_at timestamptz NOT NULL DEFAULT now(),
    undone_by uuid,
    undone_at timestamptz,
    CONSTRAINT candidate_merges_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT candidate_merges_two CHECK (candidate_id <> other_id))`,
  `CREATE TABLE candidate_search (
    organization_id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    stands_for uuid NOT NULL,
    full_name text NOT NULL,
    names text NOT NULL,
    resume text NOT NULL DEFAULT '',
    CONSTRAINT candidate_search_pkey PRIMARY KEY (organization_id, candidate_id))`,
  `CREATE TABLE candidate_contacts (
    organization_id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    medium text NOT NULL,
    value text NOT NULL,
    kind text NOT NULL,
    matched text NOT NULL,
    position integer NOT NULL,
    merged_from uuid,
    CONSTRAINT candidate_contacts_pkey PRIMARY KEY (organization_id, candidate_id, medium, value),
    CONSTRAINT candidate_contacts_medium_known CHECK (medium IN ('email', 'phone', 'link')))`,
  `CREATE TABLE candidate_tags (
    organization_id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    folded text NOT NULL,
    tag text NOT NULL,
    position integer NOT NULL,
    merged_from uuid,
    CONSTRAINT candidate_tags_pkey PRIMARY KEY (organization_id, candidate_id, folded))`,
  `CREATE TABLE candidate_values (
    organization_id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    field_id uuid NOT NULL,
    position integer NOT NULL,
    choice text,
    value text,
    merged_from uuid,
    CONSTRAINT candidate_values_pkey PRIMARY KEY (organization_id, candidate_id, field_id, position),
    CONSTRAINT candidate_values_one CHECK ((choice IS NULL) <> (value IS NULL)))`,
]

const reference = (from: string, column: string, to: string, onDelete: 'RESTRICT' | 'CASCADE'): string =>
  `ALTER TABLE ${from} ADD CONSTRAINT ${from}_${column.replace(/_id$/, '')}_fkey
    FOREIGN KEY (organization_id, ${column}) REFERENCES ${to} (organization_id, id) ON DELETE ${onDelete}`

const ofOrganization = (table: string): string =>
  `ALTER TABLE ${table} ADD CONSTRAINT ${table}_organization_fkey
    FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE RESTRICT`

const foreignKeys = [
  ofOrganization('custom_fields'),
  ofOrganization('candidates'),
  reference('candidates', 'merged_into', 'candidates', 'RESTRICT'),
  reference('candidates', 'created_by', 'users', 'RESTRICT'),
  reference('candidate_merges', 'candidate_id', 'candidates', 'RESTRICT'),
  reference('candidate_merges', 'other_id', 'candidates', 'RESTRICT'),
  reference('candidate_merges', 'merged_by', 'users', 'RESTRICT'),
  reference('candidate_merges', 'undone_by', 'users', 'RESTRICT'),
  reference('candidate_keys', 'candidate_id', 'candidates', 'CASCADE'),
  reference('candidate_search', 'candidate_id', 'candidates', 'CASCADE'),
  ...parts.map((table) => reference(table, 'candidate_id', 'candidates', 'CASCADE')),
  reference('candidate_values', 'field_id', 'custom_fields', 'RESTRICT'),
]

/** Lists show only who is not merged into somebody else. */
const listedBy = (name: string, column: string): string =>
  `CREATE INDEX candidates_by_${name} ON candidates (organization_id, ${column}, id) WHERE merged_into IS NULL`

const wordsOf = (column: string): string =>
  `CREATE INDEX candidate_search_by_${column} ON candidate_search
    USING gin (organization_id, array_to_tsvector(string_to_array(${column}, ' ')))`

const indexes = [
  `CREATE UNIQUE INDEX custom_fields_name_key ON custom_fields (organization_id, folded_name)
    WHERE archived_at IS NULL`,
  'CREATE INDEX custom_fields_by_position ON custom_fields (organization_id, position, id)',
  listedBy('name', 'sort_name'),
  listedBy('created_at', 'created_at'),
  listedBy('updated_at', 'updated_at'),
  listedBy('source', 'folded_source'),
  `CREATE INDEX candidates_by_merged_into ON candidates (organization_id, merged_into)
    WHERE merged_into IS NOT NULL`,
  `CREATE UNIQUE INDEX candidate_merges_other_key ON candidate_merges (organization_id, other_id)
    WHERE undone_at IS NULL`,
  'CREATE INDEX candidate_merges_by_candidate ON candidate_merges (organization_id, candidate_id, merged_at)',
  'CREATE INDEX candidate_search_by_stands_for ON candidate_search (organization_id, stands_for)',
  wordsOf('names'),
  wordsOf('resume'),
  `CREATE INDEX candidate_search_by_full_name ON candidate_search
    USING gin (organization_id, full_name gin_trgm_ops)`,
  'CREATE INDEX candidate_contacts_by_matched ON candidate_contacts (organization_id, medium, matched, candidate_id)',
  'CREATE INDEX candidate_contacts_by_value ON candidate_contacts (organization_id, medium, value, candidate_id)',
  'CREATE INDEX candidate_tags_by_tag ON candidate_tags (organization_id, folded, candidate_id)',
  `CREATE INDEX candidate_values_by_choice ON candidate_values (organization_id, field_id, choice, candidate_id)
    WHERE choice IS NOT NULL`,
  'CREATE INDEX candidate_values_by_field ON candidate_values (organization_id, field_id, candidate_id)',
]

/** Below a row policy no text index is used: these ask the index first, and answer with ids of the organization only. */
const search = (argument: string, body: string, settings = ''): string => `(${argument}) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off ${settings} AS $body$
  DECLARE organization uuid := NULLIF(current_setting('assay.organization_id', true), '')::uuid;
  BEGIN
    ${body}
  END $body$`

const byWords = (column: string): string =>
  search(
    'wanted tsquery, cap integer',
    // EXECUTE plans for these words: how many rows a word finds cannot be known beforehand. One person may be found
    // twice: leaving that out here would read everything that matches.
    `RETURN QUERY EXECUTE 'SELECT s.stands_for FROM public.candidate_search s
       WHERE s.organization_id = $1 AND array_to_tsvector(string_to_array(s.${column}, '' '')) @@ $2 LIMIT $3'
       USING organization, wanted, cap;`,
  )

const searches: [signature: string, definition: string][] = [
  ['assay_candidates_by_names(tsquery, integer)', `assay_candidates_by_names${byWords('names')}`],
  ['assay_candidates_by_resume(tsquery, integer)', `assay_candidates_by_resume${byWords('resume')}`],
  [
    'assay_candidates_like_name(text, integer)',
    `assay_candidates_like_name${search(
      'wanted text, cap integer',
      `RETURN QUERY EXECUTE 'SELECT s.stands_for FROM public.candidate_search s
         WHERE s.organization_id = $1 AND s.full_name OPERATOR(public.%) $2
         GROUP BY s.stands_for ORDER BY max(public.similarity(s.full_name, $2)) DESC, s.stands_for LIMIT $3'
         USING organization, wanted, cap;`,
      'SET pg_trgm.similarity_threshold = 0.6',
    )}`,
  ],
]

const createSearches = async (runner: QueryRunner): Promise<void> => {
  await openToLookup(runner, 'assay_search', 'candidate_search', [
    'organization_id',
    'candidate_id',
    'stands_for',
    'full_name',
    'names',
    'resume',
  ])
  for (const [signature, definition] of searches) {
    await createDefinerFunction(runner, 'assay_search', signature, `CREATE FUNCTION ${definition}`)
  }
}
