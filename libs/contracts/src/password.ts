import { z } from 'zod'

/** Length over composition rules (NIST SP 800-63B-4, OWASP ASVS 5.0 6.2). No maximum below what hashing can bear. */
export const MIN_PASSWORD = 15
export const MAX_PASSWORD = 256

/** A password being chosen. Whether it is a common one is checked by the server, which carries the lists. */
export const newPassword = z
  .string()
  .min(MIN_PASSWORD, `At least ${MIN_PASSWORD} characters. A short sentence is easy to remember.`)
  .max(MAX_PASSWORD, `At most ${MAX_PASSWORD} characters.`)

/** A password being presented: any length that could be a password. */
export const presentedPassword = z.string().min(1, 'Please fill this in.').max(1_000)

/** A one-time token from a link. */
export const linkToken = z.string().min(20).max(200)
