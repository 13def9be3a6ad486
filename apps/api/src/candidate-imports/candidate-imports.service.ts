import { Forbidden, mayUse, type Principal } from '@assay/access'
import {
  type ImportFormat,
  type ImportOptions,
  importOptions,
  MAX_IMPORT_ROWS,
  type UpdateCandidateImport,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { Repository } from 'typeorm'
import { v7 as newId } from 'uuid'
import { ApplicationsService } from '../applications/applications.service.ts'
import { AuditService } from '../audit/audit.service.ts'
import { CustomFieldsService } from '../custom-fields/custom-fields.service.ts'
import { RevisionConflict, ValidationFailed } from '../http/http.errors.ts'
import type { UploadedForm } from '../http/uploads.ts'
import { CandidateImport } from './candidate-import.entity.ts'
import { ImportRefused, ImportStepRefused } from './candidate-import.errors.ts'
import { type ImportStep, judgeStep } from './candidate-import.rules.ts'
import { CandidateImportsQueries, type ImportDetailRow } from './candidate-imports.queries.ts'
import { suggestColumns } from './column-suggestions.rules.ts'
import { ImportIntakeService, type TakenImport } from './import-intake.service.ts'
import { ImportRunnerService } from './import-runner.service.ts'
import { type ImportAnswer, ImportViewsService } from './import-views.service.ts'
import { ReadingFactsService } from './reading-facts.service.ts'

/** What people do with imports. */
@Injectable()
export class CandidateImportsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly queries: CandidateImportsQueries,
    private readonly intake: ImportIntakeService,
    private readonly runner: ImportRunnerService,
    private readonly readingFacts: ReadingFactsService,
    private readonly fields: CustomFieldsService,
    private readonly applications: ApplicationsService,
    private readonly views: ImportViewsService,
  ) {}

  async upload(form: UploadedForm, asking: Principal): Promise<ImportAnswer> {
    return this.intake.takeIn(form, (taken) =>
      this.work.run(async () => {
        const id = newId()
        const { name, bytes, sha256, rows, columns, format, encoding, delimiter } = taken
        const { organizationId, userId } = this.work.tenant
        await this.work.repository(CandidateImport).insert({
          organizationId,
          id,
          format,
          fileName: name,
          bytes,
          sha256,
          encoding,
          delimiter,
          columns,
          rows,
          options: importOptions.parse({}),
          createdBy: userId,
        })
        await this.insertRows(id, taken, 0)
        if (format === 'csv') await this.suggest(id, asking)
        this.record('uploaded', id, { format, rows, bytes })
        return this.views.answer(id)
      }),
    )
  }

  /** Further files of résumés, in the same import. */
  async add(id: string, form: UploadedForm): Promise<ImportAnswer> {
    await this.work.read(async () => this.must('add', await this.queries.one(id)))
    return this.intake.takeIn(form, (taken) =>
      this.work.run(async () => {
        await this.queries.lock(id)
        const before = await this.queries.one(id)
        this.must('add', before)
        if (taken.format !== 'json_resume') throw new ImportRefused('This is no JSON Résumé.')
        if (before.rows + taken.rows > MAX_IMPORT_ROWS) {
          throw new ImportRefused(`An import has at most ${MAX_IMPORT_ROWS.toLocaleString('en')} rows.`)
        }
        await this.insertRows(id, taken, before.rows)
        await this.save(before, {
          rows: before.rows + taken.rows,
          bytes: before.bytes + taken.bytes,
          sha256: () => `sha256(sha256 || '\\x${taken.sha256.toString('hex')}')`,
        })
        return this.views.answer(id)
      }),
    )
  }

  async update(
    id: string,
    { mapping, options }: UpdateCandidateImport,
    seen: number,
    asking: Principal,
  ): Promise<ImportAnswer> {
    return this.work.run(async () => {
      await this.queries.lock(id)
      const before = await this.queries.one(id)
      if (before.revision !== seen) throw new RevisionConflict(await this.views.answer(id))
      this.must('change', before)
      if (mapping) await this.checkMapping(mapping, before)
      if (options) await this.checkPlace(options, asking)
      await this.save(before, {
        ...(mapping && { mapping }),
        ...(options && { options }),
        state: 'mapping',
        stoppedBecause: null,
        expected: {},
      })
      return this.views.answer(id)
    })
  }

  /** The dry run: says of each row what would become of it. */
  async check(id: string, asking: Principal): Promise<ImportAnswer> {
    return this.begin(id, 'check', async (before) => {
      this.mayApply(before, asking)
      await this.work.query(
        `UPDATE candidate_import_rows SET expected = NULL, problems = '[]', likely = '{}', likeness = '{}',
                candidate_id = NULL
          WHERE organization_id = $1 AND import_id = $2 AND outcome IS NULL`,
        [this.work.tenant.organizationId, id],
      )
      await this.save(before, {
        state: 'checking',
        startedBy: asking.userId,
        stoppedBecause: null,
        expected: {},
      })
    })
  }

  /** Also goes on with one that was stopped, and tries rows again that could not be imported. */
  async run(id: string, asking: Principal): Promise<ImportAnswer> {
    return this.begin(id, 'run', async (before) => {
      this.mayApply(before, asking)
      await this.work.query(
        `UPDATE candidate_import_rows SET outcome = NULL
          WHERE organization_id = $1 AND import_id = $2 AND outcome = 'error' AND content IS NOT NULL`,
        [this.work.tenant.organizationId, id],
      )
      await this.save(before, {
        state: 'running',
        startedBy: asking.userId,
        startedAt: () => 'coalesce(started_at, now())',
        finishedAt: null,
        stoppedBecause: null,
        outcomes: { ...before.outcomes, error: 0 },
      })
      this.record('started', id, { rows: before.rows, duplicates: before.options.duplicates })
    })
  }

  /** After the batch in hand. What was imported stays. */
  async stop(id: string): Promise<ImportAnswer> {
    return this.work.run(async () => {
      await this.queries.lock(id)
      const before = await this.queries.one(id)
      this.must('stop', before)
      const wasRunning = before.state === 'running'
      await this.save(before, { state: wasRunning ? 'stopped' : 'mapping' })
      if (wasRunning) this.record('stopped', id, { ...before.outcomes })
      return this.views.answer(id)
    })
  }

  async remove(id: string): Promise<void> {
    await this.work.run(async () => {
      await this.queries.lock(id)
      const before = await this.queries.one(id)
      this.must('remove', before)
      if (before.startedAt !== null)
        throw new ImportStepRefused('This import has begun: it stays as a record.')
      const { organizationId } = this.work.tenant
      await this.work.repository(CandidateImport).delete({ organizationId, id })
      // Without its name, which may be somebody's: the record is never rewritten.
      this.record('removed', id, { rows: before.rows })
    })
  }

  private async begin(
    id: string,
    step: 'check' | 'run',
    change: (before: ImportDetailRow) => Promise<void>,
  ): Promise<ImportAnswer> {
    return this.work.run(async () => {
      await this.queries.lock(id)
      const before = await this.queries.one(id)
      this.must(step, before)
      await change(before)
      const { organizationId } = this.work.tenant
      this.work.afterCommit(() => this.runner.wake(organizationId))
      return this.views.answer(id)
    })
  }

  private must(step: ImportStep, row: ImportDetailRow): void {
    const { allowed, because } = judgeStep(step, row)
    if (!allowed) throw new ImportStepRefused(because)
  }

  /** Who may not put anybody into a pipeline does not do so with a file either. */
  private mayApply({ mapping, options }: ImportDetailRow, asking: Principal): void {
    const applies = options.jobId !== null || mapping.some(({ to }) => to === 'job')
    if (!applies) return
    const { allowed, because } = mayUse(asking, 'applications.manage')
    if (!allowed) throw new Forbidden(because)
  }

  private async checkMapping(
    mapping: NonNullable<UpdateCandidateImport['mapping']>,
    { columnNames }: ImportDetailRow,
  ): Promise<void> {
    const fields = await this.fields.definitions()
    for (const { column, fieldId } of mapping) {
      if (column >= columnNames.length)
        throw new ValidationFailed({ mapping: 'The file has no such column.' })
      const field = fieldId === null ? null : fields.get(fieldId)
      if (field === undefined || (field && field.archivedAt !== null)) {
        throw new ValidationFailed({ mapping: `There is no such field for “${columnNames[column]}”.` })
      }
    }
  }

  private async checkPlace({ jobId, stageId }: ImportOptions, asking: Principal): Promise<void> {
    if (jobId === null && stageId !== null) {
      throw new ValidationFailed({ 'options.stageId': 'Choose the job first.' })
    }
    if (jobId !== null) await this.applications.place({ jobId, stageId: stageId ?? undefined }, asking)
  }

  private async insertRows(id: string, { chunks }: TakenImport, after: number): Promise<void> {
    for (const chunk of chunks) {
      await this.work.query(
        `INSERT INTO candidate_import_rows (organization_id, import_id, position, line, origin, content, content_key)
         SELECT $1, $2, $3::int + r.position, r.line, r.origin, r.content, decode(r.key, 'hex')
           FROM json_to_recordset($4::json)
             AS r(position int, line int, origin text, content text, key text)`,
        [this.work.tenant.organizationId, id, after, chunk],
      )
    }
  }

  private async suggest(id: string, asking: Principal): Promise<void> {
    const { columns } = await this.views.answer(id)
    const fields = [...(await this.fields.definitions()).values()]
    const jobTitles = new Set((await this.readingFacts.openJobs(asking)).keys())
    const mapping = suggestColumns(columns, { fields, jobTitles })
    const { organizationId } = this.work.tenant
    await this.work.repository(CandidateImport).update({ organizationId, id }, { mapping })
  }

  private async save({ id, revision }: ImportDetailRow, columns: Columns): Promise<void> {
    const { organizationId } = this.work.tenant
    await this.work
      .repository(CandidateImport)
      .update({ organizationId, id }, { ...columns, touchedAt: () => 'now()', revision: revision + 1 })
  }

  private record(
    verb: 'uploaded' | 'started' | 'stopped' | 'removed',
    id: string,
    details: Record<string, unknown> & { format?: ImportFormat },
  ): void {
    this.audit.record({
      action: `candidate_import.${verb}`,
      subjectType: 'candidate_import',
      subjectId: id,
      details,
    })
  }
}

type Columns = Parameters<Repository<CandidateImport>['update']>[1]
