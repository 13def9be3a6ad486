import { hashToken, newToken, VisibleError } from '@assay/access'
import { UnitOfWork } from '@assay/persistence'
import { Inject, Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { PUBLIC_URL } from '../config.ts'
import { LookupQueries } from '../database/lookup.queries.ts'
import { type LinkPurpose, OneTimeLink } from './one-time-link.entity.ts'

export class LinkInvalid extends VisibleError {
  readonly status = 410
  readonly code = 'link_invalid'

  constructor() {
    super('This link was used, has ended, or was replaced by a newer one. Ask for a new one.')
  }
}

export interface IssuedLink {
  link: string
  expiresAt: Date
}

export interface OpenLink {
  id: string
  organizationId: string
  userId: string
  expiresAt: Date
}

const LIFETIME_HOURS: Record<LinkPurpose, number> = { invitation: 168, password_reset: 1 }
const PAGES: Record<LinkPurpose, string> = { invitation: 'invitation', password_reset: 'password-reset' }
const HOUR_MS = 3_600_000

/** Links that work once. The token stands behind `#`, so that it is in no log and no Referer. */
@Injectable()
export class OneTimeLinksService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lookups: LookupQueries,
    @Inject(PUBLIC_URL) private readonly publicUrl: () => string,
  ) {}

  /** Joins the caller's unit of work. A new link replaces older ones of the same person and purpose. */
  async issue(userId: string, purpose: LinkPurpose): Promise<IssuedLink> {
    const { organizationId } = this.work.tenant
    await this.withdraw(userId, purpose)
    const token = newToken()
    const expiresAt = new Date((await this.work.now()).getTime() + LIFETIME_HOURS[purpose] * HOUR_MS)
    await this.work.repository(OneTimeLink).insert({
      organizationId,
      id: newId(),
      userId,
      purpose,
      tokenHash: hashToken(token),
      expiresAt,
    })
    return { link: `${this.publicUrl()}/${PAGES[purpose]}#token=${token}`, expiresAt }
  }

  async withdraw(userId: string, purpose: LinkPurpose): Promise<void> {
    const { organizationId } = this.work.tenant
    await this.work.repository(OneTimeLink).delete({ organizationId, userId, purpose })
  }

  /** The link behind a token, when it may still be used. Runs in a transaction of its own. */
  async find(token: string, purpose: LinkPurpose): Promise<OpenLink> {
    const found = await this.lookups.findOneTimeLink(hashToken(token))
    if (!found) throw new LinkInvalid()
    const tenant = { organizationId: found.organizationId, userId: null }
    const [open] = await this.work.readAs(tenant, () =>
      this.work.query<{ expiresAt: Date }>(
        `SELECT expires_at AS "expiresAt" FROM one_time_links
          WHERE organization_id = $1 AND id = $2 AND purpose = $3 AND used_at IS NULL AND expires_at > now()`,
        [found.organizationId, found.id, purpose],
      ),
    )
    if (!open) throw new LinkInvalid()
    return { ...found, expiresAt: open.expiresAt }
  }

  /** Uses it up; joins the caller's unit of work. Of two at the same moment one finds it used. */
  async use(link: OpenLink, purpose: LinkPurpose): Promise<void> {
    const rows = await this.work.query(
      `UPDATE one_time_links SET used_at = now()
        WHERE organization_id = $1 AND id = $2 AND purpose = $3 AND used_at IS NULL AND expires_at > now()
        RETURNING id`,
      [link.organizationId, link.id, purpose],
    )
    if (rows.length === 0) throw new LinkInvalid()
  }
}
