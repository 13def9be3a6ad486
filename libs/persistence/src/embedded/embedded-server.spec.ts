import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbeddedServer, type EmbeddedServer, type EmbeddedServerOptions } from './embedded-server.ts'
import { postgresProcessesOn } from './process-table.ts'

let place = ''
const running: EmbeddedServer[] = []

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'assay-embedded-'))
  // As root the server is another user, who has to pass through here.
  chmodSync(place, 0o755)
})

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()))
})

afterAll(() => rmSync(place, { recursive: true, force: true }))

async function start(name: string, options: Partial<EmbeddedServerOptions> = {}): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ directory: join(place, name), log: () => {}, ...options })
  running.push(server)
  return server
}

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<unknown[]>({ text: statement, rowMode: 'array' })
    return rows.flat()
  } finally {
    await client.end()
  }
}

describe('an embedded server', () => {
  it('starts on an empty directory and answers', async () => {
    const { superuserUrl } = await start('first')
    expect(await ask(superuserUrl, "select lower('ÄÖ'), current_setting('data_checksums')")).toEqual([
      'äö',
      'on',
    ])
    expect(
      await ask(
        superuserUrl,
        'select datlocprovider, datlocale, pg_encoding_to_char(encoding) from pg_database where oid = 1',
      ),
    ).toEqual(['b', 'C.UTF-8', 'UTF8'])
  })

  it('finds letters beyond ASCII by their trigrams', async () => {
    const { superuserUrl } = await start('first')
    await ask(superuserUrl, 'create extension pg_trgm')
    expect(
      await ask(
        superuserUrl,
        "select similarity('Zoë Ωmega', 'Zoë Ωmega') = 1, 'Ωmega' % 'Ωmeg', 'Ω' = any(show_trgm('Ω'))",
      ),
    ).toEqual([true, true, false])
    expect(await ask(superuserUrl, "select cardinality(show_trgm('ΩΩΩ')) > 0")).toEqual([true])
  })

  it('keeps data over stop and start, and its server is gone in between', async () => {
    const first = await start('kept')
    await ask(first.superuserUrl, 'create table kept as select 42 as answer')
    await first.stop()
    expect(postgresProcessesOn(join(place, 'kept', 'cluster'))).toEqual([])
    const second = await start('kept')
    expect(await ask(second.superuserUrl, 'select answer from kept')).toEqual([42])
  })

  it('listens on 127.0.0.1 only, without sockets, and asks for the password', async () => {
    const server = await start('kept')
    expect(
      await ask(
        server.superuserUrl,
        "select current_setting('listen_addresses'), current_setting('unix_socket_directories')",
      ),
    ).toEqual(['127.0.0.1', ''])
    await expect(ask(server.urlFor('postgres', 'wrong', 'postgres'), 'select 1')).rejects.toThrow(
      /password authentication failed/,
    )
    expect(statSync(join(place, 'kept', 'superuser-password')).mode & 0o777).toBe(0o600)
  })

  it('writes addresses that survive odd characters', async () => {
    const server = await start('kept')
    expect(server.urlFor('a b', 'p@/:', 'd?')).toBe(
      `postgres://a%20b:p%40%2F%3A@127.0.0.1:${server.port}/d%3F`,
    )
  })

  it('takes settings in place of the defaults, but not those that keep it private', async () => {
    const server = await start('kept', { settings: { max_connections: '17' } })
    expect(await ask(server.superuserUrl, 'show max_connections')).toEqual(['17'])
    await server.stop()
    await expect(start('kept', { settings: { listen_addresses: '*' } })).rejects.toMatchObject({
      code: 'setting_refused',
    })
  })

  it('leaves nothing of a throwaway', async () => {
    const server = await start('thrown', { throwaway: true })
    expect(await ask(server.superuserUrl, 'show fsync')).toEqual(['off'])
    await server.stop()
    expect(existsSync(join(place, 'thrown'))).toBe(false)
  })

  it('refuses a second instance and names the process that runs', async () => {
    await start('kept')
    const second = start('kept')
    await expect(second).rejects.toMatchObject({ code: 'already_running' })
    await expect(second).rejects.toThrow(`process ${process.pid}`)
  })

  it('reports what PostgreSQL said and one sentence when a setting makes no sense', async () => {
    const lines: string[] = []
    const attempt = start('kept', {
      settings: { work_mem: 'plenty' },
      log: ({ message }) => lines.push(message),
    })
    await expect(attempt).rejects.toMatchObject({ code: 'start_failed' })
    expect(lines.join('\n')).toContain('invalid value for parameter "work_mem"')
    await start('kept')
  })
})

describe('a data directory that does not fit', () => {
  it('is refused when another major version wrote it, and left as it is', async () => {
    const cluster = join(place, 'old', 'cluster')
    mkdirSync(cluster, { recursive: true })
    writeFileSync(join(cluster, 'PG_VERSION'), '17\n')
    const attempt = start('old')
    await expect(attempt).rejects.toMatchObject({ code: 'version_mismatch' })
    expect(readdirSync(cluster)).toEqual(['PG_VERSION'])
    expect(readFileSync(join(cluster, 'PG_VERSION'), 'utf8')).toBe('17\n')
  })

  it('is refused when it is a cluster of somebody else', async () => {
    mkdirSync(join(place, 'foreign'))
    writeFileSync(join(place, 'foreign', 'PG_VERSION'), '18\n')
    await expect(start('foreign')).rejects.toMatchObject({ code: 'directory_not_ours' })
  })

  it('is refused when its path is relative', async () => {
    await expect(startEmbeddedServer({ directory: 'data', log: () => {} })).rejects.toMatchObject({
      code: 'directory_not_absolute',
    })
  })
})
