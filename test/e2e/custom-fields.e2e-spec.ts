import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { AuditEvent, CustomField, Problem } from '@assay/contracts'
import { CANDIDATES, type Candidates, candidatesOf, CUSTOM_FIELDS } from '../support/candidates.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let admin: HttpClient
let recruiter: HttpClient
let own: Candidates

beforeAll(async () => {
  house = await startHouse()
  admin = await house.signedIn(house.north.admin)
  recruiter = await house.signedIn(house.north.recruiter)
  own = candidatesOf(admin)
})
afterAll(() => house.stop())

const choice = (name: string) => ({ id: crypto.randomUUID(), name })
const list = async (client: HttpClient, filter: object = {}) =>
  (await client.get(`${CUSTOM_FIELDS}?filter=${JSON.stringify(filter)}`)).json<CustomField[]>()

describe('a custom field', () => {
  test('is added at the end, renamed, put elsewhere and archived; its kind stays', async () => {
    const [one, two] = [
      await own.field({ name: 'Notice period', kind: 'text' }),
      await own.field({ name: 'Years of Python', kind: 'number' }),
    ]
    expect((await list(recruiter)).map(({ id }) => id)).toEqual([one.id, two.id])
    expect((await admin.post(`${CUSTOM_FIELDS}/arrange`, { ids: [two.id, one.id] })).status).toBe(204)
    expect((await list(recruiter)).map(({ id }) => id)).toEqual([two.id, one.id])
    const renamed = await admin.patch(`${CUSTOM_FIELDS}/${one.id}`, { name: 'Notice' }, one.revision)
    expect(renamed.json<CustomField>()).toMatchObject({ name: 'Notice', kind: 'text', revision: 2 })
    expect((await admin.patch(`${CUSTOM_FIELDS}/${one.id}`, { kind: 'date' }, 2)).status).toBe(400)
    expect((await admin.patch(`${CUSTOM_FIELDS}/${one.id}`, { name: 'Late' }, 1)).status).toBe(412)
    await admin.post(`${CUSTOM_FIELDS}/${one.id}/archive`)
    expect((await list(recruiter)).map(({ id }) => id)).toEqual([two.id])
    expect((await list(recruiter, { archived: true })).map(({ id }) => id)).toEqual([one.id])
    const filter = encodeURIComponent(JSON.stringify({ subjectType: 'custom_field' }))
    const events = (await admin.get(`/api/v1/audit-events?filter=${filter}`)).json<AuditEvent[]>()
    expect(events.map(({ action }) => action.split('.')[1])).toEqual([
      'archived',
      'updated',
      'arranged',
      'created',
      'created',
    ])
  })

  test.each<[string, object, string]>([
    ['no name', { name: ' ', kind: 'text' }, 'name'],
    ['an unknown kind', { name: 'X', kind: 'colour' }, 'kind'],
    ['nothing to choose from', { name: 'X', kind: 'one_of' }, 'choices'],
    ['choices where nothing is chosen', { name: 'X', kind: 'text', choices: [choice('A')] }, 'choices'],
    [
      'two choices of one name',
      { name: 'X', kind: 'one_of', choices: [choice('Ö'), choice('o')] },
      'choices',
    ],
  ])('cannot have %s', async (_what, facts, at) => {
    const answer = await admin.post(CUSTOM_FIELDS, facts)
    expect([answer.status, Object.keys(answer.json<Problem>().errors!)]).toEqual([400, [at]])
  })

  test('cannot have the name of another, nor be arranged without the others', async () => {
    const field = await own.field({ name: 'Élite', kind: 'yes_no' })
    const twin = await admin.post(CUSTOM_FIELDS, { name: 'elite', kind: 'text' })
    expect([twin.status, twin.json<Problem>().code]).toEqual([409, 'name_taken'])
    expect((await admin.post(`${CUSTOM_FIELDS}/arrange`, { ids: [field.id] })).status).toBe(400)
  })

  test('in use is archived, never removed; so is a choice', async () => {
    const [junior, senior] = [choice('Junior'), choice('Senior')]
    const field = await own.field({ name: 'Grade', kind: 'one_of', choices: [junior, senior] })
    const { id } = await own.made({ name: 'Graded', customValues: { [field.id]: senior.id } })
    const removed = await admin.delete(`${CUSTOM_FIELDS}/${field.id}`)
    expect([removed.status, removed.json<Problem>().code]).toEqual([409, 'entry_in_use'])
    const less = await admin.patch(`${CUSTOM_FIELDS}/${field.id}`, { choices: [junior] }, 1)
    expect([less.status, less.json<Problem>().code]).toEqual([409, 'entry_in_use'])
    const renamed = { ...senior, name: 'Senior or above' }
    expect((await admin.patch(`${CUSTOM_FIELDS}/${field.id}`, { choices: [renamed] }, 1)).status).toBe(200)
    const archived = (await admin.post(`${CUSTOM_FIELDS}/${field.id}/archive`)).json<CustomField>()
    expect(archived.archivedAt).not.toBeNull()
    const candidate = await own.one(id)
    expect(candidate.customValues).toEqual({ [field.id]: senior.id })
    const late = await admin.post(CANDIDATES, { name: 'Late', customValues: { [field.id]: senior.id } })
    expect(late.json<Problem>().errors).toEqual({
      [`customValues.${field.id}`]: expect.stringMatching(/archived/),
    })
    expect((await own.changed(candidate, { customValues: { [field.id]: null } })).customValues).toEqual({})
    expect((await admin.delete(`${CUSTOM_FIELDS}/${field.id}`)).status).toBe(204)
  })

  test('is read by who reads candidates, and written by admins', async () => {
    const [field] = await list(admin)
    expect((await recruiter.get(`${CUSTOM_FIELDS}/${field!.id}`)).status).toBe(200)
    expect((await recruiter.post(CUSTOM_FIELDS, { name: 'Mine', kind: 'text' })).status).toBe(403)
    const neighbour = await house.signedIn(house.south.admin)
    expect(await list(neighbour)).toEqual([])
    const theirs = await neighbour.post(CANDIDATES, { name: 'X', customValues: { [field!.id]: 'x' } })
    expect(theirs.status).toBe(400)
  })
})

