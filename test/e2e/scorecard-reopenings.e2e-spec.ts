import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { AuditEvent, Interview, Job, Notice, Problem, Scorecard } from '@assay/contracts'
import { withClient } from '../support/database.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type Panels, panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import {
  completeDraft,
  panelOf,
  reads,
  readsAs,
  released,
  SCORECARDS,
  scorecardsOf,
} from '../support/scorecards.ts'

const { SHOWN, HELD_BACK } = readsAs
const WHY = 'Two answers were mixed up.'

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

const ask = (client: HttpClient, id: string, because: string = WHY) =>
  client.post(`${SCORECARDS}/${id}/reopenings`, { because })
const answer = (client: HttpClient, id: string, verb: string, body?: object) =>
  client.post(`/api/v1/scorecard-reopenings/${id}/${verb}`, body)
const refusal = (told: { status: number; json: <Body>() => Body }) => [told.status, told.json<Problem>().code]

/** Asked by the recruiter, and agreed to by the hiring manager. */
const reopened = async (id: string): Promise<Scorecard> => {
  const { reopening } = (await ask(recruiter, id)).json<Scorecard>()
  const agreed = await answer(manager, reopening!.id, 'agree')
  expect(agreed.status).toBe(200)
  return agreed.json<Scorecard>()
}

const submitAgain = async (client: HttpClient, id: string, summary: string) => {
  const mine = scorecardsOf(client)
  const room = await mine.room(id)
  const { revision } = await mine.save(room, completeDraft(room.kit, { summary }))
  return mine.trySubmit(id, revision)
}

const news = async (client: HttpClient, { id }: Interview) =>
  (await client.get('/api/v1/notices?range=[0,199]'))
    .json<Notice[]>()
    .filter(({ interviewId, kind }) => interviewId === id && /reopen/.test(kind))
    .map(({ kind }) => kind)

