import { describe, expect, it } from '@jest/globals'
import { selectionRates } from '../../libs/measurement/src/index.ts'
import { must, refused, refusedFor } from './fixtures.ts'

const group = (name: string, applicants: number, selected: number) => ({ group: name, applicants, selected })
const row = (result: ReturnType<typeof selectionRates>, name: string) =>
  must(result).rows.find((r) => r.group === name)!

// Ricci v. DeStefano, 557 U.S. 557 (2009): lieutenant's examination, 77 candidates.
const LIEUTENANT = [group('white', 43, 25), group('black', 19, 6), group('hispanic', 15, 3)]

describe('selection rates', () => {
  const ricci = selectionRates({ groups: LIEUTENANT })

  it('prints ratio and test side by side, for they answer different questions', () => {
    expect(row(ricci, 'black').impactRatio).toBeCloseTo(0.54, 2)
    expect(row(ricci, 'black').fisher).toBeCloseTo(0.097, 3)
    const large = selectionRates({ groups: [group('a', 10_000, 5000), group('b', 10_000, 4600)] })
    expect(row(large, 'b').impactRatio).toBeCloseTo(0.92, 10)
    expect(row(large, 'b').fisher! / 1.6e-8).toBeCloseTo(1, 1)
    expect(must(large).verdict).toBe('difference_to_examine')
    // z² = N (ad - bc)² / (margins) · (N - 1) / N: 20,000 · (5000·5400 - 5000·4600)² / (10⁸ · 9600 · 10400) = 32.05; z = -5.661.
    expect(row(large, 'b').z).toBeCloseTo(-5.661, 3)
  })

  it('takes the highest rate for reference and shows its own row', () => {
    expect(must(ricci).reference).toBe('white')
    expect(row(ricci, 'white')).toMatchObject({
      rate: 25 / 43,
      impactRatio: 1,
      fisher: null,
      standing: 'reference',
    })
    expect(must(ricci).verdict).toBe('difference_to_examine')
    expect(must(ricci).because).toContain('black: ratio 0.54')
  })

  it('tests exactly, with the mid-p', () => {
    // Fisher's tea: 4 of 4 against 0 of 4 has probability 1/70 at either end. Ten of each makes it large enough to show.
    const tea = row(selectionRates({ groups: [group('milk', 5, 5), group('tea', 5, 0)] }), 'tea')
    expect(tea.fisher).toBeCloseTo(2 / 252, 12)
    expect(tea.midP).toBeCloseTo(1.5 / 252, 12)
    expect(tea.standing).toBe('too_few')
  })

  it('has an interval of the ratio that works with nothing selected', () => {
    const none = row(selectionRates({ groups: [group('a', 40, 20), group('b', 40, 0)] }), 'b')
    expect([none.impactRatio, none.low]).toEqual([0, 0])
    expect(none.high).toBeGreaterThan(0.05)
    expect(none.high).toBeLessThan(0.25)
    // Koopman's own example (1984): 36/40 against 16/80, ratio 4.5; here the higher rate is the reference: 1/4.5, 95 % (1/7.15, 1/2.94).
    const koopman = row(selectionRates({ groups: [group('a', 40, 36), group('b', 80, 16)] }), 'b')
    expect(1 / koopman.high!).toBeCloseTo(2.94, 2)
    expect(1 / koopman.low!).toBeCloseTo(7.15, 2)
  })

  it('contains the ratio in its interval and 1 exactly where the score test says so', () => {
    for (const selected of [4, 9, 14, 19, 24, 29]) {
      const one = row(selectionRates({ groups: [group('a', 60, 30), group('b', 60, selected)] }), 'b')
      expect(one.low).toBeLessThan(one.impactRatio!)
      expect(one.high).toBeGreaterThan(one.impactRatio!)
      const pooled = (30 + selected) / 120
      const score = (0.5 - selected / 60) ** 2 / (pooled * (1 - pooled) * (2 / 60))
      expect(one.high! < 1).toBe(score > 3.8415)
    }
  })

  it('says where too few people are there to judge, and what one decision would change', () => {
    const few = selectionRates({ groups: [group('a', 12, 8), group('b', 11, 4)] })
    expect(must(few)).toMatchObject({
      verdict: 'too_few_to_judge',
      because: expect.stringContaining('too few people'),
    })
    expect(row(few, 'b').standing).toBe('too_few')
    const edge = selectionRates({ groups: [group('a', 50, 25), group('b', 50, 20)] })
    expect(row(edge, 'b')).toMatchObject({ impactRatio: 0.8, standing: 'within', flips: true })
    expect(must(edge).verdict).toBe('no_difference_shown')
    const clear = selectionRates({ groups: [group('a', 500, 250), group('b', 500, 245), group('c', 20, 9)] })
    expect(row(clear, 'b').flips).toBe(false)
    expect(must(clear).because).not.toContain('too few')
    const mixed = selectionRates({ groups: [group('a', 500, 100), group('b', 500, 95), group('c', 21, 3)] })
    expect(must(mixed).because).toContain('too few to judge: c')
    const below = selectionRates({ groups: [group('a', 50, 25), group('b', 50, 19)] })
    expect(must(below).because).toContain('one decision more or less')
  })

  it('shows nothing of groups under five people, and no ratio under 2 %', () => {
    const found = selectionRates({
      groups: [group('a', 300, 100), group('b', 300, 90), group('c', 4, 4), group('d', 6, 6)],
    })
    expect(row(found, 'c')).toMatchObject({
      applicants: null,
      selected: null,
      rate: null,
      standing: 'suppressed',
    })
    expect(row(found, 'd')).toMatchObject({ applicants: 6, rate: 1, impactRatio: null, standing: 'left_out' })
    expect(must(found).reference).toBe('a')
  })

  it('takes scores: the share strictly above the median of all', () => {
    const scores = [
      ...[1, 2, 3, 4, 5, 6].map((score) => ({ group: 'a', score })),
      ...[1, 2, 2, 3, 3, 3].map((score) => ({ group: 'b', score })),
    ]
    const found = selectionRates({ scores })
    // Sorted 1 1 2 2 2 3 3 3 3 4 5 6: median 3; above it 3 of a and none of b.
    expect(row(found, 'a').rate).toBe(0.5)
    expect(row(found, 'b').rate).toBe(0)
    // Odd number: 1 1 2 2 2 3 3 3 4 5 6 has median 3 again.
    expect(row(selectionRates({ scores: scores.slice(0, 11) }), 'a').rate).toBe(0.5)
  })

  it('compares with the highest rate wherever it stands, the first of equals', () => {
    const later = selectionRates({ groups: [group('a', 100, 30), group('b', 100, 60), group('c', 100, 45)] })
    expect(must(later).reference).toBe('b')
    expect(row(later, 'b')).toMatchObject({
      standing: 'reference',
      impactRatio: 1,
      fisher: null,
      flips: null,
    })
    expect(row(later, 'a').impactRatio).toBeCloseTo(0.5, 12)
    expect(row(later, 'c').impactRatio).toBeCloseTo(0.75, 12)
    expect(must(selectionRates({ groups: [group('a', 50, 20), group('b', 100, 40)] })).reference).toBe('a')
  })

  it('tells ratio and test of each group in words', () => {
    const found = must(
      selectionRates({ groups: [group('a', 100, 60), group('b', 100, 30), group('c', 60, 30)] }),
    )
    expect(found.verdict).toBe('difference_to_examine')
    expect(found.because).toMatch(/^against a, b: ratio 0\.50, exact test p 0\.0000\d+$/)
    expect(found.because).not.toContain('c: ratio')
    expect(found.because).not.toContain('one decision')
    const within = must(selectionRates({ groups: [group('a', 500, 250), group('b', 500, 245)] }))
    expect(within.because).toMatch(/^against a, b: ratio 0\.98, exact test p 0\.8\d?$/)
    const mixed = must(
      selectionRates({ groups: [group('a', 500, 250), group('b', 500, 100), group('c', 50, 19)] }),
    )
    expect(mixed.because).toContain('; c: ratio 0.76')
    expect(mixed.because).toContain('; one decision more or less would change this')
  })

  it('judges from thirty people and five expected selections on, and takes part from 2 % on', () => {
    const standing = (a: [number, number], b: [number, number]) =>
      row(selectionRates({ groups: [group('a', ...a), group('b', ...b)] }), 'b').standing
    expect(standing([15, 8], [15, 8])).toBe('within')
    expect(standing([15, 8], [14, 7])).toBe('too_few')
    // Expected selections of the smaller group: 20 x 20 / 80 = 5, and 20 x 19 / 80 < 5.
    expect(standing([60, 15], [20, 5])).toBe('within')
    expect(standing([60, 15], [20, 4])).toBe('too_few')
    // The same for those not selected: 20 x 20 / 80 = 5.
    expect(standing([60, 45], [20, 15])).toBe('within')
    expect(standing([60, 46], [20, 15])).toBe('too_few')
    expect(standing([490, 250], [10, 4])).toBe('too_few')
    expect(standing([491, 250], [10, 4])).toBe('left_out')
    expect(must(selectionRates({ groups: [group('a', 490, 240), group('b', 10, 10)] })).reference).toBe('b')
  })

  it('takes the median of an even number between the two in the middle', () => {
    const of = (a: number[], b: number[]) =>
      selectionRates({
        scores: [...a.map((score) => ({ group: 'a', score })), ...b.map((score) => ({ group: 'b', score }))],
      })
    // Sorted 1 2 3 4 5 | 6 7 8 9 10: median 5.5; nobody is at it.
    const found = of([10, 9, 8, 7, 1], [6, 5, 4, 3, 2])
    expect([row(found, 'a').selected, row(found, 'b').selected]).toEqual([4, 1])
    // The median of an odd number is one of the scores, which is not above itself.
    const odd = of([11, 10, 9, 8, 7], [6, 5, 4, 3, 2, 1])
    expect([row(odd, 'a').selected, row(odd, 'b').selected]).toEqual([5, 0])
  })

  it('asks what one decision would change, at either end of what is possible', () => {
    const all = row(selectionRates({ groups: [group('a', 40, 40), group('b', 60, 60)] }), 'b')
    expect(all).toMatchObject({ flips: false, z: 0, impactRatio: 1 })
    const none = row(selectionRates({ groups: [group('a', 60, 30), group('b', 60, 0)] }), 'b')
    expect(none).toMatchObject({ flips: false, standing: 'below' })
    const up = row(selectionRates({ groups: [group('a', 50, 25), group('b', 50, 19)] }), 'b')
    expect(up).toMatchObject({ flips: true, standing: 'below' })
  })

  it('refuses what it cannot answer', () => {
    const of = (input: unknown) => selectionRates(input as never)
    expect(of({})).toEqual(refused('groups'))
    expect(of({ groups: [], scores: [] })).toEqual(refused('groups'))
    expect(of({ groups: [] })).toEqual(refusedFor('too_little_data'))
    expect(of({ scores: [] })).toEqual(refusedFor('too_little_data'))
    expect(of({ groups: [group('a', 50, 20), group('b', 4, 2)] })).toEqual(refusedFor('too_little_data'))
    expect(of({ groups: [group('a', 50, 0), group('b', 40, 0)] })).toEqual(refusedFor('not_identified'))
    expect(of({ groups: 'a' })).toEqual(refused('groups'))
    expect(of({ groups: [group('a', 50, 2), group('a', 4, 2)] })).toEqual(refused('groups[1].group'))
    expect(of({ groups: [group('', 50, 2)] })).toEqual(refused('groups[0].group'))
    expect(of({ groups: [group('a', 5.5, 2)] })).toEqual(refused('groups[0].applicants'))
    expect(of({ groups: [group('a', 5, 6)] })).toEqual(refused('groups[0].selected'))
    expect(of({ groups: [group('a', 5, Number.NaN)] })).toEqual(refused('groups[0].selected'))
    expect(of({ scores: 'a' })).toEqual(refused('scores'))
    expect(of({ scores: [{ group: 'a', score: Infinity }] })).toEqual(refused('scores[0].score'))
    expect(of({ scores: [{ group: '', score: 1 }] })).toEqual(refused('scores[0].group'))
    expect(of({ scores: [{ group: 1, score: 1 }] })).toEqual(refused('scores[0].group'))
    expect(of({ scores: [null] })).toEqual(refused('scores[0].group'))
    expect(of({ scores: [{ group: 'a', score: '3' }] })).toEqual(refused('scores[0].score'))
    expect(of({ groups: [null] })).toEqual(refused('groups[0].group'))
    expect(of({ groups: [group(1 as never, 5, 2)] })).toEqual(refused('groups[0].group'))
    expect(of({ groups: [group('a', -1, -1)] })).toEqual(refused('groups[0].applicants'))
    expect(of({ groups: [group('a', 5, -1)] })).toEqual(refused('groups[0].selected'))
    expect(of({ groups: [group('a', 0, 0), group('b', 50, 9), group('c', 50, 9)] })).toMatchObject({
      status: 'ok',
    })
  })
})
