import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Application, AuditEvent, Debrief, Interview, Job, Problem } from '@assay/contracts'
import { withClient } from '../support/database.ts'
import { debriefsOf } from '../support/debriefs.ts'
import { erasuresOf } from '../support/erasures.ts'
import { freeStages, hiringOf } from '../support/hiring.ts'
import type { Answer, HttpClient } from '../support/http-client.ts'
import { type Panels, panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { completeDraft, panelOf, scorecardsOf } from '../support/scorecards.ts'

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

const refusal = (told: Answer) => [told.status, told.json<Problem>().code]
const names = (people: readonly { name: string }[] | undefined) => people?.map(({ name }) => name)
let people = 0

interface Met {
  job: Job
  application: Application
  interview: Interview
}

/** An interviewer and an admin on one panel; the job's hiring manager sits on none. */
const met = async (more: object = {}): Promise<Met> => {
  const { north } = house
  const job = await hiringOf(recruiter).job({
    team: [{ userId: north.hiring_manager.id, role: 'hiring_manager' }],
    stages: freeStages('Final'),
    ...more,
  })
  const application = await own.apply(await own.candidate(`Debriefed ${(people += 1)}`), job)
  const interview = await own.schedule(application, panelOf(north.interviewer, north.admin))
  return { job, application, interview }
}

/** Submitted for good: everything at one level, but for what is said. */
const submit = async (
  client: HttpClient,
  interview: { id: string },
  level: number,
  recommendation: 'no' | 'yes',
) => {
  const writing = scorecardsOf(client)
  const room = await writing.own(interview)
  const draft = completeDraft(room.kit, { recommendation })
  const [first] = room.kit.competencies
  const evidence = { kind: 'quote', text: `Said at level ${level}.`, questionId: null } as const
  draft.ratings[first!.id] = { level, evidence: { [crypto.randomUUID()]: evidence } }
  const { revision } = await writing.save(room, draft)
  expect((await writing.trySubmit(room.scorecard.id, revision)).status).toBe(200)
  await writing.step(room.scorecard.id, 'give-up-recall')
  return first!
}

/** Both are in, and they differ on one competency. */
const differing = async (more: object = {}) => {
  const panel = await met(more)
  const competency = await submit(interviewer, panel.interview, 1, 'no')
  await submit(admin, panel.interview, 4, 'yes')
  return { ...panel, competency }
}

describe('a debrief', () => {
  test('waits until all who count have submitted, and says who has not', async () => {
    const { application, interview } = await met()
    expect(await debriefsOf(recruiter).of(application)).toMatchObject({
      state: 'waiting',
      id: null,
      agenda: null,
      votes: null,
    })
    expect(names((await debriefsOf(manager).of(application)).owing)?.toSorted()).toEqual(
      [house.north.admin.name, house.north.interviewer.name].toSorted(),
    )
    await submit(interviewer, interview, 3, 'yes')
    const waiting = await debriefsOf(interviewer).of(application)
    expect([waiting.state, names(waiting.owing)]).toEqual(['waiting', [house.north.admin.name]])
    await submit(admin, interview, 3, 'yes')
    expect(await debriefsOf(interviewer).of(application)).toMatchObject({ state: 'reading', owing: [] })
  })

  test('puts the largest disagreement first, with the evidence of both sides', async () => {
    const { application, competency } = await differing()
    const { agenda } = await debriefsOf(manager).of(application)
    expect(agenda!.disagreements).toHaveLength(1)
    expect(agenda!.disagreements[0]).toMatchObject({
      competency: { id: competency.id, name: competency.name },
      spread: 3,
      acrossTheMiddle: true,
      stances: [
        { rater: { name: house.north.interviewer.name }, level: 1, side: 'low' },
        { rater: { name: house.north.admin.name }, level: 4, side: 'high' },
      ],
    })
    const texts = agenda!.disagreements[0]!.stances.flatMap(({ evidence }) =>
      evidence.map(({ text }) => text),
    )
    expect(texts).toEqual(['Said at level 1.', 'Said at level 4.'])
    expect(agenda!.agreed.length).toBeGreaterThan(0)
    expect(agenda).toMatchObject({
      recommendationsDiffer: true,
      recommendations: [{ value: 'no' }, { value: 'yes' }],
    })
  })

  test('has nothing to talk about where all agree', async () => {
    const { application, interview } = await met()
    await submit(interviewer, interview, 3, 'yes')
    await submit(admin, interview, 3, 'yes')
    expect((await debriefsOf(manager).of(application)).agenda).toMatchObject({
      disagreements: [],
      recommendationsDiffer: false,
    })
  })

  test('keeps votes from others until talking begins, also in the database, and both phases apart', async () => {
    const { application } = await differing()
    const { id } = await debriefsOf(interviewer).of(application)
    await debriefsOf(interviewer).vote(id, 'before', 'strong_no')
    await debriefsOf(interviewer).vote(id, 'before', 'no')
    const again = await debriefsOf(interviewer).vote(id, 'before', 'no')
    expect(again.votes).toMatchObject({ own: { before: 'no', after: null }, before: null })
    const sealed = await debriefsOf(manager).of(application)
    expect(sealed.votes).toMatchObject({ own: { before: null }, before: null, after: [] })
    expect(names(sealed.votes!.notHeard.before)).not.toContain(house.north.interviewer.name)
    expect(await rowsSeenBy(house.north.hiring_manager)).toBe(0)
    expect(refusal(await debriefsOf(admin).tryVote(id, 'after', 'yes'))).toEqual([409, 'step_refused'])
    expect((await debriefsOf(interviewer).tryStep(id, 'begin-talking')).status).toBe(403)

    const talking = await debriefsOf(manager).step(id, 'begin-talking')
    expect(talking).toMatchObject({
      state: 'talking',
      votes: { before: [{ person: { name: house.north.interviewer.name }, value: 'no', changes: 1 }] },
    })
    expect(names(talking.votes!.notHeard.before)?.toSorted()).toEqual(
      [house.north.admin.name, house.north.hiring_manager.name].toSorted(),
    )
    expect(refusal(await debriefsOf(admin).tryVote(id, 'before', 'yes'))).toEqual([409, 'step_refused'])
    const after = await debriefsOf(interviewer).vote(id, 'after', 'yes')
    expect(after.votes).toMatchObject({ own: { before: 'no', after: 'yes' }, after: [{ value: 'yes' }] })
    expect(await rowsSeenBy(house.north.hiring_manager)).toBe(3)
    expect(refusal(await debriefsOf(manager).tryStep(id, 'begin-talking'))).toEqual([409, 'step_refused'])
  })

  test('is voted in by panelists who count and hiring managers of the job, and says on record only that', async () => {
    const { application, interview } = await differing()
    await own.schedule(application, { panel: [{ userId: house.north.recruiter.id, shadow: true }] })
    const { id, votes } = await debriefsOf(manager).of(application)
    expect(names(votes!.voters)?.toSorted()).toEqual(
      [house.north.admin.name, house.north.interviewer.name, house.north.hiring_manager.name].toSorted(),
    )
    expect((await debriefsOf(recruiter).of(application)).state).toBe('withheld')
    expect((await debriefsOf(recruiter).tryVote(id, 'before', 'yes')).status).toBe(404)
    await debriefsOf(manager).vote(id, 'before', 'strong_no')
    const filter = encodeURIComponent(JSON.stringify({ subjectId: id }))
    const events = (await admin.get(`/api/v1/audit-events?filter=${filter}`)).json<AuditEvent[]>()
    expect(events.map(({ action }) => action)).toEqual(['debrief.voted', 'debrief.opened'])
    expect(JSON.stringify(events)).not.toContain('strong_no')
    expect(interview.id).not.toBe('')
  })

  test('keeps notes under the candidate’s key, and nobody writes over another’s', async () => {
    const { application, interview } = await differing()
    const debriefs = debriefsOf(manager)
    const { id, revision } = await debriefs.of(application)
    expect(refusal(await debriefs.tryWrite(id, 'Early.', revision!))).toEqual([409, 'step_refused'])
    await debriefs.step(id, 'begin-talking')
    const written = await debriefs.write(id, 'Both saw the same answer.', revision!)
    expect(written).toMatchObject({ notes: 'Both saw the same answer.', revision: revision! + 1 })
    const told = await debriefsOf(interviewer).tryWrite(id, 'Mine.', revision!)
    expect(refusal(told)).toEqual([412, 'revision_conflict'])
    expect(told.json<{ current: Debrief }>().current.notes).toBe('Both saw the same answer.')
    expect((await manager.patch(`/api/v1/debriefs/${id}`, { notes: 'x' })).status).toBe(428)
    const rows = await withClient(house.database.ownerUrl, (client) =>
      client.query('SELECT sealed_notes FROM debriefs WHERE id = $1', [id]),
    )
    expect(rows.rows[0].sealed_notes).not.toContain('Both saw')
    await withClient(house.database.ownerUrl, (client) =>
      client.query(
        `UPDATE interviews SET starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour'
          WHERE id = $1`,
        [interview.id],
      ),
    )
    await own.command(application.id, 'withdraw')
    await erasuresOf(admin).erase(application.candidate.id)
    expect(await debriefs.of(application)).toMatchObject({ notes: null, agenda: { disagreements: [] } })
    expect(refusal(await debriefs.tryVote(id, 'after', 'no'))).toEqual([409, 'step_refused'])
  })

  test('closes and opens again; closed, it is only read', async () => {
    const { application } = await differing()
    const debriefs = debriefsOf(recruiter)
    const { id } = await debriefs.of(application)
    expect(refusal(await debriefs.tryStep(id, 'close'))).toEqual([409, 'step_refused'])
    await debriefs.step(id, 'begin-talking')
    expect(await debriefs.step(id, 'close')).toMatchObject({ state: 'closed' })
    expect(refusal(await debriefsOf(manager).tryVote(id, 'after', 'yes'))).toEqual([409, 'step_refused'])
    expect(await debriefs.step(id, 'reopen')).toMatchObject({ state: 'talking', closedAt: null })
    await debriefsOf(manager).vote(id, 'after', 'yes')
    expect((await own.application(application.id)).status).toBe('active')
  })

  test('whoever owes is told the same before and after it, and finds nothing to act on', async () => {
    const { application, interview } = await met()
    await own.schedule(application, panelOf(house.north.hiring_manager))
    const before = await debriefsOf(manager).tryGet(application)
    await submit(interviewer, interview, 1, 'no')
    await submit(admin, interview, 4, 'yes')
    const waiting = await debriefsOf(interviewer).of(application)
    expect([waiting.state, names(waiting.owing)]).toEqual(['waiting', [house.north.hiring_manager.name]])
    expect((await debriefsOf(manager).tryGet(application)).text).toBe(before.text)
    expect(before.json<Debrief>()).toMatchObject({ state: 'withheld', owing: [], id: null })
    const { application: open } = await differing()
    const { id } = await debriefsOf(interviewer).of(open)
    await own.schedule(open, panelOf(house.north.hiring_manager))
    for (const answer of [
      await debriefsOf(manager).tryVote(id, 'before', 'yes'),
      await debriefsOf(manager).tryStep(id, 'begin-talking'),
      await debriefsOf(manager).tryWrite(id, 'x', 1),
    ])
      expect(answer.status).toBe(404)
    expect(await debriefsOf(interviewer).of(open)).toMatchObject({
      state: 'reading',
      owing: [{ name: house.north.hiring_manager.name }],
    })
  })

  test('is not there for who has nothing to do with it', async () => {
    const { application } = await differing({ team: [] })
    const { id } = await debriefsOf(interviewer).of(application)
    expect((await debriefsOf(manager).tryGet(application)).status).toBe(404)
    expect((await debriefsOf(manager).tryVote(id, 'before', 'yes')).status).toBe(404)
    const south = await house.signedIn(house.south.admin)
    expect((await debriefsOf(south).tryGet(application)).status).toBe(404)
  })

  test('twenty who look at once open one, and twenty votes at once are kept', async () => {
    const { application } = await differing()
    const opened = await Promise.all(Array.from({ length: 20 }, () => debriefsOf(manager).of(application)))
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1)
    const id = opened[0]!.id
    const values = ['no', 'yes'] as const
    await Promise.all(values.map((value) => debriefsOf(manager).vote(id, 'before', value)))
    const rows = await withClient(house.database.ownerUrl, (client) =>
      client.query('SELECT count(*)::int AS n FROM debrief_votes WHERE debrief_id = $1', [id]),
    )
    expect(rows.rows[0].n).toBe(2)
    const change = withClient(house.database.applicationUrl, (client) =>
      client.query(`UPDATE debrief_votes SET value = 'yes'`),
    )
    await expect(change).rejects.toThrow(/permission denied/)
  })
})

/** Votes that the database itself shows this person, past every condition of ours. */
const rowsSeenBy = ({ id }: { id: string }): Promise<number> =>
  withClient(house.database.applicationUrl, async (client) => {
    await client.query('BEGIN')
    await client.query(
      `SELECT set_config('assay.organization_id', $1, true), set_config('assay.user_id', $2, true)`,
      [house.north.id, id],
    )
    const { rows } = await client.query('SELECT count(*)::int AS n FROM debrief_votes')
    await client.query('ROLLBACK')
    return rows[0].n
  })
