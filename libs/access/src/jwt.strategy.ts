import { Strategy, type VerifiedCallback } from 'passport-jwt'
import {
  type AccessClaims,
  accessClaims,
  AUDIENCE,
  CLOCK_TOLERANCE_SECONDS,
  ISSUER,
} from './access-tokens.ts'
import type { CookieNames } from './cookies.ts'
import type { Keys } from './keys.ts'

interface CookieRequest {
  cookies: Record<string, string | undefined>
}

type Outcome = { claims: AccessClaims } | { refused: true } | { error: unknown }

/** Verified claims are remembered this long by their token; the session itself is checked on each request. */
const REMEMBER_MS = 5_000
const REMEMBER_MOST = 5_000

/**
 * passport-jwt with the token taken from the cookie. Everything that RFC 8725 asks to be fixed is fixed: algorithm,
 * type, key id, issuer, audience.
 */
export class JwtVerifier {
  private readonly strategy: Strategy
  private readonly known = new Map<string, { claims: AccessClaims; until: number }>()
  private readonly cookieNames: CookieNames

  constructor(keys: Keys, cookieNames: CookieNames) {
    this.cookieNames = cookieNames
    this.strategy = new Strategy(
      {
        jwtFromRequest: (request) => tokenOf(request, cookieNames),
        secretOrKeyProvider: (_request, token: unknown, done) => {
          if (hasExpectedHeader(String(token), keys.accessTokenId)) done(null, keys.accessToken)
          else done(new Error('unexpected token header'))
        },
        algorithms: ['HS256'],
        issuer: ISSUER,
        audience: AUDIENCE,
        jsonWebTokenOptions: { clockTolerance: CLOCK_TOLERANCE_SECONDS },
      },
      (payload: unknown, done: VerifiedCallback) => {
        const claims = accessClaims.safeParse(payload)
        done(null, claims.success ? claims.data : false)
      },
    )
  }

  /** The claims of the request's cookie, or null when there is none or it is not ours. */
  async verify(request: CookieRequest): Promise<AccessClaims | null> {
    const token = tokenOf(request, this.cookieNames)
    if (!token || token.length > 2_000) return null
    const remembered = this.known.get(token)
    if (remembered && remembered.until > Date.now()) return remembered.claims
    const outcome = await this.authenticate(request)
    if (!('claims' in outcome)) return null
    this.remember(token, outcome.claims)
    return outcome.claims
  }

  private authenticate(request: CookieRequest): Promise<Outcome> {
    return new Promise((resolve) => {
      // A passport strategy reports through methods that the caller puts on a copy of it.
      const attempt = Object.create(this.strategy) as Strategy & {
        success: (claims: AccessClaims) => void
        fail: () => void
        error: (error: unknown) => void
      }
      attempt.success = (claims) => resolve({ claims })
      attempt.fail = () => resolve({ refused: true })
      attempt.error = (error) => resolve({ error })
      attempt.authenticate(request as never, {})
    })
  }

  private remember(token: string, claims: AccessClaims): void {
    if (this.known.size >= REMEMBER_MOST) this.known.clear()
    const end = (claims.exp + CLOCK_TOLERANCE_SECONDS) * 1_000
    this.known.set(token, { claims, until: Math.min(Date.now() + REMEMBER_MS, end) })
  }
}

const tokenOf = (request: CookieRequest, names: CookieNames): string | null =>
  request.cookies[names.access] ?? null

const hasExpectedHeader = (token: string, keyId: string): boolean => {
  try {
    const header = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as Record<
      string,
      unknown
    >
    return header['typ'] === 'at+jwt' && header['alg'] === 'HS256' && header['kid'] === keyId
  } catch {
    return false
  }
}
