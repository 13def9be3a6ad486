import { describe, expect, test } from '@jest/globals'
import { type ChainEntry, canonicalize, GENESIS, hashEntry } from './chain.ts'
import { isSignatureValid, signHead } from './signed-head.ts'
import { publicKeyOf, signingKeyFromSeed } from './signed-text.ts'
import { ChainVerifier } from './verify-chain.ts'

const organizationId = '0197a000-0000-7000-8000-000000000001'

const chainOf = (length: number, words = 'entry'): ChainEntry[] => {
  const entries: ChainEntry[] = []
  let previousHash = GENESIS
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const entry = {
      organizationId,
      sequence,
      at: '2026-11-23T06:00:00.000000Z',
      canonical: canonicalize({ words, sequence }),
      previousHash,
    }
    previousHash = hashEntry(entry)
    entries.push({ ...entry, hash: previousHash })
  }
  return entries
}

const headOf = (entries: ChainEntry[]) => {
  const last = entries.at(-1)!
  return { organizationId, sequence: last.sequence, hash: last.hash }
}

const verdictOn = (entries: ChainEntry[], stored = headOf(entries), kept = [stored]) => {
  const verifier = new ChainVerifier(organizationId, kept)
  for (const entry of entries) verifier.next(entry)
  return verifier.finish(stored).findings.map((finding) => [finding.kind, finding.sequence])
}

describe('a chain', () => {
  test('that nobody touched has no findings', () => {
    expect(verdictOn(chainOf(5))).toEqual([])
  })

  test('with one altered text names that entry', () => {
    const entries = chainOf(5)
    entries[2] = { ...entries[2]!, canonical: canonicalize({ words: 'forged', sequence: 3 }) }
    expect(verdictOn(entries)).toEqual([['altered', 3]])
  })

  test('whose altered entry was given a fitting hash breaks at the next link', () => {
    const entries = chainOf(5)
    const forged = { ...entries[2]!, canonical: canonicalize({ words: 'forged', sequence: 3 }) }
    entries[2] = { ...forged, hash: hashEntry(forged) }
    expect(verdictOn(entries)).toEqual([['altered', 4]])
  })

  test('with an entry taken out names the missing number', () => {
    const entries = chainOf(5)
    expect(verdictOn(entries.toSpliced(2, 1))).toEqual([['missing', 3]])
  })

  test('whose tail was cut does not reach the kept head', () => {
    const entries = chainOf(5)
    const cut = entries.slice(0, 3)
    expect(verdictOn(cut, headOf(cut), [headOf(entries)])).toEqual([['tail_cut', 4]])
  })

  test('with two entries swapped is out of order', () => {
    const entries = chainOf(4)
    expect(verdictOn([entries[0]!, entries[2]!, entries[1]!, entries[3]!]).map(([kind]) => kind)).toContain(
      'out_of_order',
    )
  })

  test('rewritten from the first entry on is betrayed by a kept head only', () => {
    const entries = chainOf(5)
    const rewritten = chainOf(5, 'rewritten')
    expect(verdictOn(rewritten, headOf(rewritten), [])).toEqual([])
    expect(verdictOn(rewritten, headOf(rewritten), [headOf(entries)])).toEqual([['rewritten', 5]])
  })
})

test('canonical text does not depend on the order of keys', () => {
  expect(canonicalize({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}')
})

describe('a signed head', () => {
  const key = signingKeyFromSeed(Buffer.alloc(32, 7))
  const head = signHead(headOf(chainOf(3)), new Date('2026-11-23T06:00:00Z'), key)

  test('is accepted as it was signed', () => {
    expect(isSignatureValid(head, publicKeyOf(key))).toBe(true)
  })

  test('is refused when a number was changed', () => {
    expect(isSignatureValid({ ...head, sequence: 2 })).toBe(false)
  })

  test('is refused when another key signed it', () => {
    const other = signHead(head, new Date(), signingKeyFromSeed(Buffer.alloc(32, 8)))
    expect(isSignatureValid(other, publicKeyOf(key))).toBe(false)
  })
})
