import type { FastifyInstance } from 'fastify'

const GIVE_UP_MS = 14_000

/**
 * Leaving without a failed request: say `Connection: close` on what is still answered, stop accepting, wait for what
 * is in flight, and only then let the rest of the house close. Another process on the same port takes the newcomers.
 */
export class Drain {
  private draining = false

  get isDraining(): boolean {
    return this.draining
  }

  watch(fastify: FastifyInstance): void {
    fastify.addHook('onSend', (_request, reply, payload, done) => {
      if (this.draining) void reply.header('connection', 'close')
      done(null, payload)
    })
  }

  async finish(fastify: FastifyInstance): Promise<void> {
    if (this.draining) return
    this.draining = true
    const { server } = fastify
    if (!server.listening) return
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    const end = setTimeout(() => server.closeAllConnections(), GIVE_UP_MS)
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
    clearInterval(sweep)
    clearTimeout(end)
  }
}
