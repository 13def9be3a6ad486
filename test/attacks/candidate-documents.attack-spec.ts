import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CandidateDocument, Problem } from '@assay/contracts'
import { documentsOf, formBody, halfAnUpload, MULTIPART, sendForm } from '../support/documents.ts'
import type { HttpClient } from '../support/http-client.ts'
import { bombDocx, bombPdf, docxParts, pdf, plainResume, xxeDocx } from '../support/resume-files.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { zipFile } from '../support/zip-file.ts'

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

const added = async (
  candidateId: string,
  content: Buffer | string,
  more = {},
): Promise<CandidateDocument> => {
  const answer = await documents.upload(candidateId, content, more)
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.json<CandidateDocument>()
}

describe('S-04 attachments', () => {
  test('are for nobody who is not signed in, not next door, and not for who may not see candidates', async () => {
    const { id: candidateId } = await documents.candidate()
    const { id } = await documents.settled((await added(candidateId, plainResume.join('\n'))).id)
    const own = `/api/v1/candidate-documents/${id}`
    const asks: [method: string, path: string, body?: object][] = [
      ['GET', `${own}/file`],
      ['HEAD', `${own}/file`],
      ['GET', own],
      ['GET', `/api/v1/candidates/${candidateId}/documents`],
      ['POST', `/api/v1/candidates/${candidateId}/documents`],
      ['POST', `${own}/accept`, { suggestionIds: ['x'] }],
      ['POST', `${own}/remove`, { reason: 'x' }],
      ['POST', `${own}/restore`],
    ]
    const [neighbour, interviewer, nobody] = [
      await house.signedIn(house.south.admin),
      await house.signedIn(house.north.interviewer),
      house.client(),
    ]
    for (const [method, path, body] of asks) {
      const statusOf = async (client: HttpClient) => {
        const answer = await client.send(method, path, body ? { body } : {})
        expect(answer.text).not.toMatch(/Lovelace|first program/)
        return answer.status
      }
      const got = [await statusOf(nobody), await statusOf(neighbour), await statusOf(interviewer)]
      expect([method, path, got]).toEqual([method, path, [401, 404, 403]])
    }
    expect((await documents.get(id)).removedAt).toBeNull()
  })

  test('have no address outside of the routes, whatever the path', async () => {
    const { id: candidateId } = await documents.candidate()
    const { id } = await added(candidateId, 'a secret of the file store')
    const key = `candidate-documents/${house.north.id}/${id}`
    const paths = [
      `/files/kept/${key}`,
      `/${key}`,
      `/assets/../files/kept/${key}`,
      `/assets/%2e%2e/files/kept/${key}`,
    ]
    for (const path of paths) {
      const answer = await recruiter.get(path)
      expect(answer.text).not.toContain('a secret of the file store')
    }
  })

  test('an upload of somebody who may not is refused before its body is read', async () => {
    const { id } = await documents.candidate()
    const interviewer = await house.signedIn(house.north.interviewer)
    for (const [client, status] of [
      [house.client(), 401],
      [interviewer, 403],
    ] as const) {
      const { answer } = await halfAnUpload(client, `/api/v1/candidates/${id}/documents`)
      expect(await answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    }
    expect(await filesIn('incoming')).toEqual([])
  })
})

describe('S-09 a document that asks for a file or an address', () => {
  let canary: Server
  let requests = 0
  beforeAll(async () => {
    canary = createServer((_request, response) => {
      requests += 1
      response.end('root:x:0:0')
    })
    await new Promise<void>((resolve) => {
      canary.listen(0, '127.0.0.1', resolve)
    })
  })
  afterAll(() => new Promise((resolve) => canary.close(resolve)))

  test('is refused; nothing is fetched, nothing of a file is told', async () => {
    const { id } = await documents.candidate()
    const address = `http://127.0.0.1:${(canary.address() as AddressInfo).port}/x.dtd`
    for (const target of ['file:///etc/passwd', address]) {
      const answer = await documents.upload(id, xxeDocx(target), { filename: 'cv.docx' })
      expect([answer.status, answer.json<Problem>().code]).toEqual([422, 'file_refused'])
      expect(answer.text).not.toContain('root:')
    }
    expect(requests).toBe(0)
    expect(await documents.list(id)).toEqual([])
  })
})

describe('S-10 what could run', () => {
  const parts = docxParts(['x'])
  test.each<[string, string, Buffer | string]>([
    ['a page', 'cv.html', '<html><script>alert(document.cookie)</script>'],
    ['a page called a PDF', 'cv.pdf', '<!DOCTYPE html><script>alert(1)</script>'],
    ['a drawing', 'cv.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['PHP', 'cv.phar', '<?php __HALT_COMPILER(); ?>'],
    ['PHP behind a name of two endings', 'cv.php.txt', '<?php system("id");'],
    [
      'a program called a résumé',
      'resume.docx',
      Buffer.concat([Buffer.from('4d5a', 'hex'), randomBytes(500)]),
    ],
    ['a picture with a page in it', 'cv.gif', 'GIF89a/*<script>alert(1)</script>*/=1;'],
    [
      'an archive behind a page',
      'cv.docx',
      zipFile(parts, { front: Buffer.from('<html><script>1</script>') }),
    ],
    ['an archive of programs', 'cv.docx', zipFile([{ name: 'setup.exe', content: 'MZ' }])],
    ['a document with macros', 'cv.docx', zipFile([...parts, { name: 'word/vbaProject.bin', content: 'x' }])],
  ])('%s is refused', async (_name, filename, content) => {
    const { id } = await documents.candidate()
    const answer = await documents.upload(id, content, { filename, type: 'application/pdf' })
    expect([answer.status, answer.json<Problem>().code]).toEqual([422, 'file_refused'])
    expect(await documents.list(id)).toEqual([])
  })

  test.each<[string, string, Buffer | string]>([
    ['a PDF that is also a page', 'cv.html', pdf([['x']], '%PDF-1.7\n<html><script>alert(1)</script>\n')],
    ['a PDF with an archive behind it', 'cv.jar', Buffer.concat([pdf([['y']]), zipFile(parts)])],
    ['text that holds a page', 'cv.html', 'Hello\n<script>alert(1)</script>'],
  ])('%s is only ever sent as an attachment, of no type that runs', async (_name, filename, content) => {
    const { id } = await documents.candidate()
    const document = await added(id, content, { filename, type: 'text/html' })
    const { status, headers } = await documents.file(document.id)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="cv\.(html|jar)\.(pdf|txt)"/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    expect(headers.get('cache-control')).toBe('no-store')
    const detail = await recruiter.get(`/api/v1/candidate-documents/${document.id}`)
    expect(detail.headers.get('content-type')).toMatch(/^application\/json/)
  })

  test('bombs are contained: refused at the door, or given up by the reader', async () => {
    const { id } = await documents.candidate()
    const bomb = bombDocx(50)
    expect(bomb.length).toBeLessThan(150_000)
    expect((await documents.upload(id, bomb)).status).toBe(422)
    const page = await documents.settled((await added(id, bombPdf(2_000))).id)
    expect(page).toMatchObject({ state: 'unreadable', unreadableBecause: 'too_demanding' })
    expect((await recruiter.get('/api/v1/sessions/current')).status).toBe(200)
  })
})

describe('S-35 a form of another site', () => {
  test('changes nothing, whatever it says about itself', async () => {
    const { id } = await documents.candidate()
    const raw = formBody([{ name: 'file', filename: 'x.txt', content: 'from elsewhere' }])
    const path = `/api/v1/candidates/${id}/documents`
    const forged: Record<string, string>[] = [
      { 'content-type': MULTIPART, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { 'content-type': MULTIPART, origin: 'null', 'sec-fetch-site': 'cross-site' },
      { 'content-type': MULTIPART, 'sec-fetch-site': 'same-site' },
      { 'content-type': MULTIPART, origin: 'https://evil.example' },
    ]
    for (const headers of forged) {
      expect((await recruiter.send('POST', path, { raw, headers })).status).toBe(403)
    }
    expect(
      (await recruiter.send('POST', path, { raw, headers: { 'content-type': 'text/plain' } })).status,
    ).toBe(415)
    // Nor does a form reach a command that takes no body at all.
    const { id: documentId } = await added(id, 'to be restored')
    await recruiter.post(`/api/v1/candidate-documents/${documentId}/remove`, { reason: 'x' })
    const restore = await sendForm(recruiter, `/api/v1/candidate-documents/${documentId}/restore`, [])
    expect(restore.status).toBe(415)
    expect((await documents.get(documentId)).removedAt).not.toBeNull()
  })
})

describe('S-36 names with line breaks', () => {
  test('make no second header', async () => {
    const { id } = await documents.candidate()
    const header =
      'Content-Disposition: form-data; name="file"; filename="cv%0d%0aSet-Cookie: evil=1\u0085\u2028x\u202Etxt.exe"'
    const answer = await sendForm(recruiter, `/api/v1/candidates/${id}/documents`, [
      { name: 'file', header, content: 'words' },
    ])
    expect(answer.status).toBe(201)
    const { headers } = await documents.file(answer.json<CandidateDocument>().id)
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\x20-\x7E]+\.txt"; filename\*=UTF-8''\S+$/,
    )
  })
})

test('a document is no way around the rules of a candidate: what is accepted is checked as if typed', async () => {
  const { id } = await documents.candidate()
  const basics = {
    name: '<img src=x onerror=alert(1)>',
    email: 'not an address',
    phone: 'call me',
    url: 'javascript:alert(1)',
  }
  const document = await documents.settled(
    (await added(id, JSON.stringify({ basics }), { filename: 'r.json' })).id,
  )
  for (const suggestion of document.suggestions.filter(({ field }) => field !== 'name')) {
    const answer = await recruiter.post(`/api/v1/candidate-documents/${document.id}/accept`, {
      suggestionIds: [suggestion.id],
    })
    expect([suggestion.field, answer.status]).toEqual([suggestion.field, 400])
  }
})
