import { type Context, inContext, newContext } from '@assay/persistence'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'

const contexts = new WeakMap<FastifyRequest, Context>()

/**
 * Gives each request its context: id, deadline, and later its tenant. It is entered after the body was read, because
 * reading a body continues on the socket's own asynchronous context.
 */
export const followRequests = (fastify: FastifyInstance, accessLog: Logger): void => {
  fastify.addHook('onRequest', (request, reply, done) => {
    const context = newContext(request.id)
    contexts.set(request, context)
    void reply.header('x-request-id', request.id)
    inContext(context, done)
  })
  fastify.addHook('preValidation', (request, _reply, done) => {
    inContext(contexts.get(request) ?? newContext(request.id), done)
  })
  fastify.addHook('onResponse', (request, reply, done) => {
    if (request.routeOptions.url?.startsWith('/api')) {
      accessLog.info(
        {
          requestId: request.id,
          method: request.method,
          route: request.routeOptions.url,
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime * 10) / 10,
        },
        'answered',
      )
    }
    done()
  })
}
