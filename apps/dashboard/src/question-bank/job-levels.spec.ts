import { describe, expect, it } from '@jest/globals'
import type { Text } from '../i18n/text.ts'
import { firstSentence } from './first-sentence.ts'
import { levelSpan } from './job-levels.ts'

/** Keys and values as they are asked for, so that the test needs no words. */
const text: Text = (key, values) =>
  [key.split('.').pop(), ...Object.values(values ?? {}).map(String)].join(' ')

describe('levels', () => {
  it('are said as a span when they are one, else one by one', () => {
    expect(levelSpan(['mid', 'senior', 'staff'], text)).toBe('levelSpan mid staff')
    expect(levelSpan(['staff', 'senior'], text)).toBe('senior and staff')
    expect(levelSpan(['junior', 'senior', 'staff'], text)).toBe('junior, senior, and staff')
  })

  it('have words for all of them and for none', () => {
    expect(levelSpan(['principal', 'junior', 'mid', 'senior', 'staff'], text)).toBe('allLevels')
    expect(levelSpan([], text)).toBe('anyLevel')
  })
})

describe('a first sentence', () => {
  it('ends at its own full stop, not inside a name, and shows no signs of code', () => {
    expect(firstSentence('Knows `with` and Python 3.14 well. More.')).toBe('Knows with and Python 3.14 well.')
    expect(firstSentence('No stop')).toBe('No stop')
    expect(firstSentence('')).toBe('')
  })
})
