import { hashToken, newToken } from '@assay/access'
import type { Setup } from '@assay/contracts'
import { translateDatabaseError, UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { LookupQueries } from '../database/lookup.queries.ts'
import { OrganizationsService } from '../organizations/organizations.service.ts'
import { LinkInvalid } from '../users/one-time-links.service.ts'
import { AlreadySetUp } from './setup.errors.ts'
import { PasswordsService } from '../sessions/passwords.service.ts'
import { type Device, SessionsService, type Tokens } from '../sessions/sessions.service.ts'
import { UsersService } from '../users/users.service.ts'

const SETUP_MINUTES = 30
/** Any number would do; this one is only the set-up's. */
const SETUP_LOCK = 7_277_295_603

/** A fresh installation has no account: whoever holds the one-time link makes the first organization and its admin. */
@Injectable()
export class SetupService {
  private isDone = false

  constructor(
    private readonly work: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly lookups: LookupQueries,
    private readonly organizations: OrganizationsService,
    private readonly users: UsersService,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
  ) {}

  /** Once there is an organization there always is one: from then on nobody's question reaches the database. */
  async isNeeded(): Promise<boolean> {
    this.isDone ||= (await this.lookups.organizationIds()).length > 0
    return !this.isDone
  }

  /** Null when the installation is set up. An older link stays good until its own end. */
  async offerToken(): Promise<string | null> {
    if (!(await this.isNeeded())) return null
    const token = newToken()
    await this.ask('DELETE FROM setup_links WHERE expires_at <= now()', [])
    await this.ask(
      `INSERT INTO setup_links (token_hash, expires_at) VALUES ($1, now() + interval '${SETUP_MINUTES} minutes')`,
      [hashToken(token)],
    )
    return token
  }

  async setUp(facts: Setup, device: Device): Promise<Tokens> {
    if (!(await this.isNeeded())) throw new AlreadySetUp()
    await this.checkLink(facts.token)
    const known = [facts.name, facts.email, facts.organizationName]
    const passwordHash = await this.passwords.hashNew(facts.password, known)
    return this.organizations.create({ name: facts.organizationName }, async () => {
      await this.useUp(facts.token)
      const { name, email } = facts
      const userId = await this.users.addActive({ name, email, role: 'admin', passwordHash })
      return this.sessions.start(userId, device)
    })
  }

  /**
   * Joins the unit of work that makes the organization: the link is used up when that succeeds, and only then. Two
   * links may be open after a restart; the lock lets one of them make the first organization.
   */
  private async useUp(token: string): Promise<void> {
    await this.work.query('SELECT pg_advisory_xact_lock($1)', [SETUP_LOCK])
    const organizations = await this.work.query('SELECT FROM assay_organization_ids()')
    if (organizations.length > 1) throw new AlreadySetUp()
    const used = await this.work.query(
      'DELETE FROM setup_links WHERE token_hash = $1 AND expires_at > now() RETURNING expires_at',
      [hashToken(token)],
    )
    if (used.length === 0) throw new LinkInvalid()
  }

  private async checkLink(token: string): Promise<void> {
    const rows = await this.ask<unknown[]>(
      'SELECT FROM setup_links WHERE token_hash = $1 AND expires_at > now()',
      [hashToken(token)],
    )
    if (rows.length === 0) throw new LinkInvalid()
  }

  private async ask<T>(text: string, values: unknown[]): Promise<T> {
    try {
      return await this.dataSource.query<T>(text, values)
    } catch (error) {
      throw translateDatabaseError(error)
    }
  }
}
