import { describe, expect, test } from '@jest/globals'
import type { VersionDifference } from '@assay/contracts'
import { groupDifferences, linesOf } from './differences.ts'

const difference = (
  what: VersionDifference['of']['what'],
  id: string | null,
  field: string,
): VersionDifference => {
  return { kind: 'changed', of: { what, id, name: '' }, field, before: null, after: null }
}

describe('differences', () => {
  test('of one thing stand together, in the order in which they came', () => {
    const groups = groupDifferences([
      difference('question', 'a', 'title'),
      difference('version', null, 'scale'),
      difference('question', 'a', 'minutes'),
      difference('section', 'a', 'title'),
    ])
    expect(groups.map(({ of, differences }) => [of.what, differences.map(({ field }) => field)])).toEqual([
      ['question', ['title', 'minutes']],
      ['version', ['scale']],
      ['section', ['title']],
    ])
  })
})

describe('a value as lines', () => {
  test.each([
    ['nothing', null, []],
    ['an empty text', '', []],
    ['a number', 45, ['45']],
    ['a text of two lines', 'a\nb', ['a', 'b']],
    ['a list', ['one', 'two'], ['one', 'two']],
    ['anchors', [{ level: 1, text: 'Low.' }], ['1: Low.']],
    ['steps', [{ key: 'a', text: 'First' }], ['First']],
    ['links', [{ competencyId: 'x', informs: 'primary' }], ['name of x (primary)']],
    ['ids', ['x'], ['name of x']],
  ])('%s', (what, value, lines) => {
    const named = (id: string) => (what === 'links' || what === 'ids' ? `name of ${id}` : id)
    expect(linesOf(value, named)).toEqual(lines)
  })
})
