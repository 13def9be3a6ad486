import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { AuditEvent, Job } from '@assay/contracts'
import { ReadsAudit } from '../../apps/api/src/audit/reads-audit.service.ts'
import { ScorecardReleaseService } from '../../apps/api/src/scorecards/scorecard-release.service.ts'
import { erasuresOf } from '../support/erasures.ts'
import { APPLICATIONS } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { inDays, type Panels, panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { panelOf, reads, readsAs, released, scorecardsOf } from '../support/scorecards.ts'
import { withClient } from '../support/database.ts'

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
  own = await panelsOf(house, recruiter)
})
afterAll(() => house.stop())

const { SHOWN, HELD_BACK, UNKNOWN } = readsAs

const waitOut = async () => {
  await withClient(house.database.ownerUrl, (client) =>
    client.query(
      `UPDATE panelists SET recall_until = now() - interval '1 second' WHERE recall_until IS NOT NULL`,
    ),
  )
  await house.server.app.get(ScorecardReleaseService, { strict: false }).sweep()
}

describe('when others read a scorecard', () => {
  test('not as a draft, not while it can be taken back, and then', async () => {
    const application = await own.applied()
    const made = await own.schedule(application)
    const scorecards = scorecardsOf(interviewer)
    const { scorecard } = await scorecards.own(made)
    expect(await reads(recruiter, application, scorecard.id)).toEqual(HELD_BACK)
    await scorecards.submit(made)
    expect(await reads(recruiter, application, scorecard.id)).toEqual(HELD_BACK)
    expect(await reads(interviewer, application, scorecard.id)).toEqual(SHOWN)
    await scorecards.step(scorecard.id, 'recall')
    await waitOut()
    expect(await reads(recruiter, application, scorecard.id)).toEqual(HELD_BACK)
    await scorecards.submit(made)
    await waitOut()
    expect(await reads(recruiter, application, scorecard.id)).toEqual(SHOWN)
    // What was taken back was never anything.
    const shown = await scorecardsOf(recruiter).scorecard(scorecard.id)
    expect(shown.revisions.map(({ number }) => number)).toEqual([1])
    expect(JSON.stringify(shown)).not.toContain('privateNotes')
  })

  test('whoever owes reads it when their own can be taken back no more', async () => {
    const application = await own.applied()
    const made = await own.schedule(application, panelOf(house.north.interviewer, house.north.admin))
    const id = await released(interviewer, made)
    expect(await reads(admin, application, id)).toEqual(HELD_BACK)
    expect((await scorecardsOf(admin).of(application)).owes).toBe(true)
    await scorecardsOf(admin).submit(made)
    expect(await reads(admin, application, id)).toEqual(HELD_BACK)
    await waitOut()
    expect(await reads(admin, application, id)).toEqual(SHOWN)
    expect((await scorecardsOf(admin).of(application)).owes).toBe(false)
  })

  test('where the job waits for all, when everybody who counts is done; a shadow keeps nobody waiting', async () => {
    const job = await own.made<Job>('jobs', {
      title: 'Waits for all',
      department: 'Platform',
      level: 'senior',
      blindUntil: 'all_submitted',
    })
    const application = await own.apply(await own.candidate('Waited for'), job)
    const made = await own.schedule(application, {
      panel: [
        { userId: house.north.interviewer.id },
        { userId: house.north.hiring_manager.id },
        { userId: house.north.admin.id, shadow: true },
      ],
    })
    const id = await released(interviewer, made)
    expect(await reads(recruiter, application, id)).toEqual(HELD_BACK)
    expect(await reads(interviewer, application, id)).toEqual(SHOWN)
    const other = await released(manager, made)
    expect(await reads(recruiter, application, id)).toEqual(SHOWN)
    expect(await reads(interviewer, application, other)).toEqual(SHOWN)
    expect(await reads(admin, application, id)).toEqual(HELD_BACK)
    const shadow = await released(admin, made)
    const { scorecards } = await scorecardsOf(recruiter).of(application)
    expect(scorecards.map((one) => [one.id, one.shadow])).toEqual(
      expect.arrayContaining([
        [id, false],
        [shadow, true],
      ]),
    )
  })
})

