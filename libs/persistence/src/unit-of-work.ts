import type { ClientBase } from 'pg'
import {
  type DataSource,
  type EntityManager,
  type EntityTarget,
  type ObjectLiteral,
  type QueryRunner,
  QueryRunnerAlreadyReleasedError,
  type Repository,
} from 'typeorm'
import { beginStatement, checkIds } from './begin-statement.ts'
import { abandon, begin, inTime, type PooledClient, poolOf } from './connection.ts'
import { type Context, currentContext, inContext, newContext } from './context.ts'
import { DatabaseUnavailable, isConnectionLoss, translateDatabaseError } from './database.errors.ts'
import type { NamingClient } from './naming-client.ts'
import { tenantValues } from './tenant-query.ts'
import type { Tenant, Transaction, TransactionKind } from './transaction.ts'

/** When the server ends, every connection of the pool is lost at once, and the next one taken may be another of them. */
const READ_ATTEMPTS = 3
const ONE_STATEMENT = 'This was announced as one statement: use read() or run() for more.'

/**
 * The only door to the tenants' rows: a transaction that knows whose work it does. Services ask it for repositories
 * and queries, so nothing can be written outside of a transaction or for another tenant. Nested calls join.
 */
export class UnitOfWork {
  private readonly dataSource: DataSource

  constructor(dataSource: DataSource) {
    this.dataSource = dataSource
  }

  /** Runs `work` in a read-write transaction of the signed-in person's tenant. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return this.runAs(ambientTenant(), work)
  }

  /** The same for a tenant named by the caller: where nobody is signed in yet, and in jobs. */
  async runAs<T>(tenant: Tenant, work: () => Promise<T>): Promise<T> {
    const joined = this.join(tenant, false)
    return joined ? work() : this.transact(tenant, 'write', work)
  }

  /** Reads only: answers without waiting for COMMIT, and tries again when the connection was lost. */
  async read<T>(work: () => Promise<T>): Promise<T> {
    return this.readAs(ambientTenant(), work)
  }

  readAs<T>(tenant: Tenant, work: () => Promise<T>): Promise<T> {
    return this.tryReading(tenant, 'read', work)
  }

  /**
   * A read of exactly one statement of `query`: tenant and statement travel in one message and are answered at once,
   * which halves what a read of one row costs. A second statement is refused.
   */
  async readOnce<T>(work: () => Promise<T>): Promise<T> {
    return this.readOnceAs(ambientTenant(), work)
  }

  readOnceAs<T>(tenant: Tenant, work: () => Promise<T>): Promise<T> {
    return this.tryReading(tenant, 'single', work)
  }

  /**
   * A write of exactly one statement of `query`, as cheap as `readOnce`: it is committed when it is answered. Where the
   * connection was lost nobody knows whether it was, so it is never tried again here.
   */
  async writeOnce<T>(work: () => Promise<T>): Promise<T> {
    const tenant = ambientTenant()
    return this.join(tenant, false) ? work() : this.transactOnce(tenant, 'single_write', work)
  }

