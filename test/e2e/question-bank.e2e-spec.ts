import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type {
  AnswerStructure,
  AuditEvent,
  Competency,
  LevelProfile,
  Problem,
  Question,
} from '@assay/contracts'
import * as kits from '@assay/interview-kits'
import { BuiltInEditionService } from '../../apps/api/src/organizations/built-in-edition.service.ts'
import { withClient } from '../support/database.ts'
import type { HttpClient } from '../support/http-client.ts'
import { bankOf, keysOf } from '../support/question-bank.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let admin: HttpClient
let neighbour: HttpClient
let own: ReturnType<typeof bankOf>
let next: ReturnType<typeof bankOf>

beforeAll(async () => {
  house = await startHouse()
  admin = await house.signedIn(house.north.admin)
  neighbour = await house.signedIn(house.south.admin)
  own = bankOf(admin)
  next = bankOf(neighbour)
})
afterAll(() => house.stop())

describe('a new organization', () => {
  test.each([
    ['areas', kits.areas],
    ['competencies', kits.competencies],
    ['questions', kits.questions],
    ['answer-structures', kits.answerStructures],
    ['signals', kits.signals],
    ['level-profiles', kits.levelProfiles],
  ] as const)('has every built-in entry of %s by its key', async (path, content) => {
    expect(keysOf(await own.all(path))).toEqual(keysOf(content))
  })

  test('has them with their words and what they are linked with', async () => {
    const competencies = new Map((await own.all<Competency>('competencies')).map((one) => [one.id, one]))
    const structures = new Map(
      (await own.all<AnswerStructure>('answer-structures')).map((one) => [one.id, one]),
    )
    for (const question of await own.all<Question>('questions')) {
      const {
        key,
        competencies: informed,
        structures: ticked,
        ...words
      } = kits.questions.find((one) => one.key === question.key)!
      expect(question).toMatchObject({ key, ...words })
      expect(
        question.competencies.map(({ competencyId, informs }) => ({
          competency: competencies.get(competencyId)?.key,
          informs,
        })),
      ).toEqual(informed)
      expect(question.structureIds.map((id) => structures.get(id)?.key)).toEqual(ticked)
    }
    for (const profile of await own.all<LevelProfile>('level-profiles')) {
      const content = kits.levelProfiles.find((one) => one.key === profile.key)!
      expect(
        profile.competencies.map(({ competencyId, ...one }) => ({
          ...one,
          competency: competencies.get(competencyId)?.key,
        })),
      ).toEqual(content.competencies)
    }
  })

  test('from before an edition gets what is new at the next start, once, and keeps what was edited', async () => {
    const edited = await own.byKey<Competency>('competencies', 'trade-off-thinking')
    await admin.patch(`/api/v1/competencies/${edited.id}`, { definition: 'Our own words.' }, edited.revision)
    await withClient(house.database.superuserUrl, async (client) => {
      // Nothing of the application could: a published version asks it.
      await client.query('SET session_replication_role = replica')
      await client.query("DELETE FROM questions WHERE organization_id = $1 AND key = 'q.gil'", [
        house.north.id,
      ])
    })
    const content = house.server.app.get(BuiltInEditionService, { strict: false })
    await content.bringUpToDate()
    await content.bringUpToDate()
    expect(keysOf(await own.all('questions'))).toEqual(keysOf(kits.questions))
    const returned = await own.byKey<Question>('questions', 'q.gil')
    expect(returned.competencies.length).toBeGreaterThan(0)
    expect((await own.byKey<Competency>('competencies', 'trade-off-thinking')).definition).toBe(
      'Our own words.',
    )
    const events = await own.all<AuditEvent>('audit-events', { action: 'organization.content_added' })
    expect(events.map(({ details }) => details)).toEqual([
      { version: kits.kitsVersion, entries: 1, versions: 0 },
    ])
  })
})

const kinds = [
  ['competencies', 'competency', 'name', { definition: 'What it means.' }],
  ['questions', 'question', 'title', { prompt: 'Tell me.', minutes: 10 }],
  ['answer-structures', 'answer_structure', 'name', { steps: [{ key: 'one', text: 'First' }] }],
  ['signals', 'signal', 'text', { kind: 'strong' }],
  ['level-profiles', 'level_profile', 'name', { level: 'junior' }],
] as const

interface Entry {
  id: string
  key: string | null
  revision: number
  archivedAt: string | null
  [field: string]: unknown
}

