import { Injectable } from '@nestjs/common'
import type { DocumentDefinition } from './document-definition.ts'
import { DocumentPress } from './document-press.ts'

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

  /** The document as a PDF. Call it outside of a unit of work: no connection should wait for it. */
  render(document: DocumentDefinition): Promise<Buffer> {
    return this.press.print(document)
  }
}
