import { describe, expect, it } from '@jest/globals'
import { fitted } from '../../../../test/measurement/panels.ts'
import { simulate, STANDARD } from '../../../../test/measurement/simulate.ts'
import { inverseOf } from '../numeric/cholesky.ts'
import { momentsAt, momentsFor, scaleOf } from '../rasch/moments.ts'
import { localPrecision, visitGlobalPrior } from '../rasch/priors.ts'
import { predictorOf } from '../rasch/state.ts'
import { chanceToldApart, nextRating } from './next-rating.ts'

const { input } = simulate(
  { ...STANDARD, candidates: 7, interviewers: 5, competencies: 4, panel: [2, 2] },
  11,
)
// c00000 was not asked about k00003; two of the questions lie on a scale of their own.
const ratings = input.ratings
  .filter((r) => !(r.candidate === 'c00000' && r.competency === 'k00003'))
  .map((r) => ({ ...r, scale: r.question === 'q00001' ? 't' : 's' }))
const run = fitted({
  ...input,
  ratings,
  scales: { s: { levels: 4 }, t: { levels: 4 } },
  weights: { k00000: 4, k00001: 3, k00002: 2, k00003: 1 },
  form: { scale: 's' },
})
const { model, state } = run.posterior
const { panel, layout, priors } = model
const count = panel.candidates.length
const competencies = panel.competencies.length
const interviewers = panel.interviewers.length

/** Every candidate with θ, a δ for every competency and an h for every interviewer, whoever met whom; then the globals. */
const own = 1 + competencies + interviewers
const size = count * own + layout.globals
const global = (a: number): number => count * own + a
const scales = panel.scales.map((_, s) =>
  scaleOf(state.global.subarray(layout.stepsFrom[s], layout.stepsFrom[s]! + panel.levels[s]! - 1)),
)

interface Mark {
  n: number
  j: number
  i: number
  c: number
  s: number
  mu: number
  variance: number
}

/** Adds J'MJ of one mark: η and the steps as the model has them, M their information. */
const add = (hessian: Float64Array, { n, j, i, c, s, mu, variance }: Mark): void => {
  const { steps } = scales[s]!
  const moments = momentsFor(steps)
  momentsAt({ mu, sd: Math.sqrt(variance) }, scales[s]!, { moments, p: new Float64Array(steps + 1) })
  const eta: [number, number][] = [
    [n * own, 1],
    [n * own + 1 + c, 1],
    [n * own + 1 + competencies + j, 1],
    [global(j), -1],
    [global(layout.betaFrom + i), -1],
  ]
  const tau = Array.from({ length: steps }, (_, m) => global(layout.stepsFrom[s]! + m))
  const at = (a: number, b: number, by: number): void => {
    hessian[a * size + b]! += by
  }
  for (const [a, x] of eta) {
    for (const [b, y] of eta) at(a, b, x * y * moments[1]!)
    for (const [m, t] of tau.entries()) {
      at(a, t, -x * moments[2 + steps + m]!)
      at(t, a, -x * moments[2 + steps + m]!)
    }
  }
  for (const [m, t] of tau.entries())
    for (const [l, r] of tau.entries()) {
      const [high, low] = [Math.max(m, l), Math.min(m, l)]
      at(t, r, moments[2 + 2 * steps + (high * (high + 1)) / 2 + low]!)
    }
}

const given = Array.from(panel.candidate, (n, o): Mark => ({
  n,
  j: panel.interviewer[o]!,
  i: panel.question[o]!,
  c: panel.competency[o]!,
  s: panel.scale[o]!,
  mu: predictorOf(model, state, o),
  variance: state.spread[o]!,
}))

const covarianceOf = (marks: readonly Mark[]): Float64Array => {
  const hessian = new Float64Array(size * size)
  for (const mark of marks) add(hessian, mark)
  for (let n = 0; n < count; n++)
    for (let l = 0; l < own; l++)
      hessian[(n * own + l) * (size + 1)]! += localPrecision(priors.sigmas, l, competencies)
  visitGlobalPrior(priors, layout, (a, b, precision) => {
    hessian[global(a) * size + global(b)]! += precision
  })
  return inverseOf(hessian, size)!
}

