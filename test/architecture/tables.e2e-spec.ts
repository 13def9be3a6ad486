import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ownerDataSource } from '@assay/persistence'
import { Client } from 'pg'
import { entities } from '../../apps/api/src/database/entities.ts'
import { migrations } from '../../apps/api/src/database/migrations.ts'
import { createDatabase, type TestDatabase, withClient } from '../support/database.ts'
import { DEFINER_FUNCTIONS, definerFunctions, tableViolations } from './table-rules.ts'

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

test("every tenant's table is behind forced row-level security and leads its keys with the organization", async () => {
  expect(await tableViolations(owner)).toEqual([])
})

test('every view reads with the rights of whoever asks', async () => {
  const { rows } = await owner.query<{ name: string; options: string[] | null }>(
    `SELECT relname AS name, reloptions AS options FROM pg_class
      WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  )
  expect(rows).toEqual([{ name: 'seen_applications', options: ['security_invoker=true'] }])
})

test('the functions that run with other rights are the reviewed ones, each with a fixed search_path', async () => {
  expect(await definerFunctions(owner)).toEqual(DEFINER_FUNCTIONS)
})

test('the entities and the migrations describe the same schema', async () => {
  const dataSource = await ownerDataSource(database.ownerUrl, entities, migrations).initialize()
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log()
    expect(upQueries.map(({ query }) => query)).toEqual([])
  } finally {
    await dataSource.destroy()
  }
})

test('every migration can be taken back', async () => {
  const dataSource = await ownerDataSource(database.ownerUrl, entities, migrations).initialize()
  try {
    for (const _migration of migrations) await dataSource.undoLastMigration()
    await dataSource.runMigrations()
    expect(await tableViolations(owner)).toEqual([])
  } finally {
    await dataSource.destroy()
  }
})

describe("the application's role", () => {
  test('sees no row without a tenant, and none of another', async () => {
    await withClient(database.applicationUrl, async (client) => {
      const one = '0197a000-0000-7000-8000-000000000001'
      const two = '0197a000-0000-7000-8000-000000000002'
      const setTenant = (id: string) =>
        client.query("SELECT set_config('assay.organization_id', $1, true)", [id])
      await client.query('BEGIN')
      await setTenant(one)
      await client.query("INSERT INTO organizations (id, name) VALUES ($1, 'One')", [one])
      await client.query('COMMIT')
      expect((await client.query('SELECT FROM organizations')).rowCount).toBe(0)
      await client.query('BEGIN')
      await setTenant(two)
      expect((await client.query('SELECT FROM organizations')).rowCount).toBe(0)
      expect((await client.query("UPDATE organizations SET name = 'Taken'")).rowCount).toBe(0)
      await expect(
        client.query("INSERT INTO organizations (id, name) VALUES ($1, 'Forged')", [one.replace('1', '9')]),
      ).rejects.toThrow(/row-level security/)
      await client.query('ROLLBACK')
    })
  })

  test.each([
    'CREATE TABLE mine (id int)',
    'ALTER TABLE users DISABLE ROW LEVEL SECURITY',
    'SET ROLE assay_lookup',
  ])('may not %s', async (statement) => {
    await withClient(database.applicationUrl, async (client) => {
      await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/)
    })
  })
})

describe('a careless table', () => {
  test('is found: no tenant, no wall, keys that lead elsewhere, a policy that lets everybody in', async () => {
    await owner.query('CREATE TABLE careless (id uuid PRIMARY KEY, user_id uuid, organization_id uuid)')
    await owner.query(
      'ALTER TABLE careless ADD CONSTRAINT careless_fkey FOREIGN KEY (id) REFERENCES organizations (id)',
    )
    await owner.query('CREATE POLICY open ON careless TO assay_application USING (true)')
    try {
      expect(await tableViolations(owner)).toEqual([
        'careless has no organization_id',
        'careless is not behind forced row-level security',
        'careless_pkey does not lead with organization_id',
        'careless_fkey does not lead with organization_id',
        'careless.open lets the application past its organization',
      ])
    } finally {
      await owner.query('DROP TABLE careless')
    }
  })
})
