import { z } from 'zod'
import { listQuery } from './list-query.ts'
import {
  areaKeys,
  entryFacts,
  entryFilter,
  hasNoTwins,
  reference,
  shownAnchors,
  shownEntries,
  usage,
} from './question-bank-entry.ts'
import { contentKey, informing, minutes, type QuestionText, questionText } from './question-bank-texts.ts'
import { jobLevel } from './scale.ts'
import { id, line, moment } from './text.ts'

export const MAX_TAGS = 20
const tag = line(40)
const tags = z
  .array(tag)
  .max(MAX_TAGS, `At most ${MAX_TAGS} tags.`)
  .refine(hasNoTwins, 'A tag is there twice.')

const informedCompetencies = z
  .array(z.strictObject({ competencyId: reference, informs: informing }))
  .max(20, 'At most 20 competencies.')
  .refine((all) => hasNoTwins(all.map((one) => one.competencyId)), 'A competency is named twice.')

const structureIds = z
  .array(reference)
  .max(10, 'At most 10 answer structures.')
  .refine(hasNoTwins, 'An answer structure is named twice.')

export const question = z
  .object({
    ...entryFacts,
    title: z.string(),
    prompt: z.string(),
    intent: z.string(),
    expectedPoints: shownEntries,
    seniorExtras: shownEntries,
    redFlags: shownEntries,
    followUps: shownEntries,
    anchors: shownAnchors,
    minutes,
    levels: z.array(jobLevel),
    competencies: z.array(z.object({ competencyId: id, informs: informing })),
    structureIds: z.array(id),
    areas: z.array(z.string()),
    tags: z.array(z.string()),
    ...usage,
    /** Interviews that were held with it. */
    asked: z.int(),
    lastAskedAt: moment.nullable(),
  })
  .meta({ id: 'Question' }) satisfies z.ZodType<QuestionText>
export type Question = z.infer<typeof question>

const { shape } = questionText
const links = { competencies: informedCompetencies, structureIds, areas: areaKeys, tags }

/** A title, a prompt and the minutes are needed: the rest may be written later. */
export const createQuestion = z
  .strictObject({
    title: shape.title,
    prompt: shape.prompt,
    minutes: shape.minutes,
    intent: shape.intent.default(''),
    expectedPoints: shape.expectedPoints.default([]),
    seniorExtras: shape.seniorExtras.default([]),
    redFlags: shape.redFlags.default([]),
    followUps: shape.followUps.default([]),
    anchors: shape.anchors.default([]),
    levels: shape.levels.default([]),
    competencies: links.competencies.default([]),
    structureIds: links.structureIds.default([]),
    areas: links.areas.default([]),
    tags: links.tags.default([]),
  })
  .meta({ id: 'CreateQuestion' })
export type CreateQuestion = z.infer<typeof createQuestion>

export const updateQuestion = z
  .strictObject({ ...shape, ...links })
  .partial()
  .meta({ id: 'UpdateQuestion' })
export type UpdateQuestion = z.infer<typeof updateQuestion>

/** A tag that questions have, and how many of those that are not archived. */
export const questionTag = z.object({ tag: z.string(), questions: z.int() }).meta({ id: 'QuestionTag' })
export type QuestionTag = z.infer<typeof questionTag>

export const questionList = listQuery({
  sort: ['title', 'updatedAt'],
  direction: 'ASC',
  filter: { ...entryFilter, competencyId: id, level: jobLevel, area: contentKey, tag },
})
