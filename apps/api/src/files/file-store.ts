import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Disk } from 'flydrive'
import { ofStore } from './file-store.errors.ts'

/** Where files are kept; a directory of the host now. */
export const FILES_DIRECTORY = Symbol('files directory')

/** A file that has arrived and was not yet kept. */
export interface ReceivedFile {
  path: string
  bytes: number
  sha256: Buffer
}

const INCOMING = 'incoming'
const KEPT = 'kept'
/** Marks of keys about which the store and the database may not agree. */
const OPEN = 'open'
/** Younger ones may belong to a transaction that is still running. */
const ABANDONED_AFTER_MS = 3_600_000

/**
 * Keeps files under keys of ours. A file is written under a temporary name, synced, and only then moved to its key: at
 * every moment there is a whole file at a key, or none. From before a file appears or goes until the database agrees, a
 * mark tells its key: whoever sweeps looks at the few marks that were left behind, never at all files.
 */
export class FileStore {
  private opened: Promise<Disk> | undefined
  private readonly directory: string

  constructor(directory: string) {
    this.directory = directory
  }

  /** Writes a stream to a temporary name; nothing is left of a stream that fails. */
  async receive(content: Readable): Promise<ReceivedFile> {
    const path = join(this.directory, INCOMING, randomUUID())
    const hash = createHash('sha256')
    let bytes = 0
    return this.orStoreError('written', async () => {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const file = await open(path, 'wx', 0o600)
      try {
        for await (const piece of content as AsyncIterable<Buffer>) {
          hash.update(piece)
          bytes += piece.length
          await writeAll(file, piece)
        }
        await file.sync()
        return { path, bytes, sha256: hash.digest() }
      } catch (error) {
        await rm(path, { force: true })
        throw error
      } finally {
        await file.close()
      }
    })
  }

  /** Moves a received file to its key; from then on it survives a failure of power. To be settled after the commit. */
  async keep({ path }: ReceivedFile, key: string): Promise<void> {
    await this.open(key)
    await this.orStoreError('written', async () => {
      const target = join(this.directory, KEPT, key)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await rename(path, target)
      await syncDirectory(dirname(target))
    })
  }

  /** Marks a key whose file is about to go; to be settled when it has. */
  open(key: string): Promise<void> {
    return this.orStoreError('written', async () => {
      const mark = this.markOf(key)
      await mkdir(dirname(mark), { recursive: true, mode: 0o700 })
      await writeFile(mark, '')
    })
  }

  /** The database and the store agree about this key. A mark that stays is settled by a sweep. */
  async settle(key: string): Promise<void> {
    await rm(this.markOf(key), { force: true }).catch(() => undefined)
  }

  /** Keys below a folder that nobody settled for an hour: their process died in between. */
  async unsettled(folder: string): Promise<string[]> {
    const marks = await readdir(join(this.directory, OPEN)).catch(() => [])
    const keys: string[] = []
    for (const mark of marks) {
      const key = mark.replaceAll('.', '/')
      const isOurs = key.startsWith(`${checked(folder)}/`)
      if (isOurs && !(await this.isYoung(join(this.directory, OPEN, mark)))) keys.push(key)
    }
    return keys
  }

  private markOf(key: string): string {
    return join(this.directory, OPEN, checked(key).replaceAll('/', '.'))
  }

  /** Lets a received file go that is not kept after all. */
  async drop({ path }: ReceivedFile): Promise<void> {
    await rm(path, { force: true }).catch(() => undefined)
  }

  /** @throws FilesUnavailable also for a key that is not there: who asks knows that it was kept */
  stream(key: string): Promise<Readable> {
    return this.orStoreError('read', async () => {
      // Opened here, so that a file which is gone is an error before the answer has begun.
      await stat(join(this.directory, KEPT, checked(key)))
      return (await this.disk()).getStream(key)
    })
  }

  read(key: string): Promise<Buffer> {
    return this.orStoreError('read', async () => buffer(await (await this.disk()).getStream(checked(key))))
  }

  remove(key: string): Promise<void> {
    return this.orStoreError('written', async () => (await this.disk()).delete(checked(key)))
  }

  /** Takes out what was received and never kept: its process died, or was told to stop. */
  async sweepIncoming(): Promise<number> {
    const folder = join(this.directory, INCOMING)
    const names = await readdir(folder).catch(() => [])
    let swept = 0
    for (const name of names) {
      if (await this.isYoung(join(folder, name))) continue
      await rm(join(folder, name), { force: true }).catch(() => undefined)
      swept += 1
    }
    return swept
  }

  private async isYoung(path: string): Promise<boolean> {
    const facts = await stat(path).catch(() => null)
    return facts === null || Date.now() - facts.mtimeMs < ABANDONED_AFTER_MS
  }

  /** Loaded when the first file is asked for: most starts never need it. */
  private disk(): Promise<Disk> {
    this.opened ??= (async () => {
      const [{ Disk: OpenDisk }, { FSDriver }] = await Promise.all([
        import('flydrive'),
        import('flydrive/drivers/fs'),
      ])
      return new OpenDisk(new FSDriver({ location: join(this.directory, KEPT), visibility: 'private' }))
    })()
    return this.opened
  }

  private async orStoreError<T>(verb: 'read' | 'written', work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw ofStore(verb, error)
    }
  }
}

/** Keys are made of ids and plain words only: nothing that anybody typed is ever part of one. */
const checked = (key: string): string => {
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(key)) throw new Error('A key of a file is made of ids.')
  return key
}

const writeAll = async (file: Awaited<ReturnType<typeof open>>, piece: Buffer): Promise<void> => {
  for (let from = 0; from < piece.length;) from += (await file.write(piece, from)).bytesWritten
}

const syncDirectory = async (path: string): Promise<void> => {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
