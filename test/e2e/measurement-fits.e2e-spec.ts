import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Application, Job, MeasurementFit, RatingLevel } from '@assay/contracts'
import { type ComparedJobs, comparedJobs } from '../support/compared-jobs.ts'
import { rated } from '../support/comparisons.ts'
import { withClient } from '../support/database.ts'
import type { HttpClient } from '../support/http-client.ts'
import { fitsOf } from '../support/measurement-fits.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { panelOf } from '../support/scorecards.ts'

let house: RunningHouse
let own: ComparedJobs
let recruiter: HttpClient
let interviewer: HttpClient
let manager: HttpClient
let admin: HttpClient

beforeAll(async () => {
  house = await startHouse()
  own = await comparedJobs(house)
  ;({ recruiter, interviewer, hiring_manager: manager, admin } = own.clients)
})
afterAll(() => house.stop())

/** Interviewed by the interviewer and the admin, who give these levels. */
const met = (
  job: Job,
  name: string,
  [mild, strict]: readonly [readonly RatingLevel[], readonly RatingLevel[]],
): Promise<Application> => own.met(job, name, { interviewer: mild, admin: strict })

const asOwner = <Row extends object>(statement: string, values: unknown[]): Promise<Row[]> =>
  withClient(house.database.ownerUrl, async (client) => (await client.query<Row>(statement, values)).rows)

describe('a fit', () => {
  let job: Job
  let done: MeasurementFit
  beforeAll(async () => {
    job = await own.begin()
    await met(job, 'Ada', [
      [4, 3, 4],
      [3, 3, 2],
    ])
    await met(job, 'Bob', [
      [2, 'not_assessed', 3],
      [1, 2, 1],
    ])
    done = await fitsOf(manager).computed(job)
  }, 60_000)

  test('is computed in the background, and says of what', async () => {
    expect(done).toMatchObject({
      jobId: job.id,
      family: job.family,
      status: 'done',
      progress: 100,
      because: null,
      askedBy: { id: house.north.hiring_manager.id },
      counts: { candidates: 2, interviewers: 2 },
      modelVersion: expect.stringContaining('assay-rasch') as unknown,
      inputHash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    })
    expect(done.warnings.join(' ')).toContain('Few people')
    const listed = (await fitsOf(recruiter).list(job)).json<MeasurementFit[]>()
    expect(listed.map(({ id }) => id)).toEqual([done.id])
  })

  test('keeps ids and levels, and what is not assessed is no row', async () => {
    const [row] = await asOwner<{ rows: number; counts: { ratings: number } }>(
      'SELECT counts, octet_length(packed_input) AS rows FROM measurement_fits WHERE id = $1',
      [done.id],
    )
    const [{ assessed }] = (await asOwner<{ assessed: number }>(
      `SELECT count(*)::int AS assessed FROM ratings r JOIN scorecards s ON s.id = r.scorecard_id
         JOIN applications a ON a.id = s.application_id WHERE a.job_id = $1 AND r.level IS NOT NULL`,
      [job.id],
    )) as [{ assessed: number }]
    expect(row!.counts.ratings).toBe(assessed)
  })

  test('is never written again once it is finished', async () => {
    const forge = (): Promise<unknown> =>
      withClient(house.database.applicationUrl, async (client) => {
        await client.query('BEGIN')
        await client.query("SELECT set_config('assay.organization_id', $1, true)", [house.north.id])
        const { rowCount } = await client.query(
          `UPDATE measurement_fits SET figures = '{}' WHERE organization_id = $1 AND id = $2`,
          [house.north.id, done.id],
        )
        await client.query('COMMIT')
        return rowCount
      })
    expect(await forge()).toBe(0)
  })

  test('moves nobody: people decide', async () => {
    const standing = () =>
      asOwner(
        `SELECT (SELECT json_agg(a ORDER BY a.id) FROM applications a) AS applications,
                (SELECT count(*)::int FROM application_changes) AS changes`,
        [],
      )
    const before = await standing()
    await fitsOf(recruiter).computed(job)
    await recruiter.get(`/api/v1/jobs/${job.id}/comparison`)
    expect(await standing()).toEqual(before)
  })

  test('waits once for each job: asking again is the same', async () => {
    const [one, two] = await Promise.all([fitsOf(manager).tryAsk(job), fitsOf(recruiter).tryAsk(job)])
    expect([one.status, two.status]).toEqual([202, 202])
    const ids = new Set([one, two].map((answer) => answer.json<MeasurementFit>().id))
    for (const id of ids) expect((await fitsOf(recruiter).settled(id)).status).toBe('done')
  })
})

describe('what ratings cannot carry', () => {
  test('is refused in words: nothing, one candidate, and marks that are all equal', async () => {
    const job = await own.begin()
    expect(await fitsOf(manager).computed(job)).toMatchObject({
      status: 'refused',
      because: expect.stringContaining('No candidate') as unknown,
      inputHash: null,
    })
    await met(job, 'Alone', [[4], [3]])
    expect(await fitsOf(manager).computed(job)).toMatchObject({
      status: 'refused',
      because: expect.stringContaining('One candidate') as unknown,
    })
    const equal = await own.begin()
    await met(equal, 'Twin', [[3], [3]])
    await met(equal, 'Other twin', [[3], [3]])
    expect(await fitsOf(manager).computed(equal)).toMatchObject({
      status: 'refused',
      because: expect.stringContaining('distinguish nobody') as unknown,
    })
  })
})

