import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { type Comparison, comparison, type Job, type PresentSnapshot, type Role } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { type ComparedJobs, comparedJobs } from '../support/compared-jobs.ts'
import { comparisonsOf, rated } from '../support/comparisons.ts'
import { fitsOf } from '../support/measurement-fits.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { panelOf } from '../support/scorecards.ts'

let house: RunningHouse
let own: ComparedJobs

beforeAll(async () => {
  house = await startHouse()
  own = await comparedJobs(house)
})
afterAll(() => house.stop())

const compare = (job: Job, as: Role = 'hiring_manager'): Promise<Comparison> =>
  comparisonsOf(own.clients[as]).compare(job)
const named = (shown: Comparison, name: string) =>
  shown.applications.find(({ candidateName }) => candidateName === name)!

describe('where a strict and a lenient interviewer met different people', () => {
  let job: Job
  let shown: Comparison
  beforeAll(async () => {
    job = await own.begin()
    await own.met(job, 'Ada $& Lovelace', { interviewer: [4, 3, 4], admin: [3, 2, 3], recruiter: [4, 4, 4] })
    await own.met(job, 'Bob', { interviewer: [3, 3, 3], recruiter: [3, 4, 3] })
    await own.met(job, 'Cid', { admin: [2, 1, 2], recruiter: [3, 3, 2] })
    await own.met(job, 'Dot', { interviewer: [1, 1, 2], admin: [1, 1, 1], recruiter: [1, 2, 1] })
    await fitsOf(own.clients.hiring_manager).computed(job)
    shown = await compare(job)
  }, 60_000)

  test('a fair score stands beside the raw mean, with its interval', () => {
    expect(shown.fit).toMatchObject({
      status: 'fresh',
      modelVersion: expect.stringContaining('assay') as unknown,
    })
    expect(shown.noFitBecause).toBeNull()
    for (const { fair, raw } of shown.applications) {
      expect(raw!.mean).toBeGreaterThan(0)
      expect(fair!.low).toBeLessThan(fair!.score)
      expect(fair!.high).toBeGreaterThan(fair!.score)
      expect(fair!.low).toBeGreaterThanOrEqual(1)
      expect(fair!.high).toBeLessThanOrEqual(4)
      expect(fair!.se).toBeGreaterThan(0)
    }
    expect(named(shown, 'Dot').fair!.score).toBeLessThan(named(shown, 'Ada $& Lovelace').fair!.score)
  })

  test('a decision rests on the fit that is shown, and on none while fair scores are off', async () => {
    const path = `/api/v1/applications/${named(shown, 'Bob').applicationId}/decision-snapshot`
    const client = own.clients.hiring_manager
    const seen = async () => (await client.get(path)).json<PresentSnapshot>()
    const before = await seen()
    expect(before.snapshot.fit).toEqual({ id: shown.fit!.id, modelVersion: shown.fit!.modelVersion })
    const turned = async (fairScores: 'on' | 'off') =>
      (await client.post(`/api/v1/jobs/${job.id}/fair-scores`, { fairScores })).status
    await turned('off')
    const without = await seen()
    expect(without.snapshot.fit).toBeNull()
    expect(without.hash).not.toBe(before.hash)
    await turned('on')
    expect(await seen()).toEqual(before)
  })

  test('candidates stand by name, whatever their score', () => {
    expect(shown.applications.map(({ candidateName }) => candidateName)).toEqual([
      'Ada $& Lovelace',
      'Bob',
      'Cid',
      'Dot',
    ])
  })

  test('of every pair is said what may be said, by name', () => {
    expect(shown.pairs).toHaveLength(6)
    for (const { a, b, because, probabilityAHigher, state } of shown.pairs) {
      const both = [a, b].map(
        (id) => shown.applications.find((one) => one.applicationId === id)!.candidateName,
      )
      for (const name of both) expect(because).toContain(name)
      expect(because).not.toMatch(/[0-9a-f]{8}-/)
      expect(probabilityAHigher).toBeGreaterThan(0)
      const sure = Math.max(probabilityAHigher!, 1 - probabilityAHigher!)
      expect(state).toBe(sure >= 0.95 ? 'ahead' : sure >= 0.9 ? 'probably_ahead' : 'cannot_be_told_apart')
    }
  })

  test('a tier ends only where everybody above is ahead of everybody below', () => {
    expect(shown.tiers).toHaveLength(1)
    const [tiers] = shown.tiers
    expect(tiers!.flat().toSorted()).toEqual(shown.applications.map((one) => one.applicationId).toSorted())
    const isAhead = (high: string, low: string): boolean =>
      shown.pairs.some(
        ({ a, b, state, probabilityAHigher }) =>
          state === 'ahead' &&
          ((a === high && b === low && probabilityAHigher! > 0.5) ||
            (b === high && a === low && probabilityAHigher! < 0.5)),
      )
    for (const [place, tier] of tiers!.entries())
      for (const high of tier)
        for (const low of tiers!.slice(place + 1).flat()) expect(isAhead(high, low)).toBe(true)
  })

  test('how the raters lean is told of three and more, and of nobody by name', () => {
    const { panel, because } = named(shown, 'Ada $& Lovelace')
    expect(panel).toMatchObject({ raters: 3, candidates: { fewest: 3, most: 4 } })
    expect(panel!.strict + panel!.lenient + panel!.neither + panel!.tooLittle).toBe(3)
    expect(because).toBeNull()
    expect(named(shown, 'Bob')).toMatchObject({
      panel: null,
      because: expect.stringContaining('Fewer than 3') as unknown,
    })
  })

  test('one more interview is by somebody who did not meet them, about two who cannot be told apart', () => {
    for (const one of shown.wouldChange) {
      const pair = shown.pairs.find(
        ({ a, b }) => [a, b].includes(one.applicationId) && [a, b].includes(one.against),
      )
      expect(pair!.state).toBe('cannot_be_told_apart')
      const { cells } = shown.applications.find((each) => each.applicationId === one.applicationId)!
      const raters = new Set(cells.flatMap(({ ratings }) => ratings.map(({ raterId }) => raterId)))
      expect(raters.has(one.interviewerId)).toBe(false)
      expect(one.seAfter).toBeLessThanOrEqual(one.seBefore)
      expect(one.interviewerName).toContain('Northwind')
      expect(shown.competencies.map(({ id }) => id)).toContain(one.competencyId)
    }
  })

  test('of some of them only what is about them is told', async () => {
    const [ada, bob] = shown.applications
    const two = await comparisonsOf(own.clients.hiring_manager).compare(job, [
      { id: ada!.applicationId },
      { id: bob!.applicationId },
    ])
    expect(two.pairs).toEqual(
      shown.pairs.filter(({ a, b }) =>
        [a, b].every((id) => [ada, bob].some((one) => one!.applicationId === id)),
      ),
    )
    expect(two.applications.map(({ fair }) => fair)).toEqual([ada!.fair, bob!.fair])
    expect(JSON.stringify(two)).not.toContain(shown.applications[3]!.applicationId)
  })

  test('is at most three statements', async () => {
    const asked = jest.spyOn(UnitOfWork.prototype, 'query')
    const counts: number[] = []
    for (let time = 0; time < 5; time += 1) {
      asked.mockClear()
      await compare(job)
      counts.push(asked.mock.calls.length)
    }
    asked.mockRestore()
    expect(Math.min(...counts)).toBe(3)
  })

  test('a score without its interval is no answer of this API', () => {
    const { score } = named(shown, 'Bob').fair!
    const bare = { ...shown, applications: shown.applications.map((one) => ({ ...one, fair: { score } })) }
    expect(comparison.safeParse(shown).success).toBe(true)
    expect(comparison.safeParse(bare).success).toBe(false)
  })

  test('a newer scorecard makes it stale, and it stays with its date; a new fit is fresh again', async () => {
    await own.met(job, 'Eve', { interviewer: [2, 2, 2] })
    const stale = await compare(job)
    expect(stale.fit).toMatchObject({ id: shown.fit!.id, fittedAt: shown.fit!.fittedAt, status: 'stale' })
    expect(named(stale, 'Bob').fair).toEqual(named(shown, 'Bob').fair)
    expect(named(stale, 'Eve')).toMatchObject({
      fair: null,
      because: expect.stringContaining('last computed') as unknown,
      raw: { mean: 2 },
    })
    await fitsOf(own.clients.admin).computed(job)
    const fresh = await compare(job)
    expect(fresh.fit!.status).toBe('fresh')
    expect(named(fresh, 'Eve').fair).not.toBeNull()
  }, 20_000)

  test('an attempt that gave nothing leaves the last good one, and is told', async () => {
    const before = await compare(job)
    await house.as(house.north.admin, () =>
      house.server.app.get(UnitOfWork, { strict: false }).query(
        `INSERT INTO measurement_fits (organization_id, id, job_id, family, status, because, finished_at, taken_at)
         VALUES ($1, gen_random_uuid(), $2, $3, 'failed', 'The computation broke off.', now(), now())`,
        [house.north.id, job.id, job.family],
      ),
    )
    const after = await compare(job)
    expect(after.fit).toMatchObject({ id: before.fit!.id, fittedAt: before.fit!.fittedAt, status: 'fresh' })
    expect(after.fit!.because).toContain('The computation broke off.')
    expect(after.applications).toEqual(before.applications)
  })
})

