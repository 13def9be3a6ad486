import type { Socket } from 'node:net'
import type { ClientBase, Pool, PoolClient } from 'pg'
import type { DataSource, QueryRunner } from 'typeorm'
import { remainingMs } from './context.ts'
import { POOL_WAIT_MS } from './data-source.ts'
import { DatabaseUnavailable } from './database.errors.ts'
import type { NamingClient } from './naming-client.ts'

export type PooledClient = NamingClient & PoolClient

/** The pool that TypeORM made: what needs none of its mapping takes a connection from there. */
export const poolOf = (dataSource: DataSource): Pool =>
  (dataSource.driver as unknown as { master: Pool }).master

const streamOf = (client: ClientBase): Socket =>
  (client as unknown as { connection: { stream: Socket } }).connection.stream

/** A connection in an unknown state is torn down; the pool notices and makes another. */
export const abandon = (client: ClientBase): void => void streamOf(client).destroy()

/** What is asked in this turn leaves in one write: a system call costs more than most statements' own work here. */
const sendTogether = (client: ClientBase): void => {
  const stream = streamOf(client)
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** A connection in time for the answer, or `DatabaseUnavailable`; one that comes too late is given back by `giveBack`. */
export const inTime = async <Connection>(
  connecting: Promise<Connection>,
  giveBack: (late: Connection) => unknown,
): Promise<Connection> => {
  const patience = remainingMs()
  // The pool itself gives up before that.
  if (patience > POOL_WAIT_MS) return connecting
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      connecting.then(giveBack).catch(() => undefined)
      reject(new DatabaseUnavailable('no connection in time'))
    }, patience)
  })
  return Promise.race([connecting, late]).finally(() => clearTimeout(timer))
}

/** The next statement may be sent before BEGIN is answered; its failure is reported by whoever waits first. */
export const begin = (client: ClientBase, runner: QueryRunner, statement: string): Promise<unknown> => {
  sendTogether(client)
  const begun = client.query(statement)
  begun.catch(() => undefined)
  claimTransaction(runner)
  return begun
}

/** Tells TypeORM that a transaction is open, since BEGIN was not sent through it: it must never open its own. */
const claimTransaction = (runner: QueryRunner): void => {
  const state = runner as unknown as { isTransactionActive: boolean; transactionDepth: number }
  state.isTransactionActive = true
  state.transactionDepth = 1
}
