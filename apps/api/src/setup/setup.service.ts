import { hashToken, newToken } from '@assay/access'
import type { Setup } from '@assay/contracts'
import { translateDatabaseError } from '@assay/persistence'
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

/** A fresh installation has no account: whoever holds the one-time link makes the first organization and its admin. */
@Injectable()
export class SetupService {
  private isDone = false

  constructor(
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
    // Deleting the row is using the link: of two at the same moment one finds nothing to delete.
    const [, used] = await this.ask<[unknown, number]>(
      'DELETE FROM setup_links WHERE token_hash = $1 AND expires_at > now()',
      [hashToken(facts.token)],
    )
    if (!used) throw new LinkInvalid()
    return this.organizations.create({ name: facts.organizationName }, async () => {
      const userId = await this.users.addActive({
        name: facts.name,
        email: facts.email,
        role: 'admin',
        passwordHash,
      })
      return this.sessions.start(userId, device)
    })
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
