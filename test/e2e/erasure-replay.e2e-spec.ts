import { cp, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { inContext, newContext } from '@assay/persistence'
import {
  ErasureJournalService,
  type SignedErasure,
} from '../../apps/api/src/erasures/erasure-journal.service.ts'
import { ErasureReplayService } from '../../apps/api/src/erasures/erasure-replay.service.ts'
import { FileStore } from '../../apps/api/src/files/file-store.ts'
import { HousekeepingService } from '../../apps/api/src/housekeeping/housekeeping.service.ts'
import { superuserUrlFor, type TestDatabase, urlFor, withClient } from '../support/database.ts'
import { erasuresOf, somebody, WORDS_OF_SOMEBODY } from '../support/erasures.ts'
import { hiringOf } from '../support/hiring.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { placesOf, wholeDump } from '../support/whole-dump.ts'

const cleanUp: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step()
})

/** The server that comes with Assay has no pg_dump: a backup here is a copy of the whole database, made by the server. */
const copyOf = async (database: TestDatabase): Promise<TestDatabase> => {
  const name = `backup_${randomBytes(6).toString('hex')}`
  await withClient(superuserUrlFor('postgres'), async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${database.name} OWNER assay_owner`)
  })
  const drop = () =>
    withClient(superuserUrlFor('postgres'), async (client) => {
      await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
    })
  cleanUp.push(drop)
  return {
    name,
    ownerUrl: urlFor('assay_owner', name),
    applicationUrl: urlFor('assay_application', name),
    superuserUrl: superuserUrlFor(name),
    drop,
  }
}

const filesFor = async (from?: string): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'assay-files-'))
  cleanUp.push(() => rm(directory, { recursive: true, force: true }))
  if (from) await cp(from, directory, { recursive: true })
  return directory
}

const replayIn = (house: RunningHouse, lines: readonly SignedErasure[], dryRun = false) =>
  inContext(newContext('test', Infinity), () =>
    house.server.app.get(ErasureReplayService, { strict: false }).replay(lines, { dryRun }),
  )

const exported = (house: RunningHouse): Promise<SignedErasure[]> =>
  inContext(newContext('test', Infinity), () =>
    house.server.app.get(ErasureJournalService, { strict: false }).all(house.north.id),
  )

const settled = async (look: () => Promise<string[]>): Promise<string[]> => {
  for (let attempt = 0; ; attempt += 1) {
    const places = await look()
    if (attempt === 40 || places.length === 0) return places
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const placesIn = (house: RunningHouse) => async (): Promise<string[]> =>
  placesOf(await wholeDump(house.database.superuserUrl, house.filesDirectory), WORDS_OF_SOMEBODY)

/** Somebody whose application was rejected, in a house whose files survive it. */
const withSomebody = async (options: Parameters<typeof startHouse>[0] = {}) => {
  const filesDirectory = await filesFor()
  const house = await startHouse({ ...options, filesDirectory })
  cleanUp.push(() => house.stop())
  const recruiter = await house.signedIn(house.north.recruiter)
  const own = hiringOf(recruiter)
  const made = await somebody(recruiter, await own.job())
  const reasonId = await own.reason('ours')
  await own.command(made.application.id, 'reject', { reasonId, note: 'Vexillology only' })
  return { house, filesDirectory, ...made }
}

describe('a backup from before an erasure', () => {
  test('brings the person back; replaying the list erases them again, and the record verifies', async () => {
    const first = await withSomebody()
    const { candidate } = first
    // The house is closed for the copy, and goes on afterwards.
    await first.house.server.stop()
    const backup = await copyOf(first.house.database)
    const backedUpFiles = await filesFor(first.filesDirectory)
    const { north, south } = first.house
    const after = await startHouse({
      empty: true,
      database: first.house.database,
      filesDirectory: first.filesDirectory,
    })
    const own = { ...after, north, south }
    await erasuresOf(await own.signedIn(north.admin)).erase(candidate.id, { reference: 'PRIV-1' })
    expect(await settled(placesIn(own))).toEqual([])
    const lines = await exported(own)
    await own.stop()

    const restored = {
      ...(await startHouse({ empty: true, database: backup, filesDirectory: backedUpFiles })),
      north,
      south,
    }
    cleanUp.push(() => restored.stop())
    expect((await placesIn(restored)()).length).toBeGreaterThan(0)
    // A hold that was lifted before the erasure stands again in the backup: the list knows better.
    const admin = await restored.signedIn(north.admin)
    await erasuresOf(admin).hold('candidate', candidate.id, 'Zephyrine v. Northwind')

    expect(await replayIn(restored, lines, true)).toEqual({ erased: 1, already: 0, unknown: 0, findings: [] })
    expect((await placesIn(restored)()).length).toBeGreaterThan(0)
    expect(await replayIn(restored, lines)).toEqual({ erased: 1, already: 0, unknown: 0, findings: [] })
    expect(await settled(placesIn(restored))).toEqual([])
    expect(await replayIn(restored, lines)).toEqual({ erased: 0, already: 1, unknown: 0, findings: [] })
    expect(await erasuresOf(admin).list()).toMatchObject([
      {
        number: 1,
        candidateId: candidate.id,
        reference: 'PRIV-1',
        erasedAt: lines[0]!.erasedAt,
        replayedAt: expect.any(String),
      },
    ])
    expect((await admin.get('/api/v1/audit-events/verification')).json()).toMatchObject({ intact: true })
    expect(await exported(restored)).toEqual(lines)
  }, 60_000)

  test('that never knew the person keeps their line; forged and missing lines are told', async () => {
    const { house, candidate } = await withSomebody()
    await erasuresOf(await house.signedIn(house.north.admin)).erase(candidate.id)
    const [line] = await exported(house)
    const other = await startHouse()
    cleanUp.push(() => other.stop())
    const known = { ...line!, organizationId: other.north.id }
    const outcome = await replayIn(other, [line!, known, { ...line!, number: 7 }])
    expect(outcome).toEqual({
      erased: 0,
      already: 0,
      unknown: 0,
      findings: [
        `Line 1 of ${other.north.id} is not signed by this installation.`,
        `Line 7 of ${house.north.id} is not signed by this installation.`,
        `There is no organization ${house.north.id} here.`,
      ],
    })
  }, 60_000)
})

describe('F-21 the file store', () => {
  test('fails after the commit, or the process dies there: the files go with a later sweep', async () => {
    const { house, candidate } = await withSomebody()
    const store = house.server.app.get(FileStore, { strict: false })
    const remove = store.remove.bind(store)
    store.remove = () => Promise.reject(new Error('The process died here.'))
    await erasuresOf(await house.signedIn(house.north.admin)).erase(candidate.id)
    store.remove = remove
    const left = await placesIn(house)()
    expect(left.length).toBeGreaterThan(0)
    expect(left.filter((place) => !place.includes('/kept/'))).toEqual([])
    // The sweep leaves marks alone that may belong to a transaction which is still running.
    const marks = join(house.filesDirectory, 'open')
    const hourAgo = new Date(Date.now() - 3_700_000)
    for (const mark of await readdir(marks)) await utimes(join(marks, mark), hourAgo, hourAgo)
    await house.server.app.get(HousekeepingService, { strict: false }).sweep()
    expect(await placesIn(house)()).toEqual([])
    expect(await readdir(marks)).toEqual([])
  }, 60_000)

  test('cannot be written: nothing is erased, and the answer says why', async () => {
    const { house, candidate } = await withSomebody()
    const admin = await house.signedIn(house.north.admin)
    const marks = join(house.filesDirectory, 'open')
    await rm(marks, { recursive: true })
    await writeFile(marks, 'in the place of a directory')
    const { revision } = (await admin.get(`/api/v1/candidates/${candidate.id}`)).json<{ revision: number }>()
    const answer = await admin.post(
      `/api/v1/candidates/${candidate.id}/erase`,
      { reason: 'asked' },
      { 'if-match': `"${revision}"` },
    )
    expect([answer.status, answer.json<{ code: string }>().code]).toEqual([503, 'files_unavailable'])
    expect((await admin.get(`/api/v1/candidates/${candidate.id}`)).json()).toMatchObject({
      name: 'Quillon Zephyrine',
      erasedAt: null,
    })
    expect(await erasuresOf(admin).list()).toEqual([])
  }, 60_000)
})
