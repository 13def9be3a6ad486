import { hashToken, newToken, type Principal, VisibleError } from '@assay/access'
import {
  type CreateApiToken,
  isGranted,
  MAX_TOKENS_PER_USER,
  type Permission,
  type Role,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { AuditService } from '../audit/audit.service.ts'
import { LookupQueries } from '../database/lookup.queries.ts'
import { NotFound, ValidationFailed } from '../http/http.errors.ts'
import { ApiToken } from './api-token.entity.ts'

/** Tells scanners for leaked secrets whose token this is. */
const PREFIX = 'assay_pat_'
const DAY_MS = 86_400_000

class TooManyTokens extends VisibleError {
  readonly status = 409
  readonly code = 'limit_reached'

  constructor() {
    super(`You have ${MAX_TOKENS_PER_USER} live tokens. Revoke one that is not used any more.`)
  }
}

@Injectable()
export class ApiTokensService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly lookups: LookupQueries,
  ) {}

  list(userId: string): Promise<ApiToken[]> {
    return this.work.read(() =>
      this.work.repository(ApiToken).find({
        where: { organizationId: this.work.tenant.organizationId, userId },
        order: { createdAt: 'DESC' },
        take: 100,
      }),
    )
  }

  /** The secret is in the answer and nowhere else. */
  async create(owner: Principal, wanted: CreateApiToken): Promise<ApiToken & { token: string }> {
    const beyond = wanted.scopes.find((scope) => !isGranted(owner.role, scope))
    if (beyond) throw new ValidationFailed({ scopes: `You do not have ${beyond} yourself.` })
    return this.work.run(async () => {
      const { organizationId } = this.work.tenant
      const repository = this.work.repository(ApiToken)
      const live = await this.countLive(owner.userId)
      if (live >= MAX_TOKENS_PER_USER) throw new TooManyTokens()
      const token = PREFIX + newToken()
      const id = newId()
      await repository.insert({
        organizationId,
        id,
        userId: owner.userId,
        name: wanted.name,
        scopes: [...new Set(wanted.scopes)],
        prefix: token.slice(0, PREFIX.length + 4),
        tokenHash: hashToken(token),
        expiresAt: new Date((await this.work.now()).getTime() + wanted.days * DAY_MS),
      })
      this.audit.record({
        action: 'api_token.created',
        subjectType: 'api_token',
        subjectId: id,
        details: { scopes: wanted.scopes, days: wanted.days },
      })
      return { ...(await repository.findOneByOrFail({ organizationId, id })), token }
    })
  }

  /** Counted with the owner locked, so that many at the same moment count each other. */
  private async countLive(userId: string): Promise<number> {
    const values = [this.work.tenant.organizationId, userId]
    await this.work.query('SELECT FROM users WHERE organization_id = $1 AND id = $2 FOR UPDATE', values)
    const rows = await this.work.query(
      `SELECT FROM api_tokens
        WHERE organization_id = $1 AND user_id = $2 AND revoked_at IS NULL AND expires_at > now()`,
      values,
    )
    return rows.length
  }

  async revoke(userId: string, id: string): Promise<void> {
    await this.work.run(async () => {
      const rows = await this.work.query(
        `UPDATE api_tokens SET revoked_at = now()
          WHERE organization_id = $1 AND user_id = $2 AND id = $3 AND revoked_at IS NULL RETURNING id`,
        [this.work.tenant.organizationId, userId, id],
      )
      if (rows.length === 0) throw new NotFound()
      this.audit.record({ action: 'api_token.revoked', subjectType: 'api_token', subjectId: id })
      await this.work.query("SELECT pg_notify('assay_access', $1)", [userId])
    })
  }

  /** All of a person's tokens, after a reset of their password; joins the caller's unit of work. */
  async revokeAll(userId: string): Promise<void> {
    const rows = await this.work.query<{ id: string }>(
      `UPDATE api_tokens SET revoked_at = now()
        WHERE organization_id = $1 AND user_id = $2 AND revoked_at IS NULL RETURNING id`,
      [this.work.tenant.organizationId, userId],
    )
    for (const { id } of rows) {
      this.audit.record({ action: 'api_token.revoked', subjectType: 'api_token', subjectId: id })
    }
  }

  /** Who a token speaks for, with their present role; null when it is worth nothing. */
  async holderOf(hash: Buffer): Promise<Principal | null> {
    const found = await this.lookups.findApiToken(hash)
    if (!found) return null
    const tenant = { organizationId: found.organizationId, userId: found.userId }
    const [row] = await this.work.runAs(tenant, () =>
      this.work.query<{ role: Role; scopes: Permission[] }>(
        `UPDATE api_tokens t SET last_used_at = now() FROM users u
          WHERE t.organization_id = $1 AND t.id = $2 AND t.revoked_at IS NULL AND t.expires_at > now()
            AND u.organization_id = t.organization_id AND u.id = t.user_id AND u.status = 'active'
          RETURNING u.role, t.scopes`,
        [found.organizationId, found.id],
      ),
    )
    return row ? { ...tenant, role: row.role, scopes: row.scopes, sessionId: null } : null
  }
}
