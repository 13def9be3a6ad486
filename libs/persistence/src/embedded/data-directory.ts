import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { refuseOtherVersion } from './cluster-version.ts'
import { EmbeddedServerError } from './embedded-server-error.ts'
import { firstClosedDirectory } from './reachability.ts'
import { nameOf, type ServerAccount } from './server-account.ts'

/**
 * What lies in a data directory:
 *   cluster/             PostgreSQL's own files; appears complete or not at all
 *   log/postgres.log     what PostgreSQL says, bounded
 *   superuser-password   made at random on first start, readable by its owner only
 *   lock.<n>             who uses the directory
 */
export interface DataDirectory {
  readonly root: string
  readonly cluster: string
  readonly logFile: string
  readonly passwordFile: string
}

export function clusterDirectoryOf(directory: string): string {
  return join(directory, 'cluster')
}

export function prepareDataDirectory(directory: string, account: ServerAccount): DataDirectory {
  refuseForeignCluster(directory)
  const made = makeDirectory(resolve(directory), account)
  // The real path, because running processes are recognized by it.
  const root = realpathSync(directory)
  // An empty one made beforehand, as for a container's volume, belongs to root until it is used.
  if (made || (account.switchTo && readdirSync(root).length === 0)) giveTo(account, root, 0o700)
  if (account.switchTo) refuseUnreachable(root, account)
  refuseClusterThatDoesNotFit(root, account)
  accessSync(root, constants.R_OK | constants.W_OK | constants.X_OK)
  const logs = join(root, 'log')
  mkdirSync(logs, { recursive: true })
  giveTo(account, logs, 0o700)
  return {
    root,
    cluster: clusterDirectoryOf(root),
    logFile: join(logs, 'postgres.log'),
    passwordFile: join(root, 'superuser-password'),
  }
}

export function giveTo(account: ServerAccount, path: string, mode: number): void {
  chmodSync(path, mode)
  if (account.switchTo) chownSync(path, account.userId, account.groupId)
}

export function refuseRelativePath(directory: string): void {
  if (!isAbsolute(directory)) {
    throw new EmbeddedServerError(
      'directory_not_absolute',
      `The data directory "${directory}" is not an absolute path: set ASSAY_DATA_DIRECTORY to one, such as /var/lib/assay.`,
    )
  }
}

function refuseForeignCluster(directory: string): void {
  if (existsSync(join(directory, 'PG_VERSION'))) {
    throw new EmbeddedServerError(
      'directory_not_ours',
      `The directory ${directory} belongs to another PostgreSQL: set ASSAY_DATA_DIRECTORY to an empty directory, or DATABASE_URL to that server.`,
    )
  }
}

/** Answers whether it had to be made. */
function makeDirectory(directory: string, account: ServerAccount): boolean {
  const topmost = mkdirSync(directory, { recursive: true })
  if (topmost === undefined) return false
  // Root's umask may close the directories just made to the account that must pass through them.
  for (
    let made = dirname(directory);
    account.switchTo && made.length >= topmost.length;
    made = dirname(made)
  ) {
    chmodSync(made, 0o755)
  }
  return true
}

function refuseUnreachable(root: string, account: ServerAccount): void {
  const closed = firstClosedDirectory(root, account)
  if (closed === null) return
  throw new EmbeddedServerError(
    'directory_unreachable',
    `PostgreSQL runs as the system user ${account.name}, who cannot enter ${closed} on the way to the data directory: set ASSAY_DATA_DIRECTORY to a directory that can be reached, such as /var/lib/assay, or run "chmod o+x ${closed}".`,
  )
}

function refuseClusterThatDoesNotFit(root: string, account: ServerAccount): void {
  const cluster = clusterDirectoryOf(root)
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid
  if (owner === undefined) return
  // Root reads everything; to others a cluster that is not theirs is closed.
  if (owner === account.userId || account.switchTo) refuseOtherVersion(root, cluster)
  if (owner === account.userId) return
  throw new EmbeddedServerError(
    'directory_not_ours',
    `The data in ${root} belongs to ${nameOf(owner)} and PostgreSQL would run as ${account.name}: start Assay as ${nameOf(owner)} or as root, or run "chown -R ${account.name} ${root}".`,
  )
}