describe('what does not count', () => {
  test('shadows, what can still be taken back, and those for whom others wait', async () => {
    const family = crypto.randomUUID()
    const job = await own.begin({ family })
    await met(job, 'Counts', [[4], [2]])
    const shadowed = await own.panels.apply(await own.panels.candidate('Shadowed'), job)
    const panel = [{ userId: house.north.interviewer.id }, { userId: house.north.admin.id, shadow: true }]
    const made = await own.panels.schedule(shadowed, { panel })
    await rated(interviewer, made, [3])
    await rated(admin, made, [1])
    const waiting = await own.begin({ family, blindUntil: 'all_submitted' })
    const half = await own.panels.apply(await own.panels.candidate('Half'), waiting)
    const pair = await own.panels.schedule(half, panelOf(house.north.interviewer, house.north.recruiter))
    await rated(interviewer, pair, [1])
    const { counts } = await fitsOf(manager).computed(job)
    expect(counts).toMatchObject({ candidates: 2, interviewers: 2 })
    const [{ of }] = (await asOwner<{ of: number }>(
      `SELECT count(*)::int AS of FROM ratings r JOIN scorecards s ON s.id = r.scorecard_id
         JOIN applications a ON a.id = s.application_id
        WHERE a.job_id = $1 AND (s.application_id <> $2 OR s.user_id <> $3)`,
      [job.id, shadowed.id, house.north.admin.id],
    )) as [{ of: number }]
    expect(counts!.ratings).toBe(of)
  }, 30_000)
})

describe('whoever owes in the family', () => {
  test('finds no fit, and is told the same whether there is one or not', async () => {
    const family = crypto.randomUUID()
    const job = await own.begin({ family })
    const elsewhere = await own.begin({ family })
    const owed = await own.panels.apply(await own.panels.candidate('Owed'), elsewhere)
    const debt = await own.panels.schedule(owed, panelOf(house.north.hiring_manager))
    const ask = async () => {
      const [posted, listed] = [await fitsOf(manager).tryAsk(job), await fitsOf(manager).list(job)]
      return [posted.status, posted.json<{ detail: string }>().detail, listed.status, listed.text]
    }
    const before = await ask()
    expect(before).toEqual([409, expect.stringContaining('You owe'), 200, '[]'])
    await met(job, 'Ada', [
      [4, 3],
      [3, 2],
    ])
    await met(job, 'Bob', [
      [2, 1],
      [2, 3],
    ])
    const fit = await fitsOf(recruiter).computed(job)
    expect(fit.status).toBe('done')
    expect(await ask()).toEqual(before)
    expect((await manager.get(`/api/v1/measurement-fits/${fit.id}`)).status).toBe(404)
    await rated(manager, debt, [3])
    expect((await fitsOf(manager).get(fit.id)).id).toBe(fit.id)
  }, 30_000)

  test('does not find it after the job moved to another family either', async () => {
    const family = crypto.randomUUID()
    const [job, other] = [await own.begin({ family }), await own.begin({ family })]
    await met(job, 'Ada', [
      [4, 3],
      [3, 2],
    ])
    await met(other, 'Bob', [
      [2, 1],
      [2, 3],
    ])
    const fit = await fitsOf(recruiter).computed(job)
    const { revision } = (await recruiter.get(`/api/v1/jobs/${other.id}`)).json<Job>()
    const moved = await recruiter.patch(`/api/v1/jobs/${other.id}`, { family: crypto.randomUUID() }, revision)
    expect(moved.status).toBe(200)
    const owed = await own.panels.apply(await own.panels.candidate('Owed'), other)
    const debt = await own.panels.schedule(owed, panelOf(house.north.hiring_manager))
    expect((await manager.get(`/api/v1/measurement-fits/${fit.id}`)).status).toBe(404)
    await rated(manager, debt, [3])
    expect((await manager.get(`/api/v1/measurement-fits/${fit.id}`)).status).toBe(200)
  }, 30_000)
})

describe('who may ask', () => {
  test('nobody from another team, no interviewer, nobody from next door', async () => {
    const job = await own.begin({ team: [] })
    expect((await fitsOf(manager).tryAsk(job)).status).toBe(404)
    expect((await fitsOf(interviewer).tryAsk(job)).status).toBe(403)
    expect((await fitsOf(await house.signedIn(house.south.admin)).tryAsk(job)).status).toBe(404)
  })
})

describe('by itself', () => {
  test('a fit waits for some quiet after a scorecard came in, and again after an amendment', async () => {
    const job = await own.begin()
    await met(job, 'Ada', [
      [4, 3],
      [3, 2],
    ])
    const waits = async () =>
      asOwner<{ status: string; asked_by: string | null; in: number }>(
        `SELECT status, asked_by, extract(epoch FROM due_at - now())::int AS in FROM measurement_fits
          WHERE job_id = $1 AND status = 'queued'`,
        [job.id],
      )
    // Asking for the fit of another job makes the runner look.
    const look = async () => fitsOf(recruiter).computed(await own.begin())
    await look()
    const [queued] = await waits()
    expect(queued).toMatchObject({ asked_by: null })
    expect(queued!.in).toBeGreaterThan(60)
    expect((await fitsOf(recruiter).computed(job)).status).toBe('refused')
    await look()
    expect(await waits()).toEqual([])
    await met(job, 'Bob', [
      [1, 3],
      [3, 2],
    ])
    await look()
    expect(await waits()).toHaveLength(1)
  }, 30_000)
})
