import { describe, expect, it } from '@jest/globals'
import { fit, pairs, tiers } from '../../libs/measurement/src/index.ts'
import { refused, refusedFor } from './fixtures.ts'
import { crossed, fitted, inputOf, numbersIn, rate, scoreOf } from './panels.ts'

const onlyPair = (run: ReturnType<typeof fitted>) => {
  const result = pairs(run)
  if (result.status !== 'ok') throw new Error(result.because)
  return result.pairs[0]!
}

const codes = (run: ReturnType<typeof fitted>) => run.warnings.map((w) => w.code)

describe('degenerate panels (MEASUREMENT section 9)', () => {
  it('answers one rating with a wide interval and says that one person saw one candidate', () => {
    const run = fitted(inputOf([rate({ candidate: 'A', interviewer: 'X', question: 'q' }, 3)]))
    const a = scoreOf(run, 'A')
    expect(a.fair).toBeCloseTo(2.97, 2)
    expect(a.low).toBeLessThan(2)
    expect(a.high).toBeGreaterThan(3.6)
    expect(a.high).toBeLessThan(4)
    expect(a.raw).toBe(3)
    expect(codes(run)).toEqual(
      expect.arrayContaining([
        'one_interviewer',
        'prior_driven',
        'few_interviewers',
        'few_competencies',
        'wide_interval',
      ]),
    )
    expect(run.interviewers[0]).toMatchObject({ lean: 'too_little_evidence', severity: 0, points: 0 })
  })

  it('never says exactly the top for six top marks', () => {
    const a = scoreOf(
      fitted(inputOf(crossed({ candidates: 'A', interviewers: 'X', questions: 6 }, () => 4))),
      'A',
    )
    expect(a.fair).toBeCloseTo(3.96, 2)
    expect(a.low).toBeGreaterThan(3.4)
    expect(a.high).toBeLessThan(4)
  })

  it('gives equal scores where all marks are equal and says that nothing distinguishes anybody', () => {
    const run = fitted(inputOf(crossed({ candidates: 'ABC', interviewers: 'XY', questions: 3 }, () => 3)))
    const fair = run.candidates.map((c) => c.fair)
    for (const f of fair) expect(f).toBeCloseTo(fair[0]!, 12)
    expect(onlyPair(run).probability).toBeCloseTo(0.5, 12)
    expect(run.warnings.find((w) => w.code === 'nothing_distinguishes')?.because).toContain(
      'do not distinguish anybody',
    )
  })

  it('separates perfect from bottom, with finite figures', () => {
    const run = fitted(
      inputOf(crossed({ candidates: 'AB', interviewers: 'XYZ', questions: 4 }, (n) => (n === 0 ? 4 : 1))),
    )
    expect(scoreOf(run, 'A').fair).toBeCloseTo(3.99, 2)
    expect(scoreOf(run, 'B').fair).toBeCloseTo(1.01, 2)
    expect(onlyPair(run).probability).toBeGreaterThan(0.99)
    expect(numbersIn(run).every(Number.isFinite)).toBe(true)
  })

  it.each([
    ['four candidates, four questions', 'ABCD', 'XYZ', 4],
    ['ten candidates, ten questions', 'ABCDEFGHIJ', 'XYZ', 10],
    ['ten candidates, one interviewer', 'ABCDEFGHIJ', 'X', 10],
  ])('settles where every mark is perfect or bottom: %s', (_what, candidates, interviewers, questions) => {
    const run = fitted(
      inputOf(crossed({ candidates, interviewers, questions }, (n) => (n % 2 === 0 ? 4 : 1))),
    )
    for (const [n, { fair, low, high }] of run.candidates.entries()) {
      expect(Math.abs(fair - (n % 2 === 0 ? 4 : 1))).toBeLessThan(0.03)
      expect(fair > 1 && fair < 4 && low < fair && fair < high).toBe(true)
    }
    expect(run.sigmas.candidate).toBeGreaterThan(2.5)
  })

  it('refuses to compare two panels without a common interviewer, however sure the priors are', () => {
    const run = fitted(
      inputOf([
        ...crossed({ candidates: 'AB', interviewers: 'WX', questions: 4 }, () => 4),
        ...crossed({ candidates: 'CD', interviewers: 'YZ', questions: 4 }, () => 1).map((r) => ({
          ...r,
          question: `${r.question}b`,
        })),
      ]),
    )
    expect(run.status).toBe('disconnected')
    expect(run.sets).toEqual([
      ['A', 'B'],
      ['C', 'D'],
    ])
    const asked = pairs(run, [
      ['A', 'C'],
      ['A', 'B'],
    ])
    if (asked.status !== 'ok') throw new Error(asked.because)
    expect(asked.pairs[0]).toMatchObject({ state: 'not_comparable', probability: null, severityShare: null })
    expect(asked.pairs[0]!.because).toContain('cannot be compared')
    expect(asked.pairs[1]!.state).toBe('cannot_be_told_apart')
    expect(tiers(run)).toEqual({
      status: 'ok',
      lists: [
        { set: 0, tiers: [['A', 'B']] },
        { set: 1, tiers: [['C', 'D']] },
      ],
    })
    expect(codes(run)).toContain('unlinked')
  })

  it('lifts the candidate whom only the strict interviewer saw, without telling the two apart', () => {
    const others = crossed(
      { candidates: 'EFGH', interviewers: 'XYZ', questions: 4 },
      (n, j) => (j === 2 ? 2 : 3) + (n % 2),
    )
    const seenBy = (candidate: string, interviewer: string) =>
      crossed({ candidates: candidate, interviewers: interviewer, questions: 2 }, () => 3)
    const run = fitted(inputOf([...others, ...seenBy('A', 'X'), ...seenBy('B', 'Z')]))
    expect(scoreOf(run, 'A').raw).toBe(scoreOf(run, 'B').raw)
    expect(scoreOf(run, 'B').fair).toBeGreaterThan(scoreOf(run, 'A').fair + 0.1)
    const asked = pairs(run, [['B', 'A']])
    if (asked.status !== 'ok') throw new Error(asked.because)
    expect(asked.pairs[0]!.state).toBe('cannot_be_told_apart')
    expect(run.interviewers[2]!.severity).toBeGreaterThan(0.5)
  })

  it.each([2, 9])('stays finite on %i levels, used or not', (levels) => {
    const ratings = crossed({ candidates: 'ABC', interviewers: 'XYZ', questions: 4 }, (n, _j, i) =>
      levels === 2 ? 1 + ((n + i) % 2) : 4 + ((n + i) % 3),
    )
    const run = fitted(inputOf(ratings, { scales: { s: { levels } } }))
    expect(numbersIn(run).every(Number.isFinite)).toBe(true)
    expect(run.thresholds['s']).toHaveLength(levels - 1)
    for (const c of run.candidates) {
      expect(c.low).toBeGreaterThanOrEqual(1)
      expect(c.low).toBeLessThan(c.fair)
      expect(c.fair).toBeLessThan(c.high)
      expect(c.high).toBeLessThanOrEqual(levels)
    }
  })

  it('compares across a change of form on an assumption that it states', () => {
    const old = crossed({ candidates: 'AB', interviewers: 'XY', questions: 3 }, (n) => 2 + n).map((r) => ({
      ...r,
      question: `${r.question}@v1`,
    }))
    const now = crossed({ candidates: 'CD', interviewers: 'XY', questions: 3 }, (n) => 3 + n).map((r) => ({
      ...r,
      question: `${r.question}@v2`,
      scale: 't',
    }))
    const ratings = [...old, ...now].map((r) => ({ ...r, competency: r.question.split('@')[0]! }))
    const run = fitted(
      inputOf(ratings, { scales: { s: { levels: 4 }, t: { levels: 5 } }, form: { scale: 't' } }),
    )
    expect(run.sets).toHaveLength(1)
    expect(codes(run)).toContain('assumes_same_difficulty')
    const asked = pairs(run, [['C', 'A']])
    if (asked.status !== 'ok') throw new Error(asked.because)
    expect(asked.pairs[0]!.because).toContain('as hard as the old one')
    expect(run.form).toEqual({ scale: 't', questions: ['q1@v2', 'q2@v2', 'q3@v2'] })
  })

  it('counts a rating that stands twice and says so', () => {
    const ratings = crossed({ candidates: 'AB', interviewers: 'XY', questions: 2 }, (n) => 2 + n)
    const run = fitted(inputOf([...ratings, ratings[0]!]))
    expect(run.warnings.find((w) => w.code === 'duplicate_rating')?.about).toEqual(['A / X / q1'])
    expect(scoreOf(run, 'A').ratings).toBe(5)
  })
})

