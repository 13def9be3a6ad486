import { z } from 'zod'

export const scale = z.union([z.literal(4), z.literal(5)]).meta({ id: 'Scale' })

/** A rating, or the place of an anchor: 1 is the lowest. The highest allowed is that of the version's scale. */
export const level = z
  .int('A whole number.')
  .min(1, 'The lowest level is 1.')
  .max(5, 'The highest level is 5.')

/** Seniority of a job; questions and level profiles name the levels they are meant for. */
export const jobLevels = ['junior', 'mid', 'senior', 'staff', 'principal'] as const
export const jobLevel = z.enum(jobLevels).meta({ id: 'JobLevel' })
export type JobLevel = z.infer<typeof jobLevel>
