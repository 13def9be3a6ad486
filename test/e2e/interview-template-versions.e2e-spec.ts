import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  type AuditEvent,
  type InterviewTemplate,
  type InterviewTemplateVersion,
  type Problem,
  type Question,
  minutesOf,
} from '@assay/contracts'
import { interviewKits } from '@assay/interview-kits'
import type { HttpClient } from '../support/http-client.ts'
import { TEMPLATES, type Templates, VERSIONS, templatesOf } from '../support/interview-templates.ts'
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

describe('what the person had before their eyes', () => {
  test('is what is published: another revision, or other words of the bank, are looked at again first', async () => {
    const draft = await own.clone(KIT, 'Looked at')
    const saved = await own.save(draft, (words) => (words.instructions = 'Newer.'))
    const publish = (body: object, revision?: number) =>
      admin.send('POST', `${at(draft)}/publish`, {
        body: { note: 'Out.', ...body },
        ...(revision === undefined ? {} : { headers: { 'if-match': `"${revision}"` } }),
      })
    const late = await publish({}, 1)
    expect([late.status, late.json<Problem>().code]).toEqual([412, 'revision_conflict'])
    const [question] = saved.bank!.questions
    const [before] = await own.all<Question>('questions', { ids: [question!.id] })
    await admin.patch(`/api/v1/questions/${question!.id}`, { intent: 'Changed beside.' }, before!.revision)
    const other = await publish({ wordsHash: saved.wordsHash }, saved.revision)
    expect(other.status).toBe(412)
    const now = other.json<{ current: InterviewTemplateVersion }>().current
    expect((await publish({ wordsHash: now.wordsHash }, now.revision)).status).toBe(200)
  })
})
