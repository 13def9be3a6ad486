import { VisibleError } from '@assay/access'

/** The short queue for documents is full, or moved too slowly. */
export class DocumentsBusy extends VisibleError {
  readonly status = 503
  readonly code = 'unavailable'
  override readonly retryAfterSeconds = 5

  constructor() {
    super('Several documents are being made at this moment. Try again in 5 s.')
  }
}

/** Out of time or of memory: nothing was sent, and nothing else was held up. */
export class DocumentTooDemanding extends VisibleError {
  readonly status = 503
  readonly code = 'unavailable'
  override readonly retryAfterSeconds = 30

  constructor() {
    super(
      'This document took too long to make. Try again in 30 s; if it happens again, it holds more than can be printed.',
    )
  }
}
