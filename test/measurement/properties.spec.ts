import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type FitInput, type Rating } from '../../libs/measurement/src/index.ts'
import { crossed, fitted, inputOf, rate, scoreOf } from './panels.ts'
import { simulate, STANDARD } from './simulate.ts'

const SMALL = { ...STANDARD, candidates: 8, interviewers: 5, competencies: 4 }
const panel = fc.integer({ min: 1, max: 1e6 }).map((seed) => simulate(SMALL, seed).input)
const runs = { numRuns: 12 }

const figures = (input: FitInput) =>
  fitted(input).candidates.map((c) => [c.fair, c.low, c.high, c.measure, c.se])

const expectClose = (
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
  digits: number,
): void => {
  expect(a).toHaveLength(b.length)
  for (const [n, row] of a.entries())
    for (const [k, x] of row.entries()) expect(x).toBeCloseTo(b[n]![k]!, digits)
}

describe('what must not change a fit', () => {
  it('the order of the rows', () => {
    fc.assert(
      fc.property(panel, fc.infiniteStream(fc.nat()), (input, keys) => {
        const order = input.ratings
          .map((r) => ({ r, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
        const shuffled = { ...input, ratings: order.map(({ r }) => r) }
        expect(fitted(shuffled)).toEqual(fitted(input))
      }),
      runs,
    )
  })

  it('the names, beyond rounding', () => {
    fc.assert(
      fc.property(panel, (input) => {
        const turned = (name: string): string => [...name].reverse().join('')
        const ratings = input.ratings.map((r) => ({
          ...r,
          candidate: turned(r.candidate),
          interviewer: turned(r.interviewer),
          question: turned(r.question),
        }))
        const [before, after] = [fitted(input), fitted({ ...input, ratings })]
        for (const c of before.candidates)
          expect(scoreOf(after, turned(c.candidate)).fair).toBeCloseTo(c.fair, 9)
      }),
      runs,
    )
  })

  it('a mark that was not assessed', () => {
    fc.assert(
      fc.property(panel, fc.nat(), (input, at) => {
        const silent: Rating = { ...input.ratings[at % input.ratings.length]!, level: null }
        expect(fitted({ ...input, ratings: [...input.ratings, silent] })).toEqual(fitted(input))
      }),
      runs,
    )
  })

  it('asking again: same input, same version, the same output to the last bit', () => {
    const input = simulate(STANDARD, 3).input
    expect(fitted(input)).toEqual(fitted(structuredClone(input)))
  })
})

describe('what must change a fit, and how', () => {
  it('raising one mark raises that candidate', () => {
    const input = simulate({ ...SMALL, candidates: 5, panel: [4, 4], competencies: 5 }, 1).input
    const before = fitted(input)
    for (const [o, row] of input.ratings.entries()) {
      if (row.level === 4) continue
      const ratings = input.ratings.with(o, { ...row, level: row.level! + 1 })
      expect(scoreOf(fitted({ ...input, ratings }), row.candidate).fair).toBeGreaterThan(
        scoreOf(before, row.candidate).fair + 0.02,
      )
    }
  })

  it('turning the scale around mirrors everything', () => {
    fc.assert(
      fc.property(panel, (input) => {
        const ratings = input.ratings.map((r) => ({ ...r, level: 5 - r.level! }))
        const mirrored = figures({ ...input, ratings }).map(([fair, low, high, measure, se]) => [
          5 - fair!,
          5 - high!,
          5 - low!,
          -measure!,
          se!,
        ])
        expectClose(mirrored, figures(input), 7)
      }),
      runs,
    )
  })

  it('shifting all marks of one interviewer moves their severity, and the candidates far less than the raw means', () => {
    // Levels 2 and 3 of five, so that a shift by one stays on the scale.
    const level = (n: number, j: number, i: number): number =>
      2 + ((n * 7 + j * 3 + i * 5) % 3 === 0 ? 0 : 1) + (n > 5 ? 1 : 0)
    const names = { candidates: 'ABCDEFGHIJ', interviewers: 'WXYZ', questions: 4 }
    const options = { scales: { s: { levels: 5 } } }
    const seen = (r: Rating): boolean => (r.candidate.charCodeAt(0) + r.interviewer.charCodeAt(0)) % 2 === 0
    const ratings = crossed(names, level).filter(seen)
    const shifted = ratings.map((r) => (r.interviewer === 'W' ? { ...r, level: r.level! - 1 } : r))
    const [before, after] = [fitted(inputOf(ratings, options)), fitted(inputOf(shifted, options))]
    expect(after.interviewers[0]!.severity).toBeGreaterThan(before.interviewers[0]!.severity + 1)
    // The average interviewer became stricter too: what counts is how candidates move against each other.
    const moves = (figure: 'fair' | 'raw'): number => {
      const each = before.candidates.map((c, n) => after.candidates[n]![figure]! - c[figure]!)
      const mean = each.reduce((sum, x) => sum + x, 0) / each.length
      return each.reduce((sum, x) => sum + Math.abs(x - mean), 0)
    }
    const [fair, raw] = [moves('fair'), moves('raw')]
    expect(fair).toBeLessThan(0.75 * raw)
  })

  it('seeing everything twice, with new interviewers and questions, shrinks the doubt as it should', () => {
    const input = simulate({ ...SMALL, candidates: 20, sigmas: { ...SMALL.sigmas, profile: 0.01 } }, 5).input
    const again = input.ratings.map((r) => ({ ...r, interviewer: `${r.interviewer}'` }))
    const [once, twice] = [fitted(input), fitted({ ...input, ratings: [...input.ratings, ...again] })]
    const doubt = (run: typeof once) =>
      run.candidates.reduce((sum, c) => sum + c.fairSe ** 2, 0) / run.candidates.length
    expect(doubt(twice)).toBeLessThan(0.8 * doubt(once))
    expect(doubt(twice)).toBeGreaterThan(0.35 * doubt(once))
  })

  it('identical marks across competencies count as little more than one opinion', () => {
    const others = simulate(STANDARD, 9).input
    const one = (questions: number) =>
      Array.from({ length: questions }, (_, c) =>
        rate({ candidate: 'new', interviewer: 'i00000', question: `q0000${c}`, competency: `k0000${c}` }, 4),
      )
    const se = (questions: number) =>
      scoreOf(fitted({ ...others, ratings: [...others.ratings, ...one(questions)] }), 'new').se
    const independent = se(1) / Math.sqrt(6)
    expect(se(6)).toBeGreaterThan(1.4 * independent)
  })

  it('weights and the input hash follow the input', () => {
    const input = simulate(SMALL, 2).input
    const base = fitted(input)
    const heavy = fitted({ ...input, weights: { k00000: 3, k00001: 1 } })
    expect(heavy.inputHash).not.toBe(base.inputHash)
    expect(heavy.inputHash).toMatch(/^[0-9a-f]{64}$/)
    expect(fitted({ ...input, weights: { k00001: 0.5, k00000: 1.5 } })).toEqual(heavy)
    expect(heavy.candidates.map((c) => c.fair)).not.toEqual(base.candidates.map((c) => c.fair))
    expect(fitted({ ...input, options: { mode: 'interactive' } }).inputHash).not.toBe(base.inputHash)
  })

  it('an interactive run agrees with the published one to what a screen shows', () => {
    const input = simulate(STANDARD, 4).input
    const [quick, settled] = [figures({ ...input, options: { mode: 'interactive' } }), figures(input)]
    for (const [n, row] of quick.entries()) expect(Math.abs(row[0]! - settled[n]![0]!)).toBeLessThan(0.03)
  })
})
