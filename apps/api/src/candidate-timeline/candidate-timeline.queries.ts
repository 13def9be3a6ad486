import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'

/** As SQL gives it: what is particular to what it is about, and when. */
export interface TimelineRow {
  id: string
  at: Date
  about: string
  kind: string
  by: { id: string; name: string } | null
}

interface Asked {
  /** Everybody who is this person by now. */
  candidateIds: readonly string[]
  seesAll: boolean
  cursor: string | undefined
  limit: number
}

/*
 * Each source gives: at, key, about, kind, actor, facts. A key tells entries of one moment apart. It holds no number of the
 * audit record: those count what others did meanwhile.
 * $1 organization, $2 who asks, $3 ids of the candidate, $4 whether whoever asks sees all applications.
 */

const onTeam = `EXISTS (SELECT FROM job_team_members m
  WHERE m.organization_id = a.organization_id AND m.job_id = a.job_id AND m.user_id = $2)`

const onPanel = `EXISTS (SELECT FROM panelists p WHERE p.organization_id = i.organization_id
  AND p.interview_id = i.id AND p.user_id = $2 AND p.removed_at IS NULL)`

const owingSince = (moment: string): string => `EXISTS (SELECT FROM panelists w
  WHERE w.organization_id = i.organization_id AND w.application_id = i.application_id AND w.user_id = $2
    AND w.owes AND ${moment})`

const verbOf = `split_part(e.action, '.', 2)`

const audited = (subject: string, verbs: readonly string[]): string => {
  const actions = verbs.map((verb) => `'${subject}.${verb}'`).join(', ')
  return `e.action IN (${actions})`
}

/** Merges are for those who see all candidates, as on the page. */
const CANDIDATES = `
  SELECT e.at, 'c:' || e.subject_id || ':' || ${verbOf} AS key, 'candidate' AS about,
         ${verbOf} AS kind, e.actor_id AS actor,
         json_build_object('fields', coalesce(e.canonical::jsonb #> '{details,fields}', '[]'::jsonb),
           'other', (SELECT json_build_object('id', o.id, 'name', o.name) FROM candidates o
              WHERE o.organization_id = e.organization_id
                AND o.id = (e.canonical::jsonb #>> '{details,otherId}')::uuid)) AS facts
    FROM audit_events e
   WHERE e.organization_id = $1 AND e.subject_id = ANY($3::uuid[])
     AND (${audited('candidate', ['created', 'updated', 'erased'])}
       OR $4 AND ${audited('candidate', ['merged', 'unmerged'])})`

/** Of an application that is held back, up to where the view shows it. */
const APPLICATIONS = `
  SELECT h.made_at, 'a:' || h.application_id || ':' || lpad(h.revision::text, 9, '0'), 'application', h.kind, h.made_by,
         json_build_object('application', json_build_object('id', a.id, 'jobTitle', j.title),
           'stage', h.stage_name, 'reason', r.name)
    FROM seen_applications a
    JOIN application_changes h ON h.organization_id = a.organization_id AND h.application_id = a.id
     AND h.revision <= a.revision
    JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
    LEFT JOIN rejection_reasons r ON r.organization_id = h.organization_id AND r.id = h.reason_id
   WHERE a.organization_id = $1 AND a.candidate_id = ANY($3::uuid[]) AND ($4 OR ${onTeam})`

const INTERVIEWS = `
    FROM seen_applications a
    JOIN interviews i ON i.organization_id = a.organization_id AND i.application_id = a.id
    JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
    JOIN interview_template_versions v ON v.organization_id = i.organization_id AND v.id = i.version_id
    JOIN interview_templates t ON t.organization_id = v.organization_id AND t.id = v.template_id`

const IN_SIGHT = `a.organization_id = $1 AND a.candidate_id = ANY($3::uuid[]) AND ($4 OR ${onTeam} OR ${onPanel})`

const interviewFacts = `json_build_object('interview',
  json_build_object('id', i.id, 'template', t.name, 'jobTitle', j.title))`

/** Whoever owes knows of their own interviews, and of others what had happened when they were put on the panel. */
const INTERVIEW_COMMANDS = `
  SELECT e.at, 'i:' || e.subject_id || ':' || ${verbOf}, 'interview', ${verbOf}, e.actor_id,
         ${interviewFacts} ${INTERVIEWS}
    JOIN audit_events e ON e.organization_id = i.organization_id AND e.subject_id = i.id
     AND ${audited('interview', ['scheduled', 'changed', 'cancelled', 'did_not_happen'])}
   WHERE ${IN_SIGHT}
     AND (${onPanel} OR NOT ${owingSince('(i.created_at > w.owes_since OR e.at > w.owes_since)')})`

/** That others' interviews were held is not told to whoever owes: it would stop being so when one is called off. */
const INTERVIEWS_HELD = `
  SELECT i.ends_at, 'i:' || i.id || ':held', 'interview', 'held', NULL::uuid, ${interviewFacts} ${INTERVIEWS}
   WHERE ${IN_SIGHT} AND i.status = 'scheduled' AND i.ends_at <= now()
     AND (${onPanel} OR NOT ${owingSince('true')})`

const DOCUMENTS = `
  SELECT e.at, 'd:' || e.subject_id || ':' || ${verbOf}, 'document', ${verbOf}, e.actor_id,
         json_build_object('document', json_build_object('id', d.id, 'name', d.name))
    FROM candidate_documents d
    JOIN audit_events e ON e.organization_id = d.organization_id AND e.subject_id = d.id
     AND ${audited('candidate_document', ['added', 'removed', 'restored', 'suggestions_accepted'])}
   WHERE d.organization_id = $1 AND d.candidate_id = ANY($3::uuid[])`

const SOURCES = [CANDIDATES, APPLICATIONS, INTERVIEW_COMMANDS, INTERVIEWS_HELD, DOCUMENTS].join(' UNION ALL ')

@Injectable()
export class CandidateTimelineQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** The newest first, from after the cursor on. */
  async page({ candidateIds, seesAll, cursor, limit }: Asked): Promise<TimelineRow[]> {
    const { organizationId, userId } = this.work.tenant
    const [moment, key] = cursor?.split('~') ?? [null, null]
    const rows = await this.work.query<TimelineRow & { facts: object }>(
      `SELECT to_char(x.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '~' || x.key AS id, x.at, x.about,
              x.kind, CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS by, x.facts
         FROM (${SOURCES}) x
         LEFT JOIN users u ON u.organization_id = $1 AND u.id = x.actor
        WHERE $5::timestamptz IS NULL OR (x.at, x.key) < ($5::timestamptz, $6::text COLLATE "C")
        ORDER BY x.at DESC, x.key COLLATE "C" DESC LIMIT $7`,
      [organizationId, userId, candidateIds, seesAll, moment, key, limit],
    )
    return rows.map(({ facts, ...row }) => ({ ...row, ...facts }))
  }
}
