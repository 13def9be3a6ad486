import { factorInPlace, logDeterminant, solveInPlace, whole } from '../numeric/cholesky.ts'
import { minimise } from '../numeric/minimise.ts'
import { invalid, notIdentified, tooLittle, type Refusal, type Result } from '../result.ts'

export interface VarianceComponentsInput {
  readonly response: readonly number[]
  /** Crossed random effects: for each, the level of every response. */
  readonly factors: Readonly<Record<string, readonly string[]>>
}

export interface VarianceComponents {
  readonly components: Readonly<Record<string, number>> & { readonly residual: number }
  /** Best linear unbiased predictions: how far each level lies from the mean. */
  readonly blups: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly intercept: number
  /** REML criterion, -2 times the restricted log-likelihood. */
  readonly reml: number
}

interface Factor {
  readonly name: string
  readonly levels: readonly string[]
  readonly codes: readonly number[]
}

/** The largest factor is condensed out (its block is diagonal); the others and the intercept stay together. */
interface System {
  readonly factors: readonly Factor[]
  readonly counts: readonly number[]
  readonly sums: readonly number[]
  /** For each level of the largest factor: columns of the rest and how often they occur with it. */
  readonly cross: readonly (readonly (readonly [number, number])[])[]
  readonly restFactor: readonly number[]
  readonly restCross: Float64Array
  readonly restSums: readonly number[]
  readonly n: number
  readonly square: number
}

const MOST_LEVELS = 600

const check = (input: VarianceComponentsInput): Refusal | undefined => {
  const { response, factors } = input
  if (!Array.isArray(response)) return invalid('response', 'must be a list of numbers')
  for (const [i, value] of response.entries())
    if (typeof value !== 'number' || !Number.isFinite(value))
      return invalid(`response[${i}]`, 'must be a finite number')
  if (typeof factors !== 'object' || factors === null || Object.keys(factors).length === 0)
    return invalid('factors', 'must name at least one factor')
  for (const [name, levels] of Object.entries(factors)) {
    if (name === 'residual') return invalid('factors.residual', 'is the name of what no factor explains')
    if (!Array.isArray(levels) || levels.length !== response.length)
      return invalid(`factors.${name}`, 'must have one level per response')
    for (const [i, level] of (levels as readonly unknown[]).entries())
      if (typeof level !== 'string') return invalid(`factors.${name}[${i}]`, 'must be a name')
  }
  return undefined
}

const encode = (name: string, values: readonly string[]): Factor => {
  const levels = [...new Set(values)].sort((a, b) => (a < b ? -1 : 1))
  const position = new Map(levels.map((level, i) => [level, i]))
  return { name, levels, codes: values.map((value) => position.get(value)!) }
}

const tally = (codes: readonly number[], values: readonly number[], size: number): number[] => {
  const sums = Array.from({ length: size }, () => 0)
  for (const [o, code] of codes.entries()) sums[code]! += values[o]!
  return sums
}

const systemOf = (factors: readonly Factor[], y: readonly number[]): System => {
  const [first, ...others] = factors.toSorted((a, b) => b.levels.length - a.levels.length) as [
    Factor,
    ...Factor[],
  ]
  const ones = y.map(() => 1)
  const from = others.map((_, f) => others.slice(0, f).reduce((sum, factor) => sum + factor.levels.length, 0))
  const restFactor = [...others.flatMap((factor, f) => factor.levels.map(() => f + 1)), 0]
  const size = restFactor.length
  const restCross = new Float64Array(size * size)
  const cross = first.levels.map(() => new Map<number, number>())
  for (const o of y.keys()) {
    const columns = [...others.map((factor, f) => from[f]! + factor.codes[o]!), size - 1]
    const own = cross[first.codes[o]!]!
    for (const a of columns) {
      own.set(a, (own.get(a) ?? 0) + 1)
      for (const b of columns) restCross[a * size + b]! += 1
    }
  }
  return {
    factors: [first, ...others],
    counts: tally(first.codes, ones, first.levels.length),
    sums: tally(first.codes, y, first.levels.length),
    cross: cross.map((own) => [...own]),
    restFactor,
    restCross,
    restSums: [
      ...others.flatMap((factor) => tally(factor.codes, y, factor.levels.length)),
      y.reduce((a, b) => a + b, 0),
    ],
    n: y.length,
    square: y.reduce((sum, value) => sum + value * value, 0),
  }
}

interface Solved {
  readonly criterion: number
  readonly residual: number
  /** Scaled effects of the largest factor, and of the rest with the intercept last. */
  readonly first: Float64Array
  readonly rest: Float64Array
}

/** Λ A Λ, row by row. */
const scaled = (cross: Float64Array, scale: readonly number[]): Float64Array => {
  const size = scale.length
  const matrix = new Float64Array(size * size)
  for (let a = 0; a < size; a++) {
    const own = scale[a]!
    for (let b = 0; b < size; b++) matrix[a * size + b] = cross[a * size + b]! * own * scale[b]!
  }
  return matrix
}

/**
 * Profiled REML criterion at relative standard deviations θ (Bates, Mächler, Bolker & Walker 2015, J. Stat. Softw. 67(1)):
 * ln |ΛZ'ZΛ + I| + ln |X'V⁻¹X| + (n - 1) (1 + ln (2π r² / (n - 1))).
 */
