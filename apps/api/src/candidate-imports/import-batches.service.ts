import type { Principal } from '@assay/access'
import type { ImportFormat } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { ApplicationsService } from '../applications/applications.service.ts'
import { CandidateDocumentsService } from '../candidate-documents/candidate-documents.service.ts'
import { CandidatesService } from '../candidates/candidates.service.ts'
import { CandidateImportsQueries, type ImportDetailRow } from './candidate-imports.queries.ts'
import { ReadingFactsService } from './reading-facts.service.ts'
import {
  isRefusal,
  type JudgedRow,
  type Judgement,
  type Judging,
  RowJudgingService,
} from './row-judging.service.ts'
import { type SeenRow, SeenRows } from './seen-rows.ts'

interface BatchRow extends JudgedRow {
  origin: string | null
}

/** A dry run writes nothing but what it says: its batches may be longer. */
const BATCH = { check: 100, run: 25 } as const

/** One batch of an import, in the caller's unit of work: all of it or nothing. */
@Injectable()
export class ImportBatchesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: CandidateImportsQueries,
    private readonly readingFacts: ReadingFactsService,
    private readonly judging: RowJudgingService,
    private readonly candidates: CandidatesService,
    private readonly applications: ApplicationsService,
    private readonly documents: CandidateDocumentsService,
  ) {}

  /** Says of the next rows what would become of them. Gives how many there were. */
  async check(id: string, asking: Principal): Promise<number> {
    const rows = await this.next(id, 'expected', BATCH.check)
    if (rows.length === 0) return 0
    const judging = await this.judgingOf(id, asking, await this.seenRows(id))
    for (const row of rows) {
      const judgement = await this.judging.judge(row, judging)
      const { outcome, place, likeness, candidateId } = judgement
      if (outcome === 'created' || outcome === 'added') {
        judging.seen?.add({ likeness, jobId: place?.jobId ?? null, candidateId }, outcome === 'created')
      }
      await this.store(id, row.position, 'expected', judgement)
    }
    await this.count(id, 'expected')
    return rows.length
  }

  /** Does it. A row that is refused leaves nothing behind, and the others go on. */
  async run(id: string, asking: Principal): Promise<number> {
    const rows = await this.next(id, 'outcome', BATCH.run)
    if (rows.length === 0) return 0
    const judging = await this.judgingOf(id, asking, null)
    for (const row of rows) await this.runRow(id, row, judging)
    await this.count(id, 'outcome')
    return rows.length
  }

  private async runRow(id: string, row: BatchRow, judging: Judging): Promise<void> {
    try {
      await this.work.attempt(async () => {
        const judgement = await this.judging.judge(row, judging)
        await this.store(id, row.position, 'outcome', await this.carriedOut(id, row, judgement, judging))
      })
    } catch (error) {
      if (!isRefusal(error)) throw error
      const because = Object.values(error.fields ?? {})[0] ?? error.message
      await this.store(id, row.position, 'outcome', refused(because))
    }
  }

  private async carriedOut(
    importId: string,
    row: BatchRow,
    judgement: Judgement,
    { asking, format }: Judging,
  ): Promise<Judgement> {
    const { outcome, facts, place } = judgement
    if (facts === null || (outcome !== 'created' && outcome !== 'added')) return judgement
    const candidateId =
      outcome === 'created' ? await this.candidates.add(facts, { importId }, asking) : judgement.candidateId!
    if (place && !(await this.applications.applicant({ candidateId, jobId: place.jobId })).applied) {
      const { jobId, stageId, appliedAt } = place
      await this.applications.create({ candidateId, jobId, stageId, appliedAt, source: facts.source }, asking)
    }
    if (format === 'json_resume') {
      const file = { name: row.origin ?? 'resume.json', content: Buffer.from(row.content) }
      await this.documents.keep(candidateId, file, asking)
    }
    return { ...judgement, candidateId }
  }

  private async judgingOf(id: string, asking: Principal, seen: SeenRows | null): Promise<Judging> {
    const row: ImportDetailRow & { format: ImportFormat } = await this.queries.one(id)
    return { format: row.format, facts: await this.readingFacts.of(row, asking), asking, seen }
  }

  private next(id: string, column: 'expected' | 'outcome', count: number): Promise<BatchRow[]> {
    return this.work.query<BatchRow>(
      `SELECT position, origin, content, encode(content_key, 'hex') AS key FROM candidate_import_rows
        WHERE organization_id = $1 AND import_id = $2 AND outcome IS NULL AND ${column} IS NULL
          AND content IS NOT NULL
        ORDER BY position LIMIT ${count}`,
      [this.work.tenant.organizationId, id],
    )
  }

  /** Rows that the run has done already are in the tables themselves. */
  private async seenRows(id: string): Promise<SeenRows> {
    const rows = await this.work.query<SeenRow & { expected: string }>(
      `SELECT likeness, job_id AS "jobId", candidate_id AS "candidateId", expected FROM candidate_import_rows
        WHERE organization_id = $1 AND import_id = $2 AND outcome IS NULL AND expected IN ('created', 'added')
        ORDER BY position`,
      [this.work.tenant.organizationId, id],
    )
    const seen = new SeenRows()
    for (const row of rows) seen.add(row, row.expected === 'created')
    return seen
  }

  private async store(
    id: string,
    position: number,
    column: 'expected' | 'outcome',
    { outcome, name, faults, likely, likeness, place, candidateId }: Judgement,
  ): Promise<void> {
    await this.work.query(
      `UPDATE candidate_import_rows SET ${column} = $4, name = coalesce($5, name), problems = $6, likely = $7,
              likeness = $8, job_id = $9, candidate_id = $10
        WHERE organization_id = $1 AND import_id = $2 AND position = $3`,
      [
        this.work.tenant.organizationId,
        id,
        position,
        outcome,
        name,
        JSON.stringify(faults),
        likely,
        likeness,
        place?.jobId ?? null,
        candidateId,
      ],
    )
  }

  private async count(id: string, column: 'expected' | 'outcome'): Promise<void> {
    await this.work.query(
      `UPDATE candidate_imports SET touched_at = now(), ${column === 'expected' ? 'expected' : 'outcomes'} = (
          SELECT coalesce(jsonb_object_agg(said, count), '{}') FROM (
            SELECT ${column} AS said, count(*)::int FROM candidate_import_rows
             WHERE organization_id = $1 AND import_id = $2 AND ${column} IS NOT NULL
               ${column === 'expected' ? 'AND outcome IS NULL' : ''} GROUP BY 1) AS counted)
        WHERE organization_id = $1 AND id = $2`,
      [this.work.tenant.organizationId, id],
    )
  }
}

const refused = (because: string): Judgement => ({
  outcome: 'error',
  name: null,
  facts: null,
  place: null,
  candidateId: null,
  likely: [],
  likeness: [],
  faults: [{ column: null, path: null, because }],
})
