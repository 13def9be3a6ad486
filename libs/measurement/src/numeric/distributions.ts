import { invalid, type Result } from '../result.ts'
import { betaQuantile } from './beta.ts'
import { fQuantile, fUpper } from './fisher-snedecor.ts'
import { chiSquaredUpper } from './gamma.ts'
import { hypergeometricPmf } from './hypergeometric.ts'
import { logGamma } from './log-gamma.ts'
import { logSumExp } from './log-sum-exp.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import { studentQuantile, studentUpper } from './student.ts'

type Arguments = Readonly<Record<string, number>>

interface Formula {
  readonly needs: readonly string[]
  readonly may: (args: Arguments) => boolean
  readonly value: (args: Arguments) => number
}

const open = (p: number | undefined): boolean => p !== undefined && p > 0 && p < 1
const positive = (...values: (number | undefined)[]): boolean => values.every((v) => v !== undefined && v > 0)
const counts = (...values: (number | undefined)[]): boolean =>
  values.every((v) => v !== undefined && Number.isInteger(v) && v >= 0)

const FORMULAS: Readonly<Record<string, Formula>> = {
  normal_cdf: { needs: ['x'], may: () => true, value: (a) => normalCdf(a['x']!) },
  normal_quantile: { needs: ['p'], may: (a) => open(a['p']), value: (a) => normalQuantile(a['p']!) },
  t_upper: {
    needs: ['x', 'df'],
    may: (a) => positive(a['df']),
    value: (a) => studentUpper(a['x']!, a['df']!),
  },
  t_quantile: {
    needs: ['p', 'df'],
    may: (a) => open(a['p']) && positive(a['df']),
    value: (a) => studentQuantile(a['p']!, a['df']!),
  },
  chisq_upper: {
    needs: ['x', 'df'],
    may: (a) => positive(a['df']),
    value: (a) => chiSquaredUpper(a['x']!, a['df']!),
  },
  f_upper: {
    needs: ['x', 'df1', 'df2'],
    may: (a) => positive(a['df1'], a['df2']),
    value: (a) => fUpper(a['x']!, { df1: a['df1']!, df2: a['df2']! }),
  },
  f_quantile: {
    needs: ['p', 'df1', 'df2'],
    may: (a) => open(a['p']) && positive(a['df1'], a['df2']),
    value: (a) => fQuantile(a['p']!, { df1: a['df1']!, df2: a['df2']! }),
  },
  beta_quantile: {
    needs: ['p', 'a', 'b'],
    may: (a) => open(a['p']) && positive(a['a'], a['b']),
    value: (a) => betaQuantile(a['p']!, { a: a['a']!, b: a['b']! }),
  },
  hypergeom_pmf: {
    needs: ['k', 'n_focal', 'n_ref', 'selected'],
    may: (a) =>
      counts(a['n_focal'], a['n_ref'], a['selected']) && a['selected']! <= a['n_focal']! + a['n_ref']!,
    value: (a) =>
      hypergeometricPmf(a['k']!, { focal: a['n_focal']!, reference: a['n_ref']!, selected: a['selected']! }),
  },
  lgamma: { needs: ['x'], may: (a) => positive(a['x']), value: (a) => logGamma(a['x']!) },
}

const finite = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/**
 * One value of a special function or distribution by name, for people who check our numbers with their own tools.
 *
 * @param input `fn` one of normal_cdf, normal_quantile, t_upper, t_quantile, chisq_upper, f_upper, f_quantile,
 *   beta_quantile, hypergeom_pmf, lgamma, logsumexp; `args` by name
 * @returns the value, or `invalid_input` naming the function or argument
 */
export const distribution = (input: {
  readonly fn: string
  readonly args: Readonly<Record<string, unknown>>
}): Result<{ readonly value: number }> => {
  const { fn, args } = input
  if (fn === 'logsumexp') {
    const v = args['v']
    if (!Array.isArray(v) || v.length === 0 || !v.every(finite))
      return invalid('args.v', 'must be a list of numbers')
    return { status: 'ok', value: logSumExp(v) }
  }
  const formula = Object.hasOwn(FORMULAS, fn) ? FORMULAS[fn] : undefined
  if (formula === undefined) return invalid('fn', `there is no function named ${JSON.stringify(fn)}`)
  const numbers: Record<string, number> = {}
  for (const name of formula.needs) {
    const value = args[name]
    if (!finite(value)) return invalid(`args.${name}`, 'must be a finite number')
    numbers[name] = value
  }
  if (!formula.may(numbers)) return invalid('args', `${fn} is not defined there`)
  return { status: 'ok', value: formula.value(numbers) }
}
