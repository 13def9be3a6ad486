import { z } from 'zod'
import { listQuery } from './list-query.ts'
import { id, line, moment } from './text.ts'

export const MAX_SAVED_VIEWS = 50

/** The list it is a view of, as its address names it: `candidates`. */
const resource = z.string().regex(/^[a-z][a-z-]{0,49}$/, 'This is not the name of a list.')

/** What stands behind the question mark of the list's address. */
const query = z
  .string()
  .max(2_000, 'At most 2000 characters.')
  .regex(/^[\w\-.~%!$&'()*+,;=:@/]*$/, 'This is not the query of an address.')

/** Filters and order of a list, kept under a name; everybody keeps their own. */
export const savedView = z
  .object({ id, resource: z.string(), name: z.string(), query: z.string(), createdAt: moment })
  .meta({ id: 'SavedView' })
export type SavedView = z.infer<typeof savedView>

export const createSavedView = z
  .strictObject({ resource, name: line(80), query })
  .meta({ id: 'CreateSavedView' })
export type CreateSavedView = z.infer<typeof createSavedView>

export const updateSavedView = z
  .strictObject({ name: line(80), query })
  .partial()
  .meta({ id: 'UpdateSavedView' })
export type UpdateSavedView = z.infer<typeof updateSavedView>

export const savedViewList = listQuery({ sort: ['name'], direction: 'ASC', filter: { resource } })
