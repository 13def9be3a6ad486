import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client } from 'pg'
import {
  impersonalTables,
  personalTables,
  searchedTables,
} from '../../apps/api/src/erasures/personal-data.ts'
import { createDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let owner: Client

beforeAll(async () => {
  database = await createDatabase()
  owner = new Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

const names = async (statement: string): Promise<string[]> =>
  (await owner.query<{ name: string }>(statement)).rows.map(({ name }) => name)

const tables = () =>
  names(`SELECT relname AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1`)

/** Tables from which foreign keys lead to candidates, by however many steps. */
const leadingToCandidates = () =>
  names(`WITH RECURSIVE reached(id) AS (
      SELECT 'public.candidates'::regclass::oid
      UNION SELECT k.conrelid FROM reached JOIN pg_constraint k ON k.confrelid = reached.id AND k.contype = 'f')
    SELECT relname AS name FROM pg_class JOIN reached ON reached.id = pg_class.oid ORDER BY 1`)

/** What nobody has said yet about tables and columns, in words; empty when all is said. */
const unsaid = async (): Promise<string[]> => {
  const personal = new Map(personalTables.map((one) => [one.table, one]))
  const said = [...personal.keys(), ...Object.keys(searchedTables), ...Object.keys(impersonalTables)]
  const leading = new Set(await leadingToCandidates())
  const findings: string[] = said
    .filter((table, place) => said.indexOf(table) !== place)
    .map((table) => `${table} is named twice`)
  for (const table of await tables()) {
    const known = personal.get(table)
    if (!said.includes(table)) findings.push(`${table} is not named`)
    if (leading.has(table) && !known) findings.push(`${table} leads to candidates and says nothing of them`)
    if (!known || known.erase === 'rows') continue
    const named = new Set([...known.keeps, ...Object.keys(known.columns ?? {})])
    const columns = await names(`SELECT attname AS name FROM pg_attribute
      WHERE attrelid = '${table}'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`)
    findings.push(
      ...columns.filter((column) => !named.has(column)).map((column) => `${table}.${column} is not named`),
    )
    findings.push(
      ...[...named]
        .filter((column) => !columns.includes(column))
        .map((column) => `${table} has no ${column}`),
    )
  }
  const present = new Set(await tables())
  return [...findings, ...said.filter((table) => !present.has(table)).map((table) => `${table} is no table`)]
}

test('of every table and column is said what erasing a candidate does to it', async () => {
  expect(await unsaid()).toEqual([])
})

test('a new table, a new column and a new way to candidates are found', async () => {
  await owner.query('BEGIN')
  try {
    await owner.query('ALTER TABLE interviews ADD COLUMN impression text')
    await owner.query('CREATE TABLE impressions (organization_id uuid, id uuid, words text)')
    await owner.query('ALTER TABLE areas ADD COLUMN application_id uuid')
    await owner.query(`ALTER TABLE areas ADD FOREIGN KEY (organization_id, application_id)
      REFERENCES applications (organization_id, id)`)
    expect(await unsaid()).toEqual(
      expect.arrayContaining([
        'areas leads to candidates and says nothing of them',
        'impressions is not named',
        'interviews.impression is not named',
      ]),
    )
  } finally {
    await owner.query('ROLLBACK')
  }
})
