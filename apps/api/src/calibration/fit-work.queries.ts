import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import type { FitFigures } from './fitting/fit-figures.ts'
import type { FitJob, FitRating } from './fitting/fit-order.ts'

export interface FitAtWork {
  id: string
  jobId: string
  family: string
  attempts: number
}

/** Scorecards of one meeting come in one after the other: after the last there is quiet. */
const QUIET_SECONDS = 120
const LATEST_SECONDS = 900
/** Longer than a fit may take: its process is gone. */
const ABANDONED_SECONDS = 90

/** What the runner reads and writes. It works as nobody, whom the policies let read no scorecard. */
@Injectable()
export class FitWorkQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** What changed since then; everything with null. */
  async changes(since: Date | null): Promise<{ jobId: string; changedAt: Date }[]> {
    return this.work.query(
      `SELECT job_id AS "jobId", changed_at AS "changedAt" FROM assay_fit_changes(coalesce($1, '-infinity'::timestamptz))`,
      [since],
    )
  }

  /** A fit of each job that changed after its last one was taken, once it is quiet there. */
  async expect(changes: readonly { jobId: string; changedAt: Date }[]): Promise<void> {
    for (const { jobId, changedAt } of changes) {
      await this.work.query(
        `INSERT INTO measurement_fits (organization_id, id, job_id, family, due_at)
         SELECT $1, $2, j.id, j.family, $4::timestamptz + make_interval(secs => ${QUIET_SECONDS})
           FROM jobs j WHERE j.organization_id = $1 AND j.id = $3 AND j.status = 'open' AND j.fair_scores = 'on'
            AND NOT EXISTS (SELECT FROM measurement_fits f WHERE f.organization_id = $1 AND f.job_id = j.id
              AND f.taken_at >= $4)
         ON CONFLICT (organization_id, job_id) WHERE status = 'queued'
         DO UPDATE SET due_at = least(greatest(measurement_fits.due_at, excluded.due_at),
             measurement_fits.asked_at + make_interval(secs => ${LATEST_SECONDS}))
          WHERE measurement_fits.asked_by IS NULL`,
        [this.work.tenant.organizationId, newId(), jobId, changedAt],
      )
    }
  }

  /** Takes one in hand, so that no other process does. */
  async take(): Promise<FitAtWork | undefined> {
    const [row] = await this.work.query<FitAtWork>(
      `UPDATE measurement_fits SET status = 'running', started_at = now(), attempts = attempts + 1
        WHERE organization_id = $1 AND id = (SELECT id FROM measurement_fits WHERE organization_id = $1
          AND (status = 'queued' AND due_at <= now()
            OR status = 'running' AND started_at < now() - make_interval(secs => ${ABANDONED_SECONDS}))
         ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, job_id AS "jobId", family, attempts`,
      [this.work.tenant.organizationId],
    )
    return row
  }

  /** In how many milliseconds the next one is due; null where none waits. */
  async rest(): Promise<number | null> {
    const [row] = await this.work.query<{ rest: number | null }>(
      `SELECT (extract(epoch FROM min(CASE status WHEN 'queued' THEN due_at
          ELSE started_at + make_interval(secs => ${ABANDONED_SECONDS}) END) - now()) * 1000)::int AS rest
         FROM measurement_fits WHERE organization_id = $1 AND status IN ('queued', 'running')`,
      [this.work.tenant.organizationId],
    )
    return row?.rest ?? null
  }

  ratings(family: string): Promise<FitRating[]> {
    return this.work.query<FitRating>(
      `SELECT application_id AS "applicationId", job_id AS "jobId", interviewer_id AS "interviewerId", question,
              competency_id AS "competencyId", scale, level, submitted_at AS "submittedAt"
         FROM assay_fit_ratings($1)`,
      [family],
    )
  }

  /** Who could be asked: on the job's team or its panels, and still here. */
  async job(jobId: string): Promise<FitJob> {
    const [row] = await this.work.query<Omit<FitJob, 'jobId'>>(
      `SELECT (SELECT coalesce(json_object_agg(l.competency_id, l.weight), '{}') FROM level_profile_competencies l
                WHERE l.organization_id = $1 AND l.level_profile_id = j.level_profile_id) AS weights,
              (SELECT coalesce(json_agg(json_build_object('id', a.id, 'active', a.status = 'active')
                  ORDER BY a.status = 'active' DESC, a.applied_at DESC, a.id), '[]')
                 FROM applications a WHERE a.organization_id = $1 AND a.job_id = j.id) AS applications,
              ARRAY(SELECT u.id FROM users u WHERE u.organization_id = $1 AND u.status = 'active' AND (
                 EXISTS (SELECT FROM job_team_members m
                   WHERE m.organization_id = $1 AND m.job_id = j.id AND m.user_id = u.id)
                 OR EXISTS (SELECT FROM panelists p
                   JOIN applications a ON a.organization_id = p.organization_id AND a.id = p.application_id
                  WHERE p.organization_id = $1 AND a.job_id = j.id AND p.user_id = u.id
                    AND p.removed_at IS NULL AND NOT p.shadow)) ORDER BY u.id) AS askable
         FROM jobs j WHERE j.organization_id = $1 AND j.id = $2`,
      [this.work.tenant.organizationId, jobId],
    )
    return { jobId, weights: {}, applications: [], askable: [], ...row }
  }

  /** Its ratings were read now. */
  async read(id: string, facts: { jobIds: string[]; packedInput: Buffer; counts: object }): Promise<void> {
    await this.work.query(
      `UPDATE measurement_fits SET taken_at = now(), job_ids = $3, packed_input = $4, counts = $5
        WHERE organization_id = $1 AND id = $2`,
      [this.work.tenant.organizationId, id, facts.jobIds, facts.packedInput, JSON.stringify(facts.counts)],
    )
  }

  async finish(
    id: string,
    end: {
      status: 'done' | 'failed' | 'refused'
      because?: string
      refusal?: string
      modelVersion?: string
      inputHash?: string
      figures?: FitFigures
    },
  ): Promise<void> {
    const { status, because, refusal, modelVersion, inputHash, figures } = end
    await this.work.query(
      `UPDATE measurement_fits SET status = $3, because = $4, refusal = $5, model_version = $6, input_hash = $7,
              figures = $8, finished_at = now(), taken_at = coalesce(taken_at, now())
        WHERE organization_id = $1 AND id = $2 AND status = 'running'`,
      [
        this.work.tenant.organizationId,
        id,
        status,
        because ?? null,
        refusal ?? null,
        modelVersion ?? null,
        inputHash ?? null,
        figures ? JSON.stringify(figures) : null,
      ],
    )
  }

  /** Its process ends: any other may take it at once. */
  async giveBack(id: string): Promise<void> {
    await this.work.query(
      `UPDATE measurement_fits SET started_at = '-infinity', attempts = attempts - 1
        WHERE organization_id = $1 AND id = $2 AND status = 'running'`,
      [this.work.tenant.organizationId, id],
    )
  }
}
