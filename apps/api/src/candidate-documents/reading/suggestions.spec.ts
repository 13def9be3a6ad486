import { describe, expect, test } from '@jest/globals'
import fastCheck from 'fast-check'
import { plainResume } from '../../../../../test/support/resume-files.ts'
import { normalText } from './normal-text.ts'
import { suggestionsIn } from './suggestions.ts'

const found = (text: string, field: string): string[] =>
  suggestionsIn(text)
    .filter((suggestion) => suggestion.field === field)
    .map(({ value }) => value)

test('what a résumé says is found, with its place', () => {
  const text = plainResume.join('\n')
  expect(suggestionsIn(text).map(({ field, value }) => [field, value])).toEqual([
    ['name', 'Ada Álvarez-Lovelace'],
    ['email', 'ada.lovelace@example.org'],
    ['phone', '+44 20 7946 0958'],
    ['link', 'https://github.com/ada-lovelace'],
    ['link', 'https://linkedin.com/in/ada-lovelace'],
  ])
  for (const { value, place } of suggestionsIn(text)) {
    if (!('from' in place)) throw new Error('This is a text.')
    expect(value.endsWith(text.slice(place.from, place.to))).toBe(true)
    expect(text.split('\n')[place.line - 1]).toContain(text.slice(place.from, place.to))
  }
})

describe('e-mail addresses', () => {
  test.each<[string, string[]]>([
    ['Mail: <Ada.L+jobs@Example.ORG>, or', ['ada.l+jobs@example.org']],
    ['a@b.co; a@b.co', ['a@b.co']],
    ['two: x@y.org y@z.org.', ['x@y.org', 'y@z.org']],
    ['@handle a@ @b.co a@b a@b..co a@-b.co a@b.c1', []],
    [`${'a'.repeat(65)}@b.co`, []],
    ['first.@b.co', []],
  ])('in %j', (text, emails) => {
    expect(found(text, 'email')).toEqual(emails)
  })
})

describe('telephone numbers', () => {
  test.each<[string, string[]]>([
    ['+49 (151) 234-56789', ['+49 (151) 234-56789']],
    ['Tel.: 030/1234567, Fax', ['030/1234567']],
    ['(415) 555-2671', ['(415) 555-2671']],
    ['2015 - 2019', []],
    ['01.02.2019 - 03.2021', []],
    ['2019 2020 2021', []],
    ['12345', []],
    ['a1234567890', []],
    ['https://example.org/12345678901', []],
    ['+1234567890123456', []],
  ])('in %j', (text, phones) => {
    expect(found(text, 'phone')).toEqual(phones)
  })
})

describe('links', () => {
  test.each<[string, string[]]>([
    ['see (https://a.example/x?y=1), or', ['https://a.example/x?y=1']],
    ['www.example.org.', ['https://www.example.org']],
    ['LinkedIn.com/in/ada', ['https://LinkedIn.com/in/ada']],
    ['github.com/ada|gitlab.com/ada', ['https://github.com/ada', 'https://gitlab.com/ada']],
    ['javascript:alert(1) http:// https://x https://u:p@evil.example/ ftp://x.y', []],
    [`https://a.example/${'x'.repeat(400)}`, []],
  ])('in %j', (text, links) => {
    expect(found(text, 'link')).toEqual(links)
  })
})

describe('names', () => {
  test.each<[string, string[]]>([
    ['Curriculum Vitae\n\nJosé de la Cruz\nEngineer', ['José de la Cruz']],
    ["\nSiobhán O'Connor-Smith\n", ["Siobhán O'Connor-Smith"]],
    ['שרה לוי\nמהנדסת', ['שרה לוי']],
    ['résumé\nada@example.org\n1 Street Road', []],
    ['a\nb\nc\nd\ne\nf\nAda Lovelace', []],
    ['This is a sentence about nobody in particular', []],
  ])('in %j', (text, names) => {
    expect(found(text, 'name')).toEqual(names)
  })
})

describe('S-29 100 KB made to take long take at most 50 ms', () => {
  const pieces = [
    'a',
    '@',
    'a@',
    'a.',
    '.@',
    '0',
    '+',
    '(',
    '0 ',
    '+1 ',
    '- ',
    'www.',
    'http://',
    'https://a.',
    'github.com/',
  ]
  const more = [
    'A ',
    "A'",
    'Aa ',
    '\n',
    ' ',
    '\u00A0',
    '\u0301',
    'é',
    'İ',
    '\r\n',
    ' \n',
    '\u202E',
    '\uD800',
    'a@b.',
    '<',
    '1.',
  ]
  test.each([...pieces, ...more])('%j again and again', (piece) => {
    for (const text of [piece, `x${piece}`, `${piece}!`].map((one) => one.repeat(100_000 / one.length))) {
      // The best of five, in processor time: another process may take its turn in between.
      const times = [1, 2, 3, 4, 5].map(() => {
        const before = process.threadCpuUsage()
        suggestionsIn(normalText(text, 200_000).text)
        return process.threadCpuUsage(before).user / 1_000
      })
      expect(Math.min(...times)).toBeLessThan(50)
    }
  })
})

test('any text: places lie within it, and hold what was found', () => {
  const text = fastCheck.string({ unit: 'binary', maxLength: 300 })
  const mixed = fastCheck.array(
    fastCheck.oneof(text, fastCheck.constantFrom(...plainResume, '@', ' +49 1234567 ', '\n')),
  )
  fastCheck.assert(
    fastCheck.property(mixed, (parts) => {
      const { text: kept } = normalText(parts.join(''), 1_000)
      expect(kept.length).toBeLessThanOrEqual(1_000)
      expect(kept.isWellFormed()).toBe(true)
      expect(kept).not.toContain('\0')
      for (const { place } of suggestionsIn(kept)) {
        if (!('from' in place)) throw new Error('This is a text.')
        expect(place.from).toBeLessThan(place.to)
        expect(place.to).toBeLessThanOrEqual(kept.length)
        expect(kept.slice(0, place.from).split('\n')).toHaveLength(place.line)
      }
    }),
  )
})
