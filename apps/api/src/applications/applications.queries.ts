import {
  type Application,
  type ApplicationChange,
  type ApplicationStatus,
  BOARD_CARDS,
  CAPPED_TOTAL,
  type ListQuery,
  type Page,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { NotFound } from '../http/http.errors.ts'

type Timed<Row, Fields extends keyof Row> = Omit<Row, Fields> & Record<Fields, Date>
export type ApplicationRow = Timed<Application, 'appliedAt' | 'enteredStageAt' | 'lastActivityAt'>

export interface BoardCount {
  stageId: string | null
  status: ApplicationStatus
  count: number
}

/** Notes as they are stored, sealed. */
export type ChangeRow = Timed<Omit<ApplicationChange, 'note'>, 'madeAt'> & { sealedNote: string | null }

export type ApplicationFilter = Partial<{
  jobId: string
  stageId: string
  status: ApplicationStatus
  candidateId: string
  /** A tsquery over the words of names and e-mail addresses. */
  named: string
  enteredStageBefore: string
  ids: readonly string[]
}>

/** Which jobs' applications somebody may see: all, or of those on whose team they are. */
export type Sight = { all: true } | { all: false; userId: string }

const COLUMNS = `
  a.id, json_build_object('id', c.id, 'name', c.name) AS candidate,
  json_build_object('id', j.id, 'title', j.title, 'status', j.status) AS job,
  json_build_object('id', s.id, 'name', coalesce(s.name, (SELECT h.stage_name FROM application_changes h
      WHERE h.organization_id = a.organization_id AND h.application_id = a.id AND h.revision = a.revision))) AS stage,
  a.status, (SELECT json_build_object('id', r.id, 'name', r.name) FROM rejection_reasons r
      WHERE r.organization_id = a.organization_id AND r.id = a.reason_id) AS reason,
  a.source, a.applied_at AS "appliedAt", a.entered_stage_at AS "enteredStageAt",
  a.last_activity_at AS "lastActivityAt", a.held_back AS "heldBack", a.revision`

/** Of a merged candidate the one they stand for is named. */
const JOINS = `
  JOIN candidate_search f ON f.organization_id = a.organization_id AND f.candidate_id = a.candidate_id
  JOIN candidates c ON c.organization_id = f.organization_id AND c.id = f.stands_for
  JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
  LEFT JOIN job_stages s ON s.organization_id = a.organization_id AND s.id = a.stage_id`

const SORT: Record<string, string> = {
  lastActivityAt: 'a.last_activity_at',
  appliedAt: 'a.applied_at',
  enteredStageAt: 'a.entered_stage_at',
}

const ofCandidates = (
  place: string,
): string => `a.candidate_id IN (SELECT m.candidate_id FROM candidate_search m
  WHERE m.organization_id = $1 AND m.stands_for = ANY(${place}::uuid[]))`

const standsFor = `(SELECT g.stands_for FROM candidate_search g
  WHERE g.organization_id = a.organization_id AND g.candidate_id = a.candidate_id)`

/** Within a job each row is asked; among all, the index of the words is asked first. */
const named = (place: string, withinJob: boolean): string =>
  withinJob
    ? `EXISTS (SELECT FROM candidate_search w WHERE w.organization_id = a.organization_id
        AND w.stands_for = ${standsFor} AND array_to_tsvector(string_to_array(w.names, ' ')) @@ ${place}::tsquery)`
    : `a.candidate_id IN (SELECT w.candidate_id FROM candidate_search w WHERE w.organization_id = $1
        AND w.stands_for IN (SELECT assay_candidates_by_names(${place}::tsquery, ${CAPPED_TOTAL})))`

const CONDITIONS: Record<Exclude<keyof ApplicationFilter, 'named'>, (place: string) => string> = {
  jobId: (place) => `a.job_id = ${place}`,
  stageId: (place) => `a.stage_id = ${place}`,
  status: (place) => `a.status = ${place}`,
  candidateId: (place) => ofCandidates(`ARRAY[${place}]`),
  enteredStageBefore: (place) => `a.entered_stage_at < ${place}`,
  ids: (place) => `a.id = ANY(${place}::uuid[])`,
}

const onTeam = (place: string): string => `EXISTS (SELECT FROM job_team_members m
  WHERE m.organization_id = a.organization_id AND m.job_id = a.job_id AND m.user_id = ${place})`

@Injectable()
export class ApplicationsQueries {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * One statement, so that it is answered at once: the total beside each row, and alone where there is none. Names are
   * looked up for the rows of the page, not for all that were sorted.
   */
  async page(
    { sort, range, filter }: ListQuery<string, ApplicationFilter>,
    sight: Sight,
  ): Promise<Page<ApplicationRow>> {
    const [field, direction] = sort
    const [first, last] = range
    const { where, values } = this.conditions(filter, sight)
    const way = direction === 'ASC' ? 'ASC' : 'DESC'
    const rows = await this.work.query<ApplicationRow & { total: number }>(
      `SELECT p.*, t.total
         FROM (SELECT count(*)::int AS total
                 FROM (SELECT FROM seen_applications a WHERE ${where} LIMIT ${CAPPED_TOTAL}) AS found) t
         LEFT JOIN LATERAL (SELECT ${COLUMNS} FROM (SELECT a.* FROM seen_applications a WHERE ${where}
                ORDER BY ${SORT[field]} ${way}, a.id ${way} LIMIT ${last - first + 1} OFFSET ${first}) a
                ${JOINS}) p ON true
        ORDER BY p."${field}" ${way}, p.id ${way}`,
      values,
    )
    return { rows: rows.filter(({ id }) => id !== null), total: rows[0]?.total ?? 0 }
  }

  async some(ids: readonly string[], sight: Sight): Promise<ApplicationRow[]> {
    const { where, values } = this.conditions({ ids }, sight)
    return this.work.query<ApplicationRow>(
      `SELECT ${COLUMNS} FROM seen_applications a ${JOINS} WHERE ${where}`,
      values,
    )
  }

  async one(id: string, sight: Sight): Promise<ApplicationRow> {
    const [row] = await this.some([id], sight)
    if (!row) throw new NotFound()
    return row
  }

  /** Newest first; of an application that is held back, up to where it is shown. */
  async history(id: string, sight: Sight): Promise<{ candidateId: string; changes: ChangeRow[] }> {
    const { where, values } = this.conditions({ ids: [id] }, sight)
    const [seen] = await this.work.query<{ candidateId: string; revision: number }>(
      `SELECT a.candidate_id AS "candidateId", a.revision FROM seen_applications a WHERE ${where}`,
      values,
    )
    if (!seen) throw new NotFound()
    const changes = await this.work.query<ChangeRow>(
      `SELECT h.revision, h.kind, json_build_object('id', h.stage_id, 'name', h.stage_name) AS stage, h.status,
              CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'name', r.name) END AS reason,
              h.sealed_note AS "sealedNote", h.change_set_id AS "changeSetId", h.made_at AS "madeAt",
              CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS "madeBy"
         FROM application_changes h
         LEFT JOIN rejection_reasons r ON r.organization_id = h.organization_id AND r.id = h.reason_id
         LEFT JOIN users u ON u.organization_id = h.organization_id AND u.id = h.made_by
        WHERE h.organization_id = $1 AND h.application_id = $2 AND h.revision <= $3 ORDER BY h.revision DESC`,
      [this.work.tenant.organizationId, id, seen.revision],
    )
    return { candidateId: seen.candidateId, changes }
  }

  /** How many are where, and in each stage who waits there longest. */
  async board(jobId: string, sight: Sight): Promise<{ counts: BoardCount[]; cards: ApplicationRow[] }> {
    const { where, values } = this.conditions({ jobId }, sight)
    const counts = await this.work.query<BoardCount>(
      `SELECT a.stage_id AS "stageId", a.status, count(*)::int AS count FROM seen_applications a
        WHERE ${where} GROUP BY 1, 2`,
      values,
    )
    const cards = await this.work.query<ApplicationRow>(
      `SELECT ${COLUMNS} FROM (SELECT o.*, row_number() OVER (PARTITION BY o.stage_id
              ORDER BY o.entered_stage_at, o.id) AS place
         FROM (SELECT a.* FROM seen_applications a WHERE ${where} AND a.status = 'active') o) a ${JOINS}
        WHERE a.place <= ${BOARD_CARDS} ORDER BY a.entered_stage_at, a.id`,
      values,
    )
    return { counts, cards }
  }

  /** Whom a candidate stands for today, and whether they are in this job's pipeline, under whichever of their names. */
  async applicant(
    candidateId: string,
    jobId: string,
  ): Promise<{ id: string; name: string; applied: boolean; erased: boolean } | undefined> {
    const [row] = await this.work.query<{ id: string; name: string; applied: boolean; erased: boolean }>(
      `SELECT c.id, c.name, c.erased_at IS NOT NULL AS erased, EXISTS (SELECT FROM candidate_search m
                JOIN applications a ON a.organization_id = m.organization_id AND a.candidate_id = m.candidate_id
               WHERE m.organization_id = c.organization_id AND m.stands_for = c.id AND a.job_id = $3) AS applied
         FROM candidate_search f
         JOIN candidates c ON c.organization_id = f.organization_id AND c.id = f.stands_for
        WHERE f.organization_id = $1 AND f.candidate_id = $2`,
      [this.work.tenant.organizationId, candidateId, jobId],
    )
    return row
  }

  private conditions(filter: ApplicationFilter, sight: Sight): { where: string; values: unknown[] } {
    const values: unknown[] = [this.work.tenant.organizationId]
    const parts = ['a.organization_id = $1']
    const add = (condition: (place: string) => string, value: unknown): void => {
      values.push(value)
      parts.push(condition(`$${values.length}`))
    }
    const { named: asked, ...others } = filter
    for (const [name, value] of Object.entries(others)) {
      if (value !== undefined) add(CONDITIONS[name as keyof typeof others], value)
    }
    if (asked !== undefined) add((place) => named(place, filter.jobId !== undefined), asked)
    if (!sight.all) add(onTeam, sight.userId)
    return { where: parts.join(' AND '), values }
  }
}
