import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { fit, nextRating, startOf, type FitInput } from '../../../libs/measurement/src/index.ts'
import { simulate, STANDARD, type Scenario } from '../../measurement/simulate.ts'
import { againstLinearModel, recover, SCENARIOS, type Recovered } from './recovery.ts'

/** One fit in a process thread of its own, so that memory and warm-up are its own. */
interface Job {
  readonly scenario: Scenario
  readonly mode: 'published' | 'interactive'
  readonly repeats: number
}

interface Timed {
  readonly ratings: number
  readonly passes: number
  /** CPU of the first fit, and of the last of the repeats, in seconds. */
  readonly cold: number
  readonly warm: number
  /** Resident memory at the end, and how much of it came after the input was there, MB. */
  readonly resident: number
  readonly grown: number
}

const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const resident = (): number => process.memoryUsage().rss / 1e6

const fitted = (scenario: Scenario, mode: Job['mode']) => {
  const { input } = simulate(scenario, 1)
  const before = resident()
  const start = cpu()
  const run = fit({ ...input, options: { mode } })
  if (!('candidates' in run)) throw new Error(run.because)
  return { run, seconds: cpu() - start, ratings: input.ratings.length, grown: resident() - before }
}

const time = ({ scenario, mode, repeats }: Job): Timed => {
  const first = fitted(scenario, mode)
  let warm = first.seconds
  for (let again = 1; again < repeats; again++) warm = fitted(scenario, mode).seconds
  return {
    ratings: first.ratings,
    passes: first.run.passes,
    cold: first.seconds,
    warm,
    resident: resident(),
    grown: first.grown,
  }
}

const inThread = async (job: Job): Promise<Timed> => {
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: job })
  const [timed] = (await once(worker, 'message')) as [Timed]
  await worker.terminate()
  return timed
}

const sized = (candidates: number, interviewers: number): Scenario => ({
  ...STANDARD,
  candidates,
  interviewers,
  competencies: 8,
  panel: [4, 4],
})

const GOALS: readonly { name: string; job: Job; goal: string }[] = [
  {
    name: 'requisition of 30',
    job: { scenario: { ...STANDARD }, mode: 'interactive', repeats: 12 },
    goal: 'warm < 0.1 s',
  },
  { name: '100 x 12', job: { scenario: sized(100, 12), mode: 'interactive', repeats: 1 }, goal: '' },
  { name: '500 x 60', job: { scenario: sized(500, 60), mode: 'published', repeats: 1 }, goal: '< 2 s' },
  { name: '1,000 x 60', job: { scenario: sized(1000, 60), mode: 'interactive', repeats: 1 }, goal: '' },
  {
    name: '10,000 x 300',
    job: { scenario: sized(10_000, 300), mode: 'interactive', repeats: 1 },
    goal: '< 10 s, < 400 MB',
  },
  {
    name: '10,000 x 300 published',
    job: { scenario: sized(10_000, 300), mode: 'published', repeats: 1 },
    goal: '< 10 s',
  },
]

/** 31,250 candidates, a million ratings. */
const MILLION = {
  name: 'a million ratings',
  job: { ...GOALS[0]!.job, scenario: sized(31_250, 300), repeats: 1 },
  goal: '',
}

const speed = async (jobs: typeof GOALS): Promise<void> => {
  console.log(
    'fit                       ratings passes  CPU cold   warm  µs/rating/pass  RSS MB  of it the fit  goal',
  )
  for (const { name, job, goal } of jobs) {
    const t = await inThread(job)
    const each = ((t.cold / t.ratings / t.passes) * 1e6).toFixed(2)
    const columns = [
      t.ratings,
      t.passes,
      `${t.cold.toFixed(2)} s`,
      `${t.warm.toFixed(3)} s`,
      each,
      t.resident.toFixed(0),
      t.grown.toFixed(0),
    ]
    console.log(name.padEnd(25), columns.map((c) => String(c).padStart(8)).join(' '), ' ', goal)
  }
}

