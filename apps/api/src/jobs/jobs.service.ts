import { mayUse, type Principal } from '@assay/access'
import {
  type CreateJob,
  fold,
  type JobCoverage,
  type Json,
  type ListQuery,
  type Page,
  sameJson,
  type UpdateJob,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { AuditService } from '../audit/audit.service.ts'
import { RevisionConflict, ValidationFailed } from '../http/http.errors.ts'
import { coverageOf } from './job-coverage.rules.ts'
import { overlapOf } from './job-overlap.rules.ts'
import { JobPartsService } from './job-parts.service.ts'
import { Job } from './job.entity.ts'
import { JobClosed } from './job.errors.ts'
import { type JobFilter, type JobRow, JobsQueries, type Sight } from './jobs.queries.ts'
import { usualKits, usualPipeline } from './usual-pipeline.ts'

export type { JobRow }

type Verb = 'created' | 'updated' | 'closed' | 'reopened'

@Injectable()
export class JobsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly queries: JobsQueries,
    private readonly parts: JobPartsService,
  ) {}

  list(query: ListQuery<string, JobFilter>, asking: Principal): Promise<Page<JobRow>> {
    return this.work.read(() => this.queries.page(query, sightOf(asking)))
  }

  get(id: string, asking: Principal): Promise<JobRow> {
    return this.work.readOnce(() => this.queries.one(id, sightOf(asking)))
  }

  coverage(id: string, asking: Principal): Promise<JobCoverage> {
    return this.work.read(async () => {
      const { stages, levelProfileId } = await this.queries.one(id, sightOf(asking))
      const templateIds = stages.flatMap(({ templates }) => templates.map(({ templateId }) => templateId))
      const coverage = coverageOf({
        stages,
        profile: levelProfileId === null ? [] : await this.queries.profile(levelProfileId),
        rated: await this.queries.rated(templateIds),
      })
      return { ...coverage, overlap: overlapOf(await this.queries.plannedRatings(id)) }
    })
  }

  async create(facts: CreateJob, asking: Principal): Promise<JobRow> {
    return this.work.run(async () => {
      const stages = facts.stages ?? (await this.usualStages())
      await this.parts.check({ ...facts, stages }, null)
      const { team, stages: _stages, family, ...columns } = facts
      const id = newId()
      await this.work.repository(Job).insert({
        ...columns,
        family: family ?? facts.department,
        searchText: searchTextOf(facts),
        organizationId: this.work.tenant.organizationId,
        id,
        createdBy: asking.userId,
      })
      await this.parts.write(id, { stages, team })
      this.record('created', id)
      return this.queries.one(id, sightOf(asking))
    })
  }

  /** A new opening like this one: everything but the title, as it is now. What is archived by now is left out. */
  async copy(id: string, title: string, asking: Principal): Promise<JobRow> {
    return this.work.run(async () => {
      const source = await this.queries.one(id, sightOf(asking))
      const { department, family, level, office, description, blindUntil } = source
      const live = await this.queries.liveTemplates({
        ids: source.stages.flatMap(({ templates }) => templates.map(({ templateId }) => templateId)),
      })
      const active = await this.queries.activeUsers(source.team.map(({ userId }) => userId))
      // A group that somebody left asks those who are still here, or nobody.
      const approvalGroups = source.approvalGroups
        .map(({ needed, userIds }) => ({ needed, userIds: userIds.filter((one) => active.has(one)) }))
        .filter(({ needed, userIds }) => needed <= userIds.length)
      const isLiveProfile =
        source.levelProfileId !== null && (await this.queries.isLiveProfile(source.levelProfileId))
      return this.create(
        {
          title,
          department,
          family,
          level,
          office,
          description,
          approvalGroups,
          blindUntil,
          levelProfileId: isLiveProfile ? source.levelProfileId : null,
          stages: source.stages.map(({ name, requiresScorecards, templates }) => ({
            id: newId(),
            name,
            requiresScorecards,
            templates: templates
              .filter(({ templateId }) => live.has(templateId))
              .map(({ templateId, panelists }) => ({ templateId, panelists })),
          })),
          team: source.team
            .filter(({ userId }) => active.has(userId))
            .map(({ userId, role }) => ({ userId, role })),
        },
        asking,
      )
    })
  }

  async update(id: string, change: UpdateJob, seen: number, asking: Principal): Promise<JobRow> {
    return this.work.run(async () => {
      const before = await this.queries.one(id, sightOf(asking))
      if (before.revision !== seen) throw new RevisionConflict(before)
      if (before.status === 'closed') throw new JobClosed()
      const { stages, team, ...columns } = differing(before, change)
      const fields = Object.keys({ ...columns, ...(stages && { stages }), ...(team && { team }) })
      if (fields.length === 0) return before
      const { approvalGroups } = columns
      if (approvalGroups && asking.role !== 'admin') {
        throw new ValidationFailed({ approvalGroups: 'Only an admin changes who agrees to decisions.' })
      }
      await this.parts.check({ stages, team, levelProfileId: columns.levelProfileId, approvalGroups }, before)
      await this.save(
        before,
        { ...columns, searchText: searchTextOf({ ...before, ...columns } as JobRow) },
        asking,
      )
      await this.parts.write(id, { stages, team })
      this.record('updated', id, { fields })
      return this.queries.one(id, sightOf(asking))
    })
  }

  close(id: string, asking: Principal): Promise<JobRow> {
    return this.move(id, 'closed', asking, { status: 'closed', closedAt: () => 'now()' })
  }

  reopen(id: string, asking: Principal): Promise<JobRow> {
    return this.move(id, 'reopened', asking, { status: 'open', closedAt: null })
  }

  private async move(
    id: string,
    verb: 'closed' | 'reopened',
    asking: Principal,
    columns: { status: JobRow['status'] } & Record<string, unknown>,
  ): Promise<JobRow> {
    return this.work.run(async () => {
      const before = await this.queries.one(id, sightOf(asking))
      if (before.status === columns.status) return before
      await this.save(before, columns, asking)
      this.record(verb, id)
      return this.queries.one(id, sightOf(asking))
    })
  }

  private async save({ id, revision }: JobRow, columns: object, asking: Principal): Promise<void> {
    const { organizationId } = this.work.tenant
    const { affected } = await this.work
      .repository(Job)
      .update(
        { organizationId, id, revision },
        { ...columns, revision: revision + 1, updatedAt: () => 'now()' },
      )
    if (!affected) throw new RevisionConflict(await this.queries.one(id, sightOf(asking)))
  }

  private async usualStages() {
    const templates = await this.queries.liveTemplates({ keys: usualKits })
    return usualPipeline((key) => templates.get(key), newId)
  }

  private record(verb: Verb, id: string, details: Record<string, unknown> = {}): void {
    this.audit.record({ action: `job.${verb}`, subjectType: 'job', subjectId: id, details })
  }
}

/** Recruiters and admins see all jobs, hiring managers theirs. */
const sightOf = (asking: Principal): Sight =>
  mayUse(asking, 'jobs.manage').allowed ? { all: true } : { all: false, userId: asking.userId }

const searchTextOf = ({
  title,
  department,
  family,
}: {
  title: string
  department: string
  family?: string | undefined
}) => fold(`${title}\n${department}\n${family ?? ''}`)

/** A job as it is written: without the names that an answer adds. */
const asWritten = ({ stages, team, ...facts }: JobRow) => ({
  ...facts,
  stages: stages.map(({ templates, ...stage }) => ({
    ...stage,
    templates: templates.map(({ templateId, panelists }) => ({ templateId, panelists })),
  })),
  team: team.map(({ userId, role }) => ({ userId, role })),
})

const differing = (before: JobRow, change: UpdateJob): UpdateJob => {
  const written = asWritten(before) as unknown as Record<string, Json>
  return Object.fromEntries(
    Object.entries(change).filter(
      ([field, value]) => value !== undefined && !sameJson(written[field], value as Json),
    ),
  )
}
