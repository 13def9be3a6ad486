import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { longestComputing } from '../../../../../test/support/longest-computing.ts'
import {
  bombDocx,
  docx,
  docxParts,
  documentXml,
  encryptedPdf,
  jsonResumeFile,
  pdf,
  plainResume,
  xxeDocx,
} from '../../../../../test/support/resume-files.ts'
import { zipFile } from '../../../../../test/support/zip-file.ts'
import { judgeFile } from './judge-file.ts'
import type { Verdict } from './verdict.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-judged-'))
})
afterAll(() => rm(folder, { recursive: true }))

const judge = async (content: Buffer | string): Promise<Verdict> => {
  const path = join(folder, 'file')
  await writeFile(path, content)
  return judgeFile(path, Buffer.byteLength(content))
}
const because = async (content: Buffer | string): Promise<string> => {
  const verdict = await judge(content)
  return verdict.taken ? `taken as ${verdict.format}` : verdict.because
}
const bytes = (hex: string, length = 600): Buffer =>
  Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(length)])

describe('taken are', () => {
  test.each<[string, Buffer | string, string]>([
    ['a PDF', pdf([plainResume.slice(1)]), 'pdf'],
    ['a PDF that asks for a password', encryptedPdf(), 'pdf'],
    ['a PDF with blanks in front', Buffer.concat([Buffer.from('\ufeff\n '), pdf([['x']])]), 'pdf'],
    ['a Word document', docx(plainResume), 'docx'],
    [
      'a Word document with a comment and CDATA in its text',
      docx([], [{ name: 'word/document.xml', content: documentXml(['<!-- x --><![CDATA[y]]>']) }]),
      'docx',
    ],
    ['plain text', plainResume.join('\r\n'), 'text'],
    ['plain text from right to left', 'שלום עולם\nمرحبا بالعالم', 'text'],
    ['Markdown with code that would be a page', '# Ada\n\n```html\n<script>x</script>\n```\n', 'text'],
    ['text as Windows wrote it', Buffer.from('Curriculum de José Núñez', 'latin1'), 'text'],
    ['text in UTF-16', Buffer.from('\ufeffAda Lovelace', 'utf16le'), 'text'],
    ['a JSON Resume', jsonResumeFile(), 'json_resume'],
  ])('%s', async (_name, content, format) => {
    expect(await judge(content)).toEqual({ taken: true, format, unreadable: null })
  })
})

