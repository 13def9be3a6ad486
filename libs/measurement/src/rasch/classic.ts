import { invalid, notIdentified, tooLittle, type Refusal, type Result } from '../result.ts'
import { comparableSets, groupBySet } from './connectivity.ts'
import { estimate, type Posterior } from './estimate.ts'
import { layoutOf } from './layout.ts'
import { momentsAt } from './moments.ts'
import { logLikelihood } from './objective.ts'
import { readPanel, type Panel, type PanelInput, type Rating } from './panel.ts'
import { flatThresholds } from './priors.ts'
import { predictorOf, roomsFor, scalesAt, type Model, type State } from './state.ts'

export interface ClassicInput {
  readonly scales: PanelInput['scales']
  readonly ratings: readonly Omit<Rating, 'competency'>[]
}

/** One element of a facet: candidates sum to 0, questions sum to 0, interviewers are free. */
export interface ClassicElement {
  readonly facet: 'candidate' | 'interviewer' | 'question'
  readonly measure: number
  /** Model standard error 1 / √Σ V, which takes the other facets as known. */
  readonly se: number
  /** Σ r² / Σ V and mean r² / V: about 1 where the ratings are as noisy as the model says. */
  readonly infit: number
  readonly outfit: number
  readonly ratings: number
}

export interface Classic {
  readonly logLikelihood: number
  readonly facets: Readonly<Record<string, ClassicElement>>
  readonly thresholds: Readonly<Record<string, readonly number[]>>
  /** Expected level of each element with the others at their mean. */
  readonly fairAverages: Readonly<Record<string, number>>
  /** Elements with only bottom or only top marks: no finite estimate exists, so they were left out. */
  readonly extreme: readonly string[]
}

const FLAT = 1e-6
const FLAT_SIGMAS = { candidate: 1e3, interviewer: 1e3, question: 1e3, halo: 1, profile: 1 }
const FACETS = ['candidate', 'interviewer', 'question'] as const

/** Leaves out elements with extreme totals until none is left. */
const withoutExtremes = (input: ClassicInput): { kept: Rating[]; extreme: string[] } => {
  let kept: Rating[] = input.ratings.flatMap((row) =>
    row.level === null ? [] : [{ ...row, competency: 'all' }],
  )
  const extreme: string[] = []
  for (let again = true; again;) {
    again = false
    for (const facet of FACETS) {
      for (const [name, rows] of Map.groupBy(kept, (row) => row[facet])) {
        const bottom = rows.every((row) => row.level === 1)
        const top = rows.every((row) => row.level === input.scales[row.scale]!.levels)
        if (!bottom && !top) continue
        extreme.push(`${facet} ${name}`)
        kept = kept.filter((row) => row[facet] !== name)
        again = true
      }
    }
  }
  return { kept, extreme }
}

const unusedLevel = (panel: Panel): string | undefined => {
  for (const [s, scale] of panel.scales.entries()) {
    const used = new Set(panel.category.filter((_, o) => panel.scale[o] === s))
    for (let k = 0; k < panel.levels[s]!; k++)
      if (!used.has(k)) return `level ${k + 1} of scale ${scale} is never used`
  }
  return undefined
}

/** Moves the origins: candidates and questions to mean zero, thresholds to mean zero; the interviewers take the rest. */
const centre = ({ panel, layout }: Model, state: State): void => {
  const mean = (values: Float64Array): number => values.reduce((sum, x) => sum + x, 0) / values.length
  const questions = state.global.subarray(layout.betaFrom, layout.tauFrom)
  const steps = state.global.subarray(layout.tauFrom)
  const locations = panel.levels.map((levels, s) =>
    mean(state.global.subarray(layout.stepsFrom[s], layout.stepsFrom[s]! + levels - 1)),
  )
  const location = locations.reduce((a, b) => a + b, 0) / locations.length
  const [c, q] = [mean(state.local), mean(questions)]
  for (let n = 0; n < state.local.length; n++) state.local[n]! -= c
  for (let i = 0; i < questions.length; i++) questions[i]! -= q
  for (let m = 0; m < steps.length; m++) steps[m]! -= location
  for (let j = 0; j < layout.betaFrom; j++) state.global[j]! += q + location - c
}

interface Sums {
  information: number
  squares: number
  standardised: number
  count: number
}

/** Σ V, Σ r², Σ r²/V of every element of every facet. */
const fitSums = ({ model, state }: Posterior): Record<(typeof FACETS)[number], Sums[]> => {
  const { panel } = model
  const scales = scalesAt(model, state.global)
  const rooms = roomsFor(scales)
  const blank = (names: readonly string[]): Sums[] =>
    names.map(() => ({ information: 0, squares: 0, standardised: 0, count: 0 }))
  const sums = {
    candidate: blank(panel.candidates),
    interviewer: blank(panel.interviewers),
    question: blank(panel.questions),
  }
  for (let o = 0; o < panel.candidate.length; o++) {
    const s = panel.scale[o]!
    momentsAt({ mu: predictorOf(model, state, o), sd: 0 }, scales[s]!, rooms[s]!)
    const [expected, variance] = [rooms[s]!.moments[0]!, rooms[s]!.moments[1]!]
    const square = (panel.category[o]! - expected) ** 2
    for (const facet of FACETS) {
      const sum = sums[facet][panel[facet][o]!]!
      sum.information += variance
      sum.squares += square
      sum.standardised += square / variance
      sum.count += 1
    }
  }
  return sums
}

