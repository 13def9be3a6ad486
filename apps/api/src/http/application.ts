import { randomUUID } from 'node:crypto'
import fastifyCookie from '@fastify/cookie'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Logger } from 'pino'
import type { Settings } from '../config.ts'
import { serveDashboard } from './dashboard-files.ts'
import { Drain } from './drain.ts'
import { answerHealthChecks } from './health.ts'
import { NotFound } from './http.errors.ts'
import { BODY_LIMIT, readJsonBodies } from './json-body.ts'
import { createAccessLog, nestLogger } from './logging.ts'
import { serveOpenApi } from './openapi.ts'
import { ProblemFilter } from './problem.filter.ts'
import { followRequests } from './request-context.ts'
import { setSecurityHeaders, withoutHooks } from './security-headers.ts'
import { readUploads } from './uploads.ts'

const ANSWER_LIMIT_MS = 20_000

export interface ApplicationParts {
  /** A dynamic Nest module: all features. */
  module: Parameters<typeof NestFactory.create>[0]
  settings: Settings
  log: Logger
  https: boolean
  dashboardDirectory: string
  ping: () => Promise<void>
}

export interface HttpApplication {
  app: NestFastifyApplication
  fastify: FastifyInstance
  drain: Drain
  /** Every path that is answered, features' and the house's own. */
  paths: string[]
}

/** Puts the adapter, the hooks and the routes of the house around the features; does not listen yet. */
export const createHttpApplication = async (parts: ApplicationParts): Promise<HttpApplication> => {
  const { settings, log } = parts
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    // Every line carries the request's id from its context: no logger of its own for each request.
    childLoggerFactory: (logger: unknown) => logger,
    // Not a key of any row, so it need not sort; this one draws its randomness ahead.
    genReqId: () => randomUUID(),
    trustProxy: settings.trustedProxies.length > 0 ? settings.trustedProxies : false,
    bodyLimit: BODY_LIMIT,
    // A new process takes over on the same port: what still arrives here is answered, not refused.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    requestTimeout: ANSWER_LIMIT_MS,
    connectionTimeout: 0,
    keepAliveTimeout: 65_000,
    http: { headersTimeout: 10_000 },
    routerOptions: { maxParamLength: 500 },
    // An address that cannot be decoded meets no hook and no filter: it is answered here.
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) =>
      new ProblemFilter(log).send(
        new NotFound('There is nothing at this address.'),
        request,
        withoutHooks(reply),
      ),
  } as never)
  const app = await NestFactory.create<NestFastifyApplication>(parts.module, adapter, {
    bodyParser: false,
    logger: nestLogger(log),
    abortOnError: false,
  })
  const fastify = app.getHttpAdapter().getInstance()
  const drain = new Drain()
  const paths = new Set<string>()
  fastify.addHook('onRoute', ({ url }) => void paths.add(url))
  followRequests(fastify, createAccessLog(log))
  drain.watch(fastify)
  setSecurityHeaders(fastify, parts.https)
  await fastify.register(fastifyCookie)
  readJsonBodies(fastify)
  await readUploads(fastify)
  answerHealthChecks(fastify, {
    ping: parts.ping,
    isDraining: () => drain.isDraining,
    metricsToken: settings.metricsToken,
  })
  app.setGlobalPrefix('api/v1')
  serveOpenApi(fastify, app)
  await serveDashboard(fastify, parts.dashboardDirectory)
  await app.init()
  await fastify.ready()
  return { app, fastify, drain, paths: [...paths] }
}
