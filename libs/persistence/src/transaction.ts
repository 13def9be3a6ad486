import type { EntityManager } from 'typeorm'

/** Whose rows a transaction may touch. `userId` is null where nobody is signed in yet (setup, sign-in, jobs). */
export interface Tenant {
  organizationId: string
  userId: string | null
}

/** `single` reads, and `single_write` writes, with one statement, which is a transaction by itself. */
export type TransactionKind = 'write' | 'read' | 'single' | 'single_write'

/** One transaction of one tenant, as the unit of work sees it. */
export interface Transaction {
  tenant: Tenant
  kind: TransactionKind
  /** Entities; a single statement has none. */
  manager: EntityManager | null
  query: <Row>(text: string, values?: unknown[]) => Promise<Row[]>
  afterCommit: (() => void)[]
  /** Runs right before COMMIT, in order: the audit chain's row is hot, so its lock is taken as late as possible. */
  lastStatements: (() => Promise<void>)[]
}
