import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Competency, InterviewTemplate, Problem, TemplateFile, TemplateImport } from '@assay/contracts'
import { interviewKits } from '@assay/interview-kits'
import type { Answer, HttpClient } from '../support/http-client.ts'
import { TEMPLATES, type Templates, templatesOf, VERSIONS } from '../support/interview-templates.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let admin: HttpClient
let own: Templates
let next: Templates
let neighbour: HttpClient

beforeAll(async () => {
  house = await startHouse()
  admin = await house.signedIn(house.north.admin)
  neighbour = await house.signedIn(house.south.admin)
  own = templatesOf(admin)
  next = templatesOf(neighbour)
})
afterAll(() => house.stop())

const KIT = interviewKits[0]!.key
const IMPORT = `${TEMPLATES}/import`
const fileOf = async (id: string): Promise<TemplateFile> => (await admin.get(`${VERSIONS}/${id}/file`)).json()
const take = async (body: object, client = admin): Promise<Answer> => client.post(IMPORT, body)
const taken = async (body: object, client = admin): Promise<TemplateImport> => {
  const answer = await take(body, client)
  if (answer.status !== 200) throw new Error(answer.text)
  return answer.json()
}

/** A version with words, an own competency and an own question, as a file. */
const ownFile = async (name: string): Promise<TemplateFile> => {
  const draft = await own.clone(KIT, name)
  const competency = await own.made<Competency>('competencies', {
    name: `Judgement of ${name}`,
    definition: 'Ours.',
  })
  const question = await own.made<{ id: string }>('questions', {
    title: `What of ${name}?`,
    prompt: 'Tell.',
    minutes: 5,
    competencies: [{ competencyId: competency.id, informs: 'primary' }],
  })
  await own.save(draft, (words) => {
    words.competencies.push({ competencyId: competency.id, overrides: {} })
    words.sections[0]!.questions[0]!.overrides = { prompt: 'Put <b>otherwise</b> & "so".' }
    words.sections[0]!.questions.push({ questionId: question.id, overrides: {} })
  })
  return fileOf(draft.id)
}

/** Everything an import could have touched. */
const stateOf = async (templates: Templates): Promise<unknown[]> => [
  await templates.all('interview-templates'),
  await templates.all('competencies'),
  await templates.all('questions'),
  await templates.all('audit-events'),
]

