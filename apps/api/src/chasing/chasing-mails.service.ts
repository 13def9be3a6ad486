import { UnitOfWork } from '@assay/persistence'
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { PUBLIC_URL } from '../config.ts'
import type { Mail } from '../mail/mail.service.ts'
import { OutboxService, type ToldNotice } from '../mail/outbox.service.ts'
import { ChasingQueries, type OwedFacts } from './chasing.queries.ts'

/** What people are written about scorecards that are owed. Never what anybody thinks, nor whether others have written. */
@Injectable()
export class ChasingMailsService implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: ChasingQueries,
    private readonly outbox: OutboxService,
    @Inject(PUBLIC_URL) private readonly publicUrl: () => string,
  ) {}

  onModuleInit(): void {
    this.outbox.write(['scorecard_due'], (notice) => this.reminder(notice))
    this.outbox.write(['scorecard_late', 'scorecard_snoozed'], (notice) => this.aboutColleague(notice))
  }

  private async reminder({ interviewId, reader }: ToldNotice): Promise<Mail | null> {
    const facts = await this.queries.owed(interviewId, reader.id)
    if (!facts?.isOwed) return null
    const room = `${this.publicUrl()}/scorecards/${facts.scorecardId}/room`
    return mailTo(reader, `Your scorecard is missing: ${facts.candidate}`, [
      `you owe a scorecard: ${about(facts)}. It has been missing ${await this.howLate(facts)}.`,
      `Write it here: ${room}`,
      'If you need more time, put the reminders off on your first page. If the interview did not happen, tell your recruiter.',
    ])
  }

  private async aboutColleague({ kind, interviewId, aboutUserId, reader }: ToldNotice): Promise<Mail | null> {
    if (aboutUserId === null || !(await this.queries.mayBeTold(interviewId, reader.id))) return null
    const facts = await this.queries.owed(interviewId, aboutUserId)
    if (!facts?.isOwed) return null
    const address = `${this.publicUrl()}/interviews/${interviewId}`
    if (kind === 'scorecard_late') {
      return mailTo(reader, `A scorecard is missing: ${facts.candidate}`, [
        `${facts.name} owes a scorecard: ${about(facts)}. It has been missing ${await this.howLate(facts)}, and three reminders did not help.`,
        `The interview: ${address}`,
      ])
    }
    const until = await this.queries.snoozedUntil(interviewId, aboutUserId)
    if (!until) return null
    // The reason may say something about the candidate: it is told in the product only.
    return mailTo(reader, `A scorecard will come later: ${facts.candidate}`, [
      `${facts.name} asked for time until ${dayOf(until, facts.timeZone)}: ${about(facts)}.`,
      `Why is told on your first page: ${this.publicUrl()}`,
    ])
  }

  private async howLate({ since }: OwedFacts): Promise<string> {
    const hours = Math.max(1, Math.floor(((await this.work.now()).getTime() - since.getTime()) / 3_600_000))
    if (hours < 48) return hours === 1 ? 'for an hour' : `for ${hours} hours`
    return `for ${Math.floor(hours / 24)} days`
  }
}

const about = ({ template, candidate, job }: OwedFacts): string => `${template} with ${candidate}, ${job}`

const mailTo = (reader: ToldNotice['reader'], subject: string, lines: readonly string[]): Mail => ({
  to: { name: reader.name, address: reader.email },
  subject,
  text: `Hello ${reader.name},\n\n${lines.join('\n\n')}\n`,
})

const dayOf = (moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(
    moment,
  )
