import { hash, verify } from '@node-rs/argon2'
import { type BenchHouse, cookiesOf, openBenchHouse, pageHeaders, PERSON } from './bench-house.ts'
import { median, printTable, quantile } from './figures.ts'
import { processorMs } from './processor-time.ts'
import type { BenchOptions } from './workloads.ts'

// Argon2id with the product's own cost, see libs/access.
const HASH = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 }
const HASHES = 20

interface Measured {
  name: string
  latencies: number[]
  cpuMs: number
  /** CPU of the bare hash, as many at once, measured right before. */
  hashMs?: number
}

/** Password and session; renewal with rotation. What a sign-in costs beyond its hash is our part of it. */
export const run = async ({ rounds, seconds }: BenchOptions): Promise<void> => {
  const house = await openBenchHouse()
  try {
    const measured: Measured[] = []
    await house.signIn()
    for (let round = 0; round < rounds; round += 1) {
      for (const atOnce of [1, 2]) {
        const hashMs = await costOfHash(atOnce)
        measured.push({ ...(await signIns(house, atOnce, seconds)), hashMs })
      }
      measured.push(await refreshes(house, seconds))
    }
    print(measured)
  } finally {
    await house.close()
  }
}

const print = (measured: Measured[]): void => {
  const lines = [...new Set(measured.map(({ name }) => name))].map((name) => {
    const rounds = measured.filter((one) => one.name === name)
    const latencies = rounds.flatMap((one) => one.latencies)
    const cpu = median(rounds.map((one) => one.cpuMs))
    const bare = rounds[0]?.hashMs === undefined ? null : median(rounds.map((one) => one.hashMs ?? 0))
    const ratio = median(rounds.map((one) => one.cpuMs / (one.hashMs ?? 1)))
    return [
      name,
      String(latencies.length),
      quantile(latencies, 0.5).toFixed(0),
      quantile(latencies, 0.95).toFixed(0),
      cpu.toFixed(1),
      bare === null ? '' : bare.toFixed(1),
      bare === null ? '' : ratio.toFixed(2),
    ]
  })
  printTable([['', 'done', 'p50, ms', 'p95, ms', 'CPU each, ms', 'bare hash, ms', 'ratio'], ...lines])
}

const costOfHash = async (atOnce: number): Promise<number> => {
  const stored = await hash(PERSON.password, HASH)
  const before = process.cpuUsage()
  const inTurn = async (): Promise<void> => {
    for (let time = 0; time < HASHES / atOnce; time += 1) await verify(stored, PERSON.password)
  }
  await Promise.all(Array.from({ length: atOnce }, inTurn))
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000 / HASHES
}

const measure = async (
  house: BenchHouse,
  name: string,
  seconds: number,
  work: (end: number, note: (ms: number) => void) => Promise<unknown>,
): Promise<Measured> => {
  const latencies: number[] = []
  const before = processorMs(house.product.processId)
  await work(performance.now() + seconds * 1_000, (ms) => latencies.push(ms))
  const cpuMs = (processorMs(house.product.processId) - before) / latencies.length
  return { name, latencies, cpuMs }
}

const signIns = (house: BenchHouse, atOnce: number, seconds: number): Promise<Measured> =>
  measure(house, `sign-in, ${atOnce} at once`, seconds, (end, note) => {
    const person = async (): Promise<void> => {
      while (performance.now() < end) {
        const begun = performance.now()
        await house.signIn()
        note(performance.now() - begun)
      }
    }
    return Promise.all(Array.from({ length: atOnce }, person))
  })

const refreshes = (house: BenchHouse, seconds: number): Promise<Measured> =>
  measure(house, 'refresh', seconds, async (end, note) => {
    const { url } = house.product
    let cookie = await house.signIn()
    while (performance.now() < end) {
      const begun = performance.now()
      const headers = { ...pageHeaders(url), cookie }
      const answer = await fetch(`${url}/api/v1/sessions/refresh`, { method: 'POST', headers })
      await answer.text()
      if (answer.status !== 200) throw new Error(`A refresh was refused: ${answer.status}`)
      cookie = cookiesOf(answer)
      note(performance.now() - begun)
    }
  })
