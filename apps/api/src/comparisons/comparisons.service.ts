import { mayUse, type Principal } from '@assay/access'
import type { Comparison } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { ReadsAudit } from '../audit/reads-audit.service.ts'
import { NotFound, ValidationFailed } from '../http/http.errors.ts'
import { type CountedScorecard, marksOf, namesOnly } from './comparison-table.ts'
import { judgeComparing, judgeFairScores } from './comparison.rules.ts'
import { ComparisonFitsQueries } from './comparison-fits.queries.ts'
import { type ComparedJob, ComparisonsQueries } from './comparisons.queries.ts'
import { type FairSide, fairSideOf, noFairSide } from './fair-scores.ts'

/** Candidates of a job side by side, for whoever owes nothing on it. */
@Injectable()
export class ComparisonsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: ComparisonsQueries,
    private readonly fits: ComparisonFitsQueries,
    private readonly reads: ReadsAudit,
  ) {}

  /** Writes who has seen what, so it is no plain reading. */
  compare(jobId: string, ids: readonly string[] | undefined, asking: Principal): Promise<Comparison> {
    return this.work.run(async () => {
      const job = await this.found(jobId, ids ?? null, asking)
      const { allowed, because } = judgeComparing({
        ...job,
        waitsForAll: job.applications.some(({ waitsForAll }) => waitsForAll),
      })
      if (!allowed) return withheld(job, because)
      const scorecards = await this.queries.scorecards(
        job.applications.map(({ applicationId }) => applicationId),
      )
      this.note(scorecards)
      const { applications, ...rest } = marksOf(job.competencies, job.applications, scorecards)
      const { of, ...side } = await this.fairSide(job, scorecards)
      return {
        jobId,
        fairScores: job.fairScores,
        ...rest,
        ...side,
        applications: applications.map((one) => ({ ...one, ...of(one) })),
        withheld: null,
      }
    })
  }

  private async fairSide(job: ComparedJob, scorecards: readonly CountedScorecard[]): Promise<FairSide> {
    const { allowed, because } = judgeFairScores(job)
    if (!allowed) return noFairSide(because)
    const compared = {
      applicationIds: job.applications.map(({ applicationId }) => applicationId),
      raterIds: [...new Set(scorecards.map(({ raterId }) => raterId))],
    }
    return fairSideOf(await this.fits.of(job.id, compared), job.applications, scorecards)
  }

  private async found(
    jobId: string,
    applicationIds: readonly string[] | null,
    asking: Principal,
  ): Promise<ComparedJob> {
    const seesAllJobs = mayUse(asking, 'jobs.manage').allowed
    const job = await this.queries.job(jobId, { applicationIds, seesAllJobs })
    if (!job) throw new NotFound()
    if (applicationIds !== null && job.applications.length < applicationIds.length) throw new NotFound()
    const strangers = job.applications.filter((one) => one.jobId !== jobId)
    if (strangers.length > 0) {
      const named = strangers.map(({ candidateName, applicationId }) => `${candidateName} (${applicationId})`)
      throw new ValidationFailed({ applicationIds: `Of another job: ${named.join(', ')}.` })
    }
    return job
  }

  private note(scorecards: readonly CountedScorecard[]): void {
    for (const { scorecardId, raterId } of scorecards)
      if (raterId !== this.work.tenant.userId) this.reads.note('scorecard.read', 'scorecard', scorecardId)
  }
}

/** Names, and why no more: nothing in it depends on what others did. */
const withheld = (job: ComparedJob, because: string): Comparison => {
  const { applications, ...rest } = namesOnly(job.applications)
  return {
    jobId: job.id,
    fairScores: job.fairScores,
    ...rest,
    applications: applications.map((one) => ({ ...one, fair: null, panel: null, because: null })),
    fit: null,
    noFitBecause: null,
    pairs: [],
    tiers: [],
    wouldChange: [],
    withheld: because,
  }
}
