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
import { OutboxService } from '../mail/outbox.service.ts'
import { NoticesService } from '../notices/notices.service.ts'
import { InTurns } from '../threads/in-turns.ts'
import { ChasingQueries, type DebtRow } from './chasing.queries.ts'
import { REMINDERS_BEFORE_ESCALATION, slotAt } from './reminder-slots.ts'

/** Reminds of scorecards that are owed, and tells the hiring managers when that did not help. Any process may do it. */
@Injectable()
export class ChasingService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly turns: InTurns

  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: ChasingQueries,
    private readonly notices: NoticesService,
    private readonly outbox: OutboxService,
    lookups: LookupQueries,
    @Inject(LOG) log: Logger,
    @Inject(SERVING) private readonly serving: boolean,
  ) {
    this.turns = new InTurns({
      next: (organizationId) => this.remind({ organizationId, userId: null }),
      organizationIds: () => lookups.organizationIds(),
      failed: (error, organizationId) =>
        log.warn({ err: error, organizationId }, 'nobody could be reminded; it is tried again'),
      firstLookAfter: 3_000,
      lookEvery: 60_000,
      againAfter: 10_000,
    })
  }

  onApplicationBootstrap(): void {
    if (this.serving) this.turns.begin()
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.turns.end()
  }

  /** Looks through an organization now, and not in a minute. */
  wake(organizationId: string): void {
    this.turns.wake(organizationId)
  }

  private remind(tenant: Tenant): Promise<boolean> {
    return inContext(newContext('chasing', Infinity), async () => {
      const [debts, now] = await this.work.readAs(tenant, async () => [
        await this.queries.debts(),
        await this.work.now(),
      ])
      for (const debt of debts) {
        if (this.turns.signal.aborted) return false
        const slot = slotAt(debt, now)
        const isMade = slot === null || (debt.lastSlot !== null && debt.lastSlot >= slot)
        if (!isMade) await this.work.runAs(tenant, () => this.remindOf(debt, slot))
      }
      return false
    })
  }

  private async remindOf(debt: DebtRow, slot: Date): Promise<void> {
    const number = await this.queries.begin(debt, slot)
    if (number === undefined) return
    const { interviewId, userId } = debt
    await this.notices.withdraw(userId, interviewId, 'scorecard_due')
    await this.tell([{ userId, kind: 'scorecard_due' }], debt)
    if (number !== REMINDERS_BEFORE_ESCALATION + 1) return
    const managers = await this.queries.hiringManagers(debt)
    await this.tell(
      managers.map((manager) => ({ userId: manager, kind: 'scorecard_late', aboutUserId: userId })),
      debt,
    )
  }

  private async tell(
    people: Parameters<NoticesService['tell']>[0],
    { interviewId, startsAt, timeZone }: DebtRow,
  ): Promise<void> {
    await this.outbox.take(await this.notices.tell(people, { id: interviewId, startsAt, timeZone }))
  }
}
