import type { ApplicationStatus, CandidateSort } from '@assay/contracts'
import { nameQuestion, resumeQuestion, sortable } from './search-words.rules.ts'

export type CandidateFilter = Partial<{
  q: string
  resume: string
  tags: string[]
  source: string
  createdFrom: string
  createdTo: string
  customValues: Record<string, string | boolean>
  jobId: string
  stageId: string
  status: ApplicationStatus
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

/**
 * Who has an application of this kind, as whoever asks may see it: the view leaves out what they must not be told yet,
 * and nobody finds themselves there. Asked from the person: OFFSET keeps the planner from asking from the job.
 * @param person whose applications; those of the merged are theirs too
 */
const hasApplication = (person: string, conditions: readonly string[]): string => `EXISTS (SELECT
  FROM candidate_search m
 WHERE m.organization_id = c.organization_id AND m.stands_for = ${person}
   AND EXISTS (SELECT FROM seen_applications a WHERE a.organization_id = m.organization_id
     AND a.candidate_id = m.candidate_id AND ${conditions.join(' AND ')} OFFSET 0) OFFSET 0)`

/** Somebody merged is seen as the one they were merged into. */
const WHO_IT_IS = `(SELECT o.stands_for FROM candidate_search o
  WHERE o.organization_id = c.organization_id AND o.candidate_id = c.id)`

const onTeam = (person: string): string => `EXISTS (SELECT FROM job_team_members t
  WHERE t.organization_id = a.organization_id AND t.job_id = a.job_id AND t.user_id = ${person})`

/** Whoever may not see all sees those who applied to the jobs they work on. */
const appliedWhere = (filter: CandidateFilter, sight: Sight, found: Conditions): string[] => [
  ...(sight.all ? [] : [onTeam(found.place(sight.userId))]),
  ...(filter.jobId ? [`a.job_id = ${found.place(filter.jobId)}`] : []),
  ...(filter.stageId ? [`a.stage_id = ${found.place(filter.stageId)}`] : []),
  ...(filter.status ? [`a.status = ${found.place(filter.status)}`] : []),
]

const choiceOf = (value: string | boolean): string => {
  if (typeof value === 'string') return value
  return value ? 'yes' : 'no'
}

/** Everything but the questions: what the planner can choose an index for by itself. */
export const conditionsOf = (organizationId: string, filter: CandidateFilter, sight: Sight): Conditions => {
  const found = new Conditions()
  const add = (...parts: string[]): unknown => found.parts.push(...parts)
  add(`c.organization_id = ${found.place(organizationId)}`)
  // Who is asked for by name of the row may be merged by now, and says so.
  if (filter.ids) {
    add(`c.id = ANY(${found.place(filter.ids)}::uuid[])`)
    const applied = appliedWhere(filter, sight, found)
    if (applied.length > 0) add(hasApplication(WHO_IT_IS, applied))
  } else add('c.merged_into IS NULL', 'c.erased_at IS NULL')
  for (const tag of filter.tags ?? []) add(hasTag(found.place(sortable(tag))))
  if (filter.source) add(`c.folded_source = ${found.place(sortable(filter.source))}`)
  if (filter.createdFrom) add(`c.created_at >= ${found.place(filter.createdFrom)}`)
  if (filter.createdTo) add(`c.created_at < ${found.place(filter.createdTo)}`)
  for (const [field, value] of Object.entries(filter.customValues ?? {})) {
    add(hasChoice(found.place(field), found.place(choiceOf(value))))
  }
  return found
}

/** What an index of its own answers, whichever way round: first with ids, or row by row along an order. */
export interface Question {
  /** Gives ids, at most as many as `cap` says; one may come twice. */
  ids: (conditions: Conditions, cap: number) => string
  /** Asked of one row. OFFSET keeps the planner from turning it into a join. */
  holds: (conditions: Conditions) => string
}

const aboutWords = (words: 'names' | 'resume', asked: string): Question => ({
  ids: (conditions, cap) =>
    `SELECT assay_candidates_by_${words}(${conditions.place(asked)}::tsquery, ${cap}) AS id`,
  holds: (conditions) => `EXISTS (SELECT FROM candidate_search s
    WHERE s.organization_id = c.organization_id AND s.stands_for = c.id
      AND array_to_tsvector(string_to_array(s.${words}, ' ')) @@ ${conditions.place(asked)}::tsquery OFFSET 0)`,
})

const aboutApplications = (filter: CandidateFilter, sight: Sight): Question => ({
  ids: (conditions, cap) => `SELECT (SELECT m.stands_for FROM candidate_search m
     WHERE m.organization_id = $1 AND m.candidate_id = a.candidate_id) AS id
   FROM (SELECT a.candidate_id FROM seen_applications a WHERE a.organization_id = $1
     AND ${appliedWhere(filter, sight, conditions).join(' AND ')} LIMIT ${cap}) a`,
  holds: (conditions) => hasApplication('c.id', appliedWhere(filter, sight, conditions)),
})

/** What is asked besides what the planner can choose an index for; null when words hold none: they find nobody. */
export const questionsOf = (filter: CandidateFilter, sight: Sight): Question[] | null => {
  const named = filter.q === undefined ? undefined : nameQuestion(filter.q)
  const said = filter.resume === undefined ? undefined : resumeQuestion(filter.resume)
  if (named === null || said === null) return null
  const isOfApplications = !sight.all || (filter.jobId ?? filter.stageId ?? filter.status) !== undefined
  return [
    ...(named === undefined ? [] : [aboutWords('names', named)]),
    ...(isOfApplications && !filter.ids ? [aboutApplications(filter, sight)] : []),
    ...(said === undefined ? [] : [aboutWords('resume', said)]),
  ]
}

const ASKED: readonly string[] = [
  'q',
  'resume',
  'jobId',
  'stageId',
  'status',
] satisfies (keyof CandidateFilter)[]

/** Whether there is anything to filter by besides the questions. */
export const isFiltered = (filter: CandidateFilter): boolean =>
  Object.entries(filter).some(([name, value]) => value !== undefined && !ASKED.includes(name))
