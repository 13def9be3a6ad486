import { PasswordHasher } from '@assay/access'
import type { SignIn } from '@assay/contracts'
import { newContext, inContext, UnitOfWork } from '@assay/persistence'
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common'
import type { Logger } from 'pino'
import { AuditService } from '../audit/audit.service.ts'
import { LookupQueries, type SignInFacts } from '../database/lookup.queries.ts'
import { LOG } from '../http/logging.ts'
import { WrongCredentials } from './session.errors.ts'
import { type Device, SessionsService, type Tokens } from './sessions.service.ts'
import { SignInLimits } from './sign-in-limits.ts'

@Injectable()
export class SignInService implements OnApplicationBootstrap {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly hasher: PasswordHasher,
    private readonly limits: SignInLimits,
    private readonly lookups: LookupQueries,
    private readonly sessions: SessionsService,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    void this.hasher.warmUp()
  }

  /** The same work and the same words for every way to fail, so that nobody learns which addresses exist. */
  async signIn(credentials: SignIn, device: Device, deviceToken: string | undefined): Promise<Tokens> {
    const attempt = { email: credentials.email, address: device.address, deviceToken }
    await this.limits.consume(attempt)
    const found = await this.lookups.findSignIn(credentials.email)
    const stored = found?.status === 'active' ? found.passwordHash : null
    if (!(await this.hasher.verify(stored, credentials.password)) || !found) {
      this.noteRefusal(found, device)
      throw new WrongCredentials()
    }
    await this.limits.forgive(attempt)
    return this.work.runAs({ organizationId: found.organizationId, userId: found.userId }, () =>
      this.sessions.start(found.userId, device),
    )
  }

  /**
   * Written after the answer has left: the time to write it would tell a known address from an unknown one. Failures
   * for unknown addresses belong to no organization and go to the log.
   */
  private noteRefusal(found: SignInFacts | null, device: Device): void {
    if (!found) {
      this.log.info('sign-in refused: unknown address')
      return
    }
    const note = () =>
      this.work.runAs({ organizationId: found.organizationId, userId: null }, async () => {
        this.audit.record({
          action: 'session.refused',
          subjectType: 'user',
          subjectId: found.userId,
          details: { device: device.name, status: found.status },
        })
      })
    setImmediate(() => {
      inContext(newContext(null), note).catch((error: unknown) =>
        this.log.error({ err: error }, 'a refused sign-in could not be recorded'),
      )
    })
  }
}