describe('bad input', () => {
  const good = inputOf(crossed({ candidates: 'AB', interviewers: 'XY', questions: 2 }, (n) => 2 + n))
  const spoilt = (change: object) => ({
    ...good,
    ratings: [...good.ratings.slice(0, 2), { ...good.ratings[2]!, ...change }],
  })

  it.each([
    ['a level above the scale', spoilt({ level: 5 }), 'ratings[2].level'],
    ['a level below the scale', spoilt({ level: 0 }), 'ratings[2].level'],
    ['half a level', spoilt({ level: 2.5 }), 'ratings[2].level'],
    ['NaN', spoilt({ level: Number.NaN }), 'ratings[2].level'],
    ['a word for a level', spoilt({ level: '3' }), 'ratings[2].level'],
    ['an unknown scale', spoilt({ scale: 'z' }), 'ratings[2].scale'],
    ['an unknown competency', spoilt({ competency: 'z' }), 'ratings[2].competency'],
    ['an empty name', spoilt({ candidate: '' }), 'ratings[2].candidate'],
    ['a number for a name', spoilt({ interviewer: 7 }), 'ratings[2].interviewer'],
    ['a row that is no rating', { ...good, ratings: [null] }, 'ratings[0]'],
    ['no list of ratings', { ...good, ratings: {} }, 'ratings'],
    ['one level', { ...good, scales: { s: { levels: 1 } } }, 'scales.s.levels'],
    ['a hundred and one levels', { ...good, scales: { s: { levels: 101 } } }, 'scales.s.levels'],
    ['levels that are no number', { ...good, scales: { s: { levels: '4' } } }, 'scales.s.levels'],
    ['a scale that is nothing', { ...good, scales: { s: null } }, 'scales.s.levels'],
    ['no scales', { ...good, scales: null }, 'scales'],
    ['no competencies', { ...good, competencies: null }, 'competencies'],
    ['a competency twice', { ...good, competencies: ['q1', 'q2', 'q1'] }, 'competencies[2]'],
    ['a competency without a name', { ...good, competencies: ['q1', ''] }, 'competencies[1]'],
    ['an unknown weight', { ...good, weights: { z: 1 } }, 'weights.z'],
    ['a negative weight', { ...good, weights: { q1: -1 } }, 'weights.q1'],
    ['no weight at all', { ...good, weights: { q1: 0 } }, 'weights'],
    ['weights that are nothing', { ...good, weights: null }, 'weights'],
    ['an unknown form', { ...good, form: { scale: 'z' } }, 'form.scale'],
    ['an unknown question', { ...good, form: { questions: ['q1', 'z'] } }, 'form.questions[1]'],
    ['a form without questions', { ...good, form: { questions: [] } }, 'form.questions'],
    ['an unknown mode', { ...good, options: { mode: 'fast' } }, 'options.mode'],
    ['a word for a truth', { ...good, options: { variational: 'yes' } }, 'options.variational'],
  ])('names the element: %s', (_what, input, element) => {
    expect(fit(input as never)).toEqual(refused(element))
  })

  it('says that there is too little where no rating has a level', () => {
    expect(fit(inputOf([]))).toEqual(refusedFor('too_little_data'))
    expect(fit(inputOf([rate({ candidate: 'A', interviewer: 'X', question: 'q' }, null)]))).toEqual(
      refusedFor('too_little_data'),
    )
  })

  it('refuses more interviewers than one machine can take, at once', () => {
    const ratings = Array.from({ length: 1600 }, (_, j) =>
      rate({ candidate: `c${j % 9}`, interviewer: `i${j}`, question: 'q' }, 3),
    )
    expect(fit(inputOf(ratings))).toEqual(refusedFor('too_large'))
  })

  it('names unknown candidates of a pair', () => {
    const run = fitted(good)
    expect(pairs(run, [['A', 'Z']])).toEqual(refused('pairs[0][1]'))
    expect(pairs(run, [['Z', 'A']])).toEqual(refused('pairs[0][0]'))
    expect(pairs(run, [['A']] as never)).toEqual(refused('pairs[0]'))
    expect(pairs(run, 'A' as never)).toEqual(refused('pairs'))
    expect(tiers(run, ['A', 'Z'])).toEqual(refused('candidates[1]'))
    expect(tiers(run, 'A' as never)).toEqual(refused('candidates'))
  })
})
