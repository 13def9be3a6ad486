import { describe, expect, test } from '@jest/globals'
import { type Json, sameJson } from '@assay/contracts'
import fc from 'fast-check'
import { mergeDrafts } from './merge-drafts.ts'

const question = (
  questionId: string,
  prompt = `ask ${questionId}`,
): { questionId: string; prompt: string } => ({
  questionId,
  prompt,
})
const ids = (list: { questionId: string }[]): string => list.map((one) => one.questionId).join('')

describe('two drafts of one', () => {
  test('changes of different fields are put together without asking', () => {
    const base = { minutes: 60, notes: 'a', title: 't' }
    expect(mergeDrafts(base, { ...base, notes: 'mine' }, { ...base, minutes: 45 })).toEqual({
      merged: { minutes: 45, notes: 'mine', title: 't' },
      conflicts: [],
    })
  })

  test('the same change on both sides is no conflict', () => {
    expect(mergeDrafts({ a: 1 }, { a: 2 }, { a: 2 }).conflicts).toEqual([])
  })

  test('the same field changed differently asks, keeps the own text, and has both', () => {
    expect(mergeDrafts({ notes: 'a' }, { notes: 'b' }, { notes: 'c' })).toEqual({
      merged: { notes: 'b' },
      conflicts: [{ path: ['notes'], base: 'a', mine: 'b', theirs: 'c' }],
    })
  })

  test('entries of a list meet by their ids, wherever they stand', () => {
    const base = [question('a'), question('b')]
    const mine = [question('b'), question('a', 'mine')]
    const theirs = [question('a'), question('b', 'theirs')]
    expect(mergeDrafts(base, mine, theirs)).toEqual({
      merged: [question('b', 'theirs'), question('a', 'mine')],
      conflicts: [],
    })
  })

  test('what either side added stays, behind what it was put behind', () => {
    const base = ['a', 'b'].map((id) => question(id))
    const { merged, conflicts } = mergeDrafts(
      base,
      ['a', 'x', 'b'].map((id) => question(id)),
      ['y', 'a', 'b', 'z'].map((id) => question(id)),
    )
    expect(conflicts).toEqual([])
    expect(ids(merged)).toBe('yaxbz')
  })

  test('taken out by one and untouched by the other: gone; written on by the other: kept, and asked about', () => {
    const base = [question('a'), question('b')]
    expect(mergeDrafts(base, [question('a')], base)).toEqual({ merged: [question('a')], conflicts: [] })
    const asked = mergeDrafts(base, [question('a')], [question('a'), question('b', 'theirs')])
    expect(asked.merged).toEqual([question('a'), question('b', 'theirs')])
    expect(asked.conflicts).toMatchObject([{ path: ['b'], mine: undefined }])
  })

  test('an order changed by one side is kept; changed by both, the own one', () => {
    const [base, mine, theirs] = ['abc', 'cab', 'acb'].map((names) => [...names].map((id) => question(id)))
    expect(ids(mergeDrafts(base!, base!, theirs!).merged)).toBe('acb')
    expect(ids(mergeDrafts(base!, mine!, base!).merged)).toBe('cab')
    expect(ids(mergeDrafts(base!, mine!, theirs!).merged)).toBe('cab')
  })

  test('anchors meet by their level: two people may write different ones at once', () => {
    const [base, mine, theirs] = [
      [1, 2],
      [1, 9],
      [8, 2],
    ].map((texts) => texts.map((text, place) => ({ level: place + 1, text: `text ${text}` })))
    expect(mergeDrafts(base!, mine!, theirs!)).toEqual({
      merged: [
        { level: 1, text: 'text 8' },
        { level: 2, text: 'text 9' },
      ],
      conflicts: [],
    })
  })

  test('a list of plain texts is one value', () => {
    expect(mergeDrafts({ points: ['a'] }, { points: ['a', 'b'] }, { points: [] }).conflicts).toHaveLength(1)
  })
})

describe('whatever both wrote', () => {
  const text = fc.string({ maxLength: 5 })
  const list = fc.uniqueArray(
    fc.record({ questionId: fc.constantFrom('a', 'b', 'c', 'd', 'e'), prompt: text, notes: text }),
    { selector: (entry) => entry.questionId, maxLength: 5 },
  )
  const draft = fc.record({ title: text, minutes: fc.nat(9), questions: list, points: fc.array(text) })
  const leaves = (value: Json, path = ''): [string, Json][] => {
    if (Array.isArray(value) && value.every((entry) => typeof entry === 'object')) {
      return value.flatMap((entry) =>
        leaves(entry, `${path}/${(entry as { questionId: string }).questionId}`),
      )
    }
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return Object.entries(value).flatMap(([field, inner]) => leaves(inner, `${path}/${field}`))
    }
    return [[path, value]]
  }

  test('every text of either side is in the merged draft, in a conflict, or was taken out by somebody', () => {
    fc.assert(
      fc.property(draft, draft, draft, (base, mine, theirs) => {
        const { merged, conflicts } = mergeDrafts<Json>(base, mine, theirs)
        const found = new Map(leaves(merged))
        const before = new Map(leaves(base))
        const disputed = conflicts.map(({ path }) => `/${path.join('/')}`)
        for (const side of [mine, theirs]) {
          for (const [path, value] of leaves(side)) {
            const unchanged = sameJson(before.get(path), value)
            const isKept = sameJson(found.get(path), value)
            const isDisputed = disputed.some((one) => path === one || path.startsWith(`${one}/`))
            expect(isKept || isDisputed || unchanged).toBe(true)
          }
        }
      }),
      { numRuns: 2_000 },
    )
  })

  test('with one side as it was, the other side wins whole; with itself, nothing changes', () => {
    fc.assert(
      fc.property(draft, draft, (base, mine) => {
        expect(mergeDrafts<Json>(base, mine, base)).toEqual({ merged: mine, conflicts: [] })
        expect(mergeDrafts<Json>(base, base, mine)).toEqual({ merged: mine, conflicts: [] })
        expect(mergeDrafts<Json>(base, mine, mine)).toEqual({ merged: mine, conflicts: [] })
      }),
    )
  })

  test('both sides come to the same text where nothing is disputed', () => {
    fc.assert(
      fc.property(draft, draft, draft, (base, mine, theirs) => {
        const here = mergeDrafts<Json>(base, mine, theirs)
        const there = mergeDrafts<Json>(base, theirs, mine)
        expect(here.conflicts.length).toBe(there.conflicts.length)
        if (here.conflicts.length > 0) return
        const sorted = (value: Json): string =>
          JSON.stringify(leaves(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        expect(sorted(here.merged)).toBe(sorted(there.merged))
      }),
    )
  })
})
