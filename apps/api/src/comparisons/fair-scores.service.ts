import { mayUse, type Principal } from '@assay/access'
import type { FairScores } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { AuditService } from '../audit/audit.service.ts'
import { NotFound } from '../http/http.errors.ts'

/** Whether fair scores stand beside the marks of a job. Switched off, none is shown and none is computed by itself. */
@Injectable()
export class FairScoresService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  switch(jobId: string, to: FairScores, asking: Principal): Promise<void> {
    return this.work.run(async () => {
      const { organizationId, userId } = this.work.tenant
      const [job] = await this.work.query<{ fairScores: FairScores }>(
        `SELECT fair_scores AS "fairScores" FROM jobs j WHERE organization_id = $1 AND id = $2
            AND ($3 OR EXISTS (SELECT FROM job_team_members m WHERE m.organization_id = $1
              AND m.job_id = j.id AND m.user_id = $4 AND m.role = 'hiring_manager')) FOR UPDATE`,
        [organizationId, jobId, mayUse(asking, 'jobs.manage').allowed, userId],
      )
      if (!job) throw new NotFound()
      if (job.fairScores === to) return
      await this.work.query('UPDATE jobs SET fair_scores = $3 WHERE organization_id = $1 AND id = $2', [
        organizationId,
        jobId,
        to,
      ])
      this.audit.record({ action: `job.fair_scores_switched_${to}`, subjectType: 'job', subjectId: jobId })
    })
  }
}
