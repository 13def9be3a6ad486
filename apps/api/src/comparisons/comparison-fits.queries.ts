import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { FitFigures } from '../calibration/measurement-fit.entity.ts'

/** The last fit of a job that said something, as far as it is about those compared. */
export interface FoundFit extends Pick<FitFigures, 'candidates' | 'pairs' | 'leans' | 'warnings'> {
  id: string
  /** Null where there are figures. */
  refusal: 'too_little_data' | 'not_identified' | null
  because: string | null
  modelVersion: string
  /** When its ratings were read. */
  takenAt: string
  /** A scorecard came in or was amended since, or the job belongs to another family now. */
  isStale: boolean
  next: (FitFigures['next'][number] & { interviewerName: string })[]
}

export interface FitOfJob {
  fit: FoundFit | null
  /** An attempt after the last fit that gave nothing. */
  failed: { because: string; at: string } | null
  isAtWork: boolean
}

/** Elements of a list in the figures that are about two of those compared. */
const among = (list: string, one: string, other: string): string =>
  `(SELECT coalesce(jsonb_agg(e.value), '[]') FROM jsonb_array_elements(${list}) e
     WHERE e.value ->> '${one}' = ANY ($3::text[]) AND e.value ->> '${other}' = ANY ($3::text[]))`

const NEXT = `(SELECT coalesce(jsonb_agg(e.value || jsonb_build_object('interviewerName', u.name)), '[]')
    FROM jsonb_array_elements(g.next) e
    JOIN users u ON u.organization_id = $1 AND u.id = (e.value ->> 'interviewer')::uuid AND u.status = 'active'
   WHERE e.value ->> 'candidate' = ANY ($3::text[]) AND e.value ->> 'against' = ANY ($3::text[]))`

/**
 * The policy of the table leaves out the fits of whoever owes in the family, so there is none for them. Figures are
 * large: they are unpacked once.
 */
const FIT = `(SELECT json_build_object('id', f.id, 'refusal', f.refusal, 'because', f.because,
      'modelVersion', coalesce(f.model_version, ''), 'takenAt', f.taken_at,
      'isStale', f.family <> j.family OR EXISTS (SELECT FROM assay_fit_changes(f.taken_at) c
         JOIN jobs x ON x.organization_id = $1 AND x.id = c.job_id AND x.family = f.family),
      'candidates', coalesce((SELECT jsonb_agg(e.value) FROM jsonb_array_elements(g.candidates) e
         WHERE e.value ->> 'applicationId' = ANY ($3::text[])), '[]'),
      'pairs', ${among('g.pairs', 'a', 'b')},
      'next', ${NEXT},
      'leans', coalesce((SELECT jsonb_object_agg(e.key, e.value) FROM jsonb_each(g.leans) e
         WHERE e.key = ANY ($4::text[])), '{}'),
      'warnings', coalesce(g.warnings, '[]'))
    FROM (SELECT * FROM measurement_fits f WHERE f.organization_id = $1 AND f.job_id = j.id
             AND f.status IN ('done', 'refused') ORDER BY f.taken_at DESC, f.id DESC LIMIT 1) f
    LEFT JOIN LATERAL jsonb_to_record(f.figures)
      AS g(candidates jsonb, pairs jsonb, next jsonb, leans jsonb, warnings jsonb) ON true)`

const FAILED = `(SELECT json_build_object('because', f.because, 'at', f.finished_at) FROM measurement_fits f
   WHERE f.organization_id = $1 AND f.job_id = j.id AND f.status = 'failed'
     AND NOT EXISTS (SELECT FROM measurement_fits g WHERE g.organization_id = $1 AND g.job_id = j.id
       AND g.status IN ('done', 'refused') AND g.finished_at > f.finished_at)
   ORDER BY f.finished_at DESC LIMIT 1)`

@Injectable()
export class ComparisonFitsQueries {
  constructor(private readonly work: UnitOfWork) {}

  async of(
    jobId: string,
    compared: { applicationIds: readonly string[]; raterIds: readonly string[] },
  ): Promise<FitOfJob> {
    const [row] = await this.work.query<FitOfJob>(
      `SELECT ${FIT} AS fit, ${FAILED} AS failed, EXISTS (SELECT FROM measurement_fits f
           WHERE f.organization_id = $1 AND f.job_id = j.id AND f.status IN ('queued', 'running')) AS "isAtWork"
         FROM jobs j WHERE j.organization_id = $1 AND j.id = $2`,
      [this.work.tenant.organizationId, jobId, compared.applicationIds, compared.raterIds],
    )
    return row ?? { fit: null, failed: null, isAtWork: false }
  }
}
