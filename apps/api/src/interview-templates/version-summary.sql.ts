/** A moment as the contract writes it: JSON made by SQL holds text, not dates. */
const moment = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

export const person = (column: string): string =>
  `(SELECT json_build_object('id', p.id, 'name', p.name) FROM users p
     WHERE p.organization_id = v.organization_id AND p.id = ${column})`

/** A version `v` in one line, as JSON. Minutes that a draft does not put otherwise are those of the bank. */
export const versionSummaryJson = `json_build_object(
  'id', v.id, 'templateId', v.template_id, 'number', v.number, 'status', v.status, 'revision', v.revision,
  'note', v.note, 'durationMinutes', (v.draft ->> 'durationMinutes')::int,
  'minutes', (SELECT coalesce(sum(coalesce(u.minutes, q.minutes)), 0)::int FROM version_questions u
      JOIN questions q ON q.organization_id = u.organization_id AND q.id = u.question_id
     WHERE u.organization_id = v.organization_id AND u.version_id = v.id),
  'questions', (SELECT count(*)::int FROM version_questions u
     WHERE u.organization_id = v.organization_id AND u.version_id = v.id),
  'competencies', (SELECT count(*)::int FROM version_competencies u
     WHERE u.organization_id = v.organization_id AND u.version_id = v.id),
  'createdBy', ${person('v.created_by')}, 'publishedBy', ${person('v.published_by')},
  'createdAt', ${moment('v.created_at')}, 'updatedAt', ${moment('v.updated_at')},
  'submittedAt', ${moment('v.submitted_at')}, 'publishedAt', ${moment('v.published_at')},
  'retiredAt', ${moment('v.retired_at')})`
