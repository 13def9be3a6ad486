import { ApiProblem } from './problem.ts'
import { type OnProgress, sendWithProgress } from './send-with-progress.ts'

export const API = '/api/v1'

export interface Outgoing {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** JSON, or a form with files. */
  body?: unknown
  /** The revision being replaced. */
  ifMatch?: number
  idempotencyKey?: string
  signal?: AbortSignal
  /** It may outlive the page. Browsers allow that for small bodies only. */
  keepalive?: boolean
  /** Told how much of the body has left. */
  onProgress?: OnProgress
}

const headersOf = ({ body, ifMatch, idempotencyKey }: Outgoing): Record<string, string> => ({
  Accept: 'application/json, application/problem+json',
  // The browser names the type of a form itself, with the boundary it chose.
  ...(body === undefined || body instanceof FormData ? {} : { 'Content-Type': 'application/json' }),
  ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
  ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
})

const bodyOf = ({ body }: Outgoing): FormData | string | null => {
  if (body === undefined) return null
  return body instanceof FormData ? body : JSON.stringify(body)
}

/** One request, as it is. No answer at all becomes a problem of its own; giving up stays an AbortError. */
export const send = async (path: string, outgoing: Outgoing = {}): Promise<Response> => {
  const { method = 'GET', signal, onProgress } = outgoing
  const parts = { method, headers: headersOf(outgoing), body: bodyOf(outgoing) }
  try {
    if (onProgress) return await sendWithProgress(API + path, { ...parts, signal, onProgress })
    return await fetch(API + path, {
      ...parts,
      credentials: 'same-origin',
      cache: 'no-store',
      ...(signal ? { signal } : {}),
      ...(outgoing.keepalive ? { keepalive: true } : {}),
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiProblem(0, 'network')
  }
}

/** A browser keeps a request open until its answer is read: what nobody wants to know is read, too. */
export const discard = async (response: Response): Promise<void> => {
  await response.arrayBuffer().catch(() => undefined)
}
