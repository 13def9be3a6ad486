import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Candidate, Problem } from '@assay/contracts'
import { CandidateSearchService } from '../../apps/api/src/candidates/candidate-search.service.ts'
import { CANDIDATES, type Candidates, candidatesOf } from '../support/candidates.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let recruiter: HttpClient
let own: Candidates
const choices = ['Remote', 'On site'].map((name) => ({ id: crypto.randomUUID(), name }))
const people = new Map<string, Candidate>()
let place: string
let relocates: string

const PEOPLE: [name: string, facts: object, resume: string][] = [
  [
    'Björn Åkesson',
    { tags: ['Python'], source: 'Referral' },
    'Led the move of a monolith to PostgreSQL. C++ and Go.',
  ],
  ['Bjorn Akerman', { tags: ['python', 'Go'], source: 'Job board' }, 'Kubernetes, Terraform, on call.'],
  ['Søren Kierkegaard', { tags: ['Philosophy'] }, 'Wrote Either/Or in Danish.'],
  ['Łucja Zielińska', { source: 'referral' }, 'PostgreSQL internals; C# before.'],
  ['O’Brien, Miles', { emails: [{ kind: 'work', value: "miles.o'brien@ds9.example" }] }, ''],
  ['李小龙', {}, '精通分布式系统'],
]

beforeAll(async () => {
  house = await startHouse()
  recruiter = await house.signedIn(house.north.recruiter)
  own = candidatesOf(recruiter)
  const admin = candidatesOf(await house.signedIn(house.north.admin))
  place = (await admin.field({ name: 'Where', kind: 'one_of', choices })).id
  relocates = (await admin.field({ name: 'Relocates', kind: 'yes_no' })).id
  const search = house.server.app.get(CandidateSearchService, { strict: false })
  for (const [at, [name, facts, resume]] of PEOPLE.entries()) {
    const customValues = { [place]: choices[at % 2]!.id, [relocates]: at < 3 }
    const made = await own.made({ name, customValues, ...facts })
    await house.as(house.north.recruiter, () => search.setResumeText(made.id, resume))
    people.set(name, made)
  }
})
afterAll(() => house.stop())

const names = async (filter: object) =>
  (await own.page({ filter, sort: ['name', 'ASC'] })).rows.map(({ name }) => name)

describe('the name box', () => {
  test.each([
    ['bjorn', ['Bjorn Akerman', 'Björn Åkesson']],
    ['ÅKES bjö', ['Björn Åkesson']],
    ['soren', ['Søren Kierkegaard']],
    ['lucja ziel', ['Łucja Zielińska']],
    ["miles.o'brien@ds9", ['O’Brien, Miles']],
    ['brien', ['O’Brien, Miles']],
    ['小龙', ['李小龙']],
    ['kegaard', []],
    ['b', []],
    ['%', []],
    ["'", []],
    ['a | b & !c:*', []],
    ['\\', []],
  ])('%s finds %j', async (q, expected) => {
    expect(await names({ q })).toEqual(expected)
  })
})

describe('words of résumés', () => {
  test.each([
    ['postgresql', ['Björn Åkesson', 'Łucja Zielińska']],
    ['postgre', ['Björn Åkesson', 'Łucja Zielińska']],
    ['PostgreSQL monolith', ['Björn Åkesson']],
    ['c++', ['Björn Åkesson']],
    ['C#', ['Łucja Zielińska']],
    ['go', ['Björn Åkesson']],
    ['分布式', ['李小龙']],
    ['post', ['Björn Åkesson', 'Łucja Zielińska']],
    ['pos', []],
  ])('%s finds %j', async (resume, expected) => {
    expect(await names({ resume })).toEqual(expected)
  })

  test('together with a name', async () => {
    expect(await names({ q: 'lucja', resume: 'postgresql' })).toEqual(['Łucja Zielińska'])
    expect(await names({ q: 'soren', resume: 'postgresql' })).toEqual([])
  })

  test('are replaced with the text', async () => {
    const search = house.server.app.get(CandidateSearchService, { strict: false })
    const { id } = people.get('O’Brien, Miles')!
    await house.as(house.north.recruiter, () => search.setResumeText(id, 'Transporters \uD800 and \0 warp'))
    expect(await names({ resume: 'transporters warp' })).toEqual(['O’Brien, Miles'])
    await house.as(house.north.recruiter, () => search.setResumeText(id, 'x '.repeat(200_000)))
    expect(await names({ resume: 'transporters' })).toEqual([])
  })
})

