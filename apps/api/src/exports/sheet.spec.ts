import { describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { headerOf, lastLine, linesOf, type Sheet } from './sheet.ts'

const SHEET: Sheet<{ id: string; words: string[] | null }> = {
  name: 'words',
  row: z.object({ id: z.string(), words: z.array(z.string()).nullable() }),
  columns: { id: (row) => row.id, words: (row) => row.words },
}

const readBack = (text: string): string[][] => parse(text, { bom: true })

describe('a sheet', () => {
  test.each(['=cmd|/C calc', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x'])(
    'S-33 computes nothing: %j',
    (typed) => {
      const text = linesOf(SHEET, [
        { id: typed, words: [typed, 'b'] },
        { id: '1', words: null },
      ])
      expect(readBack(text)).toEqual([
        [`'${typed}`, `'${typed}; b`],
        ['1', ''],
      ])
    },
  )

  test.each(['a "quoted" word', 'two\r\nlines', 'a, b; c', "'", 'محمد بن عبد الله', '👩‍🚀', ' = 1'])(
    'gives back what was typed: %j',
    (typed) => expect(readBack(linesOf(SHEET, [{ id: typed, words: [] }]))).toEqual([[typed, '']]),
  )

  test('has every cell in quotes, and its encoding said', () => {
    expect(
      headerOf(SHEET) + linesOf(SHEET, [{ id: '1', words: null }]) + lastLine(SHEET, 'That is all.'),
    ).toBe('\uFEFF"id","words"\r\n"1",""\r\n"That is all.",""\r\n')
  })

  test('lets nothing out that the list does not promise', () => {
    expect(() => linesOf(SHEET, [{ id: 1, words: null }])).toThrow(z.ZodError)
  })
})
