import { chmodSync, existsSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deriveKeys, type Keys } from '@assay/access'
import {
  type DatabaseUrls,
  ensureRoles,
  migrate,
  openEmbeddedDatabase,
  ownerDataSource,
} from '@assay/persistence'
import type { Logger } from 'pino'
import { databaseDirectory, type Settings, SettingsError } from './config.ts'
import { entities } from './database/entities.ts'
import { migrations } from './database/migrations.ts'
import { createLog } from './http/logging.ts'
import { installationSecret } from './secret.ts'

/** What stands before any feature does: the database, its schema, the keys and the log. */
export interface OpenHouse {
  settings: Settings
  urls: DatabaseUrls
  keys: Keys
  log: Logger
  /** Where what people upload is kept; made with the first file. */
  filesDirectory: string
  close: () => Promise<void>
}

/**
 * - server: owns the embedded database's directory. - command: works beside a server that owns it.
 * - throwaway: an own directory that is removed at the end, for the demo.
 */
export type Purpose = 'server' | 'command' | 'throwaway'

export const openHouse = async (settings: Settings, purpose: Purpose): Promise<OpenHouse> => {
  const throwaway = purpose === 'throwaway'
  const log = createLog(settings.logLevel)
  const directory = throwaway ? throwawayDirectory() : settings.dataDirectory
  const leave = async (urls: DatabaseUrls | null): Promise<void> => {
    await urls?.embedded?.stop()
    if (throwaway) await rm(directory, { recursive: true, force: true })
  }
  let urls: DatabaseUrls | null = null
  try {
    urls = await openDatabase(settings, directory, purpose, log)
    const secret = installationSecret(settings.secret, directory)
    await ensureRoles(urls.ownerUrl, urls.applicationUrl)
    await migrateTo(urls.ownerUrl, log)
    const opened = urls
    const filesDirectory = join(directory, 'files')
    return { settings, urls, keys: deriveKeys(secret), log, filesDirectory, close: () => leave(opened) }
  } catch (error) {
    await leave(urls)
    throw error
  }
}

/** The embedded server of a root user runs as another user, who must be able to pass through. */
const throwawayDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'assay-demo-'))
  chmodSync(directory, 0o711)
  return directory
}

const openDatabase = async (
  settings: Settings,
  directory: string,
  purpose: Purpose,
  log: Logger,
): Promise<DatabaseUrls> => {
  const throwaway = purpose === 'throwaway'
  if (purpose === 'command' && !settings.database && !existsSync(databaseDirectory(settings))) {
    throw new SettingsError([
      `There is no Assay in ${settings.dataDirectory}: start it there first, or set ASSAY_DATA_DIRECTORY to where it is.`,
    ])
  }
  if (settings.database && !throwaway) return { ...settings.database, embedded: null }
  return openEmbeddedDatabase({
    directory: throwaway ? join(directory, 'postgres') : databaseDirectory(settings),
    throwaway,
    joinRunning: purpose === 'command',
    log: ({ level, message }) => log[level](message),
  })
}

const migrateTo = async (ownerUrl: string, log: Logger): Promise<void> => {
  const owner = await ownerDataSource(ownerUrl, entities, migrations).initialize()
  try {
    const ran = await migrate(owner)
    if (ran.length > 0) log.info({ migrations: ran }, 'schema brought up to date')
  } finally {
    await owner.destroy()
  }
}