const planning = (): void => {
  const { run } = fitted({ ...sized(600, 300), panel: [3, 3] }, 'interactive')
  const ask = (): number => {
    const start = cpu()
    const found = nextRating(run, { candidates: ['c00001'], competencies: ['k00001'] })
    if (found.status !== 'ok' || found.options.length !== 300) throw new Error('expected 300 options')
    return cpu() - start
  }
  ask()
  console.log(`next rating over 300 interviewers: ${(ask() * 1000).toFixed(0)} ms CPU (goal < 300 ms)`)
}

/** The same fit from nowhere and from the fit before the last twentieth of the candidates came. */
const warmStart = (): void => {
  for (const mode of ['interactive', 'published'] as const) {
    const { input } = simulate(sized(1000, 60), 1)
    const timed = (more: Partial<FitInput>) => {
      const begun = cpu()
      const run = fit({ ...input, ...more, options: { mode } })
      if (!('candidates' in run)) throw new Error(run.because)
      return { run, seconds: cpu() - begun }
    }
    const before = timed({ ratings: input.ratings.filter((r) => r.candidate < 'c00950') })
    const start = startOf(before.run)
    const [cold, warm, again] = [timed({}), timed({ start }), timed({ start: startOf(timed({}).run) })]
    const told = (of: typeof cold): string => `${of.run.passes} passes ${of.seconds.toFixed(2)} s`
    console.log(
      `warm start, 1,000 x 60 ${mode}: cold ${told(cold)}; 50 candidates new ${told(warm)}; nothing new ${told(again)}`,
    )
  }
}

const row = (name: string, r: Recovered): string =>
  [
    name.padEnd(28),
    r.raw.toFixed(3),
    r.fair.toFixed(3),
    r.rankRaw.toFixed(3),
    r.rankFair.toFixed(3),
    r.coverage.toFixed(3),
    r.severityCoverage.toFixed(3),
    r.right.toFixed(3),
    r.claimed.toFixed(3),
    `${(100 * r.told).toFixed(0)}%`,
    `${(100 * r.toldRight).toFixed(1)}%`,
  ].join('  ')

const recovery = (seeds: number): void => {
  console.log(
    'scenario                      RMSE raw  fair  Spearman raw  fair  covers  severity  pairs right  claimed  told  right',
  )
  const all: Recovered[] = []
  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    const one = recover(scenario, seeds, true)
    if (scenario.truth === undefined) all.push(one)
    console.log(row(name, one))
  }
  const mean = Object.fromEntries(
    Object.keys(all[0]!).map((key) => [
      key,
      all.reduce((sum, r) => sum + r[key as keyof Recovered], 0) / all.length,
    ]),
  ) as unknown as Recovered
  console.log(row('mean, truth is the model', mean))
  console.log(row('standard, MAP and Laplace', recover(SCENARIOS['standard']!, seeds, false)))
  const bar = againstLinearModel(SCENARIOS['standard']!, seeds)
  console.log(
    `RMSE, standard: raw ${bar.raw.toFixed(3)}, linear mixed model ${bar.linear.toFixed(3)}, fair score ${bar.fair.toFixed(3)}`,
  )
}

/**
 * `npm run bench -- measurement [speed|recovery|million] [seeds]`: CPU and memory of the fit with its growth, and recovery of a known
 * truth on simulated sparse panels (30 panels a scenario unless told otherwise).
 */
export const run = async (args: string[]): Promise<void> => {
  if (args[0] !== 'recovery') {
    await speed(args[0] === 'million' ? [MILLION] : GOALS)
    if (args[0] !== 'million') {
      planning()
      warmStart()
    }
  }
  if (args[0] !== 'speed' && args[0] !== 'million') recovery(Number(args[1] ?? 30))
}

// A worker's port has no origin to name: the second argument is what to transfer.
if (!isMainThread) parentPort!.postMessage(time(workerData as Job), [])
else if (import.meta.main) await run(process.argv.slice(2))
