import { z } from 'zod'
import { applicationStatus } from './applications.ts'
import { hasNoTwins, reference } from './question-bank-entry.ts'
import { level, scale } from './scale.ts'
import { recommendations } from './scorecard-words.ts'
import { id, moment } from './text.ts'

/** More than these on one screen are a list, not a comparison. */
export const MAX_COMPARED = 12

/** Whether fair scores stand beside the marks of a job. */
export const fairScores = z.enum(['on', 'off']).meta({ id: 'FairScores' })
export type FairScores = z.infer<typeof fairScores>

export const switchFairScores = z.strictObject({ fairScores }).meta({ id: 'SwitchFairScores' })
export type SwitchFairScores = z.infer<typeof switchFairScores>

/** Which applications of the job, with commas between them; without, active ones that were rated, by candidate. */
export const comparisonQuery = z.strictObject({
  applicationIds: z
    .string()
    .transform((text) => text.split(','))
    .pipe(
      z
        .array(reference)
        .max(MAX_COMPARED, `At most ${MAX_COMPARED} applications are compared at a time.`)
        .refine(hasNoTwins, 'An application is named twice.'),
    )
    .optional(),
})
export type ComparisonQuery = z.infer<typeof comparisonQuery>

/** What one panelist gave for one competency in one interview. */
const mark = z.object({ scorecardId: id, raterId: id, raterName: z.string(), level, scale })

/** One competency of one candidate. Not assessed counts in no mean. */
const cell = z.object({
  competencyId: id,
  ratings: z.array(mark),
  /** Of the levels; null without any, and across scales. */
  mean: z.number().nullable(),
  /** Highest less lowest level; null where there are not two on one scale. */
  spread: z.int().nullable(),
  /** Different people. */
  raters: z.int(),
  /** Panelists who wrote that they did not assess it. */
  notAssessed: z.int(),
  /** Why there is no mean; null where there is one. */
  because: z.string().nullable(),
})
export type ComparedCell = z.infer<typeof cell>

/** In levels of the newest form's scale, 9 times in 10 between `low` and `high`. There is no score without them. */
const fairScore = z.object({ score: z.number(), low: z.number(), high: z.number(), se: z.number() })

/** How those who rated a candidate rate elsewhere. Nobody is named, and of fewer than three nothing is told. */
const panelLean = z.object({
  raters: z.int(),
  strict: z.int(),
  lenient: z.int(),
  /** No clear lean. */
  neither: z.int(),
  /** Rated too few candidates to say. */
  tooLittle: z.int(),
  /** Candidates that they rated: the one with the fewest, and the one with the most. */
  candidates: z.object({ fewest: z.int(), most: z.int() }),
})

const comparedApplication = z.object({
  applicationId: id,
  candidateName: z.string(),
  status: applicationStatus.nullable(),
  cells: z.array(cell),
  recommendations: z.record(z.enum(recommendations), z.int()).nullable(),
  /** Of all levels, unweighted. `mean` is null without any and across scales, with the reason. */
  raw: z
    .object({
      mean: z.number().nullable(),
      ratings: z.int(),
      raters: z.int(),
      because: z.string().nullable(),
    })
    .nullable(),
  fair: fairScore.nullable(),
  panel: panelLean.nullable(),
  /** Why the fair score, or the panel, is missing; null where both are there. */
  because: z.string().nullable(),
})
export type ComparedApplication = z.infer<typeof comparedApplication>

const comparedPair = z.object({
  a: id,
  b: id,
  /** That `a` is really ahead; null where nothing can be said. */
  probabilityAHigher: z.number().nullable(),
  state: z.enum(['ahead', 'probably_ahead', 'cannot_be_told_apart', 'not_comparable']),
  because: z.string(),
})
export type ComparedPair = z.infer<typeof comparedPair>

/** One more interview, and what it would be expected to tell about two who cannot be told apart. */
const oneMore = z.object({
  applicationId: id,
  against: id,
  interviewerId: id,
  interviewerName: z.string(),
  competencyId: id,
  /** Doubt about the difference in levels, now and afterwards. */
  seBefore: z.number(),
  seAfter: z.number(),
  probabilityToldApart: z.number(),
})
export type OneMoreInterview = z.infer<typeof oneMore>

const fitStatuses = ['fresh', 'stale', 'disconnected', 'not_identified', 'too_little_data'] as const

/** Candidates of a job side by side. They stand by name: nothing here ranks them. */
export const comparison = z
  .object({
    jobId: id,
    fairScores,
    /** Of the level profile, in its order; then what was rated besides, which weighs nothing. */
    competencies: z.array(
      z.object({ id, name: z.string(), weight: z.number(), bar: level.nullable(), inProfile: z.boolean() }),
    ),
    applications: z.array(comparedApplication),
    fit: z
      .object({
        id,
        modelVersion: z.string(),
        fittedAt: moment,
        status: z.enum(fitStatuses),
        because: z.string().nullable(),
      })
      .nullable(),
    /** Why nothing below is told; null where there is a fit. */
    noFitBecause: z.string().nullable(),
    pairs: z.array(comparedPair),
    /** One ends only where everybody above it is ahead of everybody below. One list for each set that links its people. */
    tiers: z.array(z.array(z.array(id))),
    wouldChange: z.array(oneMore),
    /** Why nothing but names is shown; null where all is. */
    withheld: z.string().nullable(),
    /** What is missing in all of it, in a sentence; null where something is there. */
    nothing: z.string().nullable(),
  })
  .meta({ id: 'Comparison' })
export type Comparison = z.infer<typeof comparison>
