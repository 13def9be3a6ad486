import { invalid, tooLittle, type Result } from '../result.ts'

/** Who rated whom on what, as codes. */
export interface Design {
  readonly candidates: number
  readonly interviewers: number
  readonly questions: number
  readonly candidate: ArrayLike<number>
  readonly interviewer: ArrayLike<number>
  readonly question: ArrayLike<number>
}

const RELATIVE_ZERO = 1e-9

/**
 * S0 = Σ e e' - Σ_n W_n' W_n / N_n over interviewers and questions, e = e_j + e_i of each rating:
 * what the ratings say about severity and difficulty once every candidate has a level of their own.
 */
const condensedDesign = (
  design: Design,
): { matrix: Float64Array; perCandidate: Map<number, number>[]; count: Float64Array } => {
  const size = design.interviewers + design.questions
  const matrix = new Float64Array(size * size)
  const perCandidate = Array.from({ length: design.candidates }, () => new Map<number, number>())
  const count = new Float64Array(design.candidates)
  for (let o = 0; o < design.candidate.length; o++) {
    const j = design.interviewer[o]!
    const i = design.interviewers + design.question[o]!
    const seen = perCandidate[design.candidate[o]!]!
    count[design.candidate[o]!]! += 1
    for (const a of [j, i]) {
      seen.set(a, (seen.get(a) ?? 0) + 1)
      for (const b of [j, i]) matrix[a * size + b]! += 1
    }
  }
  for (const [n, seen] of perCandidate.entries())
    for (const [a, x] of seen) for (const [b, y] of seen) matrix[a * size + b]! -= (x * y) / count[n]!
  return { matrix, perCandidate, count }
}

/** Exchanges rows and columns a and b of a symmetric matrix kept whole. */
const exchange = (matrix: Float64Array, size: number, a: number, b: number): void => {
  for (let k = 0; k < size; k++) {
    const kept = matrix[a * size + k]!
    matrix[a * size + k] = matrix[b * size + k]!
    matrix[b * size + k] = kept
  }
  for (let k = 0; k < size; k++) {
    const kept = matrix[k * size + a]!
    matrix[k * size + a] = matrix[k * size + b]!
    matrix[k * size + b] = kept
  }
}

/** Cholesky with the largest pivot first; stops at the rank. Lower triangle holds L, `order` the pivots. */
const pivotedFactor = (matrix: Float64Array, size: number): { order: number[]; rank: number } => {
  const order = Array.from({ length: size }, (_, i) => i)
  let first = 0
  for (let k = 0; k < size; k++) {
    let pivot = k
    for (let i = k + 1; i < size; i++) if (matrix[i * size + i]! > matrix[pivot * size + pivot]!) pivot = i
    if (k === 0) first = matrix[pivot * size + pivot]!
    if (!(matrix[pivot * size + pivot]! > first * RELATIVE_ZERO)) return { order, rank: k }
    exchange(matrix, size, k, pivot)
    ;[order[k], order[pivot]] = [order[pivot]!, order[k]!]
    const root = Math.sqrt(matrix[k * size + k]!)
    matrix[k * size + k] = root
    for (let i = k + 1; i < size; i++) matrix[i * size + k]! /= root
    for (let i = k + 1; i < size; i++) {
      const scale = matrix[i * size + k]!
      if (scale === 0) continue
      for (let j = k + 1; j <= i; j++) matrix[i * size + j]! -= scale * matrix[j * size + k]!
    }
    for (let i = k + 1; i < size; i++)
      for (let j = k + 1; j < i; j++) matrix[j * size + i] = matrix[i * size + j]!
  }
  return { order, rank: size }
}

/** A basis of the vectors v with S0 v = 0, in the order of the design. */
const nullVectors = (matrix: Float64Array, size: number): Float64Array[] => {
  const { order, rank } = pivotedFactor(matrix, size)
  return Array.from({ length: size - rank }, (_, f) => {
    const free = rank + f
    const x = new Float64Array(rank)
    for (let k = rank - 1; k >= 0; k--) {
      let sum = -matrix[free * size + k]!
      for (let i = k + 1; i < rank; i++) sum -= matrix[i * size + k]! * x[i]!
      x[k] = sum / matrix[k * size + k]!
    }
    const v = new Float64Array(size)
    for (let k = 0; k < rank; k++) v[order[k]!] = x[k]!
    v[order[free]!] = 1
    return v
  })
}

