import { Agent, request } from 'node:http'

export interface Tally {
  done: number
  failed: string[]
}

export interface Call {
  method: string
  path: string
  headers: Record<string, string>
  body?: string
}

/**
 * Clients that keep their connection, as browsers and proxies do, and ask again as soon as they are answered. Nothing
 * is retried: whatever is not a whole answer below 400 counts as failed.
 */
export const askWithoutPause = async (
  url: string,
  calls: Call[],
  options: { clients: number; goOn: () => boolean },
): Promise<Tally> => {
  const tally: Tally = { done: 0, failed: [] }
  const client = async (first: number): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    for (let turn = first; options.goOn(); turn += 1) {
      const call = calls[turn % calls.length]
      if (!call) return
      const outcome = await ask(url, call, agent)
      tally.done += 1
      if (outcome !== null) tally.failed.push(`${call.method} ${call.path}: ${outcome}`)
    }
    agent.destroy()
  }
  await Promise.all(Array.from({ length: options.clients }, (_client, index) => client(index)))
  return tally
}

/** @returns null for a good answer, else what was wrong. */
const ask = (url: string, { method, path, headers, body }: Call, agent: Agent): Promise<string | null> =>
  new Promise((resolve) => {
    const asking = request(new URL(path, url), { method, headers, agent, timeout: 15_000 }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => (text += chunk))
      answer.once('error', (error) => resolve(error.message))
      answer.once('end', () => {
        const status = answer.statusCode ?? 0
        resolve(answer.complete && status < 400 ? null : `${status} ${text.slice(0, 200)}`)
      })
    })
    asking.once('timeout', () => asking.destroy(new Error('no answer in 15 s')))
    asking.once('error', (error) => resolve(error.message))
    asking.end(body)
  })
