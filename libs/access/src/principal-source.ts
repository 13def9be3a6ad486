import type { AccessClaims } from './access-tokens.ts'
import type { Principal } from './principal.ts'

/** Where the guard learns who is behind a session or a token. The sessions feature implements it. */
export abstract class PrincipalSource {
  /** Null when the session has ended, or its owner is not active any more. */
  abstract ofSession(claims: AccessClaims): Promise<Principal | null>
  /** Null when the token is unknown, revoked or past its end, or its owner is not active any more. */
  abstract ofApiToken(token: string): Promise<Principal | null>
}
