import { type AccessClaims, hashToken, type Principal, PrincipalSource } from '@assay/access'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { ApiTokensService } from '../api-tokens/api-tokens.service.ts'
import { SessionsQueries } from './sessions.queries.ts'

const REMEMBER_MS = 1_000
const REMEMBER_MOST = 10_000

interface Remembered {
  principal: Principal
  until: number
}

/**
 * Who is behind a session or a token, asked on each request and remembered for at most a second; a notice from the
 * database clears it at once, on every process, when somebody signs out, is disabled or gets another role.
 */
@Injectable()
export class SessionPrincipals extends PrincipalSource {
  private readonly remembered = new Map<string, Remembered>()
  private epoch = 0

  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: SessionsQueries,
    private readonly apiTokens: ApiTokensService,
  ) {
    super()
  }

  ofSession(claims: AccessClaims): Promise<Principal | null> {
    return this.recall(`session ${claims.sid} ${claims.sub}`, async () => {
      const tenant = { organizationId: claims.org, userId: claims.sub }
      const holder = await this.work.readOnceAs(tenant, () => this.queries.liveHolder(claims.sid, claims.sub))
      return holder && { ...tenant, role: holder.role, sessionId: claims.sid, scopes: null }
    })
  }

  ofApiToken(token: string): Promise<Principal | null> {
    const hash = hashToken(token)
    return this.recall(`token ${hash.toString('base64')}`, () => this.apiTokens.holderOf(hash))
  }

  /** Called for each notice: nothing that was remembered of this person counts any more. */
  forget(userId: string): void {
    this.epoch += 1
    for (const [name, { principal }] of this.remembered) {
      if (principal.userId === userId) this.remembered.delete(name)
    }
  }

  private async recall(name: string, ask: () => Promise<Principal | null>): Promise<Principal | null> {
    const known = this.remembered.get(name)
    if (known && known.until > performance.now()) return known.principal
    const { epoch } = this
    const principal = await ask()
    // An answer that was on its way while somebody was signed out may be from before: it is used once, not kept.
    if (principal && epoch === this.epoch) this.remember(name, principal)
    else this.remembered.delete(name)
    return principal
  }

  private remember(name: string, principal: Principal): void {
    if (this.remembered.size >= REMEMBER_MOST) this.remembered.clear()
    this.remembered.set(name, { principal, until: performance.now() + REMEMBER_MS })
  }
}
