import { VisibleError } from '@assay/access'

/** No file of candidates. The sentence says what it is, and what to do. */
export class ImportRefused extends VisibleError {
  readonly status = 422
  readonly code = 'file_refused'
  override readonly fields: Record<string, string>

  constructor(because: string) {
    super(`${because} Nothing was imported.`)
    this.fields = { file: because }
  }
}

/** As many files are being read as may at once. */
export class ImportsBusy extends VisibleError {
  readonly status = 503
  readonly code = 'unavailable'
  override readonly retryAfterSeconds = 5

  constructor() {
    super('Other files are being read at this moment. Try again in 5 s. Nothing was imported.')
  }
}

export class ImportStepRefused extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'
}