/** Expected level of an element with the other facets at their means: the fair (M) average of FACETS. */
const fairAverage = ({ model, state }: Posterior, eta: number, scale: number): number => {
  const scales = scalesAt(model, state.global)
  const room = roomsFor(scales)[scale]!
  momentsAt({ mu: eta, sd: 0 }, scales[scale]!, room)
  return 1 + room.moments[0]!
}

const elementsOf = (posterior: Posterior): Pick<Classic, 'facets' | 'fairAverages'> => {
  const { model, state } = posterior
  const { panel, layout } = model
  const sums = fitSums(posterior)
  const severities = state.global.subarray(0, layout.betaFrom)
  const meanSeverity = severities.reduce((a, b) => a + b, 0) / severities.length
  const names = { candidate: panel.candidates, interviewer: panel.interviewers, question: panel.questions }
  const taken = Map.groupBy(Object.values(names).flat(), (name) => name)
  const facets: [string, ClassicElement][] = []
  const fairAverages: [string, number][] = []
  const measures = {
    candidate: state.local,
    interviewer: severities,
    question: state.global.subarray(layout.betaFrom, layout.tauFrom),
  }
  for (const facet of FACETS) {
    for (const [a, name] of names[facet].entries()) {
      // A name that two facets share is told apart by its facet.
      const key = taken.get(name)!.length > 1 ? `${facet}/${name}` : name
      const sum = sums[facet][a]!
      const measure = measures[facet][a]!
      const eta = {
        candidate: measure - meanSeverity,
        interviewer: -measure,
        question: -measure - meanSeverity,
      }[facet]
      const element = {
        facet,
        measure,
        se: 1 / Math.sqrt(sum.information),
        infit: sum.squares / sum.information,
        outfit: sum.standardised / sum.count,
        ratings: sum.count,
      }
      facets.push([key, element])
      fairAverages.push([key, fairAverage(posterior, eta, panel.scale[panel[facet].indexOf(a)]!)])
    }
  }
  // Entries, not assignments: a candidate may be called __proto__.
  return { facets: Object.fromEntries(facets), fairAverages: Object.fromEntries(fairAverages) }
}

const refusalOf = (panel: Panel): Refusal | undefined => {
  const unused = unusedLevel(panel)
  if (unused !== undefined) return notIdentified(unused)
  const sets = comparableSets({
    ...panel,
    candidates: panel.candidates.length,
    interviewers: panel.interviewers.length,
    questions: panel.questions.length,
  })
  const groups = groupBySet(panel.candidates, sets)
  if (groups.length === 1) return undefined
  return {
    status: 'disconnected',
    because: `${groups.length} groups of candidates that nothing links`,
    groups,
  }
}

/**
 * Joint maximum likelihood of the textbook many-facet Rasch model: no priors, no halo, no profile.
 *
 * For verification against FACETS and its kin, and for infit and outfit, which mean here what textbooks say.
 * It stretches the scale by about L / (L - 1) with L questions; never use it for decisions.
 *
 * @param input ratings by name and the scales
 * @returns measures in logits; `disconnected` with the groups, `not_identified` where a level is never used,
 *   `too_little_data` where every mark is extreme
 * @see Linacre 1989, Many-Facet Rasch Measurement; Wright & Masters 1982
 */
export const classic = (input: ClassicInput): Result<Classic> => {
  if (!Array.isArray(input.ratings)) return invalid('ratings', 'must be a list')
  const checked = readPanel({
    scales: input.scales,
    competencies: ['all'],
    ratings: (input.ratings as ClassicInput['ratings']).map((row) => ({ ...row, competency: 'all' })),
  })
  if (checked.status !== 'ok') return checked
  const { kept, extreme } = withoutExtremes(input)
  if (kept.length === 0) return tooLittle('every mark is extreme: no finite estimate exists')
  const read = readPanel({ scales: input.scales, competencies: ['all'], ratings: kept })
  if (read.status !== 'ok') return read
  const { panel } = read
  const refusal = refusalOf(panel)
  if (refusal !== undefined) return refusal
  const layout = layoutOf(panel, { profile: false, halo: false })
  const priors = {
    sigmas: FLAT_SIGMAS,
    thresholds: flatThresholds(panel, FLAT),
    families: panel.questions.map((_, i) => [i]),
  }
  const posterior = estimate(
    { panel, layout, priors },
    { step: 1e-9, sigma: 1, variational: false, learnSigmas: false },
  )
  if (posterior === null || !posterior.converged)
    return { status: 'not_converged', because: 'the likelihood did not settle' }
  centre(posterior.model, posterior.state)
  const thresholds = panel.scales.map((name, s): [string, number[]] => {
    const from = layout.stepsFrom[s]!
    return [name, Array.from(posterior.state.global.subarray(from, from + panel.levels[s]! - 1))]
  })
  return {
    status: 'ok',
    logLikelihood: logLikelihood(posterior.model, posterior.state),
    ...elementsOf(posterior),
    thresholds: Object.fromEntries(thresholds),
    extreme,
  }
}