describe('where the ratings cannot carry it', () => {
  test('one candidate has no fair score, with the reason', async () => {
    const job = await own.begin()
    await own.met(job, 'Alone', { interviewer: [4, 3], admin: [2, 3] })
    await fitsOf(own.clients.hiring_manager).computed(job)
    const shown = await compare(job)
    expect(shown.fit).toMatchObject({ status: 'too_little_data' })
    expect(shown.applications[0]).toMatchObject({
      fair: null,
      because: expect.stringContaining('One candidate') as unknown,
    })
    expect([shown.pairs, shown.tiers]).toEqual([[], []])
  })

  test('marks that are all equal distinguish nobody', async () => {
    const job = await own.begin()
    await own.met(job, 'Same', { interviewer: [3], admin: [3] })
    await own.met(job, 'Equal', { interviewer: [3], admin: [3] })
    await fitsOf(own.clients.hiring_manager).computed(job)
    expect((await compare(job)).fit).toMatchObject({ status: 'not_identified' })
  })

  test('panels that share nobody are not compared: two lists, and what would link them', async () => {
    const job = await own.begin()
    for (const name of ['Left', 'Left too'])
      await own.met(job, name, { interviewer: name === 'Left' ? [4, 4, 3] : [2, 3, 2] })
    for (const name of ['Right', 'Right too'])
      await own.met(job, name, { admin: name === 'Right' ? [1, 2, 1] : [3, 4, 3] })
    await fitsOf(own.clients.hiring_manager).computed(job)
    const shown = await compare(job)
    expect(shown.fit).toMatchObject({
      status: 'disconnected',
      because: expect.stringContaining('would link them') as unknown,
    })
    expect(shown.tiers).toHaveLength(2)
    const across = shown.pairs.filter(({ state }) => state === 'not_comparable')
    expect(across).toHaveLength(4)
    for (const pair of across) expect(pair.probabilityAHigher).toBeNull()
    for (const { against, applicationId } of shown.wouldChange)
      expect(across.some(({ a, b }) => [a, b].includes(against) && [a, b].includes(applicationId))).toBe(
        false,
      )
  }, 20_000)
})

