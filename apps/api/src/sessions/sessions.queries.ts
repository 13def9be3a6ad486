import type { Role, SessionEnd } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { Session } from './session.entity.ts'
import { IDLE_DAYS, type RefreshFacts } from './session.rules.ts'

/** More than anybody can have open: see MAX_LIVE_SESSIONS. */
const LISTED_SESSIONS = 200

const MAX_LIVE_SESSIONS = 100

export interface CurrentFacts {
  userId: string
  name: string
  email: string
  role: Role
  organizationId: string
  organizationName: string
  demo: boolean
}

export type SessionRow = Omit<Session, 'organizationId' | 'userId' | 'user'>

/** SQL of the sessions; every statement runs inside the unit of work, so inside one tenant. */
@Injectable()
export class SessionsQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** Who holds a live session: the check of every request. */
  async liveHolder(sessionId: string, userId: string): Promise<{ role: Role } | null> {
    const [row] = await this.work.query<{ role: Role }>(
      `SELECT u.role FROM sessions s JOIN users u ON u.organization_id = s.organization_id AND u.id = s.user_id
        WHERE s.organization_id = $1 AND s.id = $2 AND s.user_id = $3 AND s.ended_at IS NULL AND s.expires_at > now()
          AND s.last_seen_at > now() - interval '${IDLE_DAYS} days' AND u.status = 'active'`,
      [this.work.tenant.organizationId, sessionId, userId],
    )
    return row ?? null
  }

  async current(userId: string): Promise<CurrentFacts | null> {
    const [row] = await this.work.query<CurrentFacts>(
      `SELECT u.id AS "userId", u.name, u.email, u.role, o.id AS "organizationId", o.name AS "organizationName", o.demo
         FROM users u JOIN organizations o ON o.id = u.organization_id
        WHERE u.organization_id = $1 AND u.id = $2`,
      [this.work.tenant.organizationId, userId],
    )
    return row ?? null
  }

  /** Locks the session only when its token is fresh, so that a crowd of tabs within the leeway does not queue up. */
  async refreshFacts(tokenId: string): Promise<(RefreshFacts & { userId: string }) | null> {
    const facts = await this.readRefreshFacts(tokenId, '')
    return facts?.usedSecondsAgo === null ? this.readRefreshFacts(tokenId, 'FOR UPDATE OF t') : facts
  }

  async markUsed(tokenId: string, sessionId: string): Promise<void> {
    const { organizationId } = this.work.tenant
    await this.work.query(
      'UPDATE refresh_tokens SET used_at = clock_timestamp() WHERE organization_id = $1 AND id = $2',
      [organizationId, tokenId],
    )
    await this.work.query('UPDATE sessions SET last_seen_at = now() WHERE organization_id = $1 AND id = $2', [
      organizationId,
      sessionId,
    ])
  }

  async markSignedIn(userId: string): Promise<void> {
    await this.work.query(
      'UPDATE users SET last_signed_in_at = now() WHERE organization_id = $1 AND id = $2',
      [this.work.tenant.organizationId, userId],
    )
  }

  /** Live ones first, all of them; one that nobody used for too long has ended, whatever its row still says. */
  sessionsOf(userId: string): Promise<SessionRow[]> {
    return this.work.query<SessionRow>(
      `SELECT id, device, address, started_at AS "startedAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt",
              CASE WHEN over THEN least(expires_at, last_seen_at + interval '${IDLE_DAYS} days') ELSE ended_at END AS "endedAt",
              CASE WHEN over THEN 'expired' ELSE ended_because END AS "endedBecause"
         FROM (SELECT *, ended_at IS NULL AND (expires_at <= now() OR last_seen_at <= now() - interval '${IDLE_DAYS} days') AS over
                 FROM sessions WHERE organization_id = $1 AND user_id = $2) AS s
        ORDER BY (ended_at IS NULL AND NOT over) DESC, started_at DESC
        LIMIT ${LISTED_SESSIONS}`,
      [this.work.tenant.organizationId, userId],
    )
  }

  /** @returns the ids of the sessions that were alive and are not any more. */
  async end(which: {
    userId: string
    sessionId?: string
    keep?: string
    because: SessionEnd
  }): Promise<string[]> {
    // TypeORM's repository returns no ids from an update; this does, in one statement.
    const rows = await this.work.query<{ id: string }>(
      `UPDATE sessions SET ended_at = now(), ended_because = $3
        WHERE organization_id = $1 AND user_id = $2 AND ended_at IS NULL
          AND ($4::uuid IS NULL OR id = $4) AND ($5::uuid IS NULL OR id <> $5)
        RETURNING id`,
      [
        this.work.tenant.organizationId,
        which.userId,
        which.because,
        which.sessionId ?? null,
        which.keep ?? null,
      ],
    )
    return rows.map((row) => row.id)
  }

  /** Ends the oldest ones beyond the limit, so that every live session is in the list. */
  async endBeyondLimit(userId: string): Promise<void> {
    await this.work.query(
      `UPDATE sessions SET ended_at = now(), ended_because = 'expired'
        WHERE organization_id = $1 AND id IN (SELECT id FROM sessions
          WHERE organization_id = $1 AND user_id = $2 AND ended_at IS NULL
          ORDER BY last_seen_at DESC OFFSET ${MAX_LIVE_SESSIONS})`,
      [this.work.tenant.organizationId, userId],
    )
  }

  async addressOf(userId: string): Promise<{ name: string; address: string } | null> {
    const [row] = await this.work.query<{ name: string; address: string }>(
      'SELECT name, email AS address FROM users WHERE organization_id = $1 AND id = $2',
      [this.work.tenant.organizationId, userId],
    )
    return row ?? null
  }

  private async readRefreshFacts(
    tokenId: string,
    lock: '' | 'FOR UPDATE OF t',
  ): Promise<(RefreshFacts & { userId: string }) | null> {
    const [row] = await this.work.query<RefreshFacts & { userId: string }>(
      `SELECT s.user_id AS "userId", u.status AS "userStatus", s.ended_at IS NOT NULL AS "sessionEnded",
              (s.expires_at <= now() OR s.last_seen_at <= now() - interval '${IDLE_DAYS} days') AS "sessionExpired",
              extract(epoch FROM clock_timestamp() - t.used_at)::float8 AS "usedSecondsAgo"
         FROM refresh_tokens t
         JOIN sessions s ON s.organization_id = t.organization_id AND s.id = t.session_id
         JOIN users u ON u.organization_id = s.organization_id AND u.id = s.user_id
        WHERE t.organization_id = $1 AND t.id = $2 ${lock}`,
      [this.work.tenant.organizationId, tokenId],
    )
    return row ?? null
  }
}
