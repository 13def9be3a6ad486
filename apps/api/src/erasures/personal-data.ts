import { ERASED_NAME } from '@assay/contracts'
import { evaluationTables } from './personal-evaluations.ts'
import type { Leads, PersonalTable } from './personal-table.ts'

const owner = ['organization_id', 'candidate_id']

export const personalTables: readonly PersonalTable[] = [
  {
    table: 'candidates',
    leads: 'id',
    erase: 'columns',
    columns: {
      name: `'${ERASED_NAME}'`,
      sort_name: `'${ERASED_NAME.toLowerCase()}'`,
      preferred_name: 'NULL',
      headline: 'NULL',
      company: 'NULL',
      location: 'NULL',
      source: 'NULL',
      folded_source: 'NULL',
      erased_at: 'coalesce(erased_at, now())',
      updated_at: 'now()',
      revision: 'revision + 1',
    },
    keeps: ['organization_id', 'id', 'merged_into', 'created_by', 'created_at'],
  },
  {
    table: 'candidate_search',
    leads: 'candidate',
    erase: 'columns',
    columns: { full_name: `''`, names: `''`, resume: `''` },
    keeps: [...owner, 'stands_for'],
  },
  ...['candidate_contacts', 'candidate_tags', 'candidate_values'].map((table): PersonalTable => ({
    table,
    leads: 'candidate',
    erase: 'rows',
    keeps: [],
  })),
  {
    table: 'candidate_keys',
    leads: 'candidate',
    erase: 'columns',
    columns: { wrapped_key: 'NULL', destroyed_at: 'now()' },
    keeps: [...owner, 'created_at'],
    by: 'assay_erase_candidates',
  },
  {
    table: 'candidate_merges',
    leads: 'candidate',
    erase: 'nothing',
    // `filled` holds names of columns.
    keeps: [...owner, 'id', 'other_id', 'filled', 'merged_by', 'merged_at', 'undone_by', 'undone_at'],
  },
  { table: 'candidate_documents', leads: 'candidate', erase: 'rows', keeps: [], by: 'candidate-documents' },
  {
    table: 'candidate_import_rows',
    leads: 'candidate',
    erase: 'columns',
    columns: {
      content: 'NULL',
      content_key: 'NULL',
      origin: 'NULL',
      name: 'NULL',
      problems: `'[]'`,
      likely: `'{}'`,
      likeness: `'{}'`,
      expected: `'forgotten'`,
      outcome: 'outcome',
    },
    keeps: [...owner, 'import_id', 'position', 'line', 'job_id'],
    by: 'candidate-imports',
  },
  {
    table: 'applications',
    leads: 'candidate',
    erase: 'columns',
    columns: { source: 'NULL' },
    keeps: [
      ...owner,
      'id',
      'job_id',
      'stage_id',
      'status',
      'reason_id',
      'applied_at',
      'entered_stage_at',
      'last_activity_at',
      'created_by',
      'created_at',
      'revision',
    ],
  },
  {
    table: 'application_changes',
    leads: 'application',
    erase: 'columns',
    columns: { sealed_note: 'NULL' },
    keeps: [
      'organization_id',
      'application_id',
      'revision',
      'kind',
      'stage_id',
      'stage_name',
      'status',
      'reason_id',
      'entered_stage_at',
      'change_set_id',
      'made_by',
      'made_at',
    ],
    by: 'assay_erase_candidates',
  },
  {
    table: 'interviews',
    leads: 'application',
    erase: 'columns',
    columns: { place: 'NULL', link: 'NULL', ended_because: 'NULL' },
    keeps: [
      'organization_id',
      'id',
      'application_id',
      'stage_id',
      'version_id',
      'starts_at',
      'ends_at',
      'time_zone',
      'status',
      'sequence',
      'created_by',
      'created_at',
      'updated_at',
      'revision',
    ],
  },
  {
    table: 'panelists',
    leads: 'application',
    erase: 'columns',
    // Nobody owes a scorecard on somebody who is no longer known.
    columns: { owes: 'false', released_at: 'coalesce(released_at, now())', recall_until: 'NULL' },
    keeps: [
      'organization_id',
      'interview_id',
      'user_id',
      'application_id',
      'shadow',
      'owes_since',
      'scorecard_owed_since',
      'opened_at',
      'scorecard_released_at',
      'removed_at',
    ],
  },
  ...evaluationTables,
  {
    table: 'notices',
    leads: 'interview',
    erase: 'nothing',
    keeps: [
      'organization_id',
      'id',
      'user_id',
      'kind',
      'about_user_id',
      'interview_id',
      'starts_at',
      'time_zone',
      'made_at',
      'read_at',
    ],
  },
  {
    table: 'outgoing_mails',
    leads: 'interview',
    erase: 'nothing',
    // Texts are written when they are sent.
    keeps: ['organization_id', 'notice_id', 'attempts', 'next_attempt_at'],
  },
  {
    table: 'reminders',
    leads: 'interview',
    erase: 'nothing',
    keeps: ['organization_id', 'interview_id', 'user_id', 'slot', 'made_at'],
  },
  // Why somebody needs more time may say something about the person.
  { table: 'snoozes', leads: 'interview', erase: 'rows', keeps: [] },
  {
    table: 'legal_holds',
    leads: 'hold',
    erase: 'columns',
    // None stands when somebody is erased, but one may in a backup that is restored.
    columns: {
      reason: `'(erased)'`,
      lift_reason: `'(erased)'`,
      lifted_at: 'coalesce(lifted_at, now())',
    },
    keeps: [...owner, 'id', 'application_id', 'job_id', 'placed_by', 'placed_at', 'lifted_by'],
  },
  { table: 'retention_due', leads: 'candidate', erase: 'rows', keeps: [] },
  { table: 'retention_extensions', leads: 'candidate', erase: 'rows', keeps: [] },
  {
    table: 'erasures',
    leads: 'candidate',
    erase: 'nothing',
    keeps: [
      ...owner,
      'id',
      'number',
      'document_ids',
      'reason',
      'reference',
      'erased_by',
      'erased_at',
      'replayed_at',
    ],
  },
]

