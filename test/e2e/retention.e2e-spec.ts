import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Job, Problem, RetentionDue, RetentionRule } from '@assay/contracts'
import { inContext, newContext } from '@assay/persistence'
import { RetentionService } from '../../apps/api/src/retention/retention.service.ts'
import { candidatesOf } from '../support/candidates.ts'
import { erasuresOf } from '../support/erasures.ts'
import { type Hiring, hiringOf } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let admin: HttpClient
let recruiter: HttpClient
let own: Hiring
let erasures: ReturnType<typeof erasuresOf>

beforeAll(async () => {
  house = await startHouse()
  admin = await house.signedIn(house.north.admin)
  recruiter = await house.signedIn(house.north.recruiter)
  own = hiringOf(recruiter)
  erasures = erasuresOf(admin)
})
afterAll(() => house.stop())

const RULES = '/api/v1/retention-rules'
const DAY_MS = 86_400_000

/** The daily look at the rules, so many days from now. */
const runIn = (days: number) =>
  inContext(newContext('test', Infinity), () =>
    house.server.app
      .get(RetentionService, { strict: false })
      .run(house.north.id, new Date(Date.now() + days * DAY_MS)),
  )

const dayIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)

const added = async (facts: object): Promise<RetentionRule> => {
  const answer = await admin.post(RULES, { outcome: 'rejected', months: 1, ...facts })
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)])
  return answer.json<RetentionRule>()
}

const due = async (client = admin, filter: object = {}): Promise<RetentionDue[]> =>
  (await client.get(`/api/v1/retention-due?filter=${encodeURIComponent(JSON.stringify(filter))}`)).json()

const idsOf = (rows: { id: string }[]): string[] => rows.map(({ id }) => id)

const rejectedFrom = async (job: Job, name: string) => {
  const candidate = await own.candidate(name)
  const application = await own.apply(candidate, job)
  await own.command(application.id, 'reject', { reasonId: await own.reason('ours') })
  return { id: candidate.id, application }
}

describe('rules', () => {
  test('are added as versions with their day, and stay', async () => {
    const first = await added({ months: 24, basis: 'Works council, 2026' })
    expect(first).toMatchObject({
      state: 'current',
      mode: 'ask',
      validFrom: dayIn(0),
      createdByName: 'Northwind admin',
    })
    const later = await added({ months: 12, validFrom: dayIn(30) })
    expect(later.state).toBe('future')
    const replaced = await added({ months: 18 })
    const states = new Map(
      (await admin.get(RULES)).json<RetentionRule[]>().map(({ id, state }) => [id, state]),
    )
    expect([first, later, replaced].map(({ id }) => states.get(id))).toEqual(['past', 'future', 'current'])
    const filter = encodeURIComponent(JSON.stringify({ action: 'retention_rule.added' }))
    expect((await admin.get(`/api/v1/audit-events?filter=${filter}`)).json<unknown[]>()).toHaveLength(3)
  })

  test('are refused by name: in the past, for nothing that is here, for two places', async () => {
    const job = await own.job()
    for (const [facts, field] of [
      [{ validFrom: dayIn(-2) }, 'validFrom'],
      [{ jobId: crypto.randomUUID() }, 'jobId'],
      [{ jobId: job.id, office: 'Lisbon' }, 'office'],
      [{ jobId: job.id, outcome: 'no_application' }, 'outcome'],
      [{ months: 0 }, 'months'],
      [{ months: 1.5 }, 'months'],
      [{ months: null }, 'months'],
      [{ validFrom: '2026-02-30' }, 'validFrom'],
    ] as const) {
      const answer = await admin.post(RULES, { outcome: 'rejected', months: 1, ...facts })
      expect([answer.status, Object.keys(answer.json<Problem>().errors ?? {})]).toEqual([400, [field]])
    }
  })

  test('are made by admins, read by recruiters, and nobody else’s', async () => {
    expect((await recruiter.get(RULES)).status).toBe(200)
    expect((await recruiter.post(RULES, { outcome: 'hired', months: 1 })).status).toBe(403)
    const manager = await house.signedIn(house.north.hiring_manager)
    for (const path of [RULES, '/api/v1/retention-due', '/api/v1/legal-holds']) {
      expect((await manager.get(path)).status).toBe(403)
    }
    const neighbour = await house.signedIn(house.south.admin)
    expect((await neighbour.get(RULES)).json()).toEqual([])
  })

  test('offer the offices that jobs have', async () => {
    await own.job({ office: 'Lisbon' })
    expect((await recruiter.get(`${RULES}/offices`)).json()).toEqual(['Lisbon'])
  })
})

