import { DataSource, type DataSourceOptions, type EntitySchema, type MixedList } from 'typeorm'
import { NamingClient } from './naming-client.ts'

type Entities = MixedList<string | EntitySchema | (new () => object)>
type Migrations = NonNullable<DataSourceOptions['migrations']>

export interface ConnectionSettings {
  url: string
  poolSize: number
  /** Off behind a pooler that cannot keep named statements (pgbouncer before 1.21). */
  namedStatements: boolean
}

/** How long anybody waits for a connection of the pool. */
export const POOL_WAIT_MS = 2_000

/** Limits on everything a connection could hang on; the client's own limit covers a server that is frozen. */
const SERVER_LIMITS = {
  statement_timeout: 5_000,
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 10_000,
  connectionTimeoutMillis: POOL_WAIT_MS,
  idleTimeoutMillis: 60_000,
  keepAlive: true,
}

/** The application's own connections: neither owner nor allowed past row-level security. */
export const applicationDataSource = (
  settings: ConnectionSettings,
  entities: Entities,
  onPoolError: (error: unknown) => void,
): DataSource => {
  NamingClient.named = settings.namedStatements
  return new DataSource({
    type: 'postgres',
    url: settings.url,
    entities,
    synchronize: false,
    logging: false,
    applicationName: 'assay',
    poolSize: settings.poolSize,
    poolErrorHandler: onPoolError,
    extra: { Client: NamingClient, pipeline: true, ...SERVER_LIMITS },
  })
}

/** The owner's connection, for migrations and the command line. No time limits: a migration takes what it takes. */
export const ownerDataSource = (url: string, entities: Entities, migrations: Migrations): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'migrations',
    // One transaction each: a migration that is killed leaves nothing behind, the next start runs it whole.
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    applicationName: 'assay-owner',
    poolSize: 2,
    extra: { connectionTimeoutMillis: 5_000 },
  })
