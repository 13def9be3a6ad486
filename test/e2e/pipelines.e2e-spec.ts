import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Application, Candidate, Job, Problem, RejectionReason } from '@assay/contracts'
import { APPLICATIONS, freeStages, type Hiring, hiringOf } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let recruiter: HttpClient
let manager: HttpClient
let own: Hiring
let job: Job
let people = 0

beforeAll(async () => {
  house = await startHouse()
  recruiter = await house.signedIn(house.north.recruiter)
  manager = await house.signedIn(house.north.hiring_manager)
  own = hiringOf(recruiter)
  job = await own.job({
    stages: freeStages(
      'Application review',
      'Recruiter screen',
      'Interviews',
      'Design and production',
      'Offer',
    ),
    team: [{ userId: house.north.hiring_manager.id, role: 'hiring_manager' }],
  })
})
afterAll(() => house.stop())

const applied = async (to = job, more: object = {}): Promise<Application> =>
  own.apply(await own.candidate(`Candidate ${(people += 1)}`), to, more)
const refusal = ({ status, json }: Awaited<ReturnType<HttpClient['post']>>) => [status, json<Problem>().code]

describe('the pipeline as a whole', () => {
  test('the board shows who is where, those who wait longest first', async () => {
    const full = await own.job({ title: 'Board' })
    const [a, b, c] = [await applied(full), await applied(full), await applied(full)]
    await own.command(a.id, 'advance')
    await own.command(c.id, 'reject', { reasonId: await own.reason('ours') })
    const { stages, over } = await own.board(full)
    expect(stages.map(({ active, cards }) => [active, cards.map(({ id }) => id)]).slice(0, 3)).toEqual([
      [1, [b.id]],
      [1, [a.id]],
      [0, []],
    ])
    expect(over).toEqual({ hired: 0, rejected: 1, withdrawn: 0 })
  })

  test('the list is filtered by job, stage, status and candidate', async () => {
    const listed = await own.job({ title: 'Listed' })
    const [a, b] = [await applied(listed), await applied(listed)]
    await own.command(b.id, 'advance')
    const ids = async (filter: object) =>
      (await own.all<Application>('applications', { jobId: listed.id, ...filter })).map(({ id }) => id)
    expect(await ids({})).toEqual([b.id, a.id])
    expect(await ids({ stageId: listed.stages[0]!.id })).toEqual([a.id])
    expect(await ids({ status: 'rejected' })).toEqual([])
    expect(await ids({ candidateId: a.candidate.id })).toEqual([a.id])
    expect(await ids({ enteredStageBefore: '2020-01-01T00:00:00.000Z' })).toEqual([])
    const named = await own.apply(await own.candidate('Zoë Ünalmış'), listed)
    expect(await ids({ q: 'UNAL zo' })).toEqual([named.id])
    expect(await ids({ q: '!!' })).toEqual([])
    const anywhere = await own.all<Application>('applications', { q: 'unalmis' })
    expect(anywhere.map(({ id }) => id)).toEqual([named.id])
  })

  test('a stage stays while somebody is in it; one that is gone keeps its name in the history', async () => {
    const changing = await own.job({ title: 'Changing' })
    const [stays, over] = [await applied(changing), await applied(changing)]
    await own.command(over.id, 'withdraw')
    const written = changing.stages.map(({ templates, ...stage }) => ({
      ...stage,
      templates: templates.map(({ templateId, panelists }) => ({ templateId, panelists })),
    }))
    const without = () => recruiter.patch(`/api/v1/jobs/${changing.id}`, { stages: written.slice(1) }, 1)
    const refused = await without()
    expect(refused.status).toBe(400)
    expect(refused.json<Problem>().errors).toMatchObject({
      stages: expect.stringContaining('Application review'),
    })
    await own.command(stays.id, 'advance')
    expect((await without()).status).toBe(200)
    expect((await own.application(over.id)).stage).toEqual({ id: null, name: 'Application review' })
    expect(refusal(await recruiter.post(`${APPLICATIONS}/${over.id}/reopen`, {}))).toEqual([
      409,
      'step_refused',
    ])
    await own.command(over.id, 'reopen', { stageId: changing.stages[1]!.id })
    expect((await own.application(over.id)).stage.name).toBe('Recruiter screen')
  })
})

