import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppModule } from './app.module.ts'
import type { Settings } from './config.ts'
import type { OpenHouse } from './house.ts'
import { createHttpApplication, type HttpApplication } from './http/application.ts'
import { DataSource } from 'typeorm'

/** The server, listening. */
export interface RunningServer extends HttpApplication {
  url: string
  stop: () => Promise<void>
}

// dist/apps/api/src → dist/dashboard
const DASHBOARD = join(dirname(fileURLToPath(import.meta.url)), '../../../dashboard')

/** A database that stands still never says goodbye, and a process that waits for it would be killed instead. */
const CLOSE_WITHIN_MS = 10_000

export const startServer = async (
  house: OpenHouse,
  options: { demo: boolean; dashboardDirectory?: string },
): Promise<RunningServer> => {
  const { settings, log } = house
  const port = settings.port === 0 ? await freePort(settings.host) : settings.port
  const localUrl = `http://${urlHost(settings.host)}:${port}`
  const url = settings.publicUrl ?? localUrl
  const http = await createHttpApplication({
    module: AppModule.with(
      {
        settings,
        keys: house.keys,
        log,
        applicationUrl: house.urls.applicationUrl,
        filesDirectory: house.filesDirectory,
        publicUrl: () => url,
        ownOrigins: ownOrigins(settings, port),
        demo: options.demo,
      },
      true,
    ),
    settings,
    log,
    https: url.startsWith('https:'),
    dashboardDirectory: options.dashboardDirectory ?? DASHBOARD,
    ping: () => ping(() => http.app.get(DataSource)),
  })
  await http.fastify.listen({
    host: settings.host,
    port,
    // Old and new process overlap on one port; the embedded server belongs to one process, so it never does.
    reusePort: house.urls.embedded === null,
  } as never)
  return {
    ...http,
    url,
    stop: async () => {
      await http.drain.finish(http.fastify)
      if (!(await isDoneWithin(CLOSE_WITHIN_MS, http.app.close()))) {
        log.warn(
          'stopped without waiting any longer: does the database answer? What was under way stands in rows',
        )
      }
      await house.close()
    },
  }
}

const PING_MS = 2_000

const ping = async (dataSource: () => DataSource): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the database does not answer')), PING_MS)
  })
  await Promise.race([dataSource().query('SELECT 1'), late]).finally(() => clearTimeout(timer))
}

const urlHost = (host: string): string => {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

/** Pages of these addresses may send commands. On loopback its three names are the same place. */
const ownOrigins = (settings: Settings, port: number): ReadonlySet<string> => {
  if (settings.publicUrl !== null) return new Set([settings.publicUrl])
  return new Set(['127.0.0.1', 'localhost', '[::1]'].map((name) => `http://${name}:${port}`))
}

/** Asked before a database is made or opened for nothing; the error is the one that listening would give. */
export const refuseTakenAddress = async ({ host, port }: Settings): Promise<void> => {
  if (port !== 0) await probeAddress(host, port)
}

/** The port must be known before the cookies are named after it, so it is found first and taken at once. */
const freePort = (host: string): Promise<number> => probeAddress(host, 0)

const probeAddress = (host: string, wanted: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(wanted, host, () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })

const isDoneWithin = (ms: number, work: Promise<void>): Promise<boolean> => {
  const { promise: late, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), ms)
  return Promise.race([work.then(() => true), late]).finally(() => clearTimeout(timer))
}
