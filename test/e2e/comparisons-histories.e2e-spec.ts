import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Comparison, RatingLevel } from '@assay/contracts'
import fc from 'fast-check'
import { comparisonsOf, ratingsOf } from '../support/comparisons.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type Panels, panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { completeDraft, SCORECARDS, scorecardsOf } from '../support/scorecards.ts'

let house: RunningHouse
let own: Panels
let recruiter: HttpClient
const writers: Record<string, HttpClient> = {}

beforeAll(async () => {
  house = await startHouse()
  recruiter = await house.signedIn(house.north.recruiter)
  own = await panelsOf(house, recruiter)
  for (const role of ['interviewer', 'admin', 'hiring_manager'] as const)
    writers[house.north[role].id] = await house.signedIn(house.north[role])
})
afterAll(() => house.stop())

/** What is known of a scorecard from the answers its author got, and from nothing else. */
interface Known {
  applicationId: string
  raterId: string
  shadow: boolean
  scorecardId: string
  kit: Parameters<typeof completeDraft>[0]
  draft: Record<string, RatingLevel>
  said: Record<string, RatingLevel> | null
  released: boolean
}

const level = fc.constantFrom<RatingLevel>(1, 2, 3, 4, 'not_assessed')
const step = fc.record({
  scorecard: fc.nat(5),
  command: fc.constantFrom(
    'write',
    'submit',
    'submit',
    'recall',
    'give-up-recall',
    'give-up-recall',
    'amend',
  ),
  levels: fc.array(level, { minLength: 4, maxLength: 4 }),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** A step that the API refuses changes nothing. */
const take = async (known: Known, { command, levels }: Step): Promise<void> => {
  const client = writers[known.raterId]!
  const scorecards = scorecardsOf(client)
  const { scorecard } = await scorecards.room(known.scorecardId)
  if (command === 'write') {
    const ratings = ratingsOf(known.kit, levels)
    const { status } = await scorecards.trySave(
      scorecard.id,
      completeDraft(known.kit, { ratings }),
      scorecard.revision,
    )
    if (status === 200)
      known.draft = Object.fromEntries(Object.entries(ratings).map(([id, rating]) => [id, rating.level]))
    return
  }
  if (command === 'amend') {
    const { status } = await scorecards.tryAmend(scorecard.id, 'Thought again.', scorecard.revision)
    if (status === 200) known.said = known.draft
    return
  }
  const { status } =
    command === 'submit'
      ? await scorecards.trySubmit(scorecard.id, scorecard.revision)
      : await client.post(`${SCORECARDS}/${scorecard.id}/${command}`)
  if (status !== 200) return
  if (command === 'submit') known.said = known.draft
  if (command === 'recall') known.said = null
  if (command === 'give-up-recall') known.released = true
}

/** Everything recomputed from what was said, without a line of the code under test. */
const recomputed = (all: readonly Known[], applicationId: string) => {
  const counting = all.filter(
    (one) => one.applicationId === applicationId && one.released && !one.shadow && one.said !== null,
  )
  const cells: Record<string, unknown> = {}
  const everyLevel: number[] = []
  for (const competencyId of new Set(counting.flatMap(({ said }) => Object.keys(said!)))) {
    const given = counting.map(({ said, raterId }) => ({ raterId, level: said![competencyId]! }))
    const marks = given.filter((mark) => mark.level !== 'not_assessed') as {
      raterId: string
      level: number
    }[]
    const levels = marks.map((mark) => mark.level)
    everyLevel.push(...levels)
    cells[competencyId] = {
      marks: marks.map((mark) => `${mark.raterId} ${mark.level}`).sort(),
      mean: levels.length > 0 ? levels.reduce((a, b) => a + b) / levels.length : null,
      spread: levels.length > 1 ? Math.max(...levels) - Math.min(...levels) : null,
      raters: levels.length,
      notAssessed: given.length - marks.length,
    }
  }
  const mean = everyLevel.length > 0 ? everyLevel.reduce((a, b) => a + b) / everyLevel.length : null
  return { cells, yes: counting.length, ratings: everyLevel.length, mean }
}

/** The same of what the API answers. A competency that only others' scorecards rate has an empty cell here. */
const answered = (shown: Comparison, applicationId: string) => {
  const { cells, recommendations, raw } = shown.applications.find(
    (one) => one.applicationId === applicationId,
  )!
  const filled = cells.filter((cell) => cell.ratings.length + cell.notAssessed > 0)
  return {
    cells: Object.fromEntries(
      filled.map(({ competencyId, ratings, mean, spread, raters, notAssessed }) => [
        competencyId,
        {
          marks: ratings.map((mark) => `${mark.raterId} ${mark.level}`).sort(),
          mean,
          spread,
          raters,
          notAssessed,
        },
      ]),
    ),
    yes: recommendations!['yes'],
    ratings: raw!.ratings,
    mean: raw!.mean,
  }
}

const close = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'number' ? Math.round(part * 1e9) / 1e9 : part,
    ),
  )

const begun = async (): Promise<{ job: { id: string }; all: Known[]; applications: { id: string }[] }> => {
  const { interviewer, admin, hiring_manager: manager } = house.north
  const job = await own.made<{ id: string }>('jobs', {
    title: 'Histories',
    department: 'Platform',
    level: 'senior',
  })
  const all: Known[] = []
  const applications: { id: string }[] = []
  for (const name of ['First', 'Second']) {
    const application = await own.apply(await own.candidate(name), job)
    applications.push(application)
    const made = await own.schedule(application, {
      panel: [
        { userId: interviewer.id },
        { userId: admin.id },
        { userId: manager.id, shadow: name === 'First' },
      ],
    })
    for (const raterId of [interviewer.id, admin.id, manager.id]) {
      const { scorecard, kit } = await scorecardsOf(writers[raterId]!).own(made)
      all.push({
        applicationId: application.id,
        raterId,
        shadow: name === 'First' && raterId === manager.id,
        scorecardId: scorecard.id,
        kit,
        draft: {},
        said: null,
        released: false,
      })
    }
  }
  return { job, all, applications }
}

test('the comparison is what is recomputed from submissions that stand, whatever happened before', async () => {
  const met = { marks: 0, shadows: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 60, size: 'max' }), async (steps) => {
      const { job, all, applications } = await begun()
      for (const [place, known] of all.entries())
        await take(known, { scorecard: place, command: 'write', levels: [3, 2, 'not_assessed', 1] })
      for (const one of steps) await take(all[one.scorecard]!, one)
      const shown = await comparisonsOf(recruiter).compare(job, applications)
      for (const { id } of applications) {
        const expected = recomputed(all, id)
        met.marks += expected.ratings
        met.shadows += all.filter(({ shadow, released, said }) => shadow && released && said !== null).length
        expect(close(answered(shown, id))).toEqual(close(expected))
      }
    }),
    { numRuns: 5, endOnFailure: true },
  )
  // Otherwise the histories were too tame to say anything.
  expect(Math.min(met.marks, met.shadows)).toBeGreaterThan(0)
}, 120_000)
