import type { Recommendation, VotePhase } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'

interface Named {
  id: string
  name: string
}

/** An application whose debrief whoever asks takes part in. */
export interface DebriefedApplication {
  id: string
  candidateId: string
  wrappedKey: Buffer | null
  candidateIsErased: boolean
  candidate: Named
  job: { id: string; title: string }
  asksWhileOwing: boolean
  waitsForAll: boolean
  leads: boolean
  /** Panelists who count and have not submitted for the first time. */
  owing: Named[]
  /** Panelists who count and have. */
  submitted: Named[]
  hiringManagers: Named[]
}

export interface DebriefRow {
  id: string
  applicationId: string
  sealedNotes: string | null
  revision: number
  votedBefore: string[]
  talkingSince: Date | null
  closedAt: Date | null
}

/** The last of somebody in a phase. */
export interface VoteRow {
  phase: VotePhase
  person: Named
  value: Recommendation
  castAt: Date
  changes: number
}

const SEATS = (
  condition: string,
): string => `(SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name)
      ORDER BY u.name, u.id), '[]') FROM users u
    WHERE u.organization_id = a.organization_id AND EXISTS (SELECT FROM panelists w
      WHERE w.organization_id = a.organization_id AND w.application_id = a.id AND w.user_id = u.id AND NOT w.shadow
        AND ${condition}))`

const ON_TEAM = (userId: string): string => `EXISTS (SELECT FROM job_team_members m
   WHERE m.organization_id = a.organization_id AND m.job_id = a.job_id AND m.user_id = ${userId})`

const IS_THE_CANDIDATE = (userId: string): string => `EXISTS (SELECT FROM candidate_contacts k JOIN users e
    ON e.organization_id = k.organization_id AND e.email = k.value AND e.id = ${userId}
   WHERE k.organization_id = a.organization_id AND k.candidate_id = a.candidate_id AND k.medium = 'email')`

const LEADS = `(r.role IN ('admin', 'recruiter') OR (r.role = 'hiring_manager' AND ${ON_TEAM('r.id')}))`

const COLUMNS = `d.id, d.application_id AS "applicationId", d.sealed_notes AS "sealedNotes", d.revision,
  d.voted_before AS "votedBefore", d.talking_since AS "talkingSince", d.closed_at AS "closedAt"`