describe.each(kinds)('%s', (path, subject, nameField, facts) => {
  test('are made, changed against the revision that was seen, archived and restored, all on record', async () => {
    const entry = await own.made<Entry>(path, { ...facts, [nameField]: `First ${path}` })
    expect(entry).toMatchObject({ ...facts, key: null, revision: 1, archivedAt: null })
    const at = `/api/v1/${path}/${entry.id}`
    const changed = await admin.patch(at, { [nameField]: `Second ${path}` }, 1)
    expect(changed.json<Entry>()).toMatchObject({ ...facts, [nameField]: `Second ${path}`, revision: 2 })
    expect(changed.headers.get('etag')).toBe('"2"')
    const late = await admin.patch(at, { [nameField]: 'Lost?' }, 1)
    expect(late.status).toBe(412)
    expect(late.json<Problem>().current).toMatchObject({ [nameField]: `Second ${path}`, revision: 2 })
    expect((await admin.patch(at, { [nameField]: 'Blind' })).status).toBe(428)
    const same = await admin.patch(at, { [nameField]: `Second ${path}` }, 2)
    expect(same.json<Entry>().revision).toBe(2)
    expect((await admin.post(`${at}/archive`)).json<Entry>().archivedAt).not.toBeNull()
    expect((await admin.post(`${at}/archive`)).json<Entry>().revision).toBe(3)
    expect((await own.all<Entry>(path)).some(({ id }) => id === entry.id)).toBe(false)
    expect((await own.all<Entry>(path, { archived: true })).map(({ id }) => id)).toEqual([entry.id])
    expect((await own.all<Entry>(path, { ids: [entry.id] })).length).toBe(1)
    expect((await admin.post(`${at}/restore`)).json<Entry>().archivedAt).toBeNull()
    const events = await own.all<AuditEvent>('audit-events', { subjectId: entry.id })
    expect(events.map(({ action, subjectName }) => [action, subjectName])).toEqual(
      ['restored', 'archived', 'updated', 'created'].map((verb) => [`${subject}.${verb}`, `Second ${path}`]),
    )
  })

  test('are searched without regard to case and accents, and signs are letters', async () => {
    const entry = await own.made<Entry>(path, { ...facts, [nameField]: `Déjà 100% ${path}` })
    const found = async (q: string) => (await own.all<Entry>(path, { q })).map(({ id }) => id)
    expect(await found('DEJA 100%')).toEqual([entry.id])
    expect(await found('100_')).toEqual([])
    expect(await found('%%')).toEqual([])
  })

  test('have no two live entries of one name', async () => {
    const first = await own.made<Entry>(path, { ...facts, [nameField]: `Only one ${path}` })
    const twin = { ...facts, [nameField]: `ONLY ÓNE ${path}` }
    const refused = await admin.post(`/api/v1/${path}`, twin)
    expect([refused.status, Object.keys(refused.json<Problem>().errors ?? {})]).toEqual([409, [nameField]])
    await admin.post(`/api/v1/${path}/${first.id}/archive`)
    await own.made(path, twin)
    expect((await admin.post(`/api/v1/${path}/${first.id}/restore`)).status).toBe(409)
    expect((await neighbour.post(`/api/v1/${path}`, twin)).status).toBe(201)
  })

  test('are removed while nothing uses them and people here wrote them; else they are archived', async () => {
    const entry = await own.made<Entry>(path, { ...facts, [nameField]: `Gone ${path}` })
    const at = `/api/v1/${path}/${entry.id}`
    expect((await neighbour.delete(at)).status).toBe(404)
    expect((await (await house.signedIn(house.north.recruiter)).delete(at)).status).toBe(403)
    expect((await admin.delete(at)).status).toBe(204)
    expect((await admin.get(at)).status).toBe(404)
    const [event] = await own.all<AuditEvent>('audit-events', { subjectId: entry.id })
    expect([event?.action, event?.subjectName]).toEqual([`${subject}.removed`, `Gone ${path}`])
    const builtIn = (await own.all<Entry>(path)).find(({ key }) => key !== null)
    const refused = await admin.delete(`/api/v1/${path}/${builtIn!.id}`)
    expect([refused.status, refused.json<Problem>().code]).toEqual([409, 'entry_in_use'])
    expect((await own.all<Entry>(path, { ids: [builtIn!.id] })).length).toBe(1)
  })

  test('made twice under one key of idempotency are one', async () => {
    const body = { ...facts, [nameField]: `Once ${path}` }
    const header = { 'idempotency-key': crypto.randomUUID() }
    const answers = [
      await admin.post(`/api/v1/${path}`, body, header),
      await admin.post(`/api/v1/${path}`, body, header),
    ]
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(answers[0]?.json<Entry>().id).toBe(answers[1]?.json<Entry>().id)
  })

  test.each([
    ['NUL', { [nameField]: 'a\u0000b' }],
    ['ten thousand characters', { [nameField]: 'x'.repeat(10_000) }],
    ['an unknown field', { surprise: true }],
    ['a key of its own', { key: 'mine' }],
    ['a number for a name', { [nameField]: 7 }],
    ['an id', { id: crypto.randomUUID() }],
  ])('are refused with %s', async (_what, wrong) => {
    const body = { ...facts, [nameField]: `Never ${path}`, ...wrong }
    const answer = await admin.post(`/api/v1/${path}`, body)
    expect([answer.status, answer.json<Problem>().code]).toEqual([400, 'validation_failed'])
  })

  test('are read by those who prepare interviews, changed by admins, and unknown next door', async () => {
    const [entry] = await own.all<Entry>(path)
    const at = `/api/v1/${path}/${entry!.id}`
    const rights = { admin: [200, 201], recruiter: [200, 403], hiring_manager: [200, 403] } as const
    for (const role of ['admin', 'recruiter', 'hiring_manager', 'interviewer'] as const) {
      const client = await house.signedIn(house.north[role])
      const [read, write] = role === 'interviewer' ? [403, 403] : rights[role]
      expect([role, (await client.get(`/api/v1/${path}`)).status]).toEqual([role, read])
      expect([role, (await client.get(at)).status]).toEqual([role, read])
      const answer = await client.post(`/api/v1/${path}`, { ...facts, [nameField]: `${role} ${path}` })
      expect([role, answer.status]).toEqual([role, write])
      if (write === 403) expect((await client.patch(at, {}, 1)).status).toBe(403)
    }
    expect((await neighbour.get(at)).status).toBe(404)
    expect((await neighbour.patch(at, { [nameField]: 'Taken' }, 1)).status).toBe(404)
    expect((await neighbour.post(`${at}/archive`)).status).toBe(404)
    expect(await next.all(path, { ids: [entry!.id] })).toEqual([])
  })
})
