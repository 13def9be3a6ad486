import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Candidate, CandidateDocument, CandidateDocumentDetail, Problem } from '@assay/contracts'
import { DocumentReadingService } from '../../apps/api/src/candidate-documents/document-reading.service.ts'
import { withClient } from '../support/database.ts'
import { documentsOf } from '../support/documents.ts'
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
  const again = await accept(chosen.map((one) => one.id))
  expect(again.json<CandidateDocumentDetail>().suggestions).toEqual(after)
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

test('two processes share the reading: each document is read once, and the neighbour’s thousand hold nobody up', async () => {
  const second = await startHouse({
    database: house.database,
    filesDirectory: house.filesDirectory,
    empty: true,
  })
  try {
    const neighbour = documentsOf(await house.signedIn(house.south.recruiter))
    const [{ id }, south] = [await documents.candidate(), await neighbour.candidate()]
    const many = await Promise.all(
      Array.from({ length: 8 }, (_, place) => added(id, `of the north ${place}`)),
    )
    const one = (await neighbour.upload(south.id, 'of the south')).json<CandidateDocument>()
    second.server.app.get(DocumentReadingService, { strict: false }).wake(house.north.id)
    expect(await neighbour.settled(one.id)).toMatchObject({ state: 'read' })
    for (const document of many) expect(await documents.settled(document.id)).toMatchObject({ state: 'read' })
    const attempts = await withClient(house.database.ownerUrl, async (client) =>
      client.query('SELECT attempts FROM candidate_documents WHERE id = ANY($1)', [
        many.map((each) => each.id),
      ]),
    )
    expect(attempts.rows).toEqual(many.map(() => ({ attempts: 1 })))
  } finally {
    await second.stop()
  }
})

test('the documentation of the API tells how to send a file', async () => {
  const openApi = (await recruiter.get('/api/openapi.json')).json<OpenApi>()
  const { content } = openApi.paths['/api/v1/candidates/{id}/documents']!.post.requestBody
  expect(content['multipart/form-data']!.schema).toMatchObject({
    required: ['file'],
    properties: {
      file: { type: 'string', format: 'binary' },
      kind: { enum: expect.arrayContaining(['resume']) },
    },
  })
})

interface OpenApi {
  paths: Record<string, { post: { requestBody: { content: Record<string, { schema: unknown }> } } }>
}
