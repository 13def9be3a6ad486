import { describe, expect, it } from '@jest/globals'
import {
  chanceToldApart,
  diagnostics,
  distribution,
  nextRating,
  pairs,
  provisional,
  seeded,
  type Rating,
} from '../../libs/measurement/src/index.ts'
import { must, refused } from './fixtures.ts'
import { fitted, scoreOf } from './panels.ts'
import { simulate, STANDARD } from './simulate.ts'

const truth = simulate({ ...STANDARD, candidates: 20, panel: [2, 2] }, 6)
const run = fitted(truth.input)
/** The two candidates hardest to tell apart. */
const closest = (): [string, string] => {
  const pair = must(pairs(run)).pairs.reduce((least, one) =>
    one.probability! < least.probability! ? one : least,
  )
  return [pair.a, pair.b]
}
const [a, b] = closest()

const quantile = (p: number): number => must(distribution({ fn: 'normal_quantile', args: { p } })).value

/** Standard error of a difference, from its probability. */
const seOf = (of: typeof run): number =>
  Math.abs(
    (scoreOf(of, a).measure - scoreOf(of, b).measure) /
      quantile(must(pairs(of, [[a, b]])).pairs[0]!.probability!),
  )

describe('which one more rating would tell most', () => {
  const found = must(nextRating(run, { candidates: [a, b] })).options

  it('lists every possible interview, the most telling first', () => {
    expect(found).toHaveLength(2 * 10 * 6)
    for (const [i, option] of found.entries()) {
      expect(option.seAfter).toBeLessThan(option.seBefore)
      expect(option.seAfter).toBeGreaterThan(0.5 * option.seBefore)
      expect(option.probabilityToldApart).toBeGreaterThan(0)
      expect(option.probabilityToldApart).toBeLessThan(0.5)
      expect(option.against).toBe(option.candidate === a ? b : a)
      if (i > 0) expect(option.seAfter).toBeGreaterThanOrEqual(found[i - 1]!.seAfter)
    }
  })

  it('prefers an interviewer the candidate has not met: a second opinion, not the first one again', () => {
    const met = new Set(truth.input.ratings.filter((r) => r.candidate === a).map((r) => r.interviewer))
    const mean = (known: boolean) => {
      const some = found.filter((o) => o.candidate === a && met.has(o.interviewer) === known)
      return some.reduce((sum, o) => sum + o.seAfter, 0) / some.length
    }
    expect(mean(false)).toBeLessThan(mean(true))
  })

  it('predicts the doubt that refits with the simulated interview leave', () => {
    const option = found.find((o) => o.candidate === a)!
    const code = run.candidates.findIndex((c) => c.candidate === a)
    const { posterior } = run
    const random = seeded('interview')
    let [sum, told] = [0, 0]
    const refits = 40
    for (let draw = 0; draw < refits; draw++) {
      const { layout } = posterior.model
      const from = layout.localFrom[code]!
      // θ and the competency's δ jointly from their posterior; a new impression; the interviewer and question as estimated.
      const l = 1 + posterior.model.panel.competencies.indexOf(option.competency)
      const block = layout.blockFrom[code]!
      const size = layout.localFrom[code + 1]! - from
      const variance =
        posterior.state.inverse[block]! +
        posterior.state.inverse[block + l * size + l]! +
        2 * posterior.state.inverse[block + l * size]!
      const location =
        posterior.state.local[from]! +
        posterior.state.local[from + l]! +
        Math.sqrt(variance) * random.normal()
      const j = posterior.model.panel.interviewers.indexOf(option.interviewer)
      const question = truth.input.ratings.find((r) => r.competency === option.competency)!.question
      const i = posterior.model.panel.questions.indexOf(question)
      const eta =
        location +
        run.sigmas.halo * random.normal() -
        posterior.state.global[j]! -
        posterior.state.global[layout.betaFrom + i]!
      const sums = run.thresholds['s']!.reduce<number[]>((list, tau) => [...list, list.at(-1)! + tau], [0])
      const terms = sums.map((total, k) => Math.exp(k * eta - total))
      let u = random.uniform() * terms.reduce((x, y) => x + y, 0)
      let k = 0
      while (k < 3 && u > terms[k]!) u -= terms[k++]!
      const more: Rating = {
        candidate: a,
        interviewer: option.interviewer,
        question,
        competency: option.competency,
        scale: 's',
        level: k + 1,
      }
      const again = fitted({ ...truth.input, ratings: [...truth.input.ratings, more] })
      const pair = must(pairs(again, [[a, b]])).pairs[0]!
      sum += seOf(again)
      if (pair.state !== 'cannot_be_told_apart') told += 1
    }
    const slope = option.seBefore / seOf(run)
    expect(Math.abs((slope * sum) / refits - option.seAfter)).toBeLessThan(0.02)
    expect(Math.abs(told / refits - option.probabilityToldApart!)).toBeLessThan(0.12)
  })

  it('knows the limits of the chance', () => {
    expect(chanceToldApart(3, 1, 1)).toBe(1)
    expect(chanceToldApart(0, 1, 1)).toBe(0)
    // Δ = 0, Var' → 0: any difference is then told apart.
    expect(chanceToldApart(0, 1, 1e-12)).toBeGreaterThan(0.999)
    // Δ = 0, Var = 1, Var' = .5: 2 (1 - Φ(1.2816)) = .2.
    expect(chanceToldApart(0, 1, 0.5)).toBeCloseTo(0.2, 6)
    // Δ = .5: 1 - Φ((.90619 - .5) / .70711) + Φ((-.90619 - .5) / .70711) = .28283 + .02337, whichever of the two is in front.
    expect(chanceToldApart(0.5, 1, 0.5)).toBeCloseTo(0.3062, 4)
    expect(chanceToldApart(-0.5, 1, 0.5)).toBeCloseTo(0.3062, 4)
  })

  it('plans for one candidate alone, and refuses unknown names', () => {
    const alone = must(
      nextRating(run, { candidates: [a], interviewers: ['i00001'], competencies: ['k00000'] }),
    ).options
    expect(alone).toHaveLength(1)
    expect(alone[0]).toMatchObject({ against: null, probabilityToldApart: null })
    expect(alone[0]!.seAfter).toBeLessThan(alone[0]!.seBefore)
    expect(nextRating(run, { candidates: ['x'] })).toEqual(refused('candidates[0]'))
    expect(nextRating(run, { candidates: [a], interviewers: ['x'] })).toEqual(refused('interviewers[0]'))
    expect(nextRating(run, { candidates: [a], competencies: ['k00000', 'x'] })).toEqual(
      refused('competencies[1]'),
    )
    expect(nextRating(run, { candidates: [a], competencies: 'x' as never })).toEqual(refused('competencies'))
  })
})

