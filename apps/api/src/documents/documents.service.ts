import { TooManyRequests } from '@assay/access'
import { Injectable } from '@nestjs/common'
import type { DocumentDefinition } from './document-definition.ts'
import { DocumentPress } from './document-press.ts'

/** Of the few places there are, so that nobody takes them all. */
const PER_PERSON = 2

@Injectable()
export class DocumentsService {
  // One at once leaves the other core to everybody else; a packet of sixty questions takes about two seconds.
  private readonly press = new DocumentPress({
    atOnce: 1,
    waiting: 8,
    patienceMs: 6_000,
    timeMs: 10_000,
    memoryMb: 256,
  })

  private readonly asked = new Map<string | null, number>()

  /** The document as a PDF. Call it outside of a unit of work: no connection should wait for it. */
  async render(document: DocumentDefinition, personId: string | null): Promise<Buffer> {
    const already = this.asked.get(personId) ?? 0
    if (already >= PER_PERSON) throw new TooManyRequests(5, 'Two documents are being made for you already.')
    this.asked.set(personId, already + 1)
    try {
      return await this.press.print(document)
    } finally {
      this.release(personId)
    }
  }

  private release(personId: string | null): void {
    const left = (this.asked.get(personId) ?? 1) - 1
    if (left > 0) this.asked.set(personId, left)
    else this.asked.delete(personId)
  }
}
