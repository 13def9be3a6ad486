import { type ChainEntry, type ChainHead, type Finding, GENESIS, hashEntry } from './chain.ts'

/** Enough to see what was done; a rewritten chain would otherwise list every entry. */
const MAX_FINDINGS = 100

export interface Verdict {
  entries: number
  head: ChainHead | null
  findings: Finding[]
}

/**
 * Walks one organization's chain, entry by entry in order of sequence, in constant memory, and names each break.
 *
 * - altered: an entry's text, time or number does not give its hash, or its link to the entry before was changed.
 * - missing: numbers are left out. out_of_order: numbers repeat or go back.
 * - rewritten: every link fits, but a head that was kept says otherwise.
 * - tail_cut: the chain ends before a kept head.
 *
 * A chain without any kept head cannot show a cut tail or a full rewrite: keep heads outside of the database.
 */
export class ChainVerifier {
  private readonly heads: Map<number, string>
  private readonly findings: Finding[] = []
  private readonly organizationId: string
  private entries = 0
  private last: { sequence: number; hash: string } = { sequence: 0, hash: GENESIS }

  constructor(organizationId: string, keptHeads: readonly ChainHead[] = []) {
    this.organizationId = organizationId
    this.heads = new Map(
      keptHeads
        .filter((head) => head.organizationId === organizationId)
        .map((head) => [head.sequence, head.hash]),
    )
  }

  next(entry: ChainEntry): void {
    this.entries += 1
    const expected = this.last.sequence + 1
    if (entry.sequence > expected) this.report('missing', expected, missingWords(expected, entry.sequence))
    if (entry.sequence < expected) {
      this.report('out_of_order', entry.sequence, `entry ${entry.sequence} comes after ${this.last.sequence}`)
    }
    if (hashEntry(entry) !== entry.hash) {
      this.report('altered', entry.sequence, `the text of entry ${entry.sequence} does not give its hash`)
    } else if (entry.sequence === expected && entry.previousHash !== this.last.hash) {
      this.report(
        'altered',
        entry.sequence,
        `entry ${entry.sequence} is not linked to entry ${this.last.sequence}`,
      )
    }
    const kept = this.heads.get(entry.sequence)
    if (kept !== undefined && kept !== entry.hash) {
      this.report('rewritten', entry.sequence, `a kept head names another hash for entry ${entry.sequence}`)
    }
    this.last = { sequence: entry.sequence, hash: entry.hash }
  }

  /** @param storedHead where the database itself says the chain ends; it must agree with the last entry. */
  finish(storedHead: ChainHead | null): Verdict {
    for (const sequence of this.heads.keys()) {
      if (sequence > this.last.sequence) {
        this.report(
          'tail_cut',
          this.last.sequence + 1,
          `a kept head names entry ${sequence}, the chain ends at ${this.last.sequence}`,
        )
      }
    }
    if (storedHead && storedHead.sequence > this.last.sequence) {
      this.report(
        'tail_cut',
        this.last.sequence + 1,
        `the head row names entry ${storedHead.sequence}, the chain ends at ${this.last.sequence}`,
      )
    } else if (storedHead && storedHead.hash !== this.last.hash) {
      this.report('altered', storedHead.sequence, 'the head row does not agree with the last entry')
    } else if (!storedHead && this.entries > 0) {
      this.report('missing', null, 'the head row is gone')
    }
    return { entries: this.entries, head: this.head(), findings: this.findings }
  }

  private head(): ChainHead | null {
    if (this.entries === 0) return null
    return { organizationId: this.organizationId, ...this.last }
  }

  private report(kind: Finding['kind'], sequence: number | null, because: string): void {
    if (this.findings.length < MAX_FINDINGS) this.findings.push({ kind, sequence, because })
  }
}

const missingWords = (from: number, next: number): string =>
  next - from === 1 ? `entry ${from} is missing` : `entries ${from} to ${next - 1} are missing`
