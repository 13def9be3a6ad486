import { expect, test } from '@jest/globals'
import { readPdf } from '../../../../test/support/pdf-text.ts'
import type { Block } from './document-definition.ts'
import { DocumentsService } from './documents.service.ts'
import { together, wholeRows } from './keep-together.ts'

const documents = new DocumentsService()
const pagesOf = async (content: Block[]): Promise<string[]> => {
  const more = { title: 'x', author: 'x', language: 'en', foot: [], madeAt: new Date(0), mark: null }
  return (await readPdf(await documents.render({ ...more, content }, null))).pages
}
const lines = (count: number, word: string): string =>
  Array.from({ length: count }, (_, place) => `${word}-${place}.`).join('\n')

test('what fits on a page moves to the next one as a whole', async () => {
  const pages = await pagesOf([{ text: lines(45, 'before') }, together([{ text: lines(20, 'after') }])])
  expect(pages).toHaveLength(2)
  expect(pages[0]).not.toContain('after-')
})

test('what is longer than a page is divided, and none of it is lost', async () => {
  const long: Block[] = [
    together([{ text: lines(120, 'text') }]),
    together([{ text: 'word '.repeat(2_000) + 'last-word' }]),
    together([{ ul: Array.from({ length: 80 }, (_, place) => ({ text: `entry-${place}.` })) }]),
    together([{ columns: [{ text: lines(90, 'column') }, { text: 'short' }] }]),
    wholeRows({
      table: {
        widths: ['*', '*', '*', '*'],
        body: [[{ text: lines(90, 'cell') }, { text: 'b' }, { text: 'c' }, { text: 'd' }]],
      },
      layout: 'levels',
    }),
    wholeRows({
      table: {
        widths: [20, '*'],
        body: [[{ text: 'narrow '.repeat(200) + 'end-of-narrow' }, { text: 'wide' }]],
      },
      layout: 'rows',
    }),
  ]
  const said = (await pagesOf(long)).join('\n').replace(/\s/g, '')
  for (const [word, count] of [
    ['text', 120],
    ['entry', 80],
    ['column', 90],
    ['cell', 90],
  ] as const) {
    for (let place = 0; place < count; place += 1) expect(said).toContain(`${word}-${place}.`)
  }
  expect(said).toContain('last-word')
  expect(said).toContain('end-of-narrow')
})