describe('refused is, and why is said,', () => {
  const parts = docxParts(['x'])
  const types = parts[0]!.content.toString()
  test.each<[string, Buffer | string, RegExp]>([
    ['nothing', '', /empty/],
    ['blanks', ' \n\t\n', /empty/],
    ['only more blanks', ' '.repeat(10_000), /not text/],
    ['a program for Windows', bytes('4d5a9000'), /EXE/],
    ['a program for Linux', bytes('7f454c4602010100'), /ELF/],
    ['a script', '#!/bin/sh\nrm -rf /\n', /program/],
    ['PHP', '<?php system($_GET[0]);', /program/],
    ['a page', '\ufeff\n <!DOCTYPE html><script>alert(1)</script>', /web page/],
    ['a drawing', '<svg onload="alert(1)"/>', /picture/],
    [
      'XML',
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>',
      /XML|picture/,
    ],
    ['a picture', bytes('89504e470d0a1a0a0000000d49484452'), /picture/],
    ['an old Word document', bytes('d0cf11e0a1b11ae1'), /old Word/],
    ['rich text', String.raw`{\rtf1\ansi hello}`, /rich text|RTF|JSON/],
    ['bytes without a meaning', bytes('0102030405'), /not text/],
    ['text with a zero in it', 'Ada\0Lovelace', /not text/],
    ['a ZIP archive', zipFile([{ name: 'a.txt', content: 'x' }]), /ZIP archive/],
    [
      'a spreadsheet',
      zipFile([
        { name: '[Content_Types].xml', content: '<Types ContentType="application/x-sheet.main+xml"/>' },
      ]),
      /no Word document/,
    ],
    ['a document with macros', zipFile([...parts, { name: 'word/vbaProject.bin', content: 'x' }]), /macros/],
    [
      'a document of the kind with macros',
      zipFile([
        {
          name: '[Content_Types].xml',
          content: types.replace('/vnd', '/vnd.ms-word.document.macroEnabled.vnd'),
        },
        ...parts.slice(1),
      ]),
      /macros/,
    ],
    ['a document with an entity', xxeDocx('file:///etc/passwd'), /entities/],
    [
      'a document with entities in UTF-16',
      docx([], [{ name: 'word/document.xml', content: Buffer.from('\ufeff<!DOCTYPE x>', 'utf16le') }]),
      /encoding/,
    ],
    [
      'a document with a document type in another part',
      docx(['x'], [{ name: 'word/_rels/document.xml.rels', content: '<!DOCTYPE x><x/>' }]),
      /entities/,
    ],
    [
      'a document type across two pieces',
      docx([], [{ name: 'word/document.xml', content: `${'x'.repeat(65_535)}<!DOCTYPE x>`, stored: true }]),
      /entities/,
    ],
    ['a bomb of 50 MB', bombDocx(50), /far more/],
    ['a bomb within the size and beyond the ratio', bombDocx(15), /far more/],
    [
      'a bomb that says it is small',
      zipFile(
        docxParts(
          [],
          [{ name: 'word/document.xml', content: documentXml(['x'.repeat(30_000_000)]), saysBytes: 200 }],
        ),
      ),
      /far more/,
    ],
    [
      'a part that says it is smaller',
      zipFile(docxParts([], [{ name: 'word/document.xml', content: documentXml(['hello']), saysBytes: 20 }])),
      /wrong sizes/,
    ],
    [
      '201 parts',
      docx(
        ['x'],
        Array.from({ length: 198 }, (_, n) => ({ name: `word/${n}.xml`, content: '<x/>' })),
      ),
      /200 parts/,
    ],
    [
      'a part that leaves its folder',
      docx(['x'], [{ name: '../../etc/cron.d/x', content: 'x' }]),
      /forbidden names/,
    ],
    ['a part with an absolute name', docx(['x'], [{ name: '/etc/passwd', content: 'x' }]), /forbidden names/],
    [
      'a part with a backslash',
      docx(['x'], [{ name: String.raw`word\..\x`, content: 'x' }]),
      /forbidden names/,
    ],
    ['two parts of one name', zipFile([...parts, parts[2]!]), /one name/],
    [
      'a part with a password',
      zipFile([...parts, { name: 'x.xml', content: 'x', flags: 0x801 }]),
      /password/,
    ],
    ['an archive behind a picture', zipFile(parts, { front: bytes('ffd8ffe000104a464946') }), /picture/],
    ['an archive behind a program', zipFile(parts, { front: Buffer.from('#!/bin/sh\n') }), /program/],
    [
      'an archive behind another',
      zipFile(parts, { front: zipFile([{ name: 'a', content: 'x' }]) }),
      /in front/,
    ],
    ['an archive with a comment', zipFile(parts, { comment: '<script>' }), /more than a document/],
    ['broken JSON', '{"basics": {', /broken further down/],
    ['other JSON', '{"name": "x"}', /not a JSON Resume/],
    ['a JSON Resume with a wrong field', jsonResumeFile({ work: 'none' }), /work: /],
    ['JSON of many levels', `{"basics":${'['.repeat(50)}${']'.repeat(50)}}`, /20 levels/],
    ['JSON of more than 1 MB', `{"basics":{"name":"${'x'.repeat(1_100_000)}"}}`, /1 MB/],
  ])('%s', async (_name, content, words) => {
    const sentence = await because(content)
    expect(sentence).toMatch(words)
    expect(sentence).toMatch(/Taken are PDF, Word/)
  })
})

describe('kept, and known to be beyond reading, is', () => {
  test('a Word document that was cut short', async () => {
    const whole = docx(plainResume)
    expect(await judge(whole.subarray(0, whole.length - 40))).toEqual({
      taken: true,
      format: 'docx',
      unreadable: 'corrupt',
    })
  })

  test('a Word document with a part that cannot be unpacked', async () => {
    const whole = docx(plainResume)
    whole.fill(0xff, 60, 80)
    expect(await judge(whole)).toMatchObject({ taken: true, unreadable: 'corrupt' })
  })
})

test('a page that calls itself a PDF is taken as one: it is only ever sent as an attachment', async () => {
  expect(await because(pdf([['x']], '%PDF-1.7\n<html><script>alert(1)</script></html>\n'))).toBe(
    'taken as pdf',
  )
})

test('10 MB of anything are judged without computing for more than 50 ms at a stretch', async () => {
  const path = join(folder, 'big')
  const judging = async (content: Buffer, format: string) => {
    await writeFile(path, content)
    const longest = await longestComputing(async () => {
      expect(await judgeFile(path, content.length)).toMatchObject({ taken: true, format })
    })
    expect(longest).toBeLessThan(50)
  }
  await judging(Buffer.alloc(10_000_000, 'All work and no play. '), 'text')
  await judging(jsonResumeFile({ work: [{ summary: 'x' }], filler: '"'.repeat(500_000) }), 'json_resume')
  const noise = randomBytes(9_000_000)
  await judging(docx(['x'], [{ name: 'word/media/image1.png', content: noise }]), 'docx')
})

test('nothing is unpacked to the disk', async () => {
  await judge(bombDocx(50))
  expect((await readdir(folder)).toSorted()).toEqual(['big', 'file'])
})
