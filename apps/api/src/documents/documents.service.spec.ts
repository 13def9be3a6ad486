import { describe, expect, test } from '@jest/globals'
import { TooManyRequests } from '@assay/access'
import type { DocumentDefinition } from './document-definition.ts'
import { DocumentsService } from './documents.service.ts'

const short: DocumentDefinition = {
  title: 'A title',
  author: 'Northwind',
  language: 'en',
  foot: [],
  madeAt: new Date('2026-11-23T10:00:00Z'),
  mark: null,
  content: [{ text: 'One' }],
}

describe('one person cannot take all the places', () => {
  test('a third document at once is refused, another person gets theirs', async () => {
    const documents = new DocumentsService()
    const asked = ['ada', 'ada', 'ada', 'bob'].map((person) => documents.render(short, person))
    const answers = await Promise.allSettled(asked)
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect((answers[2] as PromiseRejectedResult).reason).toBeInstanceOf(TooManyRequests)
  })

  test('the places come back, also after a document that failed', async () => {
    const documents = new DocumentsService()
    const broken = { ...short, content: [{ image: 'x' }] } as unknown as DocumentDefinition
    await Promise.allSettled([documents.render(broken, 'ada'), documents.render(broken, 'ada')])
    expect((await documents.render(short, 'ada')).length).toBeGreaterThan(0)
  })
})
