import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { builtInLinks, type BuiltInTable, builtInTables } from './built-in-rows.ts'

/** Gives an organization rows of its own made from the built-in content. What it has by key is never touched. */
@Injectable()
export class BuiltInContentService {
  constructor(private readonly work: UnitOfWork) {}

  /** Joins the caller's unit of work: a statement per table. Answers how many entries are new. */
  async furnish(): Promise<number> {
    const { organizationId } = this.work.tenant
    const made = new Map<string, Set<string>>()
    for (const part of builtInTables) made.set(part.table, await this.insert(organizationId, part))
    for (const { owner, statement, rows } of builtInLinks) {
      const fresh = rows.filter((row) => made.get(owner)?.has(row.owner))
      if (fresh.length > 0) await this.work.query(statement, [organizationId, JSON.stringify(fresh)])
    }
    return [...made.values()].reduce((total, keys) => total + keys.size, 0)
  }

  /** Joins the caller's unit of work; one statement. */
  async isIncomplete(): Promise<boolean> {
    const { organizationId } = this.work.tenant
    const missing = builtInTables.map(
      ({ table }, index) =>
        `EXISTS (SELECT FROM unnest($${index + 2}::text[]) AS wanted(key) WHERE NOT EXISTS
          (SELECT FROM ${table} e WHERE e.organization_id = $1 AND e.key = wanted.key))`,
    )
    const keys = builtInTables.map(({ rows }) => rows.map(({ key }) => key))
    const [row] = await this.work.query<{ incomplete: boolean }>(
      `SELECT ${missing.join(' OR ')} AS incomplete`,
      [organizationId, ...keys],
    )
    return row?.incomplete ?? false
  }

  private async insert(organizationId: string, { table, columns, rows }: BuiltInTable): Promise<Set<string>> {
    const names = Object.keys(columns)
    const types = names.map((name) => `${name} ${columns[name]}`)
    const inserted = await this.work.query<{ key: string }>(
      `INSERT INTO ${table} (organization_id, ${names.join(', ')})
       SELECT $1, ${names.map((name) => `r.${name}`).join(', ')}
         FROM jsonb_to_recordset($2::jsonb) AS r(${types.join(', ')})
       ON CONFLICT DO NOTHING RETURNING key`,
      [organizationId, JSON.stringify(rows.map((row) => ({ ...row, id: newId() })))],
    )
    return new Set(inserted.map(({ key }) => key))
  }
}
