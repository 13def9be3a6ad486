import { expect, test } from '@jest/globals'
import { extensionOf, readableName } from './file-name.ts'

test.each<[string, string | undefined, string]>([
  ['stays as it is', 'Résumé of Zoë (2026).pdf', 'Résumé of Zoë (2026).pdf'],
  ['loses its folders', '../../etc/passwd', 'passwd'],
  ['loses folders of Windows', String.raw`C:\Users\ada\cv.docx`, 'cv.docx'],
  ['stays on one line', 'cv\r\nSet-Cookie: x=1\r\n.pdf', 'cv Set-Cookie: x=1 .pdf'],
  ['is not turned around', 'cv\u202Efdp.exe', 'cv fdp.exe'],
  ['loses hidden characters', 'c\u200Bv\u0000.pdf', 'c v .pdf'],
  ['keeps the joiners of its script', 'می\u200Cخواهم.pdf', 'می\u200Cخواهم.pdf'],
  ['is put together', 'Re\u0301sume\u0301.pdf', 'Résumé.pdf'],
  ['is made whole', 'a\uD800b.pdf', 'a\uFFFDb.pdf'],
  ['hides no dots', '...htaccess', 'htaccess'],
  ['is called document without one', undefined, 'document'],
  ['is called document when nothing is to be seen', '\u200B\u3164.', 'document'],
  ['is called document when it ends in a folder', 'folder/', 'document'],
])('a name %s', (_what, given, shown) => {
  expect(readableName(given)).toBe(shown)
})

test('a long name is cut in the middle, so that its ending stays', () => {
  const name = readableName(`${'x'.repeat(10_000)}.pdf`)
  expect([...name]).toHaveLength(120)
  expect(name.endsWith('x….pdf')).toBe(true)
})

test('a name of 100 KB that was made to take long takes no time', () => {
  const before = process.threadCpuUsage()
  for (const hostile of ['.'.repeat(100_000), ' '.repeat(100_000), `${' .'.repeat(50_000)}x`])
    readableName(hostile)
  expect(process.threadCpuUsage(before).user / 1_000).toBeLessThan(50)
})

test('an ending is told', () => {
  expect(['a.PDF', 'a', '.pdf', 'a.b.md', 'a.p d'].map((name) => extensionOf(name))).toEqual([
    '.pdf',
    '',
    '',
    '.md',
    '',
  ])
})
