import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { interviewKits } from '@assay/interview-kits'
import type { Application, Comparison, Debrief, Decision, Job, Role } from '@assay/contracts'
import {
  finalists,
  type PlannedPerson,
  plannedLevel,
} from '../../apps/api/src/database/demo/finalist-plan.ts'
import { furnishDemo } from '../../apps/api/src/database/demo/furnish-demo.ts'
import type { DemoSignIn } from '../../apps/api/src/database/demo/demo.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let signIns: DemoSignIn[]
let manager: HttpClient
let job: Job

const signedIn = async (role: Role): Promise<HttpClient> => {
  const client = house.client()
  const { email, password } = signIns.find((one) => one.role === role)!
  expect((await client.post('/api/v1/sessions', { email, password })).status).toBe(201)
  return client
}

beforeAll(async () => {
  house = await startHouse({ empty: true })
  signIns = await furnishDemo(house.server.app, house.database.ownerUrl)
  manager = await signedIn('hiring_manager')
  const jobs = (await manager.get('/api/v1/jobs?range=[0,99]')).json<Job[]>()
  job = jobs.find(({ title }) => title === 'Senior engineer, warehouse operations')!
})
afterAll(() => house.stop())

const levelsOf = (person: PlannedPerson): number[] =>
  person.panels.flatMap(([kit, panel]) =>
    interviewKits
      .find(({ key }) => key === kit)!
      .competencies.flatMap((competency) =>
        panel.flatMap((rater) => {
          const level = plannedLevel(person, rater, competency)
          return level === 'not_assessed' ? [] : [level]
        }),
      ),
  )

test('the demo has five finalists with exactly the ratings that the plan gives them', async () => {
  const { applications, withheld } = (
    await manager.get(`/api/v1/jobs/${job.id}/comparison`)
  ).json<Comparison>()
  expect([withheld, applications.length]).toEqual([null, 5])
  const told = applications.map(({ raw }) => [raw!.ratings, raw!.mean!.toFixed(6)]).toSorted()
  const planned = finalists.map((person) => {
    const levels = levelsOf(person)
    const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length
    return [levels.length, mean.toFixed(6)]
  })
  expect(told).toEqual(planned.toSorted())
})

test('a split panel is in the middle of its debrief', async () => {
  const filter = encodeURIComponent(JSON.stringify({ jobId: job.id }))
  const applications = (await manager.get(`/api/v1/applications?filter=${filter}`)).json<Application[]>()
  const debriefs: Debrief[] = []
  for (const { id } of applications) {
    debriefs.push((await manager.get(`/api/v1/applications/${id}/debrief`)).json<Debrief>())
  }
  const [talking, ...others] = debriefs.filter(({ state }) => state === 'talking')
  expect(others).toEqual([])
  expect(talking!.agenda!.disagreements[0]).toMatchObject({ acrossTheMiddle: true })
  expect(talking!.agenda!.disagreements[0]!.spread).toBeGreaterThanOrEqual(2)
  expect(talking).toMatchObject({ votes: { after: [{ value: 'yes', changes: 0 }] } })
  expect(talking!.votes!.before).toHaveLength(3)
  expect(talking!.notes).toContain('Ines and Tomasz')
})

test('one decision counts, and one waits for those whose turn it is', async () => {
  const recruiter = await signedIn('recruiter')
  const decisions = (await recruiter.get('/api/v1/decisions')).json<Decision[]>()
  const states = decisions.map(({ state, may }) => [state, may.approve.allowed])
  expect(states.toSorted()).toEqual([
    ['decided', false],
    ['waiting', true],
  ])
  const hired = decisions.find(({ state }) => state === 'decided')!
  const application = await recruiter.get(`/api/v1/applications/${hired.applicationId}`)
  expect(application.json<Application>().status).toBe('hired')
})
