import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

export interface ThreadLimits {
  /** From the start of the thread. */
  timeMs: number
  /** What the thread may hold: objects and strings, and beside them the bytes that no heap limit counts. */
  memoryMb: number
}

/** Out of time or of memory. The thread is gone, and what it held with it. */
export class ThreadExceeded extends Error {
  override readonly name = 'ThreadExceeded'
}

/** The program threw, or ended without an answer. */
export class ThreadFailed extends Error {
  override readonly name = 'ThreadFailed'
}

/** Ended from outside, because nobody waits for its answer any more. */
export class ThreadStopped extends Error {
  override readonly name = 'ThreadStopped'
}

const LOOKED_AT_EVERY_MS = 100
const BYTES_OF_A_MB = 1_048_576

/**
 * A file beside its caller, as the thread's program: TypeScript under the tests, JavaScript when built, since the
 * compiler does not rewrite names in strings.
 */
export const workerBeside = (callerUrl: string, name: string): string =>
  fileURLToPath(new URL(`${name}${callerUrl.endsWith('.ts') ? '.ts' : '.js'}`, callerUrl))

/**
 * Runs a program on a fresh thread and gives what it posts. A thread can be stopped at any moment, knows nothing of
 * the work before it, sees nothing of the environment, and gives all of its memory back.
 */
export const onThread = <Answer>(
  worker: string,
  data: unknown,
  { timeMs, memoryMb, signal }: ThreadLimits & { signal?: AbortSignal },
): Promise<Answer> => {
  const thread = new Worker(worker, {
    workerData: data,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
  })
  const stop = (): void => void thread.terminate()
  return new Promise<Answer>((resolve, reject) => {
    const exceed = (): void => {
      reject(new ThreadExceeded())
      stop()
    }
    const timer = setTimeout(exceed, timeMs)
    const watch = setInterval(() => void exceedWhen(thread, memoryMb, exceed), LOOKED_AT_EVERY_MS)
    const abort = (): void => {
      reject(new ThreadStopped())
      stop()
    }
    signal?.addEventListener('abort', abort, { once: true })
    if (signal?.aborted) abort()
    thread.once('message', (answer: Answer) => {
      resolve(answer)
      stop()
    })
    thread.once('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      reject(isMemory ? new ThreadExceeded() : new ThreadFailed(error.message, { cause: error }))
    })
    thread.once('exit', (code) => {
      clearTimeout(timer)
      clearInterval(watch)
      signal?.removeEventListener('abort', abort)
      reject(new ThreadFailed(`A thread ended with ${code} and gave no answer.`))
    })
  })
}

/** Buffers lie outside of the heap, where the limit of the thread does not reach. */
const exceedWhen = async (thread: Worker, memoryMb: number, exceed: () => void): Promise<void> => {
  try {
    const { used_heap_size: heap, external_memory: outside } = await thread.getHeapStatistics()
    if (heap + outside > memoryMb * BYTES_OF_A_MB) exceed()
  } catch {
    // It ended in the meantime.
  }
}
