import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, expect, test } from '@jest/globals'
import type { CandidateDocument } from '@assay/contracts'
import { documentsOf } from '../support/documents.ts'
import { HttpClient } from '../support/http-client.ts'
import { docx, pdf } from '../support/resume-files.ts'
import { endEverything, isLong, setUp, startAssay, surprisesIn, temporaryDirectory } from './assay-process.ts'

afterAll(() => endEverything())

const KILLS = isLong ? 10 : 2
const RESUMES = 30

test(`killed ${KILLS} times while résumés are taken in and read: what was acknowledged is whole, and is read`, async () => {
  const directory = temporaryDirectory()
  const environment = { ASSAY_DATA_DIRECTORY: directory }
  let assay = await startAssay({ environment })
  const { admin } = await setUp(assay, 0)
  const cookies = [...admin.cookies.values()]
  const again = (): HttpClient => {
    const client = new HttpClient(assay.url)
    const names = [...admin.cookies.keys()].map((name) => name.replace(/\d+$/, new URL(assay.url).port))
    names.forEach((name, place) => client.cookies.set(name, cookies[place]!))
    return client
  }
  const { id: candidateId } = await documentsOf(admin).candidate()
  const acknowledged = new Map<string, Buffer>()
  let number = 0
  for (let kill = 0; kill < KILLS; kill += 1) {
    const documents = documentsOf(kill === 0 ? admin : again())
    const { id } = kill === 0 ? { id: candidateId } : await documents.candidate()
    const taken = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let place = 0; place < RESUMES / 4; place += 1) {
          number += 1
          const lines = [`Résumé number ${number}`, 'words '.repeat(2_000)]
          const content = number % 2 === 0 ? docx(lines) : pdf([lines, lines])
          const answer = await documents.upload(id, content).catch(() => null)
          if (answer?.status === 201) acknowledged.set(answer.json<CandidateDocument>().id, content)
        }
      }),
    )
    await delay(300 + kill * 100)
    await assay.kill()
    await taken
    assay = await startAssay({ environment })
  }
  expect(acknowledged.size).toBeGreaterThan(KILLS)
  const documents = documentsOf(again())
  for (const [id, content] of acknowledged) {
    expect(await documents.settled(id, 60_000)).toMatchObject({ state: 'read' })
    expect((await documents.file(id)).bytes.equals(content)).toBe(true)
  }
  await expectNoFileUntold(directory, again())
  expect(surprisesIn(assay)).toEqual([])
  await assay.stop()
}, 240_000)

/** Each kept file has its row, or a mark that the next sweep will look at. */
const expectNoFileUntold = async (directory: string, client: HttpClient): Promise<void> => {
  const files = (folder: string): string[] =>
    readdirSync(join(directory, 'files', folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
  const marks = files('open').join(' ')
  for (const id of files('kept')) {
    const { status } = await client.get(`/api/v1/candidate-documents/${id}`)
    expect([id, status === 200 || marks.includes(id)]).toEqual([id, true])
  }
}
