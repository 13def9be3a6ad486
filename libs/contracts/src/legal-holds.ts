import { z } from 'zod'
import { listQuery } from './list-query.ts'
import { reference } from './question-bank-entry.ts'
import { id, line, moment } from './text.ts'

export const holdSubjects = ['candidate', 'application', 'job'] as const
export const holdSubject = z.enum(holdSubjects)

/** Nothing under it may be erased, by a person or by retention, until it is lifted. */
export const legalHold = z
  .object({
    id,
    subject: holdSubject,
    /** What it is on: a candidate, an application, or a job with everybody who applied to it. */
    subjectId: id,
    subjectName: z.string(),
    reason: z.string(),
    placedAt: moment,
    placedByName: z.string().nullable(),
    liftedAt: moment.nullable(),
    liftedByName: z.string().nullable(),
    liftReason: z.string().nullable(),
  })
  .meta({ id: 'LegalHold' })
export type LegalHold = z.infer<typeof legalHold>

export const placeLegalHold = z
  .strictObject({ subject: holdSubject, subjectId: reference, reason: line(400) })
  .meta({ id: 'PlaceLegalHold' })
export type PlaceLegalHold = z.infer<typeof placeLegalHold>

export const liftLegalHold = z.strictObject({ reason: line(400) }).meta({ id: 'LiftLegalHold' })

export const legalHoldList = listQuery({
  sort: ['placedAt'],
  filter: {
    standing: z.boolean(),
    /** Holds that concern this candidate: on the person, their applications, or the jobs of these. */
    candidateId: id,
  },
})
