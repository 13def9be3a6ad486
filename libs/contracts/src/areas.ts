import { z } from 'zod'
import { listQuery } from './list-query.ts'
import { entryFacts, entryFilter } from './question-bank-entry.ts'

/** Something a panel judges across questions: an axis (`axis.…`), or an area that a hiring manager assesses. */
export const area = z
  .object({ ...entryFacts, key: z.string(), name: z.string(), definition: z.string(), position: z.int() })
  .meta({ id: 'Area' })
export type Area = z.infer<typeof area>

export const areaList = listQuery({
  sort: ['position', 'name'],
  direction: 'ASC',
  filter: entryFilter,
})