  private async tryReading<T>(tenant: Tenant, kind: 'read' | 'single', work: () => Promise<T>): Promise<T> {
    if (this.join(tenant, true)) return work()
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await (kind === 'single'
          ? this.transactOnce(tenant, kind, work)
          : this.transact(tenant, kind, work))
      } catch (error) {
        const isLoss = error instanceof DatabaseUnavailable && isConnectionLoss(rootCause(error))
        if (!isLoss || attempt === READ_ATTEMPTS) throw error
      }
    }
  }

  repository<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity> {
    const { manager } = this.transaction()
    if (manager === null) throw new Error(ONE_STATEMENT)
    return manager.getRepository(entity)
  }

  /** A part of the transaction that may fail by itself: then nothing of it stays, and the rest goes on. */
  async attempt<T>(part: () => Promise<T>): Promise<T> {
    const { query, afterCommit, lastStatements } = this.transaction()
    const [actions, statements] = [afterCommit.length, lastStatements.length]
    await query('SAVEPOINT attempt')
    try {
      const result = await part()
      await query('RELEASE SAVEPOINT attempt')
      return result
    } catch (error) {
      await query('ROLLBACK TO SAVEPOINT attempt')
      afterCommit.length = actions
      lastStatements.length = statements
      throw error
    }
  }

  /** A hand-written statement; rows come back as they are. */
  query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    return this.transaction().query<Row>(text, values)
  }

  /**
   * The transaction's moment by the database's clock. Ends of sessions and links are reckoned from it, because the
   * database also judges them: the clocks of the processes may differ.
   */
  async now(): Promise<Date> {
    const [row] = await this.query<{ now: Date }>('SELECT now()')
    if (!row) throw new Error('The database did not say what time it is.')
    return row.now
  }

  /** For what must not happen when the transaction fails: notices, mail, forgetting a cached session. */
  afterCommit(action: () => void): void {
    this.transaction().afterCommit.push(action)
  }

  /** For the audit chain: its one hot row is locked as late as possible. */
  lastly(statement: () => Promise<void>): void {
    const { kind, lastStatements } = this.transaction()
    if (kind === 'single' || kind === 'single_write') throw new Error(ONE_STATEMENT)
    lastStatements.push(statement)
  }

  get tenant(): Tenant {
    return this.transaction().tenant
  }

  private transaction(): Transaction {
    const transaction = currentContext()?.transaction
    if (!transaction) throw new Error('Rows are touched inside a unit of work only.')
    return transaction
  }

  private join(tenant: Tenant, readOnly: boolean): boolean {
    const open = currentContext()?.transaction
    if (!open) return false
    if (open.tenant.organizationId !== tenant.organizationId) {
      throw new Error('A transaction belongs to one tenant: commit it before working for another.')
    }
    if (tenant.userId !== null && tenant.userId !== open.tenant.userId) {
      throw new Error('A transaction is the work of one person: commit it before working as another.')
    }
    if (open.kind !== 'write' && !readOnly) throw new Error('A reading transaction cannot write.')
    return true
  }

  private async transact<T>(tenant: Tenant, kind: 'write' | 'read', work: () => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner('master')
    try {
      checkIds(tenant)
      const client = (await inTime(runner.connect(), () => runner.release())) as NamingClient
      const begun = begin(client, runner, beginStatement(tenant, kind))
      const transaction = newTransaction(tenant, kind, statements(client), runner.manager)
      const result = await inContext(contextOf(transaction), () =>
        settle({ transaction, runner, client, begun }, work),
      )
      afterwards(transaction)
      return result
    } catch (error) {
      // TypeORM lets go of a connection at the moment it is lost; the next statement only meets its absence.
      const wasLost = runner.isReleased && error instanceof QueryRunnerAlreadyReleasedError
      await runner.release()
      throw wasLost ? new DatabaseUnavailable(error) : translateDatabaseError(error)
    }
  }

  /** One statement is a transaction by itself: it needs a connection, and nothing of TypeORM's. */
  private async transactOnce<T>(
    tenant: Tenant,
    kind: 'single' | 'single_write',
    work: () => Promise<T>,
  ): Promise<T> {
    checkIds(tenant)
    try {
      const connecting = poolOf(this.dataSource).connect() as unknown as Promise<PooledClient>
      const client = await inTime(connecting, (late) => late.release())
      try {
        const settings = tenantValues(tenant, kind === 'single' ? 'read' : 'write')
        const transaction = newTransaction(tenant, kind, singleStatement(settings, client), null)
        const result = await inContext(contextOf(transaction), work)
        afterwards(transaction)
        return result
      } finally {
        client.release()
      }
    } catch (error) {
      throw translateDatabaseError(error)
    }
  }
}

const contextOf = (transaction: Transaction): Context => ({
  ...(currentContext() ?? newContext(null, Infinity)),
  tenant: transaction.tenant,
  transaction,
})

/** The work is done and committed: what goes wrong now is told, and is no failure of the work. */
const afterwards = ({ afterCommit }: Transaction): void => {
  for (const action of afterCommit) {
    try {
      action()
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : String(error))
    }
  }
}

interface OpenTransaction {
  transaction: Transaction
  runner: QueryRunner
  client: ClientBase
  begun: Promise<unknown>
}

const settle = async <T>(
  { transaction, runner, client, begun }: OpenTransaction,
  work: () => Promise<T>,
): Promise<T> => {
  try {
    const result = await work()
    for (const statement of transaction.lastStatements) await statement()
    await begun
    if (transaction.kind === 'read') {
      void endReading(client, runner)
    } else {
      await client.query('COMMIT')
      await runner.release()
    }
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => abandon(client))
    throw error
  }
}

/** Nobody waits for the end of a reading transaction: the answer is already on its way. */
const endReading = async (client: ClientBase, runner: QueryRunner): Promise<void> => {
  await client.query('COMMIT').catch(() => abandon(client))
  await runner.release()
}

const newTransaction = (
  tenant: Tenant,
  kind: TransactionKind,
  query: Transaction['query'],
  manager: EntityManager | null,
): Transaction => ({ tenant, kind, query, manager, afterCommit: [], lastStatements: [] })

const statements =
  (client: ClientBase): Transaction['query'] =>
  async <Row>(text: string, values: unknown[] = []) =>
    (await client.query(text, values)).rows as Row[]

const singleStatement = (settings: readonly string[], client: NamingClient): Transaction['query'] => {
  let wasSent = false
  return async <Row>(text: string, values: unknown[] = []) => {
    if (wasSent) throw new Error(ONE_STATEMENT)
    wasSent = true
    return client.queryAs<Row>(settings, text, values)
  }
}

const ambientTenant = (): Tenant => {
  const tenant = currentContext()?.tenant
  if (!tenant) throw new Error('Nobody is signed in here: name the tenant with runAs.')
  return tenant
}

const rootCause = (error: unknown): unknown => {
  const cause = (error as { cause?: unknown }).cause
  const driverError = (cause as { driverError?: unknown } | undefined)?.driverError
  return driverError ?? cause
}
