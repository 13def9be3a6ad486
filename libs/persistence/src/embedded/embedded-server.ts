import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { ensureCluster, readPassword } from './cluster-initialization.ts'
import {
  clusterDirectoryOf,
  prepareDataDirectory,
  refuseRelativePath,
  type DataDirectory,
} from './data-directory.ts'
import { lockDirectory, type DirectoryLock } from './directory-lock.ts'
import { explainFileError } from './failure-sentences.ts'
import { clearLeftOverServer, waitForEndBlocking } from './left-over-server.ts'
import { findPlatformBinaries } from './platform-binaries.ts'
import { PostgresLog } from './postgres-log.ts'
import { serverSettings, sharedMemorySettings } from './postgres-settings.ts'
import { PostgresSupervisor } from './postgres-supervisor.ts'
import { reachableBinaries } from './reachable-binaries.ts'
import { chooseServerAccount } from './server-account.ts'
import type { ServerLog } from './server-log.ts'

export { EmbeddedServerError, type EmbeddedServerErrorCode } from './embedded-server-error.ts'

export interface EmbeddedServerOptions {
  /** Absolute; made when missing. Used by one Assay at a time. */
  readonly directory: string
  readonly log: ServerLog
  /** For demo and tests: faster, and the directory is removed at the end. */
  readonly throwaway?: boolean
  /** PostgreSQL settings that replace our defaults. */
  readonly settings?: Readonly<Record<string, string>>
}

export interface EmbeddedServer {
  /** The same as long as this server lives, also after PostgreSQL was started again. */
  readonly port: number
  readonly superuserUrl: string
  /** Null while PostgreSQL is being started again. */
  readonly processId: number | null
  urlFor(user: string, password: string, database: string): string
  stop(): Promise<void>
}

/** Fails with an EmbeddedServerError whose message can be shown as it is. */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  try {
    refuseRelativePath(options.directory)
    const account = chooseServerAccount(clusterDirectoryOf(options.directory))
    const place = prepareDataDirectory(options.directory, account)
    const lock = await lockDirectory(place.root)
    try {
      const binaries = await reachableBinaries(findPlatformBinaries(), account)
      return await startOn({ options, account, place, lock, binaries })
    } catch (error) {
      lock.release()
      throw error
    }
  } catch (error) {
    throw explainFileError(error, options.directory)
  }
}

interface Prepared {
  readonly options: EmbeddedServerOptions
  readonly account: ReturnType<typeof chooseServerAccount>
  readonly place: DataDirectory
  readonly lock: DirectoryLock
  readonly binaries: ReturnType<typeof findPlatformBinaries>
}

async function startOn({ options, account, place, lock, binaries }: Prepared): Promise<EmbeddedServer> {
  const { log, throwaway = false } = options
  const memory = sharedMemorySettings()
  const settings = serverSettings({ throwaway, overrides: options.settings ?? {}, memory })
  await ensureCluster({ place, binaries, account, throwaway, memory, log })
  const password = readPassword(place)
  const postgresLog = new PostgresLog(place.logFile, account)
  const plan = { root: place.root, cluster: place.cluster, binaries, account, settings, postgresLog, log }
  const supervisor = new PostgresSupervisor(plan)
  try {
    await supervisor.start()
  } catch (error) {
    postgresLog.close()
    throw error
  }
  log({
    level: 'info',
    message: `PostgreSQL is ready on 127.0.0.1:${supervisor.port} with data in ${place.root}.`,
  })
  return new RunningServer({ supervisor, postgresLog, place, lock, password, throwaway, log })
}

interface RunningParts {
  readonly supervisor: PostgresSupervisor
  readonly postgresLog: PostgresLog
  readonly place: DataDirectory
  readonly lock: DirectoryLock
  readonly password: string
  readonly throwaway: boolean
  readonly log: ServerLog
}

class RunningServer implements EmbeddedServer {
  private readonly parts: RunningParts
  private stopped: Promise<void> | null = null
  private readonly onExit = (): void => this.endWithProcess()

  constructor(parts: RunningParts) {
    this.parts = parts
    process.once('exit', this.onExit)
  }

  get port(): number {
    return this.parts.supervisor.port
  }

  get processId(): number | null {
    return this.parts.supervisor.processId
  }

  get superuserUrl(): string {
    return this.urlFor('postgres', this.parts.password, 'postgres')
  }

  urlFor(user: string, password: string, database: string): string {
    const [name, secret, path] = [user, password, database].map(encodeURIComponent)
    return `postgres://${name}:${secret}@127.0.0.1:${this.port}/${path}`
  }

  stop(): Promise<void> {
    this.stopped ??= this.end()
    return this.stopped
  }

  private async end(): Promise<void> {
    const { supervisor, postgresLog, place, lock, throwaway, log } = this.parts
    await supervisor.stop()
    // After a SIGKILL of the server its children may linger; whoever comes next must find nobody.
    await clearLeftOverServer(place.cluster, log)
    postgresLog.close()
    process.off('exit', this.onExit)
    lock.release()
    if (throwaway) await rm(place.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }

  /** The process ends without stop(): the server is told to end too, and ends on its own. */
  private endWithProcess(): void {
    const { supervisor, place, lock, throwaway } = this.parts
    supervisor.signalAtExit(throwaway ? 'SIGQUIT' : 'SIGINT')
    lock.release()
    if (!throwaway) return
    // What the server writes or removes meanwhile would make the removal stop half-way.
    waitForEndBlocking(place.cluster, 2_000)
    rmSync(place.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}
