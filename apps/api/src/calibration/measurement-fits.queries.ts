import type { FitState, ListQuery, MeasurementFit, Page } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { AskingForFitFacts } from './fit.rules.ts'

export type FitFilter = Partial<{ jobId: string; status: FitState }>

export type FitRow = Omit<MeasurementFit, 'askedAt' | 'startedAt' | 'finishedAt'> & {
  askedAt: Date
  startedAt: Date | null
  finishedAt: Date | null
}

/** Jobs whose fits somebody may see: all, or those on whose team they are. */
export interface FitSight {
  seesAllJobs: boolean
}

/** Whoever owes on a job whose ratings are in it, or would be now; the policy of the table says the same. */
const OWES = `EXISTS (SELECT FROM panelists w
    JOIN applications a ON a.organization_id = w.organization_id AND a.id = w.application_id
    JOIN jobs x ON x.organization_id = a.organization_id AND x.id = a.job_id
   WHERE w.organization_id = $1 AND w.user_id = $2 AND w.owes
     AND (x.family = f.family OR x.id = ANY (f.job_ids)))`

/** $2 asks; with $3 they see all jobs. */
const FROM = `measurement_fits f
  JOIN jobs j ON j.organization_id = f.organization_id AND j.id = f.job_id
  LEFT JOIN users u ON u.organization_id = f.organization_id AND u.id = f.asked_by
 WHERE f.organization_id = $1 AND ($3 OR EXISTS (SELECT FROM job_team_members m
   WHERE m.organization_id = $1 AND m.job_id = f.job_id AND m.user_id = $2)) AND NOT ${OWES}`

const COLUMNS = `f.id, f.job_id AS "jobId", f.family, f.status,
  CASE WHEN f.finished_at IS NOT NULL THEN 100 WHEN f.taken_at IS NOT NULL THEN 30
       WHEN f.started_at IS NOT NULL THEN 10 ELSE 0 END AS progress,
  f.because, CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS "askedBy",
  f.asked_at AS "askedAt", f.started_at AS "startedAt", f.finished_at AS "finishedAt",
  f.model_version AS "modelVersion", f.input_hash AS "inputHash", f.counts,
  coalesce(f.figures -> 'warnings', '[]') AS warnings`

@Injectable()
export class MeasurementFitsQueries {
  constructor(private readonly work: UnitOfWork) {}

  async page(query: ListQuery<string, FitFilter>, { seesAllJobs }: FitSight): Promise<Page<FitRow>> {
    const { organizationId, userId } = this.work.tenant
    const { jobId = null, status = null } = query.filter
    const [first, last] = query.range
    const where = `${FROM} AND ($4::uuid IS NULL OR f.job_id = $4) AND ($5::text IS NULL OR f.status = $5)`
    const values = [organizationId, userId, seesAllJobs, jobId, status]
    const direction = query.sort[1] === 'ASC' ? 'ASC' : 'DESC'
    const rows = await this.work.query<FitRow>(
      `SELECT ${COLUMNS} FROM ${where} ORDER BY f.asked_at ${direction}, f.id ${direction}
        LIMIT ${last - first + 1} OFFSET ${first}`,
      values,
    )
    const [count] = await this.work.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM ${where}`,
      values,
    )
    return { rows, total: count?.total ?? 0 }
  }

  async one(id: string, { seesAllJobs }: FitSight): Promise<FitRow | undefined> {
    const { organizationId, userId } = this.work.tenant
    const [row] = await this.work.query<FitRow>(`SELECT ${COLUMNS} FROM ${FROM} AND f.id = $4`, [
      organizationId,
      userId,
      seesAllJobs,
      id,
    ])
    return row
  }

  /** Undefined where whoever asks may not see the job. */
  async asking(
    jobId: string,
    { seesAllJobs }: FitSight,
  ): Promise<(AskingForFitFacts & { family: string }) | undefined> {
    const { organizationId, userId } = this.work.tenant
    const [row] = await this.work.query<AskingForFitFacts & { family: string }>(
      `SELECT j.family, j.fair_scores AS "fairScores", EXISTS (SELECT FROM panelists w
           JOIN applications a ON a.organization_id = w.organization_id AND a.id = w.application_id
           JOIN jobs x ON x.organization_id = a.organization_id AND x.id = a.job_id
          WHERE w.organization_id = $1 AND w.user_id = $2 AND w.owes AND x.family = j.family) AS "owesInFamily"
         FROM jobs j WHERE j.organization_id = $1 AND j.id = $4 AND ($3 OR EXISTS (
           SELECT FROM job_team_members m WHERE m.organization_id = $1 AND m.job_id = j.id AND m.user_id = $2))`,
      [organizationId, userId, seesAllJobs, jobId],
    )
    return row
  }

  /** One of a job waits at a time: who asks for it again, asks that it is begun now. */
  async queue(fit: { id: string; jobId: string; family: string }): Promise<string> {
    const { organizationId, userId } = this.work.tenant
    const [row] = await this.work.query<{ id: string }>(
      `INSERT INTO measurement_fits (organization_id, id, job_id, family, asked_by) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (organization_id, job_id) WHERE status = 'queued'
       DO UPDATE SET due_at = now(), asked_by = coalesce(measurement_fits.asked_by, excluded.asked_by)
       RETURNING id`,
      [organizationId, fit.id, fit.jobId, fit.family, userId],
    )
    return row!.id
  }
}
