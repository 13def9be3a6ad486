import { ACCESS_TOKEN_SECONDS, type CookieSettings, type Keys } from '@assay/access'
import { Inject, Injectable } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { COOKIES } from '../http/http.module.ts'
import { KEYS } from '../keys.ts'
import { deviceOf } from './device.ts'
import { deviceTokenFor } from './known-device.ts'
import { LONGEST_DAYS } from './session.rules.ts'
import type { Device, Tokens } from './sessions.service.ts'

const DAY_SECONDS = 86_400
const DEVICE_DAYS = 365

/** Puts tokens where scripts cannot read them, and takes them away again. */
@Injectable()
export class CookiesService {
  constructor(
    @Inject(COOKIES) private readonly cookies: CookieSettings,
    @Inject(KEYS) private readonly keys: Keys,
  ) {}

  /** @param email given where somebody has just proved who they are: the device is known from then on. */
  give(reply: FastifyReply, tokens: Tokens, email?: string): void {
    const { names, options } = this.cookies
    void reply.setCookie(names.access, tokens.access, { ...options, maxAge: ACCESS_TOKEN_SECONDS })
    void reply.setCookie(names.refresh, tokens.refresh, { ...options, maxAge: LONGEST_DAYS * DAY_SECONDS })
    if (email !== undefined) {
      void reply.setCookie(names.device, deviceTokenFor(this.keys, email), {
        ...options,
        maxAge: DEVICE_DAYS * DAY_SECONDS,
      })
    }
  }

  /** The known-device cookie stays: it says only that this browser was used by this person. */
  take(reply: FastifyReply): void {
    const { names, options } = this.cookies
    for (const name of [names.access, names.refresh]) {
      void reply.setCookie(name, '', { ...options, maxAge: 0 })
    }
  }

  refreshTokenOf(request: FastifyRequest): string | undefined {
    return request.cookies[this.cookies.names.refresh]
  }

  deviceTokenOf(request: FastifyRequest): string | undefined {
    return request.cookies[this.cookies.names.device]
  }

  deviceOf(request: FastifyRequest): Device {
    return { name: deviceOf(request.headers['user-agent']), address: request.ip }
  }
}
