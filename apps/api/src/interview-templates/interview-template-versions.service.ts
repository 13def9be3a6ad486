import type { Principal } from '@assay/access'
import {
  type CreateTemplateVersion,
  type InterviewTemplateVersion as VersionAnswer,
  type ListQuery,
  MAX_OPEN_VERSIONS,
  type Page,
  type VersionContent,
  type VersionDraft,
  type VersionSummary,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { isDeepStrictEqual } from 'node:util'
import { v7 as newId } from 'uuid'
import { AuditService } from '../audit/audit.service.ts'
import { RevisionConflict, ValidationFailed } from '../http/http.errors.ts'
import { InterviewTemplateVersion } from './interview-template-version.entity.ts'
import {
  idsOf,
  InterviewTemplateVersionsQueries,
  type VersionFilter,
  type VersionRow,
} from './interview-template-versions.queries.ts'
import { refusal, TooManyOpenVersions } from './interview-template.errors.ts'
import { VersionReadingService } from './version-reading.service.ts'
import { judgeVersionStep, TEMPLATE_ARCHIVED } from './version-status.rules.ts'
import { VersionUsesService } from './version-uses.service.ts'

/** What a template begins with when there is nothing to begin with. */
export const emptyDraft: VersionDraft = {
  durationMinutes: 60,
  scale: 4,
  instructions: '',
  preparation: { about: '', topics: [] },
  competencies: [],
  structureIds: [],
  signalIds: [],
  sections: [],
}

/** Minutes that a draft puts otherwise than the bank. */
export const ownMinutesOf = (draft: VersionDraft) => {
  const asked = draft.sections.flatMap(({ questions }) => questions)
  const minutes = new Map(asked.map(({ questionId, overrides }) => [questionId, overrides.minutes ?? null]))
  return (questionId: string): number | null => minutes.get(questionId) ?? null
}

@Injectable()
export class InterviewTemplateVersionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly queries: InterviewTemplateVersionsQueries,
    private readonly reading: VersionReadingService,
    private readonly uses: VersionUsesService,
  ) {}

  list(query: ListQuery<string, VersionFilter>): Promise<Page<VersionSummary>> {
    return this.work.read(() => this.queries.page(query))
  }

  get(id: string, asking: Principal): Promise<VersionAnswer> {
    return this.work.readOnce(() => this.reading.show(id, asking))
  }

  async create(wanted: CreateTemplateVersion, asking: Principal): Promise<VersionAnswer> {
    return this.work.run(async () => {
      const number = await this.nextNumber(wanted.templateId)
      const startId = wanted.basedOnId ?? (await this.queries.startOf(wanted.templateId))
      const start = startId === null ? null : await this.queries.one(startId)
      if (start && start.templateId !== wanted.templateId) {
        throw new ValidationFailed({ basedOnId: 'This is a version of another template: clone it instead.' })
      }
      const id = await this.begin(wanted.templateId, number, start?.draft ?? emptyDraft, { start })
      return this.reading.show(id, asking)
    })
  }

  /** Joins the caller's unit of work. Locks the template until it ends. */
  async nextNumber(templateId: string): Promise<number> {
    const { number, open, archived } = await this.queries.nextOf(templateId)
    if (archived) throw refusal({ allowed: false, kind: 'not_now', because: TEMPLATE_ARCHIVED })
    if (open >= MAX_OPEN_VERSIONS) throw new TooManyOpenVersions(MAX_OPEN_VERSIONS)
    return number
  }

  /** Joins the caller's unit of work. A draft that begins with what cannot change any more says so. */
  async begin(
    templateId: string,
    number: number,
    draft: VersionDraft,
    origin: { start?: VersionRow | null; builtInVersion?: string; note?: string } = {},
  ): Promise<string> {
    const content = await this.reading.writtenOut(draft)
    const { start = null, builtInVersion = null, note = '' } = origin
    const isSettled = start?.status === 'published' || start?.status === 'retired'
    const id = newId()
    const { organizationId, userId } = this.work.tenant
    await this.work.repository(InterviewTemplateVersion).insert({
      organizationId,
      id,
      templateId,
      number,
      draft: draft as never,
      basedOnId: isSettled ? start.id : null,
      builtInVersion,
      note,
      createdBy: userId,
      writtenBy: userId,
    })
    await this.uses.write(id, content, ownMinutesOf(draft))
    this.record('created', id, { number })
    return id
  }

  /** Saves a draft as a whole. What it names already may stay though it is archived; nothing archived is added. */
  async update(id: string, draft: VersionDraft, seen: number, asking: Principal): Promise<VersionAnswer> {
    return this.work.run(async () => {
      const before = await this.reading.readLocked(id)
      const verdict = judgeVersionStep('edit', this.reading.factsFor(before.row, asking))
      if (!verdict.allowed) throw refusal(verdict)
      if (before.row.revision !== seen) {
        throw new RevisionConflict(this.reading.answerOf(before, asking))
      }
      if (isDeepStrictEqual(before.row.draft, draft)) return this.reading.answerOf(before, asking)
      const content = await this.reading.writtenOut(draft)
      await this.refuseArchived(before.row.draft, draft)
      await this.save(id, draft, content, seen)
      return this.reading.show(id, asking)
    })
  }

  /** A draft that nobody wants any more. */
  async discard(id: string, asking: Principal): Promise<void> {
    await this.work.run(async () => {
      const row = await this.queries.lock(id)
      const verdict = judgeVersionStep('discard', this.reading.factsFor(row, asking))
      if (!verdict.allowed) throw refusal(verdict)
      const { organizationId } = this.work.tenant
      await this.work.repository(InterviewTemplateVersion).delete({ organizationId, id })
      this.record('discarded', id, {
        number: row.number,
        name: row.template.name,
        templateId: row.templateId,
      })
    })
  }

  private async save(id: string, draft: VersionDraft, content: VersionContent, seen: number): Promise<void> {
    const { organizationId } = this.work.tenant
    await this.work
      .repository(InterviewTemplateVersion)
      .update(
        { organizationId, id },
        { draft, writtenBy: this.work.tenant.userId, revision: seen + 1, updatedAt: () => 'now()' },
      )
    await this.uses.write(id, content, ownMinutesOf(draft))
  }

  private async refuseArchived(before: VersionDraft, draft: VersionDraft): Promise<void> {
    const known = new Set(Object.values(idsOf(before)).flat())
    const archived = await this.queries.archived(idsOf(draft))
    const added = Object.entries(idsOf(draft)).filter(([, ids]) =>
      ids.some((id) => archived.has(id) && !known.has(id)),
    )
    if (added.length === 0) return
    throw new ValidationFailed(
      Object.fromEntries(
        added.map(([kind]) => [
          `draft.${kind}`,
          'One of these is archived: restore it in the question bank.',
        ]),
      ),
    )
  }

  private record(verb: 'created' | 'discarded', id: string, details: Record<string, unknown>): void {
    this.audit.record({
      action: `interview_template_version.${verb}`,
      subjectType: 'interview_template_version',
      subjectId: id,
      details,
    })
  }
}
