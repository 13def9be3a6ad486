import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { RevisionRequired } from './http.errors.ts'

/** The revision a client has seen, from `If-Match: "7"`. Without it a write could silently undo another's. */
export const IfMatch = createParamDecorator((_data: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']
  const revision = /^(?:W\/)?"(\d{1,9})"$/.exec(header ?? '')?.[1]
  if (revision === undefined) throw new RevisionRequired()
  return Number(revision)
})
