import { OWN_CREDENTIAL, type Principal, PUBLIC, TooManyRequests } from '@assay/access'
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyRequest } from 'fastify'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'

export const REQUESTS_PER_MINUTE = Symbol('requests per minute')

/** Public commands (sign-in, resets, set-up) are worth more to an attacker: this share of the limit, by address. */
const PUBLIC_SHARE = 1 / 10

/** So much for one account or token, and for one address where nobody is signed in. Counted per process. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  private readonly accounts: RateLimiterMemory
  private readonly addresses: RateLimiterMemory
  private readonly bearers: RateLimiterMemory

  constructor(
    private readonly reflector: Reflector,
    @Inject(REQUESTS_PER_MINUTE) perMinute: number,
  ) {
    this.accounts = new RateLimiterMemory({ points: perMinute, duration: 60 })
    this.bearers = new RateLimiterMemory({ points: perMinute, duration: 60 })
    this.addresses = new RateLimiterMemory({ points: Math.ceil(perMinute * PUBLIC_SHARE), duration: 60 })
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { principal?: Principal }>()
    const isPublic = this.reflector.get<string | undefined>(PUBLIC, context.getHandler()) !== undefined
    if (isPublic && request.method === 'GET') return true
    const { principal } = request
    try {
      if (principal) await this.accounts.consume(`${principal.userId}:${principal.sessionId ?? 'token'}`)
      else await this.strangersOf(context).consume(request.ip)
    } catch (exceeded) {
      throw new TooManyRequests(Math.ceil((exceeded as RateLimiterRes).msBeforeNext / 1_000))
    }
    return true
  }

  /** A request that brings its own credential is not guessing: it gets the room of somebody signed in. */
  private strangersOf(context: ExecutionContext): RateLimiterMemory {
    const hasOwn = this.reflector.get<boolean | undefined>(OWN_CREDENTIAL, context.getHandler())
    return hasOwn ? this.bearers : this.addresses
  }
}
