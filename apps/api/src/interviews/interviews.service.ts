import { mayUse, type Principal } from '@assay/access'
import type {
  CheckSchedule,
  InterviewResumes,
  InterviewStatus,
  ListQuery,
  MyInterviews,
  Page,
  ScheduleConflicts,
  ScheduleInterview,
  UpdateInterview,
  VersionContent,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { CandidateDocumentsService } from '../candidate-documents/candidate-documents.service.ts'
import { AuditService } from '../audit/audit.service.ts'
import type { FileAnswer } from '../http/file-answer.ts'
import { NotFound, RevisionConflict, ValidationFailed } from '../http/http.errors.ts'
import { Interview } from './interview.entity.ts'
import { InterviewRefused } from './interview.errors.ts'
import { InterviewNoticesService } from './interview-notices.service.ts'
import {
  countsInCalendars,
  isPast,
  judgeChange,
  judgeScheduling,
  judgeVersionChange,
  type Verdict,
} from './interview.rules.ts'
import {
  type InterviewFilter,
  type InterviewRow,
  InterviewsQueries,
  type Sight,
} from './interviews.queries.ts'
import { PanelsService, type Seat, toldOfChange } from './panels.service.ts'

type Verb = 'scheduled' | 'changed' | 'cancelled' | 'did_not_happen'

const MINUTE_MS = 60_000

@Injectable()
export class InterviewsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly queries: InterviewsQueries,
    private readonly panels: PanelsService,
    private readonly notices: InterviewNoticesService,
    private readonly documents: CandidateDocumentsService,
  ) {}

  list(query: ListQuery<string, InterviewFilter>, asking: Principal): Promise<Page<InterviewRow>> {
    return this.work.read(() => this.queries.page(query, sightOf(asking)))
  }

  get(id: string, asking: Principal): Promise<InterviewRow> {
    return this.work.readOnce(() => this.queries.one(id, sightOf(asking)))
  }

  mine(): Promise<MyInterviews> {
    return this.work.readOnce(async () => {
      const rows = await this.queries.mine()
      const owed = rows.filter((row) => row.owed && row.isOver)
      const upcoming = rows.filter(({ isOver }) => !isOver)
      // The answer's schema writes the times.
      return { owed, upcoming } as unknown as MyInterviews
    })
  }

  /** What the panel asks: for whoever sees the interview, in the version it was scheduled with. */
  kit(id: string, asking: Principal): Promise<VersionContent> {
    return this.work.read(async () => {
      await this.queries.one(id, sightOf(asking))
      return this.queries.kit(id)
    })
  }

  calendar(id: string, asking: Principal): Promise<FileAnswer> {
    return this.work.read(async () => {
      await this.queries.one(id, sightOf(asking))
      const { name, text } = await this.notices.file(id)
      return { name, extension: 'ics', bytes: Buffer.from(text) }
    })
  }

  /** What the panel reads of the candidate beforehand. */
  resumes(id: string, asking: Principal): Promise<InterviewResumes> {
    return this.work.read(async () => ({ resumes: await this.resumesFor(id, asking) }))
  }

  resumeFile(id: string, resumeId: string, asking: Principal): Promise<FileAnswer> {
    return this.documents.resumeFile(resumeId, () => this.resumesFor(id, asking))
  }

  conflicts(wanted: CheckSchedule, asking: Principal): Promise<ScheduleConflicts> {
    return this.work.readOnce(async () => {
      const conflicts = await this.queries.conflicts(wanted, sightOf(asking))
      return { conflicts } as unknown as ScheduleConflicts
    })
  }

  async schedule(facts: ScheduleInterview, asking: Principal): Promise<InterviewRow> {
    return this.work.run(async () => {
      const application = await this.queries.scheduling(facts.applicationId, asking.userId)
      if (!application) throw new NotFound()
      allow(judgeScheduling(application))
      const problems = await this.problemsOf(facts, application.emails, [])
      const stageId = facts.stageId ?? application.stageId
      if (facts.stageId !== undefined && !(await this.queries.isStage(facts.stageId, application.jobId))) {
        problems['stageId'] = 'The pipeline of this job has no such stage.'
      }
      const versionId = await this.queries.publishedVersion(facts.templateId)
      if (versionId === null) problems['templateId'] = NO_VERSION
      if (Object.keys(problems).length > 0 || versionId === null) throw new ValidationFailed(problems)
      const id = newId()
      const { applicationId, timeZone, place, link } = facts
      const startsAt = new Date(facts.startsAt)
      await this.work.repository(Interview).insert({
        organizationId: this.work.tenant.organizationId,
        id,
        applicationId,
        stageId,
        versionId,
        startsAt,
        endsAt: endOf(startsAt, facts.minutes),
        timeZone,
        place,
        link,
        createdBy: asking.userId,
      })
      await this.panels.seat({ id, applicationId }, facts.panel)
      await this.notices.tell(
        id,
        facts.panel.map(({ userId }) => ({ userId, kind: 'scheduled' })),
      )
      this.record('scheduled', id)
      return this.queries.one(id, sightOf(asking))
    })
  }

  async update(id: string, change: UpdateInterview, seen: number, asking: Principal): Promise<InterviewRow> {
    return this.work.run(async () => {
      const before = await this.queries.one(id, sightOf(asking))
      if (before.revision !== seen) throw new RevisionConflict(before)
      const facts = {
        status: before.status,
        isOpened: await this.queries.isOpened(id),
        candidateIsErased: await this.queries.isOfErased(id),
      }
      allow(judgeChange(facts))
      const application = await this.queries.scheduling(before.applicationId, asking.userId)
      const seated = before.panel.map(({ userId }) => userId)
      const problems = await this.problemsOf(change, application?.emails ?? [], seated)
      if (Object.keys(problems).length > 0) throw new ValidationFailed(problems)
      const columns = await this.columnsOf(before, change)
      if ('versionId' in columns) allow(judgeVersionChange(facts))
      const panelChanged = change.panel !== undefined && !isSamePanel(before.panel, change.panel)
      const fields = [...Object.keys(columns), ...(panelChanged ? ['panel'] : [])]
      if (fields.length === 0) return before
      await this.save(before, fields, columns, asking)
      if (change.panel) await this.panels.seat(before, change.panel)
      await this.notices.tell(id, toldOfChange(seated, change.panel, Object.keys(columns)))
      this.record('changed', id, { fields })
      return this.queries.one(id, sightOf(asking))
    })
  }

  /** It will not take place, or did not. The reason stays out of the record: it may say something about the person. */
  async end(
    id: string,
    status: Exclude<InterviewStatus, 'scheduled'>,
    because: string | null,
    asking: Principal,
  ): Promise<InterviewRow> {
    return this.work.run(async () => {
      const before = await this.queries.one(id, sightOf(asking))
      if (before.status === status) return before
      allow(judgeChange({ status: before.status, candidateIsErased: await this.queries.isOfErased(id) }))
      await this.save(before, ['status'], { status, endedBecause: because }, asking)
      await this.panels.release(id)
      if (status === 'cancelled') {
        await this.notices.tell(
          id,
          before.panel.map(({ userId }) => ({ userId, kind: 'cancelled' })),
        )
      }
      this.record(status, id)
      return this.queries.one(id, sightOf(asking))
    })
  }

  private async resumesFor(id: string, asking: Principal): Promise<InterviewResumes['resumes']> {
    const { candidate } = await this.queries.one(id, sightOf(asking))
    return this.documents.resumesOf(candidate.id)
  }

  private async problemsOf(
    facts: Partial<ScheduleInterview> | UpdateInterview,
    candidateEmails: readonly string[],
    seated: readonly string[],
  ): Promise<Record<string, string>> {
    const problems: Record<string, string> = {}
    if (facts.startsAt !== undefined && facts.heldAlready !== true) {
      const now = await this.work.now()
      if (isPast(new Date(facts.startsAt), now)) {
        problems['startsAt'] = 'This is in the past. Say that it was held already to record it.'
      }
    }
    const panel = facts.panel ?? []
    const people = await this.queries.people(panel.map(({ userId }) => userId))
    for (const [place, { userId }] of panel.entries()) {
      const person = people.get(userId)
      if (!person && !seated.includes(userId)) {
        problems[`panel.${place}.userId`] = 'This person is not here, or is disabled.'
      } else if (person && candidateEmails.includes(person.email)) {
        problems[`panel.${place}.userId`] = 'This is the candidate: nobody interviews themselves.'
      }
    }
    return problems
  }

  /** What differs from before, as columns. */
  private async columnsOf(before: InterviewRow, change: UpdateInterview): Promise<Partial<Interview>> {
    const columns: Partial<Interview> = {}
    const startsAt = change.startsAt === undefined ? before.startsAt : new Date(change.startsAt)
    const minutes = change.minutes ?? (before.endsAt.getTime() - before.startsAt.getTime()) / MINUTE_MS
    const endsAt = endOf(startsAt, minutes)
    if (startsAt.getTime() !== before.startsAt.getTime()) columns.startsAt = startsAt
    if (endsAt.getTime() !== before.endsAt.getTime()) columns.endsAt = endsAt
    for (const field of ['timeZone', 'place', 'link'] as const) {
      const value = change[field]
      if (value !== undefined && value !== before[field]) Object.assign(columns, { [field]: value })
    }
    if (change.templateId !== undefined && change.templateId !== before.template.id) {
      const versionId = await this.queries.publishedVersion(change.templateId)
      if (versionId === null) throw new ValidationFailed({ templateId: NO_VERSION })
      columns.versionId = versionId
    }
    return columns
  }

  private async save(
    { id, revision }: InterviewRow,
    fields: readonly string[],
    columns: Partial<Interview>,
    asking: Principal,
  ): Promise<void> {
    const { affected } = await this.work.repository(Interview).update(
      { organizationId: this.work.tenant.organizationId, id, revision },
      {
        ...columns,
        ...(countsInCalendars(fields) ? { sequence: () => 'sequence + 1' } : {}),
        revision: revision + 1,
        updatedAt: () => 'now()',
      },
    )
    if (!affected) throw new RevisionConflict(await this.queries.one(id, sightOf(asking)))
  }

  private record(verb: Verb, id: string, details: Record<string, unknown> = {}): void {
    this.audit.record({ action: `interview.${verb}`, subjectType: 'interview', subjectId: id, details })
  }
}

const NO_VERSION = 'This interview template has no published version.'

const endOf = (startsAt: Date, minutes: number): Date => new Date(startsAt.getTime() + minutes * MINUTE_MS)

const allow = ({ allowed, because }: Verdict): void => {
  if (!allowed) throw new InterviewRefused(because)
}

const isSamePanel = (before: readonly Seat[], after: readonly Seat[]): boolean =>
  before.length === after.length &&
  after.every(({ userId, shadow }) => before.some((one) => one.userId === userId && one.shadow === shadow))

/** Recruiters and admins see all interviews, hiring managers those of their jobs, everybody their own. */
const sightOf = (asking: Principal): Sight => {
  if (mayUse(asking, 'interviews.manage').allowed) return 'all'
  return mayUse(asking, 'applications.read').allowed ? 'team' : 'panel'
}
