import { factorInPlace, invertInPlace, whole, type Block } from '../numeric/cholesky.ts'
import type { Run } from '../rasch/fit.ts'
import { momentsAt, type Moments } from '../rasch/moments.ts'
import { localPrecision } from '../rasch/priors.ts'
import { predictorOf, roomsFor, scalesAt } from '../rasch/state.ts'

/** What one more interview would make of a candidate: their standing, and what the globals would gain. */
export interface Interview {
  readonly own: number
  /** Globals touched (ascending), U' there, and the gain in their Schur complement (row-major). */
  readonly at: readonly number[]
  readonly u: Float64Array
  readonly gain: Float64Array
}

export interface Asked {
  readonly interviewer: number
  readonly competency: number
  readonly questions: readonly number[]
}

/** One rating, given or expected, by its place among the locals and globals of the enlarged block. */
interface Mark {
  readonly locals: readonly number[]
  readonly alpha: number
  readonly beta: number
  readonly steps: readonly number[]
  readonly moments: Moments
}

/** Locals of a candidate with room for a competency and an interviewer not met before. */
interface Enlarged {
  readonly competencies: readonly number[]
  readonly interviewers: readonly number[]
  readonly at: readonly number[]
}

const enlarge = (run: Run, n: number, asked: Asked): Enlarged => {
  const { panel, layout } = run.posterior.model
  const rows = { from: panel.rowsFrom[n]!, to: panel.rowsFrom[n + 1]! }
  const distinct = (values: Int32Array, more: number): number[] =>
    [...new Set([...values.subarray(rows.from, rows.to), more])].sort((a, b) => a - b)
  const touched = layout.touched.subarray(layout.touchedFrom[n], layout.touchedFrom[n + 1])
  const first = layout.stepsFrom[run.formCodes.scale]!
  const steps = Array.from({ length: panel.levels[run.formCodes.scale]! - 1 }, (_, m) => first + m)
  const questions = asked.questions.map((i) => layout.betaFrom + i)
  const at = [...new Set([...touched, asked.interviewer, ...questions, ...steps])].sort((a, b) => a - b)
  return {
    competencies: distinct(panel.competency, asked.competency),
    interviewers: distinct(panel.interviewer, asked.interviewer),
    at,
  }
}

const localsOf = (room: Enlarged, competency: number, interviewer: number): number[] => [
  0,
  1 + room.competencies.indexOf(competency),
  1 + room.competencies.length + room.interviewers.indexOf(interviewer),
]

const stepsOf = (run: Run, room: Enlarged, scale: number): number[] => {
  const { panel, layout } = run.posterior.model
  return Array.from({ length: panel.levels[scale]! - 1 }, (_, m) =>
    room.at.indexOf(layout.stepsFrom[scale]! + m),
  )
}

/** The ratings the candidate has, with their smoothed moments. */
const givenMarks = (run: Run, n: number, room: Enlarged): Mark[] => {
  const { model, state } = run.posterior
  const { panel, layout } = model
  const scales = scalesAt(model, state.global)
  const marks: Mark[] = []
  for (let o = panel.rowsFrom[n]!; o < panel.rowsFrom[n + 1]!; o++) {
    const s = panel.scale[o]!
    const into = roomsFor(scales)[s]!
    momentsAt({ mu: predictorOf(model, state, o), sd: Math.sqrt(state.spread[o]!) }, scales[s]!, into)
    marks.push({
      locals: localsOf(room, panel.competency[o]!, panel.interviewer[o]!),
      alpha: room.at.indexOf(panel.interviewer[o]!),
      beta: room.at.indexOf(layout.betaFrom + panel.question[o]!),
      steps: stepsOf(run, room, s),
      moments: into.moments,
    })
  }
  return marks
}

/** Mean of a local as it stands: 0 for a competency or interviewer not met yet. */
const localMeans = (run: Run, n: number, asked: Asked): { mean: number; variance: number } => {
  const { model, state } = run.posterior
  const { panel, layout, priors } = model
  const from = layout.localFrom[n]!
  const size = layout.localFrom[n + 1]! - from
  const block = layout.blockFrom[n]!
  const known = [0]
  let variance = 0
  const delta = Array.from(
    { length: layout.profileSize[n]! },
    (_, l) => layout.deltaCompetency[from + 1 + l]!,
  ).indexOf(asked.competency)
  if (delta >= 0) known.push(1 + delta)
  else variance += priors.sigmas.profile ** 2
  const met = [...new Set(panel.interviewer.subarray(panel.rowsFrom[n], panel.rowsFrom[n + 1]))].indexOf(
    asked.interviewer,
  )
  if (met >= 0) known.push(1 + layout.profileSize[n]! + met)
  else variance += priors.sigmas.halo ** 2
  let mean = 0
  for (const a of known) {
    mean += state.local[from + a]!
    for (const b of known) variance += state.inverse[block + a * size + b]!
  }
  return { mean, variance }
}

