import { z } from 'zod'
import { contentKey } from './question-bank-texts.ts'
import { level } from './scale.ts'
import { id, line, moment, revision } from './text.ts'

/** What every entry of the question bank carries besides its words. */
export const entryFacts = {
  id,
  /** Of built-in content; null for the organization's own. */
  key: z.string().nullable(),
  archivedAt: moment.nullable(),
  createdAt: moment,
  updatedAt: moment,
  revision,
}

/** How many templates have it in a version that is not retired. */
export const usage = { templates: z.int() }

/** Filters of every list of the bank. Without `archived` only live entries are listed, unless asked for by `ids`. */
export const entryFilter = { q: line(100), archived: z.boolean(), ids: z.array(id).max(500) }

/** An entry that another one names. In lower case, so that one entry has one spelling. */
export const reference = id.toLowerCase()

export const hasNoTwins = (all: readonly string[]): boolean => new Set(all).size === all.length

export const areaKeys = z
  .array(contentKey)
  .max(20, 'At most 20 areas.')
  .refine(hasNoTwins, 'An area is named twice.')

/** Texts as an answer shows them: they were checked when they were written. */
export const shownEntries = z.array(z.string())
export const shownAnchors = z.array(z.object({ level, text: z.string() }))
