import { levelNames, type Scale } from '@assay/contracts'

export type LevelName = (typeof levelNames)[Scale][number]

const tones = {
  strong_no: 'rating.strongNo',
  no: 'rating.no',
  mixed: 'rating.middle',
  yes: 'rating.yes',
  strong_yes: 'rating.strongYes',
} as const satisfies Record<LevelName, string>

export interface ScaleLevel {
  level: number
  name: LevelName
  /** Its colour, as a path into the palette. It never stands alone: number and name are beside it. */
  tone: (typeof tones)[LevelName]
}

/** The levels of a scale, from the lowest up. */
export const levelsOf = (scale: Scale): ScaleLevel[] =>
  levelNames[scale].map((name, place) => ({ level: place + 1, name, tone: tones[name] }))
