import { z } from 'zod'
import { listQuery } from './list-query.ts'
import { reference } from './question-bank-entry.ts'
import { id, line, moment } from './text.ts'

/** How an application can be over; or that there never was one. */
export const retentionOutcomes = ['rejected', 'withdrawn', 'hired', 'no_application'] as const
export const retentionOutcome = z.enum(retentionOutcomes).meta({ id: 'RetentionOutcome' })
export type RetentionOutcome = z.infer<typeof retentionOutcome>

/** What happens when the time is over: a person is asked, or the house erases after the days of grace. */
export const retentionModes = ['ask', 'automatic'] as const
export const retentionMode = z.enum(retentionModes).meta({ id: 'RetentionMode' })
export type RetentionMode = z.infer<typeof retentionMode>

/** So long somebody stands in the list before anything is erased without a person. */
export const RETENTION_GRACE_DAYS = 14
/** So long beforehand somebody is told to be due soon. */
export const RETENTION_SOON_DAYS = 30
export const MAX_RETENTION_MONTHS = 240

const day = z.iso
  .date('This is not a date.')
  .refine((text) => !text.startsWith('0000'), 'This is not a date.')

const months = z
  .int('A whole number of months.')
  .min(1, 'At least one month.')
  .max(MAX_RETENTION_MONTHS, `At most ${MAX_RETENTION_MONTHS} months.`)

/** One version of one rule: from its day on it holds in the place of the one before it. */
export const retentionRule = z
  .object({
    id,
    jobId: id.nullable(),
    jobTitle: z.string().nullable(),
    office: z.string().nullable(),
    outcome: retentionOutcome,
    /** Null: from that day on there is no rule of its own, and the more general one holds. */
    months: z.int().nullable(),
    mode: retentionMode,
    /** The law or agreement it rests on. */
    basis: z.string().nullable(),
    validFrom: z.iso.date(),
    /** Against the others of its place and outcome, as of today. */
    state: z.enum(['future', 'current', 'past']),
    createdAt: moment,
    createdByName: z.string().nullable(),
  })
  .meta({ id: 'RetentionRule' })
export type RetentionRule = z.infer<typeof retentionRule>

/** For one job, for one office, or, with neither, for everything that has no rule of its own. */
export const addRetentionRule = z
  .strictObject({
    jobId: reference.nullable().default(null),
    office: line(120).nullable().default(null),
    outcome: retentionOutcome,
    months: months.nullable(),
    mode: retentionMode.default('ask'),
    basis: line(200).nullable().default(null),
    /** Today without it; never in the past. */
    validFrom: day.optional(),
  })
  .refine(({ jobId, office }) => jobId === null || office === null, {
    path: ['office'],
    message: 'A rule is for a job or for an office, not for both.',
  })
  .refine(
    ({ jobId, office, outcome }) => outcome !== 'no_application' || (jobId === null && office === null),
    {
      path: ['outcome'],
      message: 'Who never applied belongs to no job and no office: such a rule is for everybody.',
    },
  )
  .meta({ id: 'AddRetentionRule' })
export type AddRetentionRule = z.infer<typeof addRetentionRule>

export const retentionRuleList = listQuery({
  sort: ['validFrom'],
  filter: { state: z.enum(['future', 'current', 'past']) },
})

/** Somebody whose data has had its time, or soon will have. */
export const retentionDue = z
  .object({
    id,
    name: z.string(),
    dueOn: z.iso.date(),
    isDue: z.boolean(),
    mode: retentionMode,
    /** When it is erased unless somebody says otherwise; null where a person is asked. */
    erasesOn: z.iso.date().nullable(),
    isHeld: z.boolean(),
    applications: z.int(),
    /** The day the last application ended; without one, the day the record was last changed. */
    lastEndedOn: z.iso.date(),
  })
  .meta({ id: 'RetentionDue' })
export type RetentionDue = z.infer<typeof retentionDue>

export const retentionDueList = listQuery({
  sort: ['dueOn'],
  direction: 'ASC',
  filter: { isDue: z.boolean(), isHeld: z.boolean(), candidateId: id },
})

export const extendRetention = z
  .strictObject({ until: day, reason: line(400) })
  .meta({ id: 'ExtendRetention' })
export type ExtendRetention = z.infer<typeof extendRetention>

export const retentionExtension = z
  .object({ id, until: z.iso.date(), reason: z.string(), madeAt: moment, madeByName: z.string().nullable() })
  .meta({ id: 'RetentionExtension' })
export type RetentionExtension = z.infer<typeof retentionExtension>

/** As the jobs spell them, in order. */
export const retentionOffices = z.array(z.string()).meta({ id: 'RetentionOffices' })
