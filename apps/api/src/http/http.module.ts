import { AccessGuard, type CookieSettings, JwtVerifier, type Keys } from '@assay/access'
import { Module } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core'
import type { Logger } from 'pino'
import { SETTINGS, type Settings } from '../config.ts'
import { KEYS } from '../keys.ts'
import { AnswerInterceptor } from './answer.interceptor.ts'
import { ContractPipe, toValidationFailed } from './contract.pipe.ts'
import { Idempotency } from './idempotency.ts'
import { LOG } from './logging.ts'
import { ProblemFilter } from './problem.filter.ts'
import { SurplusGuard } from './surplus.guard.ts'
import { RateLimitGuard, REQUESTS_PER_MINUTE } from './rate-limit.guard.ts'

/** The cookies' names and attributes, from the address that people open. */
export const COOKIES = Symbol('cookies')

/** Order matters: guards (access, limits, surplus fields), then the interceptor, then the pipe. */
@Module({
  providers: [
    { provide: REQUESTS_PER_MINUTE, inject: [SETTINGS], useFactory: (s: Settings) => s.requestsPerMinute },
    {
      provide: JwtVerifier,
      inject: [KEYS, COOKIES],
      useFactory: (keys: Keys, cookies: CookieSettings) => new JwtVerifier(keys, cookies.names),
    },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: RateLimitGuard },
    { provide: APP_GUARD, useClass: SurplusGuard },
    Idempotency,
    { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
    { provide: APP_PIPE, useFactory: () => new ContractPipe({ exceptionFactory: toValidationFailed }) },
    { provide: APP_FILTER, inject: [LOG], useFactory: (log: Logger) => new ProblemFilter(log) },
  ],
})
export class HttpModule {}
