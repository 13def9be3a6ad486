import { describe, expect, it } from '@jest/globals'
import { cohenKappa, fleissKappa, lightKappa } from '../../libs/measurement/src/index.ts'
import { fixture, must, refused, refusedFor } from './fixtures.ts'

describe("Cohen's kappa (psych 2.2.9, vcd 1.4.11)", () => {
  interface Case {
    input: { counts: number[][] }
    expected: Record<
      'quadratic' | 'linear',
      { kappa: number; kappa_ase: number; weighted: number; weighted_ase: number }
    >
  }
  const [first, ...tables] = fixture<{
    cases: (Case & { input: { proportions: number[][]; disagreement_weights: number[][]; n: number } })[]
  }>('cohen_kappa').cases

  it('agrees with Cohen 1968, plain and with his weights', () => {
    const { proportions, disagreement_weights: disagreement, n } = first!.input
    const table = proportions.map((row) => row.map((share) => share * n))
    const plain = must(cohenKappa({ table }))
    expect(plain.kappa).toBeCloseTo(0.491525423728813, 12)
    expect(plain.kappa - 1.959963984540054 * plain.se).toBeCloseTo(0.391563702053547, 6)
    expect(plain.kappa + 1.959963984540054 * plain.se).toBeCloseTo(0.59148714540408, 6)
    expect(must(cohenKappa({ table, disagreement })).kappa).toBeCloseTo(0.347826086956522, 12)
  })

  it.each(tables.flatMap((c) => (['quadratic', 'linear'] as const).map((w) => [w, c] as const)))(
    '%s weights',
    (weights, c) => {
      const table = c.input.counts
      const [plain, weighted] = [must(cohenKappa({ table })), must(cohenKappa({ table, weights }))]
      const e = c.expected[weights]
      expect(plain.kappa).toBeCloseTo(e.kappa, 6)
      expect(plain.se).toBeCloseTo(e.kappa_ase, 6)
      expect(weighted.kappa).toBeCloseTo(e.weighted, 6)
      expect(weighted.se).toBeCloseTo(e.weighted_ase, 6)
    },
  )

  it('tests against chance: for two raters by the textbook formula', () => {
    // p_o = .7, p_e = .5, n = 100: SE0 = √(p_e + p_e² - Σ p_i q_i (p_i + q_i)) / ((1 - p_e) √n) = .1, z = 4.
    const found = must(
      cohenKappa({
        table: [
          [35, 15],
          [15, 35],
        ],
      }),
    )
    expect(found.kappa).toBeCloseTo(0.4, 12)
    expect(found.z).toBeCloseTo(4, 10)
    expect(found.p).toBeCloseTo(6.334248e-5, 9)
    expect(found.n).toBe(100)
  })

  it('takes marks as well as counts, leaving missing ones out', () => {
    const ratings = [
      [1, 1],
      [1, 2],
      [2, 2],
      [3, 3],
      [3, 2],
      [null, 3],
      [2, null],
    ]
    const table = [
      [1, 1, 0],
      [0, 1, 0],
      [0, 1, 1],
    ]
    expect(cohenKappa({ ratings, weights: 'linear' })).toEqual(cohenKappa({ table, weights: 'linear' }))
    const light = must(lightKappa({ ratings: ratings.map(([a, b]) => [a!, b!, b!]), weights: 'linear' }))
    const one = must(cohenKappa({ ratings, weights: 'linear' })).kappa
    expect(light.pairs.map((pair) => pair.raters)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ])
    expect(light.kappa).toBeCloseTo((2 * one + 1) / 3, 12)
  })

  it('refuses what it cannot answer', () => {
    const of = (input: object) => cohenKappa(input)
    expect(of({})).toEqual(refusedFor('too_little_data'))
    expect(
      of({
        table: [
          [0, 0],
          [0, 0],
        ],
      }),
    ).toEqual(refusedFor('too_little_data'))
    expect(
      of({
        table: [
          [5, 0],
          [0, 0],
        ],
      }),
    ).toEqual(refusedFor('not_identified'))
    expect(
      of({
        table: [
          [5, 3],
          [0, 0],
        ],
      }),
    ).toEqual(refusedFor('not_identified'))
    expect(
      of({
        table: [
          [5, 3, 1],
          [0, 0, 1],
        ],
      }),
    ).toEqual(refused('table'))
    expect(
      of({
        table: [
          [5, -3],
          [0, 0],
        ],
      }),
    ).toEqual(refused('table[0][1]'))
    expect(
      of({
        table: [
          [5, 3],
          [2, 6],
        ],
        weights: 'cubic',
      }),
    ).toEqual(refused('weights'))
    expect(
      of({
        table: [
          [5, 3],
          [2, 6],
        ],
        disagreement: [[0]],
      }),
    ).toEqual(refused('disagreement'))
    expect(
      of({
        table: [
          [5, 3],
          [2, 6],
        ],
        disagreement: [
          [0, 0],
          [0, 0],
        ],
      }),
    ).toEqual(refused('disagreement'))
    expect(
      of({
        table: [
          [5, 3],
          [2, 6],
        ],
        disagreement: [
          [0, -1],
          [0, 0],
        ],
      }),
    ).toEqual(refused('disagreement[0][1]'))
    expect(of({ ratings: 5 })).toEqual(refused('ratings'))
    expect(of({ ratings: [[1, 2], [1]] })).toEqual(refused('ratings[1]'))
    expect(of({ ratings: [[1, 'x']] })).toEqual(refused('ratings[0][1]'))
    expect(lightKappa({ ratings: [[1], [2]] })).toEqual(refusedFor('too_little_data'))
    expect(
      lightKappa({
        ratings: [
          [1, 1],
          [1, 1],
        ],
      }),
    ).toEqual(refusedFor('not_identified'))
    expect(lightKappa({ ratings: [1] as never })).toEqual(refused('ratings'))
    expect(lightKappa({ ratings: [[1, Number.NaN]] })).toEqual(refused('ratings[0][1]'))
  })
})

