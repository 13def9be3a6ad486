import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { canonicalize, type ChainHead } from './chain.ts'

/** A head with the moment it was taken and an Ed25519 signature over both (base64url), to be kept elsewhere. */
export interface SignedHead extends ChainHead {
  takenAt: string
  /** Ed25519 public key, raw 32 bytes, base64url. */
  publicKey: string
  signature: string
}

// RFC 8410: an Ed25519 private key in PKCS#8 is this prefix followed by the 32-byte seed.
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

/** @param seed 32 bytes; the same seed gives the same key. */
export const signingKeyFromSeed = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' })

const rawPublicKey = (key: KeyObject): string =>
  createPublicKey(key)
    .export({ format: 'der', type: 'spki' })
    .subarray(SPKI_PREFIX.length)
    .toString('base64url')

const signedText = (head: Omit<SignedHead, 'signature'>): Buffer =>
  Buffer.from(
    canonicalize({
      organizationId: head.organizationId,
      sequence: head.sequence,
      hash: head.hash,
      takenAt: head.takenAt,
      publicKey: head.publicKey,
    }),
  )

export const signHead = (head: ChainHead, takenAt: Date, key: KeyObject): SignedHead => {
  const unsigned = { ...head, takenAt: takenAt.toISOString(), publicKey: rawPublicKey(key) }
  return { ...unsigned, signature: sign(null, signedText(unsigned), key).toString('base64url') }
}

/** @param trustedKey when given, the head must carry this key: a forger could sign with one of their own. */
export const isSignatureValid = (head: SignedHead, trustedKey?: string): boolean => {
  if (trustedKey !== undefined && head.publicKey !== trustedKey) return false
  const raw = Buffer.from(head.publicKey, 'base64url')
  if (raw.length !== 32) return false
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' })
  return verify(null, signedText(head), key, Buffer.from(head.signature, 'base64url'))
}

export const publicKeyOf = rawPublicKey
