import { describe, expect, it } from '@jest/globals'
import { inverseOf } from '../numeric/cholesky.ts'
import { simulate, STANDARD } from '../../../../test/measurement/simulate.ts'
import { posteriorOf } from './fit.ts'
import { logLikelihoodAt, momentsAt, momentsFor, probabilitiesAt, scaleOf } from './moments.ts'
import { objective } from './objective.ts'
import { readPanel } from './panel.ts'
import { HYPERPRIORS } from './priors.ts'
import { standingOf } from './standing.ts'
import { layWeights } from './weights.ts'

const NODES = [
  0, 1.1544053947399682, -1.1544053947399682, 2.366759410734541, -2.366759410734541, 3.750439717725742,
  -3.750439717725742,
]
const WEIGHTS = [
  0.457142857142857, 0.240123178605012, 0.240123178605012, 0.0307571239675864, 0.0307571239675864,
  0.000548268855972218, 0.000548268855972218,
]

describe('moments of a rating', () => {
  const scale = scaleOf([-1.2, 0.3, 1.5, 0.9])

  it.each([
    [0.4, 0],
    [-1.1, 0.7],
    [2.3, 1.9],
    [300, 0.5],
    [-300, 2],
  ])('are sums over categories and nodes at η = %f, sd %f', (mu, sd) => {
    const into = { moments: momentsFor(4), p: new Float64Array(5) }
    momentsAt({ mu, sd }, scale, into)
    const expected = momentsFor(4)
    const likelihood = [0, 0, 0, 0, 0]
    for (const [i, z] of NODES.entries()) {
      const weight = sd > 0 ? WEIGHTS[i]! : i === 0 ? 1 : 0
      const p = new Float64Array(5)
      probabilitiesAt(mu + z * sd, scale, p)
      const mean = p.reduce((sum, x, k) => sum + k * x, 0)
      const above = (m: number) => p.reduce((sum, x, k) => sum + (k >= m ? x : 0), 0)
      expected[0]! += weight * mean
      expected[1]! += weight * p.reduce((sum, x, k) => sum + (k - mean) ** 2 * x, 0)
      let at = 10
      for (let m = 1; m <= 4; m++) {
        expected[1 + m]! += weight * above(m)
        expected[5 + m]! += weight * p.reduce((sum, x, k) => sum + (k - mean) * x * (k >= m ? 1 : 0), 0)
        for (let l = 1; l <= m; l++) expected[at++]! += weight * (above(m) - above(m) * above(l))
      }
      for (const k of p.keys()) if (Math.abs(mu) < 100) likelihood[k]! += weight * Math.log(p[k]!)
    }
    for (const [i, value] of expected.entries()) expect(into.moments[i]).toBeCloseTo(value, 11)
    if (Math.abs(mu) < 100)
      for (const [k, value] of likelihood.entries())
        expect(logLikelihoodAt({ mu, sd }, scale, k)).toBeCloseTo(value, 9)
    expect(Number.isFinite(logLikelihoodAt({ mu, sd }, scale, 0))).toBe(true)
  })
})