describe('who reads a scorecard', () => {
  test('admins, recruiters, the panel, hiring managers of the job; nobody else', async () => {
    const application = await own.applied()
    const made = await own.schedule(application)
    const id = await released(interviewer, made)
    for (const client of [admin, recruiter, manager, interviewer]) {
      expect(await reads(client, application, id)).toEqual(SHOWN)
    }
    const south = await house.signedIn(house.south.admin)
    expect(await reads(south, application, id)).toEqual(UNKNOWN)
  })

  test('an interviewer of another panel and the hiring manager of another job do not', async () => {
    const elsewhere = await own.made<Job>('jobs', { title: 'Elsewhere', department: 'Other', level: 'mid' })
    const application = await own.apply(await own.candidate('Elsewhere'), elsewhere)
    const id = await released(admin, await own.schedule(application, panelOf(house.north.admin)))
    expect(await reads(recruiter, application, id)).toEqual(SHOWN)
    expect(await reads(manager, application, id)).toEqual(UNKNOWN)
    expect(await reads(interviewer, application, id)).toEqual(UNKNOWN)
  })

  test('an applicant who works here does not read what is thought of them', async () => {
    const emails = [{ kind: 'work', value: house.north.admin.email }]
    const application = await own.apply(await own.candidate('Works here', { emails }), own.job)
    const id = await released(interviewer, await own.schedule(application))
    expect(await reads(recruiter, application, id)).toEqual(SHOWN)
    expect(await reads(admin, application, id)).toEqual(UNKNOWN)
  })

  test('nobody, once the candidate was erased: only that there was one', async () => {
    const application = await own.applied()
    const made = await own.schedule(application, { startsAt: inDays(-5), heldAlready: true })
    const id = await released(interviewer, made)
    await own.command(application.id, 'withdraw')
    await erasuresOf(admin).erase(application.candidate.id)
    const { revisions, author } = await scorecardsOf(recruiter).scorecard(id)
    expect(author.id).toBe(house.north.interviewer.id)
    expect(revisions).toEqual([expect.objectContaining({ number: 1, content: null, notAsked: [] })])
  })

  test('each reading goes on record, and is remembered by the application', async () => {
    const application = await own.applied()
    const id = await released(interviewer, await own.schedule(application))
    await scorecardsOf(recruiter).scorecard(id)
    await scorecardsOf(interviewer).scorecard(id)
    await house.server.app.get(ReadsAudit, { strict: false }).flush()
    const filter = encodeURIComponent(JSON.stringify({ subjectId: id, action: 'scorecard.read' }))
    const events = (await admin.get(`/api/v1/audit-events?filter=${filter}`)).json<AuditEvent[]>()
    expect(events.map(({ actorId }) => actorId)).toEqual([house.north.recruiter.id])
    const sights = await withClient(house.database.ownerUrl, (client) =>
      client.query<{ user_id: string }>('SELECT user_id FROM scorecard_sights WHERE application_id = $1', [
        application.id,
      ]),
    )
    expect(sights.rows.map((row) => row.user_id)).toEqual([house.north.recruiter.id])
  })
})

describe('after seeing others', () => {
  test('a further interview makes owe again, and its scorecard and what is amended say it', async () => {
    const application = await own.applied()
    const first = await own.schedule(
      application,
      panelOf(house.north.interviewer, house.north.hiring_manager),
    )
    const id = await released(interviewer, first)
    const other = await released(manager, first)
    expect(await reads(interviewer, application, other)).toEqual(SHOWN)
    const second = await own.schedule(application, { startsAt: inDays(60) })
    expect(await reads(interviewer, application, other)).toEqual(HELD_BACK)
    const later = await released(interviewer, second)
    expect(await reads(interviewer, application, other)).toEqual(SHOWN)
    const [before, after] = [
      await scorecardsOf(manager).scorecard(id),
      await scorecardsOf(manager).scorecard(later),
    ]
    expect([before.afterSeeingOthers, after.afterSeeingOthers]).toEqual([false, true])
    const room = await scorecardsOf(interviewer).own(first)
    const draft = { ...room.scorecard.draft, summary: 'On second thought.' }
    const { revision } = await scorecardsOf(interviewer).save(room, draft)
    expect((await scorecardsOf(interviewer).tryAmend(id, 'Talked about it.', revision)).status).toBe(200)
    const { revisions } = await scorecardsOf(manager).scorecard(id)
    expect(revisions.map((one) => [one.number, one.afterSeeingOthers, one.because])).toEqual([
      [2, true, 'Talked about it.'],
      [1, false, null],
    ])
  })

  test('one scorecard of two that are owed opens nothing that came between', async () => {
    const application = await own.applied()
    const first = await own.schedule(application, panelOf(house.north.admin))
    await own.command(application.id, 'advance')
    const second = await own.schedule(application, { ...panelOf(house.north.admin), startsAt: inDays(70) })
    const seen = async () => (await admin.get(`${APPLICATIONS}/${application.id}`)).text
    const before = await seen()
    await released(admin, first)
    expect(await seen()).toBe(before)
    await released(admin, second)
    expect(await seen()).not.toBe(before)
  })
})
