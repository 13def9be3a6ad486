import { Agent, get } from 'node:http'
import type { InterviewTemplate } from '@assay/contracts'
import { openBenchHouse } from './bench-house.ts'
import { printTable, quantile } from './figures.ts'
import { asker, largest } from './largest-draft.ts'
import { processorMs } from './processor-time.ts'
import type { BenchOptions } from './workloads.ts'

const agent = new Agent({ keepAlive: true })

/** Until the last byte is there, and nothing is made of it: what a reader does then is not the server's time. */
const lastByteOf = (url: string, cookie: string): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url}: ${answer.statusCode}`))
      answer.on('data', () => undefined).on('end', resolve)
    }).on('error', reject)
  })

/** One editor at a time: opening the largest draft, saving it after a change, and opening an ordinary kit. */
export const run = async ({ rounds, seconds }: BenchOptions): Promise<void> => {
  const house = await openBenchHouse()
  try {
    const cookie = await house.signIn()
    const ask = asker(house.product.url, cookie)
    let version = await largest(ask)
    const [kit] = (await ask<InterviewTemplate[]>('/interview-templates?filter={"q":"python"}')) as [
      InterviewTemplate,
    ]
    const open = (id: string) =>
      lastByteOf(`${house.product.url}/api/v1/interview-template-versions/${id}`, cookie)
    const works: Record<string, () => Promise<unknown>> = {
      'open the largest draft': () => open(version.id),
      'save the largest draft': async () => {
        const [first, ...others] = version.draft!.sections
        const draft = { ...version.draft!, sections: [...others, first!] }
        const path = `/interview-template-versions/${version.id}`
        version = await ask(path, 'PATCH', { draft }, version.revision)
      },
      'open a published kit': () => open(kit.published!.id),
    }
    console.log(
      `The largest draft is an answer of ${(JSON.stringify(version).length / 1_000).toFixed(0)} KB.`,
    )
    await print(works, rounds, seconds, house.product.processId)
  } finally {
    agent.destroy()
    await house.close()
  }
}

const print = async (
  works: Record<string, () => Promise<unknown>>,
  rounds: number,
  seconds: number,
  processId: number,
): Promise<void> => {
  const taken = new Map<string, number[]>(Object.keys(works).map((name) => [name, []]))
  const spent = new Map<string, number>()
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, work] of Object.entries(works)) {
      const before = processorMs(processId)
      const end = performance.now() + (seconds * 1_000) / 3
      while (performance.now() < end) {
        const begun = performance.now()
        await work()
        // The first round warms up.
        if (round > 0) taken.get(name)!.push(performance.now() - begun)
      }
      if (round > 0) spent.set(name, (spent.get(name) ?? 0) + processorMs(processId) - before)
    }
  }
  printTable([
    ['', 'done', 'p50, ms', 'p95, ms', 'CPU of the server, ms'],
    ...[...taken].map(([name, all]) => [
      name,
      String(all.length),
      quantile(all, 0.5).toFixed(1),
      quantile(all, 0.95).toFixed(1),
      ((spent.get(name) ?? 0) / all.length).toFixed(1),
    ]),
  ])
}
