import type { Json } from '@assay/contracts'
import { keyOf, seal, unseal } from './device-cipher.ts'
import { copiesOf, type CopyName, deviceDatabase, type KeptCopy, keyOfCopy } from './device-database.ts'
import { takeLock, type WriterLock } from './writer-lock.ts'

/** What a copy says. */
export interface KeptText {
  /** What the draft is called, for a list of what is not saved. */
  title: string
  /** Whatever its editor needs to put it together with what the server says then. */
  text: Json
}

/** What was written on this device. */
export interface FoundCopy extends CopyName, KeptText {
  /** Milliseconds since 1970. */
  writtenAt: number
  /** The server has all of it. */
  isAcknowledged: boolean
}

/** A copy whose page is gone. It is ours until it is let go or removed: no other page takes it meanwhile. */
export interface LeftCopy extends FoundCopy {
  lock: WriterLock
}

const strict = { durability: 'strict' } as const

/** Writes the copy; on the disk when this resolves. `endsAt`: when it goes by itself, null while it must not. */
export const keepCopy = async (
  name: CopyName,
  content: KeptText,
  endsAt: number | null = null,
): Promise<void> => {
  const key = await keyOf(name.userId)
  const copy: KeptCopy = {
    ...name,
    ...(await seal(key, name, { ...content })),
    writtenAt: Date.now(),
    endsAt,
  }
  const work = (await deviceDatabase()).transaction(['keys', 'copies'], 'readwrite', strict)
  const stands = (await work.objectStore('keys').get(name.userId))?.id === key.id
  if (stands) await work.objectStore('copies').put(copy)
  await work.done
  // Signing out in another tab has just taken the key away: what is written after that needs a new one.
  if (!stands) await keepCopy(name, content, endsAt)
}

/** It is on the server, moved elsewhere, or not wanted any more. */
export const removeCopy = async (name: CopyName): Promise<void> => {
  const work = (await deviceDatabase()).transaction('copies', 'readwrite', strict)
  await work.store.delete(keyOfCopy(name))
  await work.done
}

/** Copies that have come to their end go; nothing that the server does not have is among them. */
const sweep = async (now: number): Promise<void> => {
  const work = (await deviceDatabase()).transaction('copies', 'readwrite', strict)
  for await (const { value } of work.store) {
    if (value.endsAt !== null && value.endsAt <= now) await work.store.delete(keyOfCopy(value))
  }
  await work.done
}

/** What this person has on this device that can be read, oldest first; of one draft, or of all. */
export const findCopies = async (userId: string, subject?: string): Promise<FoundCopy[]> => {
  await sweep(Date.now())
  const rows = await (await deviceDatabase()).getAll('copies', copiesOf(userId, subject))
  if (rows.length === 0) return []
  const key = await keyOf(userId)
  const found: FoundCopy[] = []
  for (const copy of rows.toSorted((one, other) => one.writtenAt - other.writtenAt)) {
    const content = await unseal(key, copy)
    const { subject: about, writer, writtenAt, endsAt } = copy
    if (content === null) continue
    const kept = content as unknown as KeptText
    found.push({ ...kept, userId, subject: about, writer, writtenAt, isAcknowledged: endsAt !== null })
  }
  return found
}

/** Copies of one draft whose pages are gone. A tab that is still open keeps its own. */
export const takeLeftCopies = async (userId: string, subject: string): Promise<LeftCopy[]> => {
  const left: LeftCopy[] = []
  for (const { writer } of await findCopies(userId, subject)) {
    const lock = await takeLock(writer)
    if (!lock) continue
    // Read again: another page may have put it to use between the look and the lock.
    const copy = (await findCopies(userId, subject)).find((one) => one.writer === writer)
    if (copy) left.push({ ...copy, lock })
    else lock.release()
  }
  return left
}

/** Of one draft, what the server has all of: it is wanted on this device no more. */
export const removeAcknowledged = async (userId: string, subject: string): Promise<void> => {
  const found = await findCopies(userId, subject)
  for (const copy of found) if (copy.isAcknowledged) await removeCopy(copy)
}

/** Everything of one person, with the key: what was sealed with it stays closed wherever it may still lie. */
export const wipeCopies = async (userId: string): Promise<void> => {
  const work = (await deviceDatabase()).transaction(['keys', 'copies'], 'readwrite', strict)
  await work.objectStore('copies').delete(copiesOf(userId))
  await work.objectStore('keys').delete(userId)
  await work.done
}

/** What was left goes on in another draft. The next page that opens that one finds it. */
export const moveLeftCopy = async ({ lock, ...copy }: LeftCopy, subject: string): Promise<void> => {
  const { userId, writer, title, text } = copy
  await keepCopy({ userId, subject, writer }, { title, text })
  await removeCopy(copy)
  lock.release()
}

export const removeLeftCopy = async ({ lock, ...copy }: LeftCopy): Promise<void> => {
  await removeCopy(copy)
  lock.release()
}
