import { z } from 'zod'
import { id, moment } from './text.ts'

/** Of fewer candidates than these nothing is told of an interviewer. */
export const FEWEST_CALIBRATED = 5

/** `too_little_evidence`: too few candidates, or the interval is hardly narrower than before anything was known. */
const lean = z.enum(['too_little_evidence', 'no_clear_lean', 'may_lean', 'leans'])

/** Points of the scale that an interviewer takes off a typical candidate; below 0 they add. 90 % between `low` and `high`. */
const severity = z.object({ points: z.number(), low: z.number(), high: z.number() })

/** Marks beside those of others on the same candidate and competency. Shares from 0 to 1. */
const agreement = z.object({
  pairs: z.int(),
  candidates: z.int(),
  exact: z.number(),
  withinOne: z.number(),
})

const amongColleagues = z.object({
  lean,
  severity: severity.nullable(),
  /** In plain words, with what it rests on. */
  statement: z.string(),
  candidates: z.int(),
  /** Null where fewer than five candidates were met together with others. */
  agreement: agreement.nullable(),
})
export type AmongColleagues = z.infer<typeof amongColleagues>

/** Whoever asks, about themselves: what they gave, and in each family how that compares with colleagues. */
export const ownCalibration = z
  .object({
    /** Submitted over 24 months; those of shadows do not count. */
    scorecards: z.int(),
    candidates: z.int(),
    competencies: z.int(),
    /** Competencies of their kits that they did not assess, of all that they were asked to. */
    notAssessed: z.int(),
    asked: z.int(),
    marks: z.array(
      z.object({
        scale: z.int(),
        /** How often each level was given, from the lowest. */
        levels: z.array(z.int()),
        mean: z.number(),
        /** Standard deviation; null with one mark. */
        spread: z.number().nullable(),
      }),
    ),
    /** From the end of the interview to the first submission. */
    turnaround: z.object({ medianHours: z.number(), after48Hours: z.int() }).nullable(),
    families: z.array(
      z.object({
        family: z.string(),
        fittedAt: moment.nullable(),
        figures: amongColleagues.nullable(),
        /** Why there are none; null where there are. */
        because: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'OwnCalibration' })
export type OwnCalibration = z.infer<typeof ownCalibration>

/** Fewer than this, and two panels would order many candidates differently. */
export const RELIABLE_ENOUGH = 0.7

/** How reliable raw marks are with one interviewer, two, and so on, 90 % between `low` and `high`. */
const reliability = z.object({
  /** Whom two interviewers or more marked. */
  candidates: z.int(),
  curve: z
    .array(z.object({ interviewers: z.int(), reliability: z.number(), low: z.number(), high: z.number() }))
    .nullable(),
  /** The fewest whose mean reaches `RELIABLE_ENOUGH`; null beyond eight, and where nothing can be said. */
  enough: z.int().nullable(),
  because: z.string().nullable(),
})
export type CalibratedReliability = z.infer<typeof reliability>

const calibratedFamily = z.object({
  family: z.string(),
  fittedAt: moment.nullable(),
  /** Why nothing is told; null where it is. */
  because: z.string().nullable(),
  whole: reliability.nullable(),
  competencies: z.array(reliability.extend({ competencyId: id, name: z.string() })),
  templates: z.array(reliability.extend({ templateId: id, name: z.string() })),
  /** By name: there is no order by how strict they are. */
  interviewers: z.array(amongColleagues.extend({ interviewerId: id, name: z.string() })),
})

/** How interviewers and kits do, family by family. */
export const calibration = z
  .object({ reliableEnough: z.number(), families: z.array(calibratedFamily) })
  .meta({ id: 'Calibration' })
export type Calibration = z.infer<typeof calibration>
