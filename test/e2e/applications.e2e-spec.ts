import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Application, AuditEvent, Job, Problem } from '@assay/contracts'
import { withClient } from '../support/database.ts'
import { APPLICATIONS, freeStages, type Hiring, hiringOf } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let recruiter: HttpClient
let own: Hiring
let job: Job
let people = 0

beforeAll(async () => {
  house = await startHouse()
  recruiter = await house.signedIn(house.north.recruiter)
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

describe('an application', () => {
  test('begins in the first stage, with the first entry of its history', async () => {
    const made = await applied(job, { source: 'Referral', appliedAt: '2026-10-01T08:00:00.000Z' })
    expect(made).toMatchObject({
      job: { id: job.id, title: job.title, status: 'open' },
      stage: { id: job.stages[0]!.id, name: 'Application review' },
      status: 'active',
      reason: null,
      source: 'Referral',
      appliedAt: '2026-10-01T08:00:00.000Z',
      heldBack: false,
      revision: 1,
    })
    const [first, ...others] = await own.history(made.id)
    expect(others).toEqual([])
    expect(first).toMatchObject({
      kind: 'applied',
      stage: made.stage,
      madeBy: { name: house.north.recruiter.name },
    })
  })

  test('a candidate is in a pipeline once', async () => {
    const candidate = await own.candidate('Applies twice')
    await own.apply(candidate, job)
    const again = await recruiter.post(APPLICATIONS, { candidateId: candidate.id, jobId: job.id })
    expect(refusal(again)).toEqual([409, 'applied_already'])
    const other = await own.apply(candidate, await own.job({ title: 'Another opening' }))
    expect(other.candidate.id).toBe(candidate.id)
  })

  test.each([
    ['an unknown candidate', () => ({ candidateId: crypto.randomUUID(), jobId: job.id }), 400],
    [
      'an unknown job',
      async () => ({ candidateId: (await own.candidate('X')).id, jobId: crypto.randomUUID() }),
      404,
    ],
    [
      'a stage of another job',
      async () => ({
        candidateId: (await own.candidate('Y')).id,
        jobId: job.id,
        stageId: (await own.job({ title: 'Z' })).stages[0]!.id,
      }),
      400,
    ],
    [
      'a day to come',
      async () => ({
        candidateId: (await own.candidate('Z')).id,
        jobId: job.id,
        appliedAt: '2199-01-01T00:00:00.000Z',
      }),
      400,
    ],
  ])('%s is refused', async (_what, body, status) => {
    expect((await recruiter.post(APPLICATIONS, await body())).status).toBe(status)
  })

  test('to a closed job nobody applies, and nobody moves on; turning down goes on', async () => {
    const closing = await own.job({ title: 'Closing' })
    const { id } = await applied(closing)
    const late = await own.candidate('Too late')
    await recruiter.post(`/api/v1/jobs/${closing.id}/close`, {})
    const refused = await recruiter.post(APPLICATIONS, { candidateId: late.id, jobId: closing.id })
    expect(refusal(refused)).toEqual([409, 'step_refused'])
    expect(refusal(await recruiter.post(`${APPLICATIONS}/${id}/advance`, {}))).toEqual([409, 'step_refused'])
    const { outcomes } = await own.command(id, 'reject', { reasonId: await own.reason('ours') })
    expect(outcomes[0]!.application).toMatchObject({ status: 'rejected' })
  })
})

describe('through the pipeline', () => {
  test('advance, back, reject with a reason, reopen, withdraw: each is in the history', async () => {
    const { id } = await applied()
    await own.command(id, 'advance')
    await own.command(id, 'move', { stageId: job.stages[3]!.id })
    await own.command(id, 'move', { stageId: job.stages[1]!.id })
    const reasonId = await own.reason('ours')
    await own.command(id, 'reject', { reasonId, note: 'Little of the work was theirs.' })
    expect(await own.application(id)).toMatchObject({ status: 'rejected', reason: { id: reasonId } })
    await own.command(id, 'reopen')
    expect(await own.application(id)).toMatchObject({
      status: 'active',
      reason: null,
      stage: { id: job.stages[1]!.id },
    })
    await own.command(id, 'withdraw', { reasonId: await own.reason('theirs'), note: '' })
    const history = await own.history(id)
    expect(history.map(({ kind, stage, status }) => [kind, stage.name, status])).toEqual([
      ['withdrawn', 'Recruiter screen', 'withdrawn'],
      ['reopened', 'Recruiter screen', 'active'],
      ['rejected', 'Recruiter screen', 'rejected'],
      ['moved', 'Recruiter screen', 'active'],
      ['moved', 'Design and production', 'active'],
      ['moved', 'Recruiter screen', 'active'],
      ['applied', 'Application review', 'active'],
    ])
    expect(history[2]).toMatchObject({ note: 'Little of the work was theirs.', reason: { id: reasonId } })
  })

  test('the note of a rejection is stored sealed', async () => {
    const { id } = await applied()
    await own.command(id, 'reject', { reasonId: await own.reason('ours'), note: 'Nobody finds this text.' })
    const { rows } = await withClient(house.database.ownerUrl, (client) =>
      client.query<{ note: string }>(
        'SELECT sealed_note AS note FROM application_changes WHERE application_id = $1 AND revision = 2',
        [id],
      ),
    )
    expect(rows[0]!.note).toMatch(/^k1\./)
    const events = await (await house.signedIn(house.north.admin)).get('/api/v1/audit-events?range=[0,99]')
    expect(events.text).not.toContain('Nobody finds this text.')
    expect(
      events
        .json<AuditEvent[]>()
        .some(({ action, subjectId }) => action === 'application.rejected' && subjectId === id),
    ).toBe(true)
  })

  test('somebody is hired from the last stage only', async () => {
    const { id } = await applied()
    expect(refusal(await recruiter.post(`${APPLICATIONS}/${id}/hire`, {}))).toEqual([409, 'step_refused'])
    await own.command(id, 'move', { stageId: job.stages.at(-1)!.id })
    expect(refusal(await recruiter.post(`${APPLICATIONS}/${id}/advance`, {}))).toEqual([409, 'step_refused'])
    const { outcomes } = await own.command(id, 'hire', { note: '' })
    expect(outcomes[0]!.application).toMatchObject({ status: 'hired', stage: { name: 'Offer' } })
    expect(refusal(await recruiter.post(`${APPLICATIONS}/${id}/advance`, {}))).toEqual([409, 'step_refused'])
  })

  test.each([
    ['a reason of candidates for turning down', 'reject', () => own.reason('theirs')],
    ['a reason of ours for withdrawing', 'withdraw', () => own.reason('ours')],
    ['a reason that is not there', 'reject', async () => crypto.randomUUID()],
  ])('%s is refused, and nothing is changed', async (_what, command, reason) => {
    const { id } = await applied()
    const answer = await recruiter.post(`${APPLICATIONS}/${id}/${command}`, { reasonId: await reason() })
    expect(answer.status).toBe(400)
    expect(answer.json<Problem>().errors).toHaveProperty('reasonId')
    expect((await own.application(id)).revision).toBe(1)
  })

  test('a step that was decided over an older state is answered with the present one', async () => {
    const { id, revision } = await applied()
    await own.command(id, 'advance')
    const late = await recruiter.post(`${APPLICATIONS}/${id}/advance`, {}, { 'if-match': `"${revision}"` })
    expect([late.status, late.json<Problem>().current]).toMatchObject([412, { revision: 2 }])
    expect((await recruiter.post(`${APPLICATIONS}/${id}/advance`, {}, { 'if-match': '"2"' })).status).toBe(
      200,
    )
  })

  test('two who move at once both end in the history, one after the other', async () => {
    const { id } = await applied()
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => recruiter.post(`${APPLICATIONS}/${id}/advance`, {})),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect((await own.history(id)).map(({ revision }) => revision)).toEqual([5, 4, 3, 2, 1])
    expect((await own.application(id)).stage.name).toBe('Offer')
  })
})

describe('many at once', () => {
  test('are tried first, carried out each for itself, and taken back together', async () => {
    const [a, b, over] = [await applied(), await applied(), await applied()]
    await own.command(over.id, 'withdraw')
    const ids = [a.id, over.id, b.id, crypto.randomUUID()]
    const tried = await own.bulk(ids, { do: 'advance' }, true)
    expect([tried.changeSetId, tried.done]).toEqual([null, 2])
    expect((await own.application(a.id)).revision).toBe(1)
    const done = await own.bulk(ids, { do: 'advance' })
    expect(done.outcomes.map((one) => [one.id, one.done])).toEqual(
      ids.map((id) => [id, id === a.id || id === b.id]),
    )
    expect(done.outcomes[1]!.because).toContain('withdrawn')
    expect((await own.application(a.id)).stage.name).toBe('Recruiter screen')
    const undone = await own.undo(done.changeSetId)
    expect(undone.done).toBe(2)
    expect(await own.application(a.id)).toMatchObject({
      stage: { name: 'Application review' },
      enteredStageAt: a.enteredStageAt,
      revision: 3,
    })
    expect((await own.history(a.id))[0]).toMatchObject({ kind: 'undone' })
  })

  test('what was changed again since is left as it is', async () => {
    const [a, b] = [await applied(), await applied()]
    const { changeSetId } = await own.bulk([a.id, b.id], { do: 'reject', reasonId: await own.reason('ours') })
    await own.command(b.id, 'reopen')
    const undone = await own.undo(changeSetId)
    expect(undone.outcomes.map(({ id, done }) => [id, done]).toSorted()).toEqual(
      [
        [a.id, true],
        [b.id, false],
      ].toSorted(),
    )
    expect(await own.application(a.id)).toMatchObject({ status: 'active', reason: null })
  })

  test('the first entry of an application cannot be taken back', async () => {
    const { id } = await applied()
    const [first] = await own.history(id)
    const undone = await own.undo(first!.changeSetId)
    expect([undone.done, undone.changeSetId]).toEqual([0, null])
    expect(
      (await recruiter.post(`/api/v1/application-change-sets/${crypto.randomUUID()}/undo`, {})).status,
    ).toBe(404)
  })
})
