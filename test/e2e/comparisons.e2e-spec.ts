import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { AuditEvent, Job } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { comparisonsOf, rated, ratingsOf } from '../support/comparisons.ts'
import { hiringOf } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type Panels, panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { panelOf, scorecardsOf } from '../support/scorecards.ts'

let house: RunningHouse
let recruiter: HttpClient
let interviewer: HttpClient
let manager: HttpClient
let admin: HttpClient
let own: Panels

beforeAll(async () => {
  house = await startHouse()
  recruiter = await house.signedIn(house.north.recruiter)
  interviewer = await house.signedIn(house.north.interviewer)
  manager = await house.signedIn(house.north.hiring_manager)
  admin = await house.signedIn(house.north.admin)
})
afterAll(() => house.stop())

/** A job of its own, so that nobody owes anything there from another test. */
const beginJob = async (more: object = {}) => {
  own = await panelsOf(house, recruiter)
  const job = await hiringOf(recruiter).job({
    team: [{ userId: house.north.hiring_manager.id, role: 'hiring_manager' }],
    family: crypto.randomUUID(),
    ...more,
  })
  const applied = async (name: string) => own.apply(await own.candidate(name), job)
  return { job, applied }
}

describe('the matrix', () => {
  test('holds every mark, and what is computed of them', async () => {
    const { job, applied } = await beginJob()
    const [zoe, adam] = [await applied('Zoe'), await applied('Adam')]
    const panel = panelOf(house.north.interviewer, house.north.admin)
    const [ofZoe, ofAdam] = [await own.schedule(zoe, panel), await own.schedule(adam, panel)]
    await rated(interviewer, ofZoe, [4, 'not_assessed', 3])
    await rated(admin, ofZoe, [1, 2, 3])
    await rated(interviewer, ofAdam, [2])
    const { kit } = await scorecardsOf(interviewer).own(ofAdam)
    await rated(admin, ofAdam, [2])
    const shown = await comparisonsOf(manager).compare(job)
    expect(shown.applications.map(({ candidateName }) => candidateName)).toEqual(['Adam', 'Zoe'])
    expect(shown).toMatchObject({ withheld: null, nothing: null, fit: null, pairs: [], tiers: [] })
    expect(shown.noFitBecause).not.toBeNull()
    const of = (name: string) => shown.applications.find(({ candidateName }) => candidateName === name)!
    const cell = (name: string, place: number) =>
      of(name).cells.find(({ competencyId }) => competencyId === kit.competencies[place]!.id)!
    const { interviewer: one, admin: other } = house.north
    expect(cell('Zoe', 0)).toMatchObject({ mean: 2.5, spread: 3, raters: 2, notAssessed: 0, because: null })
    expect(cell('Zoe', 0).ratings).toMatchObject(
      [
        { raterId: one.id, raterName: one.name, level: 4, scale: kit.scale },
        { raterId: other.id, raterName: other.name, level: 1, scale: kit.scale },
      ].toSorted((a, b) => (a.raterName < b.raterName ? -1 : 1)),
    )
    // Not assessed is no mark, and no zero.
    expect(cell('Zoe', 1)).toMatchObject({ mean: 2, spread: null, raters: 1, notAssessed: 1 })
    const threes = kit.competencies.length - 2
    const marks = [4, 1, 2, ...Array.from({ length: threes * 2 }, () => 3)]
    expect(of('Zoe').raw).toEqual({
      mean: marks.reduce((sum, mark) => sum + mark, 0) / marks.length,
      ratings: marks.length,
      raters: 2,
      because: null,
    })
    expect(of('Zoe').recommendations).toEqual({ strong_no: 0, no: 0, yes: 2, strong_yes: 0 })
    expect(shown.competencies.map(({ id }) => id).toSorted()).toEqual(
      kit.competencies.map(({ id }) => id).toSorted(),
    )
  })

  test('leaves out shadows, drafts and what can still be taken back; an amendment counts instead of the first', async () => {
    const { job, applied } = await beginJob()
    const application = await applied('Ida')
    const made = await own.schedule(application, {
      panel: [
        { userId: house.north.interviewer.id },
        { userId: house.north.admin.id, shadow: true },
        { userId: house.north.hiring_manager.id },
      ],
    })
    await rated(admin, made, [1])
    expect((await comparisonsOf(recruiter).compare(job)).applications).toEqual([])
    const open = await rated(interviewer, made, [4])
    await scorecardsOf(manager).submit(made)
    const [before] = (await comparisonsOf(recruiter).compare(job)).applications
    expect(before!.raw).toMatchObject({ mean: 4, raters: 1 })
    const ratings = ratingsOf(open.kit, [2])
    const { revision } = await scorecardsOf(interviewer).save(open, { ...open.scorecard.draft, ratings })
    await scorecardsOf(interviewer).tryAmend(open.scorecard.id, 'Mixed up.', revision)
    const [after] = (await comparisonsOf(recruiter).compare(job)).applications
    expect(after!.raw).toMatchObject({ mean: 2, raters: 1 })
    expect(after!.recommendations).toMatchObject({ yes: 1 })
  })

  test('says so where there is nothing, and shows whoever withdrew when asked for', async () => {
    const { job, applied } = await beginJob()
    const application = await applied('Nobody met')
    expect(await comparisonsOf(recruiter).compare(job)).toMatchObject({
      applications: [],
      nothing: expect.stringContaining('No active application') as unknown,
    })
    await own.command(application.id, 'withdraw')
    expect(await comparisonsOf(recruiter).compare(job, [application])).toMatchObject({
      applications: [{ candidateName: 'Nobody met', status: 'withdrawn', raw: { mean: null, ratings: 0 } }],
      nothing: expect.stringContaining('None of these candidates') as unknown,
    })
  })

  test('has been seen: what its reader writes on it later says so', async () => {
    const { job, applied } = await beginJob()
    const application = await applied('Seen')
    await rated(interviewer, await own.schedule(application), [3])
    await comparisonsOf(admin).compare(job)
    await rated(admin, await own.schedule(application, panelOf(house.north.admin)), [3])
    const { scorecards } = await scorecardsOf(recruiter).of(application)
    expect(scorecards.map(({ afterSeeingOthers }) => afterSeeingOthers)).toEqual([false, true])
  })

  test('is at most three statements, whoever is compared', async () => {
    const { job, applied } = await beginJob()
    for (const name of ['One', 'Two', 'Three'])
      await rated(interviewer, await own.schedule(await applied(name)), [3])
    const asked = jest.spyOn(UnitOfWork.prototype, 'query')
    const counts: number[] = []
    for (let time = 0; time < 5; time += 1) {
      asked.mockClear()
      await comparisonsOf(recruiter).compare(job)
      counts.push(asked.mock.calls.length)
    }
    asked.mockRestore()
    // The session is asked for once in a second, and the background counts here, too.
    expect(Math.min(...counts)).toBeLessThanOrEqual(3)
  })
})

