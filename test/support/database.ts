import { randomBytes } from 'node:crypto'
import { migrate, ownerDataSource, ensureRoles } from '@assay/persistence'
import { Client } from 'pg'
import { entities } from '../../apps/api/src/database/entities.ts'
import { migrations } from '../../apps/api/src/database/migrations.ts'

export interface TestDatabase {
  name: string
  ownerUrl: string
  applicationUrl: string
  superuserUrl: string
  drop: () => Promise<void>
}

const TEMPLATE = 'assay_template'
/** Known to this throwaway server on loopback only. */
const PASSWORD = 'for-tests-only'

const serverUrl = (): string => {
  const url = process.env['TEST_POSTGRES_URL']
  if (!url) throw new Error('The test server is not running: start the tests through jest.config.js.')
  return url
}

export const urlFor = (user: string, database: string): string => {
  const url = new URL(serverUrl())
  url.username = user
  url.password = PASSWORD
  url.pathname = `/${database}`
  return url.href
}

export const superuserUrlFor = (database: string): string => {
  const url = new URL(serverUrl())
  url.pathname = `/${database}`
  return url.href
}

/** Runs `work` with a client of its own. */
export const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A fresh database with the schema, copied from a template that the first caller makes. */
export const createDatabase = (): Promise<TestDatabase> =>
  withClient(serverUrl(), async (client) => {
    // One at a time on the whole server: a template cannot be copied while it is being made.
    await client.query('SELECT pg_advisory_lock(1)')
    await ensureTemplate(client)
    const name = `test_${randomBytes(6).toString('hex')}`
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER assay_owner`)
    return describe(name)
  })

/** An empty database without any schema, for tests of the start. */
export const createEmptyDatabase = async (): Promise<TestDatabase> => {
  const name = `empty_${randomBytes(6).toString('hex')}`
  await withClient(serverUrl(), async (client) => {
    await client.query('SELECT pg_advisory_lock(1)')
    await ensureOwner(client)
    await client.query(`CREATE DATABASE ${name} OWNER assay_owner`)
  })
  return describe(name)
}

const describe = (name: string): TestDatabase => ({
  name,
  ownerUrl: urlFor('assay_owner', name),
  applicationUrl: urlFor('assay_application', name),
  superuserUrl: superuserUrlFor(name),
  drop: () =>
    withClient(serverUrl(), async (dropper) => {
      await dropper.query(`DROP DATABASE ${name} WITH (FORCE)`)
    }),
})

const ensureOwner = async (client: Client): Promise<void> => {
  const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = 'assay_owner'")
  if (!rowCount) await client.query(`CREATE ROLE assay_owner LOGIN CREATEROLE PASSWORD '${PASSWORD}'`)
}

const ensureTemplate = async (client: Client): Promise<void> => {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [TEMPLATE])
  if (rowCount) return
  await ensureOwner(client)
  const draft = `${TEMPLATE}_draft`
  await client.query(`CREATE DATABASE ${draft} OWNER assay_owner`)
  await ensureRoles(urlFor('assay_owner', draft), urlFor('assay_application', draft))
  const owner = await ownerDataSource(urlFor('assay_owner', draft), entities, migrations).initialize()
  await migrate(owner)
  await owner.destroy()
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${TEMPLATE}`)
}
