import { CAPPED_TOTAL, type Page } from '@assay/contracts'
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { map, type Observable } from 'rxjs'
import { z } from 'zod'
import { ANSWER, NOTHING, PAGE_OF } from './answers.ts'
import { type FileAnswer, fileAnswer, FileOf } from './file-answer.ts'
import { Idempotency } from './idempotency.ts'

type Answer = z.ZodType | FileOf | typeof NOTHING

/**
 * Gives every answer its declared shape (what is not declared is stripped), a page its Content-Range, and a record its
 * ETag. A route that declares no answer cannot answer. One interceptor for all of it: each costs every request.
 */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly idempotency: Idempotency,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const schema = this.reflector.get<Answer | undefined>(ANSWER, context.getHandler())
    const unit = this.reflector.get<string | undefined>(PAGE_OF, context.getHandler())
    const http = context.switchToHttp()
    const reply = http.getResponse<FastifyReply>()
    const answer = next.handle().pipe(
      map((value: unknown) => {
        if (schema === undefined) throw new Error('This route declares no answer.')
        if (schema === NOTHING) return undefined
        if (schema instanceof FileOf) return fileAnswer(schema.mediaType, value as FileAnswer, reply)
        if (unit !== undefined) return pageAnswer(schema, value as Page<unknown>, unit, http)
        return recordAnswer(schema, value, reply)
      }),
    )
    return this.idempotency.around(context, answer)
  }
}

const recordAnswer = (schema: z.ZodType, value: unknown, reply: FastifyReply): unknown => {
  const shown = schema.parse(value)
  const revision = (shown as { revision?: unknown } | null)?.revision
  if (typeof revision === 'number') void reply.header('etag', `"${revision}"`)
  return shown
}

const pageAnswer = (
  schema: z.ZodType,
  page: Page<unknown>,
  unit: string,
  http: ReturnType<ExecutionContext['switchToHttp']>,
): unknown => {
  const reply = http.getResponse<FastifyReply>()
  const first = firstOf(http.getRequest<FastifyRequest>())
  const range = page.rows.length === 0 ? '*' : `${first}-${first + page.rows.length - 1}`
  void reply.header('content-range', `${unit} ${range}/${page.total}`)
  if (page.isCapped ?? page.total >= CAPPED_TOTAL) void reply.header('x-total-capped', 'true')
  if (page.next) void reply.header('x-next-cursor', asciiJson(page.next))
  return z.array(schema).parse(page.rows)
}

/** A header takes no other signs; JSON has a spelling for them. */
const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[\u007F-\uFFFF]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** The query was validated before; only its start is needed again. */
const firstOf = (request: FastifyRequest): number => {
  const range = (request.query as { range?: unknown }).range
  return typeof range === 'string' ? (JSON.parse(range) as [number, number])[0] : 0
}
