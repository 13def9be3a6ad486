import type { InterviewStatus, Role, Scorecard, ScorecardRevision, VersionContent } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { BlindFacts } from './blindness.rules.ts'
import { IS_TOO_OLD, type ReopeningRow } from './reopenings.queries.ts'

export interface SubmittedRow extends Omit<Scorecard, 'revisions' | 'submittedAt' | 'reopening' | 'may'> {
  submittedAt: Date
  /** Its author may still take it back. */
  isRecallable: boolean
  interviewStatus: InterviewStatus
  authorOnPanel: boolean
  candidateIsErased: boolean
  /** The last request to reopen it. */
  reopening: ReopeningRow | null
  candidateId: string
  wrappedKey: Buffer | null
  facts: BlindFacts
  versionId: string
  startsAt: Date
  template: string
  versionNumber: number
  kit: VersionContent
  revisions: (Pick<ScorecardRevision, 'number' | 'afterSeeingOthers' | 'reopened'> & {
    submittedAt: string
    sealedContent: string
    sealedReason: string | null
  })[]
}

/**
 * Seats of an application that keep somebody, $2 unless said otherwise, from reading what others wrote: their own, and
 * where the job `j` waits for all, those of everybody who counts and was not read yet. Not those whose scorecards were
 * owed by the time they broke the glass.
 */
export const heldBackBy = (applicationId: string, person = '$2'): string => `panelists w
   WHERE w.organization_id = $1 AND w.application_id = ${applicationId} AND w.owes
     AND (w.user_id = ${person}
       OR (NOT w.shadow AND w.scorecard_released_at IS NULL AND j.blind_until = 'all_submitted'))
     AND NOT EXISTS (SELECT FROM glass_breaks g WHERE g.organization_id = w.organization_id
       AND g.application_id = w.application_id AND g.user_id = ${person} AND g.broken_at >= w.scorecard_owed_since)`

/** $2 is who asks. */
const FACTS = `json_build_object(
  'isAuthor', s.user_id = $2, 'isReleased', p.scorecard_released_at IS NOT NULL,
  'owes', EXISTS (SELECT FROM panelists w WHERE w.organization_id = s.organization_id
     AND w.application_id = s.application_id AND w.user_id = $2 AND w.owes),
  'waitsForAll', j.blind_until = 'all_submitted' AND EXISTS (SELECT FROM panelists w
     WHERE w.organization_id = s.organization_id AND w.application_id = s.application_id
       AND w.owes AND NOT w.shadow AND w.scorecard_released_at IS NULL),
  'brokeTheGlass', EXISTS (SELECT FROM glass_breaks g WHERE g.organization_id = s.organization_id
     AND g.application_id = s.application_id AND g.user_id = $2)
     AND NOT EXISTS (SELECT FROM ${heldBackBy('s.application_id')}),
  'role', (SELECT r.role FROM users r WHERE r.organization_id = s.organization_id AND r.id = $2),
  'onPanel', EXISTS (SELECT FROM panelists w WHERE w.organization_id = s.organization_id
     AND w.application_id = s.application_id AND w.user_id = $2 AND w.removed_at IS NULL),
  'onHiringTeam', EXISTS (SELECT FROM job_team_members m WHERE m.organization_id = a.organization_id
     AND m.job_id = a.job_id AND m.user_id = $2),
  'isTheCandidate', EXISTS (SELECT FROM candidate_contacts o JOIN users r
     ON r.organization_id = o.organization_id AND r.email = o.value AND r.id = $2
     WHERE o.organization_id = a.organization_id AND o.candidate_id = a.candidate_id AND o.medium = 'email'))`

/** Why a reopened one was to be written anew are somebody else's words: whoever owes reads only what they asked themselves. */
const mayKnowWhy = (askedBy: string): string => `(${askedBy} = $2 OR NOT EXISTS (SELECT FROM panelists w
  WHERE w.organization_id = s.organization_id AND w.application_id = s.application_id AND w.user_id = $2 AND w.owes))`

