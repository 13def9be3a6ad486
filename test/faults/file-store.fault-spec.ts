import { existsSync, mkdirSync } from 'node:fs'
import { mkdtemp, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CandidateDocument, Problem } from '@assay/contracts'
import { DocumentReadingService } from '../../apps/api/src/candidate-documents/document-reading.service.ts'
import { HousekeepingService } from '../../apps/api/src/housekeeping/housekeeping.service.ts'
import { withClient } from '../support/database.ts'
import { documentsOf } from '../support/documents.ts'
import type { HttpClient } from '../support/http-client.ts'
import { pdf } from '../support/resume-files.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { canMount, mountedDisk } from './mounted-disk.ts'

let parent: string
let house: RunningHouse
let recruiter: HttpClient
let documents: ReturnType<typeof documentsOf>

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'assay-files-'))
  house = await startHouse({ filesDirectory: join(parent, 'files') })
  recruiter = await house.signedIn(house.north.recruiter)
  documents = documentsOf(recruiter)
})
afterAll(async () => {
  await house.stop()
  await rm(parent, { recursive: true, force: true })
})

const asOwner = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  withClient(house.database.ownerUrl, async (client) => (await client.query(sql, values)).rows as Row[])

const added = async (candidateId: string, content: Buffer | string): Promise<CandidateDocument> => {
  const answer = await documents.upload(candidateId, content)
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.json<CandidateDocument>()
}

const filesIn = (folder: string): Promise<string[]> =>
  readdir(join(house.filesDirectory, folder)).catch(() => [])

describe('F-21 the file store', () => {
  test('is gone: uploads and downloads say why, all else goes on; it comes back without a restart', async () => {
    const { id } = await documents.candidate()
    const before = await documents.settled((await added(id, 'kept before')).id)
    const unread = await documents.settled((await added(id, pdf([['Read when the store is back']]))).id)
    await rename(house.filesDirectory, `${house.filesDirectory}.away`)
    await writeFile(house.filesDirectory, 'not a directory')
    await asOwner(
      `UPDATE candidate_documents SET state = 'reading', text = NULL, attempts = 0 WHERE id = $1`,
      [unread.id],
    )
    const upload = await documents.upload(id, 'while it is gone')
    expect([upload.status, upload.headers.get('retry-after')]).toEqual([503, '60'])
    expect(upload.json<Problem>()).toMatchObject({ code: 'files_unavailable' })
    expect(upload.json<Problem>().detail).toMatch(/cannot be written at the moment: it is not there/)
    const download = await documents.file(before.id)
    expect([download.status, download.json<Problem>().code]).toEqual([503, 'files_unavailable'])
    expect((await documents.get(before.id)).text).toBe('kept before')
    expect(await documents.list(id)).toHaveLength(2)
    expect((await recruiter.post('/api/v1/candidates', { name: 'Somebody new' })).status).toBe(201)
    const reading = house.server.app.get(DocumentReadingService, { strict: false })
    reading.wake(house.north.id)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await documents.get(unread.id)).toMatchObject({ state: 'reading' })

    await rm(house.filesDirectory)
    await rename(`${house.filesDirectory}.away`, house.filesDirectory)
    expect((await documents.file(before.id)).text).toBe('kept before')
    await added(id, 'when it is back')
    // What could not be read for the store's sake is tried again after a minute: here the minute is over.
    const [row] = await asOwner<{ attempts: number }>(
      'UPDATE candidate_documents SET claimed_until = NULL WHERE id = $1 RETURNING attempts',
      [unread.id],
    )
    expect(row).toEqual({ attempts: 0 })
    reading.wake(house.north.id)
    expect(await documents.settled(unread.id)).toMatchObject({ text: 'Read when the store is back' })
  })
})

const whereMountable = canMount ? describe : describe.skip

whereMountable('F-06 the disk of the files', () => {
  const disk = () => mountedDisk(house.filesDirectory)

  test('is full, then read-only: 507 and 503 with a plain message, reads work, nothing is half stored', async () => {
    const { id } = await documents.candidate()
    mkdirSync(house.filesDirectory, { recursive: true })
    disk().mount('size=300k')
    try {
      const small = await added(id, 'small')
      const full = await documents.upload(id, 'x'.repeat(400_000))
      expect([full.status, full.json<Problem>().code]).toEqual([507, 'unavailable'])
      expect(full.json<Problem>().detail).toMatch(/disk of the server is full/)
      expect((await documents.file(small.id)).text).toBe('small')
      expect(await filesIn('incoming')).toEqual([])
      expect(await documents.list(id)).toHaveLength(1)

      disk().mount('remount', 'ro')
      const readOnly = await documents.upload(id, 'more')
      expect([readOnly.status, readOnly.json<Problem>().code]).toEqual([503, 'files_unavailable'])
      expect(readOnly.json<Problem>().detail).toMatch(/it is read-only/)
      expect((await documents.file(small.id)).text).toBe('small')

      disk().mount('remount', 'rw', 'size=5m')
      await added(id, 'x'.repeat(400_000))
      expect(await documents.list(id)).toHaveLength(2)
    } finally {
      disk().unmount()
    }
  })
})

