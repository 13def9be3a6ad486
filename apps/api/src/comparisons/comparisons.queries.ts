import type { Comparison, FairScores } from '@assay/contracts'
import { MAX_COMPARED } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { ComparedRow, CountedScorecard } from './comparison-table.ts'

export interface FoundApplication extends ComparedRow {
  jobId: string
  /** The job it belongs to waits for all, and for one that counts. */
  waitsForAll: boolean
}

export interface ComparedJob {
  id: string
  family: string
  fairScores: FairScores
  competencies: Comparison['competencies']
  owesHere: boolean
  owesInFamily: boolean
  isACandidate: boolean
  /** Those asked for, of whatever job in sight; or those that are compared unless somebody says which. By name. */
  applications: FoundApplication[]
}

interface SealedScorecard {
  scorecardId: string
  candidateId: string
  wrappedKey: Buffer | null
  sealedContent: string
}

/** Seats of the person on an application of the jobs `x` for which this holds. */
const owesWhere = (condition: string): string => `EXISTS (SELECT FROM panelists w
    JOIN applications y ON y.organization_id = w.organization_id AND y.id = w.application_id
    JOIN jobs x ON x.organization_id = y.organization_id AND x.id = y.job_id
   WHERE w.organization_id = $1 AND w.user_id = $2 AND w.owes AND ${condition})`

const IS_A_CANDIDATE = `EXISTS (SELECT FROM applications y
    JOIN candidate_contacts k ON k.organization_id = y.organization_id AND k.candidate_id = y.candidate_id
     AND k.medium = 'email'
    JOIN users u ON u.organization_id = k.organization_id AND u.email = k.value
   WHERE y.organization_id = $1 AND y.job_id = j.id AND u.id = $2)`

const PROFILE = `(SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'weight', l.weight,
      'bar', l.bar, 'inProfile', true) ORDER BY l.position), '[]')
    FROM level_profile_competencies l
    JOIN competencies c ON c.organization_id = l.organization_id AND c.id = l.competency_id
   WHERE l.organization_id = $1 AND l.level_profile_id = j.level_profile_id)`

/** $4 is true where whoever asks sees every job, or else those on whose team they are. */
const inSight = (job: string): string => `($4 OR EXISTS (SELECT FROM job_team_members m
   WHERE m.organization_id = $1 AND m.job_id = ${job} AND m.user_id = $2))`

/** Others may read one that counts; the policy of the table leaves out those for whom whoever asks has to wait. */
const HAS_SCORECARD = `EXISTS (SELECT FROM scorecards s
    JOIN panelists p ON p.organization_id = s.organization_id AND p.interview_id = s.interview_id
     AND p.user_id = s.user_id
   WHERE s.organization_id = $1 AND s.application_id = a.id AND s.status = 'submitted'
     AND p.scorecard_released_at IS NOT NULL AND NOT p.shadow)`

const WAITS_FOR_ALL = `o.blind_until = 'all_submitted' AND EXISTS (SELECT FROM panelists w
   WHERE w.organization_id = $1 AND w.application_id = a.id AND w.owes AND NOT w.shadow
     AND w.scorecard_released_at IS NULL)`

const APPLICATIONS = `(SELECT coalesce(json_agg(json_build_object('applicationId', f.id, 'candidateName', f.name,
      'status', f.status, 'jobId', f.job_id, 'waitsForAll', f.waits) ORDER BY f.name, f.id), '[]')
    FROM (SELECT a.id, a.job_id, a.status, c.name, ${WAITS_FOR_ALL} AS waits
            FROM seen_applications a
            JOIN jobs o ON o.organization_id = a.organization_id AND o.id = a.job_id
            JOIN candidate_search e ON e.organization_id = a.organization_id AND e.candidate_id = a.candidate_id
            JOIN candidates c ON c.organization_id = e.organization_id AND c.id = e.stands_for
           WHERE a.organization_id = $1 AND ${inSight('a.job_id')}
             AND CASE WHEN $5::uuid[] IS NOT NULL THEN a.id = ANY($5)
                 ELSE a.job_id = j.id AND a.status = 'active' AND (q.blind OR ${HAS_SCORECARD}) END
           ORDER BY c.name, a.id LIMIT ${MAX_COMPARED}) f)`

