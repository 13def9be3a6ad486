import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Candidate, Problem } from '@assay/contracts'
import fc from 'fast-check'
import { CANDIDATES, type Candidates, candidatesOf, CUSTOM_FIELDS } from '../support/candidates.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let recruiter: HttpClient
let own: Candidates
let all: Candidate[]

beforeAll(async () => {
  house = await startHouse()
  recruiter = await house.signedIn(house.north.recruiter)
  own = candidatesOf(recruiter)
  for (const name of ['Ada Lovelace', 'Grace Hopper', 'Edsger Dijkstra']) {
    await own.made({
      name,
      source: 'Fair',
      tags: ['Python'],
      emails: [{ kind: 'home', value: `${name[0]}@x.example` }],
    })
  }
  all = (await own.page({})).rows
})
afterAll(() => house.stop())

const asked = (parameters: Record<string, unknown>): string =>
  `${CANDIDATES}?${Object.entries(parameters)
    .map(([name, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      return `${encodeURIComponent(name)}=${encodeURIComponent(text.toWellFormed())}`
    })
    .join('&')}`

const INJECTIONS = [
  `' OR '1'='1`,
  `'; DROP TABLE candidates; --`,
  `') UNION SELECT id, name FROM users --`,
  `1); SELECT pg_sleep(5); --`,
  `\\'; SELECT pg_sleep(5); --`,
  `ada' & '':*`,
  `ada':* | 'grace':*`,
  `!'nobody'`,
  `$1`,
  '$body$; DROP TABLE candidates; $body$',
  `o'reilly@x.example`,
  `\\'@x.example`,
  `a'':*|b@x.example`,
  '%',
  '_',
  '\\',
]

describe('S-05 text that would be SQL', () => {
  test.each(INJECTIONS)('%s is a word nobody has', async (text) => {
    const begun = performance.now()
    for (const filter of [{ q: text }, { resume: text }, { tags: [text] }, { source: text }]) {
      const { rows } = await own.page({ filter })
      // A word of it may be somebody's name; it never finds everybody, nor anybody by another word.
      expect(rows.filter(({ name }) => !/ada|grace/i.test(text) || !/Ada|Grace/.test(name))).toEqual([])
      expect(rows.length).toBeLessThan(2)
    }
    expect(await own.like({ name: text, emails: [text], phones: [text], links: [text] })).toEqual([])
    expect(performance.now() - begun).toBeLessThan(4_000)
  })

  test('is kept as it was written where it is a name', async () => {
    for (const name of INJECTIONS) {
      const { id } = await own.made({ name, headline: name, tags: [name], source: name })
      expect(await own.one(id)).toMatchObject({ name, headline: name, tags: [name], source: name })
    }
    const kept = await own.page({ filter: { ids: all.map(({ id }) => id) } })
    expect(kept.rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      all.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    )
  })

  test('any query whatever is answered or refused, and breaks nothing', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom(...INJECTIONS))
    const filter = fc.oneof(
      fc.record({ q: text, resume: text }, { requiredKeys: [] }),
      fc.record({ tags: fc.array(text, { maxLength: 3 }), source: text }, { requiredKeys: [] }),
      fc.record({
        createdFrom: fc.oneof(
          text,
          fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
        ),
      }),
      fc.record({
        customValues: fc.dictionary(fc.oneof(text, fc.uuid()), fc.oneof(text, fc.uuid(), fc.boolean())),
      }),
      fc.record({ ids: fc.array(fc.oneof(fc.uuid(), text), { maxLength: 3 }) }),
      fc.dictionary(text, fc.anything()),
      fc.jsonValue(),
    )
    const sort = fc.tuple(
      fc.oneof(text, fc.constantFrom('name', 'createdAt')),
      fc.oneof(text, fc.constantFrom('ASC', 'DESC')),
    )
    const cursor = fc.tuple(fc.constantFrom('name', 'createdAt', 'x'), text, fc.oneof(fc.uuid(), text))
    const range = fc.tuple(fc.oneof(fc.nat(), fc.integer(), fc.double()), fc.oneof(fc.nat(60), text))
    const query = fc.record({ filter, sort, cursor, range }, { requiredKeys: [] })
    await fc.assert(
      fc.asyncProperty(query, async (parameters) => {
        const answer = await recruiter.get(asked(parameters))
        expect([200, 400, 414, 431]).toContain(answer.status)
        expect(answer.headers.get('content-type')).toMatch(/^application\/(problem\+)?json/)
      }),
      { numRuns: 400 },
    )
    expect((await own.page({ filter: { q: 'lovelace' } })).rows).toHaveLength(1)
  }, 120_000)

  test('any cursor is answered or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.uuid(), async (value, id) => {
        const answer = await recruiter.get(asked({ sort: ['name', 'ASC'], cursor: ['name', value, id] }))
        expect([200, 400]).toContain(answer.status)
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})

