import { z } from 'zod'
import { documentFormat, documentState } from './candidate-documents.ts'
import { listQuery } from './list-query.ts'
import { hasNoTwins, reference } from './question-bank-entry.ts'
import { id, line, moment, revision } from './text.ts'

export const interviewStatuses = ['scheduled', 'cancelled', 'did_not_happen'] as const
export const interviewStatus = z.enum(interviewStatuses).meta({ id: 'InterviewStatus' })
export type InterviewStatus = z.infer<typeof interviewStatus>

export const MAX_PANEL = 12
export const MAX_INTERVIEW_MINUTES = 720

/** Another spelling of a zone is the same zone: it is stored as it was chosen. */
const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** An IANA name, such as `Europe/Berlin`: where the clock on the wall is read. An offset says nothing of next summer. */
export const timeZone = line(60).refine(
  (name) => /^[A-Za-z]/.test(name) && isTimeZone(name),
  'This time zone does not exist. Write it like Europe/Berlin.',
)

const meetingLink = line(1_000).refine((text) => {
  const url = URL.parse(text)
  return url !== null && url.protocol === 'https:' && url.username === ''
}, 'A link begins with https://')

/** PostgreSQL takes any day; an interview is within living memory and the plans that people make. */
const time = moment.refine(
  (text) => text >= '2000' && text < '2100',
  'This is not a day on which interviews are held.',
)

const panel = z
  .array(z.strictObject({ userId: reference, shadow: z.boolean().default(false) }))
  .min(1, 'Somebody has to hold the interview.')
  .max(MAX_PANEL, `At most ${MAX_PANEL} people.`)
  .refine((all) => hasNoTwins(all.map(({ userId }) => userId)), 'A person is on the panel once.')

const facts = {
  /** The template whose published version is used. */
  templateId: reference,
  startsAt: time,
  minutes: z
    .int('Whole minutes.')
    .min(5, 'At least five minutes.')
    .max(MAX_INTERVIEW_MINUTES, 'At most twelve hours.'),
  timeZone,
  place: line(300).nullable(),
  link: meetingLink.nullable(),
  panel,
}

/** A meeting on an application, as whoever asks may see it. */
export const interview = z
  .object({
    id,
    applicationId: id,
    candidate: z.object({ id, name: z.string() }),
    job: z.object({ id, title: z.string() }),
    stage: z.object({ id, name: z.string() }).nullable(),
    template: z.object({ id, name: z.string() }),
    version: z.object({ id, number: z.int() }),
    startsAt: moment,
    endsAt: moment,
    timeZone: z.string(),
    place: z.string().nullable(),
    link: z.string().nullable(),
    status: interviewStatus,
    /** Why it was cancelled or did not happen; never told to somebody who owes a scorecard on the application. */
    endedBecause: z.string().nullable(),
    panel: z.array(
      z.object({
        userId: id,
        name: z.string(),
        shadow: z.boolean(),
        /** Whether their scorecard is still missing; null for whoever owes one on the application themselves. */
        owes: z.boolean().nullable(),
      }),
    ),
    /** The scorecard of whoever asks; null for somebody who is not on the panel. */
    ownScorecard: z.object({ id, status: z.enum(['draft', 'submitted']) }).nullable(),
    revision,
  })
  .meta({ id: 'Interview' })
export type Interview = z.infer<typeof interview>

/** In the past only when it is said that it was held already. */
export const scheduleInterview = z
  .strictObject({
    applicationId: reference,
    /** Of the job's pipeline; the application's present stage unless said otherwise. */
    stageId: reference.optional(),
    ...facts,
    place: facts.place.default(null),
    link: facts.link.default(null),
    heldAlready: z.boolean().default(false),
  })
  .meta({ id: 'ScheduleInterview' })
export type ScheduleInterview = z.infer<typeof scheduleInterview>

export const updateInterview = z
  .strictObject({ ...facts, heldAlready: z.boolean() })
  .partial()
  .meta({ id: 'UpdateInterview' })
export type UpdateInterview = z.infer<typeof updateInterview>

export const endInterview = z
  .strictObject({ because: line(300).nullable().default(null) })
  .meta({ id: 'EndInterview' })

/** What the panel reads of the candidate beforehand: the résumés, and nothing else of what is kept about them. */
export const interviewResumes = z
  .object({
    resumes: z.array(
      z.object({
        id,
        name: z.string(),
        format: documentFormat,
        state: documentState,
        /** Null unless `state` is `read`. */
        text: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'InterviewResumes' })
export type InterviewResumes = z.infer<typeof interviewResumes>

export const resumeOfInterview = z.strictObject({ id, resumeId: id })

export const interviewList = listQuery({
  sort: ['startsAt'],
  direction: 'ASC',
  filter: {
    applicationId: id,
    jobId: id,
    /** On whose panel this person is. */
    userId: id,
    /** With any version of it. */
    templateId: id,
    status: interviewStatus,
    from: time,
    to: time,
    ids: z.array(id).max(500),
  },
})

export const checkSchedule = z
  .strictObject({
    startsAt: facts.startsAt,
    minutes: facts.minutes,
    userIds: z.array(reference).max(MAX_PANEL, `At most ${MAX_PANEL} people.`),
    applicationId: reference,
    /** The interview that is being moved: it is not in its own way. */
    exceptId: reference.optional(),
  })
  .meta({ id: 'CheckSchedule' })
export type CheckSchedule = z.infer<typeof checkSchedule>

/** Who is somewhere else at that time. Nothing is forbidden: people decide. */
export const scheduleConflicts = z
  .object({
    conflicts: z.array(
      z.object({
        /** The panelist, or null for the candidate. */
        userId: id.nullable(),
        name: z.string(),
        startsAt: moment,
        endsAt: moment,
        /** What it is, where whoever asks may see it. */
        interviewId: id.nullable(),
      }),
    ),
  })
  .meta({ id: 'ScheduleConflicts' })
export type ScheduleConflicts = z.infer<typeof scheduleConflicts>

export const owedInterview = interview
  .extend({
    /** No reminders before; null while nothing is put off. */
    snoozedUntil: moment.nullable(),
  })
  .meta({ id: 'OwedInterview' })
export type OwedInterview = z.infer<typeof owedInterview>

/** The interviews of whoever asks, for the first page of every panelist. */
export const myInterviews = z
  .object({
    /** Scorecards owed of interviews that are over, the latest first to have been due. */
    owed: z.array(owedInterview),
    /** What is to come, the next first. */
    upcoming: z.array(interview),
  })
  .meta({ id: 'MyInterviews' })
export type MyInterviews = z.infer<typeof myInterviews>