describe('whoever owes a scorecard in the family', () => {
  test('gets marks and no fair score, the same whether there is one or not', async () => {
    const family = crypto.randomUUID()
    const [job, elsewhere] = [await own.begin({ family }), await own.begin({ family })]
    const owed = await own.panels.apply(await own.panels.candidate('Owed'), elsewhere)
    const debt = await own.panels.schedule(owed, panelOf(house.north.hiring_manager))
    await own.met(job, 'Ada', { interviewer: [4, 3, 4], admin: [3, 2, 3] })
    await own.met(job, 'Bob', { interviewer: [2, 3, 3], admin: [1, 2, 2] })
    const before = await compare(job)
    await fitsOf(own.clients.recruiter).computed(job)
    expect(await compare(job)).toEqual(before)
    expect(before).toMatchObject({ fit: null, withheld: null, pairs: [], tiers: [], wouldChange: [] })
    expect(before.noFitBecause).toContain('another job of this family')
    for (const { fair, panel, raw } of before.applications) {
      expect([fair, panel]).toEqual([null, null])
      expect(raw!.ratings).toBeGreaterThan(0)
    }
    expect((await compare(job, 'recruiter')).fit).not.toBeNull()
    await rated(own.clients.hiring_manager, debt, [3])
    expect((await compare(job)).fit).not.toBeNull()
  }, 20_000)
})
