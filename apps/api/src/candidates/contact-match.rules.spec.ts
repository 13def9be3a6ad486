import { describe, expect, test } from '@jest/globals'
import { type Medium, matchedOf } from './contact-match.rules.ts'

describe('two spellings of one address', () => {
  test.each<[Medium, string, string]>([
    ['email', 'ada@north.example', 'ADA+jobs@north.example'],
    ['phone', '+46 (0)70-123 45 67', '070 1234567'],
    ['phone', '0046701234567 ext. 12', '+46701234567'],
    ['link', 'https://www.linkedin.com/in/Ada/', 'http://se.linkedin.com/in/ada'],
    ['link', 'https://ada.example/?utm_source=x', 'ada.example'],
  ])('%s: %s and %s', (medium, one, other) => {
    expect(matchedOf(medium, one)).toBe(matchedOf(medium, other))
    expect(matchedOf(medium, one)).not.toBe('')
  })

  test.each<[Medium, string, string]>([
    ['email', 'ada@north.example', 'ada@south.example'],
    ['phone', '070 123 45 67', '070 123 45 68'],
    ['link', 'https://jobs.example/p?id=1', 'https://jobs.example/p?id=2'],
  ])('but not %s: %s and %s', (medium, one, other) => {
    expect(matchedOf(medium, one)).not.toBe(matchedOf(medium, other))
  })
})
