import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** One person's key. It never leaves the browser: it can be used, not read. */
export interface KeptKey {
  userId: string
  id: string
  key: CryptoKey
}

/** What one page has written on one draft. Only whose it is, about what, and when can be read without the key. */
export interface KeptCopy {
  userId: string
  /** The draft it is about: a kind and an id. */
  subject: string
  /** The page that wrote it: two tabs on one draft keep a copy each. */
  writer: string
  keyId: string
  nonce: Uint8Array<ArrayBuffer>
  sealed: ArrayBuffer
  /** Milliseconds since 1970. */
  writtenAt: number
  /** When it goes by itself; null while the server does not have all of it. */
  endsAt: number | null
}

interface Schema extends DBSchema {
  keys: { key: string; value: KeptKey }
  copies: { key: [string, string, string]; value: KeptCopy }
}

export type DeviceDatabase = IDBPDatabase<Schema>
export type CopyName = Pick<KeptCopy, 'userId' | 'subject' | 'writer'>

export const keyOfCopy = ({ userId, subject, writer }: CopyName): [string, string, string] => [
  userId,
  subject,
  writer,
]

/** All copies of one person, or those of one draft: an array sorts behind every string. */
export const copiesOf = (userId: string, subject?: string): IDBKeyRange =>
  subject === undefined
    ? IDBKeyRange.bound([userId], [userId, []])
    : IDBKeyRange.bound([userId, subject], [userId, subject, []])

let opening: Promise<DeviceDatabase> | null = null

const forget = (): void => {
  opening = null
}

/** Opened once for the page; a page of a later release that needs another shape gets its way. */
export const deviceDatabase = async (): Promise<DeviceDatabase> => {
  opening ??= openDB<Schema>('assay.drafts', 1, {
    upgrade: (database) => {
      database.createObjectStore('keys', { keyPath: 'userId' })
      database.createObjectStore('copies', { keyPath: ['userId', 'subject', 'writer'] })
    },
    blocking: (_current, _blocked, event) => {
      ;(event.target as IDBDatabase).close()
      forget()
    },
    terminated: forget,
  })
  return await opening.catch((error: unknown) => {
    forget()
    throw error
  })
}
