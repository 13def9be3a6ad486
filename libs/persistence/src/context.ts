import { AsyncLocalStorage } from 'node:async_hooks'
import type { Tenant, Transaction } from './transaction.ts'

/** What is known about the work in hand: one per request, job or command. */
export interface Context {
  requestId: string | null
  tenant: Tenant | null
  /** Milliseconds of `performance.now()` after which nobody waits for the answer any more. */
  deadline: number
  transaction: Transaction | null
}

const storage = new AsyncLocalStorage<Context>()

export const currentContext = (): Context | null => storage.getStore() ?? null

export const inContext = <T>(context: Context, work: () => T): T => storage.run(context, work)

/** An answer must leave within 6 s even when the database is frozen; this leaves time to write it. */
export const ANSWER_WITHIN_MS = 5_300

export const newContext = (requestId: string | null, answerWithinMs = ANSWER_WITHIN_MS): Context => ({
  requestId,
  tenant: null,
  deadline: performance.now() + answerWithinMs,
  transaction: null,
})

/** Milliseconds left for the work in hand; without a context (start, jobs) there is no hurry. */
export const remainingMs = (): number => {
  const context = currentContext()
  return context ? Math.max(1, Math.floor(context.deadline - performance.now())) : Infinity
}
