import { monitorEventLoopDelay } from 'node:perf_hooks'
import { describe, expect, test } from '@jest/globals'
import type { VersionContent } from '@assay/contracts'
import { interviewKits, questions as bank } from '@assay/interview-kits'
import { contentOfKit, idOf, kitBank } from '../../../../../test/support/kit-bank.ts'
import { bare, bareText, type ReadPdf, readPdf } from '../../../../../test/support/pdf-text.ts'
import { DocumentsService } from '../../documents/documents.service.ts'
import { type KitPacket, kitPacket } from './kit-packet.document.ts'

const documents = new DocumentsService()
const packetOf = (more: Partial<KitPacket>): KitPacket => ({
  name: 'A kit',
  purpose: 'What it is **for**.',
  number: 3,
  status: 'published',
  organization: 'Northwind',
  content: contentOfKit('kit.recruiter-screen'),
  madeAt: new Date('2026-11-23T10:00:00Z'),
  ...more,
})
const read = async (packet: KitPacket): Promise<ReadPdf> =>
  readPdf(await documents.render(kitPacket(packet), null))
const footOf = (name: string): string =>
  `Northwind · ${name} · version 3 · 23 November 2026 · For interviewers only`

/** Every word of a version that an interviewer needs. */
const wordsOf = (content: VersionContent): string[] => [
  ...content.instructions.split('\n\n'),
  ...content.competencies.flatMap((one) => [
    one.name,
    one.definition,
    ...one.strongBehaviours,
    ...one.weakBehaviours,
    ...one.anchors.map(({ text }) => text),
  ]),
  ...content.structures.flatMap((one) => [one.name, one.purpose, ...one.steps.map(({ text }) => text)]),
  ...content.signals.map(({ text }) => text),
  ...content.sections.flatMap((section) => [
    section.title,
    section.guidance,
    ...section.questions.flatMap((one) => [
      one.title,
      one.prompt,
      one.intent,
      `${one.minutes} min`,
      ...one.expectedPoints,
      ...one.seniorExtras,
      ...one.redFlags,
      ...one.followUps,
      ...one.anchors.map(({ text }) => text),
    ]),
  ]),
]

test.each(interviewKits.map(({ key, name, purpose }) => ({ key, name, purpose })))(
  'the packet of "$name" says everything that its version says',
  async ({ key, name, purpose }) => {
    const content = contentOfKit(key)
    const pdf = await read(packetOf({ name, purpose, content }))
    const said = bareText(pdf, footOf(name))
    const wanted = [name, ...purpose.split('\n\n'), ...wordsOf(content)].flatMap((text) => text.split('\n'))
    expect(wanted.length).toBeGreaterThan(100)
    expect(wanted.filter((text) => !said.includes(bare(text)))).toEqual([])
    expect(pdf.title).toBe(`${name}: kit packet`)
    expect(pdf.author).toBe('Northwind')
    expect(pdf.pages.join(' ')).not.toContain('▯')
  },
)

test('levels stand side by side under their numbers and names, four or five of them', async () => {
  const content = contentOfKit('kit.recruiter-screen')
  const four = await read(packetOf({ content }))
  expect(four.pages[1]).toContain('1 Strong no 2 No 3 Yes 4 Strong yes')
  const five = await read(packetOf({ content: { ...content, scale: 5 } }))
  expect(five.pages[1]).toContain('1 Strong no 2 No 3 Mixed 4 Yes 5 Strong yes')
})

test('the minutes of the sections, and what is left of the interview', async () => {
  const content = contentOfKit('kit.recruiter-screen')
  const asked = content.sections.flatMap(({ questions }) => questions.map(({ minutes }) => minutes))
  const total = asked.reduce((sum, minutes) => sum + minutes, 0)
  const [first] = (await read(packetOf({ content }))).pages
  expect(first).toContain(`Opening, their questions, notes ${content.durationMinutes - total}`)
  const [full] = (await read(packetOf({ content: { ...content, durationMinutes: total } }))).pages
  expect(full).not.toContain('Opening, their questions, notes')
})

test.each([
  ['draft', 'Draft – not published'],
  ['in_review', 'In review – not published'],
  ['published', null],
  ['retired', 'Retired – no longer in use'],
] as const)('a version that is %s is marked with %s', (status, mark) => {
  expect(kitPacket(packetOf({ status })).mark).toBe(mark)
})

test('a version with nothing in it yet is a page', async () => {
  const content: VersionContent = {
    ...contentOfKit('kit.recruiter-screen'),
    instructions: '',
    competencies: [],
    structures: [],
    signals: [],
    sections: [],
  }
  expect((await read(packetOf({ purpose: '', content }))).pages).toHaveLength(1)
})

describe('the largest packet', () => {
  const sixty = Array.from({ length: 60 }, (_, place) =>
    kitBank.questions.get(idOf(bank[place % bank.length]!.key))!,
  )
  const content: VersionContent = {
    ...contentOfKit('kit.system-design'),
    competencies: [...kitBank.competencies.values()],
    sections: Array.from({ length: 20 }, (_, place) => ({
      id: idOf(`section ${place}`),
      title: `Section ${place + 1}`,
      guidance: 'Listen.',
      questions: sixty.slice(place * 3, place * 3 + 3),
    })),
  }

  test('is made in time, and nobody waits for it', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const started = performance.now()
    const pdf = await documents.render(kitPacket(packetOf({ content })), null)
    const took = performance.now() - started
    delay.disable()
    expect(took).toBeLessThan(10_000)
    expect(delay.max / 1e6).toBeLessThan(250)
    const { pages } = await readPdf(pdf)
    expect(pages.length).toBeGreaterThan(50)
  })
})