describe('the posterior, against a dense Hessian by differences', () => {
  const { input } = simulate(
    { ...STANDARD, candidates: 4, interviewers: 3, competencies: 3, panel: [2, 2] },
    8,
  )
  // Two versions of one question and two scales, so that every part of the priors is in it.
  const ratings = input.ratings.map((r, o) => ({
    ...r,
    question: r.question === 'q00002' ? `q00002@v${1 + (o % 2)}` : r.question,
    scale: r.question === 'q00001' ? 't' : 's',
  }))
  const read = readPanel({ ...input, scales: { s: { levels: 4 }, t: { levels: 5 } }, ratings })
  if (read.status !== 'ok') throw new Error(read.because)
  const { panel } = read
  const posterior = posteriorOf(panel, { step: 1e-9, sigma: 1e-9, variational: true, learnSigmas: true })
  if ('status' in posterior) throw new Error(posterior.because)
  const { model, state } = posterior
  const { layout, priors } = model
  const locals = state.local.length
  const size = locals + layout.globals
  const at = (changes: readonly (readonly [number, number])[]): number => {
    const moved = { ...state, local: Float64Array.from(state.local), global: Float64Array.from(state.global) }
    for (const [i, by] of changes) {
      if (i < locals) moved.local[i]! += by
      else moved.global[i - locals]! += by
    }
    return objective(model, moved)
  }
  const h = 1e-3
  const hessian = new Float64Array(size * size)
  for (let a = 0; a < size; a++) {
    for (let b = 0; b <= a; b++) {
      const second =
        (at([
          [a, h],
          [b, h],
        ]) -
          at([
            [a, h],
            [b, -h],
          ]) -
          at([
            [a, -h],
            [b, h],
          ]) +
          at([
            [a, -h],
            [b, -h],
          ])) /
        (4 * h * h)
      hessian[a * size + b] = -second
      hessian[b * size + a] = -second
    }
  }
  const inverse = inverseOf(hessian, size)!
  /** The same with the thresholds held. */
  const free = locals + layout.tauFrom
  const given = inverseOf(
    Float64Array.from({ length: free * free }, (_, i) => hessian[Math.floor(i / free) * size + (i % free)]!),
    free,
  )!

  it('lies where the objective is flat', () => {
    for (let a = 0; a < size; a++)
      expect(Math.abs((at([[a, 1e-4]]) - at([[a, -1e-4]])) / 2e-4)).toBeLessThan(2e-5)
  })

  it('has the covariance of the globals', () => {
    for (let a = 0; a < layout.globals; a++)
      for (let b = 0; b < layout.globals; b++)
        expect(posterior.covariance[a * layout.globals + b]).toBeCloseTo(
          inverse[(locals + a) * size + locals + b]!,
          4,
        )
  })

  it('has the variance of each candidate under weights, and their covariance', () => {
    const laid = layWeights(panel.competencies, input.competencies, [0.5, 0.3, 0.2])
    const full = panel.candidates.map((_, n) => {
      const a = new Float64Array(size)
      a[layout.localFrom[n]!] = 1
      for (let l = 1; l <= layout.profileSize[n]!; l++)
        a[layout.localFrom[n]! + l] = laid.rated[layout.deltaCompetency[layout.localFrom[n]! + l]!]!
      return a
    })
    const between = (x: Float64Array, y: Float64Array): number => {
      let sum = 0
      for (let p = 0; p < size; p++)
        for (let q = 0; q < size; q++) sum += x[p]! * inverse[p * size + q]! * y[q]!
      return sum
    }
    const standings = panel.candidates.map((_, n) => standingOf(posterior, n, laid))
    for (const [n, x] of standings.entries()) {
      for (const [m, y] of standings.entries()) {
        let covariance = n === m ? x.own : 0
        for (const [p, a] of x.at.entries())
          for (const [q, b] of y.at.entries())
            covariance += x.u[p]! * posterior.covariance[a * layout.globals + b]! * y.u[q]!
        expect(covariance).toBeCloseTo(between(full[n]!, full[m]!), 4)
      }
    }
  })

  it('smooths each rating over its variance given the thresholds', () => {
    for (let o = 0; o < panel.candidate.length; o++) {
      const a = new Float64Array(free)
      const from = layout.localFrom[panel.candidate[o]!]!
      for (const l of [0, layout.deltaAt[o]!, layout.haloAt[o]!]) a[from + l] = 1
      a[locals + panel.interviewer[o]!] = -1
      a[locals + layout.betaFrom + panel.question[o]!] = -1
      let variance = 0
      for (let p = 0; p < free; p++)
        for (let q = 0; q < free; q++) variance += a[p]! * given[p * free + q]! * a[q]!
      expect(state.spread[o]).toBeCloseTo(variance, 4)
    }
  })

  it('has spreads that EM leaves where they are', () => {
    const second = (i: number): number =>
      (i < locals ? state.local[i]! : state.global[i - locals]!) ** 2 + given[i * free + i]!
    const learnt = (facet: keyof typeof HYPERPRIORS, which: readonly number[]): number => {
      const { scale, weight } = HYPERPRIORS[facet]
      return Math.sqrt(
        (weight * scale ** 2 + which.reduce((sum, i) => sum + second(i), 0)) / (weight + which.length),
      )
    }
    const of = { candidate: [] as number[], profile: [] as number[], halo: [] as number[] }
    for (let n = 0; n < panel.candidates.length; n++)
      for (let l = 0; layout.localFrom[n]! + l < layout.localFrom[n + 1]!; l++)
        of[l === 0 ? 'candidate' : l <= layout.profileSize[n]! ? 'profile' : 'halo'].push(
          layout.localFrom[n]! + l,
        )
    expect(priors.sigmas.candidate).toBeCloseTo(learnt('candidate', of.candidate), 4)
    expect(priors.sigmas.profile).toBeCloseTo(learnt('profile', of.profile), 4)
    expect(priors.sigmas.halo).toBeCloseTo(learnt('halo', of.halo), 4)
    expect(priors.sigmas.interviewer).toBeCloseTo(
      learnt(
        'interviewer',
        panel.interviewers.map((_, j) => locals + j),
      ),
      4,
    )
  })
})
