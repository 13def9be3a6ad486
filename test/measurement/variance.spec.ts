import { describe, expect, it } from '@jest/globals'
import { seeded, sparseIntraclass, varianceComponents } from '../../libs/measurement/src/index.ts'
import { fixture, must, refused, refusedFor } from './fixtures.ts'

const batches = (rows: readonly (readonly number[])[]) => ({
  response: rows.flat(),
  factors: { batch: rows.flatMap((row, i) => row.map(() => 'ABCDEF'[i]!)) },
})

// Davies & Goldsmith 1972, Statistical Methods in Research and Production, section 6.4, and the set Box & Tiao 1973 generated,
// Bayesian Inference in Statistical Analysis, section 5.1.2; as lme4 distributes them (Dyestuff, Dyestuff2), with its REML fits.
const DYESTUFF = [
  [1545, 1440, 1440, 1520, 1580],
  [1540, 1555, 1490, 1560, 1495],
  [1595, 1550, 1605, 1510, 1560],
  [1445, 1440, 1595, 1465, 1545],
  [1595, 1630, 1515, 1635, 1625],
  [1520, 1455, 1450, 1480, 1445],
]
const DYESTUFF2 = [
  [7.298, 3.846, 2.434, 9.566, 7.99],
  [5.22, 6.556, 0.608, 11.788, -0.892],
  [0.11, 10.386, 13.434, 5.51, 8.166],
  [2.212, 4.852, 7.092, 9.288, 4.98],
  [0.282, 9.014, 4.458, 9.446, 7.198],
  [1.722, 4.782, 8.106, 0.758, 3.758],
]

describe('variance components by REML', () => {
  it('agrees with lme4 on Dyestuff', () => {
    const found = must(varianceComponents(batches(DYESTUFF)))
    expect(found.reml).toBeCloseTo(319.6543, 4)
    expect(found.components['batch']!).toBeCloseTo(1764.05, 1)
    expect(found.components.residual).toBeCloseTo(2451.25, 1)
    expect(found.intercept).toBeCloseTo(1527.5, 8)
    // Balanced: shrunk deviation = (batch mean - grand mean) · σ²_b / (σ²_b + σ²_e / 5).
    expect(found.blups['batch']!['A']).toBeCloseTo((1505 - 1527.5) * (1764.05 / (1764.05 + 2451.25 / 5)), 3)
  })

  it('finds the component that is zero to be zero, as lme4 does on Dyestuff2', () => {
    const found = must(varianceComponents(batches(DYESTUFF2)))
    expect(found.reml).toBeCloseTo(161.8283, 4)
    expect(found.components['batch']).toBe(0)
    expect(found.components.residual).toBeCloseTo(13.806, 2)
  })

  it('equals the mean squares on a balanced crossed table (Shrout & Fleiss 1979)', () => {
    const { input, expected } = fixture<{
      input: { ratings: number[][] }
      expected: { mean_squares: Record<'BMS' | 'JMS' | 'EMS', number> }
    }>('icc_shrout_fleiss_1979')
    const { BMS, JMS, EMS } = expected.mean_squares
    const found = must(
      varianceComponents({
        response: input.ratings.flat(),
        factors: {
          target: input.ratings.flatMap((row, i) => row.map(() => `t${i}`)),
          judge: input.ratings.flatMap((row) => row.map((_, j) => `j${j}`)),
        },
      }),
    )
    expect(found.components['target']).toBeCloseTo((BMS - EMS) / 4, 5)
    expect(found.components['judge']).toBeCloseTo((JMS - EMS) / 6, 5)
    expect(found.components.residual).toBeCloseTo(EMS, 5)
    // Balanced: each effect is its mean's deviation, shrunk by σ² / (σ² + σ²_e / number of marks behind the mean).
    const grand = 5 + 7 / 24
    expect(found.intercept).toBeCloseTo(grand, 8)
    for (const [j, mean] of [46 / 6, 15 / 6, 26 / 6, 40 / 6].entries()) {
      const judge = (JMS - EMS) / 6
      expect(found.blups['judge']![`j${j}`]).toBeCloseTo((mean - grand) * (judge / (judge + EMS / 6)), 4)
    }
    for (const [i, row] of input.ratings.entries()) {
      const target = (BMS - EMS) / 4
      const mean = row.reduce((a, b) => a + b, 0) / 4
      expect(found.blups['target']![`t${i}`]).toBeCloseTo((mean - grand) * (target / (target + EMS / 4)), 4)
    }
  })

  it('is the minimum: no nearby components have a smaller criterion on a sparse crossed panel', () => {
    const random = seeded('sparse')
    const names = Array.from(
      { length: 120 },
      (_, o) => [`c${o % 40}`, `i${Math.floor(random.uniform() * 8)}`] as const,
    )
    const [c, i] = [new Map<string, number>(), new Map<string, number>()]
    for (const [a, b] of names) {
      if (!c.has(a)) c.set(a, 1.1 * random.normal())
      if (!i.has(b)) i.set(b, 0.6 * random.normal())
    }
    const response = names.map(([a, b]) => c.get(a)! + i.get(b)! + 0.8 * random.normal())
    const found = must(
      varianceComponents({
        response,
        factors: { candidate: names.map(([a]) => a), interviewer: names.map(([, b]) => b) },
      }),
    )
    // -2 restricted log-likelihood from its definition: ln|V| + ln|X'V⁻¹X| + y'Py + (n - 1) ln 2π, with dense elimination.
    const criterion = (components: Record<string, number>): number => {
      const n = response.length
      const v = names.map(([a, b], o) => [
        ...names.map(
          ([x, y], k) =>
            (a === x ? components['candidate']! : 0) +
            (b === y ? components['interviewer']! : 0) +
            (o === k ? components['residual']! : 0),
        ),
        1,
        response[o]!,
      ])
      let logs = 0
      for (let k = 0; k < n; k++) {
        logs += Math.log(v[k]![k]!)
        for (let r = k + 1; r < n; r++) {
          const factor = v[r]![k]! / v[k]![k]!
          for (let col = k; col < n + 2; col++) v[r]![col]! -= factor * v[k]![col]!
        }
      }
      let [xx, xy, yy] = [0, 0, 0]
      for (let k = 0; k < n; k++) {
        xx += v[k]![n]! ** 2 / v[k]![k]!
        xy += (v[k]![n]! * v[k]![n + 1]!) / v[k]![k]!
        yy += v[k]![n + 1]! ** 2 / v[k]![k]!
      }
      return logs + Math.log(xx) + yy - xy ** 2 / xx + (n - 1) * Math.log(2 * Math.PI)
    }
    expect(criterion(found.components)).toBeCloseTo(found.reml, 6)
    for (const name of ['candidate', 'interviewer', 'residual'])
      for (const by of [0.97, 1.03])
        expect(criterion({ ...found.components, [name]: found.components[name]! * by })).toBeGreaterThan(
          found.reml,
        )
  })

  it('refuses what it cannot answer', () => {
    const of = (response: unknown, factors: unknown) => varianceComponents({ response, factors } as never)
    expect(of([1, 2], { a: ['x', 'y'] })).toEqual(refusedFor('too_little_data'))
    expect(of([2, 2, 2], { a: ['x', 'y', 'x'] })).toEqual(refusedFor('not_identified'))
    expect(of([1, 2, 3], { a: ['x', 'y', 'z'] })).toEqual(refusedFor('not_identified'))
    expect(of([1, 2, 3], { a: ['x', 'x', 'x'] })).toEqual(refusedFor('not_identified'))
    expect(of([1, 1, 3, 3], { a: ['x', 'x', 'y', 'y'] })).toEqual(refusedFor('not_identified'))
    expect(of([1, Number.NaN, 3], { a: ['x', 'x', 'y'] })).toEqual(refused('response[1]'))
    expect(of('no', { a: [] })).toEqual(refused('response'))
    expect(of([1, 2, 3], {})).toEqual(refused('factors'))
    expect(of([1, 2, 3], null)).toEqual(refused('factors'))
    expect(of([1, 2, 3], { a: ['x'] })).toEqual(refused('factors.a'))
    expect(of([1, 2, 3], { a: ['x', 1, 'y'] })).toEqual(refused('factors.a[1]'))
    expect(of([1, 2, 3], { residual: ['x', 'x', 'y'] })).toEqual(refused('factors.residual'))
  })
})

