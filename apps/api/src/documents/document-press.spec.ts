import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { bareText, readPdf } from '../../../../test/support/pdf-text.ts'
import { DocumentsBusy, DocumentTooDemanding } from './document.errors.ts'
import type { Block, DocumentDefinition } from './document-definition.ts'
import { DocumentPress, type PressLimits } from './document-press.ts'
import { blocksOf } from './markdown.ts'
import { toPdf } from './to-pdf.ts'
import { typeset } from './typeset.ts'

const LIMITS: PressLimits = { atOnce: 1, waiting: 8, patienceMs: 30_000, timeMs: 30_000, memoryMb: 256 }
const press = new DocumentPress(LIMITS)

const documentOf = (content: Block[], more: Partial<DocumentDefinition> = {}): DocumentDefinition => ({
  title: 'A title',
  author: 'Northwind',
  language: 'en',
  foot: ['version 3', '23 November 2026'],
  madeAt: new Date('2026-11-23T10:00:00Z'),
  mark: null,
  content,
  ...more,
})
const FOOT = 'Northwind · version 3 · 23 November 2026'

const long = (entries: number): DocumentDefinition =>
  documentOf(
    Array.from({ length: entries }, (_, place) => ({
      text: `Paragraph ${place}. ${'Words and words. '.repeat(40)}`,
    })),
  )

test('a document has its title, author, language, page numbers and foot', async () => {
  const pdf = await press.print(documentOf([{ text: 'One' }, { text: 'Two', pageBreak: 'before' }]))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  const read = await readPdf(pdf)
  expect(read).toMatchObject({ title: 'A title', author: 'Northwind', language: 'en' })
  expect(read.pages).toHaveLength(2)
  expect(read.pages[0]).toContain('Page 1 of 2')
  expect(read.pages[1]).toContain('Page 2 of 2')
  for (const page of read.pages) expect(page).toContain(FOOT)
})

test('a mark stands on every page', async () => {
  const two: Block[] = [{ text: 'One' }, { text: 'Two', pageBreak: 'before' }]
  const { pages } = await readPdf(await press.print(documentOf(two, { mark: 'Draft – not published' })))
  for (const page of pages) expect(page).toContain('Draft – not published')
})

test('the same document is the same file', async () => {
  const [one, other] = [
    await press.print(documentOf(blocksOf('**Same**'))),
    await press.print(documentOf(blocksOf('**Same**'))),
  ]
  expect(one.equals(other)).toBe(true)
})

