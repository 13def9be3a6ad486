import { describe, expect, it } from '@jest/globals'
import { crossed, fitted, inputOf } from './panels.ts'
import { simulate, STANDARD } from './simulate.ts'

const names = { candidates: 'ABCDEFGHIJKL', interviewers: 'VWXYZ', questions: 4 }
/** V is strict, Z lenient, the others in between. */
const marks = crossed(names, (n, j, i) =>
  Math.min(4, Math.max(1, 2 + ((n + i) % 2) + (j === 0 ? -1 : j === 4 ? 1 : 0))),
)

describe('how strict an interviewer is', () => {
  const run = fitted(inputOf(marks))
  const [v, w, , , z] = run.interviewers

  it('is told relative to the average interviewer, in logits and points', () => {
    expect(run.interviewers.reduce((sum, one) => sum + one.severity, 0)).toBeCloseTo(0, 10)
    expect(v!.severity).toBeGreaterThan(1)
    expect(z!.severity).toBeLessThan(-1)
    for (const one of run.interviewers) {
      expect(one.high - one.severity).toBeCloseTo(1.6448536 * one.se, 5)
      expect(one.severity - one.low).toBeCloseTo(1.6448536 * one.se, 5)
      // The interviewer in the middle is average but for rounding.
      if (Math.abs(one.severity) > 1e-9) expect(Math.sign(one.points)).toBe(Math.sign(one.severity))
      expect(one.pointsLow).toBeLessThan(one.points)
      expect(one.pointsHigh).toBeGreaterThan(one.points)
      expect(one.candidates).toBe(12)
    }
    // Raw means differ by about a point each way; what a typical candidate loses is near that.
    expect(v!.points).toBeGreaterThan(0.4)
    expect(v!.points).toBeLessThan(1.2)
  })

  it('is said in words', () => {
    expect([v!.lean, w!.lean, z!.lean]).toEqual(['leans', 'no_clear_lean', 'leans'])
    expect(v!.statement).toMatch(
      /^V tends to rate about \d\.\d points stricter than colleagues \(90%: \d\.\d to \d\.\d; 12 candidates\)\. Scores are already adjusted\.$/,
    )
    expect(z!.statement).toMatch(
      /^Z tends to rate about \d\.\d points more lenient than colleagues \(90%: \d\.\d to \d\.\d; /,
    )
    expect(w!.statement).toBe('W shows no clear lean (12 candidates).')
  })

  it('is not said with fewer than five candidates', () => {
    const few = fitted(inputOf(marks.filter((r) => r.interviewer !== 'V' || r.candidate < 'E')))
    expect(few.interviewers[0]).toMatchObject({
      lean: 'too_little_evidence',
      candidates: 4,
      statement: 'Too little evidence to say how strict V is (4 candidates).',
    })
    const five = fitted(inputOf(marks.filter((r) => r.interviewer !== 'V' || r.candidate < 'F')))
    expect(five.interviewers[0]!.lean).not.toBe('too_little_evidence')
  })

  it('follows the probability of its sign', () => {
    for (let seed = 0; seed < 6; seed++) {
      for (const one of fitted(simulate(STANDARD, seed).input).interviewers) {
        const distance = Math.abs(one.severity) / one.se
        if (one.lean === 'leans') expect(distance).toBeGreaterThan(1.8807)
        if (one.lean === 'may_lean') expect(Math.abs(distance - 1.58)).toBeLessThan(0.3)
        if (one.lean === 'no_clear_lean') expect(distance).toBeLessThan(1.2816)
        if (one.lean === 'may_lean') expect(one.statement).toContain(`${one.interviewer} may rate about`)
      }
    }
  })
})

describe('what a run says beside its figures', () => {
  const codes = (run: ReturnType<typeof fitted>) => run.warnings.map((w) => w.code)

  it('is nothing where there is enough of everything', () => {
    const run = fitted(simulate({ ...STANDARD, candidates: 40, panel: [5, 5] }, 1).input)
    expect(codes(run).filter((code) => code !== 'wide_interval')).toEqual([])
    expect(run.reliability.observed).toBeGreaterThan(0.7)
    expect(run.reliability.observed).toBeLessThan(0.95)
    expect(run.reliability.ratingsEach).toBeCloseTo(6, 10)
    for (const [k, point] of run.reliability.curve.entries()) {
      expect(point.interviewers).toBe(k + 1)
      expect(point.adjusted).toBeGreaterThan(point.raw)
      if (k > 0) expect(point.raw).toBeGreaterThan(run.reliability.curve[k - 1]!.raw)
    }
    expect(run.reliability.curve).toHaveLength(8)
    // By hand: σ_m² / (σ_m² + (σ_h² + σ_α²) / k + 1 / (k q V̄)) with six equal weights, six ratings an interview, three interviewers.
    const { sigmas, posterior } = run
    const own = sigmas.candidate ** 2 + sigmas.profile ** 2 / 6
    const noise = (sigmas.halo ** 2 + sigmas.interviewer ** 2) / 3 + 1 / (3 * 6 * posterior.information)
    expect(run.reliability.curve[2]!.raw).toBeCloseTo(own / (own + noise), 10)
    const severity = run.interviewers.reduce((sum, one) => sum + one.se ** 2, 0) / run.interviewers.length
    const less = (sigmas.halo ** 2 + severity) / 3 + 1 / (3 * 6 * posterior.information)
    expect(run.reliability.curve[2]!.adjusted).toBeCloseTo(own / (own + less), 10)
    const doubt = run.candidates.reduce((sum, c) => sum + c.se ** 2, 0) / 40
    const mean = run.candidates.reduce((sum, c) => sum + c.measure, 0) / 40
    const spread = run.candidates.reduce((sum, c) => sum + (c.measure - mean) ** 2, 0) / 39
    expect(run.reliability.observed).toBeCloseTo(spread / (spread + doubt), 10)
  })

  it('names the candidates it is about', () => {
    const thin = marks
      .filter((r) => r.candidate !== 'A' || r.interviewer === 'W')
      .filter((r) => r.candidate !== 'B' || r.question < 'q3')
    const run = fitted(inputOf(thin))
    const about = (code: string) => run.warnings.find((w) => w.code === code)?.about
    expect(about('few_interviewers')).toEqual(['A'])
    expect(about('few_competencies')).toEqual(['B'])
    expect(codes(run)).toContain('prior_driven')
    for (const warning of run.warnings) expect(warning.because.length).toBeGreaterThan(20)
    expect(run.warnings.find((w) => w.code === 'wide_interval')?.about ?? []).toEqual(
      run.candidates.filter((c) => c.high - c.low > 1).map((c) => c.candidate),
    )
    // Three of four competencies with a tenth of the weight are still few.
    const weighted = fitted(
      inputOf(
        marks.filter((r) => r.candidate !== 'C' || r.question !== 'q1'),
        { weights: { q1: 9, q2: 1, q3: 1, q4: 1 } },
      ),
    )
    expect(weighted.warnings.find((w) => w.code === 'few_competencies')?.about).toEqual(['C'])
  })

  it('gives no reliability of fewer than ten candidates seen twice', () => {
    expect(fitted(inputOf(marks.filter((r) => r.candidate < 'J'))).reliability.observed).toBeNull()
  })

  it('scores a competency nobody was rated on with a wider interval', () => {
    const run = fitted(inputOf(marks, { competencies: ['q1', 'q2', 'q3', 'q4', 'unseen'] }))
    for (const c of run.candidates) {
      const [first, , , , unseen] = c.competencies
      expect([first!.assessed, unseen!.assessed]).toEqual([true, false])
      expect(unseen!.high - unseen!.low).toBeGreaterThan(first!.high - first!.low)
    }
  })
})
