import {
  type Decision as Answer,
  type DecisionOutcome,
  type DecisionSnapshot,
  type ListQuery,
  type Page,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { Approver, DecidingFacts } from './decision.rules.ts'

export type DecisionFilter = Partial<{ applicationId: string; jobId: string; outcome: DecisionOutcome }>

interface Named {
  id: string
  name: string
}

/** An application that whoever asks may decide about, or read decisions about. */
export interface DecidedApplication extends DecidingFacts {
  id: string
  candidateId: string
  groups: { needed: number; people: Approver[] }[]
  /** Of the level profile, in its order; none where the job has no profile. */
  profile: Named[]
  /** Whoever is on a panel of it or on the job's team. */
  people: Named[]
  /** Whose fair scores the comparison of the job shows to whoever asks. */
  fit: DecisionSnapshot['fit']
}

export interface DecisionRow extends Pick<
  Answer,
  'id' | 'applicationId' | 'candidate' | 'job' | 'outcome' | 'state' | 'reason' | 'replaces' | 'replacedBy'
> {
  candidateId: string
  wrappedKey: Buffer | null
  sealedWords: string
  snapshot: string
  snapshotHash: string
  madeBy: Named
  madeAt: Date
  decidedAt: string | null
  answers: { kind: 'approved' | 'refused'; person: Named; sealedReason: string | null; madeAt: string }[]
  groups: { needed: number; people: Approver[] }[]
}

const IS_THE_CANDIDATE = (userId: string): string => `EXISTS (SELECT FROM candidate_contacts k JOIN users e
    ON e.organization_id = k.organization_id AND e.email = k.value AND e.id = ${userId}
   WHERE k.organization_id = a.organization_id AND k.candidate_id = a.candidate_id AND k.medium = 'email')`

const ON_TEAM = (userId: string): string => `EXISTS (SELECT FROM job_team_members m
   WHERE m.organization_id = a.organization_id AND m.job_id = a.job_id AND m.user_id = ${userId})`

const WAITS_FOR_ALL = `(j.blind_until = 'all_submitted' AND EXISTS (SELECT FROM panelists w
    WHERE w.organization_id = a.organization_id AND w.application_id = a.id AND w.owes AND NOT w.shadow
      AND w.scorecard_released_at IS NULL))`

/** Applications about whose decisions $2 may know: whoever owes on one, or is the candidate, finds nothing. */
const KNOWS = `NOT EXISTS (SELECT FROM panelists w WHERE w.organization_id = a.organization_id
     AND w.application_id = a.id AND w.user_id = $2 AND w.owes)
   AND NOT ${IS_THE_CANDIDATE('$2')}
   AND EXISTS (SELECT FROM users u WHERE u.organization_id = $1 AND u.id = $2
     AND (u.role IN ('admin', 'recruiter') OR (u.role = 'hiring_manager' AND ${ON_TEAM('$2')})))`

const GROUPS = `(SELECT coalesce(json_agg(json_build_object('needed', (g.value ->> 'needed')::int, 'people',
      (SELECT json_agg(json_build_object('id', u.id, 'name', u.name, 'isActive', u.status <> 'disabled',
           'role', u.role, 'onHiringTeam', ${ON_TEAM('u.id')}, 'isTheCandidate', ${IS_THE_CANDIDATE('u.id')})
           ORDER BY u.name, u.id)
         FROM users u WHERE u.organization_id = a.organization_id
          AND u.id IN (SELECT p.id::uuid FROM jsonb_array_elements_text(g.value -> 'userIds') AS p(id))))
      ORDER BY g.position), '[]')
    FROM jsonb_array_elements(j.approval_groups) WITH ORDINALITY AS g(value, position))`

const DECIDED_AT = (alias: string): string => `coalesce(${alias}.decided_at, (SELECT w.made_at
    FROM decision_answers w WHERE w.organization_id = ${alias}.organization_id AND w.decision_id = ${alias}.id
     AND w.completes))`

const REPLACED_BY = `(SELECT r.id FROM decisions r WHERE r.organization_id = d.organization_id
    AND r.replaces_id = d.id AND ${DECIDED_AT('r')} IS NOT NULL)`

const STATE = `CASE
    WHEN EXISTS (SELECT FROM decision_answers w WHERE w.organization_id = d.organization_id
      AND w.decision_id = d.id AND w.kind = 'refused') THEN 'refused'
    WHEN ${DECIDED_AT('d')} IS NULL THEN 'waiting'
    WHEN ${REPLACED_BY} IS NOT NULL THEN 'superseded' ELSE 'decided' END`

const COLUMNS = `d.id, d.application_id AS "applicationId", json_build_object('id', c.id, 'name', c.name) AS candidate,
  json_build_object('id', j.id, 'title', j.title) AS job, d.outcome, ${STATE} AS state,
  (SELECT json_build_object('id', r.id, 'name', r.name) FROM rejection_reasons r
    WHERE r.organization_id = d.organization_id AND r.id = d.reason_id) AS reason,
  d.replaces_id AS replaces, ${REPLACED_BY} AS "replacedBy", a.candidate_id AS "candidateId",
  k.wrapped_key AS "wrappedKey", d.sealed_words AS "sealedWords", d.snapshot, d.snapshot_hash AS "snapshotHash",
  json_build_object('id', u.id, 'name', u.name) AS "madeBy", d.made_at AS "madeAt",
  ${DECIDED_AT('d')} AS "decidedAt", ${GROUPS} AS groups,
  (SELECT coalesce(json_agg(json_build_object('kind', w.kind, 'person', json_build_object('id', q.id, 'name', q.name),
          'sealedReason', w.sealed_reason, 'madeAt', w.made_at) ORDER BY w.made_at, q.id), '[]')
     FROM decision_answers w JOIN users q ON q.organization_id = w.organization_id AND q.id = w.user_id
    WHERE w.organization_id = d.organization_id AND w.decision_id = d.id) AS answers`

const FROM = `FROM decisions d
  JOIN applications a ON a.organization_id = d.organization_id AND a.id = d.application_id
  JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
  JOIN candidate_search f ON f.organization_id = a.organization_id AND f.candidate_id = a.candidate_id
  JOIN candidates c ON c.organization_id = f.organization_id AND c.id = f.stands_for
  JOIN users u ON u.organization_id = d.organization_id AND u.id = d.made_by
  LEFT JOIN candidate_keys k ON k.organization_id = a.organization_id AND k.candidate_id = a.candidate_id
 WHERE d.organization_id = $1 AND ${KNOWS} AND NOT ${WAITS_FOR_ALL}`

const CONDITIONS: Record<keyof DecisionFilter, string> = {
  applicationId: 'd.application_id',
  jobId: 'a.job_id',
  outcome: 'd.outcome',
}

/** Decisions as whoever asks may see them, and what the rules ask before one is made. */
/** The last that said something, where fair scores are on; its policy keeps it from whoever owes in the family. */
const SHOWN_FIT = `(SELECT json_build_object('id', f.id, 'modelVersion', f.model_version)
    FROM (SELECT * FROM measurement_fits m WHERE m.organization_id = $1 AND m.job_id = j.id
             AND m.status IN ('done', 'refused') ORDER BY m.taken_at DESC, m.id DESC LIMIT 1) f
   WHERE f.status = 'done' AND j.fair_scores = 'on')`

@Injectable()
export class DecisionsQueries {
  constructor(private readonly work: UnitOfWork) {}

  async page({ sort, range, filter }: ListQuery<string, DecisionFilter>): Promise<Page<DecisionRow>> {
    const [first, last] = range
    const values = this.asking()
    const wanted = Object.entries(filter)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `AND ${CONDITIONS[name as keyof DecisionFilter]} = $${values.push(value)}`)
      .join(' ')
    const way = sort[1] === 'ASC' ? 'ASC' : 'DESC'
    const rows = await this.work.query<DecisionRow>(
      `SELECT ${COLUMNS} ${FROM} ${wanted} ORDER BY d.made_at ${way}, d.id ${way}
        LIMIT ${last - first + 1} OFFSET ${first}`,
      values,
    )
    const [count] = await this.work.query<{ total: number }>(
      `SELECT count(*)::int AS total ${FROM} ${wanted}`,
      values,
    )
    return { rows, total: count?.total ?? 0 }
  }

  async one(id: string): Promise<DecisionRow | null> {
    const [row] = await this.work.query<DecisionRow>(`SELECT ${COLUMNS} ${FROM} AND d.id = $3`, [
      ...this.asking(),
      id,
    ])
    return row ?? null
  }

  /** Against other decisions and commands about it, until the transaction ends. Read after it, never before. */
  async lock(applicationId: string): Promise<void> {
    await this.work.query(
      'SELECT FROM applications WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE',
      [this.work.tenant.organizationId, applicationId],
    )
  }

  /** Null where whoever asks may know nothing of decisions about it. */
  async application(id: string): Promise<DecidedApplication | null> {
    const [row] = await this.work.query<DecidedApplication>(
      `SELECT a.id, a.status, a.candidate_id AS "candidateId", c.erased_at IS NOT NULL AS "candidateIsErased",
              ${WAITS_FOR_ALL} AS "waitsForAll", ${GROUPS} AS groups,
              EXISTS (SELECT FROM decisions d WHERE d.organization_id = $1 AND d.application_id = a.id
                 AND ${STATE} = 'waiting') AS "isWaiting",
              (SELECT json_build_object('outcome', d.outcome, 'madeBy', u.name) FROM decisions d
                 JOIN users u ON u.organization_id = d.organization_id AND u.id = d.made_by
                WHERE d.organization_id = $1 AND d.application_id = a.id AND d.outcome <> 'continue'
                  AND ${STATE} = 'decided' ORDER BY d.made_at DESC LIMIT 1) AS counts,
              (SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY l.position), '[]')
                 FROM level_profile_competencies l
                 JOIN competencies o ON o.organization_id = l.organization_id AND o.id = l.competency_id
                WHERE l.organization_id = $1 AND l.level_profile_id = j.level_profile_id) AS profile,
              (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name)), '[]') FROM users u
                WHERE u.organization_id = $1 AND (${ON_TEAM('u.id')} OR EXISTS (SELECT FROM panelists p
                  WHERE p.organization_id = $1 AND p.application_id = a.id AND p.user_id = u.id))) AS people,
              ${SHOWN_FIT} AS fit
         FROM applications a
         JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
         JOIN candidate_search f ON f.organization_id = a.organization_id AND f.candidate_id = a.candidate_id
         JOIN candidates c ON c.organization_id = f.organization_id AND c.id = f.stands_for
        WHERE a.organization_id = $1 AND ${KNOWS} AND a.id = $3`,
      [...this.asking(), id],
    )
    return row ?? null
  }

  /**
   * The last meeting about an application, to which notices belong, and who of these people may be told of a decision about
   * it. Null where there was none.
   */
  async meetingOf(
    applicationId: string,
    people: readonly string[],
  ): Promise<{ id: string; startsAt: Date; timeZone: string; readers: string[] } | null> {
    const [row] = await this.work.query<{ id: string; startsAt: Date; timeZone: string; readers: string[] }>(
      `SELECT i.id, i.starts_at AS "startsAt", i.time_zone AS "timeZone",
              ARRAY(SELECT u.id FROM users u WHERE u.organization_id = $1 AND u.id = ANY($3::uuid[])
                AND u.status = 'active' AND NOT EXISTS (SELECT FROM panelists w WHERE w.organization_id = $1
                  AND w.application_id = i.application_id AND w.user_id = u.id AND w.owes)) AS readers
         FROM interviews i WHERE i.organization_id = $1 AND i.application_id = $2
        ORDER BY i.starts_at DESC, i.id DESC LIMIT 1`,
      [this.work.tenant.organizationId, applicationId, people],
    )
    return row ?? null
  }

  /** The last decision about the application of an interview, as far as whoever asks may know of it. */
  async lastOf(interviewId: string): Promise<DecisionRow | null> {
    const [row] = await this.work.query<DecisionRow>(
      `SELECT ${COLUMNS} ${FROM} AND d.application_id = (SELECT i.application_id FROM interviews i
          WHERE i.organization_id = $1 AND i.id = $3) ORDER BY d.made_at DESC, d.id DESC LIMIT 1`,
      [...this.asking(), interviewId],
    )
    return row ?? null
  }

  async versionsOf(interviewIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.work.query<{ id: string; versionId: string }>(
      'SELECT id, version_id AS "versionId" FROM interviews WHERE organization_id = $1 AND id = ANY($2::uuid[])',
      [this.work.tenant.organizationId, interviewIds],
    )
    return new Map(rows.map(({ id, versionId }) => [id, versionId]))
  }

  /** Names of competencies and people that a decision's words speak of. */
  async names(competencyIds: readonly string[], userIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.work.query<Named>(
      `SELECT id, name FROM competencies WHERE organization_id = $1 AND id = ANY($2::uuid[])
       UNION ALL SELECT id, name FROM users WHERE organization_id = $1 AND id = ANY($3::uuid[])`,
      [this.work.tenant.organizationId, competencyIds, userIds],
    )
    return new Map(rows.map(({ id, name }) => [id, name]))
  }

  private asking(): unknown[] {
    const { organizationId, userId } = this.work.tenant
    return [organizationId, userId]
  }
}