describe('filters', () => {
  test('by tags, all of them', async () => {
    expect(await names({ tags: ['PYTHON'] })).toEqual(['Bjorn Akerman', 'Björn Åkesson'])
    expect(await names({ tags: ['python', 'go'] })).toEqual(['Bjorn Akerman'])
  })

  test('by source, whatever its case', async () => {
    expect(await names({ source: 'REFERRAL' })).toEqual(['Björn Åkesson', 'Łucja Zielińska'])
  })

  test('by what was chosen in a custom field', async () => {
    const [remote] = choices
    expect(await names({ customValues: { [place]: remote!.id, [relocates]: true } })).toEqual([
      'Björn Åkesson',
      'Søren Kierkegaard',
    ])
    expect(await names({ customValues: { [relocates]: false } })).toHaveLength(3)
  })

  test('by when they were added', async () => {
    const { createdAt } = people.get('Søren Kierkegaard')!
    const after = new Date(Date.parse(createdAt) + 1).toISOString()
    expect(await names({ createdFrom: createdAt, createdTo: after })).toContain('Søren Kierkegaard')
    expect(await names({ createdTo: '2001-01-01T00:00:00Z' })).toEqual([])
  })

  test('and words together, with their total', async () => {
    const page = await own.page({ filter: { q: 'bjorn', tags: ['go'] } })
    expect([page.rows.map(({ name }) => name), page.total]).toEqual([['Bjorn Akerman'], 1])
  })
})

describe('words to choose from', () => {
  const words = async (path: string, client = recruiter) =>
    (await client.get(`${CANDIDATES}/${path}`)).json<string[]>()

  test('are the tags and sources of here, each once', async () => {
    expect(await words('tags')).toEqual(['Go', 'Philosophy', expect.stringMatching(/^python$/i)])
    expect(await words('tags?q=PHIL')).toEqual(['Philosophy'])
    expect(await words('sources')).toEqual(['Job board', expect.stringMatching(/^referral$/i)])
    expect(await words('sources?q=nothing')).toEqual([])
  })

  test('are none for who does not see all, nor of the organization next door', async () => {
    expect(await words('tags', await house.signedIn(house.north.hiring_manager))).toEqual([])
    expect(await words('tags', await house.signedIn(house.south.admin))).toEqual([])
  })
})

describe('pages', () => {
  const walk = async (query: { filter?: object; sort: [string, string] }): Promise<string[]> => {
    const seen: string[] = []
    let cursor: string | undefined
    for (;;) {
      const range: [number, number] = [seen.length, seen.length + 1]
      const page = await own.page({ ...query, range, ...(cursor ? { cursor } : {}) })
      seen.push(...page.rows.map(({ name }) => name))
      if (page.next === null) return seen
      cursor = page.next
    }
  }

  test.each<[string, string]>([
    ['name', 'ASC'],
    ['name', 'DESC'],
    ['createdAt', 'ASC'],
    ['createdAt', 'DESC'],
    ['updatedAt', 'DESC'],
  ])('by %s %s are the same by number and by cursor', async (field, direction) => {
    const sort: [string, string] = [field, direction]
    const all = (await own.page({ sort })).rows.map(({ name }) => name)
    expect(all).toHaveLength(PEOPLE.length)
    expect(await walk({ sort })).toEqual(all)
    const byNumber = [
      ...(await own.page({ sort, range: [0, 3] })).rows,
      ...(await own.page({ sort, range: [4, 9] })).rows,
    ]
    expect(byNumber.map(({ name }) => name)).toEqual(all)
  })

  test('of a search go on by cursor too', async () => {
    const sort: [string, string] = ['name', 'ASC']
    expect(await walk({ sort, filter: { resume: 'postgresql' } })).toEqual([
      'Björn Åkesson',
      'Łucja Zielińska',
    ])
  })

  test('say what number their first row has', async () => {
    const answer = await recruiter.get(`${CANDIDATES}?range=[2,3]`)
    expect(answer.headers.get('content-range')).toBe(`candidates 2-3/${PEOPLE.length}`)
  })

  test.each<[string, string, string]>([
    ['a row beyond the last number', `range=[10001,10010]`, 'range'],
    [
      'a cursor of another order',
      `sort=["name","ASC"]&cursor=["createdAt","x","${crypto.randomUUID()}"]`,
      'cursor',
    ],
    ['a cursor that is no moment', `cursor=["createdAt","now()","${crypto.randomUUID()}"]`, 'cursor'],
    [
      'a day that does not exist',
      `cursor=["createdAt","2026-02-31T00:00:00.000000Z","${crypto.randomUUID()}"]`,
      'cursor',
    ],
    ['the year 0', `cursor=["createdAt","0000-01-01T00:00:00.000000Z","${crypto.randomUUID()}"]`, 'cursor'],
    ['the year 0 in a filter', `filter={"createdFrom":"0000-01-01T00:00:00Z"}`, 'filter.createdFrom'],
  ])('refuse %s', async (_what, query, field) => {
    const answer = await recruiter.get(`${CANDIDATES}?${query}`)
    expect([answer.status, Object.keys(answer.json<Problem>().errors ?? {})]).toEqual([400, [field]])
  })
})

