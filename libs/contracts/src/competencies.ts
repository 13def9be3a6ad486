import { z } from 'zod'
import { listQuery } from './list-query.ts'
import {
  areaKeys,
  entryFacts,
  entryFilter,
  shownAnchors,
  shownEntries,
  usage,
} from './question-bank-entry.ts'
import { type CompetencyText, competencyText, contentKey } from './question-bank-texts.ts'

export const competency = z
  .object({
    ...entryFacts,
    name: z.string(),
    definition: z.string(),
    forCandidates: z.string(),
    strongBehaviours: shownEntries,
    weakBehaviours: shownEntries,
    anchors: shownAnchors,
    areas: z.array(z.string()),
    ...usage,
  })
  .meta({ id: 'Competency' }) satisfies z.ZodType<CompetencyText>
export type Competency = z.infer<typeof competency>

const { shape } = competencyText

/** Only the name is needed: the rest may be written later. */
export const createCompetency = z
  .strictObject({
    name: shape.name,
    definition: shape.definition.default(''),
    forCandidates: shape.forCandidates.default(''),
    strongBehaviours: shape.strongBehaviours.default([]),
    weakBehaviours: shape.weakBehaviours.default([]),
    anchors: shape.anchors.default([]),
    areas: areaKeys.default([]),
  })
  .meta({ id: 'CreateCompetency' })
export type CreateCompetency = z.infer<typeof createCompetency>

export const updateCompetency = z
  .strictObject({ ...shape, areas: areaKeys })
  .partial()
  .meta({ id: 'UpdateCompetency' })
export type UpdateCompetency = z.infer<typeof updateCompetency>

export const competencyList = listQuery({
  sort: ['name', 'updatedAt'],
  direction: 'ASC',
  filter: { ...entryFilter, area: contentKey },
})
