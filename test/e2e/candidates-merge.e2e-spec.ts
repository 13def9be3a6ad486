import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { AuditEvent, Candidate, Problem } from '@assay/contracts'
import { CandidateSearchService } from '../../apps/api/src/candidates/candidate-search.service.ts'
import { CANDIDATES, type Candidates, candidatesOf } from '../support/candidates.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let recruiter: HttpClient
let own: Candidates
let field: string

beforeAll(async () => {
  house = await startHouse()
  recruiter = await house.signedIn(house.north.recruiter)
  own = candidatesOf(recruiter)
  const admin = candidatesOf(await house.signedIn(house.north.admin))
  field = (await admin.field({ name: 'Notice period', kind: 'text' })).id
})
afterAll(() => house.stop())

const email = (value: string, kind = 'home') => ({ kind, value })
/** Apart from what counts changes. */
const asItWas = ({ revision: _revision, updatedAt: _at, ...facts }: Candidate) => facts
const found = async (filter: object) => (await own.page({ filter })).rows.map(({ id }) => id)
const search = () => house.server.app.get(CandidateSearchService, { strict: false })
const here = <T>(work: () => Promise<T>) => house.as(house.north.recruiter, work)

/** Two records of one person: each has something that the other lacks. */
const twoOfOne = async (mark: string) => {
  const kept = await own.made({
    name: `${mark} Kept`,
    company: 'Kept Ltd',
    tags: ['Python'],
    emails: [email(`${mark}.kept@x.example`)],
    phones: [{ kind: 'mobile', value: '+46 70 123 45 67' }],
  })
  const other = await own.made({
    name: `${mark} Other`,
    company: 'Other Ltd',
    location: 'Lund',
    source: 'Job board',
    tags: ['PYTHON', 'Go'],
    emails: [email(`${mark}.other@x.example`, 'work'), email(`${mark}.kept@x.example`, 'work')],
    phones: [{ kind: 'home', value: '0701234567' }],
    links: [{ kind: 'code', value: `https://code.example/${mark}` }],
    customValues: { [field]: 'three months' },
  })
  return { kept: await own.one(kept.id), other: await own.one(other.id) }
}

