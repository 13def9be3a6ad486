import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { AuditEvent } from '@assay/contracts'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { ExportsService } from '../../apps/api/src/exports/exports.service.ts'
import type { Sheet } from '../../apps/api/src/exports/sheet.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type Person, type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let admin: HttpClient

beforeAll(async () => {
  house = await startHouse()
  admin = await house.signedIn(house.north.admin)
})
afterAll(() => house.stop())

describe('a file that takes long', () => {
  const SHEET: Sheet<{ id: string }> = {
    name: 'endless',
    row: z.object({ id: z.string() }),
    columns: { id: (row) => row.id, more: () => null },
    recorded: { action: 'candidates.exported', subjectType: 'candidate' },
  }
  const endless = async ({ range: [first] }: { filter: object; range: [number, number] }) => ({
    rows: await Promise.resolve(Array.from({ length: 500 }, (_, n) => ({ id: `${first + n}` }))),
    total: 1_000_000,
  })
  const begun = async (person: Person) => {
    const exports = house.server.app.get(ExportsService, { strict: false })
    const { bytes } = await house.as(person, () => exports.file(SHEET, { filter: {} }, endless))
    return bytes as Readable
  }
  const recorded = async () => {
    const filter = encodeURIComponent('{"action":"candidates.exported"}')
    const [event] = (await admin.get(`/api/v1/audit-events?filter=${filter}`)).json<AuditEvent[]>()
    return { actorId: event!.actorId, ...event!.details }
  }

  test('ends after 50,000 rows, and says so', async () => {
    const read: { id: string }[] = parse(await text(await begun(house.north.admin)), {
      bom: true,
      columns: true,
    })
    expect(read.length).toBe(50_001)
    expect(read.at(-1)!.id).toBe(
      'Only the first 50,000 rows are in this file. Narrow the list to get the others.',
    )
    expect(await recorded()).toEqual({ actorId: house.north.admin.id, rows: 50_000, filteredBy: [] })
  })

  test('is on record with what was read, when the client goes away', async () => {
    const stream = await begun(house.north.recruiter)
    const chunks = stream.iterator({ destroyOnReturn: false })
    await chunks.next()
    await chunks.next()
    stream.destroy()
    await once(stream, 'close')
    const { rows, ...rest }: Record<string, unknown> = await recorded()
    expect(rest).toEqual({ actorId: house.north.recruiter.id, filteredBy: [] })
    // What left, and what was read ahead.
    expect([500, 1_000, 1_500]).toContain(rows)
  })

  test('is one of two at once for each person, until it is read or its reader goes away', async () => {
    const [one, two] = [await begun(house.north.interviewer), await begun(house.north.interviewer)]
    await expect(begun(house.north.interviewer)).rejects.toMatchObject({ status: 429, retryAfterSeconds: 10 })
    const other = await begun(house.north.recruiter)
    // One of which nothing was read yet.
    one.destroy()
    await once(one, 'close')
    const third = await begun(house.north.interviewer)
    for (const stream of [two, other, third]) {
      stream.destroy()
      await once(stream, 'close')
    }
  })

  test('breaks off when whoever asked is disabled meanwhile', async () => {
    const stream = await begun(house.north.hiring_manager)
    const chunks = stream.iterator()
    await chunks.next()
    const path = `/api/v1/users/${house.north.hiring_manager.id}`
    expect((await admin.post(`${path}/disable`)).status).toBe(200)
    const rest = async () => {
      while (!(await chunks.next()).done);
    }
    await expect(rest()).rejects.toThrow('Your rights have changed meanwhile.')
    expect((await admin.post(`${path}/enable`)).status).toBe(200)
    expect(await recorded()).toMatchObject({ actorId: house.north.hiring_manager.id })
  })
})