describe('likely duplicates', () => {
  beforeAll(async () => {
    await own.made({
      name: 'Katherine Johnson',
      company: 'NASA',
      emails: [{ kind: 'home', value: 'katherine@johnson.example' }],
      phones: [{ kind: 'mobile', value: '+1 (304) 555-0199' }],
      links: [{ kind: 'profile', value: 'https://www.linkedin.com/in/kjohnson/' }],
    })
  })

  test.each<[string, object, string[]]>([
    ['an e-mail address, its plus tag left out', { emails: ['Katherine+Jobs@johnson.example'] }, ['email']],
    ['a phone number without the country', { phones: ['304 555 0199'] }, ['phone']],
    ['a link', { links: ['uk.linkedin.com/in/KJohnson'] }, ['link']],
    ['a name that is nearly the same', { name: 'Catherine Johnson' }, ['name']],
    ['a name the other way round', { name: 'Johnson, Katherine' }, ['name']],
    ['several', { name: 'Katherine Johnson', emails: ['katherine@johnson.example'] }, ['email', 'name']],
  ])('are found by %s, with why', async (_what, wanted, reasons) => {
    const [first] = await own.like(wanted)
    expect(first).toMatchObject({ name: 'Katherine Johnson', company: 'NASA' })
    expect(first!.reasons.map(({ same }) => same)).toEqual(reasons)
  })

  test.each<[string, object]>([
    ['a half of an address', { emails: ['katherine@'] }],
    ['another name', { name: 'Dorothy Vaughan' }],
    ['two letters', { name: 'Ka' }],
    ['nothing', {}],
    ['signs', { name: '%_\\', phones: ['x'], links: ['::::'] }],
  ])('are none by %s', async (_what, wanted) => {
    expect(await own.like(wanted)).toEqual([])
  })

  test('come with the answer of somebody added, who is added all the same', async () => {
    const made = await own.made({
      name: 'Katharine Johnson',
      phones: [{ kind: 'home', value: '0304 555 0199' }],
    })
    expect(made.likelyDuplicates.map(({ name, reasons }) => [name, reasons.map(({ same }) => same)])).toEqual(
      [['Katherine Johnson', ['phone', 'name']]],
    )
    expect(await own.like({ name: 'Katharine Johnson', exceptId: made.id })).toHaveLength(1)
  })

  test('are at most twenty, the surest first', async () => {
    for (let at = 0; at < 25; at += 1) await own.made({ name: 'Common Name' })
    const { id } = await own.made({
      name: 'Common Namee',
      emails: [{ kind: 'home', value: 'common@name.example' }],
    })
    const found = await own.like({ name: 'Common Name', emails: ['common@name.example'] })
    expect([found.length, found[0]!.id]).toEqual([20, id])
  })

  test('who were merged are told as who they are now', async () => {
    const [one, two] = [
      await own.made({ name: 'Mergeable Person' }),
      await own.made({ name: 'Former Spelling', emails: [{ kind: 'home', value: 'former@x.example' }] }),
    ]
    await own.merged(one.id, two.id)
    expect((await own.like({ emails: ['former@x.example'] })).map(({ id }) => id)).toEqual([one.id])
    expect((await own.like({ name: 'Former Spelling' })).map(({ id }) => id)).toEqual([one.id])
  })
})
