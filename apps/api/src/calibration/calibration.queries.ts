import type { OwnCalibration } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { InterviewerFigure, ReliabilityFigure } from './fitting/calibration-figures.ts'

export interface OwnMarks extends Omit<OwnCalibration, 'families' | 'marks'> {
  marks: { scale: number; level: number; count: number }[]
}

export interface OwnFamily {
  family: string
  owesInFamily: boolean
  takenAt: string | null
  found: InterviewerFigure | null
}

export interface MeasuredFamily {
  family: string
  owesInFamily: boolean
  takenAt: string | null
  whole: ReliabilityFigure | null
  competencies: (ReliabilityFigure & { competencyId: string; name: string })[]
  templates: (ReliabilityFigure & { templateId: string; name: string })[]
  interviewers: (InterviewerFigure & { name: string })[]
}

const OWN_SCORECARDS = `SELECT s.id, s.application_id, s.revision_number, s.submitted_at, i.ends_at,
       (v.content -> 'scale')::int AS scale
  FROM scorecards s
  JOIN panelists p ON p.organization_id = s.organization_id AND p.interview_id = s.interview_id
   AND p.user_id = s.user_id AND NOT p.shadow
  JOIN interviews i ON i.organization_id = s.organization_id AND i.id = s.interview_id
  JOIN interview_template_versions v ON v.organization_id = i.organization_id AND v.id = i.version_id
 WHERE s.organization_id = $1 AND s.user_id = $2 AND s.status = 'submitted'
   AND s.revision_number > s.recalled_through AND s.submitted_at > now() - interval '24 months'`

const OWES_IN = (family: string): string => `EXISTS (SELECT FROM panelists w
    JOIN applications y ON y.organization_id = w.organization_id AND y.id = w.application_id
    JOIN jobs x ON x.organization_id = y.organization_id AND x.id = y.job_id
   WHERE w.organization_id = $1 AND w.user_id = $2 AND w.owes AND x.family = ${family})`

/** The newest fit of a family; the policy of the table leaves out those of families where whoever asks owes. */
const LAST_FIT = (
  family: string,
): string => `LEFT JOIN LATERAL (SELECT f.taken_at, f.figures -> 'calibration' AS figures
    FROM measurement_fits f WHERE f.organization_id = $1 AND f.family = ${family} AND f.status = 'done'
   ORDER BY f.taken_at DESC, f.id DESC LIMIT 1) l ON true`

@Injectable()
export class CalibrationQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** Of whoever asks; nothing in it depends on anybody else. */
  async ownMarks(): Promise<OwnMarks> {
    const { organizationId, userId } = this.work.tenant
    const [row] = await this.work.query<OwnMarks>(
      `WITH own AS (${OWN_SCORECARDS}),
       given AS (SELECT o.scale, r.competency_id, r.level FROM own o
         JOIN ratings r ON r.organization_id = $1 AND r.scorecard_id = o.id AND r.revision_number = o.revision_number)
       SELECT (SELECT count(*)::int FROM own) AS scorecards,
              (SELECT count(DISTINCT application_id)::int FROM own) AS candidates,
              (SELECT count(DISTINCT competency_id)::int FROM given WHERE level IS NOT NULL) AS competencies,
              (SELECT count(*)::int FROM given WHERE level IS NULL) AS "notAssessed",
              (SELECT count(*)::int FROM given) AS asked,
              (SELECT coalesce(json_agg(json_build_object('scale', m.scale, 'level', m.level, 'count', m.count)
                  ORDER BY m.scale, m.level), '[]')
                 FROM (SELECT scale, level, count(*)::int FROM given WHERE level IS NOT NULL GROUP BY 1, 2) m) AS marks,
              (SELECT json_build_object('medianHours', percentile_cont(0.5) WITHIN GROUP (ORDER BY t.hours),
                  'after48Hours', count(*) FILTER (WHERE t.hours > 48))
                 FROM (SELECT greatest(0, extract(epoch FROM submitted_at - ends_at) / 3600)::float AS hours FROM own) t
               HAVING count(*) > 0) AS turnaround`,
      [organizationId, userId],
    )
    return row!
  }

  /** Families in which whoever asks gave marks, by name. */
  ownFamilies(): Promise<OwnFamily[]> {
    const { organizationId, userId } = this.work.tenant
    return this.work.query<OwnFamily>(
      `SELECT g.family, ${OWES_IN('g.family')} AS "owesInFamily", l.taken_at AS "takenAt",
              (SELECT e.value FROM jsonb_array_elements(l.figures -> 'interviewers') e
                WHERE e.value ->> 'interviewerId' = $2::text) AS found
         FROM (SELECT DISTINCT j.family FROM (${OWN_SCORECARDS}) o
                 JOIN applications a ON a.organization_id = $1 AND a.id = o.application_id
                 JOIN jobs j ON j.organization_id = $1 AND j.id = a.job_id) g
         ${LAST_FIT('g.family')}
        ORDER BY g.family`,
      [organizationId, userId],
    )
  }

  /** Every family of the organization, by name; what is in it by name, too. */
  families(): Promise<MeasuredFamily[]> {
    const { organizationId, userId } = this.work.tenant
    const named = (list: string, from: string, on: string, more = ''): string =>
      `(SELECT coalesce(jsonb_agg(e.value || jsonb_build_object('name', n.name${more}) ORDER BY n.name, n.id), '[]')
          FROM jsonb_array_elements(l.figures -> '${list}') e
          JOIN ${from} n ON n.organization_id = $1 AND ${on})`
    return this.work.query<MeasuredFamily>(
      `SELECT g.family, ${OWES_IN('g.family')} AS "owesInFamily", l.taken_at AS "takenAt",
              l.figures -> 'whole' AS whole,
              ${named('competencies', 'competencies', `n.id = (e.value ->> 'competencyId')::uuid`)} AS competencies,
              ${named('templates', 'interview_templates', `coalesce(n.key, n.id::text) = e.value ->> 'template'`, `, 'templateId', n.id`)} AS templates,
              ${named('interviewers', 'users', `n.id = (e.value ->> 'interviewerId')::uuid`)} AS interviewers
         FROM (SELECT DISTINCT family FROM jobs WHERE organization_id = $1) g
         ${LAST_FIT('g.family')}
        ORDER BY g.family`,
      [organizationId, userId],
    )
  }
}
