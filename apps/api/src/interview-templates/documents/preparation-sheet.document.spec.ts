import { expect, test } from '@jest/globals'
import type { VersionContent } from '@assay/contracts'
import { interviewKits } from '@assay/interview-kits'
import { contentOfKit } from '../../../../../test/support/kit-bank.ts'
import { bare, bareText, readPdf } from '../../../../../test/support/pdf-text.ts'
import { DocumentsService } from '../../documents/documents.service.ts'
import { preparationSheetOf } from '../preparation-sheet.rules.ts'
import { type CandidateSheet, candidateSheet } from './preparation-sheet.document.ts'

const documents = new DocumentsService()
const sheetOf = (more: Pick<CandidateSheet, 'sheet'> & Partial<CandidateSheet>): CandidateSheet => ({
  number: 3,
  status: 'published',
  organization: 'Northwind',
  madeAt: new Date('2026-11-23T10:00:00Z'),
  ...more,
})

/** Each sentence of what only the panel may read. */
const secretsOf = (content: VersionContent): string[] =>
  [
    content.instructions,
    ...content.competencies.flatMap((one) => [
      one.definition,
      ...one.strongBehaviours,
      ...one.weakBehaviours,
      ...one.anchors.map(({ text }) => text),
    ]),
    ...content.structures.flatMap((one) => [one.purpose, ...one.steps.map(({ text }) => text)]),
    ...content.signals.map(({ text }) => text),
    ...content.sections.flatMap((section) => [
      section.guidance,
      ...section.questions.flatMap((one) => [
        one.prompt,
        one.intent,
        ...one.expectedPoints,
        ...one.seniorExtras,
        ...one.redFlags,
        ...one.followUps,
        ...one.anchors.map(({ text }) => text),
      ]),
    ]),
  ]
    .flatMap((text) => text.split(/(?<=[.?!])\s+|\n/))
    .map(bare)
    // A word or two ("Stop.") is said everywhere.
    .filter((sentence) => sentence.length > 8)
    .concat(content.sections.flatMap(({ questions }) => questions.map(({ title }) => bare(title))))

test.each(interviewKits.map(({ key, name }) => ({ key, name })))(
  'the sheet of "$name" is one page, says what it should, and neither a question nor an anchor',
  async ({ key, name }) => {
    const content = contentOfKit(key)
    const sheet = preparationSheetOf(name, content)
    const pdf = await readPdf(await documents.render(candidateSheet(sheetOf({ sheet })), null))
    expect(pdf.pages).toHaveLength(1)
    expect(pdf).toMatchObject({ title: `${name}: how to prepare`, author: 'Northwind', language: 'en' })
    const said = bareText(pdf, `Northwind · ${name} · version 3 · 23 November 2026`)
    const wanted = [
      name,
      sheet.about,
      ...sheet.topics,
      ...sheet.judged.flatMap((one) => [one.name, one.words]),
    ]
    expect(wanted.filter((text) => !said.includes(bare(text)))).toEqual([])
    const secrets = secretsOf(content)
    expect(secrets.length).toBeGreaterThan(100)
    expect(secrets.filter((secret) => said.includes(secret))).toEqual([])
  },
)

test('a leak would be found', async () => {
  const content = contentOfKit('kit.system-design')
  const sheet = preparationSheetOf('System design', content)
  const leaking = { ...sheet, topics: [...sheet.topics, content.sections[0]!.questions[0]!.redFlags[0]!] }
  const said = bareText(
    await readPdf(await documents.render(candidateSheet(sheetOf({ sheet: leaking })), null)),
    '',
  )
  expect(secretsOf(content).filter((secret) => said.includes(secret))).not.toEqual([])
})

test('a draft is marked, and an empty sheet is still a page', async () => {
  const sheet = { name: 'New', durationMinutes: 45, about: '', topics: [], judged: [] }
  const { pages } = await readPdf(
    await documents.render(candidateSheet(sheetOf({ sheet, status: 'draft' })), null),
  )
  expect(pages).toHaveLength(1)
  expect(pages[0]).toContain('Draft – not published')
  expect(pages[0]).toContain('A conversation of 45 minutes')
})
