import type { KeyObject } from 'node:crypto'
import { canonicalize, type ChainHead } from './chain.ts'
import { isTextSigned, publicKeyOf, signText } from './signed-text.ts'

/** A head with the moment it was taken and an Ed25519 signature over both (base64url), to be kept elsewhere. */
export interface SignedHead extends ChainHead {
  takenAt: string
  /** Ed25519 public key, raw 32 bytes, base64url. */
  publicKey: string
  signature: string
}

const signedText = (head: Omit<SignedHead, 'signature'>): string =>
  canonicalize({
    organizationId: head.organizationId,
    sequence: head.sequence,
    hash: head.hash,
    takenAt: head.takenAt,
    publicKey: head.publicKey,
  })

export const signHead = (head: ChainHead, takenAt: Date, key: KeyObject): SignedHead => {
  const unsigned = { ...head, takenAt: takenAt.toISOString(), publicKey: publicKeyOf(key) }
  return { ...unsigned, signature: signText(signedText(unsigned), key) }
}

/** @param trustedKey when given, the head must carry this key: a forger could sign with one of their own. */
export const isSignatureValid = (head: SignedHead, trustedKey?: string): boolean => {
  if (trustedKey !== undefined && head.publicKey !== trustedKey) return false
  return isTextSigned(signedText(head), head.signature, head.publicKey)
}
