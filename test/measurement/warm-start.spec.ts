import { describe, expect, it } from '@jest/globals'
import { fit, startOf, type FitInput } from '../../libs/measurement/src/index.ts'
import { refused } from './fixtures.ts'
import { fitted } from './panels.ts'
import { simulate, STANDARD } from './simulate.ts'

const { input } = simulate({ ...STANDARD, candidates: 40 }, 21)
/** The same panel before its last two candidates came. */
const before: FitInput = { ...input, ratings: input.ratings.filter((r) => r.candidate < 'c00038') }
const start = startOf(fitted(before))

const farthest = (a: ReturnType<typeof fitted>, b: ReturnType<typeof fitted>): number =>
  Math.max(
    ...a.candidates.flatMap((c, n) => {
      const other = b.candidates[n]!
      return [c.fair - other.fair, c.low - other.low, c.high - other.high, c.measure - other.measure]
    }),
    ...a.interviewers.map((i, j) => i.severity - b.interviewers[j]!.severity),
  )

describe('a fit that begins where an earlier one ended', () => {
  it.each([
    ['published', 1e-3],
    ['interactive', 0.03],
  ] as const)('reaches the same solution in fewer passes: %s', (mode, tolerance) => {
    const cold = fitted({ ...input, options: { mode } })
    const warm = fitted({ ...input, options: { mode }, start })
    expect(Math.abs(farthest(cold, warm))).toBeLessThan(tolerance)
    expect(Math.abs(farthest(warm, cold))).toBeLessThan(tolerance)
    expect(warm.passes).toBeLessThan(cold.passes)
  })

  it('hardly moves where nothing is new', () => {
    const cold = fitted(input)
    const again = fitted({ ...input, start: startOf(cold) })
    expect(again.passes).toBeLessThan(0.6 * cold.passes)
    expect(Math.abs(farthest(cold, again))).toBeLessThan(2e-4)
  })

  it('survives being kept as JSON', () => {
    const kept = JSON.parse(JSON.stringify(start)) as typeof start
    expect(fitted({ ...input, start: kept }).candidates).toEqual(fitted({ ...input, start }).candidates)
  })

  it('gets there from figures that are far off, too', () => {
    const wrong = {
      ...start,
      sigmas: { candidate: 4, interviewer: 0.05, question: 3, halo: 0.1, profile: 2 },
      severities: Object.fromEntries(Object.entries(start.severities).map(([name, a]) => [name, 3 - a])),
    }
    expect(Math.abs(farthest(fitted(input), fitted({ ...input, start: wrong })))).toBeLessThan(2e-3)
  })

  it('passes over names the panel does not have and a scale that has changed', () => {
    const other = {
      ...start,
      thresholds: { s: [0], gone: [1, 2] },
      candidates: {},
      severities: { nobody: 3 },
      smoothing: 0,
    }
    expect(Math.abs(farthest(fitted(input), fitted({ ...input, start: other })))).toBeLessThan(1e-3)
  })

  it('is part of what the figures depend on', () => {
    const cold = fitted(input)
    expect(fitted({ ...input, start }).inputHash).not.toBe(cold.inputHash)
    expect(fitted({ ...input, start }).inputHash).toBe(fitted({ ...input, start }).inputHash)
  })

  const c = start.candidates['c00001']!
  const withCandidate = (change: object) => ({ ...start, candidates: { A: { ...c, ...change } } })
  it.each([
    ['a word', 'start', 'start'],
    ['no spreads', { ...start, sigmas: undefined }, 'start.sigmas.candidate'],
    ['a spread of 0', { ...start, sigmas: { ...start.sigmas, halo: 0 } }, 'start.sigmas.halo'],
    [
      'a spread NaN',
      { ...start, sigmas: { ...start.sigmas, question: Number.NaN } },
      'start.sigmas.question',
    ],
    ['negative smoothing', { ...start, smoothing: -1 }, 'start.smoothing'],
    ['a word for a severity', { ...start, severities: { X: '1' } }, 'start.severities.X'],
    ['no difficulties', { ...start, difficulties: null }, 'start.difficulties'],
    ['endless difficulty', { ...start, difficulties: { q: Infinity } }, 'start.difficulties.q'],
    ['no thresholds', { ...start, thresholds: 1 }, 'start.thresholds'],
    ['a step NaN', { ...start, thresholds: { s: [0, Number.NaN] } }, 'start.thresholds.s.1'],
    ['no candidates', { ...start, candidates: null }, 'start.candidates'],
    ['a candidate that is nothing', { ...start, candidates: { A: null } }, 'start.candidates.A.overall'],
    ['a profile NaN', withCandidate({ profile: { k: Number.NaN } }), 'start.candidates.A.profile.k'],
    ['no halo', withCandidate({ halo: undefined }), 'start.candidates.A.halo'],
    ['no variances', withCandidate({ smoothing: null }), 'start.candidates.A.smoothing'],
    ['variances of nothing', withCandidate({ smoothing: { X: 3 } }), 'start.candidates.A.smoothing.X'],
    [
      'a negative variance',
      withCandidate({ smoothing: { X: { q: -1 } } }),
      'start.candidates.A.smoothing.X.q',
    ],
  ])('names the element: %s', (_what, wrong, element) => {
    expect(fit({ ...input, start: wrong } as never)).toEqual(refused(element))
  })
})
