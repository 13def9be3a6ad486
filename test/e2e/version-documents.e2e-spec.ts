import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { InterviewTemplate, PreparationSheet, VersionDiff, VersionDraft } from '@assay/contracts'
import { interviewKits } from '@assay/interview-kits'
import type { HttpClient } from '../support/http-client.ts'
import { type Templates, VERSIONS, templatesOf } from '../support/interview-templates.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let admin: HttpClient

let own: Templates

beforeAll(async () => {
  house = await startHouse()
  admin = await house.signedIn(house.north.admin)

  own = templatesOf(admin)
})
afterAll(() => house.stop())

const KIT = interviewKits[0]!.key
const at = ({ id }: { id: string }): string => `${VERSIONS}/${id}`

describe('beside the words', () => {
  test('the difference to the version before is told by field', async () => {
    const draft = await own.clone(KIT, 'Differs')
    await own.save(draft, (words) => {
      words.durationMinutes = 90
      words.sections[0]!.questions.push(words.sections[0]!.questions.shift()!)
      words.competencies[0]!.overrides = { definition: 'Ours.' }
    })
    await own.step(draft.id, 'publish', { note: 'First.' })
    const next = await own.draftOf(draft.templateId)
    await own.save(next, (words) => {
      words.durationMinutes = 45
      words.sections[0]!.questions.unshift(words.sections[0]!.questions.pop()!)
      words.sections[0]!.questions[1]!.overrides.minutes = 3
    })
    const diff = (await admin.get(`${at(next)}/diff`)).json<VersionDiff>()
    expect(diff.against).toEqual({ id: draft.id, number: 1, status: 'published' })
    expect(diff.differences.map(({ kind, of, field }) => [kind, of.what, field])).toEqual([
      ['changed', 'version', 'durationMinutes'],
      ['moved', 'question', null],
      ['changed', 'question', 'minutes'],
    ])
    expect(diff.differences[0]).toMatchObject({ before: 90, after: 45 })
    const same = await admin.get(`${at(next)}/diff?against=${next.id}`)
    expect(same.json<VersionDiff>().differences).toEqual([])
    const nothing = await own.made<InterviewTemplate>('interview-templates', { name: 'Out of nothing' })
    expect((await admin.get(`${at(nothing.open[0]!)}/diff`)).status).toBe(400)
    expect((await admin.get(`${at(next)}/diff?against=${crypto.randomUUID()}`)).status).toBe(404)
  })

  test.each(['packet.pdf', 'preparation-sheet.pdf'])('%s is a file to be saved', async (file) => {
    const { published, name } = await own.kit(KIT)
    const answer = await admin.get(`${at(published!)}/${file}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="/)
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent(name))
    expect(answer.text.slice(0, 5)).toBe('%PDF-')
    const interviewer = await house.signedIn(house.north.interviewer)
    const neighbour = await house.signedIn(house.south.admin)
    expect((await interviewer.get(`${at(published!)}/${file}`)).status).toBe(403)
    expect((await neighbour.get(`${at(published!)}/${file}`)).status).toBe(404)
  })

  test('the preparation sheet holds nothing that is asked or judged by', async () => {
    const { published } = await own.kit(KIT)
    const content = await own.preview(published!.id)
    const answer = await admin.get(`${at(published!)}/preparation-sheet`)
    const sheet = answer.json<PreparationSheet>()
    expect(sheet.topics.length).toBeGreaterThan(0)
    expect(sheet.judged.map(({ name }) => name)).toEqual(content.competencies.map(({ name }) => name))
    const secrets = content.sections
      .flatMap(({ questions }) => questions)
      .flatMap(({ title, prompt, expectedPoints, redFlags, anchors }) => [
        title,
        prompt,
        ...expectedPoints,
        ...redFlags,
        ...anchors.map(({ text }) => text),
      ])
    for (const secret of secrets) expect(answer.text).not.toContain(JSON.stringify(secret).slice(1, -1))
  })
})

describe('as long as a version may be', () => {
  const filled = (draft: VersionDraft, count: number): void => {
    const entries = Array.from({ length: 30 }, (_unused, place) => `${place} ${'word '.repeat(118)}`.trim())
    const lists = { expectedPoints: entries, seniorExtras: entries, redFlags: entries, followUps: entries }
    const questions = draft.sections.flatMap((section) => section.questions)
    expect(questions.length).toBeGreaterThanOrEqual(count)
    for (const { overrides } of questions.slice(0, count)) Object.assign(overrides, lists)
  }

  test('it is printed, and what it exports can be taken in again', async () => {
    const draft = await own.clone('kit.api-architecture', 'As long as may be')
    const saved = await own.save(draft, (words) => filled(words, 5))
    expect(saved.gaps).toEqual([])
    await own.step(draft.id, 'publish', { note: 'Long.' })
    expect((await admin.get(`${at(draft)}/packet.pdf`)).status).toBe(200)
    const file = (await admin.get(`${at(draft)}/file`)).json<object>()
    const taken = await admin.post('/api/v1/interview-templates/import', { file, dryRun: true })
    expect([taken.status, taken.status === 200 ? '' : taken.text]).toEqual([200, ''])
  })

  test('one that is longer says so before it is published', async () => {
    const draft = await own.clone('kit.api-architecture', 'Too long')
    const saved = await own.save(draft, (words) => filled(words, 7))
    expect(saved.gaps.map(({ code }) => code)).toEqual(['too_long'])
    const refused = await admin.post(`${at(draft)}/publish`, { note: 'Too long.' })
    expect([refused.status, refused.json<{ code: string }>().code]).toEqual([409, 'version_incomplete'])
  })
})
