import { PasswordHasher } from '@assay/access'
import type { ChangePassword } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { AuditService } from '../audit/audit.service.ts'
import { User } from '../users/user.entity.ts'
import { guessesLog10 } from './password-strength.ts'
import { judgePassword } from './password.rules.ts'
import { PasswordRefused, WrongPassword } from './password.errors.ts'
import { SessionsService } from './sessions.service.ts'
import { SignInLimits } from './sign-in-limits.ts'

@Injectable()
export class PasswordsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly hasher: PasswordHasher,
    private readonly audit: AuditService,
    private readonly sessions: SessionsService,
    private readonly limits: SignInLimits,
  ) {}

  /**
   * The hash of a password that may be used. Hash before opening a unit of work: it takes a tenth of a second.
   * @param field the form's field to blame; `known` words that a guesser would try first.
   */
  async hashNew(password: string, known: string[], field = 'password'): Promise<string> {
    const verdict = judgePassword({
      length: password.length,
      guessesLog10: await guessesLog10(password, known),
      isSameAsCurrent: false,
    })
    if (!verdict.allowed) throw new PasswordRefused(field, verdict.because)
    return this.hasher.hash(password)
  }

  /** Ends every other session: whoever knew the old password is out. */
  async change(userId: string, sessionId: string | null, change: ChangePassword): Promise<void> {
    await this.limits.consumeChange(userId)
    const user = await this.work.read(() => this.load(userId))
    if (!(await this.hasher.verify(user.passwordHash, change.currentPassword))) throw new WrongPassword()
    if (change.newPassword === change.currentPassword) {
      throw new PasswordRefused('newPassword', 'This is the password you have now.')
    }
    const passwordHash = await this.hashNew(change.newPassword, [user.name, user.email], 'newPassword')
    await this.work.run(async () => {
      await this.set(userId, passwordHash)
      this.audit.record({ action: 'password.changed', subjectType: 'user', subjectId: userId })
      await this.sessions.revokeAll(userId, 'password_changed', sessionId ?? undefined)
    })
  }

  /** Joins the caller's unit of work. Links that would set yet another password stop working. */
  async set(userId: string, passwordHash: string): Promise<void> {
    await this.work.query(
      `DELETE FROM one_time_links
        WHERE organization_id = $1 AND user_id = $2 AND purpose = 'password_reset' AND used_at IS NULL`,
      [this.work.tenant.organizationId, userId],
    )
    await this.work
      .repository(User)
      .update({ organizationId: this.work.tenant.organizationId, id: userId }, { passwordHash })
  }

  private load(userId: string): Promise<User> {
    return this.work
      .repository(User)
      .createQueryBuilder('u')
      .addSelect('u.passwordHash')
      .where('u.organizationId = :organization AND u.id = :id', {
        organization: this.work.tenant.organizationId,
        id: userId,
      })
      .getOneOrFail()
  }
}
