import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { longestComputing } from '../../../../../test/support/longest-computing.ts'
import {
  bombPdf,
  docx,
  encryptedPdf,
  jsonResumeFile,
  pdf,
  picturePdf,
  plainResume,
  xxeDocx,
} from '../../../../../test/support/resume-files.ts'
import { DocumentPress } from '../../documents/document-press.ts'
import { blocksOf } from '../../documents/markdown.ts'
import { readOnThread, type ReadingAnswer } from './document-reader.ts'
import type { Format } from './reading.ts'

const LIMITS = { timeMs: 10_000, memoryMb: 192 }
const read = (format: Format, content: Buffer | string, limits = LIMITS): Promise<ReadingAnswer> =>
  readOnThread({ format, bytes: new Uint8Array(Buffer.from(content)), longestText: 200_000 }, limits)

const textOf = async (format: Format, content: Buffer | string): Promise<string> => {
  const answer = await read(format, content)
  return answer.state === 'read' ? answer.text : answer.because
}

describe('the text of', () => {
  const lines = plainResume.filter((line) => line !== '')
  test('a PDF', async () => {
    const answer = await read('pdf', pdf([['First page', 'Second line'], ['Second page']]))
    expect(answer).toMatchObject({ state: 'read', pages: 2, isCut: false })
    expect(answer).toHaveProperty('text', 'First page\nSecond line\n\nSecond page')
  })

  test('a Word document', async () => {
    const text = await textOf('docx', docx(plainResume))
    expect(text.split('\n').filter(Boolean)).toEqual(lines)
  })

  test('plain text, in three encodings', async () => {
    const words = 'José Núñez\r\nΕργασία'
    expect(await textOf('text', words)).toBe('José Núñez\nΕργασία')
    expect(await textOf('text', Buffer.from(`\ufeff${words}`, 'utf16le'))).toBe('José Núñez\nΕργασία')
    expect(await textOf('text', Buffer.from('José Núñez', 'latin1'))).toBe('José Núñez')
  })

  test('a JSON Resume, with what its fields say', async () => {
    const answer = await read('json_resume', jsonResumeFile())
    expect(answer).toMatchObject({
      state: 'read',
      suggestions: [
        { field: 'name', value: 'Ada Lovelace', place: { path: 'basics.name' } },
        { field: 'email', value: 'ada@example.org', place: { path: 'basics.email' } },
        { field: 'phone', value: '+44 20 7946 0958', place: { path: 'basics.phone' } },
        { field: 'link', value: 'https://ada.example.org', place: { path: 'basics.url' } },
        { field: 'link', value: 'https://github.com/ada', place: { path: 'basics.profiles.0.url' } },
      ],
    })
    expect(answer).toHaveProperty('text', expect.stringContaining('Analytical Engines\nProgrammer'))
  })

  test('words from right to left, in their order, and without characters that turn others', async () => {
    const words = 'שלום עולם, אני מהנדסת'
    expect(await textOf('text', `\u202E${words}\u202C`)).toBe(words)
    expect(await textOf('docx', docx([words]))).toBe(words)
    const press = new DocumentPress({
      atOnce: 1,
      waiting: 1,
      patienceMs: 9_000,
      timeMs: 9_000,
      memoryMb: 256,
    })
    const printed = await press.print({
      title: 'x',
      author: 'x',
      language: 'he',
      foot: [],
      madeAt: new Date(0),
      mark: null,
      content: blocksOf('שלום'),
    })
    expect(await textOf('pdf', printed)).toMatch(/שלום|םולש/)
  })

  test('what PostgreSQL cannot store is taken out', async () => {
    expect(
      await textOf('json_resume', jsonResumeFile({ basics: { name: 'A\u0000da\uD800 Re\u0301' } })),
    ).toMatch(/^Ada\uFFFD Ré\n/)
  })

  test('a long document is cut, and says so', async () => {
    const answer = await read('text', 'word '.repeat(100_000))
    expect(answer).toMatchObject({ state: 'read', isCut: true })
    expect((answer as { text: string }).text.length).toBeLessThanOrEqual(200_000)
  })

  test('10,000 pages are read as far as is kept', async () => {
    const answer = await read('pdf', pdf(Array.from({ length: 10_000 }, (_, page) => [`Page ${page}`])))
    expect(answer).toMatchObject({ state: 'read', isCut: true, pages: 10_000 })
    expect(answer).toHaveProperty('text', expect.stringContaining('Page 299'))
  })
})

describe('a document that cannot be read says why', () => {
  const whole = pdf([['Some words on a page']])
  test.each<[string, Format, Buffer, string]>([
    ['a password', 'pdf', encryptedPdf(), 'encrypted'],
    ['pictures of pages', 'pdf', picturePdf(), 'no_text'],
    ['no words', 'docx', docx(['', ' ', '…']), 'no_text'],
    ['a beginning only', 'pdf', Buffer.from('%PDF-1.7\n'), 'corrupt'],
    [
      'noise behind its beginning',
      'pdf',
      Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5_000, 0xa7)]),
      'corrupt',
    ],
    ['half of it', 'pdf', whole.subarray(0, 200), 'corrupt'],
    [
      'a Word document without its main part',
      'docx',
      docx([], [{ name: 'word/document.xml', content: '<w' }]),
      'corrupt',
    ],
  ])('%s', async (_name, format, content, because) => {
    expect(await read(format, content)).toEqual({ state: 'unreadable', because })
  })

  test('too much memory: a page that unpacks to two gigabytes', async () => {
    const bomb = bombPdf(2_000)
    expect(bomb.length).toBeLessThan(100_000)
    const before = process.memoryUsage.rss()
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss())
    }, 5)
    expect(await read('pdf', bomb)).toEqual({ state: 'unreadable', because: 'too_demanding' })
    clearInterval(watch)
    expect((most - before) / 1_048_576).toBeLessThan(400)
  })

  test('too much time', async () => {
    const answer = await read('pdf', whole, { timeMs: 20, memoryMb: 192 })
    expect(answer).toEqual({ state: 'unreadable', because: 'too_demanding' })
  })
})

describe('S-09 a document that asks for a file or an address', () => {
  let server: Server
  let requests = 0
  beforeAll(async () => {
    server = createServer((_request, response) => {
      requests += 1
      response.end('the secret')
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  test('gets neither, even where the check at the door was passed', async () => {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`
    const external =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${address}" TargetMode="External"/>` +
      `<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${address}" TargetMode="External"/></Relationships>`
    const drawing =
      '<w:drawing xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><a:blip r:link="rId9"/></w:drawing>'
    for (const content of [
      xxeDocx('file:///etc/passwd'),
      xxeDocx(address),
      docx([`${drawing}words`], [{ name: 'word/_rels/document.xml.rels', content: external }]),
    ]) {
      const said = await textOf('docx', content)
      expect(said).not.toMatch(/root:|the secret/)
    }
    expect(requests).toBe(0)
  })
})

test('the event loop goes on while a hard document is read', async () => {
  const hard = pdf(
    Array.from({ length: 300 }, () => Array.from({ length: 50 }, () => 'many words '.repeat(8))),
  )
  expect(await longestComputing(() => read('pdf', hard))).toBeLessThan(50)
})

test('who no longer waits can end it', async () => {
  const stopped = readOnThread(
    { format: 'pdf', bytes: new Uint8Array(bombPdf(200)), longestText: 10 },
    { ...LIMITS, signal: AbortSignal.timeout(20) },
  )
  await expect(stopped).rejects.toMatchObject({ name: 'ThreadStopped' })
})
