import { VisibleError } from '@assay/access'
import { MAX_CANDIDATE_DOCUMENTS, RESTORABLE_DAYS } from '@assay/contracts'
import type { Refusal } from './intake/verdict.ts'

/** Of a kind that is not taken. The sentence says what it is, and what is taken. */
export class FileRefused extends VisibleError {
  readonly status = 422
  readonly code = 'file_refused'
  override readonly fields: Record<string, string>

  constructor({ because }: Refusal) {
    super(`${because} Nothing was stored.`)
    this.fields = { file: because }
  }
}

/** The same bytes are there already; the answer carries the document that holds them. */
export class DocumentExists extends VisibleError {
  readonly status = 409
  readonly code = 'document_exists'
  override readonly current: unknown

  constructor(current: { name: string }) {
    super(`This candidate has this file already, as “${current.name}”. It was not stored again.`)
    this.current = current
  }
}

export class TooManyDocuments extends VisibleError {
  readonly status = 409
  readonly code = 'limit_reached'

  constructor() {
    super(`A candidate has at most ${MAX_CANDIDATE_DOCUMENTS} documents. Remove one that is not needed.`)
  }
}

/** As many uploads arrive, or wait to be read, as may at once. */
export class UploadsBusy extends VisibleError {
  readonly status = 503
  readonly code = 'unavailable'
  override readonly retryAfterSeconds: number

  constructor(seconds: number) {
    super(`Many files are being taken in at this moment. Try again in ${seconds} s. Nothing was stored.`)
    this.retryAfterSeconds = seconds
  }
}

export class NotRestorable extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'

  constructor() {
    super(`A removed document can be restored for ${RESTORABLE_DAYS} days. These are over.`)
  }
}

export class DocumentRemoved extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'

  constructor() {
    super('This document was removed. Restore it first.')
  }
}

export class OfErased extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'

  constructor() {
    super('This candidate was erased. Nothing new is kept of them.')
  }
}

export class MergedElsewhere extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'

  constructor() {
    super('This candidate was merged into another one. Add the document there.')
  }
}