describe('whoever has had their time', () => {
  test('is told to be due soon, then due; a person is asked, and nothing goes by itself', async () => {
    const job = await own.job({ title: 'Asked about' })
    await added({ jobId: job.id, months: 2 })
    const { id } = await rejectedFrom(job, 'Asks Somebody')
    const active = await own.candidate('Still There')
    await own.apply(active, job)
    await runIn(0)
    expect(idsOf(await due())).not.toContain(id)
    await runIn(45)
    expect(await due(recruiter, { candidateId: id })).toMatchObject([
      { name: 'Asks Somebody', isDue: false, mode: 'ask', erasesOn: null, isHeld: false, applications: 1 },
    ])
    await runIn(400)
    expect(idsOf(await due(admin, { isDue: true }))).toContain(id)
    expect(idsOf(await due())).not.toContain(active.id)
    expect((await candidatesOf(admin).one(id)).erasedAt).toBeNull()
  })

  test('and is to go automatically stands in the list for fourteen days, is held, extended, and erased', async () => {
    const job = await own.job({ title: 'Automatic', office: 'Lisbon' })
    await added({ office: 'LISBON', months: 1, mode: 'automatic' })
    const people = []
    for (const name of ['Goes', 'Is Held', 'Is Extended', 'Came Back'])
      people.push(await rejectedFrom(job, name))
    const [goes, held, extended, back] = people as [
      (typeof people)[0],
      (typeof people)[0],
      (typeof people)[0],
      (typeof people)[0],
    ]
    await runIn(500)
    expect(await due(admin, { candidateId: goes.id })).toMatchObject([
      { isDue: true, mode: 'automatic', erasesOn: dayIn(514) },
    ])
    await erasures.hold('job', job.id).then(async ({ id }) => {
      await runIn(515)
      expect(idsOf(await due(admin, { isHeld: true }))).toContain(goes.id)
      await erasures.lift(id)
    })
    await erasures.hold('application', held.application.id)
    const extension = await admin.post(`/api/v1/candidates/${extended.id}/extend-retention`, {
      until: dayIn(900),
      reason: 'A further opening is near',
    })
    expect([extension.status, extension.json()]).toEqual([
      200,
      expect.objectContaining({
        until: dayIn(900),
        reason: 'A further opening is near',
        madeByName: 'Northwind admin',
      }),
    ])
    await own.command(back.application.id, 'reopen', { note: '' })
    await runIn(516)
    const erased = async (id: string) => (await candidatesOf(admin).one(id)).erasedAt !== null
    expect(await Promise.all(people.map(({ id }) => erased(id)))).toEqual([true, false, false, false])
    expect(await erasures.list()).toMatchObject([
      { candidateId: goes.id, reason: 'retention', erasedByName: null },
    ])
    expect(idsOf(await due(admin))).not.toContain(back.id)
    expect(idsOf(await due(admin))).not.toContain(extended.id)
  })

  test('without ever having applied, is due by the rule for that, and gone when it says so', async () => {
    const { id } = await own.candidate('Never Applied')
    await runIn(590)
    expect(idsOf(await due())).not.toContain(id)
    await added({ outcome: 'no_application', months: 3, mode: 'automatic' })
    await runIn(600)
    expect(await due(recruiter, { candidateId: id })).toMatchObject([
      { isDue: true, mode: 'automatic', applications: 0, lastEndedOn: dayIn(0), erasesOn: dayIn(614) },
    ])
    await runIn(615)
    expect((await candidatesOf(admin).one(id)).erasedAt).not.toBeNull()
  })

  test('and is reopened, or merged into somebody, is due no longer at once', async () => {
    const job = await own.job()
    await added({ jobId: job.id, months: 1 })
    const reopened = await rejectedFrom(job, 'Reopened')
    const merged = await rejectedFrom(job, 'Merged')
    await runIn(550)
    const ids = idsOf(await due())
    expect([ids.includes(reopened.id), ids.includes(merged.id)]).toEqual([true, true])
    await own.command(reopened.application.id, 'reopen', { note: '' })
    const kept = await own.candidate('Kept Record')
    await candidatesOf(recruiter).merged(kept.id, merged.id)
    const now = idsOf(await due())
    expect([now.includes(reopened.id), now.includes(merged.id)]).toEqual([false, false])
    await runIn(551)
    expect(idsOf(await due())).toEqual(expect.arrayContaining([kept.id]))
    expect(idsOf(await due())).not.toContain(merged.id)
  })

  test('is looked at once a day, whoever asks', async () => {
    const job = await own.job()
    await added({ jobId: job.id, months: 1 })
    await runIn(600)
    const { id } = await rejectedFrom(job, 'Came Later')
    await runIn(600)
    expect(idsOf(await due())).not.toContain(id)
    await runIn(601)
    expect(idsOf(await due())).toContain(id)
  })

  test('is not told to whoever owes a scorecard on one of their applications', async () => {
    const panels = await panelsOf(house, recruiter)
    const application = await panels.applied()
    await added({ jobId: application.job.id, months: 1 })
    const interview = await panels.schedule(application, { panel: [{ userId: house.north.admin.id }] })
    await own.command(application.id, 'reject', { reasonId: await own.reason('ours') })
    await runIn(700)
    const { id } = application.candidate
    expect(idsOf(await due(recruiter, { candidateId: id }))).toEqual([id])
    expect(await due(admin, { candidateId: id })).toEqual([])
    await panels.submitted(interview)
    expect(idsOf(await due(admin, { candidateId: id }))).toEqual([id])
  })

  test('is kept longer by admins only, until a day to come', async () => {
    const { id } = await own.candidate('Kept')
    const path = `/api/v1/candidates/${id}/extend-retention`
    expect((await recruiter.post(path, { until: dayIn(9), reason: 'x' })).status).toBe(403)
    for (const until of [dayIn(-1), dayIn(0), dayIn(4_000)]) {
      const answer = await admin.post(path, { until, reason: 'x' })
      expect([answer.status, Object.keys(answer.json<Problem>().errors ?? {})]).toEqual([400, ['until']])
    }
    const neighbour = await house.signedIn(house.south.admin)
    expect((await neighbour.post(path, { until: dayIn(9), reason: 'x' })).status).toBe(404)
  })
})
