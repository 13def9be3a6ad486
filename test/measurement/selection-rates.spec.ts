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
  })
})
