import { invalid, notIdentified, tooLittle, type Refusal, type Result } from '../result.ts'
import { fisherExact, ratioInterval, standardDeviations, type Fourfold } from './exact-test.ts'

export interface GroupCount {
  readonly group: string
  readonly applicants: number
  readonly selected: number
}

/** Counts by group, or scores: selected is then a score strictly above the median of all (NYC Local Law 144 rules, 5-301). */
export interface SelectionRatesInput {
  readonly groups?: readonly GroupCount[]
  readonly scores?: readonly { readonly group: string; readonly score: number }[]
}

export interface SelectionRate {
  readonly group: string
  /** Counts are null for a group of fewer than five people, and so is all that follows from them. */
  readonly applicants: number | null
  readonly selected: number | null
  readonly rate: number | null
  /** Rate over the highest rate; null for the suppressed, and for groups under 2 % of all. */
  readonly impactRatio: number | null
  readonly fisher: number | null
  readonly midP: number | null
  readonly z: number | null
  /** 95 % interval of the impact ratio. */
  readonly low: number | null
  readonly high: number | null
  /** Would one decision more or less change what is said about this group? */
  readonly flips: boolean | null
  readonly standing: 'reference' | 'suppressed' | 'left_out' | 'too_few' | 'below' | 'within'
}

export interface SelectionRates {
  readonly rows: readonly SelectionRate[]
  readonly reference: string
  readonly verdict: 'too_few_to_judge' | 'no_difference_shown' | 'difference_to_examine'
  readonly because: string
}

const FOUR_FIFTHS = 0.8
const SIGNIFICANT = 0.05
const FEWEST_TO_SHOW = 5
const LEAST_SHARE = 0.02
const FEWEST_TO_JUDGE = 30
const FEWEST_EXPECTED = 5

const checkGroups = (groups: readonly GroupCount[]): Refusal | undefined => {
  if (!Array.isArray(groups)) return invalid('groups', 'must be a list')
  const seen = new Set<string>()
  for (const [i, row] of (groups as readonly GroupCount[]).entries()) {
    if (typeof row?.group !== 'string' || row.group === '')
      return invalid(`groups[${i}].group`, 'must be a name')
    if (seen.has(row.group)) return invalid(`groups[${i}].group`, `${JSON.stringify(row.group)} stands twice`)
    seen.add(row.group)
    if (!Number.isInteger(row.applicants) || row.applicants < 0)
      return invalid(`groups[${i}].applicants`, 'must be a count')
    if (!Number.isInteger(row.selected) || row.selected < 0 || row.selected > row.applicants)
      return invalid(`groups[${i}].selected`, 'must be a count, at most the applicants')
  }
  return undefined
}

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Scoring rates: a score strictly above the sample median counts as selected. */
const groupsFromScores = (
  scores: NonNullable<SelectionRatesInput['scores']>,
): readonly GroupCount[] | Refusal => {
  if (!Array.isArray(scores)) return invalid('scores', 'must be a list')
  for (const [i, row] of scores.entries()) {
    if (typeof row?.group !== 'string' || row.group === '')
      return invalid(`scores[${i}].group`, 'must be a name')
    if (typeof row.score !== 'number' || !Number.isFinite(row.score))
      return invalid(`scores[${i}].score`, 'must be a finite number')
  }
  if (scores.length === 0) return []
  const median = medianOf(scores.map((row) => row.score))
  return [...Map.groupBy(scores, (row) => row.group)].map(([group, rows]) => ({
    group,
    applicants: rows.length,
    selected: rows.filter((row) => row.score > median).length,
  }))
}

const tooFew = ({ focal, reference }: Fourfold): boolean => {
  const total = focal.applicants + reference.applicants
  const selected = focal.selected + reference.selected
  const smaller = Math.min(focal.applicants, reference.applicants)
  return total < FEWEST_TO_JUDGE || (smaller * Math.min(selected, total - selected)) / total < FEWEST_EXPECTED
}

/** Below four fifths, or significantly different. */
const stands = (table: Fourfold): boolean => {
  const { focal, reference } = table
  const ratio = focal.selected / focal.applicants / (reference.selected / reference.applicants)
  return ratio < FOUR_FIFTHS || fisherExact(table).p < SIGNIFICANT
}

