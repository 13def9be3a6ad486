import { createHash } from 'node:crypto'
import { canonicalize } from '@assay/audit-chain'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Application, AuditEvent, Decision, Job, Problem } from '@assay/contracts'
import { withClient } from '../support/database.ts'
import { DECISIONS, decisionsOf } from '../support/decisions.ts'
import { erasuresOf } from '../support/erasures.ts'
import { APPLICATIONS, freeStages, hiringOf } from '../support/hiring.ts'
import type { Answer, HttpClient } from '../support/http-client.ts'
import { type Panels, panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { completeDraft, panelOf, released, scorecardsOf } from '../support/scorecards.ts'

let house: RunningHouse
let recruiter: HttpClient
let interviewer: HttpClient
let manager: HttpClient
let admin: HttpClient
let own: Panels
let reasonId: string

beforeAll(async () => {
  house = await startHouse()
  recruiter = await house.signedIn(house.north.recruiter)
  interviewer = await house.signedIn(house.north.interviewer)
  manager = await house.signedIn(house.north.hiring_manager)
  admin = await house.signedIn(house.north.admin)
  own = await panelsOf(house, recruiter)
  reasonId = await own.reason('ours')
})
afterAll(() => house.stop())

const refusal = (told: Answer) => [told.status, told.json<Problem>().code]
const status = async ({ id }: Application) => (await own.application(id)).status
let people = 0

/** In the only stage of a job whose decisions these groups agree to; one scorecard is in. */
const interviewed = async (approvalGroups: object[] = []) => {
  const job = await hiringOf(recruiter).job({
    team: [{ userId: house.north.hiring_manager.id, role: 'hiring_manager' }],
    stages: freeStages('Final'),
    approvalGroups,
  })
  const application = await own.apply(await own.candidate(`Decided ${(people += 1)}`), job)
  const interview = await own.schedule(application)
  const scorecardId = await released(interviewer, interview)
  return { job, application, interview, scorecardId }
}

describe('a decision', () => {
  test('records what was seen under its hash, and its application moves on with it', async () => {
    const { application, interview, scorecardId } = await interviewed()
    const deciding = decisionsOf(manager)
    const { snapshot, hash } = await deciding.snapshot(application)
    expect(hash).toBe(createHash('sha256').update(canonicalize(snapshot)).digest('hex'))
    expect(snapshot.scorecards).toMatchObject([
      {
        id: scorecardId,
        authorId: house.north.interviewer.id,
        interviewId: interview.id,
        templateVersionId: interview.version.id,
        revision: 1,
        recommendation: 'yes',
      },
    ])
    const dissent = [{ userId: house.north.interviewer.id, text: 'Would rather wait.' }]
    const made = await deciding.make(application, { dissent })
    expect(made).toMatchObject({
      outcome: 'hire',
      state: 'decided',
      snapshotHash: hash,
      snapshot,
      words: { rationale: { text: 'Runs what they build.' }, dissent, because: null },
      may: { supersede: { allowed: true }, approve: { allowed: false } },
    })
    expect(made.words!.rationale.competencies[0]!.name).not.toBe('')
    expect(await status(application)).toBe('hired')
    expect((await own.history(application.id))[0]).toMatchObject({ kind: 'hired' })
    expect(await decisionsOf(recruiter).of(application)).toEqual([
      { ...made, may: (await decisionsOf(recruiter).get(made.id)).may },
    ])
    const filter = encodeURIComponent(JSON.stringify({ subjectId: made.id }))
    const events = (await admin.get(`/api/v1/audit-events?filter=${filter}`)).json<AuditEvent[]>()
    expect(events).toMatchObject([{ action: 'decision.made', subjectType: 'decision' }])
    expect(JSON.stringify(events)).not.toContain('Runs what')
  })

  test('with no hire names a reason of ours, and to continue moves nothing', async () => {
    const { application } = await interviewed()
    const deciding = decisionsOf(manager)
    expect((await deciding.tryMake(application, { outcome: 'no_hire' })).status).toBe(400)
    expect((await deciding.tryMake(application, { reasonId })).status).toBe(400)
    await deciding.make(application, { outcome: 'continue' })
    expect(await status(application)).toBe('active')
    const theirs = { outcome: 'no_hire', reasonId: await own.reason('theirs') }
    expect((await deciding.tryMake(application, theirs)).status).toBe(400)
    const made = await deciding.make(application, { outcome: 'no_hire', reasonId })
    expect(made.reason).toMatchObject({ id: reasonId })
    expect(await own.application(application.id)).toMatchObject({
      status: 'rejected',
      reason: { id: reasonId },
    })
  })

  test('on what changed meanwhile is refused, tells what is there now, and goes through with its hash', async () => {
    const { application, scorecardId } = await interviewed()
    const deciding = decisionsOf(manager)
    const stale = await deciding.facts(application)
    const writing = scorecardsOf(interviewer)
    const room = await writing.room(scorecardId)
    const saved = await writing.save(room, completeDraft(room.kit, { recommendation: 'no' }))
    expect((await writing.tryAmend(scorecardId, 'I mixed them up.', saved.revision)).status).toBe(200)
    const told = await manager.post(DECISIONS, { applicationId: application.id, ...stale })
    expect(refusal(told)).toEqual([409, 'snapshot_changed'])
    const { current } = told.json<{ current: { hash: string; snapshot: Decision['snapshot'] } }>()
    expect(current.snapshot.scorecards).toMatchObject([{ revision: 2, recommendation: 'no' }])
    expect(await status(application)).toBe('active')
    const again = { applicationId: application.id, ...stale, snapshotHash: current.hash }
    expect((await manager.post(DECISIONS, again)).status).toBe(201)
  })

  test('needs words of a competency of the job, and of people who had to do with it', async () => {
    const { application } = await interviewed()
    const deciding = decisionsOf(manager)
    const rationale = { text: 'So.', competencies: [] as object[] }
    expect((await deciding.tryMake(application, { rationale })).status).toBe(400)
    rationale.competencies.push({ competencyId: crypto.randomUUID(), text: 'So.' })
    const told = await deciding.tryMake(application, {
      rationale,
      dissent: [{ userId: house.north.admin.id, text: 'No.' }],
    })
    expect(Object.keys(told.json<Problem>().errors!)).toEqual([
      'rationale.competencies.0.competencyId',
      'dissent.0.userId',
    ])
    expect(await decisionsOf(manager).of(application)).toEqual([])
  })

  test('is made by admins and by the hiring managers of the job', async () => {
    const { application } = await interviewed()
    const facts = { applicationId: application.id, ...(await decisionsOf(manager).facts(application)) }
    expect((await interviewer.post(DECISIONS, facts)).status).toBe(403)
    expect((await recruiter.post(DECISIONS, facts)).status).toBe(403)
    const elsewhere = await own.apply(await own.candidate('Elsewhere'), await hiringOf(recruiter).job())
    expect((await manager.post(DECISIONS, { ...facts, applicationId: elsewhere.id })).status).toBe(404)
    expect((await admin.post(DECISIONS, facts)).status).toBe(201)
  })

  test('of twenty at once one is made', async () => {
    const { application } = await interviewed()
    const facts = { applicationId: application.id, ...(await decisionsOf(manager).facts(application)) }
    const told = await Promise.all(Array.from({ length: 20 }, () => manager.post(DECISIONS, facts)))
    expect(told.filter((one) => one.status === 201)).toHaveLength(1)
    expect(told.filter((one) => one.status === 409)).toHaveLength(19)
    expect((await own.history(application.id)).map(({ kind }) => kind)).toEqual(['hired', 'applied'])
  })

  test('is not made of whoever withdrew or was erased', async () => {
    const { application } = await interviewed()
    await own.command(application.id, 'withdraw')
    expect(refusal(await decisionsOf(manager).tryMake(application))).toEqual([409, 'step_refused'])
    const { application: other, interview } = await interviewed()
    const facts = { applicationId: other.id, ...(await decisionsOf(manager).facts(other)) }
    const made = await manager.post(DECISIONS, facts)
    await withClient(house.database.ownerUrl, (client) =>
      client.query(
        `UPDATE interviews SET starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour'
          WHERE id = $1`,
        [interview.id],
      ),
    )
    await erasuresOf(admin).erase(other.candidate.id)
    expect((await manager.post(DECISIONS, facts)).status).toBe(409)
    expect(await decisionsOf(manager).get(made.json<Decision>().id)).toMatchObject({ words: null })
  })

  test('whoever owes finds none, and nothing to decide on', async () => {
    const { application } = await interviewed()
    const made = await decisionsOf(manager).make(application, { outcome: 'continue' })
    await own.schedule(application, panelOf(house.north.hiring_manager))
    expect(await decisionsOf(manager).of(application)).toEqual([])
    for (const path of [`${DECISIONS}/${made.id}`, `${APPLICATIONS}/${application.id}/decision-snapshot`]) {
      expect((await manager.get(path)).status).toBe(404)
    }
    expect((await decisionsOf(manager).tryAnswer(made.id, 'approve')).status).toBe(404)
    expect(await decisionsOf(recruiter).of(application)).toHaveLength(1)
  })

  test('is replaced, never changed: both stay, and the application follows the one that counts', async () => {
    const { application } = await interviewed()
    const deciding = decisionsOf(manager)
    const first = await deciding.make(application)
    expect(refusal(await deciding.tryMake(application))).toEqual([409, 'step_refused'])
    const second = await deciding.supersede(first.id, application, { outcome: 'no_hire', reasonId })
    expect(second).toMatchObject({ replaces: first.id, words: { because: 'We learned more.' } })
    expect(await deciding.get(first.id)).toMatchObject({
      state: 'superseded',
      replacedBy: second.id,
      words: first.words,
      snapshotHash: first.snapshotHash,
    })
    expect((await own.history(application.id)).map(({ kind }) => kind)).toEqual([
      'rejected',
      'reopened',
      'hired',
      'applied',
    ])
    const change = withClient(house.database.applicationUrl, (client) =>
      client.query(`UPDATE decisions SET outcome = 'hire'`),
    )
    await expect(change).rejects.toThrow(/permission denied/)
  })
})

describe('agreeing to a decision', () => {
  test('goes by group, in order, by others than who made it; with the last one the application moves', async () => {
    const { application } = await interviewed([
      { needed: 1, userIds: [house.north.recruiter.id] },
      { needed: 1, userIds: [house.north.admin.id] },
    ])
    const hire = await manager.post(`${APPLICATIONS}/${application.id}/hire`, {})
    expect(refusal(hire)).toEqual([409, 'step_refused'])
    const made = await decisionsOf(manager).make(application)
    expect(made).toMatchObject({
      state: 'waiting',
      decidedAt: null,
      groups: [{ approved: 0 }, { needed: 1 }],
    })
    expect(await status(application)).toBe('active')
    expect((await decisionsOf(admin).tryAnswer(made.id, 'approve')).json<Problem>().detail).toMatch(
      /before you/,
    )
    expect((await decisionsOf(manager).tryAnswer(made.id, 'approve')).json<Problem>().detail).toMatch(
      /You made/,
    )
    const first = await decisionsOf(recruiter).answer(made.id, 'approve')
    expect(first).toMatchObject({ state: 'waiting', groups: [{ approved: 1 }, { approved: 0 }] })
    expect((await decisionsOf(recruiter).tryAnswer(made.id, 'approve')).json<Problem>().detail).toMatch(
      /already/,
    )
    expect(refusal(await decisionsOf(manager).tryMake(application))).toEqual([409, 'step_refused'])
    const last = await decisionsOf(admin).answer(made.id, 'approve')
    expect(last).toMatchObject({ state: 'decided', groups: [] })
    expect(last.answers.map(({ person }) => person.id)).toEqual([
      house.north.recruiter.id,
      house.north.admin.id,
    ])
    expect(await status(application)).toBe('hired')
  })

  test('is refused for a reason, or taken back by who made it; another may be made then', async () => {
    const { application } = await interviewed([{ needed: 1, userIds: [house.north.recruiter.id] }])
    const made = await decisionsOf(manager).make(application)
    const because = 'The scorecards disagree.'
    const refused = await decisionsOf(recruiter).answer(made.id, 'refuse', { because })
    expect(refused).toMatchObject({ state: 'refused', answers: [{ kind: 'refused', because }] })
    const again = await decisionsOf(manager).make(application)
    expect((await decisionsOf(manager).answer(again.id, 'refuse', { because })).state).toBe('refused')
    expect(refusal(await decisionsOf(recruiter).tryAnswer(again.id, 'approve'))).toEqual([
      409,
      'step_refused',
    ])
    expect(await status(application)).toBe('active')
  })

  test('names who cannot agree, records nothing, and goes on when an admin changed the group', async () => {
    const groups = [{ needed: 1, userIds: [house.north.hiring_manager.id] }]
    const { application, job } = await interviewed(groups)
    const told = await decisionsOf(manager).tryMake(application)
    expect(refusal(told)).toEqual([409, 'approver_missing'])
    expect(told.json<Problem>().detail).toContain(house.north.hiring_manager.name)
    expect(await decisionsOf(manager).of(application)).toEqual([])
    const change = { approvalGroups: [{ needed: 1, userIds: [house.north.admin.id] }] }
    expect((await recruiter.patch(`/api/v1/jobs/${job.id}`, change, job.revision)).status).toBe(400)
    expect((await admin.patch(`/api/v1/jobs/${job.id}`, change, job.revision)).status).toBe(200)
    const made = await decisionsOf(manager).make(application)
    expect((await decisionsOf(admin).answer(made.id, 'approve')).state).toBe('decided')
  })

  test('does not count where the application cannot follow', async () => {
    const { application, job } = await interviewed([{ needed: 1, userIds: [house.north.recruiter.id] }])
    const made = await decisionsOf(manager).make(application)
    expect((await recruiter.post(`/api/v1/jobs/${job.id}/close`)).json<Job>().status).toBe('closed')
    expect(refusal(await decisionsOf(recruiter).tryAnswer(made.id, 'approve'))).toEqual([409, 'step_refused'])
    expect(await decisionsOf(manager).get(made.id)).toMatchObject({ state: 'waiting', answers: [] })
  })
})
