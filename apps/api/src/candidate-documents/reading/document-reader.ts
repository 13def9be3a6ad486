import { onThread, ThreadExceeded, type ThreadLimits, workerBeside } from '../../threads/on-thread.ts'
import type { Reading, ReadingOrder } from './reading.ts'

export type ReadingAnswer = Reading | { state: 'unreadable'; because: 'too_demanding' }

const WORKER = workerBeside(import.meta.url, 'reading.worker')

/** Reads one document on a thread of its own. A document that asks for too much is an answer, too. */
export const readOnThread = async (
  order: ReadingOrder,
  limits: ThreadLimits & { signal?: AbortSignal },
): Promise<ReadingAnswer> => {
  try {
    return await onThread<Reading>(WORKER, order, limits)
  } catch (error) {
    if (error instanceof ThreadExceeded) return { state: 'unreadable', because: 'too_demanding' }
    throw error
  }
}