/** Tables where a name may stand though no row leads to a candidate: looked through for what was known of the person. */
export const searchedTables: Readonly<Record<string, string>> = {
  idempotency_keys: 'stored answers that hold one of the ids, the name or an address go',
  candidate_imports: 'the name of a file with one résumé goes',
  saved_views: 'views whose name or search holds the full name or an address go',
}

/** Tables that know nothing of candidates, or their ids only, and why that is so. */
export const impersonalTables: Readonly<Record<string, string>> = {
  migrations: 'names of migrations',
  organizations: 'of the organization',
  users: 'of those who work here',
  one_time_links: 'of those who work here',
  sessions: 'of those who work here',
  refresh_tokens: 'of those who work here',
  api_tokens: 'of those who work here',
  setup_links: 'of the installation',
  sign_in_limits: 'hashes of sign-ins',
  audit_events: 'ids, and names of fields; texts about a person are sealed under their key',
  audit_heads: 'hashes',
  areas: 'the question bank',
  competencies: 'the question bank',
  answer_structures: 'the question bank',
  signals: 'the question bank',
  questions: 'the question bank',
  question_competencies: 'the question bank',
  question_structures: 'the question bank',
  level_profiles: 'the question bank',
  level_profile_competencies: 'the question bank',
  interview_templates: 'interview templates',
  interview_template_versions: 'interview templates',
  version_competencies: 'interview templates',
  version_questions: 'interview templates',
  version_structures: 'interview templates',
  version_signals: 'interview templates',
  jobs: 'openings',
  job_stages: 'openings',
  job_stage_templates: 'openings',
  job_team_members: 'openings',
  custom_fields: 'what is asked of candidates, not what they answer',
  rejection_reasons: 'reasons in general',
  measurement_fits: 'ids, levels and figures: whose they are is not known once the candidate is erased',
  retention_rules: 'rules',
  retention_runs: 'days',
}

const OF_CANDIDATE = 'candidate_id = ANY($2::uuid[])'
const OF_APPLICATION = `application_id IN (SELECT a.id FROM applications a
    WHERE a.organization_id = $1 AND a.candidate_id = ANY($2::uuid[]))`

const WHERE: Record<Leads, string> = {
  id: 'id = ANY($2::uuid[])',
  candidate: OF_CANDIDATE,
  application: OF_APPLICATION,
  scorecard: `scorecard_id IN (SELECT s.id FROM scorecards s WHERE s.organization_id = $1 AND s.${OF_APPLICATION})`,
  debrief: `debrief_id IN (SELECT d.id FROM debriefs d WHERE d.organization_id = $1 AND d.${OF_APPLICATION})`,
  decision: `decision_id IN (SELECT d.id FROM decisions d WHERE d.organization_id = $1 AND d.${OF_APPLICATION})`,
  hold: `(${OF_CANDIDATE} OR ${OF_APPLICATION})`,
  interview: `interview_id IN (SELECT i.id FROM interviews i JOIN applications a
      ON a.organization_id = i.organization_id AND a.id = i.application_id
    WHERE i.organization_id = $1 AND a.candidate_id = ANY($2::uuid[]))`,
}

/** What the application redacts itself, one statement for each table; `$1` the organization, `$2` the records. */
export const redactions: readonly string[] = personalTables.flatMap(
  ({ table, leads, erase, columns, by }) => {
    if (by !== undefined || erase === 'nothing') return []
    const where = `organization_id = $1 AND ${WHERE[leads]}`
    if (erase === 'rows') return [`DELETE FROM ${table} WHERE ${where}`]
    const set = Object.entries(columns ?? {}).map(([column, value]) => `${column} = ${value}`)
    return [`UPDATE ${table} SET ${set.join(', ')} WHERE ${where}`]
  },
)