describe("Fleiss' kappa (1971; irr 0.84.1)", () => {
  interface Case {
    id: string
    input: { counts: number[][]; categories?: string[] }
    expected: { kappa: number; z?: number; per_category?: { category: string; kappa: number; z: number }[] }
  }
  const { cases } = fixture<{ cases: Case[] }>('fleiss_kappa_1971')

  it.each(cases.map((c) => [c.id, c] as const))('%s', (_id, { input, expected }) => {
    const found = must(fleissKappa(input))
    expect(found.kappa).toBeCloseTo(expected.kappa, 6)
    if (expected.z !== undefined) expect(found.z).toBeCloseTo(expected.z, 6)
    for (const [j, e] of (expected.per_category ?? []).entries()) {
      expect(found.categories[j]!.category).toBe(e.category)
      expect(Math.abs(found.categories[j]!.kappa - e.kappa)).toBeLessThan(6e-4)
      expect(Math.abs(found.categories[j]!.z - e.z)).toBeLessThan(6e-4)
    }
  })

  it('refuses what it cannot answer', () => {
    expect(fleissKappa({ counts: [] })).toEqual(refusedFor('too_little_data'))
    expect(fleissKappa({ counts: [[1, 0]] })).toEqual(refusedFor('too_little_data'))
    expect(
      fleissKappa({
        counts: [
          [2, 0],
          [2, 0],
        ],
      }),
    ).toEqual(refusedFor('not_identified'))
    expect(
      fleissKappa({
        counts: [
          [2, 0],
          [1, 0],
        ],
      }),
    ).toEqual(refused('counts[1]'))
    expect(
      fleissKappa({
        counts: [
          [2, 0],
          [1.5, 0.5],
        ],
      }),
    ).toEqual(refused('counts[1][0]'))
    expect(
      must(
        fleissKappa({
          counts: [
            [2, 0, 0],
            [0, 2, 0],
          ],
        }),
      ).categories.map((c) => c.category),
    ).toEqual(['1', '2'])
  })
})
