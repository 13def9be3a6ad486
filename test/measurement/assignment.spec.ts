import { describe, expect, it } from '@jest/globals'
import { fit, type FitInput } from '../../libs/measurement/src/index.ts'
import { crossed, fitted, inputOf } from './panels.ts'
import { simulate, STANDARD } from './simulate.ts'

const warned = (input: FitInput): boolean =>
  fitted(input).warnings.some((warning) => warning.code === 'selective_assignment')

/** The truth stands in for an earlier score. */
const panel = (selective: number, seed: number): FitInput => {
  const { input, measure } = simulate({ ...STANDARD, candidates: 60, truth: { selective } }, seed)
  return { ...input, earlier: Object.fromEntries(measure), options: { mode: 'interactive' } }
}
const seeds = Array.from({ length: 20 }, (_, seed) => seed)

describe('a warning of selective assignment', () => {
  it('is given where strict interviewers saw the strong', () => {
    expect(seeds.filter((seed) => warned(panel(0.8, seed))).length).toBeGreaterThanOrEqual(19)
  })

  it('is hardly ever given where panels were drawn by lot', () => {
    expect(seeds.filter((seed) => warned(panel(0, seed))).length).toBeLessThanOrEqual(1)
  })

  it('needs earlier scores: the ratings alone cannot show it', () => {
    const { earlier: _, ...without } = panel(0.8, 0)
    expect(warned(panel(0.8, 0))).toBe(true)
    expect(warned(without)).toBe(false)
  })

  it('changes no figure, but the hash of what was given', () => {
    const given = panel(0.8, 0)
    const { earlier, ...without } = given
    const [a, b] = [fitted(given), fitted(without)]
    expect(a.candidates).toEqual(b.candidates)
    expect(a.inputHash).not.toBe(b.inputHash)
    const turned = Object.fromEntries(Object.entries(earlier!).reverse())
    expect(fitted({ ...given, earlier: turned }).inputHash).toBe(a.inputHash)
    expect(fitted({ ...without, earlier: {} }).inputHash).toBe(b.inputHash)
  })

  it('is not given where everybody met everybody, nor with fewer than fifteen scored candidates', () => {
    const names = { candidates: 'ABCDEFGHIJKLMNOP', interviewers: 'VWX', questions: 2 }
    const marks = crossed(names, (n, j, i) => 1 + ((n + j + i) % 4))
    const scores = Object.fromEntries([...names.candidates].map((name, n) => [name, 0.1 * n * n]))
    expect(warned(inputOf(marks, { earlier: scores }))).toBe(false)
    // Two teams, the second with the higher scores, linked by X.
    const teams = marks.filter((r) => r.interviewer === 'X' || r.candidate < 'I' === (r.interviewer === 'V'))
    expect(warned(inputOf(teams, { earlier: scores }))).toBe(true)
    const { A: _a, B: _b, ...fourteen } = scores
    expect(warned(inputOf(teams, { earlier: fourteen }))).toBe(false)
    expect(warned(inputOf(teams, { earlier: { ...fourteen, A: 0, stranger: 9 } }))).toBe(true)
  })

  it('names a score that is no number', () => {
    const wrong = fit({ ...panel(0, 0), earlier: { c00000: Number.NaN } })
    expect(wrong).toMatchObject({ status: 'invalid_input', element: 'earlier.c00000' })
    expect(fit({ ...panel(0, 0), earlier: [] as never })).toMatchObject({ element: 'earlier' })
  })
})
