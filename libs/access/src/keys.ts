import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** All keys come from one secret, each for one purpose, so that none can stand in for another (RFC 5869). */
export interface Keys {
  accessToken: Buffer
  /** Names the signing key in a token's header. */
  accessTokenId: string
  refreshChain: Buffer
  knownDevice: Buffer
  auditSeed: Buffer
  /** Wraps the data key of each candidate. */
  candidateKeys: Buffer
}

export const deriveKeys = (secret: string): Keys => {
  const key = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, 'assay', `assay/${purpose}/1`, 32))
  const accessToken = key('access-token')
  return {
    accessToken,
    accessTokenId: createHash('sha256').update(accessToken).digest('base64url').slice(0, 8),
    refreshChain: key('refresh-chain'),
    knownDevice: key('known-device'),
    auditSeed: key('audit-head'),
    candidateKeys: key('candidate-keys'),
  }
}

/** 256 bit, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Only this is stored of a token. Plain SHA-256 is enough: the token itself has 256 bits of randomness. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/**
 * The refresh token that follows `token`. It is derived, not random, so that two tabs that present the same token
 * within the leeway get the same successor without its text being stored anywhere.
 */
export const successorOf = (keys: Keys, token: string): string =>
  createHmac('sha256', keys.refreshChain).update(token).digest('base64url')
