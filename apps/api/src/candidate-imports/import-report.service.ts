import { type ListQuery, MAX_PAGE } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { z } from 'zod'
import { ExportsService } from '../exports/exports.service.ts'
import type { FileAnswer } from '../http/file-answer.ts'
import { ImportStepRefused } from './candidate-import.errors.ts'
import { CandidateImportsQueries, type RowFilter } from './candidate-imports.queries.ts'
import { REPORT_COLUMN } from './reading/read-rows.ts'
import { inOneLine, problemsOf } from './shown-rows.rules.ts'

const wrongRow = z.object({ id: z.string(), cells: z.array(z.string()), because: z.string() })
type WrongRow = z.infer<typeof wrongRow>

const RESUME_COLUMNS = ['File', 'Line', 'Name']

type Query = ListQuery<string, RowFilter>

/** Rows that could not be imported as a file to be mended and imported again: as they were, and what is wrong. */
@Injectable()
export class ImportReportService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: CandidateImportsQueries,
    private readonly exports: ExportsService,
  ) {}

  async report(id: string): Promise<FileAnswer> {
    const row = await this.work.read(() => this.queries.one(id))
    if (row.isCleared) throw new ImportStepRefused('What stood in this file is not kept any more.')
    const names = row.format === 'csv' ? row.columnNames : RESUME_COLUMNS
    const kept = names.filter((name) => name !== REPORT_COLUMN)
    const sheet = {
      name: 'rows-to-mend',
      row: wrongRow,
      columns: {
        ...Object.fromEntries(
          kept.map((name) => [name, ({ cells }: WrongRow) => cells[names.indexOf(name)] ?? '']),
        ),
        [REPORT_COLUMN]: ({ because }: WrongRow) => because,
      },
      recorded: { action: 'candidate_import_rows.exported', subjectType: 'candidate_import' } as const,
    }
    const asked = { sort: ['position', 'ASC'] as Query['sort'], filter: { wrong: true } as const }
    return this.exports.file(sheet, asked, (query: Query) => this.wrong(id, names, query))
  }

  private wrong(id: string, columnNames: readonly string[], query: Query) {
    return this.work.read(async () => {
      const { rows, total } = await this.queries.rows(id, query)
      return {
        total,
        rows: rows.slice(0, MAX_PAGE).map(({ position, content, problems, origin, line, name }) => ({
          id: String(position),
          cells:
            origin === null ? (JSON.parse(content ?? '[]') as string[]) : [origin, String(line), name ?? ''],
          because: inOneLine(problemsOf({ content, problems }, columnNames)),
        })),
      }
    })
  }
}
