import { describe, expect, it } from '@jest/globals'
import { decisionStudy, generalizabilityStudy, seeded } from '../../libs/measurement/src/index.ts'
import { must, refused, refusedFor } from './fixtures.ts'

describe('decision study', () => {
  // Selection for general practice, BMC Med Educ 2014, 1,381 candidates; coefficients worked out in the specification.
  const components = {
    candidate: 0.47,
    question: 0.02,
    interviewer: 0.15,
    'interviewer x question': 0.06,
    'candidate x question': 0.3,
    residual: 0.67,
  }

  it.each([
    [1, 0.28, 0.31],
    [3, 0.54, 0.58],
    [4, 0.61, 0.65],
    [6, 0.7, 0.73],
    [8, 0.76, 0.79],
    [10, 0.8, 0.82],
  ])(
    'says how reliable %i interviewers with a question each are: raw %f, adjusted %f',
    (raters, raw, adjusted) => {
      const [row] = must(
        decisionStudy({ components, raters: [raters], questions: [1], design: 'nested' }),
      ).rows
      expect(Math.abs(row!.dependability - raw)).toBeLessThan(0.0051)
      expect(Math.abs(row!.adjusted - adjusted)).toBeLessThan(0.0051)
    },
  )

  it('follows the formulas of the crossed design', () => {
    // p 4, r 1, i 2, pr .5, pi .6, ri .2, e 1.2; three raters, two questions.
    const [row] = must(
      decisionStudy({
        components: { p: 4, r: 1, i: 2, 'p:r': 0.5, 'p*i': 0.6, 'r:i': 0.2, residual: 1.2 },
        raters: [3],
        questions: [2],
      }),
    ).rows
    const relative = 0.5 / 3 + 0.6 / 2 + 1.2 / 6
    const absolute = relative + 1 / 3 + 2 / 2 + 0.2 / 6
    expect(row!.generalizability).toBeCloseTo(4 / (4 + relative), 12)
    expect(row!.dependability).toBeCloseTo(4 / (4 + absolute), 12)
    expect(row!.adjusted).toBeCloseTo(4 / (4 + relative + 0.2 / 6), 12)
    expect(row!.sem).toBeCloseTo(Math.sqrt(absolute), 12)
  })

  it('tries every combination in order and refuses what it does not know', () => {
    const rows = must(decisionStudy({ components, raters: [1, 2], questions: [1, 4] })).rows
    expect(rows.map((row) => [row.raters, row.questions])).toEqual([
      [1, 1],
      [1, 4],
      [2, 1],
      [2, 4],
    ])
    const of = (change: object) => decisionStudy({ components, raters: [1], questions: [1], ...change })
    expect(of({ components: { candidate: 1, moon: 2 } })).toEqual(refused('components.moon'))
    expect(of({ components: { candidate: 1, residual: -2 } })).toEqual(refused('components.residual'))
    expect(of({ components: null })).toEqual(refused('components'))
    expect(of({ components: { residual: 1 } })).toEqual(refusedFor('not_identified'))
    expect(of({ raters: [0] })).toEqual(refused('raters[0]'))
    expect(of({ raters: [] })).toEqual(refused('raters'))
    expect(of({ questions: [1, 1.5] })).toEqual(refused('questions[1]'))
    expect(of({ design: 'starred' })).toEqual(refused('design'))
  })
})

describe('generalizability study', () => {
  const random = seeded('g')
  const draw = (sd: number, count: number): number[] =>
    Array.from({ length: count }, () => sd * random.normal())
  const [p, r, i] = [draw(1.2, 16), draw(0.6, 5), draw(0.4, 5)]
  const [pr, pi] = [draw(0.7, 80), draw(0.5, 80)]
  const ratings = p.flatMap((person, n) =>
    r.flatMap((rater, j) =>
      i.map((item, q) => ({
        candidate: `c${n}`,
        interviewer: `r${j}`,
        question: `q${q}`,
        task: `t${j % 2}`,
        value: person + rater + item + pr[n * 5 + j]! + pi[n * 5 + q]! + 0.8 * random.normal(),
      })),
    ),
  )

  it('finds the sources of a crossed panel', () => {
    const { components } = must(generalizabilityStudy({ design: 'p x r x i', ratings }))
    expect(Math.abs(Math.sqrt(components['candidate:interviewer']!) - 0.7)).toBeLessThan(0.2)
    expect(Math.abs(Math.sqrt(components['candidate:question']!) - 0.5)).toBeLessThan(0.2)
    expect(Math.sqrt(components['interviewer:question']!)).toBeLessThan(0.2)
    expect(Math.abs(Math.sqrt(components.residual) - 0.8)).toBeLessThan(0.06)
  })

  it('knows the other designs', () => {
    const some = ratings.filter((_, o) => o % 2 === 0)
    expect(
      Object.keys(must(generalizabilityStudy({ design: 'p x i', ratings: some })).components).sort(),
    ).toEqual(['candidate', 'question', 'residual'])
    expect(
      Object.keys(must(generalizabilityStudy({ design: 'p x (r:t)', ratings: some })).components).sort(),
    ).toEqual(['candidate', 'candidate:task', 'interviewer:task', 'residual', 'task'])
  })

  it('hands a refusal of the components through', () => {
    const same = ratings.map((row) => ({ ...row, value: 2 }))
    expect(generalizabilityStudy({ design: 'p x i', ratings: same })).toEqual(refusedFor('not_identified'))
  })

  it('refuses few candidates and unknown designs', () => {
    expect(generalizabilityStudy({ design: 'p x i', ratings: ratings.slice(0, 150) })).toEqual(
      refusedFor('too_little_data'),
    )
    expect(generalizabilityStudy({ design: 'p' as never, ratings })).toEqual(refused('design'))
    expect(generalizabilityStudy({ design: 'p x i', ratings: 1 as never })).toEqual(refused('ratings'))
    expect(generalizabilityStudy({ design: 'p x i', ratings: [{ candidate: 'a', value: 1 }] })).toMatchObject(
      { element: 'ratings[0].question' },
    )
    expect(
      generalizabilityStudy({
        design: 'p x i',
        ratings: [{ candidate: 'a', question: 'q', value: Number.NaN }],
      }),
    ).toEqual(refused('ratings[0].value'))
  })
})
