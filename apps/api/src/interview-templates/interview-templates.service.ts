import { mayUse, type Principal } from '@assay/access'
import type {
  CloneInterviewTemplate,
  CreateInterviewTemplate,
  InterviewTemplate as TemplateAnswer,
  VersionDraft,
} from '@assay/contracts'
import { Forbidden } from '@assay/access'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { AuditService } from '../audit/audit.service.ts'
import { ValidationFailed } from '../http/http.errors.ts'
import {
  type BankKind,
  type BankRow,
  BankEntriesService,
  BankQueries,
} from '../question-bank/bank-entries.service.ts'
import { InterviewTemplateVersionsQueries } from './interview-template-versions.queries.ts'
import { emptyDraft, InterviewTemplateVersionsService } from './interview-template-versions.service.ts'
import { InterviewTemplate } from './interview-template.entity.ts'
import { MANAGE_TEMPLATES } from './interview-templates.access.ts'
import { versionSummaryJson } from './version-summary.sql.ts'

type TemplateRow = BankRow & Omit<TemplateAnswer, keyof BankRow> & { createdBy: string | null }
type TemplateFacts = CreateInterviewTemplate & { createdBy?: string | null }

const versionsWhere = (condition: string): string => `FROM interview_template_versions v
  WHERE v.organization_id = e.organization_id AND v.template_id = e.id AND ${condition}`

const uses = (table: string, column: string) => (place: string) => `EXISTS (
  SELECT FROM ${table} u
    JOIN interview_template_versions v ON v.organization_id = u.organization_id AND v.id = u.version_id
   WHERE u.organization_id = e.organization_id AND u.${column} = ${place} AND v.template_id = e.id
     AND v.status <> 'retired')`

@Injectable()
export class InterviewTemplatesService extends BankEntriesService<TemplateRow, TemplateFacts> {
  protected readonly kind: BankKind = {
    entity: InterviewTemplate,
    table: 'interview_templates',
    subject: 'interview_template',
    nameField: 'name',
    searched: ['name', 'purpose'],
    columns: `e.name, e.purpose, e.created_by AS "createdBy",
      (SELECT ${versionSummaryJson} ${versionsWhere("v.status = 'published'")}) AS published,
      (SELECT coalesce(json_agg(${versionSummaryJson} ORDER BY v.number DESC), '[]')
         ${versionsWhere("v.status IN ('draft', 'in_review')")}) AS open`,
    sort: { name: 'folded_name', updatedAt: 'updated_at' },
    filters: {
      status: (place) => `EXISTS (SELECT ${versionsWhere(`v.status = ${place}`)})`,
      questionId: uses('version_questions', 'question_id'),
      competencyId: uses('version_competencies', 'competency_id'),
      structureId: uses('version_structures', 'structure_id'),
      signalId: uses('version_signals', 'signal_id'),
    },
  }

  constructor(
    work: UnitOfWork,
    audit: AuditService,
    queries: BankQueries,
    private readonly versions: InterviewTemplateVersionsService,
    private readonly versionQueries: InterviewTemplateVersionsQueries,
  ) {
    super(work, audit, queries)
  }

  /** Begins with an empty draft, which belongs to whoever made it. */
  override async create(facts: CreateInterviewTemplate): Promise<TemplateRow> {
    return this.createWith(facts, emptyDraft)
  }

  /** A template and its first draft, or neither. */
  async createWith(facts: CreateInterviewTemplate, draft: VersionDraft): Promise<TemplateRow> {
    return this.work.run(async () => {
      const { id } = await super.create({ ...facts, createdBy: this.work.tenant.userId })
      await this.versions.begin(id, 1, draft)
      return this.get(id)
    })
  }

  async clone(id: string, { name, versionId }: CloneInterviewTemplate): Promise<TemplateRow> {
    return this.work.run(async () => {
      const { purpose } = await this.get(id)
      const startId = versionId ?? (await this.versionQueries.startOf(id))
      const start = startId === null ? null : await this.versionQueries.one(startId)
      if (start && start.templateId !== id) {
        throw new ValidationFailed({ versionId: 'This is a version of another template.' })
      }
      const made = await super.create({ name, purpose, createdBy: this.work.tenant.userId })
      const draft = start?.draft ?? emptyDraft
      await this.versions.begin(made.id, 1, draft, { start })
      return this.get(made.id)
    })
  }

  /** Somebody who only proposes names what they made themselves, until the first version of it is published. */
  async rename(
    id: string,
    change: Partial<CreateInterviewTemplate>,
    seen: number,
    asking: Principal,
  ): Promise<TemplateRow> {
    return this.work.run(async () => {
      const { createdBy, published } = await this.get(id)
      const isOwnProposal = createdBy === asking.userId && published === null
      if (!isOwnProposal && !mayUse(asking, MANAGE_TEMPLATES).allowed) {
        throw new Forbidden('Admins change the name and purpose of a template.')
      }
      return this.update(id, change, seen)
    })
  }
}
