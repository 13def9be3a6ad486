/** What of pg's client is used here. */
interface Asks {
  query: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>
}

export interface ManyCandidates {
  organizationId: string
  count: number
  /** The id of a yes-no field that every tenth says yes to. */
  fieldId: string
}

/**
 * So many candidates, the same at every run: 600 first names and 15,000 last names unevenly spread, an
 * e-mail and a phone number each, about 80 words of résumé out of 5,000 (some in every second résumé, most in few), up
 * to three of forty tags. Written below the application: through it a million would take an hour.
 */
export const fillWithCandidates = async (client: Asks, many: ManyCandidates): Promise<void> => {
  // Text indexes are made faster over rows than row by row.
  const textIndexes = (await client.query(TEXT_INDEXES)).rows as { name: string; definition: string }[]
  for (const { name } of textIndexes) await client.query(`DROP INDEX ${name}`)
  for (const statement of STATEMENTS) await client.query(statement, [many.organizationId, many.count])
  await client.query(`SET maintenance_work_mem = '512MB'`)
  for (const { definition } of textIndexes) await client.query(definition)
  await client.query(FIELD, [many.organizationId, many.fieldId])
  await client.query(VALUES, [many.organizationId, many.count, many.fieldId])
  for (const table of TABLES) await client.query(`VACUUM ANALYZE ${table}`)
}

const TEXT_INDEXES = `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
  WHERE tablename = 'candidate_search' AND indexdef LIKE '% USING gin %'`

export const TABLES = [
  'candidates',
  'candidate_search',
  'candidate_contacts',
  'candidate_tags',
  'candidate_values',
] as const

/** Ids in the order of time, as the application makes them. */
const ID = `('01900000-0000-7000-8' || substr(md5($1::uuid::text), 1, 3) || '-' || lpad(to_hex(n), 12, '0'))::uuid`
/** Between 0 and 1, the same for the same row; squared or cubed it is uneven. */
const DICE = (what: string): string =>
  `(('x' || substr(md5('${what}' || n), 1, 8))::bit(32)::bigint / 4294967296::float8)`
const SYLLABLES = 'an be co da el fi gra ho is jo ka lu mi no or pe ro sa ti ur va wen xi yu za'.split(' ')
const syllable = (what: string): string =>
  `(ARRAY['${SYLLABLES.join("','")}'])[1 + floor(${DICE(what)}^1.5 * ${SYLLABLES.length})::int]`
const FIRST = `${syllable('a')} || ${syllable('b')}`
const LAST = `${syllable('c')} || ${syllable('d')} || ${syllable('e')}`
const EMAIL = `${FIRST} || '.' || ${LAST} || n || '@people.example'`
const WORD = `'word' || to_char(floor((('x' || substr(md5(n || ' ' || w), 1, 8))::bit(32)::bigint / 4294967296::float8)^3 * 5000), 'FM0000')`
const ROWS = 'FROM generate_series(1, $2::int) AS n'

const STATEMENTS = [
  `INSERT INTO candidates (organization_id, id, name, sort_name, source, folded_source, created_at, updated_at)
   SELECT $1::uuid, ${ID}, initcap(${FIRST}) || ' ' || initcap(${LAST}), ${FIRST} || ' ' || ${LAST},
          'Source ' || n % 20, 'source ' || n % 20, now() - make_interval(mins => $2::int - n),
          now() - make_interval(mins => ($2::int - n) / 2) ${ROWS}`,
  `INSERT INTO candidate_search (organization_id, candidate_id, stands_for, full_name, names, resume)
   SELECT $1::uuid, ${ID}, ${ID}, ${FIRST} || ' ' || ${LAST},
          concat_ws(' ', ${EMAIL}, ${FIRST}, ${LAST}, ${LAST} || n, 'people', 'example'),
          (SELECT string_agg(DISTINCT ${WORD}, ' ') FROM generate_series(1, 80) AS w) ${ROWS}`,
  `INSERT INTO candidate_contacts (organization_id, candidate_id, medium, value, kind, matched, position)
   SELECT $1::uuid, ${ID}, 'email', ${EMAIL}, 'home', ${EMAIL}, 0 ${ROWS}`,
  `INSERT INTO candidate_contacts (organization_id, candidate_id, medium, value, kind, matched, position)
   SELECT $1::uuid, ${ID}, 'phone', '+46 7' || lpad(n::text, 8, '0'), 'mobile', '7' || lpad(n::text, 8, '0'), 0 ${ROWS}`,
  `INSERT INTO candidate_tags (organization_id, candidate_id, folded, tag, position)
   SELECT $1::uuid, ${ID}, 'tag' || t, 'Tag' || t, t FROM generate_series(1, $2::int) AS n,
          LATERAL (SELECT DISTINCT floor(${DICE('tag')}^4 * 40 + k * 13)::int % 40 AS t
                     FROM generate_series(0, n % 3) AS k) AS tags`,
]

const FIELD = `INSERT INTO custom_fields (organization_id, id, name, folded_name, kind, position)
  VALUES ($1, $2, 'Relocates', 'relocates', 'yes_no', 1)`

const VALUES = `INSERT INTO candidate_values (organization_id, candidate_id, field_id, position, choice)
  SELECT $1::uuid, ${ID}, $3::uuid, 0, CASE WHEN n % 10 = 0 THEN 'yes' ELSE 'no' END ${ROWS}`
