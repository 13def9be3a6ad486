import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { sep } from 'node:path'

const hasProc = existsSync('/proc/self/stat')

/**
 * When the process with this id started, as an opaque mark; null when it does not run.
 * Ids are recycled, so an id alone never proves that the process is the one that was meant.
 */
export function startMarkOf(processId: number): string | null {
  return hasProc ? startMarkFromProc(processId) : startMarkFromPs(processId)
}

function startMarkFromProc(processId: number): string | null {
  try {
    const line = readFileSync(`/proc/${processId}/stat`, 'utf8')
    // The name in parentheses may hold spaces; after it come the state (field 3) and so on.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    const state = fields[0] ?? ''
    // A zombie holds nothing any more: it waits for a parent that does not collect it (containers).
    return 'ZX'.includes(state) ? null : (fields[19] ?? null)
  } catch {
    return null
  }
}

function startMarkFromPs(processId: number): string | null {
  const answer = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(processId)], { encoding: 'utf8' })
  const [state = '', ...started] = (answer.stdout ?? '').trim().split(/\s+/)
  return state === '' || state.startsWith('Z') ? null : started.join(' ')
}

export function isRunning(processId: number): boolean {
  return startMarkOf(processId) !== null
}

/** Which set of process ids this process sees: another boot, machine or container has its own. */
export function processTableMark(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return 'only'
  }
}

/**
 * Processes that work on this PostgreSQL data directory, servers and their children.
 * PostgreSQL makes the data directory its working directory, which no unrelated process does by accident.
 */
export function postgresProcessesOn(clusterDirectory: string): number[] {
  return hasProc ? fromProc(clusterDirectory) : fromPs(clusterDirectory)
}

function fromProc(clusterDirectory: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((processId) => {
      try {
        const name = readFileSync(`/proc/${processId}/comm`, 'utf8').trim()
        const workingDirectory = readlinkSync(`/proc/${processId}/cwd`).replace(/ \(deleted\)$/, '')
        return name === 'postgres' && workingDirectory === clusterDirectory && isRunning(processId)
      } catch {
        return false
      }
    })
}

function fromPs(clusterDirectory: string): number[] {
  const answer = spawnSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' })
  return (answer.stdout ?? '')
    .split('\n')
    .filter((line) => line.includes(`${sep}postgres -D ${clusterDirectory} `))
    .map((line) => Number.parseInt(line, 10))
}

/** Sends a signal and does not mind that the process is gone already. */
export function signal(processId: number, name: NodeJS.Signals): void {
  try {
    process.kill(processId, name)
  } catch {
    // Gone, or not ours: whoever waits for its end will see which.
  }
}
