import type { Principal } from '@assay/access'
import { fold, type ImportMapping, type ImportOptions, type ListQuery, MAX_PAGE } from '@assay/contracts'
import { Injectable } from '@nestjs/common'
import { CustomFieldsService } from '../custom-fields/custom-fields.service.ts'
import { JobsService } from '../jobs/jobs.service.ts'
import type { ImportedJob } from './place-reading.rules.ts'
import type { ReadingFacts } from './row-reading.rules.ts'

export interface Mapped {
  columnNames: readonly string[]
  mapping: ImportMapping
  options: ImportOptions
}

type Jobs = Map<string, ImportedJob[]>

/** What rows are read with: fields and jobs as they are now. */
@Injectable()
export class ReadingFactsService {
  constructor(
    private readonly fields: CustomFieldsService,
    private readonly jobs: JobsService,
  ) {}

  /** Joins the caller's unit of work. */
  async of({ columnNames, mapping, options }: Mapped, asking: Principal): Promise<ReadingFacts> {
    const namesJobs = mapping.some(({ to }) => to === 'job')
    return {
      mapping,
      options,
      columns: columnNames.length,
      fields: await this.fields.definitions(),
      jobs: namesJobs ? await this.openJobs(asking) : await this.onlyJob(options.jobId, asking),
    }
  }

  /** By their folded titles. */
  async openJobs(asking: Principal): Promise<Jobs> {
    const jobs: Jobs = new Map()
    for (let from = 0; ; from += MAX_PAGE) {
      const query = { sort: ['title', 'ASC'], range: [from, from + MAX_PAGE - 1], filter: { status: 'open' } }
      const { rows } = await this.jobs.list(query as ListQuery<string, { status: 'open' }>, asking)
      for (const job of rows) put(jobs, job)
      if (rows.length < MAX_PAGE) return jobs
    }
  }

  private async onlyJob(id: string | null, asking: Principal): Promise<Jobs> {
    if (id === null) return new Map()
    const filter = { ids: [id] }
    const { rows } = await this.jobs.list({ sort: ['title', 'ASC'], range: [0, 0], filter }, asking)
    return rows.reduce(put, new Map<string, ImportedJob[]>())
  }
}

const put = (jobs: Jobs, job: ImportedJob): Jobs => {
  const title = fold(job.title.trim())
  return jobs.set(title, [...(jobs.get(title) ?? []), job])
}
