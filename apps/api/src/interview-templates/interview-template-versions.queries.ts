import {
  CAPPED_TOTAL,
  type ListQuery,
  type Page,
  type VersionBank,
  type VersionContent,
  type VersionDraft,
  type VersionStatus,
  type VersionSummary,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { NotFound } from '../http/http.errors.ts'
import { bankOf } from './version-bank.sql.ts'
import { person, versionSummaryJson } from './version-summary.sql.ts'

interface Person {
  id: string
  name: string
}

/** A version with all that its answer and its rules need. */
export interface VersionRow {
  id: string
  templateId: string
  number: number
  status: VersionStatus
  revision: number
  note: string
  returnNote: string
  builtInVersion: string | null
  draft: VersionDraft
  content: VersionContent | null
  /** What a draft names, as it is now; null where the words are frozen. */
  bank: VersionBank | null
  createdBy: Person | null
  writtenById: string | null
  submittedBy: Person | null
  publishedBy: Person | null
  createdAt: Date
  updatedAt: Date
  submittedAt: Date | null
  publishedAt: Date | null
  retiredAt: Date | null
  basedOn: { id: string; number: number; status: VersionStatus } | null
  published: { id: string; number: number } | null
  template: { id: string; name: string; purpose: string; archivedAt: Date | null }
  templateArchivedAt: Date | null
  secondPersonRequired: boolean
  organizationName: string
}

/** What the next version of a template would be, and whether there may be one. */
export interface NextVersion {
  number: number
  open: number
  archived: boolean
}

export type VersionFilter = Partial<{ templateId: string; status: VersionStatus }>

/** Ids in a draft, of one kind; each was checked when it was saved. */
const inDraft = (path: string): string =>
  `e.id IN (SELECT (named #>> '{}')::uuid FROM jsonb_path_query(v.draft, '${path}') AS named)`

/** What a draft names of the bank, in the same statement: a frozen version asks for nothing. */
const NAMED = `CASE WHEN v.content IS NULL THEN (SELECT to_json(b) FROM (${bankOf(
  inDraft('$.competencies[*].competencyId'),
  inDraft('$.sections[*].questions[*].questionId'),
  inDraft('$.structureIds[*]'),
  inDraft('$.signalIds[*]'),
)}) b) END`

const SELECT = `
  SELECT v.id, v.template_id AS "templateId", v.number, v.status, v.revision, v.note,
         v.return_note AS "returnNote", v.built_in_version AS "builtInVersion", v.draft, v.content,
         ${NAMED} AS bank,
         ${person('v.created_by')} AS "createdBy", ${person('v.submitted_by')} AS "submittedBy",
         v.written_by AS "writtenById",
         ${person('v.published_by')} AS "publishedBy",
         v.created_at AS "createdAt", v.updated_at AS "updatedAt", v.submitted_at AS "submittedAt",
         v.published_at AS "publishedAt", v.retired_at AS "retiredAt",
         (SELECT json_build_object('id', b.id, 'number', b.number, 'status', b.status)
            FROM interview_template_versions b
           WHERE b.organization_id = v.organization_id AND b.id = v.based_on_id) AS "basedOn",
         (SELECT json_build_object('id', b.id, 'number', b.number) FROM interview_template_versions b
           WHERE b.organization_id = v.organization_id AND b.template_id = v.template_id
             AND b.status = 'published') AS published,
         json_build_object('id', t.id, 'name', t.name, 'purpose', t.purpose) AS template,
         t.archived_at AS "templateArchivedAt", o.second_person_publishes AS "secondPersonRequired",
         o.name AS "organizationName"
    FROM interview_template_versions v
    JOIN interview_templates t ON t.organization_id = v.organization_id AND t.id = v.template_id
    JOIN organizations o ON o.id = v.organization_id`

/** Ids of the bank's entries, by kind. */
export type BankIds = Record<keyof VersionBank, readonly string[]>

export const idsOf = (draft: VersionDraft): BankIds => ({
  competencies: draft.competencies.map(({ competencyId }) => competencyId),
  questions: draft.sections.flatMap(({ questions }) => questions.map(({ questionId }) => questionId)),
  structures: draft.structureIds,
  signals: draft.signalIds,
})

const nothing: VersionBank = { competencies: [], questions: [], structures: [], signals: [] }

@Injectable()
export class InterviewTemplateVersionsQueries {
  constructor(private readonly work: UnitOfWork) {}

  async one(id: string): Promise<VersionRow> {
    const [row] = await this.work.query<VersionRow>(`${SELECT} WHERE v.organization_id = $1 AND v.id = $2`, [
      this.work.tenant.organizationId,
      id,
    ])
    if (!row) throw new NotFound()
    return { ...row, template: { ...row.template, archivedAt: row.templateArchivedAt } }
  }

  /**
   * Keeps everybody else from this version until the transaction ends. Whoever writes on a version locks its template:
   * publishing touches two versions, and one lock cannot be taken in two orders.
   */
  async lock(id: string): Promise<VersionRow> {
    await this.work.query(
      `SELECT FROM interview_templates WHERE organization_id = $1 AND id =
        (SELECT template_id FROM interview_template_versions WHERE organization_id = $1 AND id = $2)
        FOR NO KEY UPDATE`,
      [this.work.tenant.organizationId, id],
    )
    return this.one(id)
  }

  /** The version that a new draft begins with: the published one, else the newest. */
  async startOf(templateId: string): Promise<string | null> {
    const [row] = await this.work.query<{ id: string }>(
      `SELECT id FROM interview_template_versions WHERE organization_id = $1 AND template_id = $2
        ORDER BY (status = 'published') DESC, number DESC LIMIT 1`,
      [this.work.tenant.organizationId, templateId],
    )
    return row?.id ?? null
  }

  /** Number of the next version. The template is locked, so that two never get one number. */
  async nextOf(templateId: string): Promise<NextVersion> {
    const { organizationId } = this.work.tenant
    const [template] = await this.work.query<{ archived: boolean }>(
      'SELECT archived_at IS NOT NULL AS archived FROM interview_templates WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE',
      [organizationId, templateId],
    )
    if (!template) throw new NotFound()
    const [row] = await this.work.query<Omit<NextVersion, 'archived'>>(
      `SELECT coalesce(max(number), 0)::int + 1 AS number,
              count(*) FILTER (WHERE status IN ('draft', 'in_review'))::int AS open
         FROM interview_template_versions WHERE organization_id = $1 AND template_id = $2`,
      [organizationId, templateId],
    )
    return { number: 1, open: 0, ...row, archived: template.archived }
  }

  async page({ sort, range, filter }: ListQuery<string, VersionFilter>): Promise<Page<VersionSummary>> {
    const [first, last] = range
    const values = [this.work.tenant.organizationId, filter.templateId ?? null, filter.status ?? null]
    const where = `v.organization_id = $1 AND ($2::uuid IS NULL OR v.template_id = $2)
      AND ($3::text IS NULL OR v.status = $3)`
    const rows = await this.work.query<{ version: VersionSummary }>(
      `SELECT ${versionSummaryJson} AS version FROM interview_template_versions v WHERE ${where}
        ORDER BY v.number ${sort[1] === 'ASC' ? 'ASC' : 'DESC'}, v.id LIMIT ${last - first + 1} OFFSET ${first}`,
      values,
    )
    const [count] = await this.work.query<{ total: number }>(
      `SELECT count(*)::int AS total
         FROM (SELECT FROM interview_template_versions v WHERE ${where} LIMIT ${CAPPED_TOTAL}) AS found`,
      values,
    )
    return { rows: rows.map(({ version }) => version), total: count?.total ?? 0 }
  }

  async bank(ids: BankIds): Promise<VersionBank> {
    const { organizationId } = this.work.tenant
    const named = (place: number): string => `e.id = ANY($${place}::uuid[])`
    const [bank] = await this.work.query<VersionBank>(bankOf(named(2), named(3), named(4), named(5)), [
      organizationId,
      ids.competencies,
      ids.questions,
      ids.structures,
      ids.signals,
    ])
    return bank ?? nothing
  }

  /** Entries that a file may mean: of one of its keys, archived or not, or live under one of its names. */
  async namedIn(
    wanted: Record<keyof VersionBank, { keys: string[]; names: string[] }>,
  ): Promise<VersionBank> {
    const meant = (place: number): string =>
      `(e.key = ANY($${place}::text[]) OR e.folded_name = ANY($${place + 1}::text[]) AND e.archived_at IS NULL)`
    const { competencies, questions, structures, signals } = wanted
    const [bank] = await this.work.query<VersionBank>(bankOf(meant(2), meant(4), meant(6), meant(8)), [
      this.work.tenant.organizationId,
      ...[competencies, questions, structures, signals].flatMap(({ keys, names }) => [keys, names]),
    ])
    return bank ?? nothing
  }

  async isTemplateName(foldedName: string): Promise<boolean> {
    const [row] = await this.work.query(
      `SELECT id FROM interview_templates
        WHERE organization_id = $1 AND folded_name = $2 AND archived_at IS NULL`,
      [this.work.tenant.organizationId, foldedName],
    )
    return row !== undefined
  }

  /** All entries that came with Assay, as they are here now. */
  async builtIn(): Promise<VersionBank> {
    const own = 'e.key IS NOT NULL'
    const [bank] = await this.work.query<VersionBank>(bankOf(own, own, own, own), [
      this.work.tenant.organizationId,
    ])
    return bank ?? nothing
  }

  /** Those of the ids that are archived: they may stay where they are, and are offered for nothing new. */
  async archived(ids: BankIds): Promise<Set<string>> {
    const tables = {
      competencies: 'competencies',
      questions: 'questions',
      structures: 'answer_structures',
      signals: 'signals',
    } as const
    const kinds = Object.keys(tables) as (keyof typeof tables)[]
    const rows = await this.work.query<{ id: string }>(
      kinds
        .map(
          (kind, place) => `SELECT id FROM ${tables[kind]}
            WHERE organization_id = $1 AND id = ANY($${place + 2}::uuid[]) AND archived_at IS NOT NULL`,
        )
        .join(' UNION ALL '),
      [this.work.tenant.organizationId, ...kinds.map((kind) => ids[kind])],
    )
    return new Set(rows.map(({ id }) => id))
  }
}
