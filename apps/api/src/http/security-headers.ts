import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply } from 'fastify'
import helmet, { type HelmetOptions } from 'helmet'

/** For pages: scripts and hosts are ours only; styles are ours or carry the page's nonce. */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')

/** For the service worker: it fetches what is ours, and loads no other script. */
export const WORKER_POLICY = "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"

/** For everything that is not a page: nothing may run, whatever a browser takes it for. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"

const PERMISSIONS =
  'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()'

export const newNonce = (): string => randomBytes(16).toString('base64')

const options = (https: boolean): HelmetOptions => ({
  contentSecurityPolicy: false,
  crossOriginEmbedderPolicy: { policy: 'require-corp' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'no-referrer' },
  frameguard: { action: 'deny' },
  hsts: https ? { maxAge: 63_072_000, includeSubDomains: true } : false,
})

/** What helmet would set on each answer is the same on each answer: it is asked once. */
const headersOfHelmet = (https: boolean): Record<string, string> => {
  const headers: Record<string, string> = {}
  const recorder = {
    setHeader: (name: string, value: string) => void (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  }
  helmet(options(https))({} as IncomingMessage, recorder as unknown as ServerResponse, () => undefined)
  return headers
}

/** Set before anything else happens, so that also a refusal carries them; a page puts its own policy in place. */
export const setSecurityHeaders = (fastify: FastifyInstance, https: boolean): void => {
  const headers = {
    ...headersOfHelmet(https),
    'content-security-policy': DATA_POLICY,
    'cache-control': 'no-store',
    'permissions-policy': PERMISSIONS,
  }
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers)
    done()
  })
}

/** The headers that matter for an answer that no hook will see. */
export const withoutHooks = (reply: FastifyReply): FastifyReply =>
  reply
    .header('content-security-policy', DATA_POLICY)
    .header('permissions-policy', PERMISSIONS)
    .header('x-content-type-options', 'nosniff')
    .header('x-frame-options', 'DENY')
    .header('referrer-policy', 'no-referrer')
    .header('x-request-id', reply.request.id)
