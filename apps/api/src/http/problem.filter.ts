import { VisibleError } from '@assay/access'
import type { Problem, ProblemCode } from '@assay/contracts'
import { currentContext, DatabaseUnavailable, StorageFull, translateDatabaseError } from '@assay/persistence'
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'

interface Shown {
  status: number
  code: ProblemCode
  detail: string
  fields?: Record<string, string> | undefined
  current?: unknown
  retryAfterSeconds?: number | undefined
}

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  412: 'Changed in the meantime',
  413: 'Too large',
  415: 'Wrong kind of body',
  422: 'Cannot be carried out',
  428: 'Revision required',
  429: 'Too many requests',
  500: 'Something went wrong',
  503: 'Not available at the moment',
  507: 'Disk full',
}

/** Turns every error into problem+json. What is not meant for a client's eyes goes to the log with the request id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>()
    const reply = host.switchToHttp().getResponse<FastifyReply>()
    if (reply.sent) return
    void this.send(error, request, reply)
  }

  send(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const shown = this.show(error)
    if (shown.retryAfterSeconds !== undefined) void reply.header('retry-after', shown.retryAfterSeconds)
    return reply
      .status(shown.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problemOf(shown, currentContext()?.requestId ?? request.id)))
  }

  private show(thrown: unknown): Shown {
    const error = translateDatabaseError(thrown)
    if (error instanceof VisibleError) {
      const { status, code, message: detail, fields, current, retryAfterSeconds } = error
      return { status, code, detail, fields, current, retryAfterSeconds }
    }
    if (error instanceof DatabaseUnavailable) {
      this.log.warn({ err: error.cause }, error.message)
      const detail = 'The database does not answer at the moment. Nothing was lost; try again shortly.'
      return { status: 503, code: 'unavailable', detail, retryAfterSeconds: 2 }
    }
    if (error instanceof StorageFull) {
      this.log.error({ err: error.cause }, error.message)
      const detail =
        'The disk of the server is full: reading works, saving does not. Please tell an administrator.'
      return { status: 507, code: 'unavailable', detail, retryAfterSeconds: 60 }
    }
    const known = knownToFramework(error)
    if (known) return known
    this.log.error({ err: error }, 'unexpected error')
    return {
      status: 500,
      code: 'internal',
      detail: 'Something went wrong on our side. It was written down with the request id.',
    }
  }
}

const problemOf = (shown: Shown, requestId: string): Problem => ({
  type: `urn:assay:problem:${shown.code}`,
  title: TITLES[shown.status] ?? 'Problem',
  status: shown.status,
  detail: shown.detail,
  code: shown.code,
  requestId,
  ...(shown.fields ? { errors: shown.fields } : {}),
  ...(shown.current === undefined ? {} : { current: shown.current }),
})

const FRAMEWORK: Record<number, { code: ProblemCode; detail: string }> = {
  400: {
    code: 'malformed_body',
    detail:
      'The request is not well-formed: broken JSON, more than 20 levels, or a forbidden name. Nothing was stored.',
  },
  // A file outside of the served directory is as good as none.
  403: { code: 'not_found', detail: 'There is nothing at this address.' },
  404: { code: 'not_found', detail: 'There is nothing at this address.' },
  413: { code: 'body_too_large', detail: 'The body is too large: at most 1 MB. Nothing was stored.' },
  415: { code: 'unsupported_media_type', detail: 'Send the body as application/json.' },
}

/** Errors of Fastify (body parser) and Nest (router); their own words are not shown. */
const knownToFramework = (error: unknown): Shown | null => {
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : (error as { statusCode?: unknown } | null)?.statusCode
  if (typeof status !== 'number') return null
  const known = FRAMEWORK[status]
  return known ? { status: known.code === 'not_found' ? 404 : status, ...known } : null
}