describe('who is shown nothing but names', () => {
  test('whoever owes a scorecard on the job, and they get the same whatever the others do', async () => {
    const { job, applied } = await beginJob()
    const [owed, other] = [await applied('Owed'), await applied('Other')]
    const made = await own.schedule(owed, panelOf(house.north.interviewer, house.north.hiring_manager))
    const beside = await own.schedule(other)
    const ask = async () => {
      const texts = [await comparisonsOf(manager).tryCompare(job)]
      texts.push(await comparisonsOf(manager).tryCompare(job, [other]))
      return texts.map(({ status, text }) => [status, text])
    }
    const before = await ask()
    await rated(interviewer, made, [4])
    await rated(interviewer, beside, [1])
    expect(await ask()).toEqual(before)
    const shown = await comparisonsOf(manager).compare(job)
    expect(shown.withheld).toContain('You owe a scorecard on this job')
    expect(shown.applications).toMatchObject([
      { candidateName: 'Other', status: null, cells: [], raw: null, recommendations: null, fair: null },
      { candidateName: 'Owed', status: null, cells: [], raw: null, recommendations: null, fair: null },
    ])
    expect(shown).toMatchObject({ competencies: [], fit: null, noFitBecause: null })
    await rated(manager, made, [2])
    expect(await comparisonsOf(manager).compare(job)).toMatchObject({ withheld: null })
  })

  test('a shadow who owes, also an admin who broke the glass', async () => {
    const { job, applied } = await beginJob()
    const application = await applied('Shadowed')
    const made = await own.schedule(application, {
      panel: [{ userId: house.north.interviewer.id }, { userId: house.north.admin.id, shadow: true }],
    })
    await rated(interviewer, made, [3])
    expect((await comparisonsOf(admin).compare(job)).withheld).not.toBeNull()
    await admin.post(`/api/v1/applications/${application.id}/break-glass`, { because: 'An urgent reason.' })
    expect((await comparisonsOf(admin).compare(job)).withheld).not.toBeNull()
    expect((await comparisonsOf(recruiter).compare(job)).withheld).toBeNull()
    await rated(admin, made, [3])
  })

  test('everybody, while the job waits for all on one of them', async () => {
    const { job, applied } = await beginJob({ blindUntil: 'all_submitted' })
    const [done, waiting] = [await applied('Done'), await applied('Waiting')]
    await rated(interviewer, await own.schedule(done), [3])
    const panel = panelOf(house.north.interviewer, house.north.hiring_manager)
    const made = await own.schedule(waiting, panel)
    await rated(interviewer, made, [3])
    const names = (await comparisonsOf(recruiter).compare(job)).applications.map((one) => one.candidateName)
    expect(names).toEqual(['Done'])
    const both = await comparisonsOf(recruiter).compare(job, [done, waiting])
    expect(both.withheld).toContain('waits for all')
    expect(both.applications.map(({ raw }) => raw)).toEqual([null, null])
    await rated(manager, made, [2])
    expect((await comparisonsOf(recruiter).compare(job, [done, waiting])).withheld).toBeNull()
  })

  test('a candidate of the job', async () => {
    const { job, applied } = await beginJob()
    await rated(interviewer, await own.schedule(await applied('Rival')), [3])
    await own.apply(
      await own.candidate('Myself', { emails: [{ kind: 'work', value: house.north.hiring_manager.email }] }),
      job,
    )
    expect((await comparisonsOf(manager).compare(job)).withheld).toContain('You are a candidate')
    expect((await comparisonsOf(manager).compare(job)).applications.map((one) => one.candidateName)).toEqual([
      'Rival',
    ])
  })

  test('whoever owes on another job of the family sees marks, and is told of no fair score', async () => {
    const family = crypto.randomUUID()
    const { job, applied } = await beginJob({ family })
    await rated(interviewer, await own.schedule(await applied('Shown')), [3])
    const elsewhere = await beginJob({ family })
    const owed = await own.schedule(await elsewhere.applied('Elsewhere'), panelOf(house.north.hiring_manager))
    const shown = await comparisonsOf(manager).compare(job)
    expect(shown.withheld).toBeNull()
    expect(shown.applications[0]!.raw).toMatchObject({ mean: 3 })
    expect(shown.noFitBecause).toContain('another job of this family')
    await rated(manager, owed, [3])
  })
})

