import { CAPPED_TOTAL, type CandidateSort, type Cursor, type ListQuery, type Page } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { NotFound, ValidationFailed } from '../http/http.errors.ts'
import {
  type CandidateFilter,
  Conditions,
  conditionsOf,
  isFiltered,
  ORDERS,
  type Question,
  questionsOf,
  type Sight,
} from './candidate-list.sql.ts'
import { type CandidateRow, COLUMNS, rowOf, type StoredCandidate } from './candidate-rows.ts'

export type CandidateQuery = ListQuery<CandidateSort, CandidateFilter>

interface Found {
  total: number
  isCapped: boolean
  places: Place[]
}

/** A row of the page and where it stands: what a cursor is made of. */
interface Place {
  id: string
  at: string
}

/** How many rows are looked at for a total that no index can count. */
const MAX_LOOKED_AT = 20_000
/** An order that an index has, so that counting stops early and never reads the table through. */
const COUNTED_ALONG = ORDERS.createdAt.column

/** Statements whose best plan depends on their values keep no plan: see the naming client. */
const UNNAMED = '/* unnamed */'

@Injectable()
export class CandidatesQueries {
  constructor(private readonly work: UnitOfWork) {}

  async one(id: string, sight: Sight): Promise<CandidateRow> {
    const { where, values } = conditionsOf(this.organizationId, { ids: [id] }, sight)
    const [row] = await this.work.query<StoredCandidate>(
      `SELECT ${COLUMNS} FROM candidates c WHERE ${where}`,
      values,
    )
    if (!row) throw new NotFound()
    return rowOf(row)
  }

  async page(query: CandidateQuery, sight: Sight): Promise<Page<CandidateRow>> {
    checkCursor(query.cursor)
    const questions = questionsOf(query.filter, sight)
    if (questions === null) return { rows: [], total: 0, next: null }
    const { places, total, isCapped } = await this.find(query, questions, sight)
    const rows = await this.rows(places)
    const last = places.at(-1)
    const isFull = places.length === query.range[1] - query.range[0] + 1
    return { rows, total, isCapped, next: isFull && last ? [query.sort[0], last.at, last.id] : null }
  }

  /** Full rows in the order of their places. */
  private async rows(places: readonly Place[]): Promise<CandidateRow[]> {
    if (places.length === 0) return []
    const rows = await this.work.query<StoredCandidate>(
      `SELECT ${COLUMNS} FROM unnest($2::uuid[]) WITH ORDINALITY AS p(id, place)
         JOIN candidates c ON c.organization_id = $1 AND c.id = p.id ORDER BY p.place`,
      [this.organizationId, places.map(({ id }) => id)],
    )
    return rows.map(rowOf)
  }

  /**
   * What has an index of its own is looked up there first, and what it finds is sorted. Only what finds more than a
   * total counts to is looked for the other way round: along the index of the order, row by row; being so frequent, it
   * fills a page soon.
   */
  private async find(query: CandidateQuery, questions: Question[], sight: Sight): Promise<Found> {
    for (const first of questions) {
      const rest = questions.filter((one) => one !== first)
      const found = await this.findByQuestion(query, first, this.conditions(query, rest, sight))
      if (found) return found
    }
    return this.walk(query, questions, sight)
  }

  private conditions(query: CandidateQuery, questions: readonly Question[], sight: Sight): Conditions {
    const conditions = conditionsOf(this.organizationId, query.filter, sight)
    conditions.parts.push(...questions.map(({ holds }) => holds(conditions)))
    return conditions
  }

  /** Null when it finds too much. */
  private async findByQuestion(
    query: CandidateQuery,
    { ids }: Question,
    conditions: Conditions,
  ): Promise<Found | null> {
    const { where } = conditions
    const wanted = ids(conditions, CAPPED_TOTAL)
    const { after, order, text, column } = ordered(query, conditions, 'm')
    const [row] = await this.work.query<{ hits: number; total: number; places: Place[] }>(
      `${UNNAMED} WITH found AS MATERIALIZED (${wanted}),
         matching AS MATERIALIZED (SELECT c.id, ${column} AS sorted
           FROM (SELECT DISTINCT id FROM found) f JOIN candidates c ON c.organization_id = $1 AND c.id = f.id
          WHERE ${where}),
         page AS (SELECT m.id, m.sorted FROM matching m WHERE ${after} ORDER BY ${order} ${limits(query)})
       SELECT (SELECT count(*)::int FROM found) AS hits, (SELECT count(*)::int FROM matching) AS total,
              (SELECT coalesce(json_agg(json_build_object('id', m.id, 'at', ${text}) ORDER BY ${order}), '[]')
                 FROM page m) AS places`,
      conditions.values,
    )
    if (!row || row.hits >= CAPPED_TOTAL) return null
    return { total: row.total, isCapped: false, places: row.places }
  }

