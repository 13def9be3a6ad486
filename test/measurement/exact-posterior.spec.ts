import { describe, expect, it } from '@jest/globals'
import { seeded } from '../../libs/measurement/src/index.ts'
import { crossed, fitted, inputOf, scoreOf } from './panels.ts'

const DRAWS = 60_000

/** Category probabilities of an adjacent-category logit. */
const probabilities = (eta: number, thresholds: readonly number[]): number[] => {
  let log = 0
  const terms = [1, ...thresholds.map((tau) => Math.exp((log += eta - tau)))]
  const total = terms.reduce((a, b) => a + b, 0)
  return terms.map((term) => term / total)
}

/**
 * Median and central 90 % of the fair score after one interviewer gave `level` on every question, by importance sampling: all
 * parameters from their priors (MEASUREMENT section 4, spreads held), weighted by the likelihood. No approximation but chance.
 */
const exact = (level: number, questions: number): { low: number; median: number; high: number } => {
  const random = seeded(`exact ${level} ${questions}`)
  const normals = (count: number, sd: number): number[] =>
    Array.from({ length: count }, () => sd * random.normal())
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length
  const drawn = Array.from({ length: DRAWS }, () => {
    const [theta, alpha, halo] = [1.2 * random.normal(), 0.7 * random.normal(), 0.7 * random.normal()]
    const [beta, delta, steps] = [normals(questions, 0.4), normals(questions, 0.5), normals(3, 1)]
    const location = Math.sqrt(3 ** 2 + 0.3 ** 2) * random.normal() - mean(steps)
    const thresholds = steps.map((step, m) => 1.5 * (m - 1) + step + location)
    const measure = theta + mean(delta)
    let [weight, fair] = [1, 1]
    for (const [i, b] of beta.entries()) {
      weight *= probabilities(theta + delta[i]! + halo - alpha - b, thresholds)[level - 1]!
      fair += probabilities(measure - alpha - b, thresholds).reduce((sum, p, k) => sum + k * p, 0) / questions
    }
    return { fair, weight }
  }).sort((a, b) => a.fair - b.fair)
  const total = drawn.reduce((sum, { weight }) => sum + weight, 0)
  const quantile = (share: number): number => {
    let reached = 0
    return drawn.find(({ weight }) => (reached += weight) >= share * total)!.fair
  }
  return { low: quantile(0.05), median: quantile(0.5), high: quantile(0.95) }
}

describe('the interval of a candidate of whom hardly anything is known, against the exact posterior', () => {
  it.each([
    [3, 1],
    [2, 2],
    [4, 6],
  ])('level %i on %i questions', (level, questions) => {
    const run = fitted(inputOf(crossed({ candidates: 'A', interviewers: 'X', questions }, () => level)))
    const { low, fair, high } = scoreOf(run, 'A')
    const truth = exact(level, questions)
    expect(Math.abs(fair - truth.median)).toBeLessThan(0.04)
    expect(Math.abs(low - truth.low)).toBeLessThan(0.15)
    expect(Math.abs(high - truth.high)).toBeLessThan(0.15)
  })
})