describe('as a file', () => {
  const fileOf = (client: HttpClient, { id }: { id: string }) =>
    client.get(`/api/v1/jobs/${id}/comparison.csv`)

  test('holds one line for every mark, no formula, and goes on record', async () => {
    const { job, applied } = await beginJob()
    const application = await applied('=HYPERLINK("http://x")')
    const { kit } = await rated(interviewer, await own.schedule(application), [2, 'not_assessed', 3])
    const answer = await fileOf(manager, job)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/csv'),
    ])
    const lines = answer.text
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n')
    expect(lines).toHaveLength(kit.competencies.length)
    expect(lines[0]).toBe('"candidate","competency","rater","level","scale","evidence"')
    expect(lines).toContain(
      `"'=HYPERLINK(""http://x"")","${kit.competencies[0]!.name}","${house.north.interviewer.name}","2","${kit.scale}","1"`,
    )
    const filter = encodeURIComponent(JSON.stringify({ action: 'comparison.exported' }))
    const events = (await admin.get(`/api/v1/audit-events?filter=${filter}`)).json<AuditEvent[]>()
    expect(events[0]).toMatchObject({ details: { rows: kit.competencies.length - 1, filteredBy: ['jobId'] } })
  })

  test('is refused to whoever owes, in the words that they get whatever others do', async () => {
    const { job, applied } = await beginJob()
    const made = await own.schedule(await applied('Owed'), panelOf(house.north.hiring_manager))
    const answer = await fileOf(manager, job)
    expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('You owe a scorecard')])
    await rated(manager, made, [3])
    expect((await fileOf(manager, job)).status).toBe(200)
  })
})

describe('what is refused', () => {
  let job: Job
  let application: { id: string }
  beforeAll(async () => {
    const begun = await beginJob({ team: [] })
    ;[job, application] = [begun.job, await begun.applied('Far away')]
  })

  test('interviewers, and hiring managers of other teams', async () => {
    expect((await comparisonsOf(interviewer).tryCompare(job)).status).toBe(403)
    expect((await comparisonsOf(manager).tryCompare(job)).status).toBe(404)
    const theirs = await beginJob()
    expect((await comparisonsOf(manager).tryCompare(theirs.job, [application])).status).toBe(404)
  })

  test('applications of another job are named, and unknown ones are not there', async () => {
    const other = await beginJob()
    const answer = await comparisonsOf(recruiter).tryCompare(other.job, [application])
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('Far away')])
    const unknown = [application, { id: crypto.randomUUID() }]
    expect((await comparisonsOf(recruiter).tryCompare(job, unknown)).status).toBe(404)
  })

  test('thirteen, twins, and what is no id', async () => {
    const many = Array.from({ length: 13 }, () => ({ id: crypto.randomUUID() }))
    for (const ids of [many, [application, application], [{ id: 'x' }]])
      expect((await comparisonsOf(recruiter).tryCompare(job, ids)).status).toBe(400)
  })
})
