import type { Permission } from '@assay/contracts'
import { currentContext } from '@assay/persistence'
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { CrossSiteRequest, Forbidden, Unauthenticated, UnsupportedMediaType } from './access.errors.ts'
import { ALLOW, PUBLIC, UPLOAD } from './decorators.ts'
import { JwtVerifier } from './jwt.strategy.ts'
import { mayUse, type Principal } from './principal.ts'
import { PrincipalSource } from './principal-source.ts'
import { judgeOrigin } from './same-origin.ts'

/** Addresses that people open; requests from pages of any other are refused. */
export const OWN_ORIGINS = Symbol('own origins')

export interface GuardedRequest {
  method: string
  headers: Record<string, string | string[] | undefined>
  cookies: Record<string, string | undefined>
  body?: unknown
  principal?: Principal
}

/**
 * Every request passes here, whatever its path looks like: access hangs on the handler that answers, not on the text
 * of the address.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly jwt: JwtVerifier,
    private readonly principals: PrincipalSource,
    @Inject(OWN_ORIGINS) private readonly ownOrigins: ReadonlySet<string>,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<GuardedRequest>()
    this.checkOrigin(context, request)
    const targets = [context.getHandler(), context.getClass()]
    if (this.reflector.getAllAndOverride<string | undefined>(PUBLIC, targets) !== undefined) return true
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(ALLOW, targets)
    if (!permission) throw new Forbidden('This route declares no access.')
    const principal = await this.identify(request)
    if (!principal) throw new Unauthenticated()
    const verdict = mayUse(principal, permission)
    if (!verdict.allowed) throw new Forbidden(verdict.because)
    request.principal = principal
    const work = currentContext()
    if (work) work.tenant = { organizationId: principal.organizationId, userId: principal.userId }
    return true
  }

  private checkOrigin(context: ExecutionContext, request: GuardedRequest): void {
    const verdict = judgeOrigin(
      {
        method: request.method,
        fetchSite: one(request.headers['sec-fetch-site']),
        origin: one(request.headers.origin),
        hasBearer: bearerOf(request) !== null,
        hasBody: request.body !== undefined && request.body !== null,
        contentType: one(request.headers['content-type']),
        acceptsUpload: this.reflector.get<boolean | undefined>(UPLOAD, context.getHandler()) ?? false,
      },
      this.ownOrigins,
    )
    if (verdict === 'cross_site') throw new CrossSiteRequest()
    if (verdict === 'wrong_content_type') throw new UnsupportedMediaType()
  }

  /** A bearer token decides alone: a bad one is never saved by a good cookie. */
  private async identify(request: GuardedRequest): Promise<Principal | null> {
    const bearer = bearerOf(request)
    if (bearer !== null) return this.principals.ofApiToken(bearer)
    const claims = await this.jwt.verify(request)
    return claims ? this.principals.ofSession(claims) : null
  }
}

const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(',') : value

const bearerOf = (request: GuardedRequest): string | null => {
  const header = one(request.headers.authorization)
  if (header === undefined) return null
  return /^Bearer (\S+)$/i.exec(header)?.[1] ?? ''
}
