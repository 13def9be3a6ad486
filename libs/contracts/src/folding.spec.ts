import { describe, expect, test } from '@jest/globals'
import { containing, fold } from './folding.ts'

describe('folding', () => {
  test('forgets case, accents and how wide a gap is', () => {
    expect(fold('  DÉJÀ\n vu ')).toBe('deja vu')
    expect(fold('e\u0301')).toBe(fold('É'))
  })

  test('keeps the vowel signs of other scripts, which make other words', () => {
    expect(fold('कि')).not.toBe(fold('का'))
  })

  test('searches for the signs of LIKE as letters', () => {
    expect(containing('100%_\\')).toBe('%100\\%\\_\\\\%')
  })
})
