import { CAPPED_TOTAL, containing, type ListQuery, type Page } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { NotFound } from '../http/http.errors.ts'
import type { BankFilter, BankKind, BankRow } from './bank-kind.ts'

const select = ({ columns, table }: BankKind): string => `
  SELECT e.id, e.key, ${columns}, e.archived_at AS "archivedAt", e.created_at AS "createdAt",
         e.updated_at AS "updatedAt", e.revision
    FROM ${table} e`

@Injectable()
export class BankQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** The query's names were checked against the allow-list of its schema; the kind maps them to SQL. */
  async page<Row extends BankRow>(kind: BankKind, query: ListQuery<string, BankFilter>): Promise<Page<Row>> {
    const [field, direction] = query.sort
    const [first, last] = query.range
    const { where, values } = this.conditions(kind, query.filter)
    const order = `e.${kind.sort[field]} ${direction === 'ASC' ? 'ASC' : 'DESC'}, e.id`
    const rows = await this.work.query<Row>(
      `${select(kind)} WHERE ${where} ORDER BY ${order} LIMIT ${last - first + 1} OFFSET ${first}`,
      values,
    )
    const [count] = await this.work.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM (SELECT FROM ${kind.table} e WHERE ${where} LIMIT ${CAPPED_TOTAL}) AS found`,
      values,
    )
    return { rows, total: count?.total ?? 0 }
  }

  async one<Row extends BankRow>(kind: BankKind, id: string): Promise<Row> {
    const [row] = await this.work.query<Row>(`${select(kind)} WHERE e.organization_id = $1 AND e.id = $2`, [
      this.work.tenant.organizationId,
      id,
    ])
    if (!row) throw new NotFound()
    return row
  }

  /** How many of these are live entries of this organization. */
  async countLive(table: string, column: 'id' | 'key', wanted: readonly string[]): Promise<number> {
    const type = column === 'id' ? 'uuid' : 'text'
    const [row] = await this.work.query<{ found: number }>(
      `SELECT count(*)::int AS found FROM ${table}
        WHERE organization_id = $1 AND ${column} = ANY($2::${type}[]) AND archived_at IS NULL`,
      [this.work.tenant.organizationId, wanted],
    )
    return row?.found ?? 0
  }

  private conditions(kind: BankKind, filter: BankFilter): { where: string; values: unknown[] } {
    const values: unknown[] = [this.work.tenant.organizationId]
    const parts = ['e.organization_id = $1']
    const add = (condition: (place: string) => string, value: unknown): void => {
      values.push(value)
      parts.push(condition(`$${values.length}`))
    }
    const { q, archived, ids, ...own } = filter
    // What an older question names may be archived by now: asked for by id, it is found all the same.
    if (archived !== undefined || !ids) parts.push(`e.archived_at IS ${archived ? 'NOT NULL' : 'NULL'}`)
    if (ids) add((place) => `e.id = ANY(${place}::uuid[])`, ids)
    if (q) add((place) => `e.search_text LIKE ${place}`, containing(q))
    for (const [name, value] of Object.entries(own)) {
      const condition = kind.filters?.[name]
      if (condition && value !== undefined) add(condition, value)
    }
    return { where: parts.join(' AND '), values }
  }
}