describe('a merge', () => {
  test('gives the one who stays what it lacks; the other is found as it', async () => {
    const { kept, other } = await twoOfOne('gives')
    await here(() => search().setResumeText(other.id, 'Wrote a compiler for Fortran.'))
    const { candidate, gain } = await own.merged(kept.id, other.id)
    expect(candidate).toMatchObject({
      name: 'gives Kept',
      company: 'Kept Ltd',
      location: 'Lund',
      source: 'Job board',
      tags: ['Python', 'Go'],
      emails: [email('gives.kept@x.example'), email('gives.other@x.example', 'work')],
      phones: [{ kind: 'mobile', value: '+46 70 123 45 67' }],
      links: [{ kind: 'code', value: 'https://code.example/gives' }],
      customValues: { [field]: 'three months' },
      revision: kept.revision + 1,
    })
    expect(gain.filled.toSorted()).toEqual(['location', 'source'])
    expect(await found({ q: 'gives other' })).toEqual([kept.id])
    expect(await found({ resume: 'fortran' })).toEqual([kept.id])
    expect(await found({ tags: ['go'], source: 'job BOARD' })).toEqual([kept.id])
    expect((await own.one(other.id)).mergedInto).toBe(kept.id)
    expect(await found({ ids: [other.id] })).toEqual([other.id])
    expect(await here(() => search().idsOf(kept.id))).toEqual([kept.id, other.id])
  })

  test('can be looked at beforehand: nothing happens', async () => {
    const { kept, other } = await twoOfOne('looked')
    const preview = await own.merged(kept.id, other.id, { dryRun: true })
    expect(preview).toMatchObject({ dryRun: true, candidate: kept, conflicts: [] })
    expect([await own.one(kept.id), await own.one(other.id)]).toEqual([kept, other])
    expect((await own.merged(kept.id, other.id)).gain).toEqual(preview.gain)
  })

  test('is undone exactly', async () => {
    const { kept, other } = await twoOfOne('undone')
    await own.merged(kept.id, other.id)
    const { candidate, other: back } = await own.unmerged(kept.id, other.id)
    expect(asItWas(candidate)).toEqual(asItWas(kept))
    expect(asItWas(back)).toEqual(asItWas(other))
    expect(await found({ q: 'undone other' })).toEqual([other.id])
    expect(await found({ q: 'undone kept' })).toEqual(expect.arrayContaining([kept.id]))
    expect(await here(() => search().idsOf(kept.id))).toEqual([kept.id])
  })

  test('is undone around what was changed since', async () => {
    const { kept, other } = await twoOfOne('since')
    const { candidate } = await own.merged(kept.id, other.id)
    const changed = await own.changed(candidate, {
      location: 'Malmö',
      emails: [email('since.new@x.example'), ...candidate.emails.toReversed()],
    })
    expect(changed.emails.length).toBe(3)
    const undone = (await own.unmerged(kept.id, other.id)).candidate
    expect(undone.emails).toEqual([email('since.new@x.example'), email('since.kept@x.example')])
    expect([undone.location, undone.source]).toEqual(['Malmö', null])
  })

  test('of three is undone in any order', async () => {
    const { kept, other } = await twoOfOne('three')
    const third = await own.made({
      name: 'Third',
      location: 'Ystad',
      tags: ['Go'],
      emails: [email('three.other@x.example', 'work')],
      customValues: { [field]: 'none' },
    })
    await own.merged(kept.id, other.id)
    await own.merged(kept.id, third.id)
    const onlyThird = (await own.unmerged(kept.id, other.id)).candidate
    expect(onlyThird).toMatchObject({
      tags: ['Python', 'Go'],
      location: 'Ystad',
      source: null,
      links: [],
      customValues: { [field]: 'none' },
    })
    expect(onlyThird.emails.map(({ value }) => value)).toEqual([
      'three.kept@x.example',
      'three.other@x.example',
    ])
    expect(asItWas((await own.unmerged(kept.id, third.id)).candidate)).toEqual(asItWas(kept))
  })

  test('of a merged one leads to who stays at last, and back', async () => {
    const { kept, other } = await twoOfOne('chain')
    const last = await own.made({ name: 'Last one' })
    await own.merged(kept.id, other.id)
    const between = await own.one(kept.id)
    await own.merged(last.id, kept.id)
    expect((await own.one(other.id)).mergedInto).toBe(last.id)
    expect(await found({ q: 'chain other' })).toEqual([last.id])
    const early = await recruiter.post(`${CANDIDATES}/${kept.id}/unmerge`, { otherId: other.id })
    expect(early.status).toBe(409)
    const { other: back } = await own.unmerged(last.id, kept.id)
    expect(asItWas(back)).toEqual(asItWas(between))
    expect((await own.one(other.id)).mergedInto).toBe(kept.id)
    expect(await found({ q: 'chain other' })).toEqual([kept.id])
    expect(asItWas((await own.unmerged(kept.id, other.id)).candidate)).toEqual(asItWas(kept))
  })

  test('says so where it cannot be, and changes nothing', async () => {
    const { kept, other } = await twoOfOne('refused')
    const command = (id: string, name: string, otherId: string) =>
      recruiter.post(`${CANDIDATES}/${id}/${name}`, { otherId })
    const nobody = crypto.randomUUID()
    expect((await command(kept.id, 'merge', kept.id)).json<Problem>().errors).toHaveProperty('otherId')
    expect((await command(kept.id, 'merge', nobody)).json<Problem>().errors).toHaveProperty('otherId')
    expect((await command(kept.id, 'unmerge', other.id)).status).toBe(409)
    expect((await command(nobody, 'merge', kept.id)).status).toBe(404)
    await own.merged(kept.id, other.id)
    const third = await own.made({ name: 'Refused third' })
    for (const answer of [
      await command(third.id, 'merge', other.id),
      await command(other.id, 'merge', third.id),
      await recruiter.patch(`${CANDIDATES}/${other.id}`, { name: 'Changed' }, other.revision + 1),
    ]) {
      expect([answer.status, answer.json<Problem>().code]).toEqual([409, 'step_refused'])
    }
  })

  test('said twice at once happens once', async () => {
    const { kept, other } = await twoOfOne('twice')
    const answers = await Promise.all([
      recruiter.post(`${CANDIDATES}/${kept.id}/merge`, { otherId: other.id }),
      recruiter.post(`${CANDIDATES}/${other.id}/merge`, { otherId: kept.id }),
      recruiter.post(`${CANDIDATES}/${kept.id}/merge`, { otherId: other.id }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
  })

  test('is on record, and listed with the one who stays', async () => {
    const { kept, other } = await twoOfOne('listed')
    await own.merged(kept.id, other.id)
    const merges = await recruiter.get(`${CANDIDATES}/${kept.id}/merges`)
    expect(merges.json()).toEqual([
      {
        otherId: other.id,
        name: 'listed Other',
        mergedAt: expect.any(String),
        mergedBy: house.north.recruiter.name,
      },
    ])
    await own.unmerged(kept.id, other.id)
    expect((await recruiter.get(`${CANDIDATES}/${kept.id}/merges`)).json()).toEqual([])
    const admin = await house.signedIn(house.north.admin)
    const filter = encodeURIComponent(JSON.stringify({ subjectId: kept.id }))
    const events = (await admin.get(`/api/v1/audit-events?filter=${filter}`)).json<AuditEvent[]>()
    expect(
      events.filter(({ action }) => /merged/.test(action)).map(({ action, details }) => [action, details]),
    ).toEqual(['candidate.unmerged', 'candidate.merged'].map((action) => [action, { otherId: other.id }]))
  })
})
