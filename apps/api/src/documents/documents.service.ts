import { TooManyRequests } from '@assay/access'
import { Injectable } from '@nestjs/common'
import { PlacesPerPerson } from '../http/places-per-person.ts'
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

  private readonly places = new PlacesPerPerson(
    PER_PERSON,
    () => new TooManyRequests(5, 'Two documents are being made for you already.'),
  )

  /** The document as a PDF. Call it outside of a unit of work: no connection should wait for it. */
  async render(document: DocumentDefinition, personId: string | null): Promise<Buffer> {
    const giveBack = this.places.take(personId)
    try {
      return await this.press.print(document)
    } finally {
      giveBack()
    }
  }
}
