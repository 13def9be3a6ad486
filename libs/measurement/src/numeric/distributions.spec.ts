import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { factorInPlace, inverseOf, invertInPlace, logDeterminant, solveInPlace, whole } from './cholesky.ts'
import { refused } from '../../../../test/measurement/fixtures.ts'
import { distribution } from './distributions.ts'
import { betaLower, betaUpper } from './beta.ts'
import { fLower, fUpper } from './fisher-snedecor.ts'
import { chiSquaredUpper, gammaLower, gammaUpper } from './gamma.ts'
import { NODES, WEIGHTS } from './gauss-hermite.ts'
import { hypergeometricPmf } from './hypergeometric.ts'
import { logBeta, logChoose, logGamma } from './log-gamma.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import { rootOfIncreasing } from './root.ts'
import { seeded } from './random.ts'
import { sha256 } from './sha256.ts'
import { logSumExp } from './log-sum-exp.ts'
import { studentUpper } from './student.ts'

interface Case {
  fn: string
  args: Record<string, unknown>
  value: number
}
const published = JSON.parse(
  readFileSync(new URL('../../../../test/measurement/fixtures/distributions.json', import.meta.url), 'utf8'),
) as { cases: Case[] }

describe('distributions against R 4.2.2', () => {
  it.each(published.cases.map((c) => [`${c.fn} ${JSON.stringify(c.args)}`, c] as const))('%s', (_name, c) => {
    const result = distribution(c)
    if (result.status !== 'ok') throw new Error(result.because)
    const relative = c.fn.endsWith('quantile') ? 1e-8 : 1e-9
    expect(Math.abs(result.value - c.value)).toBeLessThanOrEqual(relative * Math.abs(c.value) + 1e-14)
  })

  it('refuses what is not defined, naming the element', () => {
    expect(distribution({ fn: 'toString', args: {} })).toEqual(refused('fn'))
    expect(distribution({ fn: 'normal_cdf', args: {} })).toEqual(refused('args.x'))
    expect(distribution({ fn: 'normal_cdf', args: { x: Number.NaN } })).toEqual(refused('args.x'))
    expect(distribution({ fn: 'logsumexp', args: { v: [] } })).toEqual(refused('args.v'))
    expect(distribution({ fn: 'logsumexp', args: { v: 'no' } })).toEqual(refused('args.v'))
    for (const args of [
      { fn: 'normal_quantile', args: { p: 1 } },
      { fn: 'normal_quantile', args: { p: 0 } },
      { fn: 't_quantile', args: { p: 0.5, df: 0 } },
      { fn: 't_quantile', args: { p: 2, df: 3 } },
      { fn: 't_upper', args: { x: 1, df: -1 } },
      { fn: 'chisq_upper', args: { x: 1, df: 0 } },
      { fn: 'f_upper', args: { x: 1, df1: 0, df2: 1 } },
      { fn: 'f_quantile', args: { p: 0.5, df1: 1, df2: 0 } },
      { fn: 'beta_quantile', args: { p: 0.5, a: 0, b: 1 } },
      { fn: 'hypergeom_pmf', args: { k: 0, n_focal: 1.5, n_ref: 2, selected: 1 } },
      { fn: 'hypergeom_pmf', args: { k: 0, n_focal: 1, n_ref: 2, selected: 4 } },
      { fn: 'hypergeom_pmf', args: { k: 0, n_focal: -1, n_ref: 2, selected: 1 } },
      { fn: 'lgamma', args: { x: 0 } },
    ])
      expect(distribution(args)).toEqual(refused('args'))
  })
})

