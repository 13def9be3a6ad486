import type { NoticeKind } from '@assay/contracts'
import { inContext, newContext, type Tenant, UnitOfWork } from '@assay/persistence'
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common'
import type { Logger } from 'pino'
import { SERVING } from '../config.ts'
import { LookupQueries } from '../database/lookup.queries.ts'
import { LOG } from '../http/logging.ts'
import { InTurns } from '../threads/in-turns.ts'
import { type Mail, MailService } from './mail.service.ts'
import { OutgoingMail } from './outgoing-mail.entity.ts'

/** What was said in the product, to be said by mail, too. */
export interface ToldNotice {
  id: string
  kind: NoticeKind
  interviewId: string
  /** Whom it is about, where it is about a colleague. */
  aboutUserId: string | null
  reader: { id: string; name: string; email: string }
}

/**
 * The text as it is right now; null when there is no reason to send it any more. Runs
 * inside a reading unit of work of the reader: nobody is written what they may not read.
 */
export type MailWriter = (notice: ToldNotice) => Promise<Mail | null>

/**
 * From one attempt to the next, in seconds: about a day and a half in all. The shortest is longer than an attempt may
 * take, because it also keeps other processes away meanwhile.
 */
export const PAUSES = [30, 60, 120, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 28_800, 28_800]

const AGAIN_AFTER_MS = 10_000

interface Claimed {
  noticeId: string
  attempts: number
}

/**
 * Sends what stands in rows, written with the change it tells of (docs/decisions/0017). A process that dies leaves its
 * mail to the next attempt of any process: none is lost, and one that had left already leaves twice, under one Message-ID.
 */
@Injectable()
export class OutboxService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly writers = new Map<NoticeKind, MailWriter>()
  private readonly turns: InTurns

  constructor(
    private readonly work: UnitOfWork,
    private readonly mail: MailService,
    lookups: LookupQueries,
    @Inject(LOG) private readonly log: Logger,
    @Inject(SERVING) private readonly serving: boolean,
  ) {
    this.turns = new InTurns({
      next: (organizationId) => this.next({ organizationId, userId: null }),
      organizationIds: () => lookups.organizationIds(),
      failed: (error, organizationId) =>
        log.warn({ err: error, organizationId }, 'mail could not be looked through; it is tried again'),
      firstLookAfter: 1_000,
      lookEvery: 60_000,
      againAfter: AGAIN_AFTER_MS,
    })
  }

  /** Commands write mail, and a server sends it. */
  onApplicationBootstrap(): void {
    if (this.serving && this.mail.isSet) this.turns.begin()
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.turns.end()
  }

  /** Says who writes the mail about notices of some kinds. */
  write(kinds: readonly NoticeKind[], writer: MailWriter): void {
    for (const kind of kinds) this.writers.set(kind, writer)
  }

  /** Joins the caller's unit of work: these notices leave by mail after its commit, where mail is set. */
  async take(noticeIds: readonly string[]): Promise<void> {
    if (!this.mail.isSet || noticeIds.length === 0) return
    const { organizationId } = this.work.tenant
    await this.work
      .repository(OutgoingMail)
      .insert(noticeIds.map((noticeId) => ({ organizationId, noticeId })))
    this.work.afterCommit(() => this.wake(organizationId))
  }

  wake(organizationId: string): void {
    if (this.serving && this.mail.isSet) this.turns.wake(organizationId)
  }

  private next(tenant: Tenant): Promise<boolean | number> {
    return inContext(newContext('outbox', Infinity), async () => {
      const claimed = await this.work.runAs(tenant, () => this.claim())
      if (!claimed) return this.work.readOnceAs(tenant, () => this.untilNext())
      const mail = await this.compose(tenant, claimed.noticeId)
      if (mail === null || (await this.leaves(mail, claimed))) {
        await this.work.runAs(tenant, () => this.forget(claimed.noticeId))
      }
      return true
    })
  }

  private async claim(): Promise<Claimed | undefined> {
    const [claimed] = await this.work.query<Claimed>(
      `WITH due AS (
         SELECT organization_id, notice_id FROM outgoing_mails
          WHERE organization_id = $1 AND next_attempt_at <= now()
          ORDER BY next_attempt_at, notice_id LIMIT 1 FOR UPDATE SKIP LOCKED)
       UPDATE outgoing_mails m SET attempts = m.attempts + 1,
              next_attempt_at = now() + make_interval(secs => ($2::int[])[least(m.attempts + 1, cardinality($2::int[]))])
         FROM due WHERE m.organization_id = due.organization_id AND m.notice_id = due.notice_id
       RETURNING m.notice_id AS "noticeId", m.attempts`,
      [this.work.tenant.organizationId, PAUSES],
    )
    return claimed
  }

  private async untilNext(): Promise<number | false> {
    const [row] = await this.work.query<{ milliseconds: number | null }>(
      `SELECT ceil(extract(epoch FROM min(next_attempt_at) - now()) * 1000)::float8 AS milliseconds
         FROM outgoing_mails WHERE organization_id = $1`,
      [this.work.tenant.organizationId],
    )
    const milliseconds = row?.milliseconds ?? null
    return milliseconds === null ? false : Math.max(milliseconds, 1)
  }

  private async compose(tenant: Tenant, id: string): Promise<Mail | null> {
    const notice = await this.work.readOnceAs(tenant, () => this.notice(id))
    if (!notice) return null
    const writer = this.writers.get(notice.kind)
    if (!writer) throw new Error(`Nobody writes the mail of a notice of the kind ${notice.kind}.`)
    const mail = await this.work.readAs({ ...tenant, userId: notice.reader.id }, () => writer(notice))
    return mail && { ...mail, id }
  }

  private async notice(id: string): Promise<ToldNotice | undefined> {
    const [notice] = await this.work.query<ToldNotice>(
      `SELECT n.id, n.kind, n.interview_id AS "interviewId", n.about_user_id AS "aboutUserId",
              json_build_object('id', u.id, 'name', u.name, 'email', u.email) AS reader
         FROM notices n JOIN users u ON u.organization_id = n.organization_id AND u.id = n.user_id
        WHERE n.organization_id = $1 AND n.id = $2 AND u.status <> 'disabled'`,
      [this.work.tenant.organizationId, id],
    )
    return notice
  }

  /** @returns whether it is done with: sent, or never to be */
  private async leaves(mail: Mail, { noticeId, attempts }: Claimed): Promise<boolean> {
    try {
      await this.mail.deliver(mail)
      return true
    } catch (error) {
      const isOver = attempts >= PAUSES.length || isRefusedForGood(error)
      this.log.warn(
        { err: error, noticeId, attempts },
        isOver ? 'mail is given up; the notice stays' : 'mail could not be sent; it is tried again',
      )
      return isOver
    }
  }

  private async forget(noticeId: string): Promise<void> {
    await this.work
      .repository(OutgoingMail)
      .delete({ organizationId: this.work.tenant.organizationId, noticeId })
  }
}

/** The server does not know this address, and will not tomorrow. */
const isRefusedForGood = (error: unknown): boolean => {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  return code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500
}
