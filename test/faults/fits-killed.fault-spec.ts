import { afterAll, expect, test } from '@jest/globals'
import type { Comparison, InterviewRoom, MeasurementFit } from '@assay/contracts'
import { comparisonsOf, ratingsOf } from '../support/comparisons.ts'
import { fitsOf } from '../support/measurement-fits.ts'
import { completeDraft, scorecardsOf } from '../support/scorecards.ts'
import { endEverything, surprisesIn } from './assay-process.ts'
import { openScorecardHouse, type ScorecardHouse } from './scorecard-house.ts'

afterAll(() => endEverything())

/** In, and open to others: the admin who wrote it owes nothing any more. */
const handIn = async (house: ScorecardHouse, { scorecard, kit }: InterviewRoom, level: 2 | 4) => {
  const scorecards = scorecardsOf(house.admin)
  const draft = completeDraft(kit, { ratings: ratingsOf(kit, [level, 3]) })
  const saved = await scorecards.trySave(scorecard.id, draft, scorecard.revision)
  await scorecards.trySubmit(scorecard.id, saved.json<{ revision: number }>().revision)
  await scorecards.step(scorecard.id, 'give-up-recall')
}

const statusOf = async ({ rows }: ScorecardHouse, id: string): Promise<string> => {
  const [row] = await rows<{ status: string }>('SELECT status FROM measurement_fits WHERE id = $1', [id])
  return row!.status
}

/** Asks for a fit and ends the process while it is computed; asks again where it was too fast. */
const killedWhileRunning = async (house: ScorecardHouse, job: { id: string }): Promise<string> => {
  for (;;) {
    const { id } = (await fitsOf(house.admin).tryAsk(job)).json<MeasurementFit>()
    let status = 'queued'
    while (status === 'queued') status = await statusOf(house, id)
    if (status !== 'running') continue
    await house.killAndStart()
    if ((await statusOf(house, id)) === 'running') return id
  }
}

/** As if more time had gone by than a fit may take. */
const makeLate = ({ rows }: ScorecardHouse, id: string): Promise<unknown> =>
  rows(`UPDATE measurement_fits SET started_at = now() - interval '5 minutes' WHERE id = $1`, [id])

test('F-23 the process dies while a fit is computed: the last good one stays with its date, and the fit is done by the next', async () => {
  const house = await openScorecardHouse({ scorecards: 2 })
  const [strong, weak] = house.rooms as [InterviewRoom, InterviewRoom]
  await handIn(house, strong, 4)
  await handIn(house, weak, 2)
  const [job] = await house.rows<{ id: string }>('SELECT job_id AS id FROM applications LIMIT 1')
  const compare = (): Promise<Comparison> => comparisonsOf(house.admin).compare(job!)
  const good = await fitsOf(house.admin).computed(job!)
  expect(good.status).toBe('done')
  const before = await compare()
  expect(before.fit).toMatchObject({ status: 'fresh' })

  const killed = await killedWhileRunning(house, job!)
  const meanwhile = await compare()
  expect(meanwhile.applications).toEqual(before.applications)
  expect(meanwhile.fit!.status).toBe('fresh')
  await makeLate(house, killed)
  // Asking wakes the runner, which takes the late one first.
  await fitsOf(house.admin).computed(job!)
  const again = await fitsOf(house.admin).settled(killed)
  expect([again.status, again.inputHash]).toEqual(['done', good.inputHash])
  expect((await compare()).applications).toEqual(before.applications)

  // One that ends its process again and again is given up, and said to have been.
  const fatal = await killedWhileRunning(house, job!)
  await house.rows('UPDATE measurement_fits SET attempts = 2 WHERE id = $1', [fatal])
  await makeLate(house, fatal)
  const stopped = await fitsOf(house.admin).settled(fatal)
  expect(stopped).toMatchObject({ status: 'failed', because: 'The computation broke off.' })
  const after = await compare()
  expect(after.applications).toEqual(before.applications)
  expect(after.fit!.fittedAt <= stopped.finishedAt!).toBe(true)

  // Writing scorecards knows nothing of it.
  const asked = fitsOf(house.admin).tryAsk(job!)
  const room = await house.another()
  expect(room.scorecard.status).toBe('draft')
  expect((await asked).status).toBe(202)
  expect(surprisesIn(house.running())).toEqual([])
  await house.running().stop()
  await house.database.drop()
}, 240_000)
