import { expect, test } from '@jest/globals'
import type { Block, DocumentDefinition } from '../../documents/document-definition.ts'
import { redacted, redactorOf, type Redaction } from './redaction.ts'

const redaction: Redaction = {
  names: [
    { name: 'Ada Ashby', by: 'the candidate' },
    { name: 'Jo Müller-Lang', by: 'Interviewer 1' },
  ],
  phones: ['+49 (30) 123-4567'],
  links: ['https://example.org/in/ada?x=1'],
  contacts: true,
}
const redact = redactorOf(redaction)

test.each([
  ['Ada Ashby knows it.', 'the candidate knows it.'],
  ['ADA ASHBY knows it.', 'the candidate knows it.'],
  ['Ashby’s answer', 'the candidate’s answer'],
  ['Adamant', 'Adamant'],
  ['the adage', 'the adage'],
  ['Müller asked, Jo did not.', 'Interviewer 1 asked, Jo did not.'],
  ['call +49301234567 or 49 30 123 4567', 'call [telephone] or [telephone]'],
  ['491234', '491234'],
  ['write to a.b@example.org.', 'write to [e-mail address].'],
  ['see https://example.org/in/ada?x=1', 'see [link]'],
])('%s', (before, after) => {
  expect(redact(before)).toBe(after)
})

test('what is not to be withheld stays', () => {
  const names = redactorOf({ names: [], phones: [], links: [], contacts: false })
  expect(names('Ada Ashby, a@example.org, +49301234567')).toBe('Ada Ashby, a@example.org, +49301234567')
})

test('reaches every text of a document', () => {
  const text: Block = { text: ['Ada', { text: ['Ashby', { text: 'Ada' }], bold: true }] }
  const content: Block[] = [
    { stack: [text] },
    { ul: [text] },
    { ol: [text] },
    { columns: [text] },
    { table: { widths: ['*'], body: [[text]] }, layout: 'ruled' },
  ]
  const document: DocumentDefinition = {
    title: 'Of Ada',
    author: 'Northwind',
    language: 'en',
    foot: ['Ada'],
    madeAt: new Date(0),
    mark: null,
    content,
  }
  expect(JSON.stringify(redacted(document, redaction))).not.toMatch(/Ada|Ashby/)
})
