import { seeded, type Random } from '../numeric/random.ts'
import type { Run } from '../rasch/fit.ts'
import { invalid, tooLittle, type Refusal, type Result } from '../result.ts'

/**
 * Labels for one audit. They are read here and nowhere else: a fit cannot take them, a run does not keep them, and the answer
 * names neither a candidate nor an interviewer.
 */
export interface SeverityByGroupInput {
  /** Group by candidate, as declared; candidates may be missing. */
  readonly groups: Readonly<Record<string, string>>
  readonly seed?: string | number
}

export interface GroupSeverity {
  readonly group: string
  /** Null for a group of fewer than five people, and so is all that follows from them. */
  readonly candidates: number | null
  /** Interviewers who met at least three candidates of the group and three others. */
  readonly interviewers: number | null
  /** Standard deviation between interviewers of (severity towards the group - severity towards the others), in logits .. */
  readonly spread: number | null
  /** .. and in points of the scale for a typical mark. */
  readonly points: number | null
  /** Share of relabellings that spread interviewers as far; in [0.002, 1]. */
  readonly p: number | null
  readonly standing: 'suppressed' | 'too_few' | 'within' | 'differs'
}

export interface SeverityByGroup {
  readonly rows: readonly GroupSeverity[]
  readonly verdict: 'too_few_to_judge' | 'no_difference_shown' | 'difference_to_examine'
  readonly because: string
}

const FEWEST_CANDIDATES = 100
const FEWEST_TO_SHOW = 5
const FEWEST_MET = 3
const FEWEST_INTERVIEWERS = 5
const DRAWS = 499
const CLEAR = 0.01

/** Impressions of one interviewer: position of the candidate, ĥ centred within the candidate, and how much of a shift it shows. */
interface Impressions {
  readonly at: number[]
  readonly value: number[]
  readonly shown: number[]
}

/** ĥ_nj - mean_j ĥ_nj and its S = Var(that) / σ_h² = 1 - 1/k - (posterior variance) / σ_h², for candidate n with k interviewers. */
const centredImpressions = (run: Run, n: number): { j: number; value: number; shown: number }[] => {
  const { model, state } = run.posterior
  const { layout, panel, priors } = model
  const from = layout.localFrom[n]!
  const size = layout.localFrom[n + 1]! - from
  const first = 1 + layout.profileSize[n]!
  const k = size - first
  const covariance = (a: number, b: number): number =>
    state.inverse[layout.blockFrom[n]! + (first + a) * size + first + b]!
  const met = Array.from(
    layout.touched
      .subarray(layout.touchedFrom[n], layout.touchedFrom[n + 1])
      .filter((g) => g < panel.interviewers.length),
  )
  const sums = met.map((_, a) => met.reduce((sum, __, b) => sum + covariance(a, b), 0) / k)
  const all = sums.reduce((sum, value) => sum + value, 0) / k
  const mean = met.reduce((sum, _, a) => sum + state.local[from + first + a]!, 0) / k
  return met.map((j, a) => ({
    j,
    value: state.local[from + first + a]! - mean,
    shown: Math.max(0, 1 - 1 / k - (covariance(a, a) - 2 * sums[a]! + all) / priors.sigmas.halo ** 2),
  }))
}

const impressionsOf = (run: Run, labelled: readonly number[]): Impressions[] => {
  const found = run.interviewers.map((): Impressions => ({ at: [], value: [], shown: [] }))
  for (const [at, n] of labelled.entries()) {
    for (const { j, value, shown } of centredImpressions(run, n)) {
      if (!(shown > 1e-9)) continue
      found[j]!.at.push(at)
      found[j]!.value.push(value)
      found[j]!.shown.push(shown)
    }
  }
  return found
}

interface Contrast {
  readonly interviewers: number
  /** Σ d_j² / Var(d_j). */
  readonly q: number
  /** Σ 1 / Var(d_j). */
  readonly weight: number
}

/** d_j = (Σ ĥ / Σ S) of the group - the same of the others, with Var(d_j) = σ_h² (1 / Σ S + 1 / Σ S of the others). */
const contrast = (impressions: readonly Impressions[], inGroup: Uint8Array, variance: number): Contrast => {
  let [interviewers, q, weight] = [0, 0, 0]
  const [value, shown, met] = [
    [0, 0],
    [0, 0],
    [0, 0],
  ]
  for (const own of impressions) {
    value.fill(0)
    shown.fill(0)
    met.fill(0)
    for (let i = 0; i < own.at.length; i++) {
      const side = inGroup[own.at[i]!]!
      value[side]! += own.value[i]!
      shown[side]! += own.shown[i]!
      met[side]! += 1
    }
    if (met[0]! < FEWEST_MET || met[1]! < FEWEST_MET) continue
    const d = value[1]! / shown[1]! - value[0]! / shown[0]!
    const precision = 1 / (variance * (1 / shown[1]! + 1 / shown[0]!))
    interviewers += 1
    q += d * d * precision
    weight += precision
  }
  return { interviewers, q, weight }
}

const shuffle = (labels: Uint8Array, random: Random): void => {
  for (let last = labels.length - 1; last > 0; last--) {
    const other = Math.floor(random.uniform() * (last + 1))
    const kept = labels[last]!
    labels[last] = labels[other]!
    labels[other] = kept
  }
}

