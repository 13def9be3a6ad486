import { onThread, ThreadExceeded, workerBeside } from '../../threads/on-thread.ts'
import type { FitAnswer } from './fit-figures.ts'
import type { FitOrder } from './fit-order.ts'

const WORKER = workerBeside(import.meta.url, 'fit.worker')

export interface FitLimits {
  timeMs: number
  memoryMb: number
}

/** A family with ten thousand candidates takes six seconds and a third of the memory. */
export const FIT_LIMITS: FitLimits = { timeMs: 60_000, memoryMb: 512 }

/** Computes a fit on a thread of its own. One that asks for too much is an answer, too. */
export const fitOnThread = async (
  order: FitOrder,
  { signal, limits = FIT_LIMITS }: { signal?: AbortSignal; limits?: FitLimits } = {},
): Promise<FitAnswer> => {
  try {
    return await onThread<FitAnswer>(WORKER, order, { ...limits, ...(signal ? { signal } : {}) })
  } catch (error) {
    if (error instanceof ThreadExceeded)
      return { status: 'failed', because: 'It took too much time or memory and was stopped.' }
    throw error
  }
}
