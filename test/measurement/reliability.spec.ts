import { describe, expect, it } from '@jest/globals'
import {
  agreement,
  intraclass,
  kendallW,
  krippendorffAlpha,
  type IntraclassSix,
  type Metric,
} from '../../libs/measurement/src/index.ts'
import { fixture, must, refused, refusedFor } from './fixtures.ts'

interface IccFixture {
  input: { ratings: number[][] }
  expected: Record<
    keyof IntraclassSix,
    { icc: number; F: number; df1: number; df2: number; p: number; ci95: [number, number] }
  >
}

describe('intraclass correlations (Shrout & Fleiss 1979, psych 2.2.9)', () => {
  const { input, expected } = fixture<IccFixture>('icc_shrout_fleiss_1979')
  const found = must(intraclass(input))

  it.each(['ICC1_1', 'ICC2_1', 'ICC3_1', 'ICC1_k', 'ICC2_k', 'ICC3_k'] as const)('%s', (form) => {
    const [one, e] = [found[form], expected[form]]
    expect(one.icc).toBeCloseTo(e.icc, 6)
    expect(one.F).toBeCloseTo(e.F, 6)
    expect([one.df1, one.df2]).toEqual([e.df1, e.df2])
    expect(one.p).toBeCloseTo(e.p, 6)
    expect(one.low).toBeCloseTo(e.ci95[0], 6)
    expect(one.high).toBeCloseTo(e.ci95[1], 6)
  })

  it('refuses what it cannot answer', () => {
    expect(intraclass({ ratings: [] })).toEqual(refusedFor('too_little_data'))
    expect(intraclass({ ratings: [[1, 2]] })).toEqual(refusedFor('too_little_data'))
    expect(intraclass({ ratings: [[1], [2]] })).toEqual(refusedFor('too_little_data'))
    expect(
      intraclass({
        ratings: [
          [3, 3],
          [3, 3],
        ],
      }),
    ).toEqual(refusedFor('not_identified'))
    expect(
      intraclass({
        ratings: [
          [1, 2],
          [3, 4],
        ],
      }),
    ).toEqual(refusedFor('not_identified'))
    expect(
      intraclass({
        ratings: [
          [1, 4],
          [4, 1],
        ],
      }),
    ).toEqual(refusedFor('not_identified'))
    expect(
      intraclass({
        ratings: [
          [1, 2],
          [3, Number.NaN],
        ],
      }),
    ).toEqual(refused('ratings[1][1]'))
    expect(intraclass({ ratings: [[1, 2], [3]] })).toEqual(refused('ratings[1]'))
    expect(intraclass({ ratings: [[1, 2], 3] as never })).toEqual(refused('ratings[1]'))
    expect(intraclass({ ratings: 3 as never })).toEqual(refused('ratings'))
  })
})

describe("Krippendorff's alpha (2011; irr 0.84.1)", () => {
  interface Case {
    id: string
    input: { ratings: (number | null)[][] }
    expected: Partial<Record<Metric, number | null>>
  }
  const cases = fixture<{ cases: Case[] }>('krippendorff_alpha').cases.flatMap((c) =>
    Object.entries(c.expected).map(
      ([metric, value]) => [c.id, metric as Metric, c.input.ratings, value] as const,
    ),
  )

  it.each(cases)('%s, %s', (_id, metric, ratings, value) => {
    const { alpha } = must(krippendorffAlpha({ ratings, metric }))
    if (value === null) expect(alpha).toBeNull()
    else expect(alpha).toBeCloseTo(value, 6)
  })

  it('refuses what it cannot answer', () => {
    const of = (ratings: unknown, metric: unknown = 'interval') =>
      krippendorffAlpha({ ratings, metric } as never)
    expect(of([])).toEqual(refusedFor('too_little_data'))
    expect(
      of([
        [1, null],
        [null, 2],
      ]),
    ).toEqual(refusedFor('too_little_data'))
    expect(of([[1], [2]], 'cardinal')).toEqual(refused('metric'))
    expect(of('no')).toEqual(refused('ratings'))
    expect(of([1])).toEqual(refused('ratings[0]'))
    expect(of([[1], [2, 3]])).toEqual(refused('ratings[1]'))
    expect(of([[1], ['x']])).toEqual(refused('ratings[1][0]'))
    expect(of([[1], [-1]], 'ratio')).toEqual(refused('ratings[1][0]'))
    expect(
      must(
        of(
          [
            [1, -1],
            [-1, 1],
          ],
          'interval',
        ),
      ).alpha,
    ).toBeCloseTo(-0.5, 12)
  })
})

describe("Kendall's W (Siegel 1956; irr 0.84.1)", () => {
  const [siegel, video] = fixture<{ cases: { input: { rankings: number[][]; ratings: number[][] } }[] }>(
    'kendall_w',
  ).cases

  it('agrees on three executives ranking six applicants', () => {
    const { rankings } = siegel!.input
    const found = must(kendallW({ ratings: rankings[0]!.map((_, i) => rankings.map((judge) => judge[i]!)) }))
    expect(found.w).toBeCloseTo(0.161904761904762, 12)
    expect(found.chisq).toBeCloseTo(2.42857142857143, 12)
    expect(found.df).toBe(5)
    expect(found.p).toBeCloseTo(0.78721181388394, 9)
  })

  it('agrees with and without the correction for ties', () => {
    const corrected = must(kendallW(video!.input))
    expect(corrected.w).toBeCloseTo(0.391584158415842, 9)
    expect(corrected.chisq).toBeCloseTo(29.760396039604, 6)
    expect(corrected.p).toBeCloseTo(0.0549280769925545, 9)
    expect(must(kendallW({ ...video!.input, tieCorrection: false })).w).toBeCloseTo(0.185855263157895, 9)
  })

  it('refuses what it cannot answer', () => {
    expect(kendallW({ ratings: [] })).toEqual(refusedFor('too_little_data'))
    expect(kendallW({ ratings: [[1], [2]] })).toEqual(refusedFor('too_little_data'))
    expect(
      kendallW({
        ratings: [
          [1, 1],
          [1, 1],
        ],
      }),
    ).toEqual(refusedFor('not_identified'))
    expect(
      kendallW({
        ratings: [
          [1, 1],
          [1, Infinity],
        ],
      }),
    ).toEqual(refused('ratings[1][1]'))
  })
})

describe('plain agreement', () => {
  it('counts pairs of marks on the same subject', () => {
    // Pairs: 3-3 exact; 3-4, 3-4 within one; 1-4 three apart.
    const found = must(
      agreement({
        ratings: [
          [3, 3, 4],
          [1, null, 4],
          [2, null, null],
        ],
      }),
    )
    expect(found).toEqual({ status: 'ok', exact: 0.25, withinOne: 0.75, meanDifference: 1.25, pairs: 4 })
  })

  it('refuses what it cannot answer', () => {
    expect(agreement({ ratings: [[1, null]] })).toEqual(refusedFor('too_little_data'))
    expect(agreement({ ratings: 1 as never })).toEqual(refused('ratings'))
    expect(agreement({ ratings: [1] as never })).toEqual(refused('ratings[0]'))
    expect(agreement({ ratings: [[1, Number.NaN]] })).toEqual(refused('ratings[0][1]'))
  })
})
