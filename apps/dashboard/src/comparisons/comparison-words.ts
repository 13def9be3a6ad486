import {
  applicationStatuses,
  type ComparedApplication,
  type ComparedCell,
  type Comparison,
} from '@assay/contracts'
import type { TextKey } from '../i18n/text.ts'

export type Competency = Comparison['competencies'][number]

/** Ways to order candidates. None of them is a figure. */
export const orders = ['name', 'name_back', 'stage', 'status'] as const
export type Order = (typeof orders)[number]

/** Two levels between marks are no nuance. */
const SPLIT = 2
const FEWEST_COMPETENCIES = 3
const LEAST_SHARE = 0.6

const byName = (a: ComparedApplication, b: ComparedApplication): number =>
  a.candidateName.localeCompare(b.candidateName) || a.applicationId.localeCompare(b.applicationId)

const placeOf = (list: readonly (string | null)[], one: string | null): number => {
  const place = list.indexOf(one)
  return place === -1 ? list.length : place
}

/** In the order somebody chose; `stages` gives the place of the stage where each application stands. */
export const ordered = (
  applications: readonly ComparedApplication[],
  order: Order,
  stages: ReadonlyMap<string, number>,
): ComparedApplication[] => {
  const standing = applications.toSorted(byName)
  if (order === 'name_back') return standing.toReversed()
  if (order === 'status') {
    const place = ({ status }: ComparedApplication) => placeOf(applicationStatuses, status)
    return standing.sort((a, b) => place(a) - place(b))
  }
  if (order === 'stage') {
    const place = ({ applicationId }: ComparedApplication) => stages.get(applicationId) ?? stages.size
    return standing.sort((a, b) => place(a) - place(b))
  }
  return standing
}

export interface Range {
  low: number
  high: number
}

/** Lowest and highest mark of a cell; null where there are not two on one scale. */
export const rangeOf = ({ ratings, spread }: ComparedCell): Range | null => {
  if (spread === null) return null
  const levels = ratings.map(({ level }) => level)
  return { low: Math.min(...levels), high: Math.max(...levels) }
}

export const isSplit = ({ spread }: ComparedCell): boolean => spread !== null && spread >= SPLIT

/** The longest scale that a mark of these was given on; 4 where there is none. */
export const scaleOfMarks = (applications: readonly ComparedApplication[]): 4 | 5 =>
  applications.some(({ cells }) => cells.some(({ ratings }) => ratings.some(({ scale }) => scale === 5)))
    ? 5
    : 4

/** Competencies that are asked for: those of the profile, or all where there is none. */
export const asked = (competencies: readonly Competency[]): Competency[] => {
  const profile = competencies.filter(({ inProfile }) => inProfile)
  return profile.length > 0 ? profile : [...competencies]
}

export const cellOf = (
  { cells }: Pick<ComparedApplication, 'cells'>,
  competencyId: string,
): ComparedCell | undefined => cells.find((cell) => cell.competencyId === competencyId)

const isRated = (application: ComparedApplication, { id }: Competency): boolean =>
  (cellOf(application, id)?.ratings.length ?? 0) > 0

/** How many of the competencies that are asked for somebody rated. */
export const coverageOf = (application: ComparedApplication, competencies: readonly Competency[]) => {
  const wanted = asked(competencies)
  const rated = wanted.filter((competency) => isRated(application, competency))
  const sum = (some: readonly Competency[]) => some.reduce((all, { weight }) => all + weight, 0)
  const whole = sum(wanted)
  const share = whole > 0 ? sum(rated) / whole : rated.length / Math.max(1, wanted.length)
  return { rated: rated.length, wanted: wanted.length, share }
}

/** What to keep in mind about one candidate's figures. */
export const warningsOf = (
  application: ComparedApplication,
  competencies: readonly Competency[],
  scale: number,
): TextKey[] => {
  const { raw, fair } = application
  if (!raw || raw.ratings === 0) return []
  const { rated, share } = coverageOf(application, competencies)
  const isThin = rated < FEWEST_COMPETENCIES || share < LEAST_SHARE
  // A third of the range of the scale.
  const isWide = fair !== null && fair.high - fair.low > (scale - 1) / 3
  return [
    ...(raw.raters < 2 ? (['comparison.warning.one'] as const) : []),
    ...(isThin ? (['comparison.warning.few'] as const) : []),
    ...(isWide ? (['comparison.warning.wide'] as const) : []),
  ]
}

/** A name short enough for a cell: the first, and the first letter of the last. */
export const shortName = (name: string): string => {
  const words = name.trim().split(/\s+/u)
  const last = words.length > 1 ? words.at(-1) : undefined
  return last ? `${words[0]} ${[...last][0]}.` : (words[0] ?? name)
}
