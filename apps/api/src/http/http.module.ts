import { AccessGuard, type CookieSettings, JwtVerifier, type Keys } from '@assay/access'
import { Module } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core'
import { StandardSchemaValidationPipe } from '@nestjs/common'
import type { Logger } from 'pino'
import { SETTINGS, type Settings } from '../config.ts'
import { KEYS } from '../keys.ts'
import { AnswerInterceptor } from './answer.interceptor.ts'
import { ValidationFailed } from './http.errors.ts'
import { Idempotency } from './idempotency.ts'
import { LOG } from './logging.ts'
import { ProblemFilter } from './problem.filter.ts'
import { SurplusGuard } from './surplus.guard.ts'
import { RateLimitGuard, REQUESTS_PER_MINUTE } from './rate-limit.guard.ts'

/** The cookies' names and attributes, from the address that people open. */
export const COOKIES = Symbol('cookies')

interface Issue {
  message: string
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined
}

/** `errors` per field; what is wrong with the body as a whole stands under `body`. */
const toValidationFailed = (issues: readonly Issue[]): ValidationFailed => {
  const fields: Record<string, string> = {}
  for (const issue of issues.slice(0, 100)) {
    const path = (issue.path ?? [])
      .map((part) => String(typeof part === 'object' ? part.key : part))
      .join('.')
    const { keys } = issue as { keys?: string[] }
    if (keys)
      for (const key of keys.slice(0, 100))
        fields[path ? `${path}.${key}` : key] ??= 'This field is not known.'
    else fields[path || 'body'] ??= issue.message
  }
  return new ValidationFailed(fields)
}

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
    {
      provide: APP_PIPE,
      useFactory: () => new StandardSchemaValidationPipe({ exceptionFactory: toValidationFailed }),
    },
    { provide: APP_FILTER, inject: [LOG], useFactory: (log: Logger) => new ProblemFilter(log) },
  ],
})
export class HttpModule {}
