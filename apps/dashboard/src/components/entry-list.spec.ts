import { describe, expect, it } from '@jest/globals'
import { moved, pastedEntries } from './entry-list.ts'

describe('a list of entries', () => {
  it('moves one up or down, and stays as it is at its ends', () => {
    const list = ['a', 'b', 'c']
    expect(moved(list, 0, 1)).toEqual(['b', 'a', 'c'])
    expect(moved(list, 2, 0)).toEqual(['c', 'a', 'b'])
    expect(moved(list, 0, -1)).toEqual(list)
    expect(moved(list, 2, 3)).toEqual(list)
  })

  it('takes pasted lines as entries, without the signs of a list', () => {
    expect(pastedEntries('- one\r\n\n* two\n 3. three\n4) four\nfive - not a sign')).toEqual([
      'one',
      'two',
      'three',
      'four',
      'five - not a sign',
    ])
  })
})
