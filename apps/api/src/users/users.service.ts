import type { InviteUser, ListQuery, Page, Role } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { ApiTokensService } from '../api-tokens/api-tokens.service.ts'
import { AuditService } from '../audit/audit.service.ts'
import { NotFound, RevisionConflict } from '../http/http.errors.ts'
import { SessionsService } from '../sessions/sessions.service.ts'
import { OneTimeLinksService } from './one-time-links.service.ts'
import { User } from './user.entity.ts'
import { EmailTaken, RightsRefused } from './user.errors.ts'
import { mayChangeRole, mayDisable, type RightsFacts, type RightsVerdict } from './user.rules.ts'
import { type UserFilter, type UserRow, UsersQueries } from './users.queries.ts'

const UNIQUE_VIOLATION = '23505'

@Injectable()
export class UsersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly queries: UsersQueries,
    private readonly sessions: SessionsService,
    private readonly links: OneTimeLinksService,
    private readonly apiTokens: ApiTokensService,
  ) {}

  list(query: ListQuery<string, UserFilter>): Promise<Page<UserRow>> {
    return this.work.read(() => this.queries.page(query))
  }

  get(id: string): Promise<UserRow> {
    return this.work.read(() => this.queries.one(id))
  }

  async rename(id: string, name: string, seen: number): Promise<UserRow> {
    return this.work.run(async () => {
      const before = await this.queries.one(id)
      const { affected } = await this.work
        .repository(User)
        .update(
          { organizationId: this.work.tenant.organizationId, id, revision: seen },
          { name, revision: seen + 1 },
        )
      if (!affected) throw new RevisionConflict(before)
      if (before.name !== name) {
        this.audit.record({ action: 'user.renamed', subjectType: 'user', subjectId: id })
      }
      return this.queries.one(id)
    })
  }

  async disable(id: string): Promise<UserRow> {
    return this.changeRights(id, 'user.disabled', mayDisable, async (before) => {
      if (before.status === 'disabled') return null
      await this.set(before, { status: 'disabled' })
      await this.links.withdraw(id, 'invitation')
      await this.links.withdraw(id, 'password_reset')
      await this.apiTokens.revokeAll(id)
      await this.sessions.revokeAll(id, 'disabled')
      return {}
    })
  }

  /** Back to active with the old password; somebody who never accepted an invitation is invited again instead. */
  async enable(id: string): Promise<UserRow> {
    return this.changeRights(id, 'user.enabled', null, async (before) => {
      if (before.status !== 'disabled') return null
      const [row] = await this.work.query<{ known: boolean }>(
        'SELECT password_hash IS NOT NULL AS known FROM users WHERE organization_id = $1 AND id = $2',
        [this.work.tenant.organizationId, id],
      )
      await this.set(before, { status: row?.known ? 'active' : 'invited' })
      return {}
    })
  }

  async changeRole(id: string, role: Role): Promise<UserRow> {
    return this.changeRights(
      id,
      'user.role_changed',
      (facts) => mayChangeRole(facts, role),
      async (before) => {
        if (before.role === role) return null
        await this.set(before, { role })
        return { from: before.role, to: role }
      },
    )
  }

  /** Somebody who has not yet accepted; joins the caller's unit of work. */
  async addInvited(facts: InviteUser): Promise<string> {
    return this.add({ ...facts, status: 'invited', passwordHash: null })
  }

  /** The first person of an organization; joins the caller's unit of work. */
  async addActive(facts: InviteUser & { passwordHash: string }): Promise<string> {
    return this.add({ ...facts, status: 'active' })
  }

  /** Joins the caller's unit of work. */
  async activate(id: string, facts: { passwordHash: string; name?: string | undefined }): Promise<void> {
    const before = await this.queries.one(id)
    const change = { status: 'active' as const, passwordHash: facts.passwordHash }
    await this.set(before, facts.name ? { ...change, name: facts.name } : change)
  }

  private async add(
    facts: InviteUser & { status: User['status']; passwordHash: string | null },
  ): Promise<string> {
    const id = newId()
    try {
      await this.work
        .repository(User)
        .insert({ ...facts, organizationId: this.work.tenant.organizationId, id })
    } catch (error) {
      const { code } = (error as { driverError?: { code?: string } }).driverError ?? {}
      throw code === UNIQUE_VIOLATION ? new EmailTaken() : error
    }
    return id
  }

  /** Loads the facts with the admins locked, asks the rule, applies, records, and lets every process know. */
  private async changeRights(
    id: string,
    action: 'user.disabled' | 'user.enabled' | 'user.role_changed',
    rule: ((facts: RightsFacts) => RightsVerdict) | null,
    apply: (before: UserRow) => Promise<Record<string, unknown> | null>,
  ): Promise<UserRow> {
    return this.work.run(async () => {
      const otherActiveAdmins = await this.queries.otherActiveAdmins(id)
      const before = await this.queries.one(id)
      const facts = { ...before, userId: id, actorId: this.work.tenant.userId ?? '', otherActiveAdmins }
      const verdict = rule?.(facts)
      if (verdict && !verdict.allowed) throw new RightsRefused(verdict)
      const details = await apply(before)
      if (details) {
        this.audit.record({ action, subjectType: 'user', subjectId: id, details })
        await this.sessions.forget(id)
      }
      return this.queries.one(id)
    })
  }

  private async set(before: UserRow, change: Partial<User>): Promise<void> {
    const { affected } = await this.work.repository(User).update(
      { organizationId: this.work.tenant.organizationId, id: before.id },
      // Counted by the database: two changes at the same moment never share a revision.
      { ...change, revision: () => 'revision + 1' },
    )
    if (!affected) throw new NotFound()
  }
}
