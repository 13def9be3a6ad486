import { z } from 'zod'
import { listQuery } from './list-query.ts'
import { id, moment } from './text.ts'

/** What stands in the place of a name that was erased. */
export const ERASED_NAME = 'Erased candidate'

/** Chosen, never typed: the list of erasures outlives everything else that is known of a person. */
export const erasureReasons = ['asked', 'no_longer_needed', 'entered_by_mistake', 'retention'] as const
export const erasureReason = z.enum(erasureReasons).meta({ id: 'ErasureReason' })
export type ErasureReason = z.infer<typeof erasureReason>

/** A number under which the request is filed elsewhere; what holds no digit or a space may be a name. */
const erasureReference = z
  .string()
  .trim()
  .regex(
    /^(?=\D*\d)[A-Za-z0-9./#_-]{1,40}$/,
    'A number such as PRIV-2026-0143: no spaces, no name. It stays when everything else is gone.',
  )

export const eraseCandidate = z
  .strictObject({
    reason: erasureReason,
    reference: erasureReference.nullable().default(null),
    /** Only tell what would go, and what forbids it. */
    dryRun: z.boolean().default(false),
  })
  .meta({ id: 'EraseCandidate' })
export type EraseCandidate = z.infer<typeof eraseCandidate>

/** How much there is of each kind. */
export const erasedCounts = z.object({
  /** Records that are this person: itself, and those merged into it. */
  records: z.int(),
  contacts: z.int(),
  tags: z.int(),
  customValues: z.int(),
  documents: z.int(),
  notes: z.int(),
  /** These stay, without the person: their stages, dates and outcomes count in statistics. */
  applications: z.int(),
  interviews: z.int(),
})
export type ErasedCounts = z.infer<typeof erasedCounts>

export const erasureOutcome = z
  .object({
    dryRun: z.boolean(),
    /** Nothing forbids it. */
    allowed: z.boolean(),
    /** What forbids it, each as a sentence. */
    because: z.array(z.string()),
    counts: erasedCounts,
    /** Since when the person is erased; null while they are not. */
    erasedAt: moment.nullable(),
  })
  .meta({ id: 'ErasureOutcome' })
export type ErasureOutcome = z.infer<typeof erasureOutcome>

/** One line of the list that a restored backup is brought up to date with. Nothing in it says who it was. */
export const erasure = z
  .object({
    id,
    /** Counts from 1 in the organization: a missing number is a missing line. */
    number: z.int(),
    candidateId: id,
    reason: erasureReason,
    reference: z.string().nullable(),
    erasedAt: moment,
    /** Null where retention did it. */
    erasedByName: z.string().nullable(),
    /** When it was carried out again, after a restore. */
    replayedAt: moment.nullable(),
  })
  .meta({ id: 'Erasure' })
export type Erasure = z.infer<typeof erasure>

export const erasureList = listQuery({ sort: ['number'], filter: { candidateId: id } })
