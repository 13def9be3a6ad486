import { expect, test } from '@jest/globals'
import { type Losses, setRuns } from './legible.ts'

const losses = (): Losses => ({ missing: new Set(), rightToLeft: false })
const fontsOf = (text: string): string[] => setRuns(text, 'text', losses()).map(({ font }) => font)
const shown = (text: string, lost = losses()): string =>
  setRuns(text, 'text', lost)
    .map((run) => run.text)
    .join('')

test('every letter gets the first typeface that has it', () => {
  expect(setRuns('Plain words, “quoted” – é', 'text', losses())).toEqual([
    { text: 'Plain words, “quoted” – é', font: 'Hanken' },
  ])
  expect(fontsOf('Łódź')).toEqual(['HankenExtended', 'Hanken', 'HankenExtended'])
  expect(fontsOf('Привет мир')).toEqual(['Roboto'])
  expect(fontsOf('Γειά')).toEqual(['Roboto'])
  expect(fontsOf('→ ☐ ✓')).toEqual(['DejaVu'])
  expect(setRuns('Ł = é', 'code', losses())).toEqual([{ text: 'Ł = é', font: 'Mono' }])
  expect(setRuns('Title', 'title', losses())).toEqual([{ text: 'Title', font: 'Besley' }])
})

test('Latin, Greek and Cyrillic are complete', () => {
  const lost = losses()
  for (const [first, last] of [
    [0x20, 0x7e],
    [0xa1, 0x17f],
    [0x391, 0x3a1],
    [0x3a3, 0x3c9],
    [0x400, 0x45f],
  ] as const) {
    for (let code = first; code <= last; code += 1) shown(String.fromCodePoint(code), lost)
  }
  expect([...lost.missing]).toEqual([])
})

test('what no typeface has is shown by a sign and noted', () => {
  const lost = losses()
  expect(shown('a你b👩c', lost)).toBe('a▯b▯c')
  expect([...lost.missing]).toEqual(['你', '👩'])
})

test('broken and control characters are seen, invisible ones go', () => {
  expect(shown('a\u0000b\uD800c\u001Bd')).toBe('a�b�c�d')
  expect(shown('in\u202Evo\u2066ice\uFEFF\u00AD\uFE0F')).toBe('invoice')
  expect(shown('a\r\nb\tc')).toBe('a\nb    c')
})

test('a few words from right to left stand in their order, and the reader is told', () => {
  const lost = losses()
  expect(shown('Ms כהן לוי says', lost)).toBe('Ms לוי כהן says')
  expect(lost.rightToLeft).toBe(true)
  const long = 'שלום '.repeat(30).trim()
  expect(shown(long)).toBe(long)
})

test('a very long word has places to break it, never within a character', () => {
  const shownWord = shown('e\u0301'.normalize('NFD').repeat(30) + 'x\u0351'.repeat(60))
  expect(shownWord.split('\u200B').length).toBeGreaterThan(4)
  expect(shownWord).not.toMatch(/\u200B\p{M}/u)
  expect(shown('x'.repeat(59))).toBe('x'.repeat(59))
})
