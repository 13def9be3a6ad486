import {
  CAPPED_TOTAL,
  containing,
  type Job,
  type JobLevel,
  type JobStatus,
  type ListQuery,
  type Page,
  type Role,
  type VersionContent,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { NotFound } from '../http/http.errors.ts'
import type { ProfiledCompetency } from './job-coverage.rules.ts'
import type { PlannedRating } from './job-overlap.rules.ts'

/** As SQL gives it: times are Dates until the answer's schema writes them. */
export type JobRow = Omit<Job, 'createdAt' | 'updatedAt' | 'closedAt'> & {
  createdAt: Date
  updatedAt: Date
  closedAt: Date | null
}

export type JobFilter = Partial<{
  q: string
  status: JobStatus
  department: string
  level: JobLevel
  userId: string
  templateId: string
  ids: string[]
}>

/** Which jobs somebody may see: all, or those on whose team they are. */
export type Sight = { all: true } | { all: false; userId: string }

const SELECT = `
  SELECT j.id, j.title, j.department, j.family, j.level, j.office, j.description,
         j.level_profile_id AS "levelProfileId", j.approval_groups AS "approvalGroups",
         j.blind_until AS "blindUntil", j.status,
         (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name,
              'requiresScorecards', s.requires_scorecards,
              'templates', (SELECT coalesce(json_agg(json_build_object('templateId', t.id, 'panelists', h.panelists,
                    'name', t.name, 'isPublished', EXISTS (SELECT FROM interview_template_versions v
                      WHERE v.organization_id = t.organization_id AND v.template_id = t.id
                        AND v.status = 'published')) ORDER BY h.position), '[]')
                  FROM job_stage_templates h
                  JOIN interview_templates t ON t.organization_id = h.organization_id AND t.id = h.template_id
                 WHERE h.organization_id = s.organization_id AND h.stage_id = s.id)) ORDER BY s.position), '[]')
            FROM job_stages s WHERE s.organization_id = j.organization_id AND s.job_id = j.id) AS stages,
         (SELECT coalesce(json_agg(json_build_object('userId', u.id, 'role', m.role, 'name', u.name)
                  ORDER BY u.name, u.id), '[]')
            FROM job_team_members m
            JOIN users u ON u.organization_id = m.organization_id AND u.id = m.user_id
           WHERE m.organization_id = j.organization_id AND m.job_id = j.id) AS team,
         j.created_at AS "createdAt", j.updated_at AS "updatedAt", j.closed_at AS "closedAt", j.revision
    FROM jobs j`

const SORT: Record<string, string> = {
  title: 'j.title',
  department: 'j.department',
  level: `array_position(ARRAY['junior', 'mid', 'senior', 'staff', 'principal'], j.level)`,
  createdAt: 'j.created_at',
  updatedAt: 'j.updated_at',
}

const onTeam = (place: string): string => `EXISTS (SELECT FROM job_team_members m
  WHERE m.organization_id = j.organization_id AND m.job_id = j.id AND m.user_id = ${place})`

const CONDITIONS: Record<keyof JobFilter, (place: string) => string> = {
  q: (place) => `j.search_text LIKE ${place}`,
  status: (place) => `j.status = ${place}`,
  department: (place) => `j.department = ${place}`,
  level: (place) => `j.level = ${place}`,
  userId: onTeam,
  templateId: (place) => `EXISTS (SELECT FROM job_stage_templates h
    JOIN job_stages s ON s.organization_id = h.organization_id AND s.id = h.stage_id
   WHERE h.organization_id = j.organization_id AND h.template_id = ${place} AND s.job_id = j.id)`,
  ids: (place) => `j.id = ANY(${place}::uuid[])`,
}

@Injectable()
export class JobsQueries {
  constructor(private readonly work: UnitOfWork) {}

  async page({ sort, range, filter }: ListQuery<string, JobFilter>, sight: Sight): Promise<Page<JobRow>> {
    const [field, direction] = sort
    const [first, last] = range
    const { where, values } = this.conditions(filter, sight)
    const order = `${SORT[field]} ${direction === 'ASC' ? 'ASC' : 'DESC'}, j.id`
    const rows = await this.work.query<JobRow>(
      `${SELECT} WHERE ${where} ORDER BY ${order} LIMIT ${last - first + 1} OFFSET ${first}`,
      values,
    )
    const [count] = await this.work.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM (SELECT FROM jobs j WHERE ${where} LIMIT ${CAPPED_TOTAL}) AS found`,
      values,
    )
    return { rows, total: count?.total ?? 0 }
  }

  async one(id: string, sight: Sight): Promise<JobRow> {
    const { where, values } = this.conditions({ ids: [id] }, sight)
    const [row] = await this.work.query<JobRow>(`${SELECT} WHERE ${where}`, values)
    if (!row) throw new NotFound()
    return row
  }

  /** Live templates of the organization, by id, and by key where they came with Assay. */
  async liveTemplates(wanted: {
    ids?: readonly string[]
    keys?: readonly string[]
  }): Promise<Map<string, string>> {
    const rows = await this.work.query<{ id: string; key: string | null }>(
      `SELECT id, key FROM interview_templates
        WHERE organization_id = $1 AND archived_at IS NULL AND (id = ANY($2::uuid[]) OR key = ANY($3::text[]))`,
      [this.work.tenant.organizationId, wanted.ids ?? [], wanted.keys ?? []],
    )
    return new Map(
      rows.flatMap(({ id, key }) => [[id, id], ...(key === null ? [] : [[key, id] as const])] as const),
    )
  }

  async isLiveProfile(id: string): Promise<boolean> {
    const [row] = await this.work.query(
      'SELECT id FROM level_profiles WHERE organization_id = $1 AND id = $2 AND archived_at IS NULL',
      [this.work.tenant.organizationId, id],
    )
    return row !== undefined
  }

  /** Those of the ids who may work here, with their role in the organization. */
  async activeUsers(ids: readonly string[]): Promise<Map<string, Role>> {
    const rows = await this.work.query<{ id: string; role: Role }>(
      `SELECT id, role FROM users WHERE organization_id = $1 AND id = ANY($2::uuid[]) AND status <> 'disabled'`,
      [this.work.tenant.organizationId, ids],
    )
    return new Map(rows.map(({ id, role }) => [id, role]))
  }

  async profile(id: string): Promise<ProfiledCompetency[]> {
    return this.work.query<ProfiledCompetency>(
      `SELECT c.id AS "competencyId", c.name, l.weight, l.bar FROM level_profile_competencies l
         JOIN competencies c ON c.organization_id = l.organization_id AND c.id = l.competency_id
        WHERE l.organization_id = $1 AND l.level_profile_id = $2 ORDER BY l.position`,
      [this.work.tenant.organizationId, id],
    )
  }

  /** What the published version of each template says is rated. */
  async rated(templateIds: readonly string[]): Promise<Map<string, VersionContent['competencies']>> {
    const rows = await this.work.query<{ templateId: string; competencies: VersionContent['competencies'] }>(
      `SELECT template_id AS "templateId", content -> 'competencies' AS competencies
         FROM interview_template_versions
        WHERE organization_id = $1 AND template_id = ANY($2::uuid[]) AND status = 'published'`,
      [this.work.tenant.organizationId, templateIds],
    )
    return new Map(rows.map(({ templateId, competencies }) => [templateId, competencies]))
  }

  /**
   * As the interviews of a job are scheduled or were held. Shadows count in no comparison. One that was made for others
   * after whoever asks began to owe would tell them that the candidate went on.
   */
  plannedRatings(jobId: string): Promise<PlannedRating[]> {
    const { organizationId, userId } = this.work.tenant
    return this.work.query<PlannedRating>(
      `SELECT a.id AS "applicationId", c.name, p.user_id AS "userId", k.competency ->> 'id' AS "competencyId"
         FROM seen_applications a
         JOIN candidate_search f ON f.organization_id = a.organization_id AND f.candidate_id = a.candidate_id
         JOIN candidates c ON c.organization_id = f.organization_id AND c.id = f.stands_for
         JOIN interviews i ON i.organization_id = a.organization_id AND i.application_id = a.id
         JOIN panelists p ON p.organization_id = i.organization_id AND p.interview_id = i.id
         JOIN interview_template_versions v ON v.organization_id = i.organization_id AND v.id = i.version_id,
              jsonb_array_elements(v.content -> 'competencies') AS k(competency)
        WHERE a.organization_id = $1 AND a.job_id = $2 AND i.status = 'scheduled'
          AND p.removed_at IS NULL AND NOT p.shadow
          AND NOT EXISTS (SELECT FROM panelists w
               WHERE w.organization_id = $1 AND w.application_id = a.id AND w.user_id = $3 AND w.owes
                 AND i.created_at > w.owes_since
                 AND NOT EXISTS (SELECT FROM panelists o WHERE o.organization_id = $1 AND o.interview_id = i.id
                       AND o.user_id = $3 AND o.removed_at IS NULL))`,
      [organizationId, jobId, userId],
    )
  }

  private conditions(filter: JobFilter, sight: Sight): { where: string; values: unknown[] } {
    const values: unknown[] = [this.work.tenant.organizationId]
    const parts = ['j.organization_id = $1']
    const add = (condition: (place: string) => string, value: unknown): void => {
      values.push(value)
      parts.push(condition(`$${values.length}`))
    }
    for (const [name, value] of Object.entries(filter)) {
      const condition = CONDITIONS[name as keyof JobFilter]
      if (value !== undefined) add(condition, name === 'q' ? containing(String(value)) : value)
    }
    if (!sight.all) add(onTeam, sight.userId)
    return { where: parts.join(' AND '), values }
  }
}
