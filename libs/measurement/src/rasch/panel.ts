import { invalid, tooLittle, type Refusal, type Result } from '../result.ts'

/** One competency rating of a scorecard. `level` counts from 1; null is *not assessed* and is left out of everything. */
export interface Rating {
  readonly candidate: string
  readonly interviewer: string
  /** May carry its version after the last `@`: versions of one question share most of their difficulty. */
  readonly question: string
  readonly competency: string
  readonly scale: string
  readonly level: number | null
}

export interface PanelInput {
  readonly scales: Readonly<Record<string, { readonly levels: number }>>
  readonly competencies: readonly string[]
  readonly ratings: readonly Rating[]
}

/**
 * Ratings as columns of codes, in an order that does not depend on the order they came in.
 *
 * Codes are positions in the sorted name lists; rows are sorted by candidate, interviewer, question, competency, scale, level;
 * the rows of candidate n are `rowsFrom[n]` to `rowsFrom[n + 1]`. Category = level - 1.
 */
export interface Panel {
  readonly candidates: readonly string[]
  readonly interviewers: readonly string[]
  readonly questions: readonly string[]
  readonly competencies: readonly string[]
  readonly scales: readonly string[]
  readonly levels: readonly number[]
  readonly candidate: Int32Array
  readonly interviewer: Int32Array
  readonly question: Int32Array
  readonly competency: Int32Array
  readonly scale: Int32Array
  readonly category: Int32Array
  readonly rowsFrom: Int32Array
}

const MOST_LEVELS = 100
const FACETS = ['candidate', 'interviewer', 'question', 'competency', 'scale'] as const

const checkScales = (scales: PanelInput['scales']): Refusal | undefined => {
  if (typeof scales !== 'object' || scales === null)
    return invalid('scales', 'must name each scale and its levels')
  for (const [name, scale] of Object.entries(scales)) {
    const levels: unknown = scale?.levels
    if (typeof levels !== 'number' || !Number.isInteger(levels) || levels < 2 || levels > MOST_LEVELS)
      return invalid(`scales.${name}.levels`, `must be a whole number from 2 to ${MOST_LEVELS}`)
  }
  return undefined
}

const checkCompetencies = (competencies: readonly string[]): Refusal | undefined => {
  if (!Array.isArray(competencies)) return invalid('competencies', 'must be a list of names')
  const seen = new Set<unknown>()
  for (const [i, name] of (competencies as readonly unknown[]).entries()) {
    if (typeof name !== 'string' || name === '') return invalid(`competencies[${i}]`, 'must be a name')
    if (seen.has(name)) return invalid(`competencies[${i}]`, `${JSON.stringify(name)} stands twice`)
    seen.add(name)
  }
  return undefined
}

const checkRating = (
  row: Rating,
  at: string,
  known: { levels: Map<string, number>; competencies: Set<string> },
) => {
  if (typeof row !== 'object' || row === null) return invalid(at, 'must be a rating')
  for (const facet of FACETS)
    if (typeof row[facet] !== 'string' || row[facet] === '')
      return invalid(`${at}.${facet}`, 'must be a name')
  const levels = known.levels.get(row.scale)
  if (levels === undefined) return invalid(`${at}.scale`, `unknown scale ${JSON.stringify(row.scale)}`)
  if (!known.competencies.has(row.competency))
    return invalid(`${at}.competency`, `unknown competency ${JSON.stringify(row.competency)}`)
  if (row.level === null) return undefined
  if (typeof row.level !== 'number' || !Number.isInteger(row.level) || row.level < 1 || row.level > levels)
    return invalid(`${at}.level`, `must be a whole number from 1 to ${levels}, or null for not assessed`)
  return undefined
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Sorted distinct names and the code of each row. */
const encode = (
  rows: readonly Rating[],
  facet: (typeof FACETS)[number],
): { names: string[]; codes: Int32Array } => {
  const names = [...new Set(rows.map((row) => row[facet]))].sort(byCodeUnit)
  const position = new Map(names.map((name, i) => [name, i]))
  return { names, codes: Int32Array.from(rows, (row) => position.get(row[facet])!) }
}

/** Stable counting sort of `order` by one column of codes. */
const sortBy = (order: Int32Array, codes: Int32Array, size: number): Int32Array => {
  const next = new Int32Array(size + 1)
  for (const row of order) next[codes[row]! + 1]! += 1
  for (let i = 0; i < size; i++) next[i + 1]! += next[i]!
  const sorted = new Int32Array(order.length)
  for (const row of order) {
    const place = next[codes[row]!]!
    sorted[place] = row
    next[codes[row]!] = place + 1
  }
  return sorted
}

const startOfEach = (codes: Int32Array, size: number): Int32Array => {
  const from = new Int32Array(size + 1)
  for (const code of codes) from[code + 1]! += 1
  for (let i = 0; i < size; i++) from[i + 1]! += from[i]!
  return from
}

const columnsOf = (rows: readonly Rating[], input: PanelInput): Panel => {
  const [candidate, interviewer, question] = [
    encode(rows, 'candidate'),
    encode(rows, 'interviewer'),
    encode(rows, 'question'),
  ]
  const [competency, scale] = [encode(rows, 'competency'), encode(rows, 'scale')]
  const category = Int32Array.from(rows, (row) => row.level! - 1)
  let order: Int32Array = Int32Array.from(rows, (_, i) => i)
  order = sortBy(order, category, MOST_LEVELS)
  for (const facet of [scale, competency, question, interviewer, candidate])
    order = sortBy(order, facet.codes, facet.names.length)
  const sorted = (codes: Int32Array): Int32Array => order.map((row) => codes[row]!)
  const candidateCodes = sorted(candidate.codes)
  return {
    candidates: candidate.names,
    interviewers: interviewer.names,
    questions: question.names,
    competencies: competency.names,
    scales: scale.names,
    levels: scale.names.map((name) => input.scales[name]!.levels),
    candidate: candidateCodes,
    interviewer: sorted(interviewer.codes),
    question: sorted(question.codes),
    competency: sorted(competency.codes),
    scale: sorted(scale.codes),
    category: sorted(category),
    rowsFrom: startOfEach(candidateCodes, candidate.names.length),
  }
}

/**
 * Checks ratings and lays them out as columns.
 *
 * @returns the panel; `invalid_input` naming the first offending element; `too_little_data` where no rating has a level
 */
export const readPanel = (input: PanelInput): Result<{ readonly panel: Panel }> => {
  const wrong = checkScales(input.scales) ?? checkCompetencies(input.competencies)
  if (wrong !== undefined) return wrong
  if (!Array.isArray(input.ratings)) return invalid('ratings', 'must be a list')
  const known = {
    levels: new Map(Object.entries(input.scales).map(([name, { levels }]) => [name, levels])),
    competencies: new Set(input.competencies),
  }
  const rows: Rating[] = []
  for (const [i, row] of input.ratings.entries()) {
    const refusal = checkRating(row, `ratings[${i}]`, known)
    if (refusal !== undefined) return refusal
    if (row.level !== null) rows.push(row)
  }
  if (rows.length === 0) return tooLittle('there is no rating with a level')
  return { status: 'ok', panel: columnsOf(rows, input) }
}