/**
 * Which candidates the design itself lets us compare.
 *
 * The location of candidate n is fixed only up to t_n = W_n v / N_n for every null vector v of S0; two candidates are
 * comparable iff their t agree for all v. This sees what the plain graph of who met whom does not: questions confounded
 * with candidates, and new versions of questions.
 *
 * @returns the number of each candidate's set, numbered from 0 in the order of their first candidate
 */
export const comparableSets = (design: Design): Int32Array => {
  const size = design.interviewers + design.questions
  const { matrix, perCandidate, count } = condensedDesign(design)
  const basis = nullVectors(matrix, size)
  const numbers = new Map<string, number>()
  return Int32Array.from(perCandidate, (seen, n) => {
    const key = basis
      .map((v) => {
        let sum = 0
        for (const [a, x] of seen) sum += x * v[a]!
        // Shares of whole counts: shifted by an irrational number they never lie on the edge between two integers.
        return Math.round((sum / count[n]!) * 1e6 + Math.SQRT2 / 3)
      })
      .join()
    if (!numbers.has(key)) numbers.set(key, numbers.size)
    return numbers.get(key)!
  })
}

/** Names gathered by the number of their set. */
export const groupBySet = (names: readonly string[], sets: ArrayLike<number>): string[][] => {
  const groups: string[][] = []
  for (const [n, name] of names.entries()) (groups[sets[n]!] ??= []).push(name)
  return groups
}

export interface ConnectivityInput {
  readonly ratings: readonly {
    readonly candidate: string
    readonly interviewer: string
    readonly question: string
  }[]
}

const encode = (names: readonly string[]): { names: string[]; codes: number[] } => {
  const sorted = [...new Set(names)].sort((a, b) => (a < b ? -1 : 1))
  const position = new Map(sorted.map((name, i) => [name, i]))
  return { names: sorted, codes: names.map((name) => position.get(name)!) }
}

const MOST_FACETS = 1500

/**
 * Which candidates can be compared at all, from who rated whom on which question.
 *
 * @param input rows of names; levels are not needed
 * @returns `sets`: lists of candidates within which comparisons rest on data; `estimable`: true where there is one set.
 *   `invalid_input` for a missing name, `too_little_data` for no rows, `too_large` beyond 1,500 interviewers and questions
 */
export const connectivity = (
  input: ConnectivityInput,
): Result<{ readonly sets: readonly (readonly string[])[]; readonly estimable: boolean }> => {
  if (!Array.isArray(input.ratings)) return invalid('ratings', 'must be a list')
  if (input.ratings.length === 0) return tooLittle('there is no rating')
  for (const [o, row] of (input.ratings as ConnectivityInput['ratings']).entries()) {
    for (const facet of ['candidate', 'interviewer', 'question'] as const)
      if (typeof row?.[facet] !== 'string' || row[facet] === '')
        return invalid(`ratings[${o}].${facet}`, 'must be a name')
  }
  const facet = (name: 'candidate' | 'interviewer' | 'question') =>
    encode(input.ratings.map((row) => row[name]))
  const [candidates, interviewers, questions] = [facet('candidate'), facet('interviewer'), facet('question')]
  const facets = interviewers.names.length + questions.names.length
  if (facets > MOST_FACETS)
    return {
      status: 'too_large',
      because: `${facets} interviewers and questions; at most ${MOST_FACETS} together`,
    }
  const sets = comparableSets({
    candidates: candidates.names.length,
    interviewers: interviewers.names.length,
    questions: questions.names.length,
    candidate: candidates.codes,
    interviewer: interviewers.codes,
    question: questions.codes,
  })
  const groups = groupBySet(candidates.names, sets)
  return { status: 'ok', sets: groups, estimable: groups.length === 1 }
}
