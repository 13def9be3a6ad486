import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { currentContext, translateDatabaseError } from '@assay/persistence'

export interface SignInFacts {
  organizationId: string
  userId: string
  status: string
  passwordHash: string | null
}

export interface TokenFacts {
  organizationId: string
  id: string
}

/**
 * The questions asked before the tenant is known, each answered by one SECURITY DEFINER function of the lookup role.
 * They stand outside of the unit of work on purpose: there is no tenant to set yet.
 */
@Injectable()
export class LookupQueries {
  constructor(private readonly dataSource: DataSource) {}

  async findSignIn(email: string): Promise<SignInFacts | null> {
    const [row] = await this.ask<{
      organization_id: string
      user_id: string
      status: string
      password_hash: string | null
    }>('SELECT * FROM assay_find_sign_in($1)', [email])
    return row
      ? {
          organizationId: row.organization_id,
          userId: row.user_id,
          status: row.status,
          passwordHash: row.password_hash,
        }
      : null
  }

  async findRefreshToken(hash: Buffer): Promise<(TokenFacts & { sessionId: string }) | null> {
    const [row] = await this.ask<{ organization_id: string; session_id: string; id: string }>(
      'SELECT * FROM assay_find_refresh_token($1)',
      [hash],
    )
    return row ? { organizationId: row.organization_id, sessionId: row.session_id, id: row.id } : null
  }

  findOneTimeLink(hash: Buffer): Promise<(TokenFacts & { userId: string }) | null> {
    return this.findOwned('SELECT * FROM assay_find_one_time_link($1)', hash)
  }

  findApiToken(hash: Buffer): Promise<(TokenFacts & { userId: string }) | null> {
    return this.findOwned('SELECT * FROM assay_find_api_token($1)', hash)
  }

  async organizationIds(): Promise<string[]> {
    const rows = await this.ask<{ id: string }>('SELECT * FROM assay_organization_ids() AS id', [])
    return rows.map((row) => row.id)
  }

  /** Counters of sign-ins whose time is over; they belong to no organization. `expire` is in milliseconds. */
  async forgetOldAttempts(): Promise<void> {
    await this.ask('DELETE FROM sign_in_limits WHERE expire < extract(epoch FROM now()) * 1000', [])
  }

  private async findOwned(text: string, hash: Buffer): Promise<(TokenFacts & { userId: string }) | null> {
    const [row] = await this.ask<{ organization_id: string; user_id: string; id: string }>(text, [hash])
    return row ? { organizationId: row.organization_id, userId: row.user_id, id: row.id } : null
  }

  private async ask<Row>(text: string, values: unknown[]): Promise<Row[]> {
    if (currentContext()?.transaction) throw new Error('A lookup comes before the tenant is known.')
    try {
      return await this.dataSource.query<Row[]>(text, values)
    } catch (error) {
      throw translateDatabaseError(error)
    }
  }
}
