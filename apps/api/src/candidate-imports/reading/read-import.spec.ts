import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readImport } from './read-import.ts'
import type { ReadFile, UnreadFile } from './read-rows.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-import-'))
})
afterAll(() => rm(folder, { recursive: true }))

const answer = async (content: string | Buffer, rows = 100) => {
  const path = join(folder, randomUUID())
  await writeFile(path, content)
  return readImport({ path, name: 'people', limits: { rows, columns: 20 } })
}
interface Row {
  position: number
  line: number
  content: string
  key: string
}
const read = async (content: string | Buffer) => {
  const file = (await answer(content)) as ReadFile
  const all = file.chunks.flatMap((chunk) => JSON.parse(chunk) as Row[])
  return { ...file, all, cells: all.map((row) => JSON.parse(row.content) as string[]) }
}
const refused = async (content: string | Buffer, rows?: number): Promise<string> =>
  ((await answer(content, rows)) as UnreadFile).because

describe('a table', () => {
  test.each([
    [',', 'Name,E-mail\nAda,ada@x.example\n'],
    [';', 'Name;E-mail\r\nAda;ada@x.example\r\n'],
    ['\t', 'Name\tE-mail\nAda\tada@x.example'],
    ['|', 'Name|E-mail\nAda|ada@x.example'],
    [';', 'sep=;\nName;E-mail\nAda;ada@x.example'],
    [';', 'Name;E-mail;Notes\n"Ada, countess";ada@x.example;"a, b, c"\n'],
  ])('is cut at %j', async (delimiter, text) => {
    const file = await read(text)
    expect(file.delimiter).toBe(delimiter)
    expect(file.columns.slice(0, 2)).toEqual(['Name', 'E-mail'])
    expect(file.cells[0]![1]).toBe('ada@x.example')
  })

  test.each([
    ['utf-8', Buffer.from('\uFEFFName,City\nZoë,Malmö')],
    ['utf-8', Buffer.from('Name,City\nZoë,Malmö')],
    ['windows-1252', Buffer.from('Name,City\nZoë,Malmö', 'latin1')],
    ['utf-16le', Buffer.from('\uFEFFName,City\nZoë,Malmö', 'utf16le')],
  ])('says in which encoding it was read: %s', async (encoding, bytes) => {
    const file = await read(bytes)
    expect(file.encoding).toBe(encoding)
    expect([file.columns, file.cells]).toEqual([['Name', 'City'], [['Zoë', 'Malmö']]])
  })

  test('lines are counted as an editor counts them: cells of several lines, and lines that are left out', async () => {
    const { all, cells } = await read('Name,Notes\nAda,"one\ntwo"\n\nBen,x\n,\nCy,y\n')
    expect(cells).toEqual([
      ['Ada', 'one\ntwo'],
      ['Ben', 'x'],
      ['Cy', 'y'],
    ])
    expect(all.map(({ position }) => position)).toEqual([1, 2, 3])
    expect(all[0]!.line).toBe(2)
    expect(all.at(-1)!.line).toBeGreaterThan(5)
  })

  test('rows may be shorter than the header, and longer by nothing; names of columns are told apart', async () => {
    const { columns, cells } = await read('Name,E-mail,E-mail,\nAda\nBen,b@x.example,,,,\nCy,,,,extra\n')
    expect(columns).toEqual(['Name', 'E-mail', 'E-mail (2)', 'Column 4'])
    expect(cells).toEqual([['Ada'], ['Ben', 'b@x.example', '', ''], ['Cy', '', '', '', 'extra']])
  })

  test('what looks like a formula is text; the apostrophe of an export is taken off again', async () => {
    const { cells } = await read(`Name,Phone\n=cmd|'/C calc'!A0,'+46 70 123 45 67\n'tHooft,@x\n`)
    expect(cells).toEqual([
      [`=cmd|'/C calc'!A0`, '+46 70 123 45 67'],
      [`'tHooft`, '@x'],
    ])
  })

  test('the same facts have the same key, in whichever order and file they stand', async () => {
    const [one, other, another] = await Promise.all([
      read('Name,E-mail\nAda,ada@x.example'),
      read('E-mail;Name;What is wrong;Empty\n ada@x.example ;Ada;Please fill this in.;'),
      read('Name,E-mail\nAda,ada@y.example'),
    ])
    expect(other.all[0]!.key).toBe(one.all[0]!.key)
    expect(another.all[0]!.key).not.toBe(one.all[0]!.key)
  })

  test.each([
    ['', 'This file is empty.'],
    ['\n \n', 'This file is empty.'],
    ['Name,E-mail\n', 'a header and no rows'],
    ['Name\n"Ada', 'never closed'],
    [Buffer.from('PK\u0003\u0004xxxx'), 'Excel workbook'],
    [Buffer.from([0x41, 0, 0x42, 0, 0x43, 0]), 'not text'],
    [`${'x,'.repeat(20)}x\n1`, 'more than 20 columns'],
    ['<html>', 'web page'],
  ])('that cannot be imported says why: %j', async (content, because) => {
    expect(await refused(content)).toContain(because)
  })

  test('has at most so many rows', async () => {
    const text = `Name\n${'Ada\n'.repeat(11)}`
    expect(await refused(text, 10)).toContain('more than 10 rows')
    expect(((await answer(text, 11)) as ReadFile).rows).toBe(11)
  })
})

describe('JSON', () => {
  test('a list of résumés is a row for each, with the line it begins on and all that it holds', async () => {
    const { all, format } = await read(
      '[\n {"basics":{"name":"Ada, x"},"own":[1,2]},\n\n {"basics":{"name":"B"}}]',
    )
    expect(format).toBe('json_resume')
    expect(all.map(({ line }) => line)).toEqual([2, 4])
    expect(JSON.parse(all[0]!.content)).toEqual({ basics: { name: 'Ada, x' }, own: [1, 2] })
  })

  test('one résumé is kept as it was written', async () => {
    const text = '{ "basics" : {"name":"Ada"},\n"x-own": 1.0 }'
    expect((await read(text)).all).toMatchObject([{ line: 1, content: text }])
  })

  test.each([
    ['{"basics":', 'broken further down'],
    ['[]', 'nothing in it'],
    ['['.repeat(30) + ']'.repeat(30), '20 levels'],
  ])('that cannot be imported says why: %s', async (content, because) => {
    expect(await refused(content)).toContain(because)
  })
})
