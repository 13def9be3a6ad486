import { describe, expect, it } from '@jest/globals'
import {
  classic,
  connectivity,
  distribution,
  fit,
  kendallW,
  krippendorffAlpha,
  lightKappa,
  selectionRates,
  sparseIntraclass,
  varianceComponents,
} from '../../libs/measurement/src/index.ts'
import { must, refusedFor } from './fixtures.ts'
import { crossed, inputOf, rate } from './panels.ts'

const many = <T>(count: number, of: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => of(i))

describe('large inputs get an answer or a refusal, soon', () => {
  it('in sums, ranks and tables', () => {
    expect(must(distribution({ fn: 'logsumexp', args: { v: many(300_000, () => 0) } })).value).toBeCloseTo(
      Math.log(300_000),
      9,
    )
    expect(must(kendallW({ ratings: many(50_000, (i) => [i, i]) })).w).toBeCloseTo(1, 10)
    expect(
      krippendorffAlpha({ ratings: [many(3000, (i) => i), many(3000, (i) => i)], metric: 'interval' }),
    ).toEqual(refusedFor('too_large'))
    expect(
      must(
        krippendorffAlpha({
          ratings: [many(100_000, (i) => i % 4), many(100_000, (i) => i % 4)],
          metric: 'ordinal',
        }),
      ).alpha,
    ).toBe(1)
    expect(must(lightKappa({ ratings: many(150_000, (i) => [i % 3, i % 3]) })).kappa).toBeCloseTo(1, 12)
    const groups = [
      { group: 'a', applicants: 200_000, selected: 100_000 },
      { group: 'b', applicants: 200_000, selected: 99_800 },
    ]
    expect(must(selectionRates({ groups })).verdict).toBe('no_difference_shown')
  })

  it('in variance components', () => {
    const rows = many(150_000, (i) => i)
    const factors = { a: rows.map((i) => `${i % 50}`), b: rows.map((i) => `${i % 7}`) }
    const response = rows.map((i) => (i % 50) / 10 + (i % 7) / 5 + ((i * 7919) % 101) / 50)
    expect(must(varianceComponents({ response, factors })).components.residual).toBeCloseTo(0.34, 1)
    const wide = {
      a: rows.slice(0, 3000).map((i) => `${i % 700}`),
      b: rows.slice(0, 3000).map((i) => `${i % 699}`),
    }
    expect(varianceComponents({ response: response.slice(0, 3000), factors: wide })).toEqual(
      refusedFor('too_large'),
    )
    const values = rows.map((i) => ({ candidate: `${i % 50}`, interviewer: `${i % 7}`, value: response[i]! }))
    expect(sparseIntraclass({ ratings: values, draws: 100 })).toEqual(refusedFor('too_large'))
  })

  it('in panels: too many to keep is said at once', () => {
    const everybody = many(160_000, (o) =>
      rate({ candidate: `c${o % 800}`, interviewer: `i${Math.floor(o / 800)}`, question: 'q' }, 1 + (o % 4)),
    )
    expect(fit(inputOf(everybody))).toEqual(refusedFor('too_large'))
    expect(must(connectivity({ ratings: everybody.slice(0, 40_000) })).estimable).toBe(true)
  })
})

describe('names that mean something to JavaScript', () => {
  it('are names like any other', () => {
    const odd = new Map([
      ['A', '__proto__'],
      ['B', 'constructor'],
      ['C', 'toString'],
    ])
    const ratings = crossed(
      { candidates: 'ABC', interviewers: 'XY', questions: 3 },
      (n, j, i) => 1 + ((n * 2 + j + i) % 4),
    ).map((r) => ({
      ...r,
      candidate: odd.get(r.candidate)!,
    }))
    const run = fit(inputOf(ratings))
    expect('candidates' in run && run.candidates.map((c) => c.candidate)).toEqual([
      '__proto__',
      'constructor',
      'toString',
    ])
    expect(Object.keys(must(classic({ scales: { s: { levels: 4 } }, ratings })).facets)).toEqual(
      expect.arrayContaining(['__proto__', 'constructor', 'toString', 'X', 'q1']),
    )
    expect(fit(inputOf(ratings.map((r) => ({ ...r, scale: '__proto__' }))))).toMatchObject({
      element: 'ratings[0].scale',
    })
  })
})
