import { onThread, ThreadExceeded, workerBeside } from '../../threads/on-thread.ts'
import { type ReadingAnswer, type ReadingOrder, unread } from './read-rows.ts'

const WORKER = workerBeside(import.meta.url, 'import-reading.worker')
/** A file of 10 MB takes less than two seconds. */
const LIMITS = { timeMs: 15_000, memoryMb: 384 }

/** Reads one file on a thread of its own; what asks for too much is an answer, too. */
export const readOnThread = async (order: ReadingOrder): Promise<ReadingAnswer> => {
  try {
    return await onThread<ReadingAnswer>(WORKER, order, LIMITS)
  } catch (error) {
    if (error instanceof ThreadExceeded) {
      return unread('Reading this file takes too long or too much memory. Import it in parts.')
    }
    throw error
  }
}
