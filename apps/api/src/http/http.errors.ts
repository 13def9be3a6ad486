import { VisibleError } from '@assay/access'

export class NotFound extends VisibleError {
  readonly status = 404
  readonly code = 'not_found'

  constructor(what = 'There is nothing here, or nothing you may see.') {
    super(what)
  }
}

export class ValidationFailed extends VisibleError {
  readonly status = 400
  readonly code = 'validation_failed'
  override readonly fields: Record<string, string>

  constructor(fields: Record<string, string>) {
    super('Some fields need another look. Nothing was stored.')
    this.fields = fields
  }
}

export class RevisionRequired extends VisibleError {
  readonly status = 428
  readonly code = 'revision_required'

  constructor() {
    super('Say which revision you are changing: If-Match with the ETag you were given.')
  }
}

export class RevisionConflict extends VisibleError {
  readonly status = 412
  readonly code = 'revision_conflict'
  override readonly current: unknown

  constructor(current: unknown) {
    super('Somebody changed this in the meantime. Nothing was overwritten; the present state is enclosed.')
    this.current = current
  }
}

export class IdempotencyMismatch extends VisibleError {
  readonly status = 422
  readonly code = 'idempotency_mismatch'

  constructor() {
    super('This Idempotency-Key was used with another body.')
  }
}

export class IdempotencyInFlight extends VisibleError {
  readonly status = 409
  readonly code = 'idempotency_in_flight'
  override readonly retryAfterSeconds = 1

  constructor() {
    super('The same command is still being carried out.')
  }
}

export class NoUpload extends VisibleError {
  readonly status = 415
  readonly code = 'unsupported_media_type'

  constructor() {
    super('Send the file as multipart/form-data, in a part named "file".')
  }
}

export class FileTooLarge extends VisibleError {
  readonly status = 413
  readonly code = 'file_too_large'

  constructor() {
    super('This file is larger than 10 MB. Nothing was stored.')
  }
}

export class MalformedUpload extends VisibleError {
  readonly status = 400
  readonly code = 'malformed_body'

  constructor() {
    super('The upload is not well-formed, or it ended too early. Nothing was stored.')
  }
}
