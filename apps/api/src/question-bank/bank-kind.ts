import type { EntityTarget } from 'typeorm'
import type { BankSubject } from '../audit/audit.service.ts'
import type { BankEntry } from './bank-entry.entity.ts'

/** What is particular to one kind of entry: where it is stored, what is read of it, by what it is found. */
export interface BankKind {
  entity: EntityTarget<BankEntry>
  /** Its table, read under the name `e`. */
  table: string
  subject: BankSubject | null
  /** Field of the name or title: unique among live entries. */
  nameField: string
  /** Fields that a search looks through, the name included. */
  searched: readonly string[]
  /** Select list of the kind's own fields. */
  columns: string
  /** Fields that are rows of another table. */
  linked?: readonly string[]
  /** Sort field of the contract → column. */
  sort: Record<string, string>
  /** Filters of this kind only → condition on the place of the value. */
  filters?: Record<string, (place: string) => string>
}

/** As SQL gives it: times are Dates until the answer's schema writes them. */
export interface BankRow {
  id: string
  key: string | null
  archivedAt: Date | null
  createdAt: Date
  updatedAt: Date
  revision: number
}

export type BankFilter = Record<string, unknown> & { q?: string; archived?: boolean; ids?: string[] }

/** In how many templates an entry stands, in a version that is not retired. */
export const templatesWith = (table: string, column: string): string => `(
  SELECT count(DISTINCT v.template_id)::int FROM ${table} u
    JOIN interview_template_versions v ON v.organization_id = u.organization_id AND v.id = u.version_id
   WHERE u.organization_id = e.organization_id AND u.${column} = e.id AND v.status <> 'retired') AS templates`

const HELD = `FROM version_questions u
    JOIN interviews i ON i.organization_id = u.organization_id AND i.version_id = u.version_id
   WHERE u.organization_id = e.organization_id AND u.question_id = e.id AND i.status = 'scheduled'
     AND i.ends_at < now()`

/** In how many interviews that were held a question stood, and when in the last one. */
export const asked = `(SELECT count(*)::int ${HELD}) AS asked, (SELECT max(i.starts_at) ${HELD}) AS "lastAskedAt"`

/** Entries whose list of keys or tags holds the wanted one. */
export const listHolds = (column: string) => (place: string) => `e.${column} @> to_jsonb(${place}::text)`
