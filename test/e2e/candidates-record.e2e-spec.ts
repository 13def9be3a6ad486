import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { AuditEvent } from '@assay/contracts'
import { ReadsAudit } from '../../apps/api/src/audit/reads-audit.service.ts'
import { CANDIDATES, type Candidates, candidatesOf } from '../support/candidates.ts'
import { withClient } from '../support/database.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let recruiter: HttpClient
let admin: HttpClient
let own: Candidates

beforeAll(async () => {
  house = await startHouse()
  recruiter = await house.signedIn(house.north.recruiter)
  admin = await house.signedIn(house.north.admin)
  own = candidatesOf(recruiter)
})
afterAll(() => house.stop())

const eventsOf = async (subjectId: string): Promise<AuditEvent[]> => {
  const filter = encodeURIComponent(JSON.stringify({ subjectId }))
  return (await admin.get(`/api/v1/audit-events?filter=${filter}`)).json<AuditEvent[]>()
}

describe('the record', () => {
  const reads = () => house.server.app.get(ReadsAudit, { strict: false })

  test('says what was changed, and never what stood there', async () => {
    const made = await own.made({
      name: 'Recorded Secretname',
      emails: [{ kind: 'home', value: 'secret@word.example' }],
    })
    await own.changed(made, { name: 'Renamed Secretname', phones: [{ kind: 'home', value: '555 010 99' }] })
    const events = await eventsOf(made.id)
    expect(events.map(({ action, details }) => [action, details])).toEqual([
      ['candidate.updated', { fields: ['name', 'phones'] }],
      ['candidate.created', {}],
    ])
    const written = await withClient(house.database.superuserUrl, async (client) => {
      const { rows } = await client.query<{ all: string }>(
        `SELECT string_agg(canonical, ' ') AS all FROM audit_events`,
      )
      return rows[0]!.all
    })
    expect(written).not.toMatch(/secret|555 010/i)
  })

  test('says who opened it, once for each person and minute', async () => {
    const { id } = await own.made({ name: 'Looked At' })
    for (let time = 0; time < 5; time += 1) await own.one(id)
    await candidatesOf(admin).one(id)
    expect((await recruiter.get(`${CANDIDATES}/${crypto.randomUUID()}`)).status).toBe(404)
    await reads().flush()
    const opened = (await eventsOf(id)).filter(({ action }) => action === 'candidate.read')
    const readers = new Set(opened.map(({ actorName }) => actorName))
    expect(readers).toEqual(new Set([house.north.recruiter.name, house.north.admin.name]))
    // One each, or two where a minute ended in between.
    expect(opened.length).toBeLessThanOrEqual(4)
    expect(opened.every(({ requestId }) => requestId !== null)).toBe(true)
  })

  test('has what was read by the time the process has ended', async () => {
    const second = await startHouse({ database: house.database, empty: true })
    const client = await house.signedIn(house.north.recruiter)
    const { id } = await own.made({ name: 'Read Last' })
    const answer = await fetch(`${second.url}${CANDIDATES}/${id}`, {
      headers: {
        cookie: client.cookieHeader().replaceAll(/(at|rt|dt)-\d+/g, `$1-${new URL(second.url).port}`),
      },
    })
    expect(answer.status).toBe(200)
    await second.stop()
    expect((await eventsOf(id)).map(({ action }) => action)).toContain('candidate.read')
  })

  test('is intact with all of it', async () => {
    const verdict = (await admin.get('/api/v1/audit-events/verification')).json<{ intact: boolean }>()
    expect(verdict.intact).toBe(true)
  })

  test('has in the end what could not be written at once', async () => {
    const { id } = await own.made({ name: 'Read In Bad Times' })
    const asOwner = (statement: string) =>
      withClient(house.database.superuserUrl, (client) => client.query(statement))
    await asOwner('REVOKE EXECUTE ON FUNCTION assay_append_audit_event(text) FROM assay_application')
    try {
      await own.one(id)
      await reads().flush()
    } finally {
      await asOwner('GRANT EXECUTE ON FUNCTION assay_append_audit_event(text) TO assay_application')
    }
    await reads().flush()
    expect((await eventsOf(id)).map(({ action }) => action)).toContain('candidate.read')
  })
})
