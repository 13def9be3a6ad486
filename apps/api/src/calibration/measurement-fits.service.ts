import { mayUse, type Principal } from '@assay/access'
import type { ListQuery, Page } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { NotFound } from '../http/http.errors.ts'
import { FitRunnerService } from './fit-runner.service.ts'
import { FitRefused } from './fit.errors.ts'
import { judgeAskingForFit } from './fit.rules.ts'
import {
  type FitFilter,
  type FitRow,
  type FitSight,
  MeasurementFitsQueries,
} from './measurement-fits.queries.ts'

/** Fits for whoever may see the job. For whoever owes in its family there are none. */
@Injectable()
export class MeasurementFitsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: MeasurementFitsQueries,
    private readonly runner: FitRunnerService,
  ) {}

  list(query: ListQuery<string, FitFilter>, asking: Principal): Promise<Page<FitRow>> {
    return this.work.read(() => this.queries.page(query, sightOf(asking)))
  }

  get(id: string, asking: Principal): Promise<FitRow> {
    return this.work.read(() => this.found(id, asking))
  }

  ask(jobId: string, asking: Principal): Promise<FitRow> {
    return this.work.run(async () => {
      const job = await this.queries.asking(jobId, sightOf(asking))
      if (!job) throw new NotFound()
      const { allowed, because } = judgeAskingForFit(job)
      if (!allowed) throw new FitRefused(because)
      const id = await this.queries.queue({ id: newId(), jobId, family: job.family })
      const { organizationId } = this.work.tenant
      this.work.afterCommit(() => this.runner.wake(organizationId))
      return this.found(id, asking)
    })
  }

  private async found(id: string, asking: Principal): Promise<FitRow> {
    const row = await this.queries.one(id, sightOf(asking))
    if (!row) throw new NotFound()
    return row
  }
}

const sightOf = (asking: Principal): FitSight => ({ seesAllJobs: mayUse(asking, 'jobs.manage').allowed })
