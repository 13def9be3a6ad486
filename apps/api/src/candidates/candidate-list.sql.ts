import type { CandidateSort } from '@assay/contracts'
import { sortable } from './search-words.rules.ts'

export type CandidateFilter = Partial<{
  q: string
  resume: string
  tags: string[]
  source: string
  createdFrom: string
  createdTo: string
  customValues: Record<string, string | boolean>
  ids: string[]
}>

/** Which candidates somebody may see: all, or those who applied to jobs on whose team they are. */
export type Sight = { all: true } | { all: false; userId: string }

interface Order {
  column: string
  /** The value as a cursor holds it: exact, also below a millisecond. */
  text: (value: string) => string
  type: 'text' | 'timestamptz'
}

const moment = (column: string): Order => ({
  column,
  text: (value) => `to_char(${value} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  type: 'timestamptz',
})

/** What lists are sorted by: each has its index. */
export const ORDERS: Record<CandidateSort, Order> = {
  name: { column: 'c.sort_name', text: (value) => value, type: 'text' },
  createdAt: moment('c.created_at'),
  updatedAt: moment('c.updated_at'),
}

/** A statement under construction: texts with the places of their values. */
export class Conditions {
  readonly values: unknown[] = []
  readonly parts: string[] = []

  /** Gives the place that stands for a value. */
  place(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }

  get where(): string {
    return this.parts.join(' AND ')
  }
}

const hasTag = (place: string): string => `EXISTS (SELECT FROM candidate_tags t
  WHERE t.organization_id = c.organization_id AND t.candidate_id = c.id AND t.folded = ${place})`

const hasChoice = (field: string, choice: string): string => `EXISTS (SELECT FROM candidate_values v
  WHERE v.organization_id = c.organization_id AND v.candidate_id = c.id AND v.field_id = ${field}
    AND v.choice = ${choice})`

/** Whoever may not see all sees those who applied to the jobs they work on; nobody finds themselves there. */
const applied = (place: string): string => `EXISTS (SELECT FROM candidate_search m
  JOIN seen_applications a ON a.organization_id = m.organization_id AND a.candidate_id = m.candidate_id
  JOIN job_team_members t ON t.organization_id = a.organization_id AND t.job_id = a.job_id
 WHERE m.organization_id = c.organization_id AND m.stands_for = c.id AND t.user_id = ${place})`

const choiceOf = (value: string | boolean): string => {
  if (typeof value === 'string') return value
  return value ? 'yes' : 'no'
}

/** Everything but the words: what the planner can choose an index for by itself. */
export const conditionsOf = (organizationId: string, filter: CandidateFilter, sight: Sight): Conditions => {
  const found = new Conditions()
  const add = (...parts: string[]): unknown => found.parts.push(...parts)
  add(`c.organization_id = ${found.place(organizationId)}`)
  if (!sight.all) add(applied(found.place(sight.userId)))
  // Who is asked for by name of the row may be merged by now, and says so.
  if (filter.ids) add(`c.id = ANY(${found.place(filter.ids)}::uuid[])`)
  else add('c.merged_into IS NULL')
  for (const tag of filter.tags ?? []) add(hasTag(found.place(sortable(tag))))
  if (filter.source) add(`c.folded_source = ${found.place(sortable(filter.source))}`)
  if (filter.createdFrom) add(`c.created_at >= ${found.place(filter.createdFrom)}`)
  if (filter.createdTo) add(`c.created_at < ${found.place(filter.createdTo)}`)
  for (const [field, value] of Object.entries(filter.customValues ?? {})) {
    add(hasChoice(found.place(field), found.place(choiceOf(value))))
  }
  return found
}

export type Words = 'names' | 'resume'

/** The words asked of one row: for a walk along an index. OFFSET keeps the planner from turning it into a join. */
export const saysWords = (words: Words, place: string): string => `EXISTS (SELECT FROM candidate_search s
  WHERE s.organization_id = c.organization_id AND s.stands_for = c.id
    AND array_to_tsvector(string_to_array(s.${words}, ' ')) @@ ${place}::tsquery OFFSET 0)`

/** Ids by the index of the words; raw, at most as many as `cap` says. */
export const idsByWords = (words: Words, place: string, cap: number): string =>
  `SELECT assay_candidates_by_${words}(${place}::tsquery, ${cap}) AS id`
