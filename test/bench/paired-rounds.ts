import { createRequire } from 'node:module'
import { familyProcessorMs, processorMs, residentMb } from './processor-time.ts'
import type { ServerProcess } from './server-process.ts'
import type { StepLoad } from './step-load.ts'

interface LoadOptions {
  url: string
  connections: number
  duration: number
  headers: Record<string, string>
  requests?: { method: 'GET'; path: string }[]
}
interface LoadResult {
  '2xx': number
  non2xx: number
  errors: number
  duration: number
  latency: { p50: number; p99: number }
}
// It comes without types.
const autocannon = createRequire(import.meta.url)('autocannon') as (
  options: LoadOptions,
) => Promise<LoadResult>

/** One round of one side. Times in milliseconds. */
export interface Round {
  perSecond: number
  p50: number
  p99: number
  serverCpu: number
  postgresCpu: number
  residentMb: number
}

export type Side = 'floor' | 'product'

export interface Workload {
  floor: ServerProcess
  product: ServerProcess
  postgresProcessId: number
  path: string
  /** Instead of asking for an address again and again. Before it nothing is measured of `prepare`. */
  drive?: (side: Side, seconds: number, headers: Record<string, string>) => Promise<StepLoad>
  prepare?: () => Promise<void>
  /** Asked for in turns, when one address is not enough; `path` is the first of them. */
  paths?: readonly string[]
  /** What of an answer both sides have to agree on; all of it unless said otherwise. */
  essence?: (answer: unknown) => unknown
  /** Asked before each round, since tokens end. */
  headers: () => Promise<Record<string, string>>
  rounds: number
  seconds: number
  connections: number
}

export interface PairedRounds {
  floor: Round[]
  product: Round[]
}

const WARM_UP_SECONDS = 3

/** Both sides in one run, in turns, so that a machine that slows down slows both; who begins alternates too. */
export const runPairedRounds = async (workload: Workload): Promise<PairedRounds> => {
  if (!workload.drive) await sameAnswer(workload)
  // Where one answer takes longer than that there is none to count yet.
  for (const side of ['floor', 'product'] as const) await load(workload, side, WARM_UP_SECONDS)
  const result: PairedRounds = { floor: [], product: [] }
  for (let time = 0; time < workload.rounds; time += 1) {
    const order = time % 2 === 0 ? (['floor', 'product'] as const) : (['product', 'floor'] as const)
    for (const side of order) {
      const round = await load(workload, side, workload.seconds)
      if (round.perSecond === 0)
        throw new Error(`${side}: no answer in ${workload.seconds} s. Ask for more seconds.`)
      result[side].push(round)
    }
  }
  return result
}

const sameAnswer = async (workload: Workload): Promise<void> => {
  const { floor, product, path, paths = [path], headers, essence = (answer) => answer } = workload
  const asked = await headers()
  for (const one of paths) {
    const [fromFloor, fromProduct] = await Promise.all(
      [floor, product].map(async ({ url }) =>
        essence(await (await fetch(url + one, { headers: asked })).json()),
      ),
    )
    if (canonical(fromFloor) !== canonical(fromProduct)) {
      throw new Error(`The answers to ${one} differ:\n${canonical(fromFloor)}\n${canonical(fromProduct)}`)
    }
  }
}

const canonical = (value: unknown): string =>
  JSON.stringify(Object.entries(value as object).toSorted(([a], [b]) => (a < b ? -1 : 1)))

const load = async (workload: Workload, side: Side, seconds: number): Promise<Round> => {
  const { processId } = workload[side]
  const headers = await workload.headers()
  await workload.prepare?.()
  const before = { server: processorMs(processId), postgres: familyProcessorMs(workload.postgresProcessId) }
  const { done, ...times } = workload.drive
    ? await workload.drive(side, seconds, headers)
    : await cannon(workload, side, { seconds, headers })
  return {
    ...times,
    serverCpu: (processorMs(processId) - before.server) / done,
    postgresCpu: (familyProcessorMs(workload.postgresProcessId) - before.postgres) / done,
    residentMb: residentMb(processId),
  }
}

const cannon = async (
  workload: Workload,
  side: Side,
  { seconds, headers }: { seconds: number; headers: Record<string, string> },
): Promise<StepLoad> => {
  const result = await autocannon({
    url: workload[side].url + workload.path,
    connections: workload.connections,
    duration: seconds,
    headers,
    ...(workload.paths ? { requests: workload.paths.map((path) => ({ method: 'GET' as const, path })) } : {}),
  })
  const done = result['2xx']
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${side}: ${result.non2xx} answers were not good and ${result.errors} requests failed.`)
  }
  const { p50, p99 } = result.latency
  return { done, perSecond: done / result.duration, p50, p99 }
}
