import { describe, expect, it } from '@jest/globals'
import { pairs, ranks, ranksOfEstimates, tiers } from '../../libs/measurement/src/index.ts'
import { must, refused, refusedFor } from './fixtures.ts'
import { crossed, fitted, inputOf, rate } from './panels.ts'
import { simulate, STANDARD } from './simulate.ts'

const options = { level: 0.9, seed: 1 }
const estimate = (name: string, value: number, se: number) => ({ name, estimate: value, se })

describe('ranks of estimates', () => {
  it('knows the order of what lies far apart', () => {
    const found = must(
      ranksOfEstimates({
        ...options,
        estimates: [estimate('b', 0, 0.1), estimate('c', -5, 0.1), estimate('a', 5, 0.1)],
      }),
    )
    expect(
      found.candidates.map((c) => [c.candidate, c.rankLow, c.rankHigh, c.expectedRank, c.probabilityBest]),
    ).toEqual([
      ['b', 2, 2, 2, 0],
      ['c', 3, 3, 3, 0],
      ['a', 1, 1, 1, 1],
    ])
    expect(found.candidates.map((c) => c.rankSet)).toEqual([
      [2, 2],
      [3, 3],
      [1, 1],
    ])
  })

  it('knows nothing of what is equal', () => {
    const found = must(
      ranksOfEstimates({ ...options, estimates: 'abcd'.split('').map((name) => estimate(name, 1, 0.5)) }),
    )
    for (const c of found.candidates) {
      expect(Math.abs(c.probabilityBest - 0.25)).toBeLessThan(0.015)
      expect(Math.abs(c.expectedRank - 2.5)).toBeLessThan(0.05)
      expect([c.rankLow, c.rankHigh]).toEqual([1, 4])
      expect(c.rankSet).toEqual([1, 4])
    }
  })

  it('gives two estimates the probability of the textbook, with their covariance', () => {
    // Difference 1, variance 1 + 1 - 2 · 0.5 = 1: Φ(1) = .8413; independent: Φ(1/√2) = .7602.
    const two = [estimate('a', 1, 1), estimate('b', 0, 1)]
    const joint = must(
      ranksOfEstimates({
        ...options,
        estimates: two,
        covariance: [
          [1, 0.5],
          [0.5, 1],
        ],
      }),
    ).candidates[0]!
    expect(Math.abs(joint.probabilityBest - 0.8413)).toBeLessThan(0.01)
    expect(
      Math.abs(
        must(ranksOfEstimates({ ...options, estimates: two })).candidates[0]!.probabilityBest - 0.7602,
      ),
    ).toBeLessThan(0.01)
    expect(joint.expectedRank).toBeCloseTo(2 - joint.probabilityBest, 10)
  })

  it('lets a significant difference alone narrow a rank set', () => {
    // Two estimates: the critical value of one studentised difference at 95 % is 1.96.
    const set = (gap: number) =>
      must(
        ranksOfEstimates({
          level: 0.95,
          seed: 1,
          estimates: [estimate('a', gap * Math.SQRT2, 1), estimate('b', 0, 1)],
        }),
      ).candidates[0]!.rankSet
    expect(set(1.8)).toEqual([1, 2])
    expect(set(2.15)).toEqual([1, 1])
  })

  it('counts what two estimates share: correlated errors make a difference surer', () => {
    // se of the difference √(1 + 1 - 2 · 0.9) = .447; 1.2 is beyond 1.96 of it, and not beyond 1.96 · √2.
    const two = [estimate('a', 1.2, 1), estimate('b', 0, 1)]
    const covariance = [
      [1, 0.9],
      [0.9, 1],
    ]
    const set = (more: object) =>
      must(ranksOfEstimates({ level: 0.95, seed: 1, estimates: two, ...more })).candidates[0]!.rankSet
    expect(set({ covariance })).toEqual([1, 1])
    expect(set({})).toEqual([1, 2])
  })

  it('covers the true rank as often as it says', () => {
    const truth = simulate({ ...STANDARD, candidates: 10 }, 11)
    let [inside, all] = [0, 0]
    for (let seed = 0; seed < 12; seed++) {
      const panel = simulate({ ...STANDARD, candidates: 10 }, seed)
      const order = [...panel.measure].sort(([, a], [, b]) => b - a).map(([name]) => name)
      for (const c of must(ranks(fitted(panel.input))).candidates) {
        const rank = order.indexOf(c.candidate) + 1
        all += 1
        if (c.rankLow <= rank && rank <= c.rankHigh) inside += 1
      }
    }
    expect(inside / all).toBeGreaterThan(0.85)
    expect(truth.measure.size).toBe(10)
  })

  it('refuses what it cannot answer', () => {
    const of = (change: object) =>
      ranksOfEstimates({ ...options, estimates: [estimate('a', 1, 1), estimate('b', 1, 1)], ...change })
    expect(of({ estimates: [] })).toEqual(refusedFor('too_little_data'))
    expect(of({ estimates: 1 })).toEqual(refused('estimates'))
    expect(of({ estimates: [{ name: 1 }] })).toEqual(refused('estimates[0].name'))
    expect(of({ estimates: [estimate('a', Number.NaN, 1)] })).toEqual(refused('estimates[0].estimate'))
    expect(of({ estimates: [estimate('a', 1, -1)] })).toEqual(refused('estimates[0].se'))
    expect(of({ level: 1 })).toEqual(refused('level'))
    expect(of({ level: 0.2 })).toEqual(refused('level'))
    expect(of({ covariance: [[1]] })).toEqual(refused('covariance'))
    expect(of({ covariance: [[1, 0], [0]] })).toEqual(refused('covariance[1]'))
    expect(
      of({
        covariance: [
          [1, 5],
          [5, 1],
        ],
      }),
    ).toEqual(refusedFor('not_identified'))
    expect(of({ estimates: Array.from({ length: 501 }, (_, i) => estimate(`${i}`, 1, 1)) })).toEqual(
      refusedFor('too_large'),
    )
    expect(
      must(of({ estimates: [estimate('a', 1, 0), estimate('b', 0, 0)] })).candidates[0]!.probabilityBest,
    ).toBe(1)
  })
})

