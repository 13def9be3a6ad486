import type { Principal } from '@assay/access'
import {
  type CandidateImportRow as RowAnswer,
  type ImportPreview,
  type ImportState,
  type ListQuery,
  type Page,
  PREVIEWED_ROWS,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import {
  CandidateImportsQueries,
  type ImportDetailRow,
  type ImportRow,
  type RowFilter,
} from './candidate-imports.queries.ts'
import { ReadingFactsService } from './reading-facts.service.ts'
import { readingOf } from './row-judging.service.ts'
import { problemsOf } from './shown-rows.rules.ts'

/** An import with what the first rows hold, to match its columns by. */
export type ImportAnswer = ImportDetailRow & { columns: { name: string; samples: string[] }[] }

const SAMPLES = 3
/** As many rows as samples are looked for in. */
const SAMPLED_ROWS = 50
const LONGEST_SAMPLE = 80

/** Imports and their rows, as people see them. */
@Injectable()
export class ImportViewsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: CandidateImportsQueries,
    private readonly readingFacts: ReadingFactsService,
  ) {}

  list(query: ListQuery<string, { state?: ImportState }>): Promise<Page<ImportRow>> {
    return this.work.read(() => this.queries.page(query))
  }

  get(id: string): Promise<ImportAnswer> {
    return this.work.read(() => this.answer(id))
  }

  rows(id: string, query: ListQuery<string, RowFilter>): Promise<Page<RowAnswer>> {
    return this.work.read(async () => {
      const { columnNames } = await this.queries.one(id)
      const { rows, ...page } = await this.queries.rows(id, query)
      return {
        ...page,
        rows: rows.map(({ position, content, problems, ...row }) => ({
          ...row,
          id: String(position),
          problems: problemsOf({ content, problems }, columnNames),
        })),
      }
    })
  }

  /** Nothing is asked of the candidates yet: what a row would come to is told by the dry run. */
  preview(id: string, asking: Principal): Promise<ImportPreview> {
    return this.work.read(async () => {
      const row = await this.queries.one(id)
      const facts = await this.readingFacts.of(row, asking)
      const first = await this.queries.firstRows(id, PREVIEWED_ROWS)
      return first.map(({ position, line, content }) => {
        const { said, faults } = readingOf(content ?? '[]', { format: row.format, facts })
        return {
          position,
          line,
          read: said,
          problems: problemsOf({ content, problems: faults }, row.columnNames),
        }
      })
    })
  }

  /** Joins the caller's unit of work. */
  async answer(id: string): Promise<ImportAnswer> {
    const row = await this.queries.one(id)
    const first = row.format === 'csv' ? await this.queries.firstRows(id, SAMPLED_ROWS) : []
    const cells = first.map(({ content }) => JSON.parse(content ?? '[]') as string[])
    return {
      ...row,
      columns: row.columnNames.map((name, column) => ({
        name,
        samples: [...new Set(cells.map((one) => (one[column] ?? '').trim()).filter(Boolean))]
          .slice(0, SAMPLES)
          .map((text) => text.slice(0, LONGEST_SAMPLE)),
      })),
    }
  }
}
