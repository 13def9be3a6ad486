import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Calibration, Job, OwnCalibration, RatingLevel, Role } from '@assay/contracts'
import { type ComparedJobs, comparedJobs } from '../support/compared-jobs.ts'
import { rated } from '../support/comparisons.ts'
import { fitsOf } from '../support/measurement-fits.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { panelOf } from '../support/scorecards.ts'

const FAMILY = 'Calibrated'

let house: RunningHouse
let own: ComparedJobs
let job: Job

/** By candidate: the interviewer gives the first, the admin the second, whatever the competency; the third is one mark. */
const GIVEN: readonly (readonly [RatingLevel, RatingLevel])[] = [
  [4, 3],
  [4, 2],
  [3, 2],
  [3, 1],
  [2, 1],
  [4, 4],
]

const mine = async (role: Role): Promise<OwnCalibration> => {
  const answer = await own.clients[role].get('/api/v1/calibration/me')
  expect(answer.status).toBe(200)
  return answer.json<OwnCalibration>()
}
const all = async (): Promise<Calibration['families'][number]> => {
  const { families } = (await own.clients.admin.get('/api/v1/calibration')).json<Calibration>()
  return families.find(({ family }) => family === FAMILY)!
}
const mineHere = async (role: Role) => (await mine(role)).families.find(({ family }) => family === FAMILY)!

beforeAll(async () => {
  house = await startHouse()
  own = await comparedJobs(house)
  job = await own.begin({ family: FAMILY })
  for (const [place, [mild, strict]] of GIVEN.entries())
    await own.met(job, `Candidate ${place}`, {
      interviewer: [mild, 'not_assessed', mild],
      admin: [strict],
      ...(place < 2 ? { recruiter: [3] } : {}),
    })
}, 60_000)
afterAll(() => house.stop())

describe('about oneself', () => {
  test('what one gave is counted before anything is measured', async () => {
    const { scorecards, candidates, competencies, notAssessed, asked, marks, turnaround, families } =
      await mine('interviewer')
    expect({ scorecards, candidates, notAssessed }).toEqual({ scorecards: 6, candidates: 6, notAssessed: 6 })
    expect(asked).toBe(6 * (competencies + 1))
    const [four] = marks
    expect(four).toMatchObject({ scale: 4, levels: [0, competencies, 2 * competencies, 3 * competencies] })
    expect(four!.mean).toBeCloseTo(20 / 6, 9)
    expect(four!.spread).toBeGreaterThan(0)
    // The interviews are in the future: handed in before their end is handed in at once.
    expect(turnaround).toEqual({ medianHours: 0, after48Hours: 0 })
    expect(families).toEqual([
      {
        family: FAMILY,
        fittedAt: null,
        figures: null,
        because: expect.stringContaining('not been measured') as unknown,
      },
    ])
  })

  test('how one rates among colleagues, in plain words, with how much evidence', async () => {
    await fitsOf(own.clients.recruiter).computed(job)
    const { figures, fittedAt, because } = await mineHere('interviewer')
    expect([because, fittedAt === null]).toEqual([null, false])
    expect(figures!.candidates).toBe(6)
    expect(figures!.statement).toContain('6 candidates')
    const { figures: strict } = await mineHere('admin')
    if (figures!.severity && strict!.severity)
      expect(figures!.severity.points).toBeLessThan(strict!.severity.points)
    // Told of the pairs with the admin, and with the recruiter, on what both assessed.
    const pairs = figures!.agreement!.pairs
    const { competencies } = await mine('interviewer')
    expect(figures!.agreement!.candidates).toBe(6)
    expect(pairs).toBe((6 + 2) * competencies)
    expect(figures!.agreement!.exact).toBeCloseTo(1 / 8, 9)
    expect(figures!.agreement!.withinOne).toBeCloseTo(6 / 8, 9)
  })

  test('nothing in figures with fewer than five candidates', async () => {
    const { figures } = await mineHere('recruiter')
    expect(figures).toMatchObject({
      lean: 'too_little_evidence',
      severity: null,
      agreement: null,
      candidates: 2,
    })
  })

  test('whoever owes in the family gets the same whatever the others do, and their own marks all the same', async () => {
    const owed = await own.panels.apply(await own.panels.candidate('Owed'), job)
    const debt = await own.panels.schedule(owed, panelOf(house.north.interviewer, house.north.admin))
    const before = await mine('interviewer')
    expect(before.families[0]).toMatchObject({
      figures: null,
      fittedAt: null,
      because: expect.stringContaining('You owe') as unknown,
    })
    expect(before.scorecards).toBe(6)
    await rated(own.clients.admin, debt, [1])
    await fitsOf(own.clients.recruiter).computed(job)
    expect(await mine('interviewer')).toEqual(before)
    await rated(own.clients.interviewer, debt, [4])
    expect((await mineHere('interviewer')).figures).not.toBeNull()
  })
})

