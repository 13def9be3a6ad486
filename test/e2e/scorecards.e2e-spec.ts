import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { emptyScorecard, type InterviewRoom, type Problem } from '@assay/contracts'
import { withClient } from '../support/database.ts'
import type { HttpClient } from '../support/http-client.ts'
import { INTERVIEWS, type Panels, panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { SCORECARDS, scorecardsOf } from '../support/scorecards.ts'

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

describe('the interview room', () => {
  test('is one answer: who, when, the kit word for word, an empty draft, what is missing', async () => {
    const interview = await own.schedule(await own.applied())
    const room = await mine.own(interview)
    expect(room.interview).toMatchObject({ id: interview.id, candidate: interview.candidate })
    expect(room.kit.sections.flatMap(({ questions }) => questions).length).toBeGreaterThan(5)
    expect(room.scorecard).toMatchObject({
      status: 'draft',
      revision: 1,
      savedAt: null,
      draft: emptyScorecard,
      afterSeeingOthers: false,
      may: { write: { allowed: true }, submit: { allowed: false }, recall: { allowed: false } },
    })
    expect(room.scorecard.gaps.map(({ code }) => code)).toContain('recommendation_missing')
    expect(room.handOffs).toEqual([])
  })

  test('keeps the interview on its version from the moment it was opened', async () => {
    const room = await opened()
    const other = await recruiter.get('/api/v1/interview-templates?range=[0,49]')
    const another = other
      .json<{ id: string; published: object | null }[]>()
      .find(({ id, published }) => published && id !== room.interview.template.id)
    const answer = await recruiter.patch(
      `${INTERVIEWS}/${room.interview.id}`,
      { templateId: another!.id },
      room.interview.revision,
    )
    expect([answer.status, problemOf(answer).detail]).toEqual([
      409,
      'A scorecard of this interview was opened: it keeps its version.',
    ])
  })

  test('is its author’s alone', async () => {
    const { scorecard } = await opened()
    for (const role of ['admin', 'recruiter', 'hiring_manager'] as const) {
      const somebody = await house.signedIn(house.north[role])
      expect((await somebody.get(`${SCORECARDS}/${scorecard.id}/room`)).status).toBe(404)
      expect((await somebody.get(`${SCORECARDS}/${scorecard.id}`)).status).toBe(404)
      expect((await scorecardsOf(somebody).trySave(scorecard.id, emptyScorecard, 1)).status).toBe(404)
    }
    const south = await house.signedIn(house.south.admin)
    expect((await south.get(`${SCORECARDS}/${scorecard.id}/room`)).status).toBe(404)
  })
})

describe('saving', () => {
  test('keeps every word, under the key of the candidate', async () => {
    const room = await opened()
    const [question] = room.kit.sections[0]!.questions
    const draft = {
      ...emptyScorecard,
      questions: {
        [question!.id]: {
          notes: 'Said “refcount” first.\n',
          expectedPoints: { '0': true as const },
          seniorExtras: {},
          redFlags: {},
        },
      },
      privateNotes: 'Ask for a second opinion.',
    }
    const saved = await mine.save(room, draft)
    expect(saved.revision).toBe(2)
    const again = await mine.room(room.scorecard.id)
    expect(again.scorecard).toMatchObject({ revision: 2, draft, savedAt: saved.savedAt })
    const stored = await withClient(house.database.ownerUrl, async (client) =>
      client.query<{ sealed: string }>(
        'SELECT sealed_draft AS sealed FROM scorecard_drafts WHERE scorecard_id = $1',
        [room.scorecard.id],
      ),
    )
    expect(stored.rows[0]!.sealed).toMatch(/^k1\./)
    expect(stored.rows[0]!.sealed).not.toContain('refcount')
  })

  test('with a stale revision writes nothing, and says what stands there', async () => {
    const room = await opened()
    const first = { ...emptyScorecard, summary: 'From the laptop.' }
    await mine.save(room, first)
    const answer = await mine.trySave(room.scorecard.id, { ...emptyScorecard, summary: 'From the phone.' }, 1)
    expect(answer.status).toBe(412)
    expect(problemOf(answer).current).toMatchObject({ revision: 2, draft: first })
    expect((await mine.room(room.scorecard.id)).scorecard.draft.summary).toBe('From the laptop.')
  })

  test('of two at once lets one through', async () => {
    const { scorecard } = await opened()
    const answers = await Promise.all(
      ['one', 'two', 'three', 'four'].map((summary) =>
        mine.trySave(scorecard.id, { ...emptyScorecard, summary }, 1),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412])
  })

  test('refuses what the version does not have, by field, and keeps what was saved', async () => {
    const room = await opened()
    const kept = { ...emptyScorecard, summary: 'Kept.' }
    await mine.save(room, kept)
    const [competency] = room.kit.competencies
    const stranger = crypto.randomUUID()
    const answer = await mine.trySave(
      room.scorecard.id,
      {
        ...kept,
        questions: { [stranger]: { notes: 'x', expectedPoints: {}, seniorExtras: {}, redFlags: {} } },
        ratings: {
          [competency!.id]: {
            level: 5,
            evidence: { [stranger]: { kind: 'quote', text: 'x', questionId: stranger } },
          },
          [stranger]: { level: 2, evidence: {} },
        },
        signals: { [stranger]: true },
      },
      2,
    )
    expect(answer.status).toBe(400)
    expect(problemOf(answer).errors).toMatchObject({
      [`questions.${stranger}`]: 'This question is not in the kit of this interview.',
      [`ratings.${stranger}`]: 'This competency is not rated in this interview.',
      [`ratings.${competency!.id}.level`]: 'The scale of this interview ends at 4.',
      [`ratings.${competency!.id}.evidence.${stranger}.questionId`]:
        'This question is not in the kit of this interview.',
      [`signals.${stranger}`]: 'This signal is not in the kit of this interview.',
    })
    expect((await mine.room(room.scorecard.id)).scorecard).toMatchObject({ revision: 2, draft: kept })
  })

  test.each([
    ['a note of a megabyte', { summary: 'x'.repeat(1_000_000) }, [400, 413]],
    ['a control character', { summary: 'a\u0007b' }, [400]],
    ['half of a pair', { privateNotes: '\uD83D' }, [400]],
    ['an unknown field', { submittedAt: '2026-01-01T00:00:00Z' }, [400]],
    ['a level that is no level', { ratings: { [crypto.randomUUID()]: { level: 0, evidence: {} } } }, [400]],
  ])('refuses %s', async (_what, more, statuses) => {
    const { scorecard } = await opened()
    const answer = await mine.trySave(scorecard.id, { ...emptyScorecard, ...more }, 1)
    expect(statuses).toContain(answer.status)
  })
})
