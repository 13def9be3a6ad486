import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { RevisionRequired } from './http.errors.ts'

const seen = (context: ExecutionContext): number | null => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']
  const revision = /^(?:W\/)?"(\d{1,9})"$/.exec(header ?? '')?.[1]
  return revision === undefined ? null : Number(revision)
}

/** The revision a client has seen, from `If-Match: "7"`. Without it a write could silently undo another's. */
export const IfMatch = createParamDecorator((_data: unknown, context: ExecutionContext): number => {
  const revision = seen(context)
  if (revision === null) throw new RevisionRequired()
  return revision
})

/** The same for a command, which may also be given without having looked: null then. */
export const SeenRevision = createParamDecorator((_data: unknown, context: ExecutionContext) => seen(context))
