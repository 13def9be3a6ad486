import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync } from 'node:fs'
import { chmod, cp, lstat, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { EmbeddedServerError } from './embedded-server-error.ts'
import { binary, POSTGRES_MAJOR, type PostgresBinaries } from './platform-binaries.ts'
import { firstClosedDirectory, mayReadFile, mayRunFile } from './reachability.ts'
import type { ServerAccount } from './server-account.ts'

/** Apart from any data directory, which is closed to others and may be moved or restored as a whole. */
const COPY_PARENTS = ['/var/lib/assay-postgres', '/var/tmp/assay-postgres']

/**
 * The binaries as the account can run them: where npm put them, or, when the checkout lies under a closed
 * directory such as /root, a copy made once per version in a place that everybody can enter.
 */
export async function reachableBinaries(
  packaged: PostgresBinaries,
  account: ServerAccount,
  copyParents: readonly string[] = COPY_PARENTS,
): Promise<PostgresBinaries> {
  if (!account.switchTo || isReachable(packaged, account)) {
    const complaint = whyNotRunning(packaged, account)
    if (complaint === null) return packaged
    throw brokenBinaries(packaged, complaint)
  }
  const complaints: string[] = []
  for (const parent of copyParents) {
    try {
      return await copyBelow(parent, packaged, account)
    } catch (error) {
      complaints.push((error as Error).message)
    }
  }
  throw brokenBinaries(
    packaged,
    `${account.name} cannot reach them and no copy could be made: ${complaints.join('; ')}`,
  )
}

/** A decision on the permissions of a program, a library folder and a data file: the three kinds of things needed. */
export function isReachable(binaries: PostgresBinaries, account: ServerAccount): boolean {
  return (
    mayRunFile(binary(binaries, 'postgres'), account) &&
    firstClosedDirectory(join(binaries.folder, 'lib'), account) === null &&
    mayReadFile(join(binaries.folder, 'share', 'postgresql', 'postgres.bki'), account)
  )
}

/** Null when the server program starts and is of the right version; else what it said. */
function whyNotRunning(binaries: PostgresBinaries, account: ServerAccount): string | null {
  const answer = spawnSync(binary(binaries, 'postgres'), ['--version'], {
    ...account.switchTo,
    cwd: '/',
    encoding: 'utf8',
  })
  if (answer.error) return answer.error.message
  if (new RegExp(`\\(PostgreSQL\\) ${POSTGRES_MAJOR}\\.`).test(answer.stdout)) return null
  return (answer.stderr || answer.stdout).trim().replaceAll('\n', ' ')
}

function brokenBinaries(binaries: PostgresBinaries, complaint: string): EmbeddedServerError {
  return new EmbeddedServerError(
    'binaries_broken',
    `The PostgreSQL binaries in ${binaries.folder} do not run (${complaint}): run "npm rebuild ${binaries.packageName}", or set DATABASE_URL.`,
  )
}

async function copyBelow(
  parent: string,
  packaged: PostgresBinaries,
  account: ServerAccount,
): Promise<PostgresBinaries> {
  if (mkdirSync(parent, { recursive: true }) !== undefined) chmodSync(parent, 0o755)
  refuseForeignHands(parent)
  const copy = { ...packaged, folder: join(parent, packaged.version) }
  if (existsSync(copy.folder)) {
    refuseForeignHands(copy.folder)
    if (whyNotRunning(copy, account) === null && sameFiles(packaged.folder, copy.folder)) return copy
    // Damaged by hand or by a disk: moved aside first, so that nobody meets half a folder.
    const damaged = `${copy.folder}.damaged-${randomUUID()}`
    await rename(copy.folder, damaged)
    await rm(damaged, { recursive: true, force: true })
  }
  await makeCopy(packaged.folder, copy.folder)
  const complaint = whyNotRunning(copy, account)
  if (complaint === null) return copy
  await rm(copy.folder, { recursive: true, force: true })
  throw new Error(`the copy in ${copy.folder} does not run: ${complaint}`)
}

/** Root is about to run what lies here, also below /var/tmp where everybody may create folders. */
function refuseForeignHands(folder: string): void {
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) {
    throw new Error(`${folder} can be written by others`)
  }
}

function sameFiles(source: string, copy: string): boolean {
  const listing = (folder: string): string =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name)
        return `${file.slice(folder.length)} ${lstatSync(file).size}`
      })
      .sort()
      .join('\n')
  return listing(source) === listing(copy)
}

async function makeCopy(source: string, target: string): Promise<void> {
  const unfinished = `${target}.copying-${randomUUID()}`
  try {
    // Links between libraries stay links: they are relative and would triple the size as files.
    await cp(source, unfinished, { recursive: true, verbatimSymlinks: true })
    await openToAll(unfinished)
    await rename(unfinished, target)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    // Another starter finished the same copy meanwhile.
    if (!existsSync(target)) throw error
  }
}

/** A checkout made under a strict umask carries it into the copy. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o100 ? 0o755 : 0o644)
  }
}
