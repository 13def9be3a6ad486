import { seeded, type FitInput, type Random, type Rating } from '../../libs/measurement/src/index.ts'

/** A sparse panel with known truth, drawn from the model of the specification. */
export interface Scenario {
  readonly candidates: number
  readonly interviewers: number
  readonly competencies: number
  /** Interviewers each candidate meets: least and most. */
  readonly panel: readonly [number, number]
  /** Competencies an interviewer rates in one interview: least and most; all where left out. */
  readonly rated?: readonly [number, number]
  readonly levels: number
  readonly sigmas: { candidate: number; interviewer: number; question: number; halo: number; profile: number }
  readonly notAssessed?: number
  /** Two teams whose interviewers meet only in the first candidate. */
  readonly teams?: boolean
  /** Where the truth departs from the model that is fitted. */
  readonly truth?: Departure
}

/** Ways in which the truth may differ from the model; what is left out is as the model has it. */
export interface Departure {
  /** Abilities: Student's t with 3 degrees of freedom, or a centred exponential; both with the scenario's spread. */
  readonly abilities?: 'heavy tails' | 'skewed'
  /** `cumulative`: logit P(y >= m) = η - τ_m, a proportional odds process. */
  readonly levels?: 'cumulative'
  /** Log spread of a factor by which each interviewer draws the thresholds apart or together; the average one has 1. */
  readonly scaleUse?: number
  /** Strict interviewers see the strong: probability that a draw of a panel follows ability and severity. */
  readonly selective?: number
  /** Every second candidate is of a group that interviewers treat unequally: spread of their leniency, and an ability gap. */
  readonly group?: { readonly leniency: number; readonly gap: number }
}

export const STANDARD: Scenario = {
  candidates: 30,
  interviewers: 10,
  competencies: 6,
  panel: [3, 3],
  levels: 4,
  sigmas: { candidate: 1.2, interviewer: 0.7, question: 0.4, halo: 0.6, profile: 0.5 },
}

export interface Simulated {
  readonly input: FitInput
  /** True fair score of each candidate, in points. */
  readonly fair: ReadonlyMap<string, number>
  /** True overall measure, and true severity relative to the mean interviewer, in logits. */
  readonly measure: ReadonlyMap<string, number>
  readonly severity: ReadonlyMap<string, number>
}

interface Expected {
  readonly p: readonly number[]
  readonly mean: number
}

const withMean = (p: readonly number[]): Expected => ({
  p,
  mean: p.reduce((mean, share, k) => mean + k * share, 0),
})

/** ln P(y = k) / P(y = k - 1) = η - τ_k. */
const adjacent = (eta: number, thresholds: readonly number[]): Expected => {
  let log = 0
  const terms = [1, ...thresholds.map((tau) => Math.exp((log += eta - tau)))]
  const total = terms.reduce((a, b) => a + b, 0)
  return withMean(terms.map((term) => term / total))
}

/** logit P(y >= m) = η - τ_m. */
const cumulative = (eta: number, thresholds: readonly number[]): Expected => {
  const atLeast = [1, ...thresholds.map((tau) => 1 / (1 + Math.exp(tau - eta))), 0]
  return withMean(atLeast.slice(0, -1).map((share, k) => share - atLeast[k + 1]!))
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

const named = (letter: string, i: number): string => `${letter}${String(i).padStart(5, '0')}`

/** One string per name, however many ratings carry it: large panels measure the memory of the fit, not of names. */
const names = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => named(letter, i))

/** Draws from one seeded stream. */
const drawsFrom = (random: Random) => ({
  normals: (count: number, sd: number): number[] => Array.from({ length: count }, () => sd * random.normal()),
  between: ([least, most]: readonly [number, number]): number =>
    least + Math.floor(random.uniform() * (most - least + 1)),
  some: (from: readonly number[], count: number): number[] => {
    const left = [...from]
    const take = (): number => left.splice(Math.floor(random.uniform() * left.length), 1)[0]!
    return Array.from({ length: Math.min(count, left.length) }, take).sort((a, b) => a - b)
  },
  level: (p: readonly number[]): number => {
    const u = random.uniform()
    let [level, reached] = [0, 0]
    while (level < p.length && reached < u) reached += p[level++]!
    return level
  },
})

