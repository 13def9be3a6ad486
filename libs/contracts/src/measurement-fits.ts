import { z } from 'zod'
import { listQuery } from './list-query.ts'
import { reference } from './question-bank-entry.ts'
import { id, moment } from './text.ts'

/**
 * `refused`: the ratings cannot carry it, however often it is tried. `failed`: it broke off, took too long, or did not
 * settle; what was computed before stays.
 */
export const fitStates = ['queued', 'running', 'done', 'failed', 'refused'] as const
export const fitState = z.enum(fitStates).meta({ id: 'FitState' })
export type FitState = z.infer<typeof fitState>

const fitCounts = z.object({ ratings: z.int(), candidates: z.int(), interviewers: z.int() })
export type FitCounts = z.infer<typeof fitCounts>

/** The ratings of a job's family over two years, measured together, with the weights of the job. */
export const measurementFit = z
  .object({
    id,
    jobId: id,
    family: z.string(),
    status: fitState,
    /** Of 100; it moves when the ratings are read and when the figures are there. */
    progress: z.int(),
    /** Why there are no figures; null where there are, and before it is finished. */
    because: z.string().nullable(),
    /** Null where it was begun because scorecards came in. */
    askedBy: z.object({ id, name: z.string() }).nullable(),
    askedAt: moment,
    startedAt: moment.nullable(),
    finishedAt: moment.nullable(),
    modelVersion: z.string().nullable(),
    /** SHA-256 of everything the figures depend on. */
    inputHash: z.string().nullable(),
    counts: fitCounts.nullable(),
    /** What its reader must know, in sentences. */
    warnings: z.array(z.string()),
  })
  .meta({ id: 'MeasurementFit' })
export type MeasurementFit = z.infer<typeof measurementFit>

export const askForFit = z.strictObject({ jobId: reference }).meta({ id: 'AskForFit' })
export type AskForFit = z.infer<typeof askForFit>

export const measurementFitList = listQuery({
  sort: ['askedAt'],
  filter: { jobId: id, status: fitState },
})