describe('S-06 orders that would be SQL', () => {
  test.each<[string, unknown]>([
    ['a case', ['(CASE WHEN (SELECT 1) = 1 THEN name ELSE id END)', 'ASC']],
    ['a second statement', ['name; DROP TABLE candidates', 'ASC']],
    ['a direction with more to it', ['name', 'ASC;--']],
    ['a lower-case direction', ['name', 'asc']],
    ['a path', ['emails.value', 'ASC']],
    ['a column by number', [1, 'ASC']],
    ['three parts', ['name', 'ASC', 'NULLS FIRST']],
    ['an object', { name: 'ASC' }],
    ['a name of every object', ['constructor', 'ASC']],
    ['another', ['__proto__', 'ASC']],
  ])('%s is refused at once', async (_what, sort) => {
    const begun = performance.now()
    const answer = await recruiter.get(asked({ sort }))
    expect([answer.status, answer.json<Problem>().code]).toEqual([400, 'validation_failed'])
    expect(performance.now() - begun).toBeLessThan(500)
  })
})

describe('S-18 fields that are not for lists', () => {
  test.each([
    'sortName',
    'mergedInto',
    'createdBy',
    'wrappedKey',
    'foldedSource',
    'matched',
    'emails',
    'name',
    'merged_into',
  ])('neither filter nor order knows %s', async (field) => {
    expect((await recruiter.get(asked({ filter: { [field]: 'x' } }))).status).toBe(400)
    if (field !== 'name') expect((await recruiter.get(asked({ sort: [field, 'ASC'] }))).status).toBe(400)
  })

  test('no answer holds what it does not declare', async () => {
    const declared = Object.keys(all[0]!).toSorted()
    expect(declared).toEqual(
      'company createdAt customValues emails erasedAt headline id links location mergedInto name phones preferredName revision source tags updatedAt'.split(
        ' ',
      ),
    )
    const answers = [await recruiter.get(CANDIDATES), await recruiter.get(`${CANDIDATES}/${all[0]!.id}`)]
    for (const { text } of answers)
      expect(text).not.toMatch(/sort_?name|wrapped|matched|organization|stands/i)
  })

  test('a list is the same whatever the organization next door does', async () => {
    const before = await recruiter.get(asked({ filter: { q: 'ada' } }))
    const neighbour = candidatesOf(await house.signedIn(house.south.admin))
    for (let at = 0; at < 5; at += 1) await neighbour.made({ name: 'Ada Lovelace', tags: ['Python'] })
    const after = await recruiter.get(asked({ filter: { q: 'ada' } }))
    expect([after.text, after.headers.get('content-range')]).toEqual([
      before.text,
      before.headers.get('content-range'),
    ])
  })
})

describe('S-02 ids of the organization next door', () => {
  test('in filters, bodies and addresses are as if they did not exist', async () => {
    const neighbour = candidatesOf(await house.signedIn(house.south.admin))
    const field = await neighbour.field({ name: 'Theirs', kind: 'yes_no' })
    const { id } = await neighbour.made({ name: 'Foreign', customValues: { [field.id]: true } })
    const nobody = { candidate: crypto.randomUUID(), field: crypto.randomUUID() }
    const mine = all[0]!
    const asks = (of: { candidate: string; field: string }) => [
      recruiter.get(asked({ filter: { ids: [of.candidate] } })),
      recruiter.get(asked({ filter: { customValues: { [of.field]: true } } })),
      recruiter.get(`${CANDIDATES}/${of.candidate}/merges`),
      recruiter.get(`${CUSTOM_FIELDS}/${of.field}`),
      recruiter.post(CANDIDATES, { name: 'X', customValues: { [of.field]: true } }),
      recruiter.post(`${CANDIDATES}/${mine.id}/merge`, { otherId: of.candidate }),
      recruiter.post(`${CANDIDATES}/${mine.id}/merge`, { otherId: of.candidate, dryRun: true }),
      recruiter.post(`${CANDIDATES}/${mine.id}/unmerge`, { otherId: of.candidate }),
      recruiter.post(`${CANDIDATES}/${of.candidate}/merge`, { otherId: mine.id }),
    ]
    const told = async (of: { candidate: string; field: string }) =>
      (await Promise.all(asks(of))).map(({ status, text }) => [
        status,
        text
          .replaceAll(of.candidate, 'C')
          .replaceAll(of.field, 'F')
          .replace(/"requestId":"[^"]+"/, ''),
      ])
    expect(await told({ candidate: id, field: field.id })).toEqual(await told(nobody))
  })

  test('the functions that read past the wall answer for the organization of the transaction only', async () => {
    const neighbour = candidatesOf(await house.signedIn(house.south.admin))
    await neighbour.made({ name: 'Wall Climber' })
    const { UnitOfWork } = await import('@assay/persistence')
    const work = house.server.app.get(UnitOfWork, { strict: false })
    const found = (text: string) => house.as(house.north.recruiter, () => work.query(text))
    expect(await found(`SELECT assay_candidates_by_names($q$'climber'$q$::tsquery, 10)`)).toEqual([])
    expect(await found(`SELECT assay_candidates_like_name('wall climber', 10)`)).toEqual([])
    const theirs = await house.as(house.south.admin, () =>
      work.query(`SELECT assay_candidates_like_name('wall climber', 10)`),
    )
    expect(theirs).toHaveLength(1)
  })
})
