import type { NoticeKind } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { PUBLIC_URL } from '../config.ts'
import type { Mail } from '../mail/mail.service.ts'
import { OutboxService, type ToldNotice } from '../mail/outbox.service.ts'
import { NoticesService } from '../notices/notices.service.ts'
import { type Approvals, groupInTurn, unavailable } from './decision.rules.ts'
import { DecisionsQueries } from './decisions.queries.ts'

const KINDS = ['decision_waiting', 'decision_agreed', 'decision_refused'] as const satisfies NoticeKind[]
type DecisionNotice = (typeof KINDS)[number]

/**
 * Tells whoever is asked to agree that it is their turn, and whoever made a decision what became of it. Whoever owes a
 * scorecard on the application is told nothing, and finds no notice gone. Joins the caller's unit of work.
 */
@Injectable()
export class DecisionNoticesService implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: DecisionsQueries,
    private readonly notices: NoticesService,
    private readonly outbox: OutboxService,
    @Inject(PUBLIC_URL) private readonly publicUrl: () => string,
  ) {}

  onModuleInit(): void {
    this.outbox.write(KINDS, (notice) => this.mail(notice))
  }

  /** To the group in turn, where it was not in turn before. */
  async inTurn(applicationId: string, now: Approvals, before?: Approvals): Promise<void> {
    const group = groupInTurn(now)
    if (!group || (before && groupInTurn(before) === group)) return
    const people = group.people.filter(
      (person) => !now.approvedBy.has(person.id) && unavailable(person, now.madeBy) === null,
    )
    await this.tell(applicationId, 'decision_waiting', {
      readers: people.map(({ id }) => id),
      about: now.madeBy,
    })
  }

  /** Nobody has to answer any more; whoever made it hears who brought that about. */
  async ended(
    applicationId: string,
    kind: Exclude<DecisionNotice, 'decision_waiting'>,
    by: { madeBy: string; answeredBy: string },
  ): Promise<void> {
    await this.notices.settleOf(applicationId, 'decision_waiting')
    await this.tell(applicationId, kind, { readers: [by.madeBy], about: by.answeredBy })
  }

  private async tell(
    applicationId: string,
    kind: DecisionNotice,
    { readers, about }: { readers: readonly string[]; about: string },
  ): Promise<void> {
    const meeting = await this.queries.meetingOf(applicationId, readers)
    if (!meeting) return
    const told = meeting.readers.map((userId) => ({ userId, kind, aboutUserId: about }))
    await this.outbox.take(await this.notices.tell(told, meeting))
  }

  private async mail({ kind, interviewId, reader }: ToldNotice): Promise<Mail | null> {
    const facts = await this.queries.lastOf(interviewId)
    if (!facts || (kind === 'decision_waiting' && facts.state !== 'waiting')) return null
    const about = `${facts.candidate.name}, ${facts.job.title}`
    const [subject, line] = {
      decision_waiting: [
        'A decision waits for you',
        `${facts.madeBy.name} made a decision, and you are asked to agree: ${about}.`,
      ],
      decision_agreed: ['Your decision counts', `everybody who had to agree to your decision did: ${about}.`],
      decision_refused: [
        'Your decision was refused',
        `your decision was refused, and does not count: ${about}.`,
      ],
    }[kind as DecisionNotice] as [string, string]
    return {
      to: { name: reader.name, address: reader.email },
      subject: `${subject}: ${facts.candidate.name}`,
      text: `Hello ${reader.name},\n\n${line}\n\nWhat it says, and what it rests on: ${this.publicUrl()}/applications/${facts.applicationId}/decision\n`,
    }
  }
}
