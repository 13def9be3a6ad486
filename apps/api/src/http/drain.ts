import { Server } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** Long enough for a busy client to ask once more on its connection and be told to leave it. */
const TELL_MS = 500
const SWEEP_EVERY_MS = 50
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
    let sweep: NodeJS.Timeout | undefined
    // A connection between two requests looks idle, and its next request may be on its way: it is closed only after
    // it had the time to be told.
    const told = setTimeout(() => {
      sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY_MS)
    }, TELL_MS)
    const end = setTimeout(() => server.closeAllConnections(), GIVE_UP_MS)
    await allConnectionsEnded(server)
    clearTimeout(told)
    clearInterval(sweep)
    clearTimeout(end)
  }
}

/** Stops accepting. The close of an HTTP server would also cut every connection that looks idle, at once. */
const allConnectionsEnded = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    // Right after the newcomers of this turn were accepted: whoever still waits in line would be refused.
    setImmediate(() => Server.prototype.close.call(server, () => resolve()))
  })
