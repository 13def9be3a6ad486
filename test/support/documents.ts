import { connect } from 'node:net'
import type { Candidate, CandidateDocument, CandidateDocumentDetail } from '@assay/contracts'
import type { Answer, HttpClient } from './http-client.ts'

export interface FormPart {
  name: string
  content: Buffer | string
  filename?: string
  type?: string
  /** In the place of the whole header of the part. */
  header?: string
}

const BOUNDARY = '----the-boundary-of-a-test'
export const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`

const headerOf = ({ name, filename, type = 'application/octet-stream', header }: FormPart): string =>
  header ??
  `Content-Disposition: form-data; name="${name}"` +
    (filename === undefined ? '' : `; filename="${filename}"\r\nContent-Type: ${type}`)

/** The body of a form, by hand: also what no browser would send. */
export const formBody = (parts: readonly FormPart[]): Buffer<ArrayBuffer> =>
  Buffer.concat([
    ...parts.flatMap((part) => [
      Buffer.from(`--${BOUNDARY}\r\n${headerOf(part)}\r\n\r\n`),
      Buffer.from(part.content),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ])

export const sendForm = (client: HttpClient, path: string, parts: readonly FormPart[]): Promise<Answer> =>
  client.send('POST', path, { raw: formBody(parts), headers: { 'content-type': MULTIPART } })

/** Says that a megabyte will come, sends a little of it, and waits to be told to finish. */
export const halfAnUpload = async (client: HttpClient, path: string) => {
  const { hostname, port } = new URL(client.url)
  const socket = connect(Number(port), hostname)
  const body = formBody([{ name: 'file', filename: 'x.txt', content: 'x'.repeat(1_000_000) }])
  const headers = [
    `POST ${path} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    `Origin: ${client.url}`,
    'Sec-Fetch-Site: same-origin',
    `Cookie: ${client.cookieHeader()}`,
    `Content-Type: ${MULTIPART}`,
    `Content-Length: ${body.length}`,
  ]
  socket.on('error', () => undefined)
  socket.write(`${headers.join('\r\n')}\r\n\r\n`)
  socket.write(body.subarray(0, 70_000))
  const answer = new Promise<string>((resolve) => {
    socket.once('data', (piece: Buffer) => {
      resolve(piece.toString())
      socket.destroy()
    })
  })
  return { socket, answer, finish: () => socket.write(body.subarray(70_000)) }
}

/** What people do with a candidate's documents, as their browser would. */
export const documentsOf = (client: HttpClient) => ({
  candidate: async (facts: object = {}): Promise<Candidate> => {
    const answer = await client.post('/api/v1/candidates', { name: 'Ada Byron', ...facts })
    if (answer.status !== 201) throw new Error(answer.text)
    return answer.json<Candidate>()
  },
  upload: (
    candidateId: string,
    content: Buffer | string,
    {
      filename = 'resume.pdf',
      type = 'application/pdf',
      kind,
    }: { filename?: string; type?: string; kind?: string } = {},
  ): Promise<Answer> =>
    sendForm(client, `/api/v1/candidates/${candidateId}/documents`, [
      ...(kind === undefined ? [] : [{ name: 'kind', content: kind }]),
      { name: 'file', filename, type, content },
    ]),
  list: async (candidateId: string, filter: object = {}): Promise<CandidateDocument[]> =>
    (
      await client.get(
        `/api/v1/candidates/${candidateId}/documents?filter=${encodeURIComponent(JSON.stringify(filter))}`,
      )
    ).json<CandidateDocument[]>(),
  get: async (id: string): Promise<CandidateDocumentDetail> =>
    (await client.get(`/api/v1/candidate-documents/${id}`)).json<CandidateDocumentDetail>(),
  file: (id: string): Promise<Answer> => client.get(`/api/v1/candidate-documents/${id}/file`),
  /** Once it is no longer being read. */
  settled: async (id: string, withinMs = 30_000): Promise<CandidateDocumentDetail> => {
    const end = performance.now() + withinMs
    for (;;) {
      const document = (await client.get(`/api/v1/candidate-documents/${id}`)).json<CandidateDocumentDetail>()
      if (document.state !== 'reading') return document
      if (performance.now() > end) throw new Error('This document is still being read.')
      await new Promise((resolve) => {
        setTimeout(resolve, 50)
      })
    }
  },
})
