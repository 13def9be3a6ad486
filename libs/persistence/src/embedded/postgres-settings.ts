import { accessSync, constants, statfsSync } from 'node:fs'
import { EmbeddedServerError } from './embedded-server-error.ts'

/** Sized for a machine with two cores and two gigabytes that does other things too. */
const DEFAULTS: Readonly<Record<string, string>> = {
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  random_page_cost: '1.1',
  max_wal_size: '512MB',
  // Our queries are short; compiling them costs more than running them.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  cluster_name: 'assay',
}

/** Nothing survives a crash of the machine: for demo and tests only. */
const THROWAWAY: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
}

/** What makes the server private to this machine, and what our supervision relies on. */
const FIXED = [
  'listen_addresses',
  'port',
  'unix_socket_directories',
  'password_encryption',
  'logging_collector',
]

const SHARED_MEMORY_FOLDER = '/dev/shm'
const SHARED_MEMORY_NEEDED = 32 * 1024 * 1024

export interface SettingsRequest {
  readonly throwaway: boolean
  readonly overrides: Readonly<Record<string, string>>
  readonly memory: Readonly<Record<string, string>>
}

export function serverSettings(request: SettingsRequest): Record<string, string> {
  const refused = FIXED.find((name) => name in request.overrides)
  if (refused) {
    throw new EmbeddedServerError(
      'setting_refused',
      `The setting ${refused} of the embedded PostgreSQL is fixed: leave it out, or set DATABASE_URL to a server of your own.`,
    )
  }
  return { ...DEFAULTS, ...(request.throwaway ? THROWAWAY : {}), ...request.memory, ...request.overrides }
}

/** Command line of the server: settings given here win over every file in the data directory. */
export function settingsAsParameters(settings: Readonly<Record<string, string>>, port: number): string[] {
  const all = {
    ...settings,
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    // The log goes to the file that stands behind standard error: no process of PostgreSQL's needed for it.
    logging_collector: 'off',
  }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/**
 * Small containers have no or a tiny /dev/shm, on which parallel queries fail much later; files in the data
 * directory are slower and always work. Empty where PostgreSQL's own choice is fine.
 */
export function sharedMemorySettings(
  folder = SHARED_MEMORY_FOLDER,
  platform = process.platform,
): Record<string, string> {
  if (platform !== 'linux') return {}
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    const { bavail, bsize } = statfsSync(folder)
    if (bavail * bsize >= SHARED_MEMORY_NEEDED) return {}
  } catch {
    // No such folder, or closed to us: the same cure.
  }
  return { dynamic_shared_memory_type: 'mmap' }
}
