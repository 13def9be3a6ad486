import { createHmac, timingSafeEqual } from 'node:crypto'
import Fastify, { type FastifyRequest } from 'fastify'
import pg from 'pg'
import { floorApplications, floorBoard } from './applications.ts'
import { floorCandidates } from './candidates.ts'
import { floorComparison } from './comparison.ts'
import { floorScorecards } from './scorecards.ts'

/**
 * The floor: what the same answer costs with nothing around it. Fastify, pg, one hand-written, named, prepared
 * statement and a signature check; no framework, no mapper, no tenancy, no session, no headers, no log.
 */
const key = Buffer.from(process.env['FLOOR_KEY'] ?? '', 'hex')
const pool = new pg.Pool({ connectionString: process.env['FLOOR_DATABASE_URL'], max: 8 })

const organizationOf = (request: FastifyRequest): string | null => {
  const token = /(?:^|; )at-\d+=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
  const end = token.lastIndexOf('.')
  const expected = createHmac('sha256', key).update(token.slice(0, end)).digest()
  const given = Buffer.from(token.slice(end + 1), 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    org: string
    exp: number
  }
  return claims.exp * 1_000 > Date.now() ? claims.org : null
}

const ORGANIZATION = `
  SELECT id, name, time_zone AS "timeZone", session_history_days AS "sessionHistoryDays", demo,
         created_at AS "createdAt", revision
    FROM organizations WHERE id = $1`

const fastify = Fastify()
fastify.get('/api/v1/organization', async (request, reply) => {
  const organizationId = organizationOf(request)
  if (organizationId === null) return reply.status(401).send()
  const { rows } = await pool.query({ name: 'organization', text: ORGANIZATION, values: [organizationId] })
  return rows[0] as unknown
})

fastify.get<{ Querystring: Record<string, string> }>('/api/v1/candidates', async (request, reply) => {
  const organizationId = organizationOf(request)
  if (organizationId === null) return reply.status(401).send()
  return floorCandidates(pool, organizationId, request.query)
})

fastify.get<{ Querystring: Record<string, string> }>('/api/v1/applications', async (request, reply) => {
  const organizationId = organizationOf(request)
  if (organizationId === null) return reply.status(401).send()
  return floorApplications(pool, organizationId, request.query)
})

fastify.get<{ Params: { id: string } }>('/api/v1/jobs/:id/board', async (request, reply) => {
  const organizationId = organizationOf(request)
  if (organizationId === null) return reply.status(401).send()
  return floorBoard(pool, organizationId, request.params.id)
})

floorScorecards(fastify, pool, organizationOf)
floorComparison(fastify, pool, organizationOf)

const url = await fastify.listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`Floor is ready at ${url}\n`)
process.on('SIGTERM', () => process.exit(0))
