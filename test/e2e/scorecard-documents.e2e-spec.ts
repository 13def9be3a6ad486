import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { HttpClient } from '../support/http-client.ts'
import { APPLICATIONS } from '../support/hiring.ts'
import { type Panels, panelsOf } from '../support/panels.ts'
import { readPdf } from '../support/pdf-text.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { panelOf, released, SCORECARDS, scorecardsOf } from '../support/scorecards.ts'
import { withClient } from '../support/database.ts'

let house: RunningHouse
let recruiter: HttpClient
let interviewer: HttpClient
let admin: HttpClient
let own: Panels

beforeAll(async () => {
  house = await startHouse()
  recruiter = await house.signedIn(house.north.recruiter)
  interviewer = await house.signedIn(house.north.interviewer)
  admin = await house.signedIn(house.north.admin)
  own = await panelsOf(house, recruiter)
})
afterAll(() => house.stop())

const printed = async (client: HttpClient, path: string) => {
  const answer = await client.get(path)
  if (answer.status !== 200) return { status: answer.status, text: '', name: '' }
  const { pages } = await readPdf(answer.bytes)
  return {
    status: 200,
    text: pages.join(' ').replaceAll(/\s+/g, ' '),
    name: answer.headers.get('content-disposition') ?? '',
  }
}

const written = async () => {
  const emails = [{ kind: 'home', value: 'zelda.quist@example.net' }]
  const application = await own.apply(await own.candidate('Zelda Quist', { emails }), own.job)
  const made = await own.schedule(application, panelOf(house.north.interviewer, house.north.admin))
  const { scorecard } = await scorecardsOf(interviewer).submit(made, {
    summary: 'Zelda explained it; write to zelda.quist@example.net.',
  })
  await scorecardsOf(interviewer).step(scorecard.id, 'give-up-recall')
  return { application, made, id: scorecard.id }
}

test('all that somebody may read on one document, and one scorecard by itself', async () => {
  const { application, made, id } = await written()
  await released(admin, made)
  const all = await printed(recruiter, `${APPLICATIONS}/${application.id}/scorecards.pdf`)
  for (const words of [
    'Zelda Quist',
    house.north.interviewer.name,
    house.north.admin.name,
    'Yes, fairly sure',
  ]) {
    expect(all.text).toContain(words)
  }
  expect(all.name).toContain('Zelda')
  const one = await printed(recruiter, `${SCORECARDS}/${id}/scorecard.pdf`)
  expect(one.text).toContain('Zelda explained it')
  expect(one.text).not.toContain(house.north.admin.name)
})

test('names and contacts are withheld where it is asked for', async () => {
  const { application, id } = await written()
  const path = `${APPLICATIONS}/${application.id}/scorecards.pdf`
  const candidate = await printed(recruiter, `${path}?withhold=candidate`)
  expect(`${candidate.text} ${candidate.name}`).not.toMatch(/zelda|quist/i)
  expect(candidate.text).toContain('the candidate explained it; write to [e-mail address].')
  expect(candidate.text).toContain(house.north.interviewer.name)
  const interviewers = await printed(recruiter, `${path}?withhold=interviewers`)
  expect(interviewers.text).toContain('Interviewer 1')
  expect(interviewers.text).not.toContain(house.north.interviewer.name)
  expect(interviewers.text).toContain('Zelda explained it')
  const both = await printed(recruiter, `${SCORECARDS}/${id}/scorecard.pdf?withhold=both`)
  expect(`${both.text} ${both.name}`).not.toMatch(/zelda|quist/i)
  expect(both.text).not.toContain(house.north.interviewer.name)
  expect((await recruiter.get(`${path}?withhold=everything`)).status).toBe(400)
})

test('whoever owes prints what they read: their own; and one scorecard is one that was seen, not all', async () => {
  const { application, made, id } = await written()
  const path = `${APPLICATIONS}/${application.id}/scorecards.pdf`
  expect((await printed(admin, path)).text).toContain('No scorecard to read yet.')
  expect((await printed(admin, `${SCORECARDS}/${id}/scorecard.pdf`)).status).toBe(404)
  const south = await house.signedIn(house.south.admin)
  expect((await printed(south, path)).status).toBe(404)
  const mine = await released(admin, made)
  await printed(interviewer, `${SCORECARDS}/${id}/scorecard.pdf`)
  const seen = () =>
    withClient(house.database.ownerUrl, async (client) => {
      const { rows } = await client.query<{ userId: string }>(
        'SELECT user_id AS "userId" FROM scorecard_sights WHERE application_id = $1',
        [application.id],
      )
      return rows.map(({ userId }) => userId)
    })
  expect(await seen()).not.toContain(house.north.interviewer.id)
  expect((await printed(interviewer, `${SCORECARDS}/${mine}/scorecard.pdf`)).status).toBe(200)
  expect(await seen()).toContain(house.north.interviewer.id)
})
