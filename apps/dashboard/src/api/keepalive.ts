/** Browsers refuse to let a larger request outlive its page, in bytes. */
const KEEPALIVE_LIMIT = 60_000

/** Whether a request with this body may outlive its page. */
export const mayOutlive = (body: unknown): boolean =>
  new TextEncoder().encode(JSON.stringify(body)).length < KEEPALIVE_LIMIT
