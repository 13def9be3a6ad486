import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { UnitOfWork } from '@assay/persistence'
import type { CandidateDocument, Problem } from '@assay/contracts'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { documentsOf, sendForm } from '../support/documents.ts'
import type { HttpClient } from '../support/http-client.ts'
import { docx, pdf } from '../support/resume-files.ts'
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

const added = async (
  candidateId: string,
  content: Buffer | string,
  more = {},
): Promise<CandidateDocument> => {
  const answer = await documents.upload(candidateId, content, more)
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.json<CandidateDocument>()
}

const filesIn = async (folder: string): Promise<string[]> =>
  (
    await readdir(join(house.filesDirectory, folder), { recursive: true, withFileTypes: true }).catch(
      () => [],
    )
  )
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

describe('refused, with nothing stored, is', () => {
  const problemOf = async (content: Buffer | string, more = {}) => {
    const { id } = await documents.candidate()
    const answer = await documents.upload(id, content, more)
    expect(await documents.list(id)).toEqual([])
    return answer.json<Problem>()
  }

  test('a kind that is not taken, with a sentence about those that are', async () => {
    const problem = await problemOf('<html><script>alert(1)</script></html>', { filename: 'cv.pdf' })
    expect(problem).toMatchObject({ status: 422, code: 'file_refused' })
    expect(problem.detail).toBe(
      'This is a web page. Taken are PDF, Word (.docx), plain text or Markdown, and JSON Resume, of at most 10 MB. Nothing was stored.',
    )
  })

  test('more than 10 MB, said in the header or not', async () => {
    const large = Buffer.concat([pdf([['x']]), Buffer.alloc(10 * 1_048_576)])
    expect(await problemOf(large)).toMatchObject({ status: 413, code: 'file_too_large' })
    const just = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(10 * 1_048_576 - 8)])
    expect(await problemOf(just)).toMatchObject({ status: 413, code: 'file_too_large' })
  })

  test('the same file twice for one candidate: told, not doubled', async () => {
    const { id } = await documents.candidate()
    const first = await added(id, 'The same words', { filename: 'one.txt' })
    const again = await documents.upload(id, 'The same words', { filename: 'two.txt' })
    expect(again.status).toBe(409)
    expect(again.json<Problem>()).toMatchObject({ code: 'document_exists', current: { id: first.id } })
    const other = await documents.candidate()
    expect((await documents.upload(other.id, 'The same words')).status).toBe(201)
  })

  test('the same file twelve times at once: one is stored', async () => {
    const { id } = await documents.candidate()
    const answers = await Promise.all(Array.from({ length: 12 }, () => documents.upload(id, 'At once')))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      201,
      ...Array.from({ length: 11 }, () => 409),
    ])
    expect(await documents.list(id)).toHaveLength(1)
  })

  test('a form without a file, with an unknown field, with two files, or as JSON', async () => {
    const { id } = await documents.candidate()
    const path = `/api/v1/candidates/${id}/documents`
    const file = { name: 'file', filename: 'x.txt', content: 'words' }
    const forms: [Parameters<typeof sendForm>[2], number][] = [
      [[{ name: 'kind', content: 'resume' }], 400],
      [[file, { name: 'organizationId', content: house.south.id }], 400],
      [[{ name: 'kind', content: 'poem' }, file], 400],
      [[file, { ...file, content: 'other words' }], 400],
      [[{ ...file, name: 'attachment' }], 400],
      [[{ name: '__proto__', content: 'x' }, file], 400],
    ]
    for (const [parts, status] of forms) {
      const answer = await sendForm(recruiter, path, parts)
      expect([parts, answer.status, answer.text]).toEqual([parts, status, expect.any(String)])
    }
    expect((await recruiter.post(path, { kind: 'resume' })).status).toBe(400)
    expect((await recruiter.post(path)).status).toBe(415)
    expect(await documents.list(id)).toEqual([])
  })

  test('a form where none is taken', async () => {
    const answer = await sendForm(recruiter, '/api/v1/candidates', [{ name: 'name', content: 'x' }])
    expect(answer.status).toBe(415)
  })

  test('nothing of all this is left on the disk', async () => {
    expect(await filesIn('incoming')).toEqual([])
    expect(await filesIn('open')).toEqual([])
    const rows = await house.as(house.north.admin, () =>
      house.server.app
        .get(UnitOfWork, { strict: false })
        .query<{ id: string }>('SELECT id FROM candidate_documents'),
    )
    expect((await filesIn('kept')).toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
  })
})

test('a name is kept for people to read, and is never a path or a second header', async () => {
  const { id } = await documents.candidate()
  const names = ['../../etc/pass\u202Efdp.wd', 'שלום.txt', 'x'.repeat(5_000)]
  const shown = await Promise.all(
    names.map(async (filename, place) => (await added(id, `text ${place}`, { filename })).name),
  )
  expect(shown).toEqual(['pass fdp.wd', 'שלום.txt', expect.stringMatching(/^x{119}…$/)])
})

test('a candidate has at most fifty documents', async () => {
  const { id } = await documents.candidate()
  // Broken ones: they need no reader.
  for (let place = 0; place < 50; place += 1) await added(id, docx([`document ${place}`]).subarray(0, -40))
  const answer = await documents.upload(id, 'one more')
  expect([answer.status, answer.json<Problem>().code]).toEqual([409, 'limit_reached'])
})