describe('S-34: nothing is fetched and nothing is read', () => {
  let server: Server
  let requests = 0
  let address: string
  let secretFile: string
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-secret-'))
    secretFile = join(folder, 'secret.txt')
    writeFileSync(secretFile, 'the secret of the house')
    server = createServer((_request, response) => {
      requests += 1
      response.end('no')
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(async () => {
    await new Promise((resolve) => {
      server.close(resolve)
    })
    await rm(folder, { recursive: true })
  })

  test('an address or a path in a text is a text', async () => {
    const texts = [
      `![picture](${address}/a.png)`,
      `<img src="${address}/b.png"><script src="${address}/c.js"></script>`,
      `<style>@font-face { font-family: x; src: url(${address}/d.ttf) }</style>`,
      `[link](${address}/e) <${address}/f> ${address}/g`,
      `![file](${secretFile}) file://${secretFile}`,
      '{{constructor.constructor("return process")().exit(1)}} ${process.env}',
    ]
    const pdf = await press.print(
      documentOf(
        texts.flatMap((text) => blocksOf(text)),
        { title: texts[0]!, author: texts[1]!, foot: texts },
      ),
    )
    const { pages } = await readPdf(pdf)
    const said = pages.join('').replace(/\s/g, '')
    for (const text of texts) expect(said).toContain(text.replace(/[\s]/g, ''))
    expect(pages.join('')).not.toContain('the secret of the house')
    expect(pdf.includes('/URI')).toBe(false)
    expect(requests).toBe(0)
  })

  test('a document that asks for a picture, a drawing, a file or a font is refused', async () => {
    const asking: object[] = [
      { image: `${address}/a.png` },
      { image: secretFile },
      { svg: `<svg><image href="${address}/b.png"/></svg>` },
      { text: 'x', font: `${address}/c.ttf` },
      { text: [{ text: 'x', link: `${address}/d` }] },
      { ul: [{ stack: [{ table: { widths: ['*'], body: [[{ attachment: secretFile }]] } }] }] },
    ]
    for (const block of asking) {
      await expect(press.print(documentOf([block as Block]))).rejects.toThrow('A document cannot say')
    }
    expect(requests).toBe(0)
  })

  test('pdfmake itself would refuse, too', async () => {
    const { definition, ...rest } = typeset(documentOf([]))
    const asking = [
      { images: { named: `${address}/a.png` }, content: [{ image: 'named' }] },
      { content: [{ image: `${address}/a.png` }] },
      { content: [{ image: secretFile }] },
    ]
    for (const asked of asking) {
      const document = { ...rest, definition: { ...definition, ...asked } }
      await expect(toPdf(document)).rejects.toThrow('denied by resource access policy')
    }
    expect(requests).toBe(0)
  })
})

describe('nobody else waits for a document', () => {
  test('the event loop goes on', async () => {
    const document = long(400)
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    await press.print(document)
    delay.disable()
    expect(delay.max / 1e6).toBeLessThan(200)
  })

  test('what does not fit into the queue is refused at once, the others are made', async () => {
    const small = new DocumentPress({ ...LIMITS, waiting: 1 })
    const answers = await Promise.allSettled([1, 2, 3, 4].map(() => small.print(documentOf([{ text: 'x' }]))))
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected'])
    for (const answer of answers.slice(2)) {
      expect((answer as PromiseRejectedResult).reason).toBeInstanceOf(DocumentsBusy)
    }
    expect((await small.print(documentOf([{ text: 'x' }]))).length).toBeGreaterThan(0)
  })

  test('who waited too long is told to come back, and the queue goes on without them', async () => {
    const impatient = new DocumentPress({ ...LIMITS, patienceMs: 20 })
    const [first, second] = await Promise.allSettled([impatient.print(long(50)), impatient.print(long(1))])
    expect(first.status).toBe('fulfilled')
    expect((second as PromiseRejectedResult).reason).toBeInstanceOf(DocumentsBusy)
    expect((await impatient.print(documentOf([{ text: 'x' }]))).length).toBeGreaterThan(0)
  })

  test('a document that takes too long is stopped, and its place is free again', async () => {
    const hasty = new DocumentPress({ ...LIMITS, waiting: 0, timeMs: 20 })
    for (const document of [long(1), long(1)]) {
      await expect(hasty.print(document)).rejects.toBeInstanceOf(DocumentTooDemanding)
    }
  })

  test('a document that takes too much memory is stopped, and its place is free again', async () => {
    const poor = new DocumentPress({ ...LIMITS, waiting: 0, memoryMb: 24 })
    await expect(poor.print(long(400))).rejects.toBeInstanceOf(DocumentTooDemanding)
    await expect(poor.print(long(400))).rejects.toBeInstanceOf(DocumentTooDemanding)
    expect((await press.print(long(400))).length).toBeGreaterThan(0)
  })
})

describe('hostile texts', () => {
  const hostile: [name: string, text: string][] = [
    ['10,000 characters without a space', 'x'.repeat(10_000)],
    ['the same in code', `\`${'x'.repeat(10_000)}\``],
    ['nothing', ''],
    ['blanks only', ' \t \n\n \u00A0\u2003'],
    ['control characters', 'a\u0000b\u0007c\u001B[31md\u0085e'],
    ['lone surrogates', 'a\uD800b\uDC00c'],
    ['right to left', 'שלום עולם مرحبا بالعالم \u202Eevil\u202C'],
    ['emoji', '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 😀'],
    ['combining marks', `Z${'\u0351'.repeat(500)}a`],
    ['Chinese, Japanese, Korean', '你好 こんにちは 안녕하세요'],
    ['deep lists and quotes', `${'- '.repeat(2_000)}x\n${'> '.repeat(2_000)}y`],
    ['many marks', `${'*_`'.repeat(1_500)}\n${'['.repeat(2_000)}\n${'`'.repeat(3_000)}`],
    ['5,000 lines', 'a\n'.repeat(5_000)],
  ]
  test.each(hostile)('%s', async (_name, text) => {
    const cell: Block = {
      table: { widths: ['*', 40], body: [[{ stack: blocksOf(text) }, { text }]] },
      layout: 'rows',
    }
    const pdf = await press.print(
      documentOf([...blocksOf(text), cell], {
        title: text,
        author: text.slice(0, 120),
        foot: [text.slice(0, 120)],
      }),
    )
    expect((await readPdf(pdf)).pages.length).toBeGreaterThan(0)
  })

  test('no letter of a very long word is lost', async () => {
    const word = Array.from({ length: 2_000 }, (_, place) => String(place)).join('')
    const said = bareText(await readPdf(await press.print(documentOf(blocksOf(word)))), FOOT)
    expect(said === word).toBe(true)
  })
})

test('what cannot be shown leaves a sign, and the document says which characters', async () => {
  const { pages } = await readPdf(await press.print(documentOf([{ text: 'The 你 of 👩 and 你' }])))
  expect(pages[0]).toContain('The ▯ of ▯ and ▯')
  expect(pages[0]).toMatch(/shown as ▯: U\+4F60, U\+1F469\./)
})

test('code keeps its line breaks and its indent, in letters of one width', async () => {
  const code = 'def f(xs):\n    for x in xs:\n        yield x  # ok'
  const pdf = await press.print(documentOf(blocksOf(`Read this:\n\n\`\`\`python\n${code}\n\`\`\``)))
  const { pages } = await readPdf(pdf)
  expect(pages[0]).toMatch(/def f\(xs\):\n\s*for x in xs:\n\s*yield x\s+# ok/)
  expect(pdf.includes('DejaVuSansMono')).toBe(true)
})
