import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { startEmbeddedServer, type EmbeddedServer } from './embedded-server.ts'
import { isRunning, postgresProcessesOn } from './process-table.ts'
import {
  killHard,
  spawnServer,
  startInAChildProcess,
  type ChildRequest,
} from './server-in-a-child-process.ts'

const SLOW = 30_000

let place = ''
const servers: EmbeddedServer[] = []
const children: ChildProcess[] = []

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'assay-faults-'))
  chmodSync(place, 0o755)
})

afterEach(async () => {
  await Promise.all(children.splice(0).map(killHard))
  await Promise.all(servers.splice(0).map((server) => server.stop()))
})

afterAll(() => rmSync(place, { recursive: true, force: true }))

async function start(name: string, lines: string[] = []): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({
    directory: join(place, name),
    log: ({ level, message }) => lines.push(`${level}: ${message}`),
  })
  servers.push(server)
  return server
}

async function startChild(
  request: ChildRequest,
): Promise<{ url: string; child: ChildProcess; processId: number }> {
  const { child, answer } = await startInAChildProcess(request)
  children.push(child)
  if ('code' in answer) throw new Error(answer.message)
  return { ...answer, child }
}

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  // The server is killed under its clients here; without a listener that would end the test process.
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<unknown[]>({ text: statement, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

async function askUntilAnswered(url: string, statement: string, withinMs: number): Promise<unknown[]> {
  const giveUpAt = Date.now() + withinMs
  for (;;) {
    try {
      return await ask(url, statement)
    } catch (error) {
      if (Date.now() > giveUpAt) throw error
      await delay(50)
    }
  }
}

async function until(isTrue: () => boolean, withinMs = 10_000): Promise<void> {
  const giveUpAt = Date.now() + withinMs
  while (!isTrue()) {
    if (Date.now() > giveUpAt) throw new Error(`Not so within ${withinMs} ms.`)
    await delay(10)
  }
}

describe('after kill -9 of the process that holds the server', () => {
  it(
    'a new one stops the left-over PostgreSQL, takes the directory over and has the data, within 10 s',
    async () => {
      const { url, child, processId } = await startChild({ directory: join(place, 'orphan') })
      await ask(url, 'create table kept as select 42 as answer')
      await killHard(child)
      expect(isRunning(processId)).toBe(true)

      const begun = Date.now()
      const lines: string[] = []
      const server = await start('orphan', lines)
      expect(Date.now() - begun).toBeLessThan(10_000)
      expect(isRunning(processId)).toBe(false)
      expect(lines[0]).toMatch(/^warn: Stopping what is left of an earlier PostgreSQL/)
      expect(await ask(server.superuserUrl, 'select answer from kept')).toEqual([42])
    },
    SLOW,
  )

  it(
    'even when the left-over PostgreSQL does not listen any more',
    async () => {
      const { child, processId } = await startChild({ directory: join(place, 'orphan') })
      await killHard(child)
      process.kill(processId, 'SIGSTOP')
      const begun = Date.now()
      await start('orphan')
      expect(Date.now() - begun).toBeLessThan(10_000)
      expect(isRunning(processId)).toBe(false)
    },
    SLOW,
  )

  it(
    'while the first start creates the database, no half a database stays behind',
    async () => {
      const directory = join(place, 'half')
      const child = spawnServer({ directory })
      children.push(child)
      await until(
        () => existsSync(directory) && readdirSync(directory).some((name) => name.includes('unfinished')),
      )
      await delay(100)
      await killHard(child)
      expect(readdirSync(directory)).not.toContain('cluster')

      const server = await start('half')
      expect(await ask(server.superuserUrl, 'select 1')).toEqual([1])
      expect(readdirSync(directory).filter((name) => name.includes('unfinished'))).toEqual([])
    },
    SLOW,
  )
})

describe('when PostgreSQL dies', () => {
  it(
    'it is started again on the same port with its data within 15 s, each time',
    async () => {
      const lines: string[] = []
      const server = await start('respawn', lines)
      const { port, superuserUrl } = server
      await ask(superuserUrl, 'create table kept (answer int)')
      for (const round of [1, 2, 3]) {
        await ask(superuserUrl, `insert into kept values (${round})`)
        for (const processId of postgresProcessesOn(join(place, 'respawn', 'cluster')))
          process.kill(processId, 'SIGKILL')
        const begun = Date.now()
        expect(await askUntilAnswered(superuserUrl, 'select max(answer) from kept', 15_000)).toEqual([round])
        expect(Date.now() - begun).toBeLessThan(15_000)
        expect(server.port).toBe(port)
      }
      expect(lines.filter((line) => line.includes('was ended by SIGKILL'))).toHaveLength(3)
      await until(() => lines.filter((line) => line.includes('is back after')).length === 3)
    },
    SLOW,
  )

  it(
    'it comes back even when a child of the dead server is still busy',
    async () => {
      const server = await start('respawn')
      const busy = new Client({ connectionString: server.superuserUrl })
      busy.on('error', () => {})
      await busy.connect()
      // A backend that computes does not notice that its server is gone.
      const computing = busy.query('select count(*) from generate_series(1, 1000000000)').catch(() => 'ended')
      await delay(200)
      process.kill(server.processId!, 'SIGKILL')
      expect(await askUntilAnswered(server.superuserUrl, 'select 1', 15_000)).toEqual([1])
      expect(await computing).toBe('ended')
    },
    SLOW,
  )

  it(
    'it stays down when stop() was called meanwhile',
    async () => {
      const server = await start('respawn')
      process.kill(server.processId!, 'SIGKILL')
      await until(() => server.processId === null)
      await server.stop()
      await delay(500)
      expect(postgresProcessesOn(join(place, 'respawn', 'cluster'))).toEqual([])
    },
    SLOW,
  )
})

describe('the process that holds the server', () => {
  it(
    'may simply end: nothing hangs, PostgreSQL ends too and the directory is free',
    async () => {
      const { child, processId } = await startChild({ directory: join(place, 'ended'), after: '' })
      if (child.exitCode === null) await once(child, 'exit')
      expect(child.exitCode).toBe(0)
      await until(() => !isRunning(processId), 5_000)
      await start('ended')
    },
    SLOW,
  )

  it(
    'may simply end without stopping a throwaway: nothing of it stays',
    async () => {
      const directory = join(place, 'thrown')
      const { child } = await startChild({ directory, throwaway: true, after: '' })
      if (child.exitCode === null) await once(child, 'exit')
      expect(existsSync(directory)).toBe(false)
      expect(postgresProcessesOn(join(directory, 'cluster'))).toEqual([])
    },
    SLOW,
  )
})

const asRoot = process.getuid?.() === 0
const becomeNobody = 'process.setgroups([]); process.setgid(65534); process.setuid(65534);'

describe('a directory that cannot be used', () => {
  it('is named with the cure when an ordinary user may not write it', async () => {
    const directory = join(place, 'closed')
    mkdirSync(directory, { mode: 0o555 })
    const { child, answer } = await startInAChildProcess({ directory, before: asRoot ? becomeNobody : '' })
    children.push(child)
    expect(answer).toMatchObject({ code: 'directory_unwritable' })
    expect(answer).toHaveProperty(
      'message',
      expect.stringMatching(/closed cannot be written: .*ASSAY_DATA_DIRECTORY/),
    )
  })

  const onlyAsRoot = asRoot ? it : it.skip

  onlyAsRoot('is named with the cure when the system user of the server cannot pass a parent', async () => {
    const parent = join(place, 'private')
    mkdirSync(parent, { mode: 0o700 })
    const attempt = start('private/data')
    await expect(attempt).rejects.toMatchObject({ code: 'directory_unreachable' })
    await expect(attempt).rejects.toThrow(`cannot enter ${parent} on the way`)
  })
})
