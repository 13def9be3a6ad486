import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { EmbeddedServerError } from './embedded-server-error.ts'

/** Who runs the postgres process. `switchTo` is absent when that is simply the user who runs Assay. */
export interface ServerAccount {
  readonly name: string
  readonly userId: number
  readonly groupId: number
  readonly switchTo?: { readonly uid: number; readonly gid: number }
}

const OWN_ACCOUNT = 'assay-postgres'

/** PostgreSQL refuses to run as root, so root hands the server to a system user. */
export function chooseServerAccount(clusterDirectory: string): ServerAccount {
  const userId = process.getuid?.() ?? -1
  const groupId = process.getgid?.() ?? -1
  if (userId !== 0) return { name: nameOf(userId), userId, groupId }
  // Data written earlier decides: PostgreSQL insists that its user owns the directory.
  const owner = ownerOf(clusterDirectory)
  if (owner) return switched(owner)
  const known = accountNamed('postgres') ?? accountNamed(OWN_ACCOUNT) ?? createAccount()
  return switched(known)
}

function switched(account: Omit<ServerAccount, 'switchTo'>): ServerAccount {
  return { ...account, switchTo: { uid: account.userId, gid: account.groupId } }
}

function ownerOf(path: string): Omit<ServerAccount, 'switchTo'> | null {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found || found.uid === 0) return null
  return { name: nameOf(found.uid), userId: found.uid, groupId: found.gid }
}

interface PasswordEntry {
  name: string
  userId: number
  groupId: number
}

function passwordEntries(): PasswordEntry[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name, , userId, groupId]) => ({
      name: name ?? '',
      userId: Number(userId),
      groupId: Number(groupId),
    }))
}

function accountNamed(name: string): PasswordEntry | undefined {
  return passwordEntries().find((entry) => entry.name === name && entry.userId !== 0)
}

export function nameOf(userId: number): string {
  try {
    return passwordEntries().find((entry) => entry.userId === userId)?.name ?? `user ${userId}`
  } catch {
    return `user ${userId}`
  }
}

function createAccount(): PasswordEntry {
  // The second form is BusyBox's, found in small containers.
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', OWN_ACCOUNT]],
    ['adduser', ['-S', '-D', '-H', OWN_ACCOUNT]],
  ]
  for (const [command, parameters] of ways) {
    spawnSync(command, parameters, { stdio: 'ignore' })
    const created = accountNamed(OWN_ACCOUNT)
    if (created) return created
  }
  throw new EmbeddedServerError(
    'no_system_user',
    `PostgreSQL does not run as root and no system user could be created for it: run "useradd --system ${OWN_ACCOUNT}", start Assay as an ordinary user, or set DATABASE_URL.`,
  )
}
