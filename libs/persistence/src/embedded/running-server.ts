import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clusterDirectoryOf } from './data-directory.ts'

/** A server that another process of ours started on the same directory. */
export interface RunningServerFacts {
  superuserPassword: string
  urlFor: (user: string, password: string, database: string) => string
}

// The fourth line of postmaster.pid is the port (PostgreSQL: src/include/utils/pidfile.h).
const PORT_LINE = 3

/** Null where nothing runs, or where this user may not read how to sign in. */
export const findRunningServer = (directory: string): RunningServerFacts | null => {
  try {
    const lines = readFileSync(join(clusterDirectoryOf(directory), 'postmaster.pid'), 'utf8').split('\n')
    const port = Number(lines[PORT_LINE])
    if (!Number.isInteger(port) || port <= 0) return null
    return {
      superuserPassword: readFileSync(join(directory, 'superuser-password'), 'utf8').trim(),
      urlFor: (user, password, database) =>
        `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    }
  } catch {
    return null
  }
}
