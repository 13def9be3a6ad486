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

const expected = (eta: number, sums: readonly number[]): { p: number[]; mean: number } => {
  const terms = sums.map((sum, k) => Math.exp(k * eta - sum))
  const total = terms.reduce((a, b) => a + b, 0)
  const p = terms.map((term) => term / total)
  return { p, mean: p.reduce((mean, share, k) => mean + k * share, 0) }
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

const named = (letter: string, i: number): string => `${letter}${String(i).padStart(5, '0')}`

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

/** Running sums of evenly spaced thresholds, 1.5 logits apart, half a logit easy. */
const thresholdSums = (levels: number): number[] => {
  const sums = [0]
  for (let m = 0; m < levels - 1; m++) sums.push(sums[m]! + 1.5 * (m - (levels - 2) / 2) - 0.5)
  return sums
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
  const { sigmas } = scenario
  const sums = thresholdSums(scenario.levels)
  const alpha = normals(scenario.interviewers, sigmas.interviewer)
  const beta = normals(scenario.competencies, sigmas.question)
  const everything = beta.map((_, c) => c)
  const ratings: Rating[] = []
  const [fair, measure] = [new Map<string, number>(), new Map<string, number>()]
  for (let n = 0; n < scenario.candidates; n++) {
    const theta = sigmas.candidate * random.normal()
    const delta = normals(scenario.competencies, sigmas.profile)
    const m = theta + mean(delta)
    measure.set(named('c', n), m)
    fair.set(named('c', n), 1 + mean(beta.map((b) => expected(m - b - mean(alpha), sums).mean)))
    for (const j of some(teamOf(scenario, n), between(scenario.panel))) {
      const halo = sigmas.halo * random.normal()
      for (const c of some(
        everything,
        scenario.rated === undefined ? beta.length : between(scenario.rated),
      )) {
        const given = level(expected(theta + delta[c]! + halo - alpha[j]! - beta[c]!, sums).p)
        const silent = random.uniform() < (scenario.notAssessed ?? 0)
        const names = {
          candidate: named('c', n),
          interviewer: named('i', j),
          question: named('q', c),
          competency: named('k', c),
        }
        ratings.push({ ...names, scale: 's', level: silent ? null : given })
      }
    }
  }
  const competencies = everything.map((c) => named('k', c))
  return {
    input: { scales: { s: { levels: scenario.levels } }, competencies, ratings },
    fair,
    measure,
    severity: new Map(alpha.map((a, j) => [named('i', j), a - mean(alpha)])),
  }
}

/** Interviewers candidate n may meet; two teams share only the first candidate. */
const teamOf = (scenario: Scenario, n: number): number[] => {
  const everyone = Array.from({ length: scenario.interviewers }, (_, j) => j)
  if (scenario.teams !== true || n === 0) return everyone
  return everyone.filter((j) => j < scenario.interviewers / 2 === n < scenario.candidates / 2)
}