const REOPENING = `(SELECT json_build_object('id', o.id,
      'status', CASE WHEN o.status = 'asked' AND ${IS_TOO_OLD} THEN 'expired' ELSE o.status END,
      'askedBy', json_build_object('id', q.id, 'name', q.name), 'askedAt', o.asked_at,
      'answeredBy', CASE WHEN n.id IS NOT NULL THEN json_build_object('id', n.id, 'name', n.name) END,
      'answeredAt', o.answered_at,
      'sealedReason', CASE WHEN ${mayKnowWhy('o.asked_by')} THEN o.sealed_reason END,
      'sealedAnswer', CASE WHEN ${mayKnowWhy('o.answered_by')} THEN o.sealed_answer END)
    FROM scorecard_reopenings o
    JOIN users q ON q.organization_id = o.organization_id AND q.id = o.asked_by
    LEFT JOIN users n ON n.organization_id = o.organization_id AND n.id = o.answered_by
   WHERE o.organization_id = s.organization_id AND o.scorecard_id = s.id ORDER BY o.asked_at DESC LIMIT 1)`

/** What was taken back was never anything. */
const REVISIONS = `(SELECT coalesce(json_agg(json_build_object('number', v.number - s.recalled_through,
      'submittedAt', v.submitted_at, 'afterSeeingOthers', v.after_seeing_others,
      'reopened', o.id IS NOT NULL, 'sealedContent', v.sealed_content,
      'sealedReason', coalesce(v.sealed_reason, CASE WHEN ${mayKnowWhy('o.asked_by')} THEN o.sealed_reason END))
      ORDER BY v.number DESC), '[]')
    FROM scorecard_revisions v
    LEFT JOIN scorecard_reopenings o ON o.organization_id = v.organization_id AND o.scorecard_id = v.scorecard_id
     AND o.revision_number = v.number
   WHERE v.organization_id = s.organization_id AND v.scorecard_id = s.id
     AND v.number > s.recalled_through)`

const SUBMITTED = `
  SELECT s.id, s.application_id AS "applicationId", s.interview_id AS "interviewId",
         json_build_object('id', u.id, 'name', u.name) AS author, p.shadow, s.status,
         s.after_seeing_others AS "afterSeeingOthers", s.submitted_at AS "submittedAt",
         a.candidate_id AS "candidateId", k.wrapped_key AS "wrappedKey", ${FACTS} AS facts,
         i.starts_at AS "startsAt", t.name AS template, v.number AS "versionNumber", v.content AS kit,
         v.id AS "versionId", ${REVISIONS} AS revisions, p.recall_until IS NOT NULL AS "isRecallable",
         p.owes AND p.scorecard_released_at IS NOT NULL AS reopened, p.removed_at IS NULL AS "authorOnPanel",
         i.status AS "interviewStatus", c.erased_at IS NOT NULL AS "candidateIsErased", ${REOPENING} AS reopening
    FROM scorecards s
    JOIN panelists p ON p.organization_id = s.organization_id AND p.interview_id = s.interview_id
     AND p.user_id = s.user_id
    JOIN users u ON u.organization_id = s.organization_id AND u.id = s.user_id
    JOIN interviews i ON i.organization_id = s.organization_id AND i.id = s.interview_id
    JOIN interview_template_versions v ON v.organization_id = i.organization_id AND v.id = i.version_id
    JOIN interview_templates t ON t.organization_id = v.organization_id AND t.id = v.template_id
    JOIN applications a ON a.organization_id = s.organization_id AND a.id = s.application_id
    JOIN candidates c ON c.organization_id = a.organization_id AND c.id = a.candidate_id
    JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
    LEFT JOIN candidate_keys k ON k.organization_id = a.organization_id AND k.candidate_id = a.candidate_id
   WHERE s.organization_id = $1 AND s.status = 'submitted'`

/** What of an application somebody may look at, apart from what they owe. */
export interface ApplicationFacts {
  candidateId: string
  candidate: { id: string; name: string }
  job: { id: string; title: string }
  role: Role
  owes: boolean
  /** Whoever asks owes, and reads on all the same. */
  brokeTheGlass: boolean
}

