import type { Principal } from '@assay/access'
import type {
  Application as Answer,
  ApplicationChange as ChangeAnswer,
  Board,
  CreateApplication,
  ListQuery,
  Page,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { AuditService } from '../audit/audit.service.ts'
import { CandidateSearchService } from '../candidates/candidate-search.service.ts'
import { CandidateKeysService } from '../candidates/candidate-keys.service.ts'
import { ValidationFailed } from '../http/http.errors.ts'
import { type JobRow, JobsService } from '../jobs/jobs.service.ts'
import { Application } from './application.entity.ts'
import { ApplicationChange } from './application-change.entity.ts'
import { AppliedAlready, CommandRefused } from './application.errors.ts'
import { sightOf } from './applications.access.ts'
import {
  type ApplicationFilter,
  type ApplicationRow,
  ApplicationsQueries,
  type ChangeRow,
} from './applications.queries.ts'

/** As people fill it in. */
export type ListedFilter = Omit<ApplicationFilter, 'named'> & { q?: string }

@Injectable()
export class ApplicationsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly queries: ApplicationsQueries,
    private readonly jobs: JobsService,
    private readonly keys: CandidateKeysService,
    private readonly search: CandidateSearchService,
  ) {}

  async list(
    { filter: { q, ...filter }, ...query }: ListQuery<string, ListedFilter>,
    asking: Principal,
  ): Promise<Page<ApplicationRow>> {
    const named = q === undefined ? undefined : this.search.namesAsked(q)
    if (named === null) return { rows: [], total: 0 }
    const wanted = { ...query, filter: { ...filter, ...(named === undefined ? {} : { named }) } }
    return this.work.readOnce(() => this.queries.page(wanted, sightOf(asking)))
  }

  get(id: string, asking: Principal): Promise<ApplicationRow> {
    return this.work.readOnce(() => this.queries.one(id, sightOf(asking)))
  }

  /** Newest first, with its notes as far as the candidate's key still opens them. */
  history(id: string, asking: Principal): Promise<ChangeAnswer[]> {
    return this.work.read(async () => {
      const { candidateId, changes } = await this.queries.history(id, sightOf(asking))
      const opened: ChangeAnswer[] = []
      for (const change of changes) opened.push(await this.opened(candidateId, change))
      return opened
    })
  }

  board(jobId: string, asking: Principal): Promise<Board> {
    return this.work.read(async () => {
      const job = await this.jobs.get(jobId, asking)
      const { counts, cards } = await this.queries.board(jobId, sightOf(asking))
      const counted = (matches: (row: (typeof counts)[number]) => boolean): number =>
        counts.filter(matches).reduce((sum, { count }) => sum + count, 0)
      return {
        stages: job.stages.map(({ id, name, requiresScorecards }) => ({
          id,
          name,
          requiresScorecards,
          active: counted(({ stageId, status }) => stageId === id && status === 'active'),
          // The answer's schema writes the times.
          cards: cards.filter(({ stage }) => stage.id === id) as unknown as Answer[],
        })),
        over: {
          hired: counted(({ status }) => status === 'hired'),
          rejected: counted(({ status }) => status === 'rejected'),
          withdrawn: counted(({ status }) => status === 'withdrawn'),
        },
      }
    })
  }

  async create(facts: CreateApplication, asking: Principal): Promise<ApplicationRow> {
    return this.work.run(async () => {
      const { job, stage } = await this.place(facts, asking)
      const candidate = await this.applicant(facts)
      if (candidate.applied) throw new AppliedAlready(candidate.name, job.title)
      const id = await this.insert({ ...facts, candidateId: candidate.id }, stage, asking)
      this.audit.record({
        action: 'application.created',
        subjectType: 'application',
        subjectId: id,
        details: { candidateId: candidate.id, jobId: job.id, stage: stage.name },
      })
      return this.queries.one(id, sightOf(asking))
    })
  }

  /** Where an application would begin; refuses what `create` would refuse whoever applied. Writes nothing. */
  async place(
    { jobId, stageId, appliedAt }: Omit<CreateApplication, 'candidateId' | 'source'>,
    asking: Principal,
  ): Promise<{ job: JobRow; stage: JobRow['stages'][number] }> {
    const job = await this.jobs.get(jobId, asking)
    if (job.status === 'closed') throw new CommandRefused('This job is closed. Reopen it first.')
    const stage = stageId === undefined ? job.stages[0] : job.stages.find(({ id }) => id === stageId)
    if (!stage) throw new ValidationFailed({ stageId: 'The pipeline of this job has no such stage.' })
    if (appliedAt !== undefined && new Date(appliedAt) > (await this.work.now())) {
      throw new ValidationFailed({ appliedAt: 'Nobody applied in the future.' })
    }
    return { job, stage }
  }

  /** Whom a candidate stands for today, and whether they are in the pipeline of this job. */
  async applicant({ candidateId, jobId }: Pick<CreateApplication, 'candidateId' | 'jobId'>): Promise<{
    id: string
    name: string
    applied: boolean
  }> {
    const candidate = await this.queries.applicant(candidateId, jobId)
    if (!candidate) throw new ValidationFailed({ candidateId: 'This candidate does not exist here.' })
    if (candidate.erased)
      throw new CommandRefused('This candidate was erased. Nobody is put into a pipeline for them.')
    return candidate
  }

  private async insert(
    { candidateId, jobId, source, appliedAt }: CreateApplication,
    stage: { id: string; name: string },
    { userId }: Principal,
  ): Promise<string> {
    const id = newId()
    const now = await this.work.now()
    const { organizationId } = this.work.tenant
    await this.work.repository(Application).insert({
      organizationId,
      id,
      candidateId,
      jobId,
      stageId: stage.id,
      source: source ?? null,
      appliedAt: appliedAt === undefined ? now : new Date(appliedAt),
      enteredStageAt: now,
      lastActivityAt: now,
      createdBy: userId,
    })
    await this.work.repository(ApplicationChange).insert({
      organizationId,
      applicationId: id,
      revision: 1,
      kind: 'applied',
      stageId: stage.id,
      stageName: stage.name,
      status: 'active',
      enteredStageAt: now,
      changeSetId: newId(),
      madeBy: userId,
    })
    return id
  }

  private async opened(candidateId: string, { sealedNote, ...change }: ChangeRow): Promise<ChangeAnswer> {
    const note = sealedNote === null ? null : await this.keys.open(candidateId, sealedNote)
    return { ...change, note } as unknown as ChangeAnswer
  }
}
