import { protectTenantTable } from '@assay/persistence'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Scorecards: what their authors write, what was submitted, and the second wall of blindness. */
export class CreateScorecards1764260000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...foreignKeys, ...indexes]) await runner.query(statement)
    for (const [table, privileges] of protectedTables) {
      await protectTenantTable(runner, table, { privileges })
    }
    for (const [table, name, rule] of walls) {
      await runner.query(`CREATE POLICY "${table}_${name}" ON ${table} AS RESTRICTIVE ${rule}`)
    }
    await runner.query(blankScorecards)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name] of walls) await runner.query(`DROP POLICY "${table}_${name}" ON ${table}`)
    for (const [table] of protectedTables.toReversed()) await runner.query(`DROP TABLE ${table}`)
    await runner.query(`DELETE FROM notices WHERE kind = 'glass_broken'`)
    await runner.query(`ALTER TABLE notices DROP CONSTRAINT notices_kind_known`)
    await runner.query(
      `ALTER TABLE notices ADD CONSTRAINT notices_kind_known
        CHECK (kind IN ('scheduled', 'moved', 'cancelled', 'left'))`,
    )
    await runner.query(`DROP INDEX panelists_recallable`)
    await runner.query(`ALTER TABLE panelists DROP COLUMN recall_until, DROP COLUMN scorecard_released_at`)
  }
}

const protectedTables = [
  ['scorecards', ['SELECT', 'INSERT', 'UPDATE']],
  ['scorecard_drafts', ['SELECT', 'INSERT', 'UPDATE']],
  // What was submitted is never written again.
  ['scorecard_revisions', ['SELECT', 'INSERT']],
  ['ratings', ['SELECT', 'INSERT']],
  ['hand_offs', ['SELECT', 'INSERT', 'UPDATE']],
  ['scorecard_sights', ['SELECT', 'INSERT']],
  ['glass_breaks', ['SELECT', 'INSERT']],
] as const

const tables = [
  `ALTER TABLE panelists ADD COLUMN recall_until timestamptz, ADD COLUMN scorecard_released_at timestamptz`,
  'ALTER TABLE notices DROP CONSTRAINT notices_kind_known',
  `ALTER TABLE notices ADD CONSTRAINT notices_kind_known
    CHECK (kind IN ('scheduled', 'moved', 'cancelled', 'left', 'glass_broken'))`,
  `CREATE TABLE scorecards (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    interview_id uuid NOT NULL,
    user_id uuid NOT NULL,
    application_id uuid NOT NULL,
    status text NOT NULL DEFAULT 'draft',
    after_seeing_others boolean NOT NULL DEFAULT false,
    submitted_at timestamptz,
    revision_number integer NOT NULL DEFAULT 0,
    recalled_through integer NOT NULL DEFAULT 0,
    recommendation text,
    confidence text,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT scorecards_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT scorecards_status_known CHECK (status IN ('draft', 'submitted')),
    CONSTRAINT scorecards_submitted CHECK ((status = 'submitted') = (submitted_at IS NOT NULL)),
    CONSTRAINT scorecards_submitted_says CHECK (
      (status = 'submitted') = (recommendation IS NOT NULL) AND (status = 'submitted') = (confidence IS NOT NULL)),
    CONSTRAINT scorecards_recommendation_known
      CHECK (recommendation IN ('strong_no', 'no', 'yes', 'strong_yes')),
    CONSTRAINT scorecards_confidence_known CHECK (confidence IN ('low', 'medium', 'high')))`,
  `CREATE TABLE scorecard_drafts (
    organization_id uuid NOT NULL,
    scorecard_id uuid NOT NULL,
    user_id uuid NOT NULL,
    sealed_draft text,
    saved_at timestamptz,
    revision integer NOT NULL DEFAULT 1,
    CONSTRAINT scorecard_drafts_pkey PRIMARY KEY (organization_id, scorecard_id)) WITH (fillfactor = 80)`,
  `CREATE TABLE scorecard_revisions (
    organization_id uuid NOT NULL,
    scorecard_id uuid NOT NULL,
    number integer NOT NULL,
    sealed_content text NOT NULL,
    sealed_reason text,
    recommendation text NOT NULL,
    confidence text NOT NULL,
    after_seeing_others boolean NOT NULL,
    draft_revision integer NOT NULL,
    submitted_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT scorecard_revisions_pkey PRIMARY KEY (organization_id, scorecard_id, number),
    CONSTRAINT scorecard_revisions_recommendation_known
      CHECK (recommendation IN ('strong_no', 'no', 'yes', 'strong_yes')),
    CONSTRAINT scorecard_revisions_confidence_known CHECK (confidence IN ('low', 'medium', 'high')))`,
  `CREATE TABLE ratings (
    organization_id uuid NOT NULL,
    scorecard_id uuid NOT NULL,
    revision_number integer NOT NULL,
    competency_id uuid NOT NULL,
    level smallint,
    CONSTRAINT ratings_pkey PRIMARY KEY (organization_id, scorecard_id, revision_number, competency_id),
    CONSTRAINT ratings_level_known CHECK (level BETWEEN 1 AND 5))`,
  `CREATE TABLE hand_offs (
    organization_id uuid NOT NULL,
    scorecard_id uuid NOT NULL,
    user_id uuid NOT NULL,
    interview_id uuid NOT NULL,
    application_id uuid NOT NULL,
    covered uuid[] NOT NULL,
    not_reached uuid[] NOT NULL,
    handed_over_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT hand_offs_pkey PRIMARY KEY (organization_id, scorecard_id))`,
  `CREATE TABLE scorecard_sights (
    organization_id uuid NOT NULL,
    application_id uuid NOT NULL,
    user_id uuid NOT NULL,
    first_seen_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT scorecard_sights_pkey PRIMARY KEY (organization_id, application_id, user_id))`,
  `CREATE TABLE glass_breaks (
    organization_id uuid NOT NULL,
    application_id uuid NOT NULL,
    user_id uuid NOT NULL,
    sealed_reason text NOT NULL,
    broken_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT glass_breaks_pkey PRIMARY KEY (organization_id, application_id, user_id))`,
]

