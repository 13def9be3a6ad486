import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { emptyScorecard, type Interview, type InterviewRoom, type Problem } from '@assay/contracts'
import { withClient } from '../support/database.ts'
import type { HttpClient } from '../support/http-client.ts'
import { INTERVIEWS, type Panels, panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { completeDraft, SCORECARDS, scorecardsOf } from '../support/scorecards.ts'

let house: RunningHouse
let recruiter: HttpClient
let interviewer: HttpClient
let own: Panels
let mine: ReturnType<typeof scorecardsOf>

beforeAll(async () => {
  house = await startHouse()
  recruiter = await house.signedIn(house.north.recruiter)
  interviewer = await house.signedIn(house.north.interviewer)
  own = await panelsOf(house, recruiter)
  mine = scorecardsOf(interviewer)
})
afterAll(() => house.stop())

const opened = async (more: object = {}): Promise<InterviewRoom> =>
  mine.own(await own.schedule(await own.applied(), more))

const problemOf = (answer: { json: <Body>() => Body }): Problem => answer.json<Problem>()

describe('submitting', () => {
  test('asks for what is missing, each with its reason', async () => {
    const room = await opened()
    const [first, second] = room.kit.competencies
    const draft = completeDraft(room.kit, { summary: ' ' })
    draft.ratings[first!.id] = { level: 4, evidence: {} }
    draft.ratings[second!.id] = { level: null, evidence: {} }
    const { revision, gaps } = await mine.save(room, draft)
    expect(gaps.map(({ code, competencyId }) => [code, competencyId])).toEqual([
      ['evidence_missing', first!.id],
      ['competency_not_rated', second!.id],
      ['summary_missing', null],
    ])
    const answer = await mine.trySubmit(room.scorecard.id, revision)
    expect([answer.status, problemOf(answer).code]).toEqual([409, 'scorecard_incomplete'])
    expect((await mine.room(room.scorecard.id)).scorecard.status).toBe('draft')
  })

  test('is one submission, however often and at once it is sent', async () => {
    const room = await opened()
    const { revision } = await mine.save(room, completeDraft(room.kit))
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => mine.trySubmit(room.scorecard.id, revision)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    const { rows } = await withClient(house.database.ownerUrl, (client) =>
      client.query<{ revisions: number; events: number }>(
        `SELECT (SELECT count(*)::int FROM scorecard_revisions WHERE scorecard_id = $1) AS revisions,
                (SELECT count(*)::int FROM audit_events WHERE subject_id = $1 AND action = 'scorecard.submitted') AS events`,
        [room.scorecard.id],
      ),
    )
    expect(rows).toEqual([{ revisions: 1, events: 1 }])
  })

  test('a stale revision submits nothing', async () => {
    const room = await opened()
    await mine.save(room, completeDraft(room.kit))
    expect((await mine.trySubmit(room.scorecard.id, 1)).status).toBe(412)
    expect((await mine.room(room.scorecard.id)).scorecard.status).toBe('draft')
  })

  test.each(['cancel', 'did-not-happen'])(
    'after %s nothing is written, and the draft is kept',
    async (end) => {
      const room = await opened()
      const { revision } = await mine.save(room, completeDraft(room.kit))
      await recruiter.post(`${INTERVIEWS}/${room.interview.id}/${end}`, { because: 'Moved away.' })
      const submitted = await mine.trySubmit(room.scorecard.id, revision)
      expect(submitted.status).toBe(409)
      expect(problemOf(submitted).detail).toContain('What you wrote is kept.')
      expect((await mine.trySave(room.scorecard.id, emptyScorecard, revision)).status).toBe(409)
      expect((await mine.room(room.scorecard.id)).scorecard.draft.summary).toBe('Knows the runtime well.')
    },
  )

  test('by somebody who left the panel is refused; who comes back finds what they wrote, and owes it', async () => {
    const interview = await own.schedule(await own.applied())
    const room = await mine.own(interview)
    const { revision } = await mine.save(room, completeDraft(room.kit))
    const seat = async (userId: string, seen: number) =>
      (
        await recruiter.patch(`${INTERVIEWS}/${interview.id}`, { panel: [{ userId }] }, seen)
      ).json<Interview>()
    const { revision: next } = await seat(house.north.admin.id, interview.revision)
    expect((await mine.trySubmit(room.scorecard.id, revision)).status).toBe(409)
    await seat(house.north.interviewer.id, next)
    expect((await mine.trySubmit(room.scorecard.id, revision)).status).toBe(200)
  })
})

describe('taking back', () => {
  test('for a minute it is as if it had not been submitted; nobody else ever sees it', async () => {
    const application = await own.applied()
    const interview = await own.schedule(application)
    const { scorecard } = await mine.submit(interview, { summary: 'Too hasty.' })
    expect(scorecard.recallUntil).not.toBeNull()
    expect(scorecard.may.recall).toEqual({ allowed: true, because: '' })
    const theirs = scorecardsOf(recruiter)
    expect((await theirs.of(application)).scorecards).toEqual([])
    const back = await mine.step(scorecard.id, 'recall')
    expect(back.scorecard).toMatchObject({ status: 'draft', submittedAt: null, revisions: 0 })
    await mine.save(back, completeDraft(back.kit, { summary: 'Thought over.' }))
    await mine.trySubmit(scorecard.id, back.scorecard.revision + 1)
    await mine.step(scorecard.id, 'give-up-recall')
    const [shown] = (await theirs.of(application)).scorecards
    expect(shown!.revisions.map(({ number, content }) => [number, content!.summary])).toEqual([
      [1, 'Thought over.'],
    ])
  })

  test('is over when it was given up: then it is amended, with a reason, and the first words stay', async () => {
    const application = await own.applied()
    const { scorecard, kit } = await mine.submit(await own.schedule(application))
    expect((await mine.trySave(scorecard.id, completeDraft(kit), scorecard.revision)).status).toBe(409)
    const released = await mine.step(scorecard.id, 'give-up-recall')
    expect(released.scorecard.may).toMatchObject({ recall: { allowed: false }, write: { allowed: true } })
    expect((await interviewer.post(`${SCORECARDS}/${scorecard.id}/recall`)).status).toBe(409)
    const { revision } = await mine.save(released, completeDraft(kit, { summary: 'On second thoughts.' }))
    expect((await mine.tryAmend(scorecard.id, ' ', revision)).status).toBe(400)
    expect((await mine.tryAmend(scorecard.id, 'I mixed up two answers.', revision)).status).toBe(200)
    const [shown] = (await scorecardsOf(recruiter).of(application)).scorecards
    expect(shown!.revisions).toMatchObject([
      {
        number: 2,
        because: 'I mixed up two answers.',
        afterSeeingOthers: false,
        content: { summary: 'On second thoughts.' },
      },
      { number: 1, because: null, content: { summary: 'Knows the runtime well.' } },
    ])
    expect(JSON.stringify(shown)).not.toContain('privateNotes')
  })
})

describe('handing over', () => {
  test('tells the next interviewer what was got to, and nothing else', async () => {
    const application = await own.applied()
    const room = await mine.own(await own.schedule(application))
    const [asked, left] = room.kit.sections.flatMap(({ questions }) => questions)
    await mine.save(room, {
      ...emptyScorecard,
      handOff: { [asked!.id]: 'covered', [left!.id]: 'not_reached' },
    })
    const next = await own.schedule(application, { panel: [{ userId: house.north.hiring_manager.id }] })
    const manager = scorecardsOf(await house.signedIn(house.north.hiring_manager))
    expect((await manager.own(next)).handOffs).toEqual([])
    await mine.step(room.scorecard.id, 'hand-over')
    expect((await manager.own(next)).handOffs).toMatchObject([
      {
        author: { id: house.north.interviewer.id },
        entries: [
          { id: asked!.id, name: asked!.title, reached: 'covered' },
          { id: left!.id, name: left!.title, reached: 'not_reached' },
        ],
      },
    ])
  })
})
