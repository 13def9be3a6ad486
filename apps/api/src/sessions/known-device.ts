import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Keys } from '@assay/access'

/** Kept by the browser of somebody who signed in: proves later that this device was theirs, and nothing else. */
export const deviceTokenFor = (keys: Keys, email: string): string =>
  createHmac('sha256', keys.knownDevice).update(email).digest('base64url')

export const isKnownDevice = (
  keys: Keys,
  claim: { email: string; deviceToken: string | undefined },
): boolean => {
  const expected = Buffer.from(deviceTokenFor(keys, claim.email))
  const given = Buffer.from(claim.deviceToken ?? '')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