const reference = (from: string, column: string, to: string): string =>
  `ALTER TABLE ${from} ADD CONSTRAINT ${from}_${column.replace(/_id$/, '')}_fkey
    FOREIGN KEY (organization_id, ${column}) REFERENCES ${to} (organization_id, id) ON DELETE RESTRICT`

const foreignKeys = [
  `ALTER TABLE scorecards ADD CONSTRAINT scorecards_panelist_fkey
    FOREIGN KEY (organization_id, interview_id, user_id)
    REFERENCES panelists (organization_id, interview_id, user_id) ON DELETE RESTRICT`,
  reference('scorecards', 'application_id', 'applications'),
  reference('scorecard_drafts', 'scorecard_id', 'scorecards'),
  reference('scorecard_drafts', 'user_id', 'users'),
  reference('scorecard_revisions', 'scorecard_id', 'scorecards'),
  `ALTER TABLE ratings ADD CONSTRAINT ratings_revision_fkey
    FOREIGN KEY (organization_id, scorecard_id, revision_number)
    REFERENCES scorecard_revisions (organization_id, scorecard_id, number) ON DELETE RESTRICT`,
  reference('ratings', 'competency_id', 'competencies'),
  reference('hand_offs', 'scorecard_id', 'scorecards'),
  reference('hand_offs', 'user_id', 'users'),
  reference('hand_offs', 'interview_id', 'interviews'),
  reference('hand_offs', 'application_id', 'applications'),
  reference('scorecard_sights', 'application_id', 'applications'),
  reference('scorecard_sights', 'user_id', 'users'),
  reference('glass_breaks', 'application_id', 'applications'),
  reference('glass_breaks', 'user_id', 'users'),
]

const indexes = [
  'CREATE UNIQUE INDEX scorecards_once ON scorecards (organization_id, interview_id, user_id)',
  'CREATE INDEX scorecards_by_application ON scorecards (organization_id, application_id, id)',
  'CREATE INDEX ratings_by_competency ON ratings (organization_id, competency_id)',
  'CREATE INDEX hand_offs_by_application ON hand_offs (organization_id, application_id, handed_over_at)',
  `CREATE INDEX panelists_recallable ON panelists (organization_id, recall_until)
    WHERE recall_until IS NOT NULL`,
]

const person = `NULLIF(current_setting('assay.user_id', true), '')::uuid`

