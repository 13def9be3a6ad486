/*
 * Words and numbers of the rating scale, apart from the shapes that check them: a page that only shows levels does not
 * load what checks them.
 */

/** Levels of a rating scale: four without a neutral one by default, five where a version asks for it. */
export const scaleLevels = [4, 5] as const
export type Scale = (typeof scaleLevels)[number]

/** The names of the levels, from the lowest up, as they are stored and shown. */
export const levelNames = {
  4: ['strong_no', 'no', 'yes', 'strong_yes'],
  5: ['strong_no', 'no', 'mixed', 'yes', 'strong_yes'],
} as const satisfies Record<Scale, readonly string[]>
