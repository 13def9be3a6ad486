import { z } from 'zod'
import { id, line, moment, revision } from './text.ts'

/** The tenant: every other row belongs to exactly one. */
export const organization = z
  .object({
    id,
    name: z.string(),
    timeZone: z.string(),
    /** Retention of the address and device of ended sessions, in days. */
    sessionHistoryDays: z.int(),
    /** A version of an interview template is published by somebody else than who sent it to review. */
    secondPersonPublishes: z.boolean(),
    demo: z.boolean(),
    createdAt: moment,
    revision,
  })
  .meta({ id: 'Organization' })
export type Organization = z.infer<typeof organization>

const timeZone = line(64).refine((name) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}, 'This is not a time zone (for example Europe/Berlin).')

export const updateOrganization = z
  .strictObject({
    name: line(200),
    timeZone,
    sessionHistoryDays: z
      .int('A whole number of days.')
      .min(1, 'At least one day.')
      .max(730, 'At most 730 days, which is two years.'),
    secondPersonPublishes: z.boolean(),
  })
  .partial()
  .meta({ id: 'UpdateOrganization' })
export type UpdateOrganization = z.infer<typeof updateOrganization>
