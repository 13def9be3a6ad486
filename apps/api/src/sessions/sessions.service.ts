import { AccessTokens, hashToken, type Keys, newToken, successorOf } from '@assay/access'
import type { SessionEnd } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Inject, Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { AuditService } from '../audit/audit.service.ts'
import { NotFound } from '../http/http.errors.ts'
import { MailService } from '../mail/mail.service.ts'
import { KEYS } from '../keys.ts'
import { LookupQueries } from '../database/lookup.queries.ts'
import { RefreshToken } from './refresh-token.entity.ts'
import { judgeRefresh, LONGEST_DAYS } from './session.rules.ts'
import { Session } from './session.entity.ts'
import { SessionPrincipals } from './session-principals.ts'
import { type SessionRow, SessionsQueries } from './sessions.queries.ts'

/** What a browser gets: a short access token and the refresh token that renews it. */
export interface Tokens {
  access: string
  refresh: string
  sessionId: string
  userId: string
  organizationId: string
}

export interface Device {
  name: string
  address: string
}

const DAY_MS = 86_400_000

@Injectable()
export class SessionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly mail: MailService,
    private readonly tokens: AccessTokens,
    private readonly principals: SessionPrincipals,
    private readonly queries: SessionsQueries,
    private readonly lookups: LookupQueries,
    @Inject(KEYS) private readonly keys: Keys,
  ) {}

  /** Opens a session; joins the caller's unit of work, whose tenant it belongs to. */
  async start(userId: string, device: Device): Promise<Tokens> {
    const { organizationId } = this.work.tenant
    const sessionId = newId()
    const refresh = newToken()
    await this.work.repository(Session).insert({
      organizationId,
      id: sessionId,
      userId,
      device: device.name,
      address: device.address,
      expiresAt: new Date((await this.work.now()).getTime() + LONGEST_DAYS * DAY_MS),
    })
    await this.keep(sessionId, refresh)
    await this.queries.endBeyondLimit(userId)
    await this.queries.markSignedIn(userId)
    this.audit.record({
      action: 'session.started',
      subjectType: 'session',
      subjectId: sessionId,
      actorId: userId,
      details: { device: device.name },
    })
    return this.tokensFor(sessionId, userId, refresh)
  }

  /** Null when the token is worth nothing; a token that betrays a copy ends its whole family on the way. */
  async refresh(token: string): Promise<Tokens | null> {
    const found = await this.lookups.findRefreshToken(hashToken(token))
    if (!found) return null
    return this.work.runAs({ organizationId: found.organizationId, userId: null }, async () => {
      const facts = await this.queries.refreshFacts(found.id)
      if (!facts) return null
      const verdict = judgeRefresh(facts)
      if (!verdict.allowed) {
        if (verdict.because === 'used again') await this.endBetrayed(found.sessionId, facts.userId)
        return null
      }
      const successor = successorOf(this.keys, token)
      if (verdict.because === 'first use') {
        await this.queries.markUsed(found.id, found.sessionId)
        await this.keep(found.sessionId, successor)
      }
      return this.tokensFor(found.sessionId, facts.userId, successor)
    })
  }

  list(userId: string): Promise<SessionRow[]> {
    return this.work.read(() => this.queries.sessionsOf(userId))
  }

  /** One of the asking person's own sessions. */
  async revoke(userId: string, sessionId: string, because: SessionEnd): Promise<void> {
    await this.work.run(async () => {
      const ended = await this.queries.end({ userId, sessionId, because })
      if (ended.length === 0) throw new NotFound()
      await this.announce(userId, ended, because)
    })
  }

  /** Every session of a person but the one kept; joins the caller's unit of work. */
  async revokeAll(userId: string, because: SessionEnd, keep?: string): Promise<void> {
    const ended = await this.queries.end({ userId, because, ...(keep ? { keep } : {}) })
    await this.announce(userId, ended, because)
  }

  /** Nobody remembers this person's rights after the commit: this process at once, the others by a notice. */
  async forget(userId: string): Promise<void> {
    await this.work.query("SELECT pg_notify('assay_access', $1)", [userId])
    this.work.afterCommit(() => this.principals.forget(userId))
  }

  private async announce(userId: string, ended: string[], because: SessionEnd): Promise<void> {
    for (const sessionId of ended) {
      this.audit.record({
        action: 'session.ended',
        subjectType: 'session',
        subjectId: sessionId,
        details: { because },
      })
    }
    await this.forget(userId)
  }

  private async endBetrayed(sessionId: string, userId: string): Promise<void> {
    const ended = await this.queries.end({ userId, sessionId, because: 'token_reused' })
    if (ended.length === 0) return
    this.audit.record({
      action: 'session.token_reused',
      subjectType: 'session',
      subjectId: sessionId,
      actorId: userId,
    })
    await this.forget(userId)
    const owner = await this.queries.addressOf(userId)
    this.work.afterCommit(() => {
      if (owner) this.mail.send({ to: owner, subject: 'A session of yours was ended', text: REUSED_WORDS })
    })
  }

  private async keep(sessionId: string, refresh: string): Promise<void> {
    await this.work.repository(RefreshToken).insert({
      organizationId: this.work.tenant.organizationId,
      id: newId(),
      sessionId,
      tokenHash: hashToken(refresh),
    })
  }

  private tokensFor(sessionId: string, userId: string, refresh: string): Tokens {
    const { organizationId } = this.work.tenant
    const access = this.tokens.sign({ userId, sessionId, organizationId })
    return { access, refresh, sessionId, userId, organizationId }
  }
}

const REUSED_WORDS = `One of your Assay sessions was ended because its key was used a second time from elsewhere.
This happens when somebody has a copy of it. Sign in again, look at your sessions under "My account",
and change your password if you do not know why this happened.`
