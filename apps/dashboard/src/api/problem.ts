import type { Problem, ProblemCode } from '@assay/contracts'

/** What can go wrong with a request: every kind the API names, and no answer at all. */
export type FailureCode = ProblemCode | 'network'

/** An answer that is not a success, or none. `body.errors` is what react-admin hands to a form. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: FailureCode
  readonly body: Partial<Problem>
  readonly retryAfterSeconds: number | null

  constructor(
    status: number,
    code: FailureCode,
    body: Partial<Problem> = {},
    retryAfter: number | null = null,
  ) {
    super(body.detail ?? body.title ?? code)
    this.name = 'ApiProblem'
    this.status = status
    this.code = code
    this.body = body
    this.retryAfterSeconds = retryAfter
  }

  get errors(): Record<string, string> {
    return this.body.errors ?? {}
  }
}

/** For an answer without problem+json, as a proxy in front of the server would give. */
const codeOfStatus = (status: number): FailureCode => {
  if (status === 401) return 'unauthenticated'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not_found'
  if (status === 429) return 'rate_limited'
  return status === 502 || status === 503 || status === 504 ? 'unavailable' : 'internal'
}

const parse = (text: string): Partial<Problem> => {
  try {
    const body: unknown = JSON.parse(text)
    return body !== null && typeof body === 'object' ? body : {}
  } catch {
    return {}
  }
}

export const problemOf = async (response: Response): Promise<ApiProblem> => {
  const body = parse(await response.text().catch(() => ''))
  const seconds = Number(response.headers.get('Retry-After'))
  return new ApiProblem(
    response.status,
    body.code ?? codeOfStatus(response.status),
    body,
    Number.isFinite(seconds) && seconds > 0 ? seconds : null,
  )
}

/** What to show for anything that was thrown: also what is not ours is an internal failure to the reader. */
export const asProblem = (error: unknown): ApiProblem => {
  if (error instanceof ApiProblem) return error
  if (error instanceof Error && 'status' in error && 'body' in error) {
    const body = (error.body ?? {}) as Partial<Problem>
    const status = Number(error.status)
    return new ApiProblem(status, body.code ?? (status === 0 ? 'network' : codeOfStatus(status)), body)
  }
  return new ApiProblem(0, 'internal')
}
