import { z } from 'zod'

/** Levels of a rating scale: four without a neutral one by default, five where a version asks for it. */
export const scaleLevels = [4, 5] as const
export const scale = z.union([z.literal(4), z.literal(5)]).meta({ id: 'Scale' })
export type Scale = z.infer<typeof scale>

/** A rating, or the place of an anchor: 1 is the lowest. The highest allowed is that of the version's scale. */
export const level = z
  .int('A whole number.')
  .min(1, 'The lowest level is 1.')
  .max(5, 'The highest level is 5.')

/** The names of the levels, from the lowest up, as they are stored and shown. */
export const levelNames = {
  4: ['strong_no', 'no', 'yes', 'strong_yes'],
  5: ['strong_no', 'no', 'mixed', 'yes', 'strong_yes'],
} as const satisfies Record<Scale, readonly string[]>

/** Seniority of a job; questions and level profiles name the levels they are meant for. */
export const jobLevels = ['junior', 'mid', 'senior', 'staff', 'principal'] as const
export const jobLevel = z.enum(jobLevels).meta({ id: 'JobLevel' })
export type JobLevel = z.infer<typeof jobLevel>
