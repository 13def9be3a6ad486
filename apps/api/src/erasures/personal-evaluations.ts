import type { PersonalTable } from './personal-table.ts'

/**
 * What interviewers wrote. Notes, evidence, summaries and reasons are sealed: without the candidate's key nobody reads
 * them, and the rows stay as they were submitted.
 */
export const evaluationTables: readonly PersonalTable[] = [
  {
    table: 'scorecards',
    leads: 'application',
    erase: 'nothing',
    keeps: [
      'organization_id',
      'id',
      'interview_id',
      'user_id',
      'application_id',
      'status',
      'after_seeing_others',
      'submitted_at',
      'revision_number',
      'recalled_through',
      'recommendation',
      'confidence',
      'created_at',
    ],
  },
  {
    table: 'scorecard_drafts',
    leads: 'scorecard',
    erase: 'nothing',
    keeps: ['organization_id', 'scorecard_id', 'user_id', 'sealed_draft', 'saved_at', 'revision'],
  },
  {
    table: 'scorecard_revisions',
    leads: 'scorecard',
    erase: 'nothing',
    keeps: [
      'organization_id',
      'scorecard_id',
      'number',
      'sealed_content',
      'sealed_reason',
      'recommendation',
      'confidence',
      'after_seeing_others',
      'draft_revision',
      'submitted_at',
    ],
  },
  {
    table: 'ratings',
    leads: 'scorecard',
    erase: 'nothing',
    keeps: ['organization_id', 'scorecard_id', 'revision_number', 'competency_id', 'level'],
  },
  {
    table: 'hand_offs',
    leads: 'application',
    erase: 'nothing',
    keeps: [
      'organization_id',
      'scorecard_id',
      'user_id',
      'interview_id',
      'application_id',
      'covered',
      'not_reached',
      'handed_over_at',
    ],
  },
  {
    table: 'scorecard_sights',
    leads: 'application',
    erase: 'nothing',
    keeps: ['organization_id', 'application_id', 'user_id', 'first_seen_at'],
  },
  {
    table: 'glass_breaks',
    leads: 'application',
    erase: 'nothing',
    keeps: ['organization_id', 'application_id', 'user_id', 'sealed_reason', 'broken_at'],
  },
  {
    table: 'scorecard_reopenings',
    leads: 'scorecard',
    erase: 'nothing',
    keeps: [
      'organization_id',
      'id',
      'scorecard_id',
      'asked_by',
      'sealed_reason',
      'asked_at',
      'status',
      'answered_by',
      'answered_at',
      'sealed_answer',
      'revision_number',
    ],
  },
]