describe('who sees what', () => {
  test('hiring managers see and move the applications of their jobs, and no others', async () => {
    const mine = await applied()
    const foreign = await applied(await own.job({ title: 'Not theirs' }))
    const theirs = hiringOf(manager)
    expect((await theirs.application(mine.id)).id).toBe(mine.id)
    await theirs.command(mine.id, 'advance')
    expect((await manager.get(`${APPLICATIONS}/${foreign.id}`)).status).toBe(404)
    expect((await manager.get(`${APPLICATIONS}/${foreign.id}/history`)).status).toBe(404)
    expect((await manager.post(`${APPLICATIONS}/${foreign.id}/advance`, {})).status).toBe(404)
    const bulk = await theirs.bulk([foreign.id], { do: 'advance' })
    expect(bulk).toMatchObject({ done: 0, outcomes: [{ name: '', application: null }] })
    expect((await theirs.all<Application>('applications')).every((one) => one.job.id === job.id)).toBe(true)
    const change = await own.bulk([foreign.id], { do: 'advance' })
    expect(
      (await manager.post(`/api/v1/application-change-sets/${change.changeSetId}/undo`, {})).status,
    ).toBe(404)
  })

  test('hiring managers see the candidates of their jobs', async () => {
    const mine = await applied()
    const foreign = await applied(await own.job({ title: 'Not theirs either' }))
    expect((await manager.get(`/api/v1/candidates/${mine.candidate.id}`)).status).toBe(200)
    expect((await manager.get(`/api/v1/candidates/${foreign.candidate.id}`)).status).toBe(404)
    const seen = await hiringOf(manager).all<Candidate>('candidates')
    expect(seen.some(({ id }) => id === mine.candidate.id)).toBe(true)
    expect(seen.some(({ id }) => id === foreign.candidate.id)).toBe(false)
  })

  test('interviewers see none, and another organization nothing', async () => {
    const { id } = await applied()
    const interviewer = await house.signedIn(house.north.interviewer)
    expect((await interviewer.get(APPLICATIONS)).status).toBe(403)
    const south = await house.signedIn(house.south.admin)
    expect((await south.get(`${APPLICATIONS}/${id}`)).status).toBe(404)
    expect((await south.post(`${APPLICATIONS}/${id}/advance`, {})).status).toBe(404)
    expect((await south.get(`/api/v1/jobs/${job.id}/board`)).status).toBe(404)
  })

  test('an applicant who works here does not find their own application', async () => {
    const candidate = await own.candidate('Works here', {
      emails: [{ kind: 'work', value: house.north.hiring_manager.email.toUpperCase() }],
    })
    const { id } = await own.apply(candidate, job)
    expect((await manager.get(`${APPLICATIONS}/${id}`)).status).toBe(404)
    expect((await manager.post(`${APPLICATIONS}/${id}/advance`, {})).status).toBe(404)
    const listed = await hiringOf(manager).all<Application>('applications', { jobId: job.id })
    expect(listed.some((one) => one.id === id)).toBe(false)
    const shown = (await hiringOf(manager).board(job)).stages.flatMap(({ cards }) => cards)
    expect(shown.some((one) => one.id === id)).toBe(false)
    expect((await own.application(id)).id).toBe(id)
  })
})

describe('reasons', () => {
  test('an organization begins with the usual ones; admins add, archive and restore', async () => {
    const admin = await house.signedIn(house.north.admin)
    expect((await own.all<RejectionReason>('rejection-reasons', { kind: 'ours' })).length).toBeGreaterThan(3)
    const made = await hiringOf(admin).made<RejectionReason>('rejection-reasons', {
      name: 'Visa',
      kind: 'ours',
    })
    const twin = await admin.post('/api/v1/rejection-reasons', { name: ' VISA', kind: 'theirs' })
    expect(refusal(twin)).toEqual([409, 'name_taken'])
    expect((await recruiter.post('/api/v1/rejection-reasons', { name: 'Mine', kind: 'ours' })).status).toBe(
      403,
    )
    await admin.post(`/api/v1/rejection-reasons/${made.id}/archive`, {})
    const { id } = await applied()
    expect((await recruiter.post(`${APPLICATIONS}/${id}/reject`, { reasonId: made.id })).status).toBe(400)
    const restored = await admin.post(`/api/v1/rejection-reasons/${made.id}/restore`, {})
    expect(restored.json<RejectionReason>().archivedAt).toBeNull()
  })
})