@Injectable()
export class ComparisonsQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** Null where whoever asks may not see the job. */
  async job(
    jobId: string,
    asked: { applicationIds: readonly string[] | null; seesAllJobs: boolean },
  ): Promise<ComparedJob | null> {
    const { organizationId, userId } = this.work.tenant
    const [row] = await this.work.query<ComparedJob>(
      `SELECT j.id, j.family, j.fair_scores AS "fairScores", ${PROFILE} AS competencies,
              q.owes AS "owesHere", ${owesWhere('x.family = j.family AND x.id <> j.id')} AS "owesInFamily",
              q.candidate AS "isACandidate", ${APPLICATIONS} AS applications
         FROM jobs j
         CROSS JOIN LATERAL (SELECT ${owesWhere('x.id = j.id')} AS owes, ${IS_A_CANDIDATE} AS candidate) h
         CROSS JOIN LATERAL (SELECT h.owes, h.candidate, h.owes OR h.candidate AS blind) q
        WHERE j.organization_id = $1 AND j.id = $3 AND ${inSight('j.id')}`,
      [organizationId, userId, jobId, asked.seesAllJobs, asked.applicationIds],
    )
    return row ?? null
  }

  /**
   * What counts of these applications; a kit is large, and is looked into once. Whoever asks has seen it from now on:
   * what they write on one of them later says so.
   */
  scorecards(applicationIds: readonly string[]): Promise<CountedScorecard[]> {
    const { organizationId, userId } = this.work.tenant
    return this.work.query<CountedScorecard>(
      `WITH counted AS (
         SELECT s.id, s.application_id, s.user_id, i.starts_at, i.version_id, s.revision_number, s.recommendation
           FROM scorecards s
           JOIN interviews i ON i.organization_id = s.organization_id AND i.id = s.interview_id
           JOIN panelists p ON p.organization_id = s.organization_id AND p.interview_id = s.interview_id
            AND p.user_id = s.user_id
          WHERE s.organization_id = $1 AND s.application_id = ANY($3::uuid[]) AND s.status = 'submitted'
            AND s.revision_number > s.recalled_through AND p.scorecard_released_at IS NOT NULL AND NOT p.shadow),
       kits AS MATERIALIZED (SELECT v.id, (v.content -> 'scale')::int AS scale
           FROM interview_template_versions v
          WHERE v.organization_id = $1 AND v.id IN (SELECT version_id FROM counted)),
       seen AS (INSERT INTO scorecard_sights (organization_id, application_id, user_id)
         SELECT DISTINCT $1::uuid, application_id, $2::uuid FROM counted WHERE user_id <> $2 ON CONFLICT DO NOTHING)
       SELECT s.id AS "scorecardId", s.application_id AS "applicationId", u.id AS "raterId", u.name AS "raterName",
              k.scale, s.recommendation,
              (SELECT coalesce(json_agg(json_build_object('competencyId', c.id, 'name', c.name, 'level', r.level)
                      ORDER BY c.id), '[]')
                 FROM ratings r
                 JOIN competencies c ON c.organization_id = r.organization_id AND c.id = r.competency_id
                WHERE r.organization_id = $1 AND r.scorecard_id = s.id
                  AND r.revision_number = s.revision_number) AS ratings
         FROM counted s
         JOIN users u ON u.organization_id = $1 AND u.id = s.user_id
         JOIN kits k ON k.id = s.version_id
        ORDER BY u.name, u.id, s.starts_at, s.id`,
      [organizationId, userId, applicationIds],
    )
  }

  /** What was submitted last in these scorecards, as far as whoever asks may read them. */
  sealed(scorecardIds: readonly string[]): Promise<SealedScorecard[]> {
    return this.work.query<SealedScorecard>(
      `SELECT s.id AS "scorecardId", a.candidate_id AS "candidateId", k.wrapped_key AS "wrappedKey",
              v.sealed_content AS "sealedContent"
         FROM scorecards s
         JOIN scorecard_revisions v ON v.organization_id = s.organization_id AND v.scorecard_id = s.id
          AND v.number = s.revision_number
         JOIN applications a ON a.organization_id = s.organization_id AND a.id = s.application_id
         LEFT JOIN candidate_keys k ON k.organization_id = a.organization_id AND k.candidate_id = a.candidate_id
        WHERE s.organization_id = $1 AND s.id = ANY($2::uuid[])`,
      [this.work.tenant.organizationId, scorecardIds],
    )
  }
}
