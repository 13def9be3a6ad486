import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Candidate, CandidateDocument, CandidateDocumentDetail, Problem } from '@assay/contracts'
import { documentsOf, sendForm } from '../support/documents.ts'
import type { HttpClient } from '../support/http-client.ts'
import { docx, encryptedPdf, jsonResumeFile, pdf, picturePdf, plainResume } from '../support/resume-files.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let recruiter: HttpClient
let documents: ReturnType<typeof documentsOf>

beforeAll(async () => {
  house = await startHouse({
    logTo: {
      write: (l: string) => {
        if (l.includes('unexpected')) process.stderr.write(l.slice(0, 1500))
      },
    },
  })
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

test('a résumé is stored at once and read soon after; its words find the candidate', async () => {
  const { id } = await documents.candidate({ name: 'Somebody Else' })
  const document = await added(id, docx([...plainResume, 'Zymurgy']), { filename: 'Ada’s résumé.docx' })
  expect(document).toMatchObject({
    candidateId: id,
    kind: 'resume',
    name: 'Ada’s résumé.docx',
    format: 'docx',
    state: 'reading',
    addedBy: house.north.recruiter.id,
    addedByName: 'Northwind recruiter',
    removedAt: null,
  })
  const read = await documents.settled(document.id)
  expect(read).toMatchObject({ state: 'read', unreadableBecause: null, isTextCut: false, pages: null })
  expect(read.text).toContain('Wrote the first program')
  expect(read.suggestions.map(({ field }) => field)).toEqual(['name', 'email', 'phone', 'link', 'link'])
  const filter = encodeURIComponent(JSON.stringify({ resume: 'zymurgy' }))
  const found = await recruiter.get(`/api/v1/candidates?filter=${filter}`)
  expect(found.json<Candidate[]>().map((one) => one.id)).toEqual([id])
})

test('nothing is applied by itself; a person accepts what is right', async () => {
  const { id, revision } = await documents.candidate({
    name: 'Unknown',
    emails: [{ kind: 'home', value: 'old@example.org' }],
  })
  const document = await documents.settled(
    (await added(id, plainResume.join('\n'), { filename: 'cv.txt' })).id,
  )
  const candidate = async () => (await recruiter.get(`/api/v1/candidates/${id}`)).json<Candidate>()
  expect(await candidate()).toMatchObject({ name: 'Unknown', revision })
  const chosen = document.suggestions.filter(({ field }) => field !== 'phone')
  const accept = (ids: string[]) =>
    recruiter.post(`/api/v1/candidate-documents/${document.id}/accept`, { suggestionIds: ids })
  const answer = await accept(chosen.map((one) => one.id))
  expect(answer.status).toBe(200)
  expect(await candidate()).toMatchObject({
    name: 'Ada Álvarez-Lovelace',
    emails: [
      { kind: 'home', value: 'old@example.org' },
      { kind: 'other', value: 'ada.lovelace@example.org' },
    ],
    phones: [],
    links: [
      { kind: 'code', value: 'https://github.com/ada-lovelace' },
      { kind: 'profile', value: 'https://linkedin.com/in/ada-lovelace' },
    ],
    revision: revision + 1,
  })
  const after = answer.json<CandidateDocumentDetail>().suggestions
  expect(after.filter(({ acceptedBy }) => acceptedBy === house.north.recruiter.id)).toHaveLength(4)
  expect(after.find(({ field }) => field === 'phone')).toMatchObject({ acceptedAt: null })
  expect((await accept(chosen.map((one) => one.id))).status).toBe(200)
  expect((await candidate()).revision).toBe(revision + 1)
  expect((await accept(['not-one-of-them'])).status).toBe(400)
})

test('a JSON Resume suggests its own fields', async () => {
  const { id } = await documents.candidate()
  const document = await documents.settled((await added(id, jsonResumeFile(), { filename: 'r.json' })).id)
  expect(document.suggestions[0]).toMatchObject({
    field: 'name',
    value: 'Ada Lovelace',
    place: { path: 'basics.name' },
  })
})

test('a document is listed, downloaded as it was sent, and told as read in the record', async () => {
  const { id } = await documents.candidate()
  const content = pdf([['First'], ['Second']])
  const letter = await added(id, content, { filename: 'Letter.PDF', kind: 'cover_letter' })
  const text = await added(id, 'Some notes', { filename: 'notes.md', kind: 'other' })
  expect((await documents.list(id)).map(({ name }) => name)).toEqual(['notes.md', 'Letter.PDF'])
  expect((await documents.list(id, { kind: 'cover_letter' })).map((one) => one.id)).toEqual([letter.id])
  const file = await documents.file(letter.id)
  expect(file.status).toBe(200)
  expect(file.bytes.equals(content)).toBe(true)
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="Letter.pdf"; filename*=UTF-8''Letter.pdf`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-security-policy': expect.stringContaining('sandbox'),
  })
  expect((await documents.file(text.id)).headers.get('content-disposition')).toContain('filename="notes.md"')
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  const admin = await house.signedIn(house.north.admin)
  const record = await admin.get(
    `/api/v1/audit-events?filter=${encodeURIComponent(JSON.stringify({ subjectId: letter.id }))}`,
  )
  const actions = record.json<{ action: string }[]>().map(({ action }) => action)
  expect(actions.toSorted()).toEqual(['candidate_document.added', 'candidate_document.downloaded'])
  expect(record.text).not.toContain('First')
})

describe('a document that cannot be read is kept and says why', () => {
  test.each<[string, Buffer, string]>([
    ['a password', encryptedPdf(), 'encrypted'],
    ['pictures only', picturePdf(), 'no_text'],
    ['half of it', pdf([['Some words']]).subarray(0, 300), 'corrupt'],
    ['half a Word document', docx(plainResume).subarray(0, 500), 'corrupt'],
  ])('%s', async (_name, content, because) => {
    const { id } = await documents.candidate()
    const document = await documents.settled((await added(id, content)).id)
    expect(document).toMatchObject({ state: 'unreadable', unreadableBecause: because, text: null })
    expect((await documents.file(document.id)).bytes.equals(content)).toBe(true)
  })
})

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
    const rows = await house.as(house.north.admin, async () => {
      const { UnitOfWork } = await import('@assay/persistence')
      return house.server.app
        .get(UnitOfWork, { strict: false })
        .query<{ id: string }>('SELECT id FROM candidate_documents')
    })
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

describe('removing', () => {
  test('takes a document out of lists and search; it can be restored, with a reason on record', async () => {
    const { id } = await documents.candidate()
    const document = await added(id, 'xylophone player', { filename: 'x.txt' })
    await documents.settled(document.id)
    const search = async () =>
      (await recruiter.get(`/api/v1/candidates?filter=${encodeURIComponent('{"resume":"xylophone"}')}`)).json<
        Candidate[]
      >().length
    expect(await search()).toBe(1)
    const act = (verb: string, body?: object) =>
      recruiter.post(`/api/v1/candidate-documents/${document.id}/${verb}`, body)
    expect((await act('remove', {})).status).toBe(400)
    const removed = (await act('remove', { reason: 'of another person' })).json<CandidateDocument>()
    expect(removed).toMatchObject({ removedBy: house.north.recruiter.id, removalReason: 'of another person' })
    expect(Date.parse(removed.restorableUntil!) - Date.parse(removed.removedAt!)).toBe(30 * 86_400_000)
    expect(await documents.list(id)).toEqual([])
    expect(await documents.list(id, { removed: true })).toHaveLength(1)
    expect(await search()).toBe(0)
    expect((await act('accept', { suggestionIds: ['x'] })).status).toBe(409)
    expect((await act('restore')).json<CandidateDocument>()).toMatchObject({ removedAt: null })
    expect(await search()).toBe(1)
  })

  test('a restored document is no twin of one that was added since', async () => {
    const { id } = await documents.candidate()
    const first = await added(id, 'the words')
    await recruiter.post(`/api/v1/candidate-documents/${first.id}/remove`, { reason: 'x' })
    await added(id, 'the words')
    const restored = await recruiter.post(`/api/v1/candidate-documents/${first.id}/restore`)
    expect([restored.status, restored.json<Problem>().code]).toEqual([409, 'document_exists'])
  })
})

test('a candidate has at most fifty documents', async () => {
  const { id } = await documents.candidate()
  for (let place = 0; place < 50; place += 1) await added(id, `document ${place}`)
  const answer = await documents.upload(id, 'one more')
  expect([answer.status, answer.json<Problem>().code]).toEqual([409, 'limit_reached'])
})

test('documents of somebody who was merged are found with whom they are now', async () => {
  const [one, other] = [await documents.candidate(), await documents.candidate({ name: 'Ada B.' })]
  const document = await documents.settled((await added(other.id, jsonResumeFile())).id)
  const merged = await recruiter.post(`/api/v1/candidates/${one.id}/merge`, { otherId: other.id })
  expect([merged.status, merged.text]).toEqual([200, expect.any(String)])
  expect((await documents.list(one.id)).map(({ id }) => id)).toEqual([document.id])
  expect((await documents.upload(other.id, 'late')).status).toBe(409)
  const [name] = document.suggestions
  await recruiter.post(`/api/v1/candidate-documents/${document.id}/accept`, { suggestionIds: [name!.id] })
  const survivor = (await recruiter.get(`/api/v1/candidates/${one.id}`)).json<Candidate>()
  expect(survivor.name).toBe('Ada Lovelace')
})
