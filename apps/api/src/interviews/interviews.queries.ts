import {
  type ApplicationStatus,
  CAPPED_TOTAL,
  type CheckSchedule,
  type Interview,
  type InterviewStatus,
  type ListQuery,
  type Page,
  type VersionContent,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { NotFound } from '../http/http.errors.ts'

export type InterviewRow = Omit<Interview, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date }

export type InterviewFilter = Partial<{
  applicationId: string
  jobId: string
  userId: string
  templateId: string
  status: InterviewStatus
  from: string
  to: string
  ids: readonly string[]
}>

/** Which interviews somebody may see: all, those of the jobs they work on, or those on whose panel they are. */
export type Sight = 'all' | 'team' | 'panel'

export interface ConflictRow {
  userId: string | null
  name: string
  startsAt: Date
  endsAt: Date
  interviewId: string | null
}

/** Owing is asked for by $2, the person who asks; see PRODUCT.md, rule 1. */
const OWING = `EXISTS (SELECT FROM panelists w WHERE w.organization_id = i.organization_id
  AND w.application_id = i.application_id AND w.user_id = $2 AND w.owes)`

const COLUMNS = `
  i.id, i.application_id AS "applicationId", json_build_object('id', c.id, 'name', c.name) AS candidate,
  json_build_object('id', j.id, 'title', j.title) AS job,
  CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'name', s.name) END AS stage,
  json_build_object('id', t.id, 'name', t.name) AS template,
  json_build_object('id', v.id, 'number', v.number) AS version,
  i.starts_at AS "startsAt", i.ends_at AS "endsAt", i.time_zone AS "timeZone", i.place, i.link, i.status,
  CASE WHEN NOT ${OWING} THEN i.ended_because END AS "endedBecause",
  (SELECT coalesce(json_agg(json_build_object('userId', u.id, 'name', u.name, 'shadow', p.shadow,
          'owes', CASE WHEN NOT ${OWING} THEN p.owes END) ORDER BY p.shadow, u.name, u.id), '[]')
     FROM panelists p JOIN users u ON u.organization_id = p.organization_id AND u.id = p.user_id
    WHERE p.organization_id = i.organization_id AND p.interview_id = i.id AND p.removed_at IS NULL) AS panel,
  (SELECT json_build_object('id', k.id, 'status', CASE WHEN EXISTS (SELECT FROM panelists o
            WHERE o.organization_id = k.organization_id AND o.interview_id = k.interview_id AND o.user_id = k.user_id
              AND o.owes AND o.scorecard_released_at IS NOT NULL) THEN 'draft' ELSE k.status END) FROM scorecards k
    WHERE k.organization_id = i.organization_id AND k.interview_id = i.id AND k.user_id = $2) AS "ownScorecard",
  i.revision`

const FROM = `FROM interviews i
  JOIN applications a ON a.organization_id = i.organization_id AND a.id = i.application_id
  JOIN candidate_search f ON f.organization_id = a.organization_id AND f.candidate_id = a.candidate_id
  JOIN candidates c ON c.organization_id = f.organization_id AND c.id = f.stands_for
  JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
  LEFT JOIN job_stages s ON s.organization_id = i.organization_id AND s.id = i.stage_id
  JOIN interview_template_versions v ON v.organization_id = i.organization_id AND v.id = i.version_id
  JOIN interview_templates t ON t.organization_id = v.organization_id AND t.id = v.template_id`

const onPanel = (person: string): string => `EXISTS (SELECT FROM panelists p
  WHERE p.organization_id = i.organization_id AND p.interview_id = i.id AND p.user_id = ${person}
    AND p.removed_at IS NULL)`

/** The view leaves out whoever is the candidate. */
const SEEN = `SELECT FROM seen_applications b
  WHERE b.organization_id = i.organization_id AND b.id = i.application_id`
const seenApplication = `EXISTS (${SEEN})`
/** Looked up for the one interview. Without the offset it becomes a join, for which all applications are read. */
const seenApplicationOfOne = `EXISTS (${SEEN} OFFSET 0)`

/** A later interview in a later stage would tell whoever owes that the candidate went on. Their own they have to know. */
const notHeldBack = `(${onPanel('$2')} OR NOT EXISTS (SELECT FROM panelists w
  WHERE w.organization_id = i.organization_id AND w.application_id = i.application_id AND w.user_id = $2 AND w.owes
    AND i.created_at > w.owes_since))`

/** Each names $2: a statement must know the type of every value it is given. */
const inSight = (seen: string): Record<Sight, string> => ({
  all: `${seen} AND $2::uuid IS NOT NULL AND ${notHeldBack}`,
  team: `${seen} AND ${notHeldBack} AND (${onPanel('$2')} OR EXISTS (SELECT FROM job_team_members m
    WHERE m.organization_id = a.organization_id AND m.job_id = a.job_id AND m.user_id = $2))`,
  panel: `${seen} AND ${onPanel('$2')}`,
})
const IN_SIGHT = inSight(seenApplication)
const ONE_IN_SIGHT = inSight(seenApplicationOfOne)

