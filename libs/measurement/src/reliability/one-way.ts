import { seeded } from '../numeric/random.ts'
import { invalid, tooLittle, type Result } from '../result.ts'

export interface OneWayInput {
  /** The values of each candidate, one of every interviewer who met them. */
  readonly candidates: readonly (readonly number[])[]
  readonly seed?: string
  readonly draws?: number
}

const FEWEST_CANDIDATES = 10

/** (MS_b - MS_w) / (MS_b + (n_0 - 1) MS_w), n_0 = (N - Σ n² / N) / (k - 1); 0 where nothing varies or it is negative. */
const iccOf = (groups: readonly (readonly number[])[]): number => {
  const total = groups.reduce((sum, group) => sum + group.length, 0)
  const mean = groups.reduce((sum, group) => sum + group.reduce((a, b) => a + b, 0), 0) / total
  let [between, within, squares] = [0, 0, 0]
  for (const group of groups) {
    const own = group.reduce((a, b) => a + b, 0) / group.length
    between += group.length * (own - mean) ** 2
    within += group.reduce((sum, value) => sum + (value - own) ** 2, 0)
    squares += group.length ** 2
  }
  const msBetween = between / (groups.length - 1)
  const msWithin = within / (total - groups.length)
  const size = (total - squares / total) / (groups.length - 1)
  const below = msBetween + (size - 1) * msWithin
  return below > 0 ? Math.max(0, (msBetween - msWithin) / below) : 0
}

/**
 * Reliability of one interviewer where each candidate met different ones: the one-way intraclass correlation,
 * ICC(1) of Shrout & Fleiss 1979 with Searle's n_0 for groups of different sizes, and a 90 % interval from drawing
 * candidates anew. In milliseconds, where `sparseIntraclass` takes seconds and sets interviewers apart.
 *
 * @param input values by candidate; a seed for the draws (default 1), how many (default 400)
 * @returns `icc`, `low`, `high` from 0 to 1 and how many candidates they rest on; `too_little_data` with fewer than ten
 *   candidates whom two interviewers met
 */
export const oneWayReliability = (
  input: OneWayInput,
): Result<{
  readonly icc: number
  readonly low: number
  readonly high: number
  readonly candidates: number
}> => {
  if (!Array.isArray(input.candidates)) return invalid('candidates', 'must be a list of lists')
  const wrong = (input.candidates as OneWayInput['candidates']).findIndex(
    (values) => !Array.isArray(values) || values.some((value) => !Number.isFinite(value)),
  )
  if (wrong >= 0) return invalid(`candidates[${wrong}]`, 'must be a list of finite numbers')
  const groups = input.candidates.filter((values) => values.length >= 2)
  if (groups.length < FEWEST_CANDIDATES)
    return tooLittle(`${groups.length} candidates were met by two interviewers; needs ${FEWEST_CANDIDATES}`)
  const random = seeded(input.seed ?? '1')
  const draws = Array.from({ length: input.draws ?? 400 }, () =>
    iccOf(groups.map(() => groups[Math.floor(random.uniform() * groups.length)]!)),
  ).sort((a, b) => a - b)
  const at = (p: number): number => draws[Math.round(p * (draws.length - 1))]!
  return { status: 'ok', icc: iccOf(groups), low: at(0.05), high: at(0.95), candidates: groups.length }
}

/**
 * Spearman-Brown: how reliable the mean over k interviewers would be, k r / (1 + (k - 1) r).
 *
 * @param reliability of one
 * @param interviewers how many
 */
export const ofSeveral = (reliability: number, interviewers: number): number =>
  (interviewers * reliability) / (1 + (interviewers - 1) * reliability)