/** Of the same application, in a statement about \`of\`. */
const within = (table: string, alias: string, of: string): string =>
  `${table} ${alias} WHERE ${alias}.organization_id = ${of}.organization_id
     AND ${alias}.application_id = ${of}.application_id`

const isReleased = `EXISTS (SELECT FROM panelists r WHERE r.organization_id = scorecards.organization_id
  AND r.interview_id = scorecards.interview_id AND r.user_id = scorecards.user_id
  AND r.scorecard_released_at IS NOT NULL)`

const owesNothing = `NOT EXISTS (SELECT FROM ${within('panelists', 'w', 'scorecards')} AND w.owes
  AND (w.user_id = ${person} OR (NOT w.shadow AND EXISTS (SELECT FROM applications a
    JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
    WHERE a.organization_id = w.organization_id AND a.id = w.application_id AND j.blind_until = 'all_submitted'))))`

const brokeTheGlass = `EXISTS (SELECT FROM ${within('glass_breaks', 'g', 'scorecards')} AND g.user_id = ${person})`

const mayReadAtAll = `(
  EXISTS (SELECT FROM users u WHERE u.organization_id = scorecards.organization_id AND u.id = ${person}
     AND u.role IN ('admin', 'recruiter'))
  OR EXISTS (SELECT FROM ${within('panelists', 'p', 'scorecards')} AND p.user_id = ${person}
     AND p.removed_at IS NULL)
  OR EXISTS (SELECT FROM applications a
     JOIN job_team_members m ON m.organization_id = a.organization_id AND m.job_id = a.job_id
     JOIN users u ON u.organization_id = m.organization_id AND u.id = m.user_id
     WHERE a.organization_id = scorecards.organization_id AND a.id = scorecards.application_id
       AND m.user_id = ${person} AND u.role = 'hiring_manager'))`

/** Nobody reads what is thought of themselves. */
const isSomebodyElse = `NOT EXISTS (SELECT FROM applications a
  JOIN candidate_contacts k ON k.organization_id = a.organization_id AND k.candidate_id = a.candidate_id
  JOIN users u ON u.organization_id = k.organization_id AND u.email = k.value
  WHERE a.organization_id = scorecards.organization_id AND a.id = scorecards.application_id
    AND k.medium = 'email' AND u.id = ${person})`

const own = (table: string): string => `EXISTS (SELECT FROM scorecards s
  WHERE s.organization_id = ${table}.organization_id AND s.id = ${table}.scorecard_id AND s.user_id = ${person})`

/** Taken back before anybody could see it: so it stays, for everybody but its author. */
const notRecalled = (table: string, number: string): string => `EXISTS (SELECT FROM scorecards s
  WHERE s.organization_id = ${table}.organization_id AND s.id = ${table}.scorecard_id
    AND (s.user_id = ${person} OR ${number} > s.recalled_through))`

/** Blind until submitted, told to the database as well: a forgotten condition shows nothing. */
const walls: readonly (readonly [table: string, name: string, rule: string])[] = [
  [
    'scorecards',
    'blind',
    `FOR SELECT TO assay_application USING (user_id = ${person} OR (${isReleased}
       AND (${owesNothing} OR ${brokeTheGlass}) AND ${mayReadAtAll} AND ${isSomebodyElse}))`,
  ],
  ['scorecards', 'own_writing', `FOR UPDATE TO assay_application USING (user_id = ${person})`],
  ['scorecard_drafts', 'own', `TO assay_application USING (user_id = ${person})`],
  [
    'scorecard_revisions',
    'blind',
    `FOR SELECT TO assay_application USING (${notRecalled('scorecard_revisions', 'scorecard_revisions.number')})`,
  ],
  [
    'scorecard_revisions',
    'own_writing',
    `FOR INSERT TO assay_application WITH CHECK (${own('scorecard_revisions')})`,
  ],
  [
    'ratings',
    'blind',
    `FOR SELECT TO assay_application USING (${notRecalled('ratings', 'ratings.revision_number')})`,
  ],
  ['ratings', 'own_writing', `FOR INSERT TO assay_application WITH CHECK (${own('ratings')})`],
]

/** For every panel that was seated before there were scorecards. */
const blankScorecards = `INSERT INTO scorecards (organization_id, id, interview_id, user_id, application_id)
  SELECT organization_id, gen_random_uuid(), interview_id, user_id, application_id FROM panelists`
