import { onThread, ThreadExceeded, workerBeside } from '../threads/on-thread.ts'
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

const WORKER = workerBeside(import.meta.url, 'document.worker')

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

  private async onThread(document: DocumentDefinition): Promise<Buffer> {
    try {
      const pdf = await onThread<Uint8Array>(WORKER, document, this.limits)
      return Buffer.from(pdf.buffer)
    } catch (error) {
      throw error instanceof ThreadExceeded ? new DocumentTooDemanding() : error
    }
  }
}
