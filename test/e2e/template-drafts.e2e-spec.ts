import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type {
  AuditEvent,
  Competency,
  InterviewTemplate,
  InterviewTemplateVersion,
  Problem,
  Question,
} from '@assay/contracts'
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
const eventsOf = async (id: string) =>
  (await own.all<AuditEvent>('audit-events', { subjectId: id })).map(({ action, details }) => [
    action.split('.')[1],
    details,
  ])

describe('a draft', () => {
  test('is saved against the revision that was seen; two admins at once lose nothing', async () => {
    const draft = await own.clone(KIT, 'Two at once')
    const saved = await own.save(draft, (words) => (words.instructions = 'First.'))
    expect(saved).toMatchObject({ revision: 2, draft: { instructions: 'First.' } })
    const late = await admin.patch(at(draft), { draft: { ...draft.draft, instructions: 'Late.' } }, 1)
    expect([late.status, late.json<Problem>().code]).toEqual([412, 'revision_conflict'])
    expect(late.json<Problem>().current).toMatchObject({ revision: 2, draft: { instructions: 'First.' } })
    expect((await admin.patch(at(draft), { draft: draft.draft })).status).toBe(428)
    const same = await admin.patch(at(draft), { draft: saved.draft }, 2)
    expect(same.json<InterviewTemplateVersion>().revision).toBe(2)
    const race = await Promise.all(
      ['One.', 'Two.'].map((instructions) =>
        admin.patch(at(draft), { draft: { ...saved.draft, instructions } }, 2),
      ),
    )
    expect(race.map(({ status }) => status).toSorted()).toEqual([200, 412])
    expect(await eventsOf(draft.id)).toEqual([['created', { number: 1 }]])
  })

  test('follows the bank where it says nothing of its own', async () => {
    const draft = await own.clone(KIT, 'Follows')
    const [first, second] = draft.draft!.sections[0]!.questions
    await own.save(draft, ({ sections }) => (sections[0]!.questions[0]!.overrides = { intent: 'Ours.' }))
    for (const [{ questionId }, intent] of [
      [first!, 'Bank one.'],
      [second!, 'Bank two.'],
    ] as const) {
      const [question] = await own.all<Question>('questions', { ids: [questionId] })
      await admin.patch(`/api/v1/questions/${questionId}`, { intent }, question!.revision)
    }
    const { sections } = await own.preview(draft.id)
    expect(sections[0]!.questions.slice(0, 2).map(({ intent }) => intent)).toEqual(['Ours.', 'Bank two.'])
  })

  test('names only what is in the bank, and adds nothing that is archived', async () => {
    const draft = await own.clone(KIT, 'References')
    const neighbour = templatesOf(await house.signedIn(house.south.admin))
    const [theirs] = await neighbour.all<Competency>('competencies')
    const foreign = structuredClone(draft.draft!)
    foreign.competencies[1] = { competencyId: theirs!.id, overrides: {} }
    const unknown = await admin.patch(at(draft), { draft: foreign }, 1)
    expect([unknown.status, Object.keys(unknown.json<Problem>().errors!)]).toEqual([
      400,
      ['draft.competencies.1.competencyId'],
    ])
    const old = await own.made<Competency>('competencies', { name: 'Old' })
    const kept = await own.save(draft, ({ competencies }) =>
      competencies.push({ competencyId: old.id, overrides: {} }),
    )
    await admin.post(`/api/v1/competencies/${old.id}/archive`)
    const again = await own.save(kept, (words) => (words.instructions = 'It may stay.'))
    expect(again.revision).toBe(3)
    const removed = await own.save(again, ({ competencies }) => competencies.pop())
    const back = structuredClone(removed.draft!)
    back.competencies.push({ competencyId: old.id, overrides: {} })
    const refused = await admin.patch(at(draft), { draft: back }, removed.revision)
    expect(Object.keys(refused.json<Problem>().errors!)).toEqual(['draft.competencies'])
    expect((await own.version(draft.id)).revision).toBe(removed.revision)
  })

  test('is refused whole when one text of it cannot be stored', async () => {
    const draft = await own.clone(KIT, 'Refused whole')
    for (const wrong of [
      { instructions: 'a\u0000b' },
      { durationMinutes: 0 },
      { scale: 6 },
      { surprise: true },
      { sections: [{ ...draft.draft!.sections[0], title: '' }] },
      { sections: [draft.draft!.sections[0], draft.draft!.sections[0]] },
    ]) {
      const answer = await admin.patch(at(draft), { draft: { ...draft.draft, ...wrong } }, 1)
      expect([answer.status, answer.json<Problem>().code]).toEqual([400, 'validation_failed'])
    }
    expect((await own.version(draft.id)).draft).toEqual(draft.draft)
  })

  test('is discarded by whoever may write it; what it used is free again', async () => {
    const mine = await own.made<Competency>('competencies', { name: 'Only here' })
    const template = await own.made<InterviewTemplate>('interview-templates', { name: 'Short-lived' })
    const draft = await own.version(template.open[0]!.id)
    await own.save(draft, ({ competencies }) => competencies.push({ competencyId: mine.id, overrides: {} }))
    const used = await admin.delete(`/api/v1/competencies/${mine.id}`)
    expect([used.status, used.json<Problem>().code]).toEqual([409, 'entry_in_use'])
    expect((await admin.delete(at(draft))).status).toBe(204)
    expect((await admin.get(at(draft))).status).toBe(404)
    expect(await eventsOf(draft.id)).toEqual([
      ['discarded', { number: 1, name: 'Short-lived', templateId: template.id }],
      ['created', { number: 1 }],
    ])
    expect((await admin.delete(`/api/v1/competencies/${mine.id}`)).status).toBe(204)
  })

  test('of one template there are at most twenty at once', async () => {
    const { id: templateId } = await own.made<InterviewTemplate>('interview-templates', { name: 'Many' })
    for (let made = 1; made < 20; made += 1) await own.draftOf(templateId)
    const refused = await admin.post(VERSIONS, { templateId })
    expect([refused.status, refused.json<Problem>().code]).toEqual([409, 'limit_reached'])
    const numbers = await own.all<{ number: number }>('interview-template-versions', { templateId })
    expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => 20 - index))
  })
})

