import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { newNonce, pagePolicy, WORKER_POLICY } from './security-headers.ts'

const PLACEHOLDER = /__CSP_NONCE__/g
const YEAR = 31_536_000_000
/** Keeps the interview room's code in the browser. Its scope is what lies beside it, so it lies at the root. */
const WORKER = 'service-worker.js'
const PAGE = 'index.html'
/** The same page, which names the code of the room beforehand. */
const ROOM_PAGE = 'interview-room.html'
const ROOM = /^scorecards\/[^/]+\/room$/

/**
 * Serves the built dashboard: hashed assets for ever, precompressed; the page itself afresh each time with its own
 * nonce. Any address outside of /api is a page of the dashboard, so that deep links work.
 */
export const serveDashboard = async (fastify: FastifyInstance, directory: string): Promise<void> => {
  const page = textOf(directory, PAGE)
  const roomPage = textOf(directory, ROOM_PAGE) ?? page
  const rootFiles = page === null ? new Set<string>() : plainFiles(directory)
  await fastify.register(fastifyStatic, { root: directory, serve: false, preCompressed: true })
  fastify.get('/assets/*', (request, reply) => {
    const name = (request.params as { '*': string })['*']
    return reply.sendFile(join('assets', name), { maxAge: YEAR, immutable: true })
  })
  fastify.get('/*', (request, reply) => {
    const name = (request.params as { '*': string })['*']
    if (name.startsWith('api/') || name === 'api') return reply.callNotFound()
    if (name === WORKER && rootFiles.has(name)) return sendWorker(reply)
    if (rootFiles.has(name)) return reply.sendFile(name, { maxAge: 3_600_000 })
    if (isNoPage(name)) return reply.callNotFound()
    const wanted = ROOM.test(name) ? roomPage : page
    return wanted === null ? reply.callNotFound() : sendPage(reply, wanted)
  })
}

/** Files and hidden folders are not pages: a scanner that asks for one must not read a 200 as success. */
const isNoPage = (name: string): boolean =>
  name === 'metrics' || name.split('/').some((part) => part.includes('.'))

const textOf = (directory: string, name: string): string | null =>
  existsSync(join(directory, name)) ? readFileSync(join(directory, name), 'utf8') : null

const plainFiles = (directory: string): Set<string> =>
  new Set(
    readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== PAGE && entry.name !== ROOM_PAGE)
      .map((entry) => entry.name),
  )

/** Asked for at each opening of a page it serves, so that a new build takes the place of an old one. */
const sendWorker = (reply: FastifyReply): FastifyReply =>
  reply
    .header('content-security-policy', WORKER_POLICY)
    .header('cache-control', 'no-cache')
    .sendFile(WORKER, { cacheControl: false })

const sendPage = (reply: FastifyReply, page: string): FastifyReply => {
  const nonce = newNonce()
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', pagePolicy(nonce))
    .header('cache-control', 'no-store')
    .send(page.replace(PLACEHOLDER, nonce))
}
