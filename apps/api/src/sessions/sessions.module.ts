import { AccessTokens, PasswordHasher, PrincipalSource } from '@assay/access'
import { Global, Module } from '@nestjs/common'
import { ApiTokensModule } from '../api-tokens/api-tokens.module.ts'
import { AuditModule } from '../audit/audit.module.ts'
import { KEYS } from '../keys.ts'
import { MailModule } from '../mail/mail.module.ts'
import { AccessNotices } from './access-notices.ts'
import { CookiesService } from './cookies.service.ts'
import { CurrentSessionService } from './current-session.service.ts'
import { PasswordsController } from './passwords.controller.ts'
import { PasswordsService } from './passwords.service.ts'
import { SessionPrincipals } from './session-principals.ts'
import { SessionsController } from './sessions.controller.ts'
import { SessionsQueries } from './sessions.queries.ts'
import { SessionsService } from './sessions.service.ts'
import { SignInLimits } from './sign-in-limits.ts'
import { SignInService } from './sign-in.service.ts'

/** Global for one reason: the guard of every route asks it who is behind a session. */
@Global()
@Module({
  imports: [ApiTokensModule, AuditModule, MailModule],
  controllers: [SessionsController, PasswordsController],
  providers: [
    AccessNotices,
    CookiesService,
    CurrentSessionService,
    PasswordHasher,
    PasswordsService,
    SessionPrincipals,
    SessionsQueries,
    SessionsService,
    SignInLimits,
    SignInService,
    { provide: PrincipalSource, useExisting: SessionPrincipals },
    { provide: AccessTokens, inject: [KEYS], useFactory: (keys) => new AccessTokens(keys) },
  ],
  exports: [CookiesService, CurrentSessionService, PasswordsService, PrincipalSource, SessionsService],
})
export class SessionsModule {}
