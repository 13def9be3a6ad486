import { fit, pairs, varianceComponents } from '../../../libs/measurement/src/index.ts'
import { simulate, STANDARD, type Scenario } from '../../measurement/simulate.ts'

const wider = (sigmas: Partial<Scenario['sigmas']>): Scenario => ({
  ...STANDARD,
  sigmas: { ...STANDARD.sigmas, ...sigmas },
})

/** The scenarios of MEASUREMENT section 12 that the generator can draw. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  standard: STANDARD,
  'three or four interviewers': { ...STANDARD, panel: [3, 4] },
  'large severity spread': wider({ interviewer: 1.3 }),
  'six candidates': { ...STANDARD, candidates: 6 },
  'two or three competencies': { ...STANDARD, rated: [2, 3] },
  'five levels, 15 % missing': { ...STANDARD, levels: 5, notAssessed: 0.15 },
  'equal severities': wider({ interviewer: 0 }),
  'two teams, one link': { ...STANDARD, teams: true },
  'one or two interviewers': { ...STANDARD, panel: [1, 2] },
  'no halo': wider({ halo: 0 }),
  'near-equal candidates': wider({ candidate: 0.4 }),
  'skewed abilities': { ...STANDARD, truth: { abilities: 'skewed' } },
  'heavy tails': { ...STANDARD, truth: { abilities: 'heavy tails' } },
  'unequal scale use': { ...STANDARD, truth: { scaleUse: 0.4 } },
  'cumulative logit': { ...STANDARD, truth: { levels: 'cumulative' } },
  'selective assignment, mild': { ...STANDARD, truth: { selective: 0.3 } },
  'selective assignment, strong': { ...STANDARD, truth: { selective: 0.8 } },
}

/** Pooled over panels; root mean squared errors in points of the scale. */
export interface Recovered {
  readonly raw: number
  readonly fair: number
  readonly rankRaw: number
  readonly rankFair: number
  readonly coverage: number
  readonly severityCoverage: number
  readonly right: number
  readonly claimed: number
  readonly told: number
  readonly toldRight: number
}

const midRanks = (values: readonly number[]): number[] => {
  const sorted = values.toSorted((a, b) => a - b)
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2)
}

const correlation = (x: readonly number[], y: readonly number[]): number => {
  const mean = (v: readonly number[]): number => v.reduce((a, b) => a + b, 0) / v.length
  const [mx, my] = [mean(x), mean(y)]
  let [xy, xx, yy] = [0, 0, 0]
  for (const [i, a] of x.entries()) {
    xy += (a - mx) * (y[i]! - my)
    xx += (a - mx) ** 2
    yy += (y[i]! - my) ** 2
  }
  return xx * yy > 0 ? xy / Math.sqrt(xx * yy) : 0
}

const spearman = (x: readonly number[], y: readonly number[]): number => correlation(midRanks(x), midRanks(y))

const onePanel = (scenario: Scenario, seed: number, variational: boolean) => {
  const truth = simulate(scenario, seed)
  const run = fit({ ...truth.input, options: { variational } })
  if (!('candidates' in run)) throw new Error(run.because)
  const known = run.candidates.map((c) => truth.fair.get(c.candidate)!)
  const compared = pairs(run)
  if (compared.status !== 'ok') throw new Error(compared.because)
  const told = compared.pairs.filter((pair) => pair.probability !== null)
  const isRight = (pair: (typeof told)[number]): boolean =>
    truth.measure.get(pair.a)! > truth.measure.get(pair.b)!
  const apart = told.filter((pair) => pair.state !== 'cannot_be_told_apart')
  return {
    n: known.length,
    raw: run.candidates.map((c, i) => (c.raw! - known[i]!) ** 2).reduce((a, b) => a + b, 0),
    fair: run.candidates.map((c, i) => (c.fair - known[i]!) ** 2).reduce((a, b) => a + b, 0),
    rankRaw: spearman(
      run.candidates.map((c) => c.raw!),
      known,
    ),
    rankFair: spearman(
      run.candidates.map((c) => c.fair),
      known,
    ),
    covered: run.candidates.filter((c, i) => c.low <= known[i]! && known[i]! <= c.high).length,
    interviewers: run.interviewers.length,
    severityCovered: run.interviewers.filter(
      (j) => j.low <= truth.severity.get(j.interviewer)! && truth.severity.get(j.interviewer)! <= j.high,
    ).length,
    pairs: told.length,
    right: told.filter(isRight).length,
    claimed: told.reduce((sum, pair) => sum + pair.probability!, 0),
    told: apart.length,
    toldRight: apart.filter(isRight).length,
  }
}

/**
 * Fits `seeds` panels of a scenario and holds the results against the truth they were drawn from.
 *
 * @param variational false for MAP with Laplace intervals
 */
export const recover = (scenario: Scenario, seeds: number, variational: boolean): Recovered => {
  const panels = Array.from({ length: seeds }, (_, seed) => onePanel(scenario, seed, variational))
  const sum = (of: keyof (typeof panels)[number]): number =>
    panels.reduce((total, panel) => total + panel[of], 0)
  return {
    raw: Math.sqrt(sum('raw') / sum('n')),
    fair: Math.sqrt(sum('fair') / sum('n')),
    rankRaw: sum('rankRaw') / seeds,
    rankFair: sum('rankFair') / seeds,
    coverage: sum('covered') / sum('n'),
    severityCoverage: sum('severityCovered') / sum('interviewers'),
    right: sum('right') / sum('pairs'),
    claimed: sum('claimed') / sum('pairs'),
    told: sum('told') / sum('pairs'),
    toldRight: sum('toldRight') / Math.max(1, sum('told')),
  }
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

/**
 * The bar: scores of a linear mixed model with the same five facets (best linear unbiased predictions by REML, as lme4 does).
 *
 * @returns root mean squared errors of raw means, of the linear mixed model and of the fair score, on the same panels
 */
export const againstLinearModel = (
  scenario: Scenario,
  seeds: number,
): { raw: number; linear: number; fair: number } => {
  const squares = { raw: 0, linear: 0, fair: 0 }
  let n = 0
  for (let seed = 0; seed < seeds; seed++) {
    const truth = simulate(scenario, seed)
    const rows = truth.input.ratings.filter((r) => r.level !== null)
    const linear = varianceComponents({
      response: rows.map((r) => r.level!),
      factors: {
        candidate: rows.map((r) => r.candidate),
        interviewer: rows.map((r) => r.interviewer),
        question: rows.map((r) => r.question),
        halo: rows.map((r) => `${r.candidate} ${r.interviewer}`),
        profile: rows.map((r) => `${r.candidate} ${r.competency}`),
      },
    })
    const run = fit(truth.input)
    if (linear.status !== 'ok' || !('candidates' in run)) throw new Error('both must fit')
    const of = (factor: string): Readonly<Record<string, number>> => linear.blups[factor]!
    const level =
      linear.intercept + mean(Object.values(of('interviewer'))) + mean(Object.values(of('question')))
    for (const c of run.candidates) {
      const fair = truth.fair.get(c.candidate)!
      const profile = mean(truth.input.competencies.map((k) => of('profile')[`${c.candidate} ${k}`] ?? 0))
      squares.raw += (c.raw! - fair) ** 2
      squares.linear += (level + of('candidate')[c.candidate]! + profile - fair) ** 2
      squares.fair += (c.fair - fair) ** 2
      n += 1
    }
  }
  return {
    raw: Math.sqrt(squares.raw / n),
    linear: Math.sqrt(squares.linear / n),
    fair: Math.sqrt(squares.fair / n),
  }
}
