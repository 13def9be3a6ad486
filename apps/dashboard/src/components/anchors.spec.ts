import { describe, expect, it } from '@jest/globals'
import { scaleOf, textAt, withScale, withText } from './anchors.ts'

const four = [1, 2, 3, 4].map((level) => ({ level, text: `text ${level}` }))

describe('anchors', () => {
  it('stand on four levels until one is on the fifth', () => {
    expect([scaleOf([]), scaleOf(four), scaleOf([{ level: 5, text: '' }])]).toEqual([4, 4, 5])
  })

  it('are written by level, in order, and an emptied one is gone', () => {
    expect(withText([{ level: 3, text: 'c' }], 1, 'a')).toEqual([
      { level: 1, text: 'a' },
      { level: 3, text: 'c' },
    ])
    expect(withText(four, 2, '').map(({ level }) => level)).toEqual([1, 3, 4])
  })

  it('keep the fifth level when its text is emptied: the scale is not changed by deleting words', () => {
    expect(scaleOf(withText(withScale(four, 5), 5, ''))).toBe(5)
  })

  it('keep their names when the scale gets a middle, and when it loses it again', () => {
    const five = withScale(four, 5)
    expect([1, 2, 3, 4, 5].map((level) => textAt(five, level))).toEqual([
      'text 1',
      'text 2',
      '',
      'text 3',
      'text 4',
    ])
    expect(withScale(five, 4)).toEqual(four)
    expect(withScale(withScale([], 5), 4)).toEqual([])
  })
})