describe('tails and limits', () => {
  it('keeps both tails complementary', () => {
    for (const x of [0.01, 0.3, 0.5, 0.9]) {
      const shape = { a: 2.5, b: 7 }
      expect(betaLower(shape, x) + betaUpper(shape, x)).toBeCloseTo(1, 13)
      expect(gammaLower(3, x * 9) + gammaUpper(3, x * 9)).toBeCloseTo(1, 13)
      expect(fLower(x * 5, { df1: 3, df2: 8 }) + fUpper(x * 5, { df1: 3, df2: 8 })).toBeCloseTo(1, 13)
      expect(studentUpper(x, 7) + studentUpper(-x, 7)).toBeCloseTo(1, 13)
      expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 15)
    }
  })

  it('answers at the ends of each range', () => {
    expect([normalCdf(Infinity), normalCdf(-Infinity), normalCdf(0)]).toEqual([1, 0, 0.5])
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(1.1)]).toEqual([
      -Infinity,
      Infinity,
      Number.NaN,
    ])
    expect([gammaLower(2, 0), gammaUpper(2, 0), chiSquaredUpper(0, 3)]).toEqual([0, 1, 1])
    expect([betaLower({ a: 2, b: 3 }, 0), betaLower({ a: 2, b: 3 }, 1)]).toEqual([0, 1])
    expect([fLower(0, { df1: 2, df2: 3 }), fUpper(0, { df1: 2, df2: 3 })]).toEqual([0, 1])
    expect(fUpper(Infinity, { df1: 2, df2: 3 })).toBe(0)
    expect(logGamma(0)).toBeNaN()
    expect([logChoose(5, 0), logChoose(5, 5)]).toEqual([0, 0])
    expect(hypergeometricPmf(9, { focal: 5, reference: 5, selected: 3 })).toBe(0)
    expect(hypergeometricPmf(0, { focal: 5, reference: 1, selected: 3 })).toBe(0)
    expect(logSumExp([])).toBe(-Infinity)
  })

  it('takes the logarithm of a beta function the same way on both sides of ten', () => {
    const direct = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b)
    for (const [a, b] of [
      [3, 9],
      [3, 11],
      [9.99, 30],
      [10.01, 30],
      [25, 40],
    ] as const) {
      expect(logBeta(a, b)).toBeCloseTo(direct(a, b), 11)
      expect(logBeta(b, a)).toBe(logBeta(a, b))
    }
    expect(Math.exp(logChoose(40, 17))).toBeCloseTo(88732378800, -2)
  })

  it('finds a root at an end and inside', () => {
    expect(rootOfIncreasing((x) => x, 0, 1)).toBe(0)
    expect(rootOfIncreasing((x) => x - 1, 0, 1)).toBe(1)
    expect(rootOfIncreasing((x) => x ** 9 - 1e-9, 0, 4)).toBeCloseTo(0.1, 14)
  })

  it('integrates polynomials against the normal density exactly', () => {
    const moment = (power: number) =>
      NODES.reduce<number>((sum, z, i) => sum + WEIGHTS[i]! * (i === 0 ? z ** power : 2 * z ** power), 0)
    for (const [power, value] of [
      [0, 1],
      [2, 1],
      [4, 3],
      [6, 15],
      [8, 105],
      [12, 10395],
    ] as const)
      expect(moment(power) / value).toBeCloseTo(1, 11)
  })
})

describe('linear algebra', () => {
  const matrix = Float64Array.from([4, 2, 0.6, 2, 5, 1.2, 0.6, 1.2, 3])

  it('factors, solves and inverts', () => {
    const factor = whole(Float64Array.from(matrix), 3)
    expect(factorInPlace(factor)).toBe(true)
    // 4 (15 - 1.44) - 2 (6 - 0.72) + 0.6 (2.4 - 3) = 43.32
    expect(logDeterminant(factor)).toBeCloseTo(Math.log(43.32), 12)
    const b = Float64Array.from([9.8, 15.6, 12])
    solveInPlace(factor, b)
    for (const [i, x] of [1, 2, 3].entries()) expect(b[i]).toBeCloseTo(x, 12)
    invertInPlace(factor)
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 3; j++) {
        const product = [0, 1, 2].reduce((sum, k) => sum + matrix[i * 3 + k]! * factor.values[k * 3 + j]!, 0)
        expect(product).toBeCloseTo(i === j ? 1 : 0, 12)
      }
  })

  it('says when a matrix is not positive definite', () => {
    expect(inverseOf(Float64Array.from([1, 2, 2, 1]), 2)).toBeNull()
    expect(inverseOf(matrix, 3)?.length).toBe(9)
  })
})

describe('seeds and hashes', () => {
  it('gives the same stream for the same seed and another for another', () => {
    const draw = (seed: string | number): number[] => {
      const random = seeded(seed)
      return Array.from({ length: 5 }, () => random.uniform())
    }
    expect(draw('run')).toEqual(draw('run'))
    expect(draw('run')).not.toEqual(draw('ruo'))
    expect(draw(1)[0]).toBe(draw(1)[0])
  })

  it('draws numbers with the mean, spread and tails of their distribution', () => {
    const random = seeded(7)
    const n = 40_000
    let [sum, squares, beyond, uniform] = [0, 0, 0, 0]
    for (let i = 0; i < n; i++) {
      const z = random.normal()
      sum += z
      squares += z * z
      if (Math.abs(z) > 1.959964) beyond++
      uniform += random.uniform()
    }
    expect(Math.abs(sum / n)).toBeLessThan(0.015)
    expect(Math.abs(squares / n - 1)).toBeLessThan(0.03)
    expect(Math.abs(beyond / n - 0.05)).toBeLessThan(0.004)
    expect(Math.abs(uniform / n - 0.5)).toBeLessThan(0.005)
  })

  it('agrees with the platform on SHA-256', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 1000]) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + 7) & 255)
      expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
    }
  })
})
