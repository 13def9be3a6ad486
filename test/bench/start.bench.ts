import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { benchDirectory } from './bench-house.ts'
import { programFile } from './built.ts'
import { median, printTable } from './figures.ts'
import { residentMb } from './processor-time.ts'
import { type ServerProgram, startServerProcess } from './server-process.ts'
import type { BenchOptions } from './workloads.ts'

const REST_MS = 5_000

interface Start {
  firstAnswerMs: number
  restMb: number | null
}

/** From the start of the process to its first good answer; memory five seconds later, when nobody asks anything. */
const startOnce = async (program: ServerProgram, path: string, rest: boolean): Promise<Start> => {
  const begun = performance.now()
  const server = await startServerProcess(program)
  const answer = await fetch(server.url + path)
  await answer.text()
  if (answer.status !== 200) throw new Error(`The first answer was ${answer.status}.`)
  const firstAnswerMs = performance.now() - begun
  if (rest) await delay(REST_MS)
  const restMb = rest ? residentMb(server.processId) : null
  await server.stop()
  return { firstAnswerMs, restMb }
}

export const run = async ({ rounds }: BenchOptions): Promise<void> => {
  const place = benchDirectory()
  const main = (name: string): ServerProgram => ({
    file: programFile('main'),
    readyLine: /^Assay is ready at (\S+)$/m,
    environment: { ASSAY_PORT: '0', ASSAY_DATA_DIRECTORY: join(place, name), ASSAY_LOG_LEVEL: 'warn' },
  })
  const demo: ServerProgram = {
    file: programFile('demo'),
    readyLine: /Assay demo: (\S+)/,
    environment: { ASSAY_PORT: '0' },
  }
  try {
    const first: Start[] = []
    const again: Start[] = []
    const demos: Start[] = []
    for (let round = 0; round < rounds; round += 1) {
      first.push(await startOnce(main(`data${round}`), '/readyz', false))
      again.push(await startOnce(main(`data${round}`), '/readyz', true))
      demos.push(await startOnce(demo, '/readyz', false))
    }
    const line = (name: string, starts: Start[]): string[] => [
      name,
      median(starts.map(({ firstAnswerMs }) => firstAnswerMs)).toFixed(0),
      starts[0]?.restMb === null ? '' : median(starts.map(({ restMb }) => restMb ?? 0)).toFixed(0),
    ]
    printTable([
      ['', 'first answer, ms', 'memory at rest, MB'],
      line('existing database', again),
      line('first start: initdb and migrations', first),
      line('demo: initdb, migrations, demo data', demos),
    ])
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}
