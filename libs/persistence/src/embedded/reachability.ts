import { realpathSync, statSync, type Stats } from 'node:fs'
import { dirname } from 'node:path'
import type { ServerAccount } from './server-account.ts'

type Identity = Pick<ServerAccount, 'userId' | 'groupId'>

const ENTER = 0o1
const READ = 0o4

function may(found: Stats, account: Identity, wanted: number): boolean {
  if (account.userId === 0) return true
  if (found.uid === account.userId) return ((found.mode >> 6) & wanted) === wanted
  if (found.gid === account.groupId) return ((found.mode >> 3) & wanted) === wanted
  return (found.mode & wanted) === wanted
}

/** From the root of the file system down to `path` itself. */
function ancestry(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [path] : [...ancestry(parent), path]
}

/** The first directory on the way to (and including) `directory` that the account cannot enter, or null. */
export function firstClosedDirectory(directory: string, account: Identity): string | null {
  const steps = ancestry(realpathSync(directory))
  return steps.find((step) => !may(statSync(step), account, ENTER)) ?? null
}

export function mayReadFile(file: string, account: Identity): boolean {
  if (firstClosedDirectory(dirname(file), account)) return false
  return may(statSync(file), account, READ)
}

export function mayRunFile(file: string, account: Identity): boolean {
  if (firstClosedDirectory(dirname(file), account)) return false
  return may(statSync(file), account, READ | ENTER)
}
