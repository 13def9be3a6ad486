import type { ComparedApplication, Comparison } from '@assay/contracts'
import { tiersOf } from '@assay/measurement'
import type { ComparedRow, CountedScorecard } from './comparison-table.ts'
import type { FitOfJob, FoundFit } from './comparison-fits.queries.ts'

type FairPart = Pick<ComparedApplication, 'fair' | 'panel' | 'because'>

/** What stands beside the marks. */
export interface FairSide extends Pick<
  Comparison,
  'fit' | 'noFitBecause' | 'pairs' | 'tiers' | 'wouldChange'
> {
  of: (application: ComparedRow) => FairPart
}

type Fit = NonNullable<Comparison['fit']>
type Candidate = FoundFit['candidates'][number]

/** Of fewer raters than these nothing is told: who knows two of three would know the third. */
const FEWEST_RATERS = 3
const MOST_ADVICE = 3

const NO_FIT = 'No fair scores have been computed for this job.'
const AT_WORK = 'Fair scores are being computed for the first time.'
const TOO_FEW = `Fewer than ${FEWEST_RATERS} people rated this candidate, so how strict they are is not told.`
const NOT_IN_FIT = 'No marks of this candidate were there when fair scores were last computed.'
const DISCONNECTED =
  'These candidates fall into groups that no interviewer and no question link, so nothing says which panel was stricter. ' +
  'An interview of one group by somebody who met the other would link them.'
const NEVER_ALONE =
  'A fair score compares: it takes two candidates with marks. Raw marks stand as they are until then.'

const nothing = (because: string): FairSide => ({
  fit: null,
  noFitBecause: because,
  pairs: [],
  tiers: [],
  wouldChange: [],
  of: () => ({ fair: null, panel: null, because }),
})

/** How those who rated a candidate lean; null with the reason where too few did. */
const panelOf = (
  scorecards: readonly CountedScorecard[],
  leans: FoundFit['leans'],
): ComparedApplication['panel'] => {
  const raters = new Set(
    scorecards
      .filter(({ ratings }) => ratings.some(({ level }) => level !== null))
      .map(({ raterId }) => raterId),
  )
  if (raters.size < FEWEST_RATERS) return null
  const known = [...raters].map((id) => leans[id] ?? null)
  const leaning = known.filter((one) => one?.lean === 'leans' || one?.lean === 'may_lean')
  const strict = leaning.filter((one) => one!.strict).length
  const neither = known.filter((one) => one?.lean === 'no_clear_lean').length
  const candidates = known.map((one) => one?.candidates ?? 0)
  return {
    raters: raters.size,
    strict,
    lenient: leaning.length - strict,
    neither,
    tooLittle: raters.size - leaning.length - neither,
    candidates: { fewest: Math.min(...candidates), most: Math.max(...candidates) },
  }
}

const statusOf = ({ fit, failed }: { fit: FoundFit; failed: FitOfJob['failed'] }): Fit => {
  const { id, modelVersion, takenAt, refusal, isStale } = fit
  const isDisconnected = new Set(fit.candidates.map(({ set }) => set)).size > 1
  const sentences = [
    ...(refusal === null ? [] : [fit.because ?? '', NEVER_ALONE]),
    ...(isDisconnected ? [DISCONNECTED] : []),
    ...(isStale ? ['Scorecards came in or were amended since.'] : []),
    ...(failed === null ? [] : [`The last attempt gave nothing: ${failed.because}`]),
    ...fit.warnings,
  ]
  const status = refusal ?? (isDisconnected ? 'disconnected' : isStale ? 'stale' : 'fresh')
  return {
    id,
    modelVersion,
    fittedAt: new Date(takenAt).toISOString(),
    status,
    because: sentences.length > 0 ? sentences.join(' ') : null,
  }
}

