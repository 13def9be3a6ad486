import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EmbeddedServerError } from './embedded-server-error.ts'
import { POSTGRES_MAJOR } from './platform-binaries.ts'

/** Files of one major version are never opened by another: PostgreSQL could not, and must not try. */
export function refuseOtherVersion(root: string, cluster: string): void {
  if (!existsSync(cluster)) return
  const found = readVersion(cluster)
  if (found === String(POSTGRES_MAJOR)) return
  throw new EmbeddedServerError(
    'version_mismatch',
    `The data in ${root} was written by PostgreSQL ${found} and this Assay brings PostgreSQL ${POSTGRES_MAJOR}: nothing was touched; take a backup with the Assay that wrote it, move the directory away, start this one and restore the backup.`,
  )
}

function readVersion(cluster: string): string {
  try {
    return readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'of an unknown version'
    throw error
  }
}
