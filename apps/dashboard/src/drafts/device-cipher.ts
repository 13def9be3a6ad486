import type { Json } from '@assay/contracts'
import { type CopyName, deviceDatabase, type KeptCopy, type KeptKey, keyOfCopy } from './device-database.ts'

/** As NIST SP 800-38D recommends for AES-GCM: 96 bits, never used twice with one key. */
const NONCE_BYTES = 12

/** A copy can only be opened as what it was written as: another name does not fit. */
const boundTo = (name: CopyName): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(keyOfCopy(name)))

/** The person's key in this browser, made when there is none. Tabs that begin at once agree on one. */
export const keyOf = async (userId: string): Promise<KeptKey> => {
  const database = await deviceDatabase()
  const known = await database.get('keys', userId)
  if (known) return known
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const fresh: KeptKey = { userId, id: crypto.randomUUID(), key }
  const work = database.transaction('keys', 'readwrite', { durability: 'strict' })
  const first = await work.store.get(userId)
  if (!first) await work.store.put(fresh)
  await work.done
  return first ?? fresh
}

export const seal = async (
  { id, key }: KeptKey,
  name: CopyName,
  content: Json,
): Promise<Pick<KeptCopy, 'keyId' | 'nonce' | 'sealed'>> => {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: boundTo(name) },
    key,
    new TextEncoder().encode(JSON.stringify(content)),
  )
  return { keyId: id, nonce, sealed }
}

/** What it says; null when this key cannot open it. */
export const unseal = async ({ id, key }: KeptKey, copy: KeptCopy): Promise<Json | null> => {
  if (copy.keyId !== id) return null
  try {
    const open = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: copy.nonce, additionalData: boundTo(copy) },
      key,
      copy.sealed,
    )
    return JSON.parse(new TextDecoder().decode(open)) as Json
  } catch {
    return null
  }
}
