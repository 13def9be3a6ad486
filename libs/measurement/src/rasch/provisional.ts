import { factorInPlace, solveInPlace, whole } from '../numeric/cholesky.ts'
import { invalid, type Result } from '../result.ts'
import type { Run } from './fit.ts'
import { momentsAt } from './moments.ts'
import type { Rating } from './panel.ts'
import { roomsFor, scalesAt } from './state.ts'

/** A candidate's measure from their ratings alone, severities, difficulties, thresholds and spreads held as the run has them. */
export interface Provisional {
  readonly provisional: true
  readonly measure: number
  /** Doubt with everything else held: smaller than a refit's. */
  readonly se: number
  readonly iterations: number
}

interface Mark {
  readonly locals: readonly number[]
  readonly offset: number
  readonly scale: number
  readonly category: number
}

const readMarks = (
  run: Run,
  ratings: readonly Omit<Rating, 'candidate'>[],
): Mark[] | { element: string; because: string } => {
  const { model, state } = run.posterior
  const { panel, layout } = model
  const rows = ratings.filter((row) => row.level !== null)
  const competencies = [...new Set(rows.map((row) => row.competency))]
  const interviewers = [...new Set(rows.map((row) => row.interviewer))]
  const marks: Mark[] = []
  for (const [o, row] of ratings.entries()) {
    if (row.level === null) continue
    if (!run.competencies.includes(row.competency))
      return { element: `ratings[${o}].competency`, because: 'unknown competency' }
    const scale = panel.scales.indexOf(row.scale)
    if (scale < 0) return { element: `ratings[${o}].scale`, because: 'no rating of the run is on it' }
    if (!Number.isInteger(row.level) || row.level < 1 || row.level > panel.levels[scale]!)
      return {
        element: `ratings[${o}].level`,
        because: `must be a whole number from 1 to ${panel.levels[scale]!}`,
      }
    // An interviewer or question the run has not met is taken as an average one.
    const [j, i] = [panel.interviewers.indexOf(row.interviewer), panel.questions.indexOf(row.question)]
    const offset = (j < 0 ? 0 : state.global[j]!) + (i < 0 ? 0 : state.global[layout.betaFrom + i]!)
    const locals = [
      0,
      1 + competencies.indexOf(row.competency),
      1 + competencies.length + interviewers.indexOf(row.interviewer),
    ]
    marks.push({ locals, offset, scale, category: row.level - 1 })
  }
  return marks
}

const PASSES = 50

/** Newton on one candidate's block; A⁻¹ is left factored in `a`. */
const solveBlock = (run: Run, marks: readonly Mark[], precision: Float64Array) => {
  const scales = scalesAt(run.posterior.model, run.posterior.state.global)
  const rooms = roomsFor(scales)
  const size = precision.length
  const x = new Float64Array(size)
  const a = new Float64Array(size * size)
  for (let pass = 1; pass <= PASSES; pass++) {
    a.fill(0)
    const step = Float64Array.from(x, (value, l) => -precision[l]! * value)
    for (let l = 0; l < size; l++) a[l * size + l] = precision[l]!
    for (const mark of marks) {
      const room = rooms[mark.scale]!
      const mu = mark.locals.reduce((sum, l) => sum + x[l]!, 0) - mark.offset
      momentsAt({ mu, sd: 0 }, scales[mark.scale]!, room)
      for (const l of mark.locals) {
        step[l]! += mark.category - room.moments[0]!
        for (const k of mark.locals) a[l * size + k]! += room.moments[1]!
      }
    }
    if (!factorInPlace(whole(a, size))) return null
    solveInPlace(whole(a, size), step)
    const largest = step.reduce((top, s) => Math.max(top, Math.abs(s)), 0)
    const length = largest > 1 ? 1 / largest : 1
    for (let l = 0; l < size; l++) x[l]! += length * step[l]!
    if (largest < 1e-9) return { x, factor: whole(a, size), iterations: pass }
  }
  return null
}

/**
 * Where a candidate stands at once, before the nightly refit: only their own block is solved.
 *
 * @param run a fit, whose interviewers, questions, thresholds and spreads are held
 * @param ratings all of the candidate's ratings, old and new; null levels are left out
 * @returns measure in logits on the run's footing, marked provisional; `invalid_input` naming the rating
 */
export const provisional = (run: Run, ratings: readonly Omit<Rating, 'candidate'>[]): Result<Provisional> => {
  const marks = readMarks(run, ratings)
  if (!Array.isArray(marks)) return invalid(marks.element, marks.because)
  const { sigmas } = run.posterior.model.priors
  const rows = ratings.filter((row) => row.level !== null)
  const competencies = [...new Set(rows.map((row) => row.competency))]
  const interviewers = new Set(rows.map((row) => row.interviewer)).size
  const precision = Float64Array.from([
    sigmas.candidate ** -2,
    ...competencies.map(() => sigmas.profile ** -2),
    ...Array.from({ length: interviewers }, () => sigmas.halo ** -2),
  ])
  const solved = solveBlock(run, marks, precision)
  if (solved === null) return { status: 'not_converged', because: 'the candidate’s ratings did not settle' }
  const weights = Float64Array.from(precision, (_, l) =>
    l === 0 ? 1 : l <= competencies.length ? run.weights[run.competencies.indexOf(competencies[l - 1]!)]! : 0,
  )
  let measure = 0
  for (const [l, w] of weights.entries()) measure += w * solved.x[l]!
  const unseen = run.competencies.reduce(
    (sum, name, c) => sum + (competencies.includes(name) ? 0 : run.weights[c]! ** 2),
    0,
  )
  const carried = Float64Array.from(weights)
  solveInPlace(solved.factor, carried)
  let variance = unseen * sigmas.profile ** 2
  for (const [l, w] of weights.entries()) variance += w * carried[l]!
  return { status: 'ok', provisional: true, measure, se: Math.sqrt(variance), iterations: solved.iterations }
}
