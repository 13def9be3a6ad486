import { type SnoozeReminders, snoozeDays } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { AuditService } from '../audit/audit.service.ts'
import { NotFound, ValidationFailed } from '../http/http.errors.ts'
import { OutboxService } from '../mail/outbox.service.ts'
import { NoticesService } from '../notices/notices.service.ts'
import { SnoozeRefused } from './chasing.errors.ts'
import { ChasingQueries } from './chasing.queries.ts'
import { nineOClock } from './reminder-slots.ts'

/** Interviewers who need more time for a scorecard, and say why. */
@Injectable()
export class SnoozesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: ChasingQueries,
    private readonly notices: NoticesService,
    private readonly outbox: OutboxService,
    private readonly audit: AuditService,
  ) {}

  /** Puts off the reminders of whoever asks, and tells the recruiters. */
  snooze(interviewId: string, { until, because }: SnoozeReminders): Promise<void> {
    return this.work.run(async () => {
      const { organizationId, userId } = this.work.tenant
      const owed = userId === null ? undefined : await this.queries.owed(interviewId, userId)
      if (!owed) throw new NotFound()
      if (!owed.isOwed) throw new SnoozeRefused('You owe no scorecard of this interview.')
      if (!snoozeDays(await this.work.now(), owed.timeZone).includes(until)) {
        throw new ValidationFailed({ until: 'Choose one of the next five working days.' })
      }
      await this.work.query(
        `INSERT INTO snoozes (organization_id, interview_id, user_id, until, because) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (organization_id, interview_id, user_id)
         DO UPDATE SET until = excluded.until, because = excluded.because, made_at = now()`,
        [organizationId, interviewId, userId, nineOClock(until, owed.timeZone), because],
      )
      await this.tellRecruiters({ ...owed, id: interviewId })
      this.audit.record({
        action: 'interview.reminders_snoozed',
        subjectType: 'interview',
        subjectId: interviewId,
        details: { until },
      })
    })
  }

  private async tellRecruiters(interview: {
    id: string
    interviewId: string
    startsAt: Date
    timeZone: string
    userId: string
  }): Promise<void> {
    const people = (await this.queries.recruiters(interview)).map((userId) => ({
      userId,
      kind: 'scorecard_snoozed' as const,
      aboutUserId: interview.userId,
    }))
    await this.outbox.take(await this.notices.tell(people, interview))
  }
}
