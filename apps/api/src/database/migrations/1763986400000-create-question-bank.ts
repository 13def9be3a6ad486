import { protectTenantTable } from '@assay/persistence'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Competencies, questions, answer structures, signals, areas and level profiles. */
export class CreateQuestionBank1763986400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...foreignKeys, ...indexes]) await runner.query(statement)
    for (const table of kinds) {
      await protectTenantTable(runner, table, { privileges: ['SELECT', 'INSERT', 'UPDATE'] })
    }
    for (const table of links) {
      await protectTenantTable(runner, table, { privileges: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] })
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...links, ...kinds]) await runner.query(`DROP TABLE ${table}`)
  }
}

const kinds = ['areas', 'competencies', 'answer_structures', 'signals', 'questions', 'level_profiles']
const links = ['question_competencies', 'question_structures', 'level_profile_competencies']

const list = (table: string, ...columns: string[]): string =>
  columns
    .map((column) => `,\n    CONSTRAINT ${table}_${column}_list CHECK (jsonb_typeof(${column}) = 'array')`)
    .join('')

const kind = (table: string, columns: string, checks = ''): string => `CREATE TABLE ${table} (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    key text,
    built_in_version text,
    ${columns},
    folded_name text NOT NULL,
    search_text text NOT NULL,
    archived_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    revision integer NOT NULL DEFAULT 1,
    CONSTRAINT ${table}_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT ${table}_built_in_whole CHECK ((key IS NULL) = (built_in_version IS NULL))${checks})`

const tables = [
  kind(
    'areas',
    `name text NOT NULL,
    definition text NOT NULL,
    position integer NOT NULL`,
  ),
  kind(
    'competencies',
    `name text NOT NULL,
    definition text NOT NULL,
    for_candidates text NOT NULL,
    strong_behaviours jsonb NOT NULL,
    weak_behaviours jsonb NOT NULL,
    anchors jsonb NOT NULL,
    areas jsonb NOT NULL`,
    list('competencies', 'strong_behaviours', 'weak_behaviours', 'anchors', 'areas'),
  ),
  kind(
    'answer_structures',
    `name text NOT NULL,
    purpose text NOT NULL,
    steps jsonb NOT NULL`,
    list('answer_structures', 'steps'),
  ),
  kind(
    'signals',
    `kind text NOT NULL,
    text text NOT NULL`,
    `,
    CONSTRAINT signals_kind_known CHECK (kind IN ('strong', 'red_flag'))`,
  ),
  kind(
    'questions',
    `title text NOT NULL,
    prompt text NOT NULL,
    intent text NOT NULL,
    expected_points jsonb NOT NULL,
    senior_extras jsonb NOT NULL,
    red_flags jsonb NOT NULL,
    follow_ups jsonb NOT NULL,
    anchors jsonb NOT NULL,
    minutes integer NOT NULL,
    levels jsonb NOT NULL,
    areas jsonb NOT NULL,
    tags jsonb NOT NULL`,
    `${list('questions', 'expected_points', 'senior_extras', 'red_flags', 'follow_ups', 'anchors', 'levels', 'areas', 'tags')},
    CONSTRAINT questions_minutes_range CHECK (minutes BETWEEN 1 AND 240)`,
  ),
  kind(
    'level_profiles',
    `name text NOT NULL,
    level text NOT NULL,
    description text NOT NULL`,
    `,
    CONSTRAINT level_profiles_level_known CHECK (level IN ('junior', 'mid', 'senior', 'staff', 'principal'))`,
  ),
  `CREATE TABLE question_competencies (
    organization_id uuid NOT NULL,
    question_id uuid NOT NULL,
    competency_id uuid NOT NULL,
    informs text NOT NULL,
    position integer NOT NULL,
    CONSTRAINT question_competencies_pkey PRIMARY KEY (organization_id, question_id, competency_id),
    CONSTRAINT question_competencies_informs_known CHECK (informs IN ('primary', 'secondary')))`,
  `CREATE TABLE question_structures (
    organization_id uuid NOT NULL,
    question_id uuid NOT NULL,
    structure_id uuid NOT NULL,
    position integer NOT NULL,
    CONSTRAINT question_structures_pkey PRIMARY KEY (organization_id, question_id, structure_id))`,
  `CREATE TABLE level_profile_competencies (
    organization_id uuid NOT NULL,
    level_profile_id uuid NOT NULL,
    competency_id uuid NOT NULL,
    weight double precision NOT NULL,
    reason text,
    bar integer NOT NULL,
    position integer NOT NULL,
    CONSTRAINT level_profile_competencies_pkey PRIMARY KEY (organization_id, level_profile_id, competency_id),
    CONSTRAINT level_profile_competencies_weight_positive CHECK (weight > 0),
    CONSTRAINT level_profile_competencies_bar_range CHECK (bar BETWEEN 1 AND 5))`,
]

const reference = (table: string, what: string, target: string, onDelete: string): string =>
  `ALTER TABLE ${table} ADD CONSTRAINT ${table}_${what}_fkey FOREIGN KEY (organization_id, ${what}_id)
    REFERENCES ${target} (organization_id, id) ON DELETE ${onDelete}`

const foreignKeys = [
  ...kinds.map(
    (table) => `ALTER TABLE ${table} ADD CONSTRAINT ${table}_organization_fkey
      FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE RESTRICT`,
  ),
  reference('question_competencies', 'question', 'questions', 'CASCADE'),
  reference('question_competencies', 'competency', 'competencies', 'RESTRICT'),
  reference('question_structures', 'question', 'questions', 'CASCADE'),
  reference('question_structures', 'structure', 'answer_structures', 'RESTRICT'),
  reference('level_profile_competencies', 'level_profile', 'level_profiles', 'CASCADE'),
  reference('level_profile_competencies', 'competency', 'competencies', 'RESTRICT'),
]

const sortedBy = (table: string, column: string): string =>
  `CREATE INDEX ${table}_by_${column} ON ${table} (organization_id, ${column}, id)`

const indexes = [
  ...kinds.flatMap((table) => [
    `CREATE UNIQUE INDEX ${table}_key_key ON ${table} (organization_id, key)`,
    `CREATE UNIQUE INDEX ${table}_name_key ON ${table} (organization_id, folded_name) WHERE archived_at IS NULL`,
  ]),
  ...kinds.filter((table) => table !== 'areas').map((table) => sortedBy(table, 'updated_at')),
  sortedBy('areas', 'position'),
  sortedBy('areas', 'name'),
  sortedBy('competencies', 'name'),
  sortedBy('answer_structures', 'name'),
  sortedBy('signals', 'text'),
  sortedBy('questions', 'title'),
  sortedBy('level_profiles', 'name'),
  'CREATE INDEX question_competencies_by_competency ON question_competencies (organization_id, competency_id, question_id)',
  'CREATE INDEX question_structures_by_structure ON question_structures (organization_id, structure_id, question_id)',
  'CREATE INDEX level_profile_competencies_by_competency ON level_profile_competencies (organization_id, competency_id, level_profile_id)',
]
