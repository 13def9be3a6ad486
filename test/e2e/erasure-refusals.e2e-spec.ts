import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Candidate, Problem } from '@assay/contracts'
import { candidatesOf } from '../support/candidates.ts'
import { erasePath, erasuresOf, somebody } from '../support/erasures.ts'
import { type Hiring, hiringOf } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type Panels, panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let admin: HttpClient
let recruiter: HttpClient
let own: Hiring
let panels: Panels
let erasures: ReturnType<typeof erasuresOf>

beforeAll(async () => {
  house = await startHouse()
  admin = await house.signedIn(house.north.admin)
  recruiter = await house.signedIn(house.north.recruiter)
  own = hiringOf(recruiter)
  panels = await panelsOf(house, recruiter)
  erasures = erasuresOf(admin)
})
afterAll(() => house.stop())

const rejected = async (application: { id: string }, note = '') =>
  own.command(application.id, 'reject', { reasonId: await own.reason('ours'), note })

const refusal = async (id: string, client = admin): Promise<string> => {
  const { revision } = (await client.get(`/api/v1/candidates/${id}`)).json<Candidate>()
  const answer = await client.post(erasePath(id), { reason: 'asked' }, { 'if-match': `"${revision}"` })
  expect(answer.status).toBe(409)
  return answer.json<Problem>().detail
}

describe('a trial', () => {
  test('tells what would go, and does nothing', async () => {
    const { candidate, application } = await somebody(recruiter, await own.job())
    await rejected(application, 'A note')
    const trial = await erasures.trial(candidate.id)
    expect(trial).toEqual({
      dryRun: true,
      allowed: true,
      because: [],
      counts: {
        records: 1,
        contacts: 3,
        tags: 1,
        customValues: 0,
        documents: 1,
        notes: 1,
        applications: 1,
        interviews: 0,
      },
      erasedAt: null,
    })
    expect((await candidatesOf(recruiter).one(candidate.id)).name).toBe('Quillon Zephyrine')
    await erasures.erase(candidate.id)
  })

  test('names everything that forbids it', async () => {
    const application = await panels.applied()
    const { id } = application.candidate
    const interview = await panels.schedule(application)
    expect((await erasures.trial(id)).because).toEqual([
      'The application for Backend engineer is active. Reject it, or record that it was withdrawn, first.',
      'An interview is still to come. Cancel first.',
    ])
    expect(await refusal(id)).toContain('is active')
    await recruiter.post(`/api/v1/interviews/${interview.id}/cancel`, {})
    await rejected(application)
    expect((await erasures.trial(id)).allowed).toBe(true)
    for (const [subject, subjectId] of [
      ['candidate', id],
      ['application', application.id],
      ['job', application.job.id],
    ] as const) {
      const hold = await erasures.hold(subject, subjectId)
      expect(await refusal(id)).toMatch(
        /A legal hold stands on (this candidate|the job Backend engineer)\. Lift it first\./,
      )
      expect((await erasures.holds({ standing: true, candidateId: id })).map((one) => one.id)).toEqual([
        hold.id,
      ])
      await erasures.lift(hold.id)
    }
    expect((await erasures.erase(id)).allowed).toBe(true)
  })
})

describe('who', () => {
  test('owes a scorecard is told the same, however the application stands', async () => {
    const told: string[] = []
    for (const isOver of [false, true]) {
      const application = await panels.applied()
      await panels.schedule(application, { panel: [{ userId: house.north.admin.id }] })
      if (isOver) await rejected(application)
      const answer = await admin.post(erasePath(application.candidate.id), { reason: 'asked', dryRun: true })
      told.push(`${answer.status} ${answer.json<Problem>().detail}`)
      expect(await refusal(application.candidate.id)).toContain('You owe a scorecard')
    }
    expect(told[0]).toContain('409 You owe a scorecard')
    expect(told[1]).toBe(told[0])
  })

  test('is the candidate asks somebody else', async () => {
    const { id } = await own.candidate('The admin', {
      emails: [{ kind: 'work', value: house.north.admin.email }],
    })
    expect(await refusal(id)).toContain('your own record')
  })

  test('is no admin may not, and nobody from next door finds anything', async () => {
    const { id } = await own.candidate('Walled')
    for (const role of ['recruiter', 'hiring_manager', 'interviewer'] as const) {
      const client = await house.signedIn(house.north[role])
      expect((await client.post(erasePath(id), { reason: 'asked', dryRun: true })).status).toBe(403)
      expect((await client.get('/api/v1/erasures')).status).toBe(403)
      expect(
        (await client.post('/api/v1/legal-holds', { subject: 'candidate', subjectId: id, reason: 'x' }))
          .status,
      ).toBe(403)
    }
    const neighbour = await house.signedIn(house.south.admin)
    expect((await neighbour.post(erasePath(id), { reason: 'asked', dryRun: true })).status).toBe(404)
    expect(
      (await neighbour.post('/api/v1/legal-holds', { subject: 'candidate', subjectId: id, reason: 'x' }))
        .status,
    ).toBe(400)
    const hold = await erasures.hold('candidate', id)
    expect((await neighbour.post(`/api/v1/legal-holds/${hold.id}/lift`, { reason: 'x' })).status).toBe(404)
    expect((await neighbour.get('/api/v1/legal-holds')).json()).toEqual([])
    expect((await neighbour.get('/api/v1/erasures')).json()).toEqual([])
  })

  test('looked at an older record is shown the present one; whoever looked at none is refused', async () => {
    const { id, revision } = await own.candidate('Changed')
    await candidatesOf(recruiter).changed(await candidatesOf(recruiter).one(id), { company: 'Elsewhere' })
    const stale = await admin.post(erasePath(id), { reason: 'asked' }, { 'if-match': `"${revision}"` })
    expect([stale.status, stale.json<Problem>().code]).toEqual([412, 'revision_conflict'])
    expect((await admin.post(erasePath(id), { reason: 'asked' })).status).toBe(428)
    const named = await admin.post(erasePath(id), { reason: 'asked', reference: 'Asked by Ada' })
    expect([named.status, Object.keys(named.json<Problem>().errors ?? {})]).toEqual([400, ['reference']])
  })

  test('owes nothing on somebody who was erased', async () => {
    const application = await panels.applied()
    await panels.schedule(application, {
      startsAt: new Date(Date.now() - 7_200_000).toISOString(),
      heldAlready: true,
    })
    await rejected(application)
    await erasures.erase(application.candidate.id)
    const interviewer = await house.signedIn(house.north.interviewer)
    const { owed } = (await interviewer.get('/api/v1/my-interviews')).json<{
      owed: { applicationId: string }[]
    }>()
    expect(owed.map(({ applicationId }) => applicationId)).not.toContain(application.id)
  })
})
