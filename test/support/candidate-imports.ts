import { expect } from '@jest/globals'
import type { CandidateImportDetail, CandidateImportRow, ImportPreview } from '@assay/contracts'
import { sendForm } from './documents.ts'
import type { Answer, HttpClient } from './http-client.ts'

export const IMPORTS = '/api/v1/candidate-imports'

const read = <Body>(answer: Answer, status = 200): Body => {
  expect([answer.status, answer.status === status ? '' : answer.text]).toEqual([status, ''])
  return answer.json<Body>()
}

/** A CSV file of these rows, as spreadsheets write it. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) =>
      cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','),
    )
    .join('\r\n')

/** What is done with imports, as one person's browser would. Each call but `upload` must succeed. */
export const importsOf = (client: HttpClient) => {
  const upload = (content: string | Buffer, filename = 'people.csv', path = IMPORTS): Promise<Answer> =>
    sendForm(client, path, [{ name: 'file', filename, type: 'text/csv', content }])
  const get = async (id: string) => read<CandidateImportDetail>(await client.get(`${IMPORTS}/${id}`))
  const step = async ({ id }: { id: string }, name: string, status = 202) =>
    read<CandidateImportDetail>(await client.post(`${IMPORTS}/${id}/${name}`, {}), status)
  /** Once nothing works on it any more. */
  const settled = async ({ id }: { id: string }, withinMs = 60_000): Promise<CandidateImportDetail> => {
    const end = performance.now() + withinMs
    for (;;) {
      const now = await get(id)
      if (now.state !== 'checking' && now.state !== 'running') return now
      if (performance.now() > end) throw new Error(`This import is still ${now.state}.`)
      await new Promise((resolve) => {
        setTimeout(resolve, 50)
      })
    }
  }
  return {
    upload,
    get,
    settled,
    uploaded: async (content: string | Buffer, filename?: string) =>
      read<CandidateImportDetail>(await upload(content, filename), 201),
    added: async ({ id }: { id: string }, content: string, filename: string) =>
      read<CandidateImportDetail>(await upload(content, filename, `${IMPORTS}/${id}/files`)),
    changed: async ({ id, revision }: CandidateImportDetail, change: object) =>
      read<CandidateImportDetail>(await client.patch(`${IMPORTS}/${id}`, change, revision)),
    preview: async ({ id }: { id: string }) =>
      read<ImportPreview>(await client.get(`${IMPORTS}/${id}/preview`)),
    rows: async ({ id }: { id: string }, filter: object = {}): Promise<CandidateImportRow[]> =>
      read<CandidateImportRow[]>(
        await client.get(
          `${IMPORTS}/${id}/rows?range=[0,499]&filter=${encodeURIComponent(JSON.stringify(filter))}`,
        ),
      ),
    report: ({ id }: { id: string }): Promise<Answer> => client.get(`${IMPORTS}/${id}/rows-to-mend.csv`),
    begun: (which: { id: string }) => step(which, 'run'),
    checked: async (which: { id: string }) => settled(await step(which, 'check')),
    run: async (which: { id: string }) => settled(await step(which, 'run')),
    stop: (which: { id: string }) => step(which, 'stop', 200),
  }
}

export type Imports = ReturnType<typeof importsOf>