const CONDITIONS: Record<keyof InterviewFilter, (place: string) => string> = {
  applicationId: (place) => `i.application_id = ${place}`,
  jobId: (place) => `a.job_id = ${place}`,
  userId: onPanel,
  templateId: (place) => `v.template_id = ${place}`,
  status: (place) => `i.status = ${place}`,
  from: (place) => `i.starts_at >= ${place}`,
  to: (place) => `i.starts_at < ${place}`,
  ids: (place) => `i.id = ANY(${place}::uuid[])`,
}

@Injectable()
export class InterviewsQueries {
  constructor(private readonly work: UnitOfWork) {}

  async page(
    { sort, range, filter }: ListQuery<string, InterviewFilter>,
    sight: Sight,
  ): Promise<Page<InterviewRow>> {
    const [first, last] = range
    const { where, values } = this.conditions(filter, sight)
    const way = sort[1] === 'ASC' ? 'ASC' : 'DESC'
    const rows = await this.work.query<InterviewRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${where} ORDER BY i.starts_at ${way}, i.id ${way}
        LIMIT ${last - first + 1} OFFSET ${first}`,
      values,
    )
    const [count] = await this.work.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM (SELECT ${FROM} WHERE ${where} LIMIT ${CAPPED_TOTAL}) AS found`,
      values,
    )
    return { rows, total: count?.total ?? 0 }
  }

  async one(id: string, sight: Sight): Promise<InterviewRow> {
    const [row] = await this.work.query<InterviewRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE i.organization_id = $1 AND i.id = $3 AND ${ONE_IN_SIGHT[sight]}`,
      [this.work.tenant.organizationId, this.work.tenant.userId, id],
    )
    if (!row) throw new NotFound()
    return row
  }

  /** What is to come, and what is over and still owed, of whoever asks. */
  mine(): Promise<(InterviewRow & { owed: boolean; isOver: boolean; snoozedUntil: Date | null })[]> {
    const { organizationId, userId } = this.work.tenant
    return this.work.query(
      `SELECT ${COLUMNS}, own.owes AS owed, i.ends_at < now() AS "isOver",
              CASE WHEN z.until > now() THEN z.until END AS "snoozedUntil" ${FROM}
         JOIN panelists own ON own.organization_id = i.organization_id AND own.interview_id = i.id
         LEFT JOIN snoozes z ON z.organization_id = i.organization_id AND z.interview_id = i.id AND z.user_id = $2
        WHERE i.organization_id = $1 AND own.user_id = $2 AND own.removed_at IS NULL AND i.status = 'scheduled'
          AND (own.owes OR i.ends_at >= now()) AND ${seenApplication}
        ORDER BY i.starts_at, i.id LIMIT 200`,
      [organizationId, userId],
    )
  }

  /** What the panel asks, as it was frozen. */
  async kit(id: string): Promise<VersionContent> {
    const [row] = await this.work.query<{ content: VersionContent | null }>(
      `SELECT v.content FROM interviews i
         JOIN interview_template_versions v ON v.organization_id = i.organization_id AND v.id = i.version_id
        WHERE i.organization_id = $1 AND i.id = $2`,
      [this.work.tenant.organizationId, id],
    )
    if (!row?.content) throw new NotFound()
    return row.content
  }

  /** How an application stands, for the rules of scheduling. */
  async scheduling(applicationId: string, userId: string) {
    const [row] = await this.work.query<{
      status: ApplicationStatus
      stageId: string | null
      jobId: string
      jobIsOpen: boolean
      asksWhileOwing: boolean
      emails: string[]
    }>(
      `SELECT a.status, a.stage_id AS "stageId", a.job_id AS "jobId", j.status = 'open' AS "jobIsOpen",
              EXISTS (SELECT FROM panelists w WHERE w.organization_id = a.organization_id
                 AND w.application_id = a.id AND w.user_id = $3 AND w.owes) AS "asksWhileOwing",
              ARRAY(SELECT k.value FROM candidate_contacts k WHERE k.organization_id = a.organization_id
                 AND k.candidate_id = a.candidate_id AND k.medium = 'email') AS emails
         FROM applications a JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
        WHERE a.organization_id = $1 AND a.id = $2
          AND EXISTS (SELECT FROM seen_applications b WHERE b.organization_id = $1 AND b.id = $2)
          FOR SHARE OF a`,
      [this.work.tenant.organizationId, applicationId, userId],
    )
    return row
  }

  /** The published version of a template, and whether a stage belongs to a job. */
  async publishedVersion(templateId: string): Promise<string | null> {
    const [row] = await this.work.query<{ id: string }>(
      `SELECT id FROM interview_template_versions
        WHERE organization_id = $1 AND template_id = $2 AND status = 'published'`,
      [this.work.tenant.organizationId, templateId],
    )
    return row?.id ?? null
  }

  async isStage(stageId: string, jobId: string): Promise<boolean> {
    const [row] = await this.work.query(
      'SELECT id FROM job_stages WHERE organization_id = $1 AND id = $2 AND job_id = $3',
      [this.work.tenant.organizationId, stageId, jobId],
    )
    return row !== undefined
  }

  /** Those of the ids who may work here, with their addresses. */
  async people(ids: readonly string[]): Promise<Map<string, { name: string; email: string }>> {
    const rows = await this.work.query<{ id: string; name: string; email: string }>(
      `SELECT id, name, email FROM users
        WHERE organization_id = $1 AND id = ANY($2::uuid[]) AND status <> 'disabled'`,
      [this.work.tenant.organizationId, ids],
    )
    return new Map(rows.map(({ id, ...person }) => [id, person]))
  }

  async isOfErased(id: string): Promise<boolean> {
    const [row] = await this.work.query(
      `SELECT c.id FROM interviews i
         JOIN applications a ON a.organization_id = i.organization_id AND a.id = i.application_id
         JOIN candidates c ON c.organization_id = a.organization_id AND c.id = a.candidate_id
        WHERE i.organization_id = $1 AND i.id = $2 AND c.erased_at IS NOT NULL`,
      [this.work.tenant.organizationId, id],
    )
    return row !== undefined
  }

  async isOpened(id: string): Promise<boolean> {
    const [row] = await this.work.query(
      `SELECT user_id FROM panelists
        WHERE organization_id = $1 AND interview_id = $2 AND opened_at IS NOT NULL LIMIT 1`,
      [this.work.tenant.organizationId, id],
    )
    return row !== undefined
  }

  /** Who is in another interview at that time. What the asking person may not see is told without its id. */
  conflicts({ startsAt, minutes, userIds, applicationId, exceptId }: CheckSchedule, sight: Sight) {
    return this.work.query<ConflictRow>(
      `SELECT p.user_id AS "userId", u.name, i.starts_at AS "startsAt", i.ends_at AS "endsAt",
              CASE WHEN ${IN_SIGHT[sight]} THEN i.id END AS "interviewId"
         FROM interviews i
         JOIN applications a ON a.organization_id = i.organization_id AND a.id = i.application_id
         JOIN panelists p ON p.organization_id = i.organization_id AND p.interview_id = i.id AND p.removed_at IS NULL
         JOIN users u ON u.organization_id = p.organization_id AND u.id = p.user_id
        WHERE i.organization_id = $1 AND p.user_id = ANY($3::uuid[]) AND ${AT_THAT_TIME}
       UNION ALL
       SELECT NULL, c.name, i.starts_at, i.ends_at, CASE WHEN ${IN_SIGHT[sight]} THEN i.id END
         FROM interviews i
         JOIN applications a ON a.organization_id = i.organization_id AND a.id = i.application_id
         JOIN candidate_search f ON f.organization_id = a.organization_id AND f.candidate_id = a.candidate_id
         JOIN candidates c ON c.organization_id = f.organization_id AND c.id = f.stands_for
        WHERE i.organization_id = $1 AND ${AT_THAT_TIME}
          AND f.stands_for = (SELECT g.stands_for FROM applications b
                JOIN candidate_search g ON g.organization_id = b.organization_id AND g.candidate_id = b.candidate_id
               WHERE b.organization_id = $1 AND b.id = $7)
        ORDER BY 3, 2 LIMIT 50`,
      [
        this.work.tenant.organizationId,
        this.work.tenant.userId,
        userIds,
        startsAt,
        minutes,
        exceptId ?? null,
        applicationId,
      ],
    )
  }

  private conditions(filter: InterviewFilter, sight: Sight): { where: string; values: unknown[] } {
    const values: unknown[] = [this.work.tenant.organizationId, this.work.tenant.userId]
    const parts = ['i.organization_id = $1', IN_SIGHT[sight]]
    for (const [name, value] of Object.entries(filter)) {
      if (value === undefined) continue
      values.push(value)
      parts.push(CONDITIONS[name as keyof InterviewFilter](`$${values.length}`))
    }
    return { where: parts.join(' AND '), values }
  }
}

/** An interview is at most twelve hours long: the index of its beginning finds all that overlap. */
const AT_THAT_TIME = `i.status = 'scheduled' AND i.id IS DISTINCT FROM $6::uuid
  AND i.starts_at < $4::timestamptz + make_interval(mins => $5)
  AND i.starts_at > $4::timestamptz - interval '12 hours' AND i.ends_at > $4::timestamptz`