describe('what a crash leaves behind', () => {
  const sweep = () => house.server.app.get(HousekeepingService, { strict: false }).sweep()
  const long = new Date(Date.now() - 2 * 3_600_000)
  const markOf = (id: string) =>
    join(house.filesDirectory, 'open', `candidate-documents.${house.north.id}.${id}`)
  const fileOf = (id: string) => join(house.filesDirectory, 'kept/candidate-documents', house.north.id, id)
  const make = async (path: string, when: Date | null): Promise<void> => {
    mkdirSync(join(path, '..'), { recursive: true })
    await writeFile(path, 'x')
    if (when) await utimes(path, when, when)
  }

  test('a file without a row goes, a row keeps its file, and what is still young is left alone', async () => {
    const { id: candidateId } = await documents.candidate()
    const { id } = await added(candidateId, 'has a row')
    // Its own mark goes right after the commit; here it is put back.
    while (existsSync(markOf(id))) await new Promise((resolve) => setTimeout(resolve, 20))
    const [orphan, young] = ['0197a000-0000-7000-8000-00000000aaaa', '0197a000-0000-7000-8000-00000000bbbb']
    await make(markOf(id), long)
    await make(fileOf(orphan), null)
    await make(markOf(orphan), long)
    await make(fileOf(young), null)
    await make(markOf(young), null)
    await make(join(house.filesDirectory, 'incoming/old'), long)
    await make(join(house.filesDirectory, 'incoming/young'), null)
    await sweep()
    expect([id, orphan, young].map((one) => existsSync(fileOf(one)))).toEqual([true, false, true])
    expect([id, orphan, young].map((one) => existsSync(markOf(one)))).toEqual([false, false, true])
    expect(await filesIn('incoming')).toEqual(['young'])
    expect((await documents.file(id)).text).toBe('has a row')
  })

  test('a document that was removed thirty days ago is gone for good, with its file; a younger one is not', async () => {
    const { id: candidateId } = await documents.candidate()
    const [old, recent] = [await added(candidateId, 'old words'), await added(candidateId, 'recent words')]
    for (const [{ id }, days] of [
      [old, 31],
      [recent, 29],
    ] as const) {
      await recruiter.post(`/api/v1/candidate-documents/${id}/remove`, { reason: 'wrong person' })
      await asOwner(
        'UPDATE candidate_documents SET removed_at = now() - make_interval(days => $2) WHERE id = $1',
        [id, days],
      )
    }
    const restore = (id: string) => recruiter.post(`/api/v1/candidate-documents/${id}/restore`)
    expect((await restore(old.id)).json<Problem>().code).toBe('step_refused')
    await sweep()
    expect((await documents.file(old.id)).status).toBe(404)
    expect([old.id, recent.id].map((id) => existsSync(fileOf(id)))).toEqual([false, true])
    expect(existsSync(markOf(old.id))).toBe(false)
    expect((await restore(recent.id)).status).toBe(200)
    const record = await asOwner<{ action: string }>(
      `SELECT canonical::jsonb ->> 'action' AS action FROM audit_events WHERE subject_id = $1 ORDER BY sequence`,
      [old.id],
    )
    expect(record.map(({ action }) => action)).toEqual([
      'candidate_document.added',
      'candidate_document.removed',
      'candidate_document.purged',
    ])
  })

  test('a document that ended its process three times is not begun again', async () => {
    const { id: candidateId } = await documents.candidate()
    const { id } = await documents.settled((await added(candidateId, 'a killer')).id)
    await asOwner(
      `UPDATE candidate_documents SET state = 'reading', text = NULL, attempts = 3, claimed_until = now() WHERE id = $1`,
      [id],
    )
    house.server.app.get(DocumentReadingService, { strict: false }).wake(house.north.id)
    expect(await documents.settled(id)).toMatchObject({ unreadableBecause: 'too_demanding' })
  })
})
