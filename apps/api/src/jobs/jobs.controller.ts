import { Allow, Asking, type Principal } from '@assay/access'
import {
  byId,
  copyJob,
  createJob,
  type CreateJob,
  job,
  jobCoverage,
  jobList,
  type ListQuery,
  updateJob,
  type UpdateJob,
} from '@assay/contracts'
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common'
import { Returns, ReturnsPage } from '../http/answers.ts'
import { IfMatch } from '../http/if-match.ts'
import type { JobFilter } from './jobs.queries.ts'
import { JobsService } from './jobs.service.ts'

@Controller('jobs')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  @Get()
  @Allow('jobs.read')
  @ReturnsPage(job, 'jobs')
  list(@Query({ schema: jobList }) query: ListQuery<string, JobFilter>, @Asking() asking: Principal) {
    return this.jobs.list(query, asking)
  }

  @Get(':id')
  @Allow('jobs.read')
  @Returns(job)
  get(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.jobs.get(id, asking)
  }

  @Get(':id/coverage')
  @Allow('jobs.read')
  @Returns(jobCoverage)
  coverage(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.jobs.coverage(id, asking)
  }

  @Post()
  @Allow('jobs.manage')
  @Returns(job, 201)
  create(@Body({ schema: createJob }) facts: CreateJob, @Asking() asking: Principal) {
    return this.jobs.create(facts, asking)
  }

  @Post(':id/copy')
  @Allow('jobs.manage')
  @Returns(job, 201)
  copy(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: copyJob }) { title }: { title: string },
    @Asking() asking: Principal,
  ) {
    return this.jobs.copy(id, title, asking)
  }

  @Patch(':id')
  @Allow('jobs.manage')
  @Returns(job)
  update(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: updateJob }) change: UpdateJob,
    @IfMatch() seen: number,
    @Asking() asking: Principal,
  ) {
    return this.jobs.update(id, change, seen, asking)
  }

  @Post(':id/close')
  @Allow('jobs.manage')
  @Returns(job)
  close(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.jobs.close(id, asking)
  }

  @Post(':id/reopen')
  @Allow('jobs.manage')
  @Returns(job)
  reopen(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.jobs.reopen(id, asking)
  }
}
