import { z } from 'zod'
import { applicationStatus } from './applications.ts'
import { customValue, customValues, webLink } from './custom-fields.ts'
import { fold } from './folding.ts'
import { longListQuery } from './list-query.ts'
import { hasNoTwins, reference } from './question-bank-entry.ts'
import { emailAddress, id, line, moment, personName, revision } from './text.ts'

export const emailKinds = ['home', 'work', 'other'] as const
export const phoneKinds = ['mobile', 'home', 'work', 'other'] as const
export const linkKinds = ['profile', 'code', 'portfolio', 'website', 'other'] as const

export const MAX_CONTACTS = 20
export const MAX_CANDIDATE_TAGS = 50

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')

/** As it is written: `+46 (0)70-123 45 67 ext. 8`, `(912) 555-4321`. Nobody is asked to write it otherwise. */
const phoneNumber = line(40).refine(
  (text) => /^[+(\d][\d\s()./-]*(?:(?:x|ext\.?)\s*\d+)?$/i.test(text) && digitsOf(text).length >= 5,
  'This is not a phone number.',
)

const contacts = <Kind extends string>(
  kinds: readonly [Kind, ...Kind[]],
  value: z.ZodType<string, string>,
  what: string,
): z.ZodType<{ kind: Kind; value: string }[]> =>
  z
    .array(z.strictObject({ kind: z.enum(kinds), value }))
    .max(MAX_CONTACTS, `At most ${MAX_CONTACTS}.`)
    .refine((all) => hasNoTwins(all.map((one) => one.value)), `The same ${what} stands here twice.`)

const shownContacts = <Kind extends readonly [string, ...string[]]>(kinds: Kind) =>
  z.array(z.object({ kind: z.enum(kinds), value: z.string() }))

const tag = line(60)
const source = line(120)

/** The first of each is the primary one. */
const facts = {
  name: personName,
  preferredName: personName.nullable(),
  headline: line(200).nullable(),
  company: line(200).nullable(),
  location: line(200).nullable(),
  /** Where this person came from: a job board, a referral, an event. */
  source: source.nullable(),
  tags: z
    .array(tag)
    .max(MAX_CANDIDATE_TAGS, `At most ${MAX_CANDIDATE_TAGS} tags.`)
    .refine((all) => hasNoTwins(all.map(fold)), 'A tag stands here twice.'),
  emails: contacts(emailKinds, emailAddress, 'e-mail address'),
  phones: contacts(phoneKinds, phoneNumber, 'phone number'),
  links: contacts(linkKinds, webLink, 'link'),
}

/** A person, as everybody who may read candidates sees them. */
export const candidate = z
  .object({
    id,
    name: z.string(),
    preferredName: z.string().nullable(),
    headline: z.string().nullable(),
    company: z.string().nullable(),
    location: z.string().nullable(),
    source: z.string().nullable(),
    tags: z.array(z.string()),
    emails: shownContacts(emailKinds),
    phones: shownContacts(phoneKinds),
    links: shownContacts(linkKinds),
    customValues,
    /** Who this is now, when it was merged into somebody. Nothing about it can be changed then. */
    mergedInto: id.nullable(),
    /** Since when nothing is known of this person any more. */
    erasedAt: moment.nullable(),
    createdAt: moment,
    updatedAt: moment,
    revision,
  })
  .meta({ id: 'Candidate' })
export type Candidate = z.infer<typeof candidate>

export const createCandidate = z
  .strictObject({
    name: facts.name,
    preferredName: facts.preferredName.default(null),
    headline: facts.headline.default(null),
    company: facts.company.default(null),
    location: facts.location.default(null),
    source: facts.source.default(null),
    tags: facts.tags.default([]),
    emails: facts.emails.default([]),
    phones: facts.phones.default([]),
    links: facts.links.default([]),
    customValues: customValues.default({}),
  })
  .meta({ id: 'CreateCandidate' })
export type CreateCandidate = z.infer<typeof createCandidate>

/** Contacts and tags are given whole. Of the custom values only those named change; null takes one away. */
export const updateCandidate = z
  .strictObject({ ...facts, customValues: z.record(id, customValue.nullable()) })
  .partial()
  .meta({ id: 'UpdateCandidate' })
export type UpdateCandidate = z.infer<typeof updateCandidate>

/** PostgreSQL knows no year 0. */
const since = moment.refine((text) => !text.startsWith('0000'), 'This is not a date.')

export const candidateSorts = ['createdAt', 'updatedAt', 'name'] as const
export type CandidateSort = (typeof candidateSorts)[number]

/** Pages by offset reach this far; a cursor goes on from any row. */
export const MAX_CANDIDATE_OFFSET = 10_000

export const candidateList = longListQuery({
  sort: candidateSorts,
  furthest: MAX_CANDIDATE_OFFSET,
  filter: {
    /** Beginnings of words of the name and of e-mail addresses; all of them. */
    q: line(200),
    /** Words of the résumés; all of them. */
    resume: line(200),
    /** All of them. */
    tags: z.array(tag).min(1).max(10),
    source,
    createdFrom: since,
    createdTo: since,
    /** By the id of the field: the id of a choice, or yes or no. */
    customValues: z
      .record(id, z.union([reference, z.boolean()]))
      .refine((all) => Object.keys(all).length <= 5, 'At most five fields.'),
    /** Of one application: all that are given. */
    jobId: id,
    stageId: id,
    status: applicationStatus,
    ids: z.array(id).max(500),
  },
})

/** What of the words that people sort candidates by holds these letters. */
export const candidateWordsOf = z.strictObject({ q: line(60).optional() })
/** At most fifty, in order. */
export const candidateWords = z.array(z.string()).meta({ id: 'CandidateWords' })

/** What is being typed about somebody; half of an address just finds nobody. */
export const likelyDuplicatesOf = z
  .strictObject({
    name: line(200).optional(),
    emails: z.array(line(254)).max(MAX_CONTACTS).default([]),
    phones: z.array(line(40)).max(MAX_CONTACTS).default([]),
    links: z.array(line(500)).max(MAX_CONTACTS).default([]),
    /** Somebody is no duplicate of themselves. */
    exceptId: id.optional(),
  })
  .meta({ id: 'LikelyDuplicatesOf' })
export type LikelyDuplicatesOf = z.infer<typeof likelyDuplicatesOf>

export const MAX_LIKELY_DUPLICATES = 20

/** Candidates who may be the same person, the surest first. People decide: nothing is refused for it. */
export const likelyDuplicates = z
  .array(
    z.object({
      id,
      name: z.string(),
      headline: z.string().nullable(),
      company: z.string().nullable(),
      location: z.string().nullable(),
      /** What both have in common, and how it is written there. */
      reasons: z.array(z.object({ same: z.enum(['email', 'phone', 'link', 'name']), value: z.string() })),
    }),
  )
  .meta({ id: 'LikelyDuplicates' })
export type LikelyDuplicates = z.infer<typeof likelyDuplicates>

export const createdCandidate = candidate.extend({ likelyDuplicates }).meta({ id: 'CreatedCandidate' })

export const mergeCandidate = z
  .strictObject({
    /** Who turned out to be the same person: hidden from lists from then on, and found as the one who stays. */
    otherId: reference,
    /** Only say what would happen. */
    dryRun: z.boolean().default(false),
  })
  .meta({ id: 'MergeCandidate' })

export const filledColumns = ['preferredName', 'headline', 'company', 'location', 'source'] as const
export type FilledColumn = (typeof filledColumns)[number]

/** What the one who stays gains from the other. */
export const mergeGain = z.object({
  emails: shownContacts(emailKinds),
  phones: shownContacts(phoneKinds),
  links: shownContacts(linkKinds),
  tags: z.array(z.string()),
  customValues,
  /** Facts that were empty, and take the other's. */
  filled: z.array(z.enum(filledColumns)),
})
export type MergeGain = z.infer<typeof mergeGain>

export const mergeOutcome = z
  .object({
    dryRun: z.boolean(),
    /** Who stays: as it is after the merge, or, in a dry run, as it is now. */
    candidate,
    gain: mergeGain,
    /** What somebody should look at, in words: nothing of it stands in the way. */
    conflicts: z.array(z.string()),
  })
  .meta({ id: 'MergeOutcome' })
export type MergeOutcome = z.infer<typeof mergeOutcome>

export const unmergeCandidate = z.strictObject({ otherId: reference }).meta({ id: 'UnmergeCandidate' })

export const unmergeOutcome = z.object({ candidate, other: candidate }).meta({ id: 'UnmergeOutcome' })

/** Whom a candidate was merged with and still is, the latest first. */
export const candidateMerges = z
  .array(z.object({ otherId: id, name: z.string(), mergedAt: moment, mergedBy: z.string().nullable() }))
  .meta({ id: 'CandidateMerges' })
