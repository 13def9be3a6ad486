import { expect, test } from '@jest/globals'
import type { Block, Words } from './document-definition.ts'
import { blocksOf } from './markdown.ts'
import { inlineOf } from './markdown-inline.ts'

/** The outline of blocks: what kind, and what they say. */
const outline = (block: Block): unknown => {
  if ('text' in block) return said(block.text)
  if ('stack' in block) return block.stack.map(outline)
  if ('table' in block) return { code: (block.table.body[0]![0] as { text: string }).text }
  if ('columns' in block) throw new Error('Markdown has no columns.')
  return block.ol ? { ol: block.ol.map(outline) } : { ul: block.ul!.map(outline) }
}
const said = (words: Words): string =>
  typeof words === 'string'
    ? words
    : words.map((word) => (typeof word === 'string' ? word : said(word.text))).join('')
const outlineOf = (markdown: string): unknown[] => blocksOf(markdown).map(outline)

test('a blank line divides paragraphs, a line break stays a line break', () => {
  expect(outlineOf('One\ntwo\r\nthree\n\n\nFour')).toEqual(['One\ntwo\nthree', 'Four'])
  expect(outlineOf('')).toEqual([])
  expect(outlineOf(' \n\t\n')).toEqual([])
})

test('lists, numbered ones from their number, one within the other', () => {
  expect(outlineOf('- a\n- b\n  goes on\n\n  and on\n- c')).toEqual([
    { ul: [['a'], ['b\ngoes on', 'and on'], ['c']] },
  ])
  expect(outlineOf('Before\n3. x\n4) y\n\nAfter')).toEqual(['Before', { ol: [['x'], ['y']] }, 'After'])
  expect(blocksOf('3. x')).toMatchObject([{ start: 3 }])
  expect(outlineOf('* a\n  * b\n    * c\n* d')).toEqual([
    { ul: [['a', { ul: [['b', { ul: [['c']] }]] }], ['d']] },
  ])
  expect(outlineOf('-no\n2026.no\n1.no')).toEqual(['-no\n2026.no\n1.no'])
})

test('code keeps every line and every blank, also within a list, and nothing in it is a mark', () => {
  expect(outlineOf('Read:\n```python\ndef f():\n    return **x\n\n    # *y*\n```\nThen')).toEqual([
    'Read:',
    { code: 'def f():\n    return **x\n\n    # *y*' },
    'Then',
  ])
  expect(outlineOf('1. Run\n\n   ```\n   if x:\n       y\n   ```\n2. Look')).toEqual([
    { ol: [['Run', { code: 'if x:\n    y' }], ['Look']] },
  ])
  expect(outlineOf('See\n\n    a = 1\n      b = 2\n\nDone')).toEqual([
    'See',
    { code: 'a = 1\n  b = 2' },
    'Done',
  ])
  expect(outlineOf('~~~\nnobody closes this')).toEqual([{ code: 'nobody closes this' }])
})

test('headings and quotes', () => {
  expect(outlineOf('# Title\nText\n> quoted\n> more')).toEqual(['Title', 'Text', [['quoted\nmore']]])
})

test('emphasis and code within a text', () => {
  expect(inlineOf('a **b** *c* _d_ ***e*** `f`')).toEqual([
    'a ',
    { text: ['b'], bold: true },
    ' ',
    { text: ['c'], italics: true },
    ' ',
    { text: ['d'], italics: true },
    ' ',
    { text: ['e'], bold: true, italics: true },
    ' ',
    { text: 'f', style: 'code' },
  ])
  expect(inlineOf('**b _i_ `c*`**')).toEqual([
    '**b ',
    { text: ['i'], italics: true },
    ' ',
    { text: 'c*', style: 'code' },
    '**',
  ])
})

test('what only looks like emphasis stays as it was typed', () => {
  for (const text of [
    '2 * 3 * 4',
    'snake_case_name',
    '__init__ and __exit__',
    '* alone',
    'a ** b',
    '**',
    '`',
    '5*x*y',
    '',
  ]) {
    expect(inlineOf(text)).toEqual([text])
  }
  expect(said(inlineOf('\\*not\\* \\_this\\_ C:\\new'))).toBe('*not* _this_ C:\\new')
})

test('HTML, links and pictures are text', () => {
  for (const text of ['<b>x</b>', '![a](http://x/y.png)', '[a](javascript:alert(1))', '<!-- x -->', '&lt;']) {
    expect(outlineOf(text)).toEqual([text])
  }
})

test('no text takes long, and none goes deep', () => {
  const hostile = [
    '`',
    '``` ',
    '*a',
    '_a',
    '**',
    '\\',
    '> ',
    '- ',
    '1. ',
    '# ',
    ' ',
    '\n',
    '- x\n\n',
    '`a``',
    '* _',
  ]
  const started = performance.now()
  for (const part of hostile) blocksOf(part.repeat(8_000 / part.length))
  expect(performance.now() - started).toBeLessThan(2_000)
})
