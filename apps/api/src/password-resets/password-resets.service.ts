import { UnitOfWork } from '@assay/persistence'
import { Inject, Injectable } from '@nestjs/common'
import type { Logger } from 'pino'
import { ApiTokensService } from '../api-tokens/api-tokens.service.ts'
import { AuditService } from '../audit/audit.service.ts'
import { LookupQueries } from '../database/lookup.queries.ts'
import { LOG } from '../http/logging.ts'
import { NotFound } from '../http/http.errors.ts'
import { MailService } from '../mail/mail.service.ts'
import { PasswordsService } from '../sessions/passwords.service.ts'
import { SessionsService } from '../sessions/sessions.service.ts'
import { type IssuedLink, LinkInvalid, OneTimeLinksService } from '../users/one-time-links.service.ts'
import { UsersService } from '../users/users.service.ts'

@Injectable()
export class PasswordResetsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly mail: MailService,
    private readonly lookups: LookupQueries,
    private readonly users: UsersService,
    private readonly links: OneTimeLinksService,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
    private readonly apiTokens: ApiTokensService,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /**
   * Asked for by somebody who forgot: the work is done after the answer, which is therefore the same, and as quick,
   * for known and unknown addresses. Sessions end when the new password is set, not before: otherwise anybody could
   * sign anybody out.
   */
  request(email: string): void {
    setImmediate(() => {
      this.carryOut(email).catch((error: unknown) =>
        this.log.error({ err: error }, 'a requested password reset could not be carried out'),
      )
    })
  }

  /** Made by an admin for somebody, to be passed on when there is no mail server. */
  async offer(userId: string) {
    return this.work.run(async () => {
      const user = await this.users.get(userId)
      if (user.status !== 'active') throw new NotFound('Only an active person has a password to reset.')
      const issued = await this.links.issue(userId, 'password_reset')
      this.audit.record({ action: 'password.reset_requested', subjectType: 'user', subjectId: userId })
      this.tell(user, issued)
      return { ...issued, mailed: this.mail.isSet }
    })
  }

  /** Sets the password, ends every session and revokes every API token: whoever had the account is out. Signing in is left to the person, with the new password. */
  async accept(token: string, password: string): Promise<void> {
    const link = await this.links.find(token, 'password_reset')
    const tenant = { organizationId: link.organizationId, userId: link.userId }
    const user = await this.work.readAs(tenant, () => this.users.get(link.userId))
    if (user.status !== 'active') throw new LinkInvalid()
    const passwordHash = await this.passwords.hashNew(password, [user.name, user.email])
    await this.work.runAs(tenant, async () => {
      await this.links.use(link, 'password_reset')
      await this.passwords.set(link.userId, passwordHash)
      this.audit.record({ action: 'password.reset', subjectType: 'user', subjectId: link.userId })
      await this.apiTokens.revokeAll(link.userId)
      await this.sessions.revokeAll(link.userId, 'password_reset')
    })
  }

  private async carryOut(email: string): Promise<void> {
    const found = await this.lookups.findSignIn(email)
    if (found?.status !== 'active' || !this.mail.isSet) return
    const tenant = { organizationId: found.organizationId, userId: found.userId }
    await this.work.runAs(tenant, async () => {
      const user = await this.users.get(found.userId)
      const issued = await this.links.issue(found.userId, 'password_reset')
      this.audit.record({ action: 'password.reset_requested', subjectType: 'user', subjectId: found.userId })
      this.tell(user, issued)
    })
  }

  private tell(user: { name: string; email: string }, issued: IssuedLink): void {
    this.work.afterCommit(() =>
      this.mail.send({
        to: { name: user.name, address: user.email },
        subject: 'Choose a new password for Assay',
        text: `Hello ${user.name},\n\nchoose a new password here:\n\n${issued.link}\n\nThe link works once, until ${issued.expiresAt.toUTCString()}. If you did not ask for it, you need not do anything.\n`,
      }),
    )
  }
}
