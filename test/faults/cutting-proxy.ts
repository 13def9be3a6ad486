import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface CuttingProxy {
  url: string
  /** The server's whole answer to the next request is thrown away, with the connection it should have gone to. */
  cutNext: () => void
  cuts: () => number
  stop: () => Promise<void>
}

/** Stands between a client and the server, as a network that fails after the work was done and before it was told. */
export const startCuttingProxy = async (target: string): Promise<CuttingProxy> => {
  let isDue = false
  let cuts = 0
  const server = createServer((asked, answering) => {
    const isCut = isDue
    isDue = false
    const { host: _ours, ...headers } = asked.headers
    const sent = { method: asked.method, headers: { ...headers, origin: target } }
    const passedOn = request(new URL(asked.url ?? '/', target), sent, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.once('end', () => {
        if (isCut) {
          cuts += 1
          asked.socket.destroy()
        } else {
          answering.writeHead(answer.statusCode ?? 502, answer.headers).end(Buffer.concat(chunks))
        }
      })
    })
    passedOn.once('error', () => asked.socket.destroy())
    asked.pipe(passedOn)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutNext: () => {
      isDue = true
    },
    cuts: () => cuts,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
