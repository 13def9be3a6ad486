import {
  closeSync,
  openSync,
  readFileSync,
  readdirSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { EmbeddedServerError } from './embedded-server-error.ts'
import { processTableMark, startMarkOf } from './process-table.ts'

export interface DirectoryLock {
  /** Synchronous, so that it also works while the process exits. */
  release(): void
}

interface Holder {
  readonly processId: number
  readonly startMark: string
  readonly processTable: string
  readonly released?: boolean
}

const LOCK_FILE = /^lock\.(\d+)$/
const HEARTBEAT_MS = 2_000
const FOREIGN_WATCH_MS = 5_000
const HALF_WRITTEN_MS = 1_000

/**
 * One process per directory. Files are named lock.1, lock.2, ...; the highest number is the lock.
 * Taking over a stale lock means creating the next number exclusively, which only one process can do.
 * A lock is never removed by its holder but marked as released: numbers that ran backwards would let a
 * slow starter, which looked long ago, create a number that means something else by now. For the same
 * reason a starter looks again after creating: a higher number means that others have moved on.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const holder = {
    processId: process.pid,
    startMark: startMarkOf(process.pid) ?? '',
    processTable: processTableMark(),
  }
  for (;;) {
    const current = highestNumber(directory)
    if (current > 0) await refuseWhenHeld(directory, current)
    const mine = current + 1
    if (!createExclusively(fileOf(directory, mine), holder)) continue
    if (highestNumber(directory) !== mine) {
      remove(fileOf(directory, mine))
      continue
    }
    removeOlder(directory, mine)
    return hold(fileOf(directory, mine), holder)
  }
}

function fileOf(directory: string, number: number): string {
  return join(directory, `lock.${number}`)
}

function numbersIn(directory: string): number[] {
  return readdirSync(directory).flatMap((name) => {
    const found = LOCK_FILE.exec(name)
    return found ? [Number(found[1])] : []
  })
}

function highestNumber(directory: string): number {
  return Math.max(0, ...numbersIn(directory))
}

function removeOlder(directory: string, mine: number): void {
  for (const number of numbersIn(directory)) if (number < mine) remove(fileOf(directory, number))
}

function remove(file: string): void {
  try {
    unlinkSync(file)
  } catch {
    // Another starter tidied up first.
  }
}

function createExclusively(file: string, holder: Holder): boolean {
  try {
    const handle = openSync(file, 'wx', 0o644)
    writeSync(handle, JSON.stringify(holder))
    closeSync(handle)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function hold(file: string, holder: Holder): DirectoryLock {
  // The beat tells processes that cannot see this one (other containers on the same volume) that it lives.
  const beat = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date())
    } catch {
      // The directory was removed under a throwaway server; nobody can want this lock.
    }
  }, HEARTBEAT_MS)
  beat.unref()
  return {
    release: () => {
      clearInterval(beat)
      try {
        writeFileSync(file, JSON.stringify({ ...holder, released: true }), { flag: 'r+' })
      } catch {
        // As above.
      }
    },
  }
}

async function refuseWhenHeld(directory: string, number: number): Promise<void> {
  const holder = await readHolder(fileOf(directory, number))
  if (!holder || holder.released) return
  const here = holder.processTable === processTableMark()
  const held = here
    ? startMarkOf(holder.processId) === holder.startMark
    : await beatsElsewhere(fileOf(directory, number))
  if (!held) return
  const where = here
    ? `process ${holder.processId}`
    : `process ${holder.processId} of another container or machine`
  throw new EmbeddedServerError(
    'already_running',
    `The database in ${directory} is in use by ${where}: stop it first, or give this Assay a directory of its own with ASSAY_DATA_DIRECTORY.`,
  )
}

/** Null when the file is gone, or was never completed by a process that died while writing it. */
async function readHolder(file: string): Promise<Holder | null> {
  const giveUpAt = Date.now() + HALF_WRITTEN_MS
  do {
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Holder
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      await delay(50)
    }
  } while (Date.now() < giveUpAt)
  return null
}

async function beatsElsewhere(file: string): Promise<boolean> {
  const before = modifiedAt(file)
  await delay(FOREIGN_WATCH_MS)
  return modifiedAt(file) !== before
}

function modifiedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
