import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Notice } from '@assay/contracts'
import { withClient } from '../support/database.ts'
import { panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse

beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.stop())

const MANY = 1_500

/** As many interviews again as the panelist owes already, each on an application of its own. */
const COPIES = [
  `CREATE TEMP TABLE copied AS SELECT n, gen_random_uuid() AS candidate, gen_random_uuid() AS application,
     gen_random_uuid() AS interview FROM generate_series(1, ${MANY}) AS n`,
  `INSERT INTO candidates SELECT (jsonb_populate_record(c, jsonb_build_object('id', x.candidate, 'name', 'Copy ' || x.n))).*
     FROM candidates c, copied x WHERE c.id = (SELECT candidate_id FROM applications WHERE id = $1)`,
  `INSERT INTO candidate_search SELECT (jsonb_populate_record(f, jsonb_build_object('candidate_id', x.candidate,
       'stands_for', x.candidate))).*
     FROM candidate_search f, copied x WHERE f.candidate_id = (SELECT candidate_id FROM applications WHERE id = $1)`,
  `INSERT INTO applications SELECT (jsonb_populate_record(a, jsonb_build_object('id', x.application,
       'candidate_id', x.candidate))).* FROM applications a, copied x WHERE a.id = $1`,
  `INSERT INTO application_changes SELECT (jsonb_populate_record(h, jsonb_build_object('application_id', x.application))).*
     FROM application_changes h, copied x WHERE h.application_id = $1`,
  `INSERT INTO interviews SELECT (jsonb_populate_record(i, jsonb_build_object('id', x.interview,
       'application_id', x.application))).* FROM interviews i, copied x WHERE i.application_id = $1`,
  `INSERT INTO panelists SELECT (jsonb_populate_record(p, jsonb_build_object('interview_id', x.interview,
       'application_id', x.application))).* FROM panelists p, copied x WHERE p.application_id = $1`,
  `INSERT INTO notices SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(),
       'interview_id', x.interview))).*
     FROM notices m, copied x WHERE m.interview_id = (SELECT id FROM interviews WHERE application_id = $1 LIMIT 1)`,
]

test('a panelist with very many interviews gets their notices, each with its candidate', async () => {
  const own = await panelsOf(house, await house.signedIn(house.north.recruiter))
  const application = await own.applied()
  await own.schedule(application)
  await withClient(house.database.superuserUrl, async (client) => {
    for (const statement of COPIES)
      await client.query(statement, statement.includes('$1') ? [application.id] : [])
    await client.query('ANALYZE')
  })
  const interviewer = await house.signedIn(house.north.interviewer)
  const answer = await interviewer.get('/api/v1/notices?range=[0,499]')
  expect([answer.status, answer.headers.get('content-range')]).toEqual([200, `notices 0-499/${MANY + 1}`])
  const about = answer.json<Notice[]>().map((one) => one.about?.candidate)
  expect(about).not.toContain(undefined)
  expect(new Set(about).size).toBe(500)
})
