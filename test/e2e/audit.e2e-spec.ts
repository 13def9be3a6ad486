import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type AuditEvent, type AuditVerification, type Organization, auditActions } from '@assay/contracts'
import type { HttpClient } from '../support/http-client.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let admin: HttpClient

beforeAll(async () => {
  house = await startHouse()
  admin = await house.signedIn(house.north.admin)
})
afterAll(() => house.stop())

const filtered = async (filter: object): Promise<AuditEvent[]> =>
  (await admin.get(`/api/v1/audit-events?filter=${encodeURIComponent(JSON.stringify(filter))}`)).json()

describe('the organization', () => {
  test('is changed against the revision that was seen, and the record says what changed', async () => {
    const before = (await admin.get('/api/v1/organization')).json<Organization>()
    const answer = await admin.patch('/api/v1/organization', { timeZone: 'Europe/Berlin' }, before.revision)
    expect(answer.json<Organization>()).toMatchObject({
      timeZone: 'Europe/Berlin',
      revision: before.revision + 1,
    })
    const [event] = await filtered({ action: 'organization.updated' })
    expect(event).toMatchObject({
      actorName: house.north.admin.name,
      subjectId: house.north.id,
      details: { changed: { timeZone: 'Europe/Berlin' } },
    })
    expect(event!.requestId).toBe(answer.headers.get('x-request-id'))
  })
})

describe('the audit record', () => {
  test('is filtered by action, person, subject and time', async () => {
    await admin.post(`/api/v1/users/${house.north.interviewer.id}/disable`)
    await admin.post(`/api/v1/users/${house.north.interviewer.id}/enable`)
    const about = await filtered({ subjectId: house.north.interviewer.id })
    expect(about.map(({ action }) => action)).toEqual(['user.enabled', 'user.disabled'])
    expect((await filtered({ actorId: house.north.recruiter.id })).length).toBe(0)
    expect((await filtered({ to: '2020-01-01T00:00:00Z' })).length).toBe(0)
    const all = await filtered({ from: '2020-01-01T00:00:00Z' })
    expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_event, index) => all.length - index))
  })

  test('is verified, and the verification is recorded', async () => {
    const verdict = (await admin.get('/api/v1/audit-events/verification')).json<AuditVerification>()
    expect([verdict.intact, verdict.findings]).toEqual([true, []])
    expect((await filtered({ action: 'audit.verified' })).length).toBe(1)
  })

  test('has pages, single entries, and a signed head to keep', async () => {
    const page = await admin.get('/api/v1/audit-events?range=[0,1]&sort=["sequence","ASC"]')
    expect(page.json<AuditEvent[]>().map(({ id }) => id)).toEqual(['1', '2'])
    expect((await admin.get('/api/v1/audit-events/1')).json()).toMatchObject({
      action: 'organization.created',
    })
    expect((await admin.get('/api/v1/audit-events/99999')).status).toBe(404)
    expect((await admin.get('/api/v1/audit-events/one')).status).toBe(400)
    const head = (await admin.get('/api/v1/audit-events/head')).json<{
      signature: string
      organizationId: string
    }>()
    expect(head.organizationId).toBe(house.north.id)
    expect(head.signature.length).toBeGreaterThan(80)
  })

  test('is nothing without an action that is known', async () => {
    const stored = await filtered({})
    expect(stored.every(({ action }) => auditActions.includes(action))).toBe(true)
    expect(
      (await admin.get(`/api/v1/audit-events?filter=${encodeURIComponent('{"action":"x"}')}`)).status,
    ).toBe(400)
  })

  test('a change that fails leaves no entry', async () => {
    const before = (await filtered({})).length
    await admin.post(`/api/v1/users/${house.north.admin.id}/disable`)
    await admin.patch('/api/v1/organization', { name: 'x' }, 999)
    expect((await filtered({})).length).toBe(before)
  })
})