describe('a template file', () => {
  test('makes next door what it was here: the same words, and only what was missing is added', async () => {
    const file = await ownFile('the export')
    const found = await taken({ file }, neighbour)
    expect(
      found.fates.filter(({ fate }) => fate !== 'same').map(({ what, fate, fields }) => [what, fate, fields]),
    ).toEqual([
      ['competency', 'added', []],
      ['question', 'put_otherwise', ['prompt']],
      ['question', 'added', []],
    ])
    expect(found).toMatchObject({ dryRun: false, problems: {}, name: 'the export', differences: [] })
    const { sections, competencies } = await next.preview(found.versionId!)
    expect(sections[0]!.questions[0]!.prompt).toBe('Put <b>otherwise</b> & "so".')
    expect(competencies.at(-1)).toMatchObject({ name: 'Judgement of the export', definition: 'Ours.' })
    const again = await neighbour.get(`${VERSIONS}/${found.versionId}/file`)
    const strip = ({ questions, ...rest }: TemplateFile) => ({
      ...rest,
      titles: questions.map(({ title, prompt }) => [title, prompt]),
      rated: rest.rated.length,
      competencies: rest.competencies.map(({ name, anchors }) => [name, anchors]),
      sections: rest.sections.map(({ title }) => title),
    })
    expect(strip(again.json())).toEqual(strip(file))
  })

  test('becomes a further draft of a template that is there, with what differs', async () => {
    const draft = await own.clone(KIT, 'Goes on')
    await own.step(draft.id, 'publish', { note: 'First.' })
    const file = { ...(await fileOf(draft.id)), durationMinutes: 95 }
    const found = await taken({ file, templateId: draft.templateId })
    expect(found).toMatchObject({ templateId: draft.templateId, name: 'Goes on' })
    expect(found.differences.find(({ field }) => field === 'durationMinutes')).toMatchObject({ after: 95 })
    const template = (await admin.get(`${TEMPLATES}/${draft.templateId}`)).json<InterviewTemplate>()
    expect(template).toMatchObject({ published: { number: 1 }, open: [{ number: 2, id: found.versionId }] })
  })

  test('tried dry tells the same and leaves nothing behind', async () => {
    const file = { ...(await ownFile('dry')), name: 'Dry in the south' }
    const before = await stateOf(next)
    const dry = await taken({ file, dryRun: true }, neighbour)
    expect(await stateOf(next)).toEqual(before)
    expect(dry).toMatchObject({ dryRun: true, templateId: null, versionId: null, problems: {} })
    expect(dry.gaps.map(({ code }) => code)).toContain('question_without_red_flags')
    const real = await taken({ file }, neighbour)
    expect(real.fates).toEqual(dry.fates)
    expect(real.gaps.map(({ code }) => code)).toEqual(dry.gaps.map(({ code }) => code))
  })

  test('of a name that is taken tells so, and is taken in under another', async () => {
    const { published } = await own.kit(KIT)
    const file = await fileOf(published!.id)
    expect(Object.keys((await taken({ file, dryRun: true })).problems)).toEqual(['name'])
    const refused = await take({ file })
    expect([refused.status, Object.keys(refused.json<Problem>().errors!)]).toEqual([400, ['name']])
    expect((await taken({ file, name: 'Another name' })).name).toBe('Another name')
  })

  test('never changes what the bank says, and tells what is archived there', async () => {
    const { published } = await own.kit(interviewKits[1]!.key)
    const file = structuredClone(await fileOf(published!.id))
    file.name = 'Archived inside'
    const [first] = file.competencies
    const { id, definition } = await own.byKey<Competency>('competencies', first!.key!)
    first!.definition = 'From elsewhere.'
    expect((await taken({ file, name: 'Says otherwise' })).fates[0]).toMatchObject({
      fate: 'put_otherwise',
      fields: ['definition'],
    })
    expect((await own.byKey<Competency>('competencies', first!.key!)).definition).toBe(definition)
    await admin.post(`/api/v1/competencies/${id}/archive`)
    const found = await taken({ file, dryRun: true })
    expect(found.problems).toEqual({ [`competency ${first!.ref}`]: expect.stringMatching(/archived here/) })
    expect((await take({ file })).status).toBe(400)
    await admin.post(`/api/v1/competencies/${id}/restore`)
  })
})

