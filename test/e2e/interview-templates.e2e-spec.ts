import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { AuditEvent, InterviewTemplate, Problem, Question, VersionDiff } from '@assay/contracts'
import { interviewKits } from '@assay/interview-kits'
import type { HttpClient } from '../support/http-client.ts'
import { TEMPLATES, type Templates, templatesOf, VERSIONS } from '../support/interview-templates.ts'
import { keysOf } from '../support/question-bank.ts'
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
const named = (q: string) => own.all<InterviewTemplate>('interview-templates', { q })

describe('a new organization', () => {
  test('has the built-in kits as published templates that lack nothing', async () => {
    const templates = await own.all<InterviewTemplate>('interview-templates')
    expect(keysOf(templates)).toEqual(keysOf(interviewKits))
    for (const template of templates) {
      const kit = interviewKits.find(({ key }) => key === template.key)!
      expect(template).toMatchObject({ name: kit.name, purpose: kit.purpose, open: [], revision: 1 })
      expect(template.published).toMatchObject({
        number: 1,
        status: 'published',
        durationMinutes: kit.durationMinutes,
        questions: kit.sections.flatMap(({ questions }) => questions).length,
        competencies: kit.competencies.length,
        createdBy: null,
      })
      expect(template.published!.minutes).toBeLessThanOrEqual(kit.durationMinutes)
    }
  })

  test('can read each of them word for word', async () => {
    for (const kit of interviewKits) {
      const { published } = await own.kit(kit.key)
      const version = await own.version(published!.id)
      expect(version).toMatchObject({ draft: null, bank: null, gaps: [], status: 'published' })
      expect(keysOf(version.content!.competencies)).toEqual(kit.competencies.toSorted())
      expect(version.content!.sections.map(({ title }) => title)).toEqual(
        kit.sections.map(({ title }) => title),
      )
    }
  })
})

describe('a template', () => {
  test('is made with an empty draft, renamed, archived and restored, all on record', async () => {
    const made = await own.made<InterviewTemplate>('interview-templates', {
      name: 'Platform',
      purpose: 'Why',
    })
    expect(made).toMatchObject({ key: null, published: null, open: [{ number: 1, status: 'draft' }] })
    const at = `${TEMPLATES}/${made.id}`
    const renamed = await admin.patch(at, { name: 'Platform team' }, made.revision)
    expect(renamed.json<InterviewTemplate>()).toMatchObject({ name: 'Platform team', purpose: 'Why' })
    const late = await admin.patch(at, { name: 'Lost?' }, made.revision)
    expect([late.status, late.json<Problem>().current]).toEqual([
      412,
      expect.objectContaining({ name: 'Platform team' }),
    ])
    expect((await admin.patch(at, { name: 'Blind' })).status).toBe(428)
    await admin.post(`${at}/archive`)
    expect(await named('platform team')).toEqual([])
    expect((await own.all('interview-templates', { archived: true })).length).toBe(1)
    expect((await admin.post(`${at}/restore`)).json<InterviewTemplate>().archivedAt).toBeNull()
    const events = await own.all<AuditEvent>('audit-events', { subjectId: made.id })
    expect(events.map(({ action, subjectName }) => [action, subjectName])).toEqual(
      ['restored', 'archived', 'updated', 'created'].map((verb) => [
        `interview_template.${verb}`,
        'Platform team',
      ]),
    )
  })

  test('is cloned with what its published version says, and goes its own way', async () => {
    const clone = await own.clone(KIT, 'Fundamentals, ours')
    const origin = await own.kit(KIT)
    expect(clone).toMatchObject({
      number: 1,
      status: 'draft',
      gaps: [],
      basedOn: { id: origin.published!.id, number: 1 },
      createdBy: { name: house.north.admin.name },
    })
    const before = await own.preview(origin.published!.id)
    const after = await own.preview(clone.id)
    expect(after).toEqual(before)
    const diff = (await admin.get(`${VERSIONS}/${clone.id}/diff`)).json<VersionDiff>()
    expect(diff.differences).toEqual([])
    await own.save(clone, (draft) => draft.sections.pop())
    expect((await own.preview(origin.published!.id)).sections.length).toBe(before.sections.length)
  })

  test('has a name of its own among the live ones', async () => {
    await own.made('interview-templates', { name: 'Résumé deep dive' })
    const twin = await admin.post(TEMPLATES, { name: 'RESUME  deep dive' })
    expect([twin.status, twin.json<Problem>().code]).toEqual([409, 'name_taken'])
    const { id } = await own.kit(KIT)
    expect((await admin.post(`${TEMPLATES}/${id}/clone`, { name: 'resume deep dive' })).status).toBe(409)
    expect((await named('resume')).length).toBe(1)
  })

  test('is found by state and by what its versions use; the bank counts it', async () => {
    const clone = await own.clone(KIT, 'Found by its question')
    const asked = clone.bank!.questions[0]!
    const using = await own.all<InterviewTemplate>('interview-templates', { questionId: asked.id })
    expect(using.map(({ name }) => name)).toContain('Found by its question')
    const [question] = await own.all<Question>('questions', { ids: [asked.id] })
    expect(question!.templates).toBe(using.length)
    const drafts = await own.all<InterviewTemplate>('interview-templates', { status: 'draft' })
    expect(drafts.map(({ name }) => name)).toContain('Found by its question')
    expect(drafts.some(({ key }) => key !== null)).toBe(false)
  })

  test.each([
    ['no name', {}],
    ['a blank name', { name: '  ' }],
    ['a name of 121 characters', { name: 'x'.repeat(121) }],
    ['a key of its own', { name: 'Key', key: 'kit.mine' }],
    ['versions', { name: 'Versions', open: [] }],
  ])('is refused with %s', async (_what, body) => {
    const answer = await admin.post(TEMPLATES, body)
    expect([answer.status, answer.json<Problem>().code]).toEqual([400, 'validation_failed'])
  })
})

