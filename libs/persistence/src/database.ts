import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { type EmbeddedServer, startEmbeddedServer } from './embedded/embedded-server.ts'
import { APPLICATION_ROLE, literal, quote } from './roles.ts'

/** Where the two connections lead, and how to let go of a server of our own. */
export interface DatabaseUrls {
  ownerUrl: string
  applicationUrl: string
  embedded: EmbeddedServer | null
}

interface EmbeddedOptions {
  directory: string
  throwaway: boolean
  log: Parameters<typeof startEmbeddedServer>[0]['log']
}

const OWNER = 'assay_owner'
const DATABASE = 'assay'

/**
 * The server that comes with the package. Its superuser only makes the owner and the database; passwords of owner and
 * application are new at each start and never leave the process.
 */
export const openEmbeddedDatabase = async (options: EmbeddedOptions): Promise<DatabaseUrls> => {
  const embedded = await startEmbeddedServer(options)
  try {
    const ownerPassword = randomBytes(24).toString('base64url')
    const applicationPassword = randomBytes(24).toString('base64url')
    await withClient(embedded.superuserUrl, async (client) => {
      await createOrAlterRole(
        client,
        OWNER,
        `LOGIN CREATEROLE NOSUPERUSER PASSWORD ${literal(ownerPassword)}`,
      )
      await createOrAlterRole(
        client,
        APPLICATION_ROLE,
        `LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD ${literal(applicationPassword)}`,
      )
      const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])
      if (!rowCount) await client.query(`CREATE DATABASE ${quote(DATABASE)} OWNER ${quote(OWNER)}`)
    })
    return {
      embedded,
      ownerUrl: embedded.urlFor(OWNER, ownerPassword, DATABASE),
      applicationUrl: embedded.urlFor(APPLICATION_ROLE, applicationPassword, DATABASE),
    }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

const createOrAlterRole = async (client: Client, role: string, attributes: string): Promise<void> => {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
  await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${quote(role)} ${attributes}`)
}

const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