describe('reopening a scorecard', () => {
  test('one asks, another agrees, its author writes it anew; the others read what stood before', async () => {
    const application = await own.applied()
    const made = await own.schedule(application)
    const id = await released(interviewer, made)
    const asked = (await ask(recruiter, id)).json<Scorecard>()
    expect(asked.reopening).toMatchObject({
      status: 'asked',
      because: WHY,
      askedBy: { id: house.north.recruiter.id },
      answeredBy: null,
    })
    expect(asked.may).toMatchObject({ askToReopen: { allowed: false }, withdraw: { allowed: true } })
    expect(asked.reopened).toBe(false)
    expect(await news(manager, made)).toEqual(['reopening_asked'])
    expect(await news(interviewer, made)).toEqual([])
    const agreed = (await answer(manager, asked.reopening!.id, 'agree')).json<Scorecard>()
    expect(agreed).toMatchObject({ reopened: true, status: 'submitted', reopening: { status: 'agreed' } })
    expect(await news(interviewer, made)).toEqual(['scorecard_reopened'])
    // Nobody has to answer any more.
    expect([await news(manager, made), await news(admin, made)]).toEqual([[], []])
    const room = await scorecardsOf(interviewer).room(id)
    expect(room.scorecard).toMatchObject({
      status: 'draft',
      reopened: true,
      may: { submit: { allowed: true }, amend: { allowed: false }, recall: { allowed: false } },
    })
    const summaries = async () =>
      (await scorecardsOf(recruiter).scorecard(id)).revisions.map(({ content }) => content!.summary)
    expect(await summaries()).toEqual(['Knows the runtime well.'])
    expect((await submitAgain(interviewer, id, 'Written anew.')).status).toBe(200)
    const shown = await scorecardsOf(recruiter).scorecard(id)
    expect(shown).toMatchObject({ reopened: false, afterSeeingOthers: false })
    expect(shown.revisions).toMatchObject([
      { number: 2, because: WHY, reopened: true, content: { summary: 'Written anew.' } },
      { number: 1, because: null, reopened: false, content: { summary: 'Knows the runtime well.' } },
    ])
    // It cannot be taken back: what others have read already does not vanish again.
    expect((await interviewer.post(`${SCORECARDS}/${id}/recall`)).status).toBe(409)
    const filter = encodeURIComponent(JSON.stringify({ subjectId: id }))
    const events = (await admin.get(`/api/v1/audit-events?filter=${filter}`)).json<AuditEvent[]>()
    const actions = events.map(({ action }) => action).filter((action) => action !== 'scorecard.read')
    expect(actions.toReversed()).toEqual([
      'scorecard.submitted',
      'scorecard.reopening_asked',
      'scorecard.reopened',
      'scorecard.submitted',
    ])
    expect(JSON.stringify(events)).not.toContain('mixed up')
  })

  test('its author owes again, and is blind again; what they write says that they had seen others', async () => {
    const application = await own.applied()
    const made = await own.schedule(application, panelOf(house.north.interviewer, house.north.admin))
    const [id, other] = [await released(interviewer, made), await released(admin, made)]
    expect(await reads(interviewer, application, other)).toEqual(SHOWN)
    await reopened(id)
    expect(await reads(interviewer, application, other)).toEqual(HELD_BACK)
    expect(await reads(interviewer, application, id)).toEqual(SHOWN)
    // Why is somebody else's words: they are told once nothing is owed.
    expect((await scorecardsOf(interviewer).scorecard(id)).reopening).toMatchObject({
      status: 'agreed',
      because: null,
    })
    // The others are as free as before.
    expect(await reads(admin, application, id)).toEqual(SHOWN)
    await submitAgain(interviewer, id, 'Written anew.')
    expect(await reads(interviewer, application, other)).toEqual(SHOWN)
    const { revisions, afterSeeingOthers } = await scorecardsOf(interviewer).scorecard(id)
    expect(afterSeeingOthers).toBe(true)
    expect(revisions.map((one) => [one.afterSeeingOthers, one.because])).toEqual([
      [true, WHY],
      [false, null],
    ])
  })

  test('a glass that was broken before does not hold against it', async () => {
    const application = await own.applied()
    const made = await own.schedule(application, panelOf(house.north.interviewer, house.north.admin))
    const id = await released(interviewer, made)
    await admin.post(`/api/v1/applications/${application.id}/break-glass`, { because: 'It is due.' })
    const mine = await released(admin, made)
    expect(await reads(admin, application, id)).toEqual(SHOWN)
    await reopened(mine)
    expect(await reads(admin, application, id)).toEqual(HELD_BACK)
  })

  test('where the job waits for all, nobody waits again for what they have read', async () => {
    const job = await own.made<Job>('jobs', {
      title: 'Waits for all once',
      department: 'Platform',
      level: 'senior',
      blindUntil: 'all_submitted',
      team: [{ userId: house.north.hiring_manager.id, role: 'hiring_manager' }],
    })
    const application = await own.apply(await own.candidate('Waited for once'), job)
    const made = await own.schedule(application, panelOf(house.north.interviewer, house.north.admin))
    const [id, other] = [await released(interviewer, made), await released(admin, made)]
    await reopened(id)
    expect(await reads(recruiter, application, other)).toEqual(SHOWN)
    expect(await reads(admin, application, id)).toEqual(SHOWN)
    expect(await reads(interviewer, application, other)).toEqual(HELD_BACK)
  })

  test('refused with a reason, withdrawn, and asked again; nobody alone does both', async () => {
    const application = await own.applied()
    const made = await own.schedule(application, panelOf(house.north.admin))
    const id = await released(admin, made)
    expect((await ask(recruiter, id, ' ')).status).toBe(400)
    // An admin who wrote it asks, and cannot agree; neither can a recruiter, nor who may not read it.
    const { reopening } = (await ask(admin, id)).json<Scorecard>()
    expect(refusal(await answer(admin, reopening!.id, 'agree'))).toEqual([409, 'step_refused'])
    expect((await answer(recruiter, reopening!.id, 'agree')).status).toBe(403)
    expect((await answer(interviewer, reopening!.id, 'withdraw')).status).toBe(404)
    expect(refusal(await answer(recruiter, reopening!.id, 'withdraw'))).toEqual([409, 'step_refused'])
    expect(refusal(await ask(recruiter, id))).toEqual([409, 'step_refused'])
    expect((await answer(manager, reopening!.id, 'refuse', { because: '' })).status).toBe(400)
    const refused = await answer(manager, reopening!.id, 'refuse', { because: 'Amend it.' })
    expect(refused.json<Scorecard>().reopening).toMatchObject({ status: 'refused', answer: 'Amend it.' })
    expect(await news(admin, made)).toEqual(['reopening_refused'])
    expect(refusal(await answer(manager, reopening!.id, 'agree'))).toEqual([409, 'step_refused'])
    const again = (await ask(recruiter, id)).json<Scorecard>().reopening!
    expect(again.id).not.toBe(reopening!.id)
    const withdrawn = (await answer(recruiter, again.id, 'withdraw')).json<Scorecard>()
    expect(withdrawn).toMatchObject({ reopened: false, reopening: { status: 'withdrawn' } })
    expect(await news(manager, made)).toEqual([])
    const south = await house.signedIn(house.south.admin)
    expect((await answer(south, again.id, 'agree')).status).toBe(404)
    expect((await ask(south, id)).status).toBe(404)
  })

  test('a request grows too old, and then somebody may ask again', async () => {
    const id = await released(interviewer, await own.schedule(await own.applied()))
    const { reopening } = (await ask(interviewer, id)).json<Scorecard>()
    await withClient(house.database.ownerUrl, (client) =>
      client.query(`UPDATE scorecard_reopenings SET asked_at = now() - interval '15 days' WHERE id = $1`, [
        reopening!.id,
      ]),
    )
    expect((await scorecardsOf(manager).scorecard(id)).reopening!.status).toBe('expired')
    expect(refusal(await answer(manager, reopening!.id, 'agree'))).toEqual([409, 'step_refused'])
    const again = (await ask(recruiter, id)).json<Scorecard>().reopening!
    expect((await answer(admin, again.id, 'agree')).json<Scorecard>().reopened).toBe(true)
  })

  test('of twenty who agree at once one does, and the author owes once', async () => {
    const id = await released(interviewer, await own.schedule(await own.applied()))
    const { reopening } = (await ask(recruiter, id)).json<Scorecard>()
    const told = await Promise.all(
      Array.from({ length: 20 }, (_none, turn) => answer(turn % 2 ? admin : manager, reopening!.id, 'agree')),
    )
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(told.filter(({ status }) => status === 409)).toHaveLength(19)
  })

  test('whoever owes is not told of it: not in the list, not in a notice, not by trying', async () => {
    const application = await own.applied()
    const made = await own.schedule(application, panelOf(house.north.interviewer, house.north.hiring_manager))
    const id = await released(interviewer, made)
    const { reopening } = (await ask(recruiter, id)).json<Scorecard>()
    expect(await news(manager, made)).toEqual([])
    expect((await answer(manager, reopening!.id, 'agree')).status).toBe(404)
    expect((await ask(manager, id)).status).toBe(404)
    expect(await reads(manager, application, id)).toEqual(HELD_BACK)
    await released(manager, made)
    expect((await answer(manager, reopening!.id, 'agree')).status).toBe(200)
    // Off the panel and on it again: what was submitted is not owed twice.
    const seat = async (seats: object[], seen: number) =>
      (await recruiter.patch(`/api/v1/interviews/${made.id}`, { panel: seats }, seen)).json<Interview>()
        .revision
    const [first, second] = panelOf(house.north.interviewer, house.north.hiring_manager).panel
    await seat([first!, second!], await seat([second!], made.revision))
    expect((await scorecardsOf(interviewer).room(id)).scorecard).toMatchObject({ status: 'submitted' })
    expect((await scorecardsOf(recruiter).scorecard(id)).reopened).toBe(false)
  })
})
