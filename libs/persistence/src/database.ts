import { createHmac } from 'node:crypto'
import { Client } from 'pg'
import { EmbeddedServerError, type EmbeddedServer, startEmbeddedServer } from './embedded/embedded-server.ts'
import { findRunningServer } from './embedded/running-server.ts'
import { APPLICATION_ROLE, literal, quote } from './roles.ts'

/** Where the two connections lead, and how to let go of a server of our own. */
export interface DatabaseUrls {
  ownerUrl: string
  applicationUrl: string
  /** Null for an external server, and for an embedded one that another process owns. */
  embedded: EmbeddedServer | null
}

interface EmbeddedOptions {
  directory: string
  throwaway: boolean
  log: Parameters<typeof startEmbeddedServer>[0]['log']
  /** For commands: when a server process owns the directory, work beside it instead of refusing. */
  joinRunning?: boolean
}

const OWNER = 'assay_owner'
const DATABASE = 'assay'

/**
 * The server that comes with the package. Its superuser only makes the owner and the database. The passwords of owner
 * and application are derived from the superuser's, so that a command beside a running server knows them too and
 * nothing more is stored.
 */
export const openEmbeddedDatabase = async (options: EmbeddedOptions): Promise<DatabaseUrls> => {
  const { server, superuserPassword, urlFor } = await open(options)
  const ownerPassword = passwordOf(OWNER, superuserPassword)
  const applicationPassword = passwordOf(APPLICATION_ROLE, superuserPassword)
  try {
    await withClient(urlFor('postgres', superuserPassword, 'postgres'), async (client) => {
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
      embedded: server,
      ownerUrl: urlFor(OWNER, ownerPassword, DATABASE),
      applicationUrl: urlFor(APPLICATION_ROLE, applicationPassword, DATABASE),
    }
  } catch (error) {
    await server?.stop()
    throw error
  }
}

interface Opened {
  server: EmbeddedServer | null
  superuserPassword: string
  urlFor: EmbeddedServer['urlFor']
}

const open = async ({ joinRunning = false, ...options }: EmbeddedOptions): Promise<Opened> => {
  try {
    const server = await startEmbeddedServer(options)
    const superuserPassword = decodeURIComponent(new URL(server.superuserUrl).password)
    return { server, superuserPassword, urlFor: (...parts) => server.urlFor(...parts) }
  } catch (error) {
    const isTaken = error instanceof EmbeddedServerError && error.code === 'already_running'
    const running = joinRunning && isTaken ? findRunningServer(options.directory) : null
    if (!running) throw error
    return { server: null, ...running }
  }
}

const passwordOf = (role: string, superuserPassword: string): string =>
  createHmac('sha256', superuserPassword).update(role).digest('base64url')

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