describe('a file that cannot be taken', () => {
  test.each([
    [
      'another version of the format',
      { formatVersion: 2 },
      'file.formatVersion',
      /version 2.*reads version 1/,
    ],
    ['another format', { format: 'greenhouse.kit' }, 'file.format', /not a template file/],
    ['an unknown field', { surprise: 1 }, 'file.surprise', /./],
    ['a text of 5,000 characters', { purpose: 'x'.repeat(5_000) }, 'file.purpose', /At most/],
    ['a control character', { purpose: 'a\u0000b' }, 'file.purpose', /control/],
    ['a name that leads nowhere', { rated: ['nobody'] }, 'file.rated.0', /not described in this file/],
    ['nothing', undefined, 'file', /./],
  ])('because of %s: says where, and nothing is stored', async (_what, change, field, words) => {
    const file = await fileOf((await own.kit(KIT)).published!.id)
    const before = await stateOf(own)
    const body = change === undefined ? {} : { file: { ...file, name: 'Never', ...change } }
    const answer = await take(body)
    expect([answer.status, answer.json<Problem>().code]).toEqual([400, 'validation_failed'])
    expect(answer.json<Problem>().errors?.[field]).toMatch(words)
    expect(await stateOf(own)).toEqual(before)
  })

  test('because it is cut off, or too large, or no JSON', async () => {
    const whole = JSON.stringify({ file: await fileOf((await own.kit(KIT)).published!.id) })
    const send = (raw: string) =>
      admin.send('POST', IMPORT, { raw, headers: { 'content-type': 'application/json' } })
    const cut = await send(whole.slice(0, -200))
    expect([cut.status, cut.json<Problem>().code]).toEqual([400, 'malformed_body'])
    const fifty = await send(`{"file":"${'x'.repeat(50 * 1024 * 1024)}"}`).catch(() => null)
    // The server may close the connection before it has read all of it.
    if (fifty) expect([fifty.status, fifty.json<Problem>().code]).toEqual([413, 'body_too_large'])
    expect((await admin.get(TEMPLATES)).status).toBe(200)
  })

  test('because of who asks', async () => {
    const recruiter = await house.signedIn(house.north.recruiter)
    const file = await fileOf((await own.kit(KIT)).published!.id)
    expect((await take({ file, dryRun: true }, recruiter)).status).toBe(403)
    const { templateId } = await own.clone(KIT, 'Not theirs')
    expect((await take({ file, templateId }, neighbour)).status).toBe(404)
  })
})

describe('what two places say otherwise', () => {
  test('a structure that the bank words differently is the bank’s, and the import says so', async () => {
    const file = await fileOf((await own.kit('kit.system-design')).published!.id)
    file.name = 'Other purpose'
    file.structures[0]!.purpose = 'Put otherwise elsewhere.'
    const found = await taken({ file })
    expect(found.fates.filter(({ kept }) => kept.length > 0)).toMatchObject([
      { what: 'structure', fate: 'same', kept: ['purpose'] },
    ])
    expect((await admin.get(`${VERSIONS}/${found.versionId}`)).status).toBe(200)
  })

  test('two entries that come to one are told before anything is stored', async () => {
    const file = await fileOf((await own.kit('kit.system-design')).published!.id)
    const [first] = file.questions
    file.name = 'Twins'
    file.questions.push({ ...first!, ref: 'again', key: null })
    file.sections[0]!.questions.push('again')
    const dry = await taken({ file, dryRun: true })
    expect(Object.keys(dry.problems)).toEqual(['question again'])
    expect((await take({ file })).status).toBe(400)
  })

  test('taken in again unchanged differs in nothing from what is published, and begins with it', async () => {
    const { id, published } = await own.kit('kit.system-design')
    const found = await taken({ file: await fileOf(published!.id), templateId: id })
    expect(found.differences).toEqual([])
    expect((await own.version(found.versionId!)).basedOn).toMatchObject({ id: published!.id })
    await admin.delete(`${VERSIONS}/${found.versionId}`)
  })

  test('a version with two competencies of one name is not published, and its file can be written', async () => {
    const draft = await own.clone('kit.system-design', 'Same names')
    const first = draft.draft!.competencies[0]!.competencyId
    const one = draft.bank!.competencies.find(({ id }) => id === first)
    const twin = await own.save(
      draft,
      ({ competencies }) => (competencies[1]!.overrides = { name: one!.name }),
    )
    expect(twin.gaps.map(({ code }) => code)).toEqual(['same_name'])
    expect((await admin.get(`${VERSIONS}/${draft.id}/file`)).status).toBe(200)
  })

  test('a body in another encoding is refused, not guessed', async () => {
    const raw = Buffer.from('{"name":"R\u00E9sum\u00E9"}', 'latin1')
    const answer = await fetch(house.url + TEMPLATES, {
      method: 'POST',
      headers: {
        origin: house.url,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
        cookie: admin.cookieHeader(),
      },
      body: raw,
    })
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([400, 'malformed_body'])
  })
})