describe('ranks, pairs and tiers of a run', () => {
  const run = fitted(simulate(STANDARD, 2).input)

  it('agree with each other', () => {
    const best = must(ranks(run)).candidates.toSorted((a, b) => a.expectedRank - b.expectedRank)
    const two = best.slice(0, 2).map((c) => c.candidate)
    const [only] = must(pairs(run, [[two[0]!, two[1]!]])).pairs
    const between = must(ranks(run, { candidates: two })).candidates.find((c) => c.candidate === two[0])!
    expect(Math.abs(between.probabilityBest - only!.probability!)).toBeLessThan(0.015)
    expect(best.reduce((sum, c) => sum + c.probabilityBest, 0)).toBeCloseTo(1, 10)
    expect(best.reduce((sum, c) => sum + c.expectedRank, 0)).toBeCloseTo((30 * 31) / 2, 6)
  })

  it('are the same each time, and follow seed and level', () => {
    expect(ranks(run)).toEqual(ranks(run))
    expect(ranks(run, { seed: 'other' })).not.toEqual(ranks(run))
    const width = (level: number) =>
      must(ranks(run, { level })).candidates.reduce((sum, c) => sum + c.rankHigh - c.rankLow, 0)
    expect(width(0.5)).toBeLessThan(width(0.9))
    expect(ranks(run, { level: 2 })).toEqual(refused('level'))
    expect(ranks(run, { candidates: ['nobody'] })).toEqual(refused('candidates[0]'))
  })

  it('are refused for more than 500 candidates at a time', () => {
    const ratings = Array.from({ length: 501 }, (_, n) =>
      rate({ candidate: `c${n}`, interviewer: `i${n % 7}`, question: 'q' }, 1 + (n % 4)),
    )
    const many = fitted(inputOf(ratings, { options: { mode: 'interactive' } }))
    expect(pairs(many)).toEqual(refusedFor('too_large'))
    expect(ranks(many)).toEqual(refusedFor('too_large'))
    expect(must(pairs(many, [['c1', 'c2']])).pairs).toHaveLength(1)
  })

  it('end a tier only where everyone above is ahead of everyone below', () => {
    const marks = crossed(
      { candidates: 'ABCDEF', interviewers: 'WXYZ', questions: 6 },
      (n, j, i) => (n < 3 ? 4 : 1) + ((n + j + i) % 5 === 0 ? (n < 3 ? -1 : 1) : 0),
    )
    const two = fitted(inputOf(marks))
    const [list] = must(tiers(two)).lists
    expect(list!.tiers).toEqual([
      ['A', 'B', 'C'],
      ['D', 'E', 'F'],
    ])
    const compared = must(pairs(two)).pairs
    for (const { a, b, state } of compared)
      expect(state === 'ahead').toBe('ABC'.includes(a) && 'DEF'.includes(b))
    expect(compared).toHaveLength(15)
    expect(compared.every((pair) => pair.probability! >= 0.5)).toBe(true)
  })

  it('say in words what the figures say', () => {
    for (const pair of must(pairs(run)).pairs) {
      if (pair.state === 'ahead')
        expect(pair.because).toMatch(new RegExp(`^${pair.a} is ahead of ${pair.b} \\((9[5-9]) in 100\\)`))
      if (pair.state === 'probably_ahead') expect(pair.because).toContain('is probably ahead of')
      if (pair.state === 'cannot_be_told_apart') expect(pair.because).toMatch(/about [5-9] in 10/)
      expect(pair.probability! >= 0.95).toBe(pair.state === 'ahead')
      expect(pair.probability! < 0.9).toBe(pair.state === 'cannot_be_told_apart')
      expect(pair.severityShare).toBeGreaterThan(0)
      expect(pair.severityShare).toBeLessThan(1)
      expect(pair.because.includes('how strict')).toBe(pair.severityShare! > 0.5)
    }
    const [back] = must(pairs(run, [[must(pairs(run)).pairs[0]!.b, must(pairs(run)).pairs[0]!.a]])).pairs
    expect(back!.probability).toBeLessThan(0.5)
  })
})