const tiersAmong = (
  { candidates, pairs }: FoundFit,
  place: (applicationId: string) => number,
): Comparison['tiers'] => {
  // The state is of whoever is more probably higher, and that one stands higher in the list.
  const apart = new Set(
    pairs.filter(({ state }) => state === 'ahead').flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]),
  )
  const sets = [...Map.groupBy(candidates, ({ set }) => set)].sort(([a], [b]) => a - b)
  return sets.map(([, members]) => {
    const order = members.toSorted(
      (x, y) => y.measure - x.measure || (x.applicationId < y.applicationId ? -1 : 1),
    )
    const ahead = (x: Candidate, y: Candidate): boolean => apart.has(`${x.applicationId} ${y.applicationId}`)
    const tiers = tiersOf(order, ahead)
    return tiers.map((tier) =>
      tier.map(({ applicationId }) => applicationId).sort((x, y) => place(x) - place(y)),
    )
  })
}

const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** The best interview of each pair, of which the one that would most probably tell them apart comes first. */
const adviceOf = ({ next }: FoundFit): Comparison['wouldChange'] => {
  const options = next
    .filter((one) => one.against !== null && one.probabilityToldApart !== null)
    .toSorted((x, y) => y.probabilityToldApart! - x.probabilityToldApart! || x.seAfter - y.seAfter)
  const byPair = Map.groupBy(options, ({ candidate, against }) => pairOf(candidate, against!))
  return [...byPair.values()].slice(0, MOST_ADVICE).map(([best]) => ({
    applicationId: best!.candidate,
    against: best!.against!,
    interviewerId: best!.interviewer,
    interviewerName: best!.interviewerName,
    competencyId: best!.competency,
    seBefore: best!.seBefore,
    seAfter: best!.seAfter,
    probabilityToldApart: best!.probabilityToldApart!,
  }))
}

/** What a fit says of those compared, beside their marks. Without one, why there is none. */
export const fairSideOf = (
  found: FitOfJob,
  applications: readonly ComparedRow[],
  scorecards: readonly CountedScorecard[],
): FairSide => {
  const { fit, failed, isAtWork } = found
  if (fit === null) {
    if (failed !== null) return nothing(`Fair scores could not be computed: ${failed.because}`)
    return nothing(isAtWork ? AT_WORK : NO_FIT)
  }
  const shown = statusOf({ fit, failed })
  const names = new Map(
    applications.map(({ applicationId, candidateName }) => [applicationId, candidateName]),
  )
  const places = [...names.keys()]
  const named = (text: string, ...ids: string[]): string =>
    ids.reduce((said, id) => said.replaceAll(id, () => names.get(id) ?? id), text)
  const byApplication = Map.groupBy(scorecards, ({ applicationId }) => applicationId)
  const figures = new Map(fit.candidates.map((one) => [one.applicationId, one]))
  const whyNone = fit.refusal === null ? NOT_IN_FIT : (shown.because ?? NOT_IN_FIT)
  return {
    fit: shown,
    noFitBecause: null,
    pairs: fit.pairs.map(({ a, b, probability, state, because }) => ({
      a,
      b,
      probabilityAHigher: probability,
      state,
      because: `${named(because, a, b)}.`,
    })),
    tiers: fit.refusal === null ? tiersAmong(fit, (id) => places.indexOf(id)) : [],
    wouldChange: adviceOf(fit),
    of: ({ applicationId }) => {
      const figure = figures.get(applicationId)
      const fair = figure ? { score: figure.score, low: figure.low, high: figure.high, se: figure.se } : null
      const panel = fair && panelOf(byApplication.get(applicationId) ?? [], fit.leans)
      const missing = [...(fair ? [] : [whyNone]), ...(fair && !panel ? [TOO_FEW] : [])]
      return { fair, panel, because: missing.length > 0 ? missing.join(' ') : null }
    },
  }
}

/** Where a rule keeps fair scores from whoever asks. */
export const noFairSide = (because: string): FairSide => nothing(because)
