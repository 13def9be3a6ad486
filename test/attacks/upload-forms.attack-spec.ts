import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ANSWER_WITHIN_MS } from '@assay/persistence'
import { documentsOf, formBody, type FormPart, halfAnUpload, MULTIPART } from '../support/documents.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let recruiter: HttpClient
let documents: ReturnType<typeof documentsOf>

beforeAll(async () => {
  house = await startHouse()
  recruiter = await house.signedIn(house.north.recruiter)
  documents = documentsOf(recruiter)
})
afterAll(() => house.stop())

const filesIn = async (folder: string): Promise<string[]> =>
  readdir(join(house.filesDirectory, folder), { recursive: true }).catch(() => [])

/** Waits until so many files are on their way. */
const arriving = async (count: number): Promise<void> => {
  for (let waited = 0; waited < 200; waited += 1) {
    if ((await filesIn('incoming')).length === count) return
    await delay(50)
  }
  throw new Error(`There are ${(await filesIn('incoming')).length} files on their way, not ${count}.`)
}

describe('S-28 malformed forms', () => {
  const isLong = process.env['ASSAY_ATTACKS'] === 'long'
  const bodies = isLong ? 500 : 50

  /** From small lies to noise; each different. */
  const malformed = (place: number): { raw: Uint8Array<ArrayBuffer>; type: string } => {
    const file: FormPart = { name: 'file', filename: 'x.txt', content: `words ${place}` }
    const whole = formBody([file])
    const part = (header: string): Buffer<ArrayBuffer> => formBody([{ name: 'file', header, content: '\0' }])
    const forms: (() => { raw: Uint8Array<ArrayBuffer>; type?: string })[] = [
      () => ({ raw: whole.subarray(0, 10 + (place % (whole.length - 12))) }),
      () => ({ raw: Buffer.concat([randomBytes(2_000), whole]) }),
      () => ({ raw: Buffer.from(randomBytes(20_000)) }),
      () => ({ raw: whole, type: 'multipart/form-data' }),
      () => ({ raw: whole, type: `multipart/form-data; boundary=${'x'.repeat(5_000)}` }),
      () => ({ raw: whole, type: 'multipart/form-data; boundary=' }),
      () => ({ raw: part('x'.repeat(200_000)) }),
      () => ({ raw: part(Array.from({ length: 3_000 }, (_, n) => `h${n}: x`).join('\r\n')) }),
      () => ({ raw: part('Content-Disposition: form-data; name=') }),
      () => ({ raw: part(`Content-Disposition: form-data; name="file"; filename="${'\\"'.repeat(30_000)}`) }),
      () => ({ raw: formBody(Array.from({ length: 2_000 }, (_, n) => ({ name: `f${n}`, content: 'x' }))) }),
      () => ({ raw: formBody(Array.from({ length: 50 }, () => file)) }),
      () => ({ raw: formBody([{ name: 'kind', content: 'x'.repeat(900_000) }, file]) }),
      () => ({
        raw: formBody([{ name: '__proto__', content: 'x' }, { name: 'constructor', content: 'x' }, file]),
      }),
      () => ({ raw: formBody([{ ...file, name: 'x'.repeat(50_000) }]) }),
      () => ({ raw: Buffer.from('\r\n'.repeat(100_000)) }),
      () => ({ raw: formBody([{ ...file, content: randomBytes(300_000) }]) }),
      () => ({ raw: new Uint8Array(0) }),
    ]
    const { raw, type = MULTIPART } = forms[place % forms.length]!()
    return { raw, type }
  }

  test(`${bodies} of them: refused, no memory held, no file left`, async () => {
    const { id } = await documents.candidate()
    const path = `/api/v1/candidates/${id}/documents`
    const send = async (place: number) => {
      const { raw, type } = malformed(place)
      const answer = await recruiter.send('POST', path, { raw, headers: { 'content-type': type } })
      expect([place, answer.status < 500 && answer.status >= 400, answer.text]).toEqual([
        place,
        true,
        expect.stringContaining('urn:assay:problem'),
      ])
    }
    const sendAll = async (count: number) => {
      for (let place = 0; place < count; place += 5) {
        await Promise.all([0, 1, 2, 3, 4].map((more) => send(place + more)))
      }
    }
    // Compiled code and the client's own buffers, which live in this process as well, come with the first ones.
    await sendAll(isLong ? 300 : 100)
    const before = process.memoryUsage.rss()
    await sendAll(bodies)
    expect((process.memoryUsage.rss() - before) / 1_048_576).toBeLessThan(50)
    expect(await documents.list(id)).toEqual([])
    expect(await filesIn('incoming')).toEqual([])
  }, 120_000)

  test('fourteen that stop in the middle, and are gone: nothing is left of them', async () => {
    const { id } = await documents.candidate()
    const halves = await Promise.all(
      Array.from({ length: 14 }, () => halfAnUpload(recruiter, `/api/v1/candidates/${id}/documents`)),
    )
    await arriving(14)
    for (const { socket } of halves) socket.destroy()
    await arriving(0)
    expect((await documents.upload(id, 'goes on')).status).toBe(201)
  })

  test('more at once than there are places: told to come back, and the others go on', async () => {
    const { id } = await documents.candidate()
    const path = `/api/v1/candidates/${id}/documents`
    const halves = await Promise.all(Array.from({ length: 16 }, () => halfAnUpload(recruiter, path)))
    await arriving(16)
    const answer = await documents.upload(id, 'one too many')
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2'])
    expect((await recruiter.get('/api/v1/candidates')).status).toBe(200)
    for (const { socket } of halves) socket.destroy()
    await arriving(0)
    expect((await documents.upload(id, 'now there is room')).status).toBe(201)
  })

  test('one that arrives slowly has its time for an answer all the same', async () => {
    const { id } = await documents.candidate()
    const { answer, finish } = await halfAnUpload(recruiter, `/api/v1/candidates/${id}/documents`)
    // Longer than any answer may take.
    await delay(ANSWER_WITHIN_MS + 500)
    finish()
    expect(await answer).toMatch(/^HTTP\/1.1 201 /)
    expect(await documents.list(id)).toHaveLength(1)
  })
})
