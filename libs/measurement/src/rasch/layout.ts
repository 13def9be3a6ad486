import type { Panel } from './panel.ts'

/**
 * Where each parameter lies.
 *
 * Locals of candidate n, from `localFrom[n]` on: θ, then δ for each competency rated, then h for each interviewer.
 * Globals: α (interviewers), β (questions), τ (the steps of each scale), in this order.
 * Each candidate touches few globals; `touched` lists them in ascending order, so the τ come last.
 * A rating finds its parameters by small offsets: `deltaAt`, `haloAt` among the locals of its candidate,
 * `alphaAt`, `betaAt`, `tauAt` among the touched globals (`tauAt` is the scale's first step).
 */
export interface Layout {
  readonly effects: Effects
  readonly localFrom: Int32Array
  /** Number of δ of each candidate. */
  readonly profileSize: Int32Array
  readonly touchedFrom: Int32Array
  readonly touched: Int32Array
  /** How many of the touched globals of each candidate are α or β. */
  readonly touchedFacets: Int32Array
  readonly deltaCompetency: Int32Array
  readonly deltaAt: Int32Array
  readonly haloAt: Int32Array
  readonly alphaAt: Int32Array
  readonly betaAt: Int32Array
  readonly tauAt: Int32Array
  /** First global of β, first of τ, first τ of each scale, and the number of globals. */
  readonly betaFrom: number
  readonly tauFrom: number
  readonly stepsFrom: readonly number[]
  readonly globals: number
  /** Offsets of each candidate's L x L block and of its L x touched block. */
  readonly blockFrom: Float64Array
  readonly reachFrom: Float64Array
}

/** Which random effects of a candidate the model has besides the overall θ. */
export interface Effects {
  readonly profile: boolean
  readonly halo: boolean
}

const ascending = (values: Iterable<number>): number[] => [...new Set(values)].sort((a, b) => a - b)

const stepOffsets = (panel: Panel, tauFrom: number): { stepsFrom: number[]; globals: number } => {
  const stepsFrom: number[] = []
  let at = tauFrom
  for (const levels of panel.levels) {
    stepsFrom.push(at)
    at += levels - 1
  }
  return { stepsFrom, globals: at }
}

interface Facets {
  readonly betaFrom: number
  readonly stepsFrom: readonly number[]
}

/** Local and touched parameters of one candidate, with the offsets of its ratings written into the columns. */
const placeCandidate = (
  panel: Panel,
  n: number,
  place: { effects: Effects; facets: Facets; columns: Columns },
) => {
  const { effects, facets, columns } = place
  const rows = Array.from(
    { length: panel.rowsFrom[n + 1]! - panel.rowsFrom[n]! },
    (_, i) => panel.rowsFrom[n]! + i,
  )
  const competencies = effects.profile ? ascending(rows.map((o) => panel.competency[o]!)) : []
  const interviewers = ascending(rows.map((o) => panel.interviewer[o]!))
  const touchedFacets = [...interviewers, ...ascending(rows.map((o) => facets.betaFrom + panel.question[o]!))]
  const steps = ascending(rows.map((o) => panel.scale[o]!)).flatMap((s) =>
    Array.from({ length: panel.levels[s]! - 1 }, (_, m) => facets.stepsFrom[s]! + m),
  )
  const touched = [...touchedFacets, ...steps]
  const slot = new Map(touched.map((global, i) => [global, i]))
  for (const o of rows) {
    columns.deltaAt[o] = effects.profile ? 1 + competencies.indexOf(panel.competency[o]!) : -1
    columns.haloAt[o] = effects.halo
      ? 1 + competencies.length + interviewers.indexOf(panel.interviewer[o]!)
      : -1
    columns.alphaAt[o] = slot.get(panel.interviewer[o]!)!
    columns.betaAt[o] = slot.get(facets.betaFrom + panel.question[o]!)!
    columns.tauAt[o] = slot.get(facets.stepsFrom[panel.scale[o]!]!)!
  }
  const locals = 1 + competencies.length + (effects.halo ? interviewers.length : 0)
  return { locals, competencies, touched, facets: touchedFacets.length }
}

interface Columns {
  readonly deltaAt: Int32Array
  readonly haloAt: Int32Array
  readonly alphaAt: Int32Array
  readonly betaAt: Int32Array
  readonly tauAt: Int32Array
}

const emptyColumns = (rows: number): Columns => ({
  deltaAt: new Int32Array(rows),
  haloAt: new Int32Array(rows),
  alphaAt: new Int32Array(rows),
  betaAt: new Int32Array(rows),
  tauAt: new Int32Array(rows),
})

/** Lays out the parameters of a panel; see {@link Layout}. */
export const layoutOf = (panel: Panel, effects: Effects): Layout => {
  const count = panel.candidates.length
  const betaFrom = panel.interviewers.length
  const tauFrom = betaFrom + panel.questions.length
  const { stepsFrom, globals } = stepOffsets(panel, tauFrom)
  const columns = emptyColumns(panel.candidate.length)
  const [localFrom, touchedFrom] = [new Int32Array(count + 1), new Int32Array(count + 1)]
  const [profileSize, touchedFacets] = [new Int32Array(count), new Int32Array(count)]
  const [blockFrom, reachFrom] = [new Float64Array(count + 1), new Float64Array(count + 1)]
  const touched: number[] = []
  const deltaCompetency: number[] = []
  for (let n = 0; n < count; n++) {
    const own = placeCandidate(panel, n, { effects, facets: { betaFrom, stepsFrom }, columns })
    for (const global of own.touched) touched.push(global)
    for (let l = 0; l < own.locals; l++) deltaCompetency.push(own.competencies[l - 1] ?? -1)
    profileSize[n] = own.competencies.length
    touchedFacets[n] = own.facets
    localFrom[n + 1] = localFrom[n]! + own.locals
    touchedFrom[n + 1] = touchedFrom[n]! + own.touched.length
    blockFrom[n + 1] = blockFrom[n]! + own.locals ** 2
    reachFrom[n + 1] = reachFrom[n]! + own.locals * own.touched.length
  }
  return {
    effects,
    localFrom,
    profileSize,
    touchedFrom,
    touched: Int32Array.from(touched),
    touchedFacets,
    deltaCompetency: Int32Array.from(deltaCompetency),
    ...columns,
    betaFrom,
    tauFrom,
    stepsFrom,
    globals,
    blockFrom,
    reachFrom,
  }
}