/** Evenly spaced thresholds, 1.5 logits apart, half a logit easy; `width` draws them apart around their middle. */
const thresholdsOf = (levels: number, width = 1): number[] =>
  Array.from({ length: levels - 1 }, (_, m) => width * 1.5 * (m - (levels - 2) / 2) - 0.5)

/** One ability of variance 1. */
const abilityOf = (random: Random, abilities: Departure['abilities']): number => {
  if (abilities === 'skewed') return -Math.log(1 - random.uniform()) - 1
  const z = random.normal()
  if (abilities === undefined) return z
  const chi = random.normal() ** 2 + random.normal() ** 2 + random.normal() ** 2
  // t with 3 degrees of freedom has variance 3.
  return z / Math.sqrt(chi)
}

/**
 * Draws one panel.
 *
 * @param scenario sizes and true spreads
 * @param seed the same seed draws the same panel
 */
export const simulate = (scenario: Scenario, seed: string | number): Simulated => {
  const random = seeded(`${seed}`)
  const { normals, between, some, level } = drawsFrom(random)
  const { sigmas, truth = {} } = scenario
  const expected = truth.levels === 'cumulative' ? cumulative : adjacent
  const thresholds = thresholdsOf(scenario.levels)
  const alpha = normals(scenario.interviewers, sigmas.interviewer)
  const beta = normals(scenario.competencies, sigmas.question)
  const widths =
    truth.scaleUse === undefined ? undefined : normals(alpha.length, truth.scaleUse).map(Math.exp)
  const leniency = truth.group === undefined ? [] : normals(alpha.length, truth.group.leniency)
  const used = alpha.map((_, j) => thresholdsOf(scenario.levels, widths?.[j]))
  const everything = beta.map((_, c) => c)
  const [interviewers, questions, kinds] = [
    names('i', alpha.length),
    names('q', beta.length),
    names('k', beta.length),
  ]
  const ratings: Rating[] = []
  const [fair, measure] = [new Map<string, number>(), new Map<string, number>()]
  const pool = (n: number, theta: number): number[] =>
    truth.selective !== undefined && random.uniform() < truth.selective
      ? halfOf(alpha, theta > 0)
      : teamOf(scenario, n)
  for (let n = 0; n < scenario.candidates; n++) {
    const candidate = named('c', n)
    const inGroup = truth.group !== undefined && n % 2 === 1
    const theta = sigmas.candidate * abilityOf(random, truth.abilities) - (inGroup ? truth.group.gap : 0)
    const delta = normals(scenario.competencies, sigmas.profile)
    const m = theta + mean(delta)
    measure.set(candidate, m)
    fair.set(candidate, 1 + mean(beta.map((b) => expected(m - b - mean(alpha), thresholds).mean)))
    for (const j of some(pool(n, theta), between(scenario.panel))) {
      const halo = sigmas.halo * random.normal() + (inGroup ? leniency[j]! : 0)
      for (const c of some(
        everything,
        scenario.rated === undefined ? beta.length : between(scenario.rated),
      )) {
        const given = level(expected(theta + delta[c]! + halo - alpha[j]! - beta[c]!, used[j]!).p)
        const silent = random.uniform() < (scenario.notAssessed ?? 0)
        ratings.push({
          candidate,
          interviewer: interviewers[j]!,
          question: questions[c]!,
          competency: kinds[c]!,
          scale: 's',
          level: silent ? null : given,
        })
      }
    }
  }
  return {
    input: { scales: { s: { levels: scenario.levels } }, competencies: kinds, ratings },
    fair,
    measure,
    severity: new Map(alpha.map((a, j) => [interviewers[j]!, a - mean(alpha)])),
  }
}

/** Interviewers candidate n may meet; two teams share only the first candidate. */
const teamOf = (scenario: Scenario, n: number): number[] => {
  const everyone = Array.from({ length: scenario.interviewers }, (_, j) => j)
  if (scenario.teams !== true || n === 0) return everyone
  return everyone.filter((j) => j < scenario.interviewers / 2 === n < scenario.candidates / 2)
}

/** The stricter or the more lenient half of the interviewers. */
const halfOf = (alpha: readonly number[], stricter: boolean): number[] => {
  const order = alpha.map((_, j) => j).sort((a, b) => alpha[a]! - alpha[b]!)
  const half = Math.floor(alpha.length / 2)
  return (stricter ? order.slice(half) : order.slice(0, half)).sort((a, b) => a - b)
}
