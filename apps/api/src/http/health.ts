import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

const READY_CACHE_MS = 1_000

export interface HealthFacts {
  /** Asks the database; rejects when it does not answer. */
  ping: () => Promise<void>
  isDraining: () => boolean
  metricsToken: string | null
}

/** `/healthz` touches nothing; `/readyz` asks the database at most once a second; `/metrics` needs its token. */
export const answerHealthChecks = (fastify: FastifyInstance, facts: HealthFacts): void => {
  fastify.get('/healthz', () => ({ status: 'alive' }))
  const isReady = cached(READY_CACHE_MS, async () => {
    await facts.ping()
    return true
  })
  fastify.get('/readyz', async (_request, reply) => {
    const ready = !facts.isDraining() && (await isReady().catch(() => false))
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' })
  })
  if (facts.metricsToken !== null) serveMetrics(fastify, facts.metricsToken)
}

/** One question at a time, its answer kept for a while, so that a flood of checks costs one query a second. */
const cached = <T>(keepMs: number, ask: () => Promise<T>): (() => Promise<T>) => {
  let answer: Promise<T> | null = null
  let until = 0
  return () => {
    if (answer === null || performance.now() > until) {
      until = performance.now() + keepMs
      answer = ask()
      answer.catch(() => undefined)
    }
    return answer
  }
}

const serveMetrics = (fastify: FastifyInstance, token: string): void => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'assay_http_request_seconds',
    help: 'Time to answer, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 6],
    registers: [registry],
  })
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown'
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1_000)
    done()
  })
  const expected = Buffer.from(`Bearer ${token}`)
  fastify.get('/metrics', async (request, reply) => {
    const given = Buffer.from(request.headers.authorization ?? '')
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      return reply.status(401).send({ status: 'needs its token' })
    }
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