/** Mean of d² / Var(d) over the interviewers: relabelling may change who met enough of both. */
const far = ({ q, interviewers }: Contrast): number => (interviewers === 0 ? 0 : q / interviewers)

const NOTHING = { interviewers: null, spread: null, points: null, p: null }

interface Audit {
  readonly run: Run
  readonly impressions: readonly Impressions[]
  readonly labels: readonly string[]
  readonly seed: string
}

const rowOf = ({ run, impressions, labels, seed }: Audit, group: string): GroupSeverity => {
  const inGroup = Uint8Array.from(labels, (label) => (label === group ? 1 : 0))
  const candidates = inGroup.reduce((sum, one) => sum + one, 0)
  if (candidates < FEWEST_TO_SHOW) return { ...NOTHING, group, candidates: null, standing: 'suppressed' }
  const variance = run.sigmas.halo ** 2
  const found = contrast(impressions, inGroup, variance)
  const { interviewers, q, weight } = found
  if (interviewers < FEWEST_INTERVIEWERS)
    return { ...NOTHING, group, candidates, interviewers, standing: 'too_few' }
  const random = seeded(`${seed} ${group}`)
  let asFar = 0
  for (let draw = 0; draw < DRAWS; draw++) {
    shuffle(inGroup, random)
    if (far(contrast(impressions, inGroup, variance)) >= far(found) * (1 - 1e-9)) asFar += 1
  }
  const p = (1 + asFar) / (DRAWS + 1)
  const spread = Math.sqrt(Math.max(0, q - interviewers) / weight)
  const points = spread * run.posterior.information
  return { group, candidates, interviewers, spread, points, p, standing: p <= CLEAR ? 'differs' : 'within' }
}

const LIMIT = 'what all interviewers have in common towards a group cannot be seen in ratings'

const verdictOf = (rows: readonly GroupSeverity[]): Pick<SeverityByGroup, 'verdict' | 'because'> => {
  const judged = rows.filter((row) => row.p !== null)
  if (judged.length === 0)
    return {
      verdict: 'too_few_to_judge',
      because: `fewer than ${FEWEST_INTERVIEWERS} interviewers met three candidates of a group and three others`,
    }
  const tell = (row: GroupSeverity): string =>
    `${row.group}: interviewers differ by about ${row.points!.toFixed(1)} points (p ${row.p!.toPrecision(2)})`
  const differing = judged.filter((row) => row.standing === 'differs')
  if (differing.length === 0)
    return { verdict: 'no_difference_shown', because: `${judged.map(tell).join('; ')}; ${LIMIT}` }
  return { verdict: 'difference_to_examine', because: `${differing.map(tell).join('; ')}; ${LIMIT}` }
}

const checkGroups = (run: Run, groups: unknown): Refusal | undefined => {
  if (typeof groups !== 'object' || groups === null || Array.isArray(groups))
    return invalid('groups', 'must give a group by candidate')
  const known = new Set(run.candidates.map((c) => c.candidate))
  for (const [candidate, group] of Object.entries(groups as Record<string, unknown>)) {
    if (!known.has(candidate)) return invalid(`groups.${candidate}`, 'no rating of this candidate')
    if (typeof group !== 'string' || group === '') return invalid(`groups.${candidate}`, 'must be a name')
  }
  return undefined
}

/**
 * Are some interviewers stricter towards a group than others are? An aggregate audit of the interviewer by group interaction.
 *
 * At the optimum ĥ_nj / σ_h² is the sum of the residuals of interview (n, j): the score for a shift of its marks. Centred within
 * the candidate it owes nothing to how strong the candidate is. With S = Var(ĥ centred) / σ_h², d_j = Σ ĥ / Σ S over the group
 * minus the same over the others estimates how much more lenient j is towards the group; their spread beyond chance is
 * √((Σ d² / Var d - J) / Σ 1 / Var d) (DerSimonian & Laird 1986, Control. Clin. Trials 7: 177-188, mean 0), and p comes from
 * 499 relabellings of the candidates (Good 2005, Permutation, Parametric, and Bootstrap Tests of Hypotheses, chapter 3).
 *
 * Never used in a score. What all interviewers have in common towards a group cannot be told from how strong its candidates are.
 *
 * @param run a fit; it has seen no label
 * @param input group by candidate, and a seed
 * @returns a row per group against all others; `invalid_input` naming the candidate; `too_little_data` for fewer than 100
 *   labelled candidates with two interviewers or more, or for a single group
 */
export const severityByGroup = (run: Run, input: SeverityByGroupInput): Result<SeverityByGroup> => {
  const wrong = checkGroups(run, input.groups)
  if (wrong !== undefined) return wrong
  const labelled = run.candidates.flatMap((c, n) =>
    c.interviewers >= 2 && Object.hasOwn(input.groups, c.candidate) ? [n] : [],
  )
  if (labelled.length < FEWEST_CANDIDATES)
    return tooLittle(
      `${labelled.length} labelled candidates with two interviewers; needs ${FEWEST_CANDIDATES}`,
    )
  const labels = labelled.map((n) => input.groups[run.candidates[n]!.candidate]!)
  const names = [...new Set(labels)].sort()
  if (names.length < 2) return tooLittle('needs two groups')
  const audit = {
    run,
    labels,
    impressions: impressionsOf(run, labelled),
    seed: `${input.seed ?? run.inputHash}`,
  }
  const rows = names.map((group) => rowOf(audit, group))
  return { status: 'ok', rows, ...verdictOf(rows) }
}
