import { JwtService } from '@nestjs/jwt'
import { z } from 'zod'
import type { Keys } from './keys.ts'

export const ACCESS_TOKEN_SECONDS = 600
export const AUDIENCE = 'assay-api'
export const ISSUER = 'assay'
/** Clocks of a cluster differ: a token is taken up to this long after its end (and before its beginning). */
export const CLOCK_TOLERANCE_SECONDS = 60

export const accessClaims = z.object({
  sub: z.uuid(),
  sid: z.uuid(),
  org: z.uuid(),
  exp: z.int(),
})
export type AccessClaims = z.infer<typeof accessClaims>

/** Makes access tokens (RFC 9068: typ at+jwt). They live ten minutes and are worth nothing without their session. */
export class AccessTokens {
  private readonly jwt: JwtService
  private readonly keys: Keys

  constructor(keys: Keys) {
    this.keys = keys
    this.jwt = new JwtService({ secret: keys.accessToken })
  }

  sign(holder: { userId: string; sessionId: string; organizationId: string }): string {
    return this.jwt.sign(
      { sid: holder.sessionId, org: holder.organizationId },
      {
        algorithm: 'HS256',
        header: { alg: 'HS256', typ: 'at+jwt', kid: this.keys.accessTokenId },
        subject: holder.userId,
        issuer: ISSUER,
        audience: AUDIENCE,
        expiresIn: ACCESS_TOKEN_SECONDS,
      },
    )
  }
}
