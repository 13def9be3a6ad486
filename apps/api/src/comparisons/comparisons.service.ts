import { mayUse, type Principal } from '@assay/access'
import type { Comparison } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { ReadsAudit } from '../audit/reads-audit.service.ts'
import { NotFound, ValidationFailed } from '../http/http.errors.ts'
import { type CountedScorecard, marksOf, namesOnly } from './comparison-table.ts'
import { judgeComparing, judgeFairScores } from './comparison.rules.ts'
import { type ComparedJob, ComparisonsQueries } from './comparisons.queries.ts'

const NO_FIT = 'No fair scores have been computed for this job.'

/** Candidates of a job side by side, for whoever owes nothing on it. */
@Injectable()
export class ComparisonsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: ComparisonsQueries,
    private readonly reads: ReadsAudit,
  ) {}

  /** Writes who has seen what, so it is no plain reading. */
  compare(jobId: string, ids: readonly string[] | undefined, asking: Principal): Promise<Comparison> {
    return this.work.run(async () => {
      const job = await this.found(jobId, ids ?? null, asking)
      const verdict = judgeComparing({
        ...job,
        waitsForAll: job.applications.some(({ waitsForAll }) => waitsForAll),
      })
      const fair = judgeFairScores(job)
      const head = {
        jobId,
        fairScores: job.fairScores,
        fit: null,
        noFitBecause: fair.allowed ? NO_FIT : fair.because,
        pairs: [],
        tiers: [],
        wouldChange: [],
      }
      const none = { fair: null, panel: null, because: head.noFitBecause }
      if (!verdict.allowed) {
        const { applications, ...rest } = namesOnly(job.applications)
        const named = applications.map((one) => ({ ...one, ...none, because: null }))
        return { ...head, ...rest, noFitBecause: null, applications: named, withheld: verdict.because }
      }
      const scorecards = await this.queries.scorecards(
        job.applications.map(({ applicationId }) => applicationId),
      )
      this.note(scorecards)
      const { applications, ...rest } = marksOf(job.competencies, job.applications, scorecards)
      return {
        ...head,
        ...rest,
        applications: applications.map((one) => ({ ...one, ...none })),
        withheld: null,
      }
    })
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