/** The ratings the interview is expected to bring: moments over what the answers may be, no answer yet. */
const expectedMarks = (run: Run, n: number, asked: Asked, room: Enlarged): Mark[] => {
  const { model, state } = run.posterior
  const { layout } = model
  const scales = scalesAt(model, state.global)
  const s = run.formCodes.scale
  const { mean, variance } = localMeans(run, n, asked)
  return asked.questions.map((i) => {
    const into = roomsFor(scales)[s]!
    const mu = mean - state.global[asked.interviewer]! - state.global[layout.betaFrom + i]!
    momentsAt({ mu, sd: Math.sqrt(variance) }, scales[s]!, into)
    return {
      locals: localsOf(room, asked.competency, asked.interviewer),
      alpha: room.at.indexOf(asked.interviewer),
      beta: room.at.indexOf(layout.betaFrom + i),
      steps: stepsOf(run, room, s),
      moments: into.moments,
    }
  })
}

interface Sums {
  readonly a: Float64Array
  readonly b: Float64Array
  readonly c: Float64Array
}

/** Adds a rating's information to A (locals), B (coupling) and C (globals). */
const add = (sums: Sums, mark: Mark, size: number, width: number): void => {
  const steps = mark.steps.length
  const v = mark.moments[1]!
  const facets = [mark.alpha, mark.beta]
  for (const l of mark.locals) {
    for (const k of mark.locals) sums.a[l * size + k]! += v
    for (const f of facets) sums.b[l * width + f]! -= v
    for (const [m, t] of mark.steps.entries()) sums.b[l * width + t]! -= mark.moments[2 + steps + m]!
  }
  for (const f of facets) {
    for (const g of facets) sums.c[f * width + g]! += v
    for (const [m, t] of mark.steps.entries()) {
      sums.c[f * width + t]! += mark.moments[2 + steps + m]!
      sums.c[t * width + f]! += mark.moments[2 + steps + m]!
    }
  }
  let at = 2 + 2 * steps
  for (const [m, t] of mark.steps.entries()) {
    for (const [l, r] of mark.steps.slice(0, m + 1).entries()) {
      const d = mark.moments[at++]!
      sums.c[t * width + r]! += d
      if (l < m) sums.c[r * width + t]! += d
    }
  }
}

/** A⁻¹, X = A⁻¹ B and C - B'X of a list of ratings; null where A is singular. */
const condensed = (
  run: Run,
  room: Enlarged,
  marks: readonly Mark[],
): { inverse: Float64Array; x: Float64Array; schur: Float64Array } | null => {
  const size = 1 + room.competencies.length + room.interviewers.length
  const width = room.at.length
  const sums: Sums = {
    a: new Float64Array(size * size),
    b: new Float64Array(size * width),
    c: new Float64Array(width * width),
  }
  for (const mark of marks) add(sums, mark, size, width)
  for (let l = 0; l < size; l++)
    sums.a[l * size + l]! += localPrecision(run.posterior.model.priors.sigmas, l, room.competencies.length)
  const block: Block = whole(sums.a, size)
  if (!factorInPlace(block)) return null
  invertInPlace(block)
  const x = new Float64Array(size * width)
  for (let l = 0; l < size; l++)
    for (let k = 0; k < size; k++)
      for (let t = 0; t < width; t++) x[l * width + t]! += sums.a[l * size + k]! * sums.b[k * width + t]!
  for (let l = 0; l < size; l++)
    for (let p = 0; p < width; p++)
      for (let q = 0; q < width; q++) sums.c[p * width + q]! -= sums.b[l * width + p]! * x[l * width + q]!
  return { inverse: sums.a, x, schur: sums.c }
}

/**
 * What an interview of candidate n by an interviewer on questions of a competency would be expected to change:
 * the candidate's blocks recomputed with a new h (and δ), and the gain in the globals' Schur complement.
 *
 * @returns null where a block is singular, which the priors prevent
 */
export const interviewOf = (run: Run, n: number, asked: Asked): Interview | null => {
  const room = enlarge(run, n, asked)
  const given = givenMarks(run, n, room)
  const now = condensed(run, room, given)
  const then = condensed(run, room, [...given, ...expectedMarks(run, n, asked, room)])
  if (now === null || then === null) return null
  const width = room.at.length
  const size = 1 + room.competencies.length + room.interviewers.length
  const { panel, priors } = run.posterior.model
  const weight = (c: number): number => run.weights[run.competencies.indexOf(panel.competencies[c]!)]!
  const a = Float64Array.from({ length: size }, (_, l) =>
    l === 0 ? 1 : l <= room.competencies.length ? weight(room.competencies[l - 1]!) : 0,
  )
  const u = new Float64Array(width)
  const seen = room.competencies.reduce((sum, c) => sum + weight(c) ** 2, 0)
  let own = Math.max(0, run.weights.reduce((sum, w) => sum + w * w, 0) - seen) * priors.sigmas.profile ** 2
  for (let l = 0; l < size; l++) {
    for (let k = 0; k < size; k++) own += a[l]! * a[k]! * then.inverse[l * size + k]!
    for (let t = 0; t < width; t++) u[t]! += a[l]! * then.x[l * width + t]!
  }
  return { own, at: room.at, u, gain: then.schur.map((value, i) => value - now.schur[i]!) }
}
