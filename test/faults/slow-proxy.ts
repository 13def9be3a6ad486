import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

export interface SlowProxy {
  /** The same address, through the proxy. */
  through: (url: string) => string
  /** From now on every message to the server waits so long. */
  delayBy: (milliseconds: number) => void
  stop: () => Promise<void>
}

/** Stands between the product and its database, as a network that is far away. */
export const startSlowProxy = async (target: string): Promise<SlowProxy> => {
  let wait = 0
  const sockets = new Set<Socket>()
  const keep = (socket: Socket): void => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('error', () => undefined)
    socket.once('close', () => sockets.delete(socket))
  }
  const { hostname, port } = new URL(target)
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    keep(near)
    keep(far)
    let turn = Promise.resolve()
    near.on('data', (chunk) => {
      const due = performance.now() + wait
      turn = turn.then(async () => {
        const left = due - performance.now()
        if (left > 0) await delay(left)
        if (!far.destroyed) far.write(chunk)
      })
    })
    far.pipe(near)
    near.once('close', () => far.destroy())
    far.once('close', () => near.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    through: (url) => {
      const other = new URL(url)
      other.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
      return other.href
    },
    delayBy: (milliseconds) => {
      wait = milliseconds
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
