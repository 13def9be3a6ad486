import { beforeAll, describe, expect, it } from '@jest/globals'
import { pairs } from '../../libs/measurement/src/index.ts'
import { fitted } from './panels.ts'
import { simulate, STANDARD, type Scenario } from './simulate.ts'

/** Pooled figures of many panels; the long version of this is `npm run bench -- measurement`. */
const recover = (scenario: Scenario, seeds: number, variational = true) => {
  const sum = {
    n: 0,
    fair: 0,
    raw: 0,
    covered: 0,
    severities: 0,
    severityCovered: 0,
    pairs: 0,
    right: 0,
    told: 0,
    toldRight: 0,
    claimed: 0,
  }
  for (let seed = 0; seed < seeds; seed++) {
    const truth = simulate(scenario, seed)
    const run = fitted({ ...truth.input, options: { variational } })
    for (const c of run.candidates) {
      const fair = truth.fair.get(c.candidate)!
      sum.n += 1
      sum.fair += (c.fair - fair) ** 2
      sum.raw += (c.raw! - fair) ** 2
      if (c.low <= fair && fair <= c.high) sum.covered += 1
    }
    for (const i of run.interviewers) {
      const severity = truth.severity.get(i.interviewer)!
      sum.severities += 1
      if (i.low <= severity && severity <= i.high) sum.severityCovered += 1
    }
    const compared = pairs(run)
    if (compared.status !== 'ok') throw new Error(compared.because)
    for (const pair of compared.pairs) {
      if (pair.probability === null) continue
      const right = truth.measure.get(pair.a)! > truth.measure.get(pair.b)!
      sum.pairs += 1
      sum.claimed += pair.probability
      if (right) sum.right += 1
      if (pair.state === 'cannot_be_told_apart') continue
      sum.told += 1
      if (right) sum.toldRight += 1
    }
  }
  return {
    fair: Math.sqrt(sum.fair / sum.n),
    raw: Math.sqrt(sum.raw / sum.n),
    coverage: sum.covered / sum.n,
    severityCoverage: sum.severityCovered / sum.severities,
    right: sum.right / sum.pairs,
    claimed: sum.claimed / sum.pairs,
    told: sum.told / sum.pairs,
    toldRight: sum.toldRight / sum.told,
  }
}

describe('recovery of a known truth on sparse panels', () => {
  let standard: ReturnType<typeof recover>
  beforeAll(() => {
    standard = recover(STANDARD, 30)
  })

  it('is nearer to the truth than raw means by at least a seventh', () => {
    expect(standard.fair).toBeLessThan(0.86 * standard.raw)
  })

  it('has 90 % intervals that cover 88 to 93 %', () => {
    expect(standard.coverage).toBeGreaterThan(0.88)
    expect(standard.coverage).toBeLessThan(0.93)
  })

  it('covers severities, and claims for pairs what it gets right', () => {
    expect(standard.severityCoverage).toBeGreaterThan(0.86)
    expect(Math.abs(standard.claimed - standard.right)).toBeLessThan(0.02)
    expect(standard.right).toBeGreaterThan(0.85)
    expect(standard.told).toBeGreaterThan(0.48)
    expect(standard.toldRight).toBeGreaterThan(0.96)
  })

  it('gains most where severities differ most', () => {
    const wide = recover({ ...STANDARD, sigmas: { ...STANDARD.sigmas, interviewer: 1.3 } }, 16)
    expect(wide.fair).toBeLessThan(0.73 * wide.raw)
    expect(wide.coverage).toBeGreaterThan(0.88)
  })

  it('holds with one or two interviewers a candidate', () => {
    const thin = recover({ ...STANDARD, panel: [1, 2] }, 16)
    expect(thin.fair).toBeLessThan(0.86 * thin.raw)
    expect(thin.coverage).toBeGreaterThan(0.87)
    expect(thin.coverage).toBeLessThan(0.93)
  })

  it('does no harm where all are equally strict', () => {
    const equal = recover({ ...STANDARD, sigmas: { ...STANDARD.sigmas, interviewer: 0 } }, 16)
    expect(equal.fair).toBeLessThan(1.01 * equal.raw)
  })

  it('shows why the variational step is there: Laplace severities undercover', () => {
    expect(recover(STANDARD, 30, false).severityCoverage).toBeLessThan(standard.severityCoverage - 0.02)
  })
})

/** Tolerances leave room for the noise of 24 panels (about 0.02 of coverage), not for a worse estimator. */
describe('recovery where the truth is not the model', () => {
  const of = (truth: Scenario['truth']) => recover({ ...STANDARD, truth: truth! }, 24)

  it('stands skewed and heavy-tailed abilities', () => {
    for (const abilities of ['skewed', 'heavy tails'] as const) {
      const one = of({ abilities })
      expect(one.fair).toBeLessThan(0.88 * one.raw)
      expect(one.coverage).toBeGreaterThan(0.86)
      expect(one.coverage).toBeLessThan(0.94)
      expect(Math.abs(one.claimed - one.right)).toBeLessThan(0.03)
      expect(one.toldRight).toBeGreaterThan(0.95)
    }
  })

  it('stands interviewers who use the scale unequally, with slightly short intervals', () => {
    const one = of({ scaleUse: 0.4 })
    expect(one.fair).toBeLessThan(0.92 * one.raw)
    expect(one.coverage).toBeGreaterThan(0.86)
    expect(one.coverage).toBeLessThan(0.93)
    expect(one.toldRight).toBeGreaterThan(0.96)
  })

  it('keeps fair scores right under a cumulative logit; severities, on another logit, undercover', () => {
    const one = of({ levels: 'cumulative' })
    expect(one.fair).toBeLessThan(0.92 * one.raw)
    expect(one.coverage).toBeGreaterThan(0.91)
    expect(one.severityCoverage).toBeLessThan(0.84)
    expect(one.toldRight).toBeGreaterThan(0.96)
  })

  it('takes strict interviewers who see the strong for average ones: intervals do not hold', () => {
    const one = of({ selective: 0.8 })
    expect(one.fair).toBeLessThan(one.raw)
    expect(one.coverage).toBeLessThan(0.8)
    expect(one.severityCoverage).toBeLessThan(0.6)
  })
})
