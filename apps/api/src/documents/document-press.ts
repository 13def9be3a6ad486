import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { DocumentsBusy, DocumentTooDemanding } from './document.errors.ts'
import type { DocumentDefinition } from './document-definition.ts'

export interface PressLimits {
  atOnce: number
  waiting: number
  /** How long a document may wait for its turn. */
  patienceMs: number
  /** How long one may take, from the start of its thread. */
  timeMs: number
  memoryMb: number
}

// As TypeScript under the tests, as JavaScript when built: the compiler does not rewrite this name.
const WORKER = fileURLToPath(
  new URL(`document.worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url),
)

/**
 * Makes documents on threads of their own, so that nobody else's request waits for one. Each gets a fresh thread: it
 * can be stopped at any moment, its memory is limited and comes back at once, and it knows nothing of another document.
 */
export class DocumentPress {
  private running = 0
  private readonly queue: (() => void)[] = []

  constructor(private readonly limits: PressLimits) {}

  async print(document: DocumentDefinition): Promise<Buffer> {
    await this.turn()
    try {
      return await this.onThread(document)
    } finally {
      this.running -= 1
      this.queue.shift()?.()
    }
  }

  private async turn(): Promise<void> {
    if (this.running >= this.limits.atOnce) await this.wait()
    this.running += 1
  }

  private async wait(): Promise<void> {
    if (this.queue.length >= this.limits.waiting) throw new DocumentsBusy()
    await new Promise<void>((resolve, reject) => {
      const next = (): void => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        this.queue.splice(this.queue.indexOf(next), 1)
        reject(new DocumentsBusy())
      }, this.limits.patienceMs)
      this.queue.push(next)
    })
  }

  private onThread(document: DocumentDefinition): Promise<Buffer> {
    const { timeMs, memoryMb } = this.limits
    return new Promise((resolve, reject) => {
      const worker = new Worker(WORKER, {
        workerData: document,
        env: {},
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
      })
      const timer = setTimeout(() => {
        reject(new DocumentTooDemanding())
        void worker.terminate()
      }, timeMs)
      worker.once('message', (pdf: Uint8Array) => resolve(Buffer.from(pdf.buffer)))
      worker.once('error', (error: NodeJS.ErrnoException) => {
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new DocumentTooDemanding() : error)
      })
      worker.once('exit', (code) => {
        clearTimeout(timer)
        reject(new Error(`The thread of a document ended with ${code} and gave none.`))
      })
    })
  }
}