  private async walk(query: CandidateQuery, questions: readonly Question[], sight: Sight): Promise<Found> {
    const conditions = this.conditions(query, questions, sight)
    const { where } = conditions
    const { after, order, text } = ordered(query, conditions, 'c')
    const places = await this.work.query<Place>(
      `${planFor(query, questions)} SELECT c.id, ${text} AS at FROM candidates c
        WHERE ${where} AND ${after} ORDER BY ${order} ${limits(query)}`,
      conditions.values,
    )
    return { places, ...(await this.count(query, questions, sight)) }
  }

  /**
   * Without questions: exact up to the cap. Frequent words have no cheap count: alone they reach the cap, or they would
   * not be here; beside other filters so many rows are looked at and no more, and what is found is the least there is.
   */
  private async count(query: CandidateQuery, questions: readonly Question[], sight: Sight) {
    const conditions = this.conditions(query, [], sight)
    const { where } = conditions
    if (questions.length === 1 && !isFiltered(query.filter)) return { total: CAPPED_TOTAL, isCapped: true }
    const said = questions.map(({ holds }) => holds(conditions))
    const [count] = await this.work.query<{ total: number; looked: number }>(
      `${planFor(query, questions)} SELECT count(*) FILTER (WHERE ${said.join(' AND ') || 'true'})::int AS total,
              count(*)::int AS looked
         FROM (SELECT c.organization_id, c.id FROM candidates c WHERE ${where} ORDER BY ${COUNTED_ALONG}
                LIMIT ${questions.length > 0 ? MAX_LOOKED_AT : CAPPED_TOTAL}) c`,
      conditions.values,
    )
    const { total = 0, looked = 0 } = count ?? {}
    return { total, isCapped: total >= CAPPED_TOTAL || looked === MAX_LOOKED_AT }
  }

  private get organizationId(): string {
    return this.work.tenant.organizationId
  }
}

const planFor = ({ filter }: CandidateQuery, questions: readonly Question[]): string =>
  questions.length === 0 && !isFiltered(filter) ? '' : UNNAMED

const MOMENT = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/

/** A day that is in the calendar is read as itself. */
const isMoment = (text: string): boolean => {
  if (!MOMENT.test(text) || Number.isNaN(Date.parse(text))) return false
  return new Date(text).toISOString().slice(0, 19) === text.slice(0, 19)
}

/** A cursor comes from a page, and may come changed. */
const checkCursor = (cursor: Cursor<CandidateSort> | undefined): void => {
  if (!cursor) return
  const [field, value] = cursor
  const fits = ORDERS[field].type === 'text' ? value.isWellFormed() && !value.includes('\0') : isMoment(value)
  if (!fits) throw new ValidationFailed({ cursor: 'This cursor does not come from a page.' })
}

/** Both parts of an order go the same way, so that one comparison of rows says what comes after. */
const ordered = ({ sort, cursor }: CandidateQuery, conditions: Conditions, source: 'c' | 'm') => {
  const { column, text, type } = ORDERS[sort[0]]
  const direction = sort[1] === 'ASC' ? 'ASC' : 'DESC'
  const sorted = source === 'm' ? 'm.sorted' : column
  const said = { order: `${sorted} ${direction}, ${source}.id ${direction}`, text: text(sorted), column }
  if (!cursor) return { ...said, after: 'true' }
  const [, value, id] = cursor
  const compared = direction === 'ASC' ? '>' : '<'
  const row = `(${conditions.place(value)}::${type}, ${conditions.place(id)}::uuid)`
  return { ...said, after: `(${sorted}, ${source}.id) ${compared} ${row}` }
}

const limits = ({ range: [first, last], cursor }: CandidateQuery): string =>
  `LIMIT ${last - first + 1}${cursor ? '' : ` OFFSET ${first}`}`
