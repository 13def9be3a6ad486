import { type ChainHead, type Finding } from './chain.ts'
import { isSignatureValid, type SignedHead } from './signed-head.ts'
import { ChainVerifier, type Verdict } from './verify-chain.ts'

/** Anything that answers SQL: a pg client of the owner, or the application's own transaction. */
export type Ask = <Row>(text: string, values: unknown[]) => Promise<Row[]>

interface StoredEntry {
  sequence: string
  at: string
  canonical: string
  previous_hash: string
  hash: string
}

const BATCH = 5_000

// The column, not the text of the same name: as text 10 would come before 2.
const ENTRIES = `
  SELECT sequence::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, canonical,
         encode(previous_hash, 'hex') AS previous_hash, encode(hash, 'hex') AS hash
    FROM audit_events
   WHERE organization_id = $1 AND sequence > $2
   ORDER BY audit_events.sequence
   LIMIT ${BATCH}`

const HEAD = `SELECT sequence::text, encode(hash, 'hex') AS hash FROM audit_heads WHERE organization_id = $1`

export const readHead = async (ask: Ask, organizationId: string): Promise<ChainHead | null> => {
  const [row] = await ask<{ sequence: string; hash: string }>(HEAD, [organizationId])
  return row ? { organizationId, sequence: Number(row.sequence), hash: row.hash } : null
}

/** Verifies one organization's stored chain against itself and against heads that were kept elsewhere. */
export const verifyStoredChain = async (
  ask: Ask,
  organizationId: string,
  kept: { heads?: readonly SignedHead[]; trustedKey?: string | undefined } = {},
): Promise<Verdict> => {
  const heads = kept.heads ?? []
  const unsound = heads.filter((head) => !isSignatureValid(head, kept.trustedKey))
  const verifier = new ChainVerifier(
    organizationId,
    heads.filter((head) => !unsound.includes(head)),
  )
  let after = '0'
  for (;;) {
    const rows = await ask<StoredEntry>(ENTRIES, [organizationId, after])
    for (const row of rows) {
      verifier.next({
        organizationId,
        sequence: Number(row.sequence),
        at: row.at,
        canonical: row.canonical,
        previousHash: row.previous_hash,
        hash: row.hash,
      })
    }
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) break
    after = last.sequence
  }
  const verdict = verifier.finish(await readHead(ask, organizationId))
  return { ...verdict, findings: [...unsound.map(unsoundHead), ...verdict.findings] }
}

const unsoundHead = (head: SignedHead): Finding => ({
  kind: 'bad_signature',
  sequence: head.sequence,
  because: `the kept head of ${head.takenAt} is not signed by the expected key`,
})
