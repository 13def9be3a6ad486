import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { AuditEvent } from '@assay/contracts'
import { parse } from 'csv-parse/sync'
import { withClient } from '../support/database.ts'
import { hiringOf } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let admin: HttpClient

const made = async (path: string, body: object, headers?: Record<string, string>) => {
  const { status, text } = await admin.post(`/api/v1/${path}`, body, headers)
  expect([status, status < 300 ? '' : text]).toEqual([status, ''])
}

/** A hold, a rule, somebody who is due and somebody who is gone. */
beforeAll(async () => {
  house = await startHouse()
  admin = await house.signedIn(house.north.admin)
  const own = hiringOf(admin)
  const job = await own.job()
  const late = await own.candidate('Long Ago')
  const { id } = await own.apply(late, job)
  await own.command(id, 'reject', { reasonId: await own.reason('ours') })
  await made('legal-holds', { subject: 'candidate', subjectId: late.id, reason: '=1+1' })
  await made('retention-rules', { outcome: 'rejected', months: 6, basis: 'Labour law' })
  const gone = await own.candidate('Gone Tomorrow')
  await made(`candidates/${gone.id}/erase`, { reason: 'asked' }, { 'if-match': `"${gone.revision}"` })
  await withClient(house.database.ownerUrl, (client) =>
    client.query(
      `INSERT INTO retention_due (organization_id, candidate_id, due_on, is_due, mode, last_ended_on, marked_on)
       VALUES ($1, $2, current_date - 1, true, 'ask', current_date - 200, current_date)`,
      [house.north.id, late.id],
    ),
  )
})
afterAll(() => house.stop())

const file = (client: HttpClient, list: string) => client.get(`/api/v1/${list}/export.csv`)

test.each(['legal-holds', 'retention-rules', 'retention-due', 'erasures'])(
  '%s: the rows of the list, for whoever may read it',
  async (list) => {
    const { status, bytes } = await file(admin, list)
    expect(status).toBe(200)
    const rows: Record<string, string>[] = parse(bytes, { bom: true, columns: true })
    const listed = (await admin.get(`/api/v1/${list}?range=[0,99]`)).json<{ id: string }[]>()
    expect(listed.length).toBeGreaterThan(0)
    expect(rows.map(({ id }) => id)).toEqual(listed.map(({ id }) => id))
    expect((await file(await house.signedIn(house.north.interviewer), list)).status).toBe(403)
    const foreign = await file(await house.signedIn(house.south.admin), list)
    expect(foreign.text).not.toMatch(/Long Ago|Labour law/)
  },
)

test('reasons that would be formulas are text, and whoever takes out names is on record', async () => {
  const { text } = await file(admin, 'legal-holds')
  expect(text).toContain(`'=1+1`)
  const filter = encodeURIComponent(JSON.stringify({ action: 'candidates.exported' }))
  const events = (await admin.get(`/api/v1/audit-events?filter=${filter}`)).json<AuditEvent[]>()
  expect(events.length).toBeGreaterThan(0)
})