describe('intraclass correlation of a sparse panel', () => {
  const random = seeded('icc')
  const ratings = Array.from({ length: 40 }, (_, n) => {
    const c = 1.2 * random.normal()
    return [0, 3, 5].map((step) => ({
      candidate: `c${n}`,
      interviewer: `i${(n * 2 + step) % 9}`,
      value: c + 0.5 * (((n * 2 + step) % 9) / 4 - 1) + random.normal(),
    }))
  }).flat()

  it('has an interval around it, the same each time', () => {
    const found = must(sparseIntraclass({ ratings, draws: 60 }))
    expect(found.icc).toBeGreaterThan(0.35)
    expect(found.icc).toBeLessThan(0.75)
    expect(found.low).toBeLessThan(found.icc)
    expect(found.high).toBeGreaterThan(found.icc)
    expect(found.high - found.low).toBeLessThan(0.4)
    expect(sparseIntraclass({ ratings, draws: 60 })).toEqual(found)
    expect(must(sparseIntraclass({ ratings, draws: 60, seed: 2 })).low).not.toBe(found.low)
  })

  it('refuses few candidates and bad values', () => {
    expect(sparseIntraclass({ ratings: ratings.slice(0, 27) })).toEqual(refusedFor('too_little_data'))
    expect(sparseIntraclass({ ratings: [{ candidate: 'a', interviewer: 'b', value: Number.NaN }] })).toEqual(
      refused('ratings[0].value'),
    )
    expect(sparseIntraclass({ ratings, draws: 5 })).toEqual(refused('draws'))
    expect(sparseIntraclass({ ratings: 1 as never })).toEqual(refused('ratings'))
  })
})