describe('who only proposes', () => {
  test('makes a template, names it, and writes its draft; nobody else of their kind does', async () => {
    const made = await proposals.made<InterviewTemplate>('interview-templates', { name: 'Proposed' })
    const at = `${TEMPLATES}/${made.id}`
    expect((await recruiter.patch(at, { purpose: 'Because.' }, made.revision)).status).toBe(200)
    const manager = await house.signedIn(house.north.hiring_manager)
    const refused = await manager.patch(at, { purpose: 'Mine.' }, made.revision + 1)
    expect([refused.status, refused.json<Problem>().code]).toEqual([403, 'forbidden'])
    const draft = await templatesOf(manager).version(made.open[0]!.id)
    expect(draft.may.edit).toEqual({ allowed: false, because: expect.stringMatching(/Somebody else/) })
    const write = await manager.patch(`${VERSIONS}/${draft.id}`, { draft: draft.draft }, draft.revision)
    expect(write.status).toBe(403)
    expect((await manager.delete(`${VERSIONS}/${draft.id}`)).status).toBe(403)
  })

  test('names no kit, archives nothing, publishes nothing', async () => {
    const { id, revision, published } = await own.kit(KIT)
    expect((await recruiter.patch(`${TEMPLATES}/${id}`, { name: 'Mine' }, revision)).status).toBe(403)
    expect((await recruiter.post(`${TEMPLATES}/${id}/archive`)).status).toBe(403)
    expect((await recruiter.post(`${VERSIONS}/${published!.id}/retire`)).status).toBe(403)
    expect((await recruiter.post(`${VERSIONS}/${published!.id}/publish`, {})).status).toBe(403)
  })
})

test('interviewers see no template, and next door there is none', async () => {
  const interviewer = await house.signedIn(house.north.interviewer)
  const neighbour = await house.signedIn(house.south.admin)
  const clone = await own.clone(KIT, 'Walls')
  const { id: templateId } = clone.template
  const paths = [
    `${TEMPLATES}/${templateId}`,
    `${VERSIONS}/${clone.id}`,
    ...['diff', 'preview', 'preparation-sheet', 'file'].map((what) => `${VERSIONS}/${clone.id}/${what}`),
  ]
  for (const path of paths) {
    expect([path, (await interviewer.get(path)).status]).toEqual([path, 403])
    expect([path, (await neighbour.get(path)).status]).toEqual([path, 404])
  }
  for (const path of [TEMPLATES, VERSIONS]) expect((await interviewer.get(path)).status).toBe(403)
  const commands: [string, object][] = [
    [`${TEMPLATES}/${templateId}/clone`, { name: 'Stolen' }],
    [`${TEMPLATES}/${templateId}/archive`, {}],
    [VERSIONS, { templateId }],
    [`${VERSIONS}/${clone.id}/publish`, { note: 'x' }],
    [`${VERSIONS}/${clone.id}/submit-for-review`, { note: 'x' }],
  ]
  for (const [path, body] of commands) {
    expect([path, (await interviewer.post(path, body)).status]).toEqual([path, 403])
    expect([path, (await neighbour.post(path, body)).status]).toEqual([path, 404])
  }
  const stolen = await neighbour.patch(`${VERSIONS}/${clone.id}`, { draft: clone.draft }, clone.revision)
  expect(stolen.status).toBe(404)
  expect((await neighbour.delete(`${VERSIONS}/${clone.id}`)).status).toBe(404)
  const all = await templatesOf(neighbour).all<{ id: string }>('interview-template-versions', { templateId })
  expect(all).toEqual([])
  expect((await own.version(clone.id)).revision).toBe(clone.revision)
})
