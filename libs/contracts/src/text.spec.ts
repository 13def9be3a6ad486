import { describe, expect, test } from '@jest/globals'
import { emailAddress, line, prose } from './text.ts'

describe('a line of text', () => {
  test('is trimmed and brought to one Unicode form', () => {
    expect(line(20).parse('  Zoe\u0308 ')).toBe('Zo\u00eb')
  })

  test.each([
    ['a line break', 'a\nb'],
    ['NUL', 'a\u0000b'],
    ['half a surrogate pair', 'a\ud800b'],
    ['a hidden direction change', 'abc\u202egnp.exe'],
    ['nothing but blanks', '   '],
    ['more than its length', 'x'.repeat(21)],
  ])('refuses %s', (_what, value) => {
    expect(line(20).safeParse(value).success).toBe(false)
  })

  test('keeps emoji and scripts of the world', () => {
    expect(line(20).parse('Đặng 👩🏽‍💻 李')).toBe('Đặng 👩🏽‍💻 李')
  })
})

describe('prose', () => {
  test('keeps line breaks and tabs as typed', () => {
    expect(prose(50).parse('one\n\ttwo  ')).toBe('one\n\ttwo  ')
  })

  test('refuses NUL', () => {
    expect(prose(50).safeParse('one\u0000').success).toBe(false)
  })
})

test('e-mail addresses are compared without case', () => {
  expect(emailAddress.parse(' Ada@Example.ORG ')).toBe('ada@example.org')
})