describe('a value', () => {
  const choices = [choice('A'), choice('B'), choice('C')]
  const fields: Record<string, string> = {}
  beforeAll(async () => {
    for (const kind of ['text', 'number', 'date', 'yes_no', 'link'] as const) {
      fields[kind] = (await own.field({ name: `A ${kind}`, kind })).id
    }
    for (const kind of ['one_of', 'several_of'] as const) {
      fields[kind] = (await own.field({ name: `A ${kind}`, kind, choices })).id
    }
  })

  test.each<[string, unknown, unknown?]>([
    ['text', 'العربية\nin two lines'],
    ['number', -0.125],
    ['number', 1e15],
    ['date', '2024-02-29'],
    ['yes_no', false],
    ['yes_no', true],
    ['link', 'https://portfolio.example/x?y=1'],
    ['link', 'portfolio.example', 'https://portfolio.example'],
    ['one_of', choices[1]!.id],
    ['several_of', [choices[2]!.id, choices[0]!.id]],
    ['several_of', [choices[0]!.id, choices[0]!.id], [choices[0]!.id]],
  ])('of kind %s that is %j is kept', async (kind, value, kept = value) => {
    const made = await own.made({ name: 'Valued', customValues: { [fields[kind]!]: value } })
    expect(made.customValues).toEqual({ [fields[kind]!]: kept })
    const again = await own.changed(made, { customValues: { [fields[kind]!]: kept } })
    expect(again.revision).toBe(made.revision)
  })

  test.each<[string, unknown]>([
    ['text', 5],
    ['text', ''],
    ['text', 'x'.repeat(2_001)],
    ['text', 'NUL \0'],
    ['number', '5'],
    ['number', 1e16],
    ['date', '2023-02-29'],
    ['date', 'tomorrow'],
    ['yes_no', 'yes'],
    ['link', 'javascript:alert(1)'],
    ['one_of', crypto.randomUUID()],
    ['one_of', [choices[0]!.id]],
    ['several_of', [choices[0]!.id, crypto.randomUUID()]],
  ])('of kind %s that is %j is refused at its field', async (kind, value) => {
    const answer = await admin.post(CANDIDATES, { name: 'Never', customValues: { [fields[kind]!]: value } })
    expect([answer.status, Object.keys(answer.json<Problem>().errors!)]).toEqual([
      400,
      [`customValues.${fields[kind]!}`],
    ])
  })

  test('changes without touching the others', async () => {
    const made = await own.made({
      name: 'Several',
      customValues: { [fields['text']!]: 'one', [fields['number']!]: 1, [fields['yes_no']!]: true },
    })
    const changed = await own.changed(made, {
      customValues: { [fields['text']!]: 'two', [fields['number']!]: null },
    })
    expect(changed.customValues).toEqual({ [fields['text']!]: 'two', [fields['yes_no']!]: true })
  })
})
