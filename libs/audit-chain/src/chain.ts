import { createHash } from 'node:crypto'

/** The hash before the first entry: 32 zero bytes, in hex. */
export const GENESIS = '00'.repeat(32)

/** One entry as it is stored: what the hash covers, and the hash itself. Hashes are lower-case hex. */
export interface ChainEntry {
  organizationId: string
  sequence: number
  /** UTC with six decimals, as the database writes it: `2026-11-23T06:41:40.123456Z`. */
  at: string
  canonical: string
  previousHash: string
  hash: string
}

/** Where a chain ended at some moment: kept outside the database, it shows a cut tail or a rewritten chain. */
export interface ChainHead {
  organizationId: string
  sequence: number
  hash: string
}

export type TamperingKind =
  'altered' | 'missing' | 'out_of_order' | 'tail_cut' | 'rewritten' | 'bad_signature'

export interface Finding {
  kind: TamperingKind
  /** The entry it was seen at; null when no single entry can be named. */
  sequence: number | null
  because: string
}

/** hash = SHA-256(previous hash ⏎ sequence ⏎ organization ⏎ time ⏎ canonical text), UTF-8. */
export const hashEntry = (entry: Omit<ChainEntry, 'hash'>): string =>
  createHash('sha256')
    .update(
      [entry.previousHash, entry.sequence, entry.organizationId, entry.at, entry.canonical].join('\n'),
      'utf8',
    )
    .digest('hex')

/**
 * JSON with sorted keys and no spaces, so that the same facts always have the same text. Undefined members are left
 * out, as JSON does.
 */
export const canonicalize = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalize(item ?? null)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalize(member)}`)
    return `{${members.join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}