describe('a version that lacks something', () => {
  test('goes neither to review nor out; each gap is told with its place, and the draft stays', async () => {
    const draft = await own.clone(KIT, 'Gaps')
    const [competency] = draft.draft!.competencies
    const section = draft.draft!.sections[0]!
    const question = section.questions[0]!
    const gappy = await own.save(draft, (words) => {
      words.durationMinutes = 5
      words.competencies[0]!.overrides = { anchors: [] }
      words.sections[0]!.questions[0]!.overrides = { redFlags: [] }
    })
    const codes = gappy.gaps.map(({ code, at: place }) => [...place, code].join('.'))
    expect(codes).toEqual([
      'more_minutes_than_the_interview',
      `${competency!.competencyId}.competency_without_anchors`,
      `${section.id}.${question.questionId}.question_without_red_flags`,
    ])
    for (const command of ['submit-for-review', 'publish']) {
      const answer = await admin.post(`${at(draft)}/${command}`, { note: 'Try.' })
      expect([answer.status, answer.json<Problem>().code]).toEqual([409, 'version_incomplete'])
      expect(Object.keys(answer.json<Problem>().errors!)).toEqual(codes)
    }
    expect(await own.version(draft.id)).toMatchObject({ status: 'draft', revision: gappy.revision })
  })

  test('needs a sentence on what is new', async () => {
    const draft = await own.clone(KIT, 'Speechless')
    for (const body of [{}, { note: '  ' }, undefined]) {
      const answer = await admin.post(`${at(draft)}/publish`, body)
      expect([answer.status, Object.keys(answer.json<Problem>().errors ?? {})]).toEqual([400, ['note']])
    }
  })
})
