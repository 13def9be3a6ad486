import type pg from 'pg'

/** One person's page of candidates, as somebody would write it first: one phase, and every row counted. */
interface Query {
  filter?: string
  cursor?: string
  range?: string
}

const ROW = `SELECT c.id, c.name, c.created_at AS "createdAt", (SELECT coalesce(json_agg(k.value ORDER BY k.position), '[]')
    FROM candidate_contacts k WHERE k.organization_id = c.organization_id AND k.candidate_id = c.id) AS contacts
  FROM candidates c`
const ORDER = 'ORDER BY c.created_at DESC, c.id DESC LIMIT 25'
const OF = 'WHERE c.organization_id = $1 AND c.merged_into IS NULL AND c.erased_at IS NULL'
const saying = (column: string): string => `JOIN candidate_search s
  ON s.organization_id = c.organization_id AND s.candidate_id = c.id ${OF}
 AND s.organization_id = $1 AND array_to_tsvector(string_to_array(s.${column}, ' ')) @@ $2::tsquery`

const ask = async (pool: pg.Pool, name: string, text: string, values: unknown[]): Promise<unknown[]> =>
  (await pool.query({ name, text, values })).rows as unknown[]

/** Rows of the page, and the exact total where something is searched for. */
export const floorCandidates = async (
  pool: pg.Pool,
  organizationId: string,
  { filter = '{}', cursor, range = '[0,24]' }: Query,
): Promise<unknown[]> => {
  const { q, resume } = JSON.parse(filter) as { q?: string; resume?: string }
  if (cursor !== undefined) {
    const [, at, id] = JSON.parse(cursor) as [string, string, string]
    const after = 'AND (c.created_at, c.id) < ($2::timestamptz, $3::uuid)'
    return ask(pool, 'after', `${ROW} ${OF} ${after} ${ORDER}`, [organizationId, at, id])
  }
  if (q !== undefined || resume !== undefined) {
    const column = q === undefined ? 'resume' : 'names'
    const words = (q ?? resume ?? '').split(' ').map((word) => `'${word}':*`)
    const values = [organizationId, words.join(' & ')]
    await ask(pool, `count ${column}`, `SELECT count(*) FROM candidates c ${saying(column)}`, values)
    return ask(pool, column, `${ROW} ${saying(column)} ${ORDER}`, values)
  }
  const [first] = JSON.parse(range) as [number, number]
  await ask(pool, 'count', `SELECT count(*) FROM candidates c ${OF}`, [organizationId])
  return ask(pool, 'page', `${ROW} ${OF} ${ORDER} OFFSET $2`, [organizationId, first])
}