const flips = (table: Fourfold): boolean => {
  const now = stands(table)
  return [-1, 1].some((step) => {
    const selected = table.focal.selected + step
    if (selected < 0 || selected > table.focal.applicants) return false
    return stands({ ...table, focal: { ...table.focal, selected } }) !== now
  })
}

const NOTHING = {
  rate: null,
  impactRatio: null,
  fisher: null,
  midP: null,
  z: null,
  low: null,
  high: null,
  flips: null,
}

const rowOf = (group: GroupCount, reference: GroupCount, total: number): SelectionRate => {
  if (group.applicants < FEWEST_TO_SHOW)
    return { ...NOTHING, group: group.group, applicants: null, selected: null, standing: 'suppressed' }
  const rate = group.selected / group.applicants
  if (group === reference) return { ...NOTHING, ...group, rate, impactRatio: 1, standing: 'reference' }
  if (group.applicants < LEAST_SHARE * total) return { ...NOTHING, ...group, rate, standing: 'left_out' }
  const table = { focal: group, reference }
  const { p, midP } = fisherExact(table)
  return {
    ...group,
    rate,
    impactRatio: rate / (reference.selected / reference.applicants),
    fisher: p,
    midP,
    z: standardDeviations(table),
    ...ratioInterval(table),
    flips: flips(table),
    standing: tooFew(table) ? 'too_few' : stands(table) ? 'below' : 'within',
  }
}

const verdictOf = (
  rows: readonly SelectionRate[],
  reference: GroupCount,
): Pick<SelectionRates, 'verdict' | 'because'> => {
  const named = (standing: SelectionRate['standing']): SelectionRate[] =>
    rows.filter((row) => row.standing === standing)
  const [below, within, few] = [named('below'), named('within'), named('too_few')]
  const tell = (row: SelectionRate): string =>
    `${row.group}: ratio ${row.impactRatio!.toFixed(2)}, exact test p ${row.fisher!.toPrecision(2)}`
  if (below.length > 0) {
    const unsure = below.some((row) => row.flips) ? '; one decision more or less would change this' : ''
    return {
      verdict: 'difference_to_examine',
      because: `against ${reference.group}, ${below.map(tell).join('; ')}${unsure}`,
    }
  }
  if (within.length === 0)
    return {
      verdict: 'too_few_to_judge',
      because: 'too few people or selections: no group can be judged against another',
    }
  const rest = few.length > 0 ? `; too few to judge: ${few.map((row) => row.group).join(', ')}` : ''
  return {
    verdict: 'no_difference_shown',
    because: `against ${reference.group}, ${within.map(tell).join('; ')}${rest}`,
  }
}

/**
 * Selection rates side by side: the four-fifths ratio, exact tests, standard deviations and a score interval of the ratio.
 *
 * Ratio and test answer different questions, so both are given. Aggregate only; groups under five people are not shown.
 *
 * @param input counts by group, or scores by group
 * @returns a row per group in the order given, each against the group with the highest rate; `too_little_data` for fewer than
 *   two groups that can be shown, `not_identified` where nobody was selected
 * @see 29 CFR 1607.4 D (four-fifths); 6 RCNY 5-301 (scoring rate, 2 %)
 */
export const selectionRates = (input: SelectionRatesInput): Result<SelectionRates> => {
  if ((input.groups === undefined) === (input.scores === undefined))
    return invalid('groups', 'give either groups or scores')
  const groups = input.scores === undefined ? input.groups! : groupsFromScores(input.scores)
  if (typeof groups === 'object' && 'status' in groups) return groups
  const wrong = checkGroups(groups)
  if (wrong !== undefined) return wrong
  const total = groups.reduce((sum, group) => sum + group.applicants, 0)
  const shown = groups.filter((group) => group.applicants >= FEWEST_TO_SHOW)
  if (shown.length < 2) return tooLittle('needs two groups of at least five people')
  const eligible = shown.filter((group) => group.applicants >= LEAST_SHARE * total)
  const rate = (group: GroupCount): number => group.selected / group.applicants
  const reference = eligible.reduce((best, group) => (rate(group) > rate(best) ? group : best))
  if (reference.selected === 0) return notIdentified('nobody was selected')
  const rows = groups.map((group) => rowOf(group, reference, total))
  return { status: 'ok', rows, reference: reference.group, ...verdictOf(rows, reference) }
}