const solve = (system: System, theta: readonly number[]): Solved => {
  const { counts, sums, cross, restFactor, restCross, restSums, n } = system
  const size = restFactor.length
  const scale = restFactor.map((f) => (f === 0 ? 1 : theta[f]!))
  const matrix = scaled(restCross, scale)
  const rest = Float64Array.from(restSums, (x, a) => x * scale[a]!)
  for (let a = 0; a < size - 1; a++) matrix[a * size + a]! += 1
  const own = theta[0]!
  let [logs, explained] = [0, 0]
  for (const [i, columns] of cross.entries()) {
    const pivot = own * own * counts[i]! + 1
    logs += Math.log(pivot)
    explained += (own * sums[i]!) ** 2 / pivot
    for (const [a, x] of columns) {
      const share = (own * own * x * scale[a]!) / pivot
      rest[a]! -= share * sums[i]!
      for (const [b, z] of columns) matrix[a * size + b]! -= share * z * scale[b]!
    }
  }
  const factor = whole(matrix, size)
  // The intercept's pivot is what is left of n: always positive, unless rounding says otherwise.
  if (!factorInPlace(factor)) return { criterion: Infinity, residual: 0, first: rest, rest }
  const right = Float64Array.from(rest)
  solveInPlace(factor, rest)
  for (const [a, x] of rest.entries()) explained += x * right[a]!
  const residual = Math.max(system.square - explained, system.square * 1e-14)
  const first = Float64Array.from(cross, (columns, i) => {
    let left = sums[i]!
    for (const [a, x] of columns) left -= x * scale[a]! * rest[a]!
    return (own * left) / (own * own * counts[i]! + 1)
  })
  const criterion =
    logs + logDeterminant(factor) + (n - 1) * (1 + Math.log((2 * Math.PI * residual) / (n - 1)))
  return { criterion, residual, first, rest }
}

/** Best θ, with those at the edge set to exactly zero; a stationary zero that is no minimum is left again. */
const settle = (system: System): number[] => {
  const f = (theta: readonly number[]): number => solve(system, theta).criterion
  let best = minimise(
    f,
    system.factors.map(() => 1),
  )
  for (const k of system.factors.keys()) {
    if (Math.abs(best.x[k]!) > 1e-3) continue
    const other = minimise(f, best.x.with(k, 0.2))
    if (other.value < best.value) best = other
  }
  let theta = best.x.map(Math.abs)
  for (const k of theta.keys()) {
    const without = theta.with(k, 0)
    if (theta[k]! < 1e-3 && f(without) <= f(theta) + 1e-7) theta = without
  }
  return theta
}

const effects = (system: System, theta: readonly number[], solved: Solved): VarianceComponents['blups'] => {
  const { factors } = system
  let at = 0
  const entries = factors.map((factor, f): [string, Record<string, number>] => {
    const values = factor.levels.map((level, i): [string, number] => [
      level,
      theta[f]! * (f === 0 ? solved.first[i]! : solved.rest[at++]!),
    ])
    return [factor.name, Object.fromEntries(values)]
  })
  return Object.fromEntries(entries)
}

/**
 * Variance components of crossed random effects by restricted maximum likelihood, y = μ + Σ_f u_f + e.
 *
 * @param input responses and, for each factor, the level of every response
 * @returns variances by factor and `residual`, predictions by level, the REML criterion;
 *   `not_identified` where nothing varies, nothing is left over, or a factor has a level for every response
 * @see Bates et al. 2015 (lme4), whose profiled criterion this is
 */
export const varianceComponents = (input: VarianceComponentsInput): Result<VarianceComponents> => {
  const wrong = check(input)
  if (wrong !== undefined) return wrong
  const { response } = input
  if (response.length < 3) return tooLittle('needs three responses')
  const mean = response.reduce((a, b) => a + b, 0) / response.length
  const y = response.map((value) => value - mean)
  if (y.every((value) => Math.abs(value) <= 1e-12 * Math.max(1, Math.abs(mean))))
    return notIdentified('all responses are equal')
  const factors = Object.entries(input.factors).map(([name, values]) => encode(name, values))
  for (const factor of factors) {
    if (factor.levels.length === response.length)
      return notIdentified(`${factor.name} has a level of its own for every response`)
    if (factor.levels.length < 2) return notIdentified(`${factor.name} has one level only`)
  }
  const levels = factors.map((factor) => factor.levels.length).sort((a, b) => b - a)
  const rest = levels.slice(1).reduce((a, b) => a + b, 0)
  if (rest > MOST_LEVELS)
    return {
      status: 'too_large',
      because: `${rest} levels besides the largest factor; at most ${MOST_LEVELS}`,
    }
  const system = systemOf(factors, y)
  const theta = settle(system)
  const solved = solve(system, theta)
  const residual = solved.residual / (response.length - 1)
  if (!(residual > (system.square / response.length) * 1e-9))
    return notIdentified('the factors explain everything: no residual is left')
  const components = Object.fromEntries(
    system.factors.map((factor, f) => [factor.name, theta[f]! ** 2 * residual]),
  )
  return {
    status: 'ok',
    components: { ...components, residual },
    blups: effects(system, theta, solved),
    intercept: mean + solved.rest.at(-1)!,
    reml: solved.criterion,
  }
}