/** Variance of m_n, or of m_n - m_rival. */
const varianceOf = (covariance: Float64Array, n: number, rival?: number): number => {
  const a = new Float64Array(size)
  const signs: readonly (readonly [number, number])[] =
    rival === undefined
      ? [[n, 1]]
      : [
          [n, 1],
          [rival, -1],
        ]
  for (const [m, sign] of signs) {
    a[m * own] = sign
    for (const [c, name] of panel.competencies.entries())
      a[m * own + 1 + c] = sign * run.weights[run.competencies.indexOf(name)]!
  }
  let sum = 0
  for (let p = 0; p < size; p++)
    for (let q = 0; q < size; q++) sum += a[p]! * a[q]! * covariance[p * size + q]!
  return sum
}

/** The mark that the interview is expected to bring: what is not known of the candidate has its prior variance. */
const expectedMark = (n: number, j: number, c: number): Mark => {
  const i = panel.question[given.findIndex((mark) => mark.c === c && mark.s === panel.scales.indexOf('s'))]!
  const from = layout.localFrom[n]!
  const width = layout.localFrom[n + 1]! - from
  const rows = given.filter((mark) => mark.n === n)
  const place = (kind: 'c' | 'j', code: number): number =>
    [...new Set(rows.map((mark) => mark[kind]))].toSorted((a, b) => a - b).indexOf(code)
  const known = [0]
  let variance = 0
  if (place('c', c) >= 0) known.push(1 + place('c', c))
  else variance += run.sigmas.profile ** 2
  if (place('j', j) >= 0) known.push(1 + layout.profileSize[n]! + place('j', j))
  else variance += run.sigmas.halo ** 2
  let mu = -state.global[j]! - state.global[layout.betaFrom + i]!
  for (const a of known) {
    mu += state.local[from + a]!
    for (const b of known) variance += state.inverse[layout.blockFrom[n]! + a * width + b]!
  }
  return { n, j, i, c, s: panel.scales.indexOf('s'), mu, variance }
}

describe('the doubt after one more interview, against the whole information matrix inverted', () => {
  const met = given.find((mark) => mark.n === 0)!.j
  const unmet = panel.interviewers.findIndex((_, j) => !given.some((mark) => mark.n === 0 && mark.j === j))
  const before = covarianceOf(given)

  it.each([
    ['someone new on a competency not rated yet', unmet, 3],
    ['someone new on a rated competency', unmet, 2],
    ['someone met on a competency not rated yet', met, 3],
    ['someone met on a rated competency', met, 0],
  ])('%s', (_what, j, c) => {
    const after = covarianceOf([...given, expectedMark(0, j, c)])
    const ask = {
      interviewers: [panel.interviewers[j]!],
      competencies: [panel.competencies[c]!],
    }
    const alone = nextRating(run, { ...ask, candidates: ['c00000'] })
    const two = nextRating(run, { ...ask, candidates: ['c00000', 'c00003'] })
    if (alone.status !== 'ok' || two.status !== 'ok') throw new Error('refused')
    const [option] = alone.options
    expect((option!.seAfter / option!.seBefore) ** 2).toBeCloseTo(
      varianceOf(after, 0) / varianceOf(before, 0),
      6,
    )
    expect(option).toMatchObject({ against: null, probabilityToldApart: null })
    const pair = two.options.find((o) => o.candidate === 'c00000')!
    const variances = { now: varianceOf(before, 0, 3), later: varianceOf(after, 0, 3) }
    expect((pair.seAfter / pair.seBefore) ** 2).toBeCloseTo(variances.later / variances.now, 6)
    const gap = run.standings[0]!.measure - run.standings[3]!.measure
    expect(pair.probabilityToldApart).toBeCloseTo(chanceToldApart(gap, variances.now, variances.later), 5)
    expect(pair.against).toBe('c00003')
  })
})
