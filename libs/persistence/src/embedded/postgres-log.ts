import {
  closeSync,
  copyFileSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { giveTo } from './data-directory.ts'
import type { ServerAccount } from './server-account.ts'

const LARGEST = 8 * 1024 * 1024
const CHECK_EVERY_MS = 10_000
const TAIL = 4_000

/**
 * The file behind PostgreSQL's standard error. PostgreSQL writes it directly, so that neither a busy Node
 * process can make it wait nor a dead one lose its words. One older part is kept as postgres.log.1.
 */
export class PostgresLog {
  private readonly file: string
  private readonly watch: NodeJS.Timeout

  constructor(file: string, account: ServerAccount) {
    this.file = file
    if (this.size() > LARGEST / 2) renameSync(file, `${file}.1`)
    closeSync(openSync(file, 'a', 0o600))
    giveTo(account, file, 0o600)
    this.watch = setInterval(() => this.shorten(), CHECK_EVERY_MS)
    this.watch.unref()
  }

  /** For the child's standard error; appending, so that shortening the file leaves no hole. */
  open(): number {
    return openSync(this.file, 'a', 0o600)
  }

  size(): number {
    return statSync(this.file, { throwIfNoEntry: false })?.size ?? 0
  }

  /** What was written since the file had this size, at most the last few thousand characters. */
  since(size: number): string {
    const from = Math.max(size, this.size() - TAIL)
    const room = Buffer.alloc(TAIL)
    const handle = openSync(this.file, 'r')
    try {
      return room.toString('utf8', 0, readSync(handle, room, 0, TAIL, from))
    } finally {
      closeSync(handle)
    }
  }

  close(): void {
    clearInterval(this.watch)
  }

  private shorten(): void {
    if (this.size() <= LARGEST) return
    try {
      rmSync(`${this.file}.1`, { force: true })
      copyFileSync(this.file, `${this.file}.1`)
    } catch {
      // A full disk, most likely: then emptying the file below is all the more welcome.
    }
    truncateSync(this.file, 0)
  }
}
