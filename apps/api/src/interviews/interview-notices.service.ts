import type { NoticeKind } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { PUBLIC_URL } from '../config.ts'
import { NotFound } from '../http/http.errors.ts'
import type { Mail } from '../mail/mail.service.ts'
import { OutboxService, type ToldNotice } from '../mail/outbox.service.ts'
import { NoticesService } from '../notices/notices.service.ts'
import { type CalendarFacts, type CalendarMethod, calendarOf } from './interview-calendar.ts'

/** What is said of the meeting itself. */
export type MeetingNews = Extract<NoticeKind, 'scheduled' | 'moved' | 'cancelled' | 'left'>

interface Told {
  userId: string
  kind: MeetingNews
}

type Facts = CalendarFacts & { applicationId: string; isErased: boolean; glassBrokenBy: string[] }

const KINDS: readonly MeetingNews[] = ['scheduled', 'moved', 'cancelled', 'left']

const SUBJECTS: Record<MeetingNews, (facts: Facts, at: string) => string> = {
  scheduled: ({ candidate }, at) => `Interview with ${candidate}, ${at}`,
  moved: ({ candidate }, at) => `Changed: interview with ${candidate}, ${at}`,
  cancelled: (_facts, at) => `Cancelled: interview of ${at}`,
  left: (_facts, at) => `You are no longer on the panel of ${at}`,
}

/** Whoever is out of it is told when it was to be, and nothing about the person. */
const LINES: Record<MeetingNews, (facts: Facts, address: string) => (string | null)[]> = {
  scheduled: (facts, address) => invitation('you are on the panel of an interview.', facts, address),
  moved: (facts, address) => invitation('an interview of yours was changed.', facts, address),
  cancelled: () => ['this interview is cancelled. You owe no scorecard for it.'],
  left: () => ['you were taken off the panel of this interview. You owe no scorecard for it.'],
}

const invitation = (begin: string, facts: Facts, address: string): (string | null)[] => [
  begin,
  `${facts.template} with ${facts.candidate}, ${facts.job}`,
  facts.place,
  facts.link,
  `Prepare here: ${address}`,
]

/** Tells a panel about its interview: in the product always, by mail with a calendar entry where mail is set. */
@Injectable()
export class InterviewNoticesService implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notices: NoticesService,
    private readonly outbox: OutboxService,
    @Inject(PUBLIC_URL) private readonly publicUrl: () => string,
  ) {}

  onModuleInit(): void {
    this.outbox.write(KINDS, (notice) => this.mailOf(notice))
  }

  /** Joins the caller's unit of work; mail leaves after its commit. */
  async tell(interviewId: string, people: readonly Told[]): Promise<void> {
    if (people.length === 0) return
    const facts = await this.facts(interviewId)
    await this.outbox.take(await this.notices.tell(people, facts))
    await this.notices.tell(glassNewsOf(people, facts), facts)
  }

  /** As a file for whichever calendar. */
  async file(interviewId: string): Promise<{ name: string; text: string }> {
    const facts = await this.facts(interviewId)
    return { name: facts.template, text: calendarOf(facts, 'publish', this.addressOf(interviewId)) }
  }

  /** Of the interview as it is now: what has changed meanwhile is told by the next mail, or was told before. */
  private async mailOf({ kind: told, interviewId, reader }: ToldNotice): Promise<Mail | null> {
    const kind = told as MeetingNews
    const facts = await this.facts(interviewId)
    const isOn = facts.panel.some(({ email }) => email === reader.email)
    const isInvited = isOn && !facts.isOver && !facts.isErased
    const invites = kind === 'scheduled' || kind === 'moved'
    if (invites ? !isInvited : kind === 'left' && isOn) return null
    const method: CalendarMethod = invites ? 'request' : 'cancel'
    const at = timeOf(facts)
    const lines = [...LINES[kind](facts, this.addressOf(facts.id)), at]
    return {
      to: { name: reader.name, address: reader.email },
      subject: SUBJECTS[kind](facts, at),
      text: `Hello ${reader.name},\n\n${lines.filter((line) => line !== null).join('\n\n')}\n`,
      // Only the reader: who else is on a panel, or left it, is shown in the product.
      calendar: {
        method,
        text: calendarOf({ ...facts, panel: [reader] }, method, this.addressOf(facts.id)),
      },
    }
  }

  private addressOf(id: string): string {
    return `${this.publicUrl()}/interviews/${id}`
  }

  private async facts(id: string): Promise<Facts> {
    const [row] = await this.work.query<Facts>(
      `SELECT i.id, i.application_id AS "applicationId", i.sequence, i.updated_at AS "updatedAt",
              i.starts_at AS "startsAt", i.ends_at AS "endsAt", i.time_zone AS "timeZone", i.place, i.link,
              i.status <> 'scheduled' AS "isOver", c.erased_at IS NOT NULL AS "isErased",
              ARRAY(SELECT DISTINCT g.user_id FROM glass_breaks g WHERE g.organization_id = a.organization_id
                       AND g.application_id = a.id) AS "glassBrokenBy", t.name AS template, c.name AS candidate, j.title AS job,
              (SELECT json_build_object('name', u.name, 'email', u.email) FROM users u
                WHERE u.organization_id = i.organization_id AND u.id = i.created_by) AS organizer,
              (SELECT coalesce(json_agg(json_build_object('name', u.name, 'email', u.email) ORDER BY u.name, u.id), '[]')
                 FROM panelists p JOIN users u ON u.organization_id = p.organization_id AND u.id = p.user_id
                WHERE p.organization_id = i.organization_id AND p.interview_id = i.id
                  AND p.removed_at IS NULL) AS panel
         FROM interviews i
         JOIN applications a ON a.organization_id = i.organization_id AND a.id = i.application_id
         JOIN candidate_search f ON f.organization_id = a.organization_id AND f.candidate_id = a.candidate_id
         JOIN candidates c ON c.organization_id = f.organization_id AND c.id = f.stands_for
         JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
         JOIN interview_template_versions v ON v.organization_id = i.organization_id AND v.id = i.version_id
         JOIN interview_templates t ON t.organization_id = v.organization_id AND t.id = v.template_id
        WHERE i.organization_id = $1 AND i.id = $2`,
      [this.work.tenant.organizationId, id],
    )
    if (!row) throw new NotFound()
    return row
  }
}

/** Whoever comes to a panel later is told, too, that somebody else read on while they owed. */
const glassNewsOf = (people: readonly Told[], { glassBrokenBy }: Facts) =>
  people
    .filter(({ userId, kind }) => kind === 'scheduled' && glassBrokenBy.some((who) => who !== userId))
    .map(({ userId }) => ({ userId, kind: 'glass_broken' as const }))

const timeOf = ({ startsAt, timeZone }: Facts): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(startsAt)