describe('for admins', () => {
  test('people stand by name, with what is told of each, and no figure of those with few candidates', async () => {
    await fitsOf(own.clients.recruiter).computed(job)
    const { interviewers, because } = await all()
    expect(because).toBeNull()
    const names = interviewers.map(({ name }) => name)
    expect(names).toEqual([house.north.admin.name, house.north.interviewer.name, house.north.recruiter.name])
    expect(interviewers[2]).toMatchObject({ severity: null, agreement: null, lean: 'too_little_evidence' })
    for (const { severity } of interviewers) if (severity) expect(severity.low).toBeLessThan(severity.high)
  })

  test('kits and competencies have no reliability before ten candidates were met by two', async () => {
    const { whole, competencies, templates } = await all()
    expect(whole!.candidates).toBe(7)
    // The second competency was assessed by the others only.
    expect(new Set(competencies.map(({ candidates }) => candidates))).toEqual(new Set([3, 7]))
    for (const one of [whole!, ...competencies, ...templates])
      expect(one).toMatchObject({
        curve: null,
        enough: null,
        because: expect.stringContaining('ten') as unknown,
      })
    expect(competencies.map(({ name }) => name)).toEqual(competencies.map(({ name }) => name).toSorted())
    expect(templates).toHaveLength(1)
    for (const [place, levels] of [
      [3, 3],
      [1, 2],
      [4, 3],
    ].entries())
      await own.met(job, `More ${place}`, {
        interviewer: [levels[0] as RatingLevel],
        admin: [levels[1] as RatingLevel],
      })
    await fitsOf(own.clients.recruiter).computed(job)
    const more = await all()
    expect(more.whole).toMatchObject({ candidates: 10, because: null })
    const curve = more.whole!.curve!
    expect(curve.map(({ interviewers }) => interviewers)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    for (const { reliability, low, high } of curve) {
      expect(low).toBeLessThanOrEqual(reliability)
      expect(high).toBeGreaterThanOrEqual(reliability)
    }
    const first = curve.find(({ reliability }) => reliability >= 0.7)
    expect(more.whole!.enough).toBe(first?.interviewers ?? null)
  }, 30_000)

  test('an admin who owes in a family is told so, and nothing of it', async () => {
    const owed = await own.panels.apply(await own.panels.candidate('Owed by an admin'), job)
    const debt = await own.panels.schedule(owed, panelOf(house.north.admin))
    expect(await all()).toEqual({
      family: FAMILY,
      fittedAt: null,
      because: expect.stringContaining('You owe') as unknown,
      whole: null,
      competencies: [],
      templates: [],
      interviewers: [],
    })
    await rated(own.clients.admin, debt, [2])
    expect((await all()).because).toBeNull()
  })

  test('nobody else sees how others rate', async () => {
    for (const role of ['recruiter', 'hiring_manager', 'interviewer'] as const)
      expect((await own.clients[role].get('/api/v1/calibration')).status).toBe(403)
    const text = JSON.stringify(await mine('interviewer'))
    for (const { name, id } of [house.north.admin, house.north.recruiter])
      for (const word of [name, id]) expect(text).not.toContain(word)
  })
})
