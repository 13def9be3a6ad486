import { z } from 'zod'
import { listQuery } from './list-query.ts'
import { entryFacts, entryFilter, usage } from './question-bank-entry.ts'
import { type AnswerStructureText, answerStructureText } from './question-bank-texts.ts'

export const answerStructure = z
  .object({
    ...entryFacts,
    name: z.string(),
    purpose: z.string(),
    steps: z.array(z.object({ key: z.string(), text: z.string() })),
    ...usage,
  })
  .meta({ id: 'AnswerStructure' }) satisfies z.ZodType<AnswerStructureText>
export type AnswerStructure = z.infer<typeof answerStructure>

const { shape } = answerStructureText

export const createAnswerStructure = z
  .strictObject({
    name: shape.name,
    purpose: shape.purpose.default(''),
    steps: shape.steps.default([]),
  })
  .meta({ id: 'CreateAnswerStructure' })
export type CreateAnswerStructure = z.infer<typeof createAnswerStructure>

export const updateAnswerStructure = z.strictObject(shape).partial().meta({ id: 'UpdateAnswerStructure' })
export type UpdateAnswerStructure = z.infer<typeof updateAnswerStructure>

export const answerStructureList = listQuery({
  sort: ['name', 'updatedAt'],
  direction: 'ASC',
  filter: entryFilter,
})
