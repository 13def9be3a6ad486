import { z } from 'zod'
import { listQuery } from './list-query.ts'
import { entryFacts, entryFilter, hasNoTwins, reference } from './question-bank-entry.ts'
import { jobLevel, level } from './scale.ts'
import { id, line, prose } from './text.ts'

const MAX_WEIGHT = 100

/** The weight of most competencies; of several that are equally frequent 1, or else the smallest. */
export const usualWeight = (weights: readonly number[]): number => {
  const times = (weight: number): number => weights.filter((other) => other === weight).length
  const most = Math.max(0, ...weights.map((weight) => times(weight)))
  const usual = weights.filter((weight) => times(weight) === most)
  return usual.includes(1) || usual.length === 0 ? 1 : Math.min(...usual)
}

const weighed = z.strictObject({
  competencyId: reference,
  weight: z.number('A number.').gt(0, 'More than zero.').max(MAX_WEIGHT, `At most ${MAX_WEIGHT}.`).default(1),
  /** Why the weight is another than that of the others. */
  reason: prose(600).nullable().default(null),
  /** The lowest rating that meets the level's expectation. */
  bar: level,
})

/** Weights are equal unless somebody writes down why not. */
const weighedCompetencies = z
  .array(weighed)
  .max(30, 'At most 30 competencies.')
  .refine((all) => hasNoTwins(all.map((one) => one.competencyId)), 'A competency is named twice.')
  .superRefine((all, context) => {
    const usual = usualWeight(all.map(({ weight }) => weight))
    for (const [index, { weight, reason }] of all.entries()) {
      if (weight === usual || (reason ?? '').trim() !== '') continue
      const message = 'A weight other than that of the others needs a written reason.'
      context.addIssue({ code: 'custom', path: [index, 'reason'], message })
    }
  })

export const levelProfile = z
  .object({
    ...entryFacts,
    name: z.string(),
    level: jobLevel,
    description: z.string(),
    competencies: z.array(
      z.object({ competencyId: id, weight: z.number(), reason: z.string().nullable(), bar: level }),
    ),
  })
  .meta({ id: 'LevelProfile' })
export type LevelProfile = z.infer<typeof levelProfile>

const shape = {
  name: line(120),
  level: jobLevel,
  description: prose(2_000),
  competencies: weighedCompetencies,
}

export const createLevelProfile = z
  .strictObject({
    ...shape,
    description: shape.description.default(''),
    competencies: shape.competencies.default([]),
  })
  .meta({ id: 'CreateLevelProfile' })
export type CreateLevelProfile = z.infer<typeof createLevelProfile>

export const updateLevelProfile = z.strictObject(shape).partial().meta({ id: 'UpdateLevelProfile' })
export type UpdateLevelProfile = z.infer<typeof updateLevelProfile>

export const levelProfileList = listQuery({
  sort: ['name', 'updatedAt'],
  direction: 'ASC',
  filter: { ...entryFilter, level: jobLevel },
})