/** Debriefs as whoever asks takes part in them. Joins the caller's unit of work. */
@Injectable()
export class DebriefsQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** Null where whoever asks may not know of the application, and where they are the candidate. */
  async application(id: string): Promise<DebriefedApplication | null> {
    const { organizationId, userId } = this.work.tenant
    const [row] = await this.work.query<DebriefedApplication>(
      `SELECT a.id, a.candidate_id AS "candidateId", k.wrapped_key AS "wrappedKey",
              c.erased_at IS NOT NULL AS "candidateIsErased",
              json_build_object('id', c.id, 'name', c.name) AS candidate,
              json_build_object('id', j.id, 'title', j.title) AS job,
              EXISTS (SELECT FROM panelists w WHERE w.organization_id = $1 AND w.application_id = a.id
                AND w.user_id = $2 AND w.owes) AS "asksWhileOwing",
              j.blind_until = 'all_submitted' AS "waitsForAll", ${LEADS} AS leads,
              ${SEATS('w.owes AND w.scorecard_released_at IS NULL')} AS owing,
              ${SEATS('w.scorecard_released_at IS NOT NULL')} AS submitted,
              (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) ORDER BY u.name, u.id), '[]')
                 FROM users u WHERE u.organization_id = $1 AND u.role = 'hiring_manager' AND u.status = 'active'
                  AND ${ON_TEAM('u.id')} AND NOT ${IS_THE_CANDIDATE('u.id')}) AS "hiringManagers"
         FROM seen_applications a
         JOIN users r ON r.organization_id = a.organization_id AND r.id = $2
         JOIN candidate_search f ON f.organization_id = a.organization_id AND f.candidate_id = a.candidate_id
         JOIN candidates c ON c.organization_id = f.organization_id AND c.id = f.stands_for
         JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
         LEFT JOIN candidate_keys k ON k.organization_id = a.organization_id AND k.candidate_id = a.candidate_id
        WHERE a.organization_id = $1 AND a.id = $3 AND NOT ${IS_THE_CANDIDATE('$2')}
          AND (${LEADS} OR EXISTS (SELECT FROM panelists w WHERE w.organization_id = $1
            AND w.application_id = a.id AND w.user_id = $2 AND w.removed_at IS NULL))`,
      [organizationId, userId, id],
    )
    return row ?? null
  }

  async ofApplication(applicationId: string): Promise<DebriefRow | null> {
    const [row] = await this.work.query<DebriefRow>(
      `SELECT ${COLUMNS} FROM debriefs d WHERE d.organization_id = $1 AND d.application_id = $2`,
      [this.work.tenant.organizationId, applicationId],
    )
    return row ?? null
  }

  /** Of an id that is known, kept from others until the transaction ends. */
  async locked(id: string): Promise<DebriefRow | null> {
    const [row] = await this.work.query<DebriefRow>(
      `SELECT ${COLUMNS} FROM debriefs d WHERE d.organization_id = $1 AND d.id = $2 FOR NO KEY UPDATE`,
      [this.work.tenant.organizationId, id],
    )
    return row ?? null
  }

  /** As far as they are not sealed from whoever asks. */
  votes(debriefId: string): Promise<VoteRow[]> {
    return this.work.query<VoteRow>(
      `SELECT v.phase, json_build_object('id', u.id, 'name', u.name) AS person, v.value, v.cast_at AS "castAt", v.changes
         FROM (SELECT DISTINCT ON (phase, user_id) phase, user_id, value, cast_at,
                      count(*) OVER (PARTITION BY phase, user_id)::int - 1 AS changes
                 FROM debrief_votes WHERE organization_id = $1 AND debrief_id = $2
                ORDER BY phase, user_id, cast_at DESC, id DESC) v
         JOIN users u ON u.organization_id = $1 AND u.id = v.user_id
        ORDER BY u.name, u.id`,
      [this.work.tenant.organizationId, debriefId],
    )
  }

  /** Two who look at once open one. */
  async open(id: string, applicationId: string): Promise<boolean> {
    const rows = await this.work.query(
      `INSERT INTO debriefs (organization_id, id, application_id) VALUES ($1, $2, $3)
       ON CONFLICT (organization_id, application_id) DO NOTHING RETURNING id`,
      [this.work.tenant.organizationId, id, applicationId],
    )
    return rows.length > 0
  }

  async noteVoter(id: string): Promise<void> {
    const { organizationId, userId } = this.work.tenant
    await this.work.query(
      `UPDATE debriefs SET voted_before = array_append(voted_before, $3::uuid)
        WHERE organization_id = $1 AND id = $2 AND NOT voted_before @> ARRAY[$3::uuid]`,
      [organizationId, id, userId],
    )
  }

  async beginTalking(id: string): Promise<void> {
    const { organizationId, userId } = this.work.tenant
    await this.work.query(
      `UPDATE debriefs SET talking_since = now(), talking_begun_by = $3 WHERE organization_id = $1 AND id = $2`,
      [organizationId, id, userId],
    )
  }

  async close(id: string, isClosed: boolean): Promise<void> {
    await this.work.query(
      `UPDATE debriefs SET closed_at = CASE WHEN $3 THEN now() END WHERE organization_id = $1 AND id = $2`,
      [this.work.tenant.organizationId, id, isClosed],
    )
  }

  async writeNotes(id: string, sealedNotes: string): Promise<void> {
    await this.work.query(
      `UPDATE debriefs SET sealed_notes = $3, revision = revision + 1 WHERE organization_id = $1 AND id = $2`,
      [this.work.tenant.organizationId, id, sealedNotes],
    )
  }
}
