import { z } from 'zod'
import { changeKinds } from './applications.ts'
import { id, moment } from './text.ts'

const named = z.object({ id, name: z.string() })

const entry = {
  /** Of this entry, as long as it is shown: also where the next page begins. */
  id: z.string(),
  at: moment,
  /** Null when nobody did it: time went by, or the person is not known any more. */
  by: named.nullable(),
}

const aboutCandidate = z.object({
  ...entry,
  about: z.literal('candidate'),
  kind: z.enum(['created', 'updated', 'merged', 'unmerged', 'erased']),
  /** Which facts were changed, never what stood in them; `customValues.<id of the field>` for the organization's own. */
  fields: z.array(z.string()),
  /** Of a merge: the other record. */
  other: named.nullable(),
})

const aboutApplication = z.object({
  ...entry,
  about: z.literal('application'),
  kind: z.enum(changeKinds),
  application: z.object({ id, jobTitle: z.string() }),
  /** Where it stood from then on. */
  stage: z.string(),
  reason: z.string().nullable(),
})

const aboutInterview = z.object({
  ...entry,
  about: z.literal('interview'),
  kind: z.enum(['scheduled', 'changed', 'cancelled', 'did_not_happen', 'held']),
  interview: z.object({ id, template: z.string(), jobTitle: z.string() }),
})

const aboutDocument = z.object({
  ...entry,
  about: z.literal('document'),
  kind: z.enum(['added', 'removed', 'restored', 'suggestions_accepted']),
  document: named,
})

/** Something that happened with a candidate. */
export const timelineEntry = z
  .discriminatedUnion('about', [aboutCandidate, aboutApplication, aboutInterview, aboutDocument])
  .meta({ id: 'TimelineEntry' })
export type TimelineEntry = z.infer<typeof timelineEntry>

export const MAX_TIMELINE_PAGE = 100

const MOMENT_AND_KEY = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)~([\w:-]{1,120})$/

export const candidateTimelineQuery = z.strictObject({
  /** `next` of the page before. */
  cursor: z
    .string()
    .regex(MOMENT_AND_KEY, 'This is not the cursor of a page.')
    .refine(
      (text) => !Number.isNaN(Date.parse(text.split('~')[0] ?? '')),
      'This is not the cursor of a page.',
    )
    .optional(),
  limit: z.coerce.number().int().min(1).max(MAX_TIMELINE_PAGE).default(25),
})
export type CandidateTimelineQuery = z.infer<typeof candidateTimelineQuery>

/** The newest first. */
export const candidateTimeline = z
  .object({
    entries: z.array(timelineEntry),
    /** Null on the last page. */
    next: z.string().nullable(),
  })
  .meta({ id: 'CandidateTimeline' })
export type CandidateTimeline = z.infer<typeof candidateTimeline>