describe('a scorecard that has just come in', () => {
  it('gives the measure of the refit, nearly, with everything else held', () => {
    for (const c of run.candidates.slice(0, 6)) {
      const own = truth.input.ratings.filter((r) => r.candidate === c.candidate)
      const quick = must(provisional(run, own))
      expect(Math.abs(quick.measure - c.measure)).toBeLessThan(0.12)
      expect(quick.se).toBeLessThan(c.se)
      expect(quick.se).toBeGreaterThan(0.6 * c.se)
      expect(quick.provisional).toBe(true)
    }
  })

  it('knows nothing of a candidate without a rating, and refuses bad ones', () => {
    const none = must(provisional(run, []))
    expect(none.measure).toBe(0)
    expect(none.se).toBeCloseTo(Math.sqrt(run.sigmas.candidate ** 2 + run.sigmas.profile ** 2 / 6), 10)
    const row = truth.input.ratings[0]!
    expect(must(provisional(run, [{ ...row, level: null }])).measure).toBe(0)
    expect(provisional(run, [{ ...row, level: 9 }])).toEqual(refused('ratings[0].level'))
    expect(provisional(run, [row, { ...row, scale: 'z' }])).toEqual(refused('ratings[1].scale'))
    expect(provisional(run, [{ ...row, competency: 'z' }])).toEqual(refused('ratings[0].competency'))
    expect(
      must(provisional(run, [{ ...row, interviewer: 'new', question: 'new', level: 4 }])).measure,
    ).toBeGreaterThan(0)
  })
})

describe('how an interviewer uses the scale', () => {
  const panel = simulate({ ...STANDARD, candidates: 60, interviewers: 8 }, 3).input

  it('finds the one who copies a single number and the one who stays in the middle, and nobody else', () => {
    const first = new Map<string, number>()
    const ratings = panel.ratings.map((r) => {
      if (r.interviewer === 'i00001') {
        if (!first.has(r.candidate)) first.set(r.candidate, r.level!)
        return { ...r, level: first.get(r.candidate)! }
      }
      return r.interviewer === 'i00002' ? { ...r, level: r.question === 'q00000' ? 2 : 3 } : r
    })
    const spoilt = fitted({ ...panel, ratings })
    const found = must(diagnostics(spoilt)).interviewers
    expect(found[1]!.findings).toContain('rates_every_competency_alike')
    expect(found[2]!.findings).toContain('hardly_separates_candidates')
    for (const [j, one] of found.entries()) if (j !== 1 && j !== 2) expect(one.findings).toEqual([])
    expect(must(diagnostics(spoilt, { interviewers: ['i00002'] })).interviewers).toEqual([found[2]])
  })

  it('says nothing with few interviews and refuses unknown names', () => {
    const few = fitted(simulate({ ...STANDARD, candidates: 4, panel: [2, 2] }, 1).input)
    for (const one of must(diagnostics(few)).interviewers)
      expect([one.pAlike, one.pNarrow, one.findings]).toEqual([null, null, []])
    expect(diagnostics(few, { interviewers: ['x'] })).toEqual(refused('interviewers[0]'))
  })
})
