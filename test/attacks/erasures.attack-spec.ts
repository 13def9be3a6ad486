import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { erasuresOf } from '../support/erasures.ts'
import { type Hiring, hiringOf } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let admin: HttpClient
let own: Hiring
let role: Client

beforeAll(async () => {
  house = await startHouse()
  admin = await house.signedIn(house.north.admin)
  own = hiringOf(await house.signedIn(house.north.recruiter))
  role = new Client({ connectionString: house.database.applicationUrl })
  await role.connect()
})
afterAll(async () => {
  await role.end()
  await house.stop()
})

/** As the application's role, for one organization, with nothing of the application. */
const inOrganization = async (organizationId: string | null, statement: string, values: unknown[] = []) => {
  await role.query('BEGIN')
  try {
    if (organizationId !== null) {
      await role.query("SELECT set_config('assay.organization_id', $1, true)", [organizationId])
    }
    return await role.query(statement, values)
  } finally {
    await role.query('ROLLBACK')
  }
}

const lineFor = (candidateId: string): string =>
  JSON.stringify([{ id: crypto.randomUUID(), candidateId, documentIds: [], reason: 'asked' }])

const erase = (organizationId: string | null, candidateId: string) =>
  inOrganization(organizationId, 'SELECT assay_erase_candidates($1::jsonb, false)', [lineFor(candidateId)])

describe('S-42 what is never written again', () => {
  test.each([
    'UPDATE application_changes SET sealed_note = NULL',
    'DELETE FROM application_changes',
    'UPDATE candidate_keys SET wrapped_key = NULL, destroyed_at = now()',
    'DELETE FROM candidate_keys',
    'UPDATE erasures SET candidate_id = candidate_id',
    'DELETE FROM erasures',
    `INSERT INTO erasures (organization_id, id, number, candidate_id, reason, erased_at)
     SELECT gen_random_uuid(), gen_random_uuid(), 1, gen_random_uuid(), 'asked', now()`,
    'UPDATE retention_rules SET months = 1',
    'DELETE FROM retention_rules',
    'DELETE FROM legal_holds',
  ])('the application’s role may not %s', async (statement) => {
    await expect(inOrganization(house.north.id, statement)).rejects.toThrow(/permission denied/)
  })

  test('is redacted by one function only, for the organization of the transaction, and the list tells it', async () => {
    const candidate = await own.candidate('Walled In')
    await expect(erase(null, candidate.id)).rejects.toThrow('no organization is set')
    await role.query('BEGIN')
    await role.query("SELECT set_config('assay.organization_id', $1, true)", [house.south.id])
    await role.query('SELECT assay_erase_candidates($1::jsonb, false)', [lineFor(candidate.id)])
    await role.query('COMMIT')
    const keys = await inOrganization(
      house.north.id,
      'SELECT wrapped_key IS NULL AS destroyed FROM candidate_keys WHERE candidate_id = $1',
      [candidate.id],
    )
    expect(keys.rows).toEqual([{ destroyed: false }])
    const listed = await inOrganization(house.south.id, 'SELECT candidate_id FROM erasures')
    expect(listed.rows).toEqual([{ candidate_id: candidate.id }])
    expect(await erasuresOf(admin).list()).toEqual([])
  })

  test('the database refuses by itself while a hold stands or an application is active', async () => {
    const held = await own.candidate('Held')
    await erasuresOf(admin).hold('candidate', held.id)
    await expect(erase(house.north.id, held.id)).rejects.toThrow('a legal hold stands')
    const active = await own.candidate('Active')
    await own.apply(active, await own.job())
    await expect(erase(house.north.id, active.id)).rejects.toThrow('an application is active')
  })
})

describe('S-22 fields that are nobody’s to say', () => {
  test.each([
    ['/api/v1/legal-holds', { subject: 'job', subjectId: crypto.randomUUID(), reason: 'x', placedBy: 'me' }],
    ['/api/v1/retention-rules', { outcome: 'hired', months: 1, createdBy: 'me' }],
    [`/api/v1/candidates/${crypto.randomUUID()}/erase`, { reason: 'asked', erasedAt: '2020-01-01' }],
    [`/api/v1/candidates/${crypto.randomUUID()}/erase`, { reason: 'retention; DROP TABLE users' }],
  ])('%s', async (path, body) => {
    expect((await admin.post(path, body, { 'if-match': '"1"' })).status).toBe(400)
  })
})
