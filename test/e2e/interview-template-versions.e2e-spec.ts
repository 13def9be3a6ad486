import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  type AuditEvent,
  type Competency,
  type InterviewTemplate,
  type InterviewTemplateVersion,
  minutesOf,
  type PreparationSheet,
  type Problem,
  type Question,
  type VersionDiff,
} from '@assay/contracts'
import { interviewKits } from '@assay/interview-kits'
import type { HttpClient } from '../support/http-client.ts'
import { TEMPLATES, type Templates, templatesOf, VERSIONS } from '../support/interview-templates.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let admin: HttpClient
let recruiter: HttpClient
let own: Templates
let proposals: Templates

beforeAll(async () => {
  house = await startHouse()
  admin = await house.signedIn(house.north.admin)
  recruiter = await house.signedIn(house.north.recruiter)
  own = templatesOf(admin)
  proposals = templatesOf(recruiter)
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

describe('publishing', () => {
  test('freezes every word, retires the version before, and is on record with a hash', async () => {
    const first = await own.clone(KIT, 'Frozen')
    const published = await own.step(first.id, 'publish', { note: 'The first.' })
    expect(published).toMatchObject({
      status: 'published',
      draft: null,
      note: 'The first.',
      publishedBy: { name: house.north.admin.name },
    })
    const [question] = first.bank!.questions
    const [before] = await own.all<Question>('questions', { ids: [question!.id] })
    await admin.patch(
      `/api/v1/questions/${question!.id}`,
      { title: 'Other words', minutes: 1 },
      before!.revision,
    )
    expect((await own.version(first.id)).content).toEqual(published.content)
    const [summary] = await own.all<{ minutes: number }>('interview-template-versions', {
      templateId: first.templateId,
    })
    expect(summary!.minutes).toBe(minutesOf(published.content!))

    const next = await own.draftOf(first.templateId)
    expect(next).toMatchObject({ number: 2, basedOn: { id: first.id } })
    const fitted = await own.save(next, ({ sections }) => {
      for (const one of sections.flatMap(({ questions }) => questions)) one.overrides.minutes = 2
    })
    await own.step(fitted.id, 'publish', { note: 'Shorter.' })
    expect(await own.version(first.id)).toMatchObject({ status: 'retired', content: published.content })
    expect(
      (await own.all<InterviewTemplate>('interview-templates', { ids: [first.templateId] }))[0],
    ).toMatchObject({ published: { number: 2, note: 'Shorter.' }, open: [] })
    expect(await eventsOf(first.id)).toEqual([
      ['retired', { number: 1, templateId: first.templateId }],
      [
        'published',
        {
          number: 1,
          templateId: first.templateId,
          note: 'The first.',
          contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ],
      ['created', { number: 1 }],
    ])
  })

  test('cannot be taken back or written over by any route', async () => {
    const draft = await own.clone(KIT, 'For good')
    const { revision, content } = await own.step(draft.id, 'publish', { note: 'Out.' })
    const write = await admin.patch(at(draft), { draft: draft.draft }, revision)
    expect([write.status, write.json<Problem>().code]).toEqual([409, 'version_immutable'])
    const remove = await admin.delete(at(draft))
    expect([remove.status, remove.json<Problem>().code]).toEqual([409, 'version_immutable'])
    for (const [command, body] of [
      ['return', { note: 'Back.' }],
      ['publish', { note: 'Again.' }],
      ['submit-for-review', { note: 'Again.' }],
    ] as const) {
      const answer = await admin.post(`${at(draft)}/${command}`, body)
      expect([command, answer.status, answer.json<Problem>().code]).toEqual([command, 409, 'step_refused'])
    }
    const retired = await own.step(draft.id, 'retire')
    expect(retired).toMatchObject({ status: 'retired', content })
    expect((await admin.post(`${at(draft)}/publish`, { note: 'Again.' })).status).toBe(409)
  })

  test('two drafts at the same moment: one is published, the other after it, never both', async () => {
    const { templateId, id } = await own.clone(KIT, 'Race')
    const other = await own.draftOf(templateId)
    const answers = await Promise.all(
      [id, other.id].map((one) => admin.post(`${VERSIONS}/${one}/publish`, { note: 'Me first.' })),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const all = await own.all<{ status: string }>('interview-template-versions', { templateId })
    expect(all.map(({ status }) => status).toSorted()).toEqual(['published', 'retired'])
  })

  test('is not for an archived template', async () => {
    const draft = await own.clone(KIT, 'Away')
    await admin.post(`${TEMPLATES}/${draft.templateId}/archive`)
    const answer = await admin.post(`${at(draft)}/publish`, { note: 'Out.' })
    expect([answer.status, answer.json<Problem>().detail]).toEqual([
      409,
      expect.stringMatching(/archived; restore it first/),
    ])
  })
})

describe('review', () => {
  test('a proposal is frozen, returned with a reason, taken up again and published by an admin', async () => {
    const draft = await proposals.clone(KIT, 'A proposal')
    const sent = await proposals.step(draft.id, 'submit-for-review', { note: 'Fewer questions.' })
    expect(sent).toMatchObject({
      status: 'in_review',
      draft: null,
      submittedBy: { name: house.north.recruiter.name },
    })
    expect((await recruiter.patch(at(draft), { draft: draft.draft }, sent.revision)).status).toBe(409)
    const back = await own.step(draft.id, 'return', { note: 'Say why.' })
    expect(back).toMatchObject({ status: 'draft', content: null, returnNote: 'Say why.', submittedAt: null })
    expect((await admin.post(`${at(draft)}/return`, { note: '' })).status).toBe(400)
    await proposals.save(await proposals.version(draft.id), (words) => (words.instructions = 'Because.'))
    await proposals.step(draft.id, 'submit-for-review')
    const published = await own.step(draft.id, 'publish')
    expect(published).toMatchObject({ note: 'Fewer questions.', returnNote: '', status: 'published' })
    expect(published.content!.instructions).toBe('Because.')
    expect((await eventsOf(draft.id)).map(([verb]) => verb)).toEqual([
      'published',
      'submitted',
      'returned',
      'submitted',
      'created',
    ])
  })

  test('whoever sent it takes it back', async () => {
    const draft = await proposals.clone(KIT, 'Taken back')
    await proposals.step(draft.id, 'submit-for-review', { note: 'Oh.' })
    expect((await proposals.step(draft.id, 'return', { note: 'Not yet.' })).status).toBe('draft')
  })

  test('asks for a second person where the organization does', async () => {
    const organization = (await admin.get('/api/v1/organization')).json<{ revision: number }>()
    const asked = { secondPersonPublishes: true }
    expect((await admin.patch('/api/v1/organization', asked, organization.revision)).status).toBe(200)
    const draft = await own.clone(KIT, 'Four eyes')
    const refused = async () =>
      (await admin.post(`${at(draft)}/publish`, { note: 'Me.' })).json<Problem>().code
    expect(await refused()).toBe('second_person_required')
    const sent = await own.step(draft.id, 'submit-for-review', { note: 'Look.' })
    expect(sent.may.publish).toEqual({ allowed: false, because: expect.stringMatching(/somebody else/) })
    expect(await refused()).toBe('second_person_required')
    await own.step(draft.id, 'return', { note: 'To somebody else.' })
    // A role may be given at any time: the second person is an admin from now on.
    await admin.post(`/api/v1/users/${house.north.recruiter.id}/role`, { role: 'admin' })
    const second = templatesOf(await house.signedIn(house.north.recruiter))
    await own.step(draft.id, 'submit-for-review', { note: 'Look.' })
    expect((await second.step(draft.id, 'publish')).status).toBe('published')
    await admin.post(`/api/v1/users/${house.north.recruiter.id}/role`, { role: 'recruiter' })
    const now = (await admin.get('/api/v1/organization')).json<{ revision: number }>()
    await admin.patch('/api/v1/organization', { secondPersonPublishes: false }, now.revision)
  })
})

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
