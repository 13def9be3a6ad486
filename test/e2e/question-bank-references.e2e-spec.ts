import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type {
  AnswerStructure,
  Area,
  Competency,
  LevelProfile,
  Problem,
  Question,
  QuestionTag,
  Signal,
} from '@assay/contracts'
import * as kits from '@assay/interview-kits'
import type { HttpClient } from '../support/http-client.ts'
import { bankOf, keysOf } from '../support/question-bank.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let admin: HttpClient
let own: ReturnType<typeof bankOf>
let next: ReturnType<typeof bankOf>

beforeAll(async () => {
  house = await startHouse()
  admin = await house.signedIn(house.north.admin)
  own = bankOf(admin)
  next = bankOf(await house.signedIn(house.south.admin))
})
afterAll(() => house.stop())

describe('lists', () => {
  test('of questions are filtered by competency, level, area and tag', async () => {
    const { id } = await own.byKey<Competency>('competencies', 'debugging-methodology')
    const questions = await own.all<Question>('questions')
    const expected = (holds: (one: Question) => boolean) => keysOf(questions.filter((one) => holds(one)))
    const filters: [object, (one: Question) => boolean][] = [
      [{ competencyId: id }, (one) => one.competencies.some(({ competencyId }) => competencyId === id)],
      [{ level: 'staff' }, (one) => one.levels.includes('staff')],
      [{ area: 'area.async-concurrency' }, (one) => one.areas.includes('area.async-concurrency')],
      [{ tag: 'motivation' }, (one) => one.tags.includes('motivation')],
    ]
    for (const [filter, holds] of filters) {
      const found = keysOf(await own.all<Question>('questions', filter))
      expect(found.length).toBeGreaterThan(0)
      expect(found).toEqual(expected(holds))
    }
  })

  test('of tags hold those of the whole bank with their number, without what is archived and without others', async () => {
    const body = { title: 'Of tags', prompt: 'Which?', minutes: 5, tags: ['ärger', 'Zebra'] }
    const made = await own.made<Question>('questions', body)
    await next.made<Question>('questions', { ...body, tags: ['only theirs'] })
    const told = async () => (await admin.get('/api/v1/questions/tags')).json<QuestionTag[]>()
    const questions = await own.all<Question>('questions')
    const tags = await told()
    expect(new Set(tags.map(({ tag }) => tag))).toEqual(new Set(questions.flatMap((one) => one.tags)))
    for (const { tag, questions: count } of tags) {
      expect([tag, count]).toEqual([tag, questions.filter((one) => one.tags.includes(tag)).length])
    }
    await admin.post(`/api/v1/questions/${made.id}/archive`)
    expect((await told()).map(({ tag }) => tag)).not.toContain('Zebra')
    await admin.delete(`/api/v1/questions/${made.id}`)
  })

  test('are sorted and counted', async () => {
    const page = await admin.get('/api/v1/questions?sort=["title","DESC"]&range=[0,1]')
    expect(page.headers.get('content-range')).toMatch(/^questions 0-1\/\d+$/)
    expect((await admin.get('/api/v1/signals?sort=["updatedAt","DESC"]')).status).toBe(200)
    expect((await own.all<Area>('areas')).map(({ key }) => key)).toEqual(kits.areas.map(({ key }) => key))
    expect(
      (await own.all<Signal>('signals', { kind: 'red_flag' })).every((one) => one.kind === 'red_flag'),
    ).toBe(true)
    expect((await admin.get('/api/v1/questions?sort=["prompt","ASC"]')).status).toBe(400)
  })
})

describe('references', () => {
  const refusal = async (path: string, body: object): Promise<[number, string[]]> => {
    const answer = await admin.post(`/api/v1/${path}`, body)
    return [answer.status, Object.keys(answer.json<Problem>().errors ?? {})]
  }
  const asking = (links: object) => ({ title: 'Refers', prompt: 'Well?', minutes: 5, ...links })

  test('that are unknown, archived or of the organization next door are refused by field', async () => {
    const [foreign] = await next.all<Competency>('competencies', {})
    const [foreignStructure] = await next.all<AnswerStructure>('answer-structures', {})
    const archived = await own.made<Competency>('competencies', { name: 'Soon archived' })
    await admin.post(`/api/v1/competencies/${archived.id}/archive`)
    for (const competencyId of [crypto.randomUUID(), foreign!.id, archived.id]) {
      const competencies = [{ competencyId, informs: 'primary' }]
      expect(await refusal('questions', asking({ competencies }))).toEqual([400, ['competencies']])
      const rated = { name: 'Refers', level: 'mid', competencies: [{ competencyId, bar: 3 }] }
      expect(await refusal('level-profiles', rated)).toEqual([400, ['competencies']])
    }
    const structureIds = [foreignStructure!.id]
    expect(await refusal('questions', asking({ structureIds }))).toEqual([400, ['structureIds']])
    expect(await refusal('questions', asking({ areas: ['area.none'] }))).toEqual([400, ['areas']])
    expect(await refusal('competencies', { name: 'Refers', areas: ['none'] })).toEqual([400, ['areas']])
  })

  test('are kept when what they name is archived later, and are in the order given', async () => {
    const [one, two] = [
      await own.made<Competency>('competencies', { name: 'Named first' }),
      await own.made<Competency>('competencies', { name: 'Named second' }),
    ]
    const competencies = [
      { competencyId: two.id, informs: 'primary' },
      { competencyId: one.id, informs: 'secondary' },
    ]
    const question = await own.made<Question>('questions', asking({ title: 'In order', competencies }))
    expect(question.competencies).toEqual(competencies)
    await admin.post(`/api/v1/competencies/${one.id}/archive`)
    const turned = competencies.toReversed()
    const answer = await admin.patch(`/api/v1/questions/${question.id}`, { competencies: turned }, 1)
    expect(answer.json<Question>().competencies).toEqual(turned)
  })

  test('of a level profile weigh the same unless a reason is written', async () => {
    const [one, two, three] = await own.all<Competency>('competencies')
    const weighed = (reason: string | null) => ({
      name: `Weighed ${reason}`,
      level: 'senior',
      competencies: [
        { competencyId: one!.id, bar: 3 },
        { competencyId: two!.id, bar: 3 },
        { competencyId: three!.id, bar: 4, weight: 2, reason },
      ],
    })
    expect(await refusal('level-profiles', weighed(null))).toEqual([400, ['competencies.2.reason']])
    const profile = await own.made<LevelProfile>('level-profiles', weighed('On call from the first week.'))
    expect(profile.competencies.map(({ weight }) => weight)).toEqual([1, 1, 2])
    for (const wrong of [{ weight: 0 }, { weight: -1 }, { bar: 6 }, { bar: 2.5 }]) {
      const competencies = [{ competencyId: one!.id, bar: 3, ...wrong }]
      expect((await refusal('level-profiles', { name: 'W', level: 'mid', competencies }))[0]).toBe(400)
    }
  })

  test('are named once, whatever the case of the id', async () => {
    const [one] = await own.all<Competency>('competencies')
    const competencies = [one!.id, one!.id.toUpperCase()].map((competencyId) => ({
      competencyId,
      informs: 'primary',
    }))
    expect((await refusal('questions', asking({ competencies })))[0]).toBe(400)
  })
})
