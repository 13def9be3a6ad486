import type { AcceptInvitation, InviteUser } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { AuditService } from '../audit/audit.service.ts'
import { NotFound } from '../http/http.errors.ts'
import { MailService } from '../mail/mail.service.ts'
import { OrganizationsService } from '../organizations/organizations.service.ts'
import { PasswordsService } from '../sessions/passwords.service.ts'
import { type Device, SessionsService, type Tokens } from '../sessions/sessions.service.ts'
import { LinkInvalid, OneTimeLinksService } from '../users/one-time-links.service.ts'
import { UsersService } from '../users/users.service.ts'

@Injectable()
export class InvitationsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly mail: MailService,
    private readonly organizations: OrganizationsService,
    private readonly users: UsersService,
    private readonly links: OneTimeLinksService,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
  ) {}

  async invite(facts: InviteUser) {
    return this.work.run(async () => {
      const userId = await this.users.addInvited(facts)
      this.audit.record({
        action: 'user.invited',
        subjectType: 'user',
        subjectId: userId,
        details: { role: facts.role },
      })
      return this.offer(userId)
    })
  }

  /** A new link for somebody who has not accepted yet; the old one stops working. */
  async renew(userId: string) {
    return this.work.run(async () => {
      const user = await this.users.get(userId)
      if (user.status !== 'invited') throw new NotFound('This person has no open invitation.')
      this.audit.record({ action: 'user.invitation_renewed', subjectType: 'user', subjectId: userId })
      return this.offer(userId)
    })
  }

  async inspect(token: string) {
    const link = await this.links.find(token, 'invitation')
    return this.work.readAs({ organizationId: link.organizationId, userId: link.userId }, async () => {
      const user = await this.users.get(link.userId)
      const organization = await this.organizations.get()
      return {
        name: user.name,
        email: user.email,
        organizationName: organization.name,
        expiresAt: link.expiresAt,
      }
    })
  }

  /** Sets the first password and signs in. It can never touch somebody who already has a password. */
  async accept(facts: AcceptInvitation, device: Device): Promise<Tokens> {
    const link = await this.links.find(facts.token, 'invitation')
    const tenant = { organizationId: link.organizationId, userId: link.userId }
    const invited = await this.work.readAs(tenant, () => this.users.get(link.userId))
    if (invited.status !== 'invited') throw new LinkInvalid()
    const known = [facts.name ?? invited.name, invited.email]
    const passwordHash = await this.passwords.hashNew(facts.password, known)
    return this.work.runAs(tenant, async () => {
      await this.links.use(link, 'invitation')
      await this.users.activate(link.userId, { passwordHash, name: facts.name })
      this.audit.record({ action: 'user.invitation_accepted', subjectType: 'user', subjectId: link.userId })
      return this.sessions.start(link.userId, device)
    })
  }

  private async offer(userId: string) {
    const issued = await this.links.issue(userId, 'invitation')
    const user = await this.users.get(userId)
    const { name } = await this.organizations.get()
    this.work.afterCommit(() =>
      this.mail.send({
        to: { name: user.name, address: user.email },
        subject: `You are invited to ${name} on Assay`,
        text: `Hello ${user.name},\n\nyou are invited to work with ${name} on Assay. Set your password here:\n\n${issued.link}\n\nThe link works once, until ${issued.expiresAt.toUTCString()}.\n`,
      }),
    )
    return { user, ...issued, mailed: this.mail.isSet }
  }
}
