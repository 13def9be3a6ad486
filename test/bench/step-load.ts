import { Agent, request } from 'node:http'
import { quantile } from './figures.ts'

export interface StepLoad {
  done: number
  perSecond: number
  p50: number
  p99: number
}

export interface Step {
  method: string
  url: string
  headers: Record<string, string>
  body?: string
}

/** @throws where the answer is not 200 */
const take = (agent: Agent, { method, url, headers, body }: Step): Promise<string> =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const asking = request(url, { agent, method, headers: { ...headers, ...length } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.once('error', reject)
      answer.once('end', () => {
        const text = Buffer.concat(chunks).toString()
        if (answer.statusCode === 200) resolve(text)
        else reject(new Error(`${method} ${url}: ${answer.statusCode} ${text.slice(0, 300)}`))
      })
    })
    asking.once('error', reject)
    asking.end(body)
  })

/**
 * Steps that depend on the answer before, which no ordinary load program takes: each connection takes its next one as
 * soon as the last is answered, until the time is over or there is none left.
 * @param next the step and what to make of its answer; null when there is nothing left to do
 */
export const takeSteps = async (
  connections: number,
  seconds: number,
  next: (connection: number) => { step: Step; done: (answer: string) => void } | null,
): Promise<StepLoad> => {
  const taken: number[] = []
  const begun = performance.now()
  const end = begun + seconds * 1_000
  const walk = async (connection: number): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    while (performance.now() < end) {
      const one = next(connection)
      if (one === null) break
      const since = performance.now()
      const answer = await take(agent, one.step)
      taken.push(performance.now() - since)
      one.done(answer)
    }
    agent.destroy()
  }
  await Promise.all(Array.from({ length: connections }, (_unused, connection) => walk(connection)))
  return {
    done: taken.length,
    perSecond: (taken.length * 1_000) / (performance.now() - begun),
    p50: quantile(taken, 0.5),
    p99: quantile(taken, 0.99),
  }
}
