import { z } from 'zod'
import { listQuery } from './list-query.ts'
import { reference } from './question-bank-entry.ts'
import { id, moment } from './text.ts'

export const noticeKinds = [
  'scheduled',
  'moved',
  'cancelled',
  'left',
  'glass_broken',
  /** The reader owes it. */
  'scorecard_due',
  /** Somebody owes it in spite of reminders. */
  'scorecard_late',
  /** Somebody owes it and asked for time. */
  'scorecard_snoozed',
  /** A colleague's scorecard should be written anew, and the reader may agree. */
  'reopening_asked',
  'reopening_refused',
  /** The reader's own: they owe it again. */
  'scorecard_reopened',
  /** The reader is asked to agree to what a colleague decided. */
  'decision_waiting',
  /** The reader's own decision: it counts now, or it never will. */
  'decision_agreed',
  'decision_refused',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** What somebody has to know about their interviews. Never what anybody thinks of a candidate. */
export const notice = z
  .object({
    id,
    kind: z.enum(noticeKinds),
    interviewId: id,
    /** Of a decision: the application; null while the reader owes a scorecard on it. */
    applicationId: id.nullable(),
    /** When the interview was to begin, at the time of the notice. */
    startsAt: moment,
    timeZone: z.string(),
    /** Null when the reader does not sit on that panel any more, and, of a colleague's scorecard, when it is not theirs to see. */
    about: z.object({ candidate: z.string(), template: z.string() }).nullable(),
    /** Who owes the scorecard, made the decision or answered it; null while the reader owes one on the application themselves. */
    person: z.string().nullable(),
    /** Until when that person asked for time, and why; null when it is over. */
    snooze: z.object({ until: moment, because: z.string() }).nullable(),
    madeAt: moment,
    readAt: moment.nullable(),
  })
  .meta({ id: 'Notice' })
export type Notice = z.infer<typeof notice>

export const noticeList = listQuery({ sort: ['madeAt'], filter: { unread: z.boolean() } })

/** Without ids: all of them. */
export const readNotices = z
  .strictObject({ ids: z.array(reference).max(500).optional() })
  .meta({ id: 'ReadNotices' })
