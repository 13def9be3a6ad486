import type { ProblemCode } from '@assay/contracts'

/** An error that a client may see. The filter turns it into problem+json; `code` is stable. */
export abstract class VisibleError extends Error {
  abstract readonly status: number
  abstract readonly code: ProblemCode
  /** Field → what is wrong, for forms. */
  readonly fields: Record<string, string> | undefined = undefined
  readonly retryAfterSeconds: number | undefined = undefined
  readonly current: unknown = undefined
}

export class Unauthenticated extends VisibleError {
  readonly status = 401
  readonly code = 'unauthenticated'

  constructor() {
    super('Please sign in.')
  }
}

export class Forbidden extends VisibleError {
  readonly status = 403
  readonly code = 'forbidden'
}

export class CrossSiteRequest extends VisibleError {
  readonly status = 403
  readonly code = 'cross_site_request'

  constructor() {
    super('This request did not come from a page of this address.')
  }
}

export class TooManyRequests extends VisibleError {
  readonly status = 429
  readonly code = 'rate_limited'
  override readonly retryAfterSeconds: number

  constructor(seconds: number, words = 'Too many requests.') {
    super(`${words} Try again in ${seconds} s.`)
    this.retryAfterSeconds = seconds
  }
}

/** The short queue for hashing passwords is full. */
export class TooBusy extends VisibleError {
  readonly status = 429
  readonly code = 'busy'
  override readonly retryAfterSeconds = 2

  constructor() {
    super('Many people are signing in at this moment. Try again in 2 s.')
  }
}

export class UnsupportedMediaType extends VisibleError {
  readonly status = 415
  readonly code = 'unsupported_media_type'

  constructor() {
    super('Send the body as application/json.')
  }
}