export interface PrintedFacts {
  organization: string
  phones: string[]
  links: string[]
}

@Injectable()
export class ScorecardReadingQueries {
  constructor(private readonly work: UnitOfWork) {}

  async one(id: string): Promise<SubmittedRow | null> {
    const [row] = await this.work.query<SubmittedRow>(`${SUBMITTED} AND s.id = $3`, this.asking(id))
    return row ?? null
  }

  ofApplication(applicationId: string): Promise<SubmittedRow[]> {
    return this.work.query<SubmittedRow>(
      `${SUBMITTED} AND s.application_id = $3 ORDER BY i.starts_at, p.shadow, u.name, s.id`,
      this.asking(applicationId),
    )
  }

  /** Null where whoever asks may not know of the application at all. */
  async application(id: string): Promise<ApplicationFacts | null> {
    const [row] = await this.work.query<ApplicationFacts>(
      `SELECT a.candidate_id AS "candidateId", json_build_object('id', c.id, 'name', c.name) AS candidate,
              json_build_object('id', j.id, 'title', j.title) AS job,
              (SELECT r.role FROM users r WHERE r.organization_id = $1 AND r.id = $2) AS role,
              EXISTS (SELECT FROM panelists w WHERE w.organization_id = $1 AND w.application_id = a.id
                 AND w.user_id = $2 AND w.owes) AS owes,
              EXISTS (SELECT FROM glass_breaks g WHERE g.organization_id = $1 AND g.application_id = a.id
                 AND g.user_id = $2) AND NOT EXISTS (SELECT FROM ${heldBackBy('a.id')}) AS "brokeTheGlass"
         FROM seen_applications a
         JOIN candidate_search f ON f.organization_id = a.organization_id AND f.candidate_id = a.candidate_id
         JOIN candidates c ON c.organization_id = f.organization_id AND c.id = f.stands_for
         JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
        WHERE a.organization_id = $1 AND a.id = $3
          AND (EXISTS (SELECT FROM users r WHERE r.organization_id = $1 AND r.id = $2 AND r.role IN ('admin', 'recruiter'))
            OR EXISTS (SELECT FROM panelists w WHERE w.organization_id = $1 AND w.application_id = a.id
                 AND w.user_id = $2 AND w.removed_at IS NULL)
            OR EXISTS (SELECT FROM job_team_members m JOIN users r
                 ON r.organization_id = m.organization_id AND r.id = m.user_id AND r.role = 'hiring_manager'
                 WHERE m.organization_id = $1 AND m.job_id = a.job_id AND m.user_id = $2))`,
      this.asking(id),
    )
    return row ?? null
  }

  /** What a document of an application says besides, and how to reach the candidate, so that they can be withheld. */
  async printing(applicationId: string): Promise<PrintedFacts> {
    const [row] = await this.work.query<PrintedFacts>(
      `SELECT o.name AS organization, ARRAY(SELECT k.value FROM candidate_contacts k
          WHERE k.organization_id = a.organization_id AND k.candidate_id = a.candidate_id AND k.medium = 'phone') AS phones,
              ARRAY(SELECT k.value FROM candidate_contacts k WHERE k.organization_id = a.organization_id
                AND k.candidate_id = a.candidate_id AND k.medium = 'link') AS links
         FROM applications a JOIN organizations o ON o.id = a.organization_id
        WHERE a.organization_id = $1 AND a.id = $2`,
      [this.work.tenant.organizationId, applicationId],
    )
    if (!row) throw new Error('An application that was read is there.')
    return row
  }

  /** What they write on this application from now on is written after seeing others. */
  async noteSight(applicationId: string): Promise<void> {
    const { organizationId, userId } = this.work.tenant
    await this.work.query(
      `INSERT INTO scorecard_sights (organization_id, application_id, user_id) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING`,
      [organizationId, applicationId, userId],
    )
  }

  private asking(id: string): unknown[] {
    const { organizationId, userId } = this.work.tenant
    return [organizationId, userId, id]
  }
}
