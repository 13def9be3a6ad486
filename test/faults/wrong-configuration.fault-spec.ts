import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ensureRoles } from '@assay/persistence'
import { createEmptyDatabase, type TestDatabase, withClient } from '../support/database.ts'
import { SECRET } from '../support/running-house.ts'
import { type Outcome, runProgram } from '../support/run-program.ts'
import { freePort } from './assay-process.ts'

const SLOW = 30_000
const NAME = `t${randomBytes(4).toString('hex')}`
const OWNER = 'postgres://owner:x@127.0.0.1:5432/assay'
const APPLICATION = 'postgres://assay_application:x@127.0.0.1:5432/assay'

let database: TestDatabase

beforeAll(async () => {
  database = await createEmptyDatabase()
  await ensureRoles(database.ownerUrl, database.applicationUrl)
  await asSuperuser(
    `CREATE ROLE ${NAME}_humble LOGIN NOCREATEROLE PASSWORD 'x'`,
    `CREATE ROLE ${NAME}_mighty LOGIN SUPERUSER PASSWORD 'x'`,
    `CREATE ROLE ${NAME}_bypass LOGIN BYPASSRLS PASSWORD 'x'`,
    `CREATE ROLE ${NAME}_guest LOGIN PASSWORD 'x' IN ROLE assay_lookup, assay_search`,
  )
})
afterAll(async () => {
  await database.drop()
  const postgres = new URL(database.superuserUrl)
  postgres.pathname = '/postgres'
  await withClient(postgres.href, async (client) => {
    for (const role of ['humble', 'mighty', 'bypass', 'guest'])
      await client.query(`DROP ROLE ${NAME}_${role}`)
  })
})

const asSuperuser = (...statements: string[]): Promise<void> =>
  withClient(database.superuserUrl, async (client) => {
    for (const statement of statements) await client.query(statement)
  })

const as = (user: string, password = 'x'): string => {
  const url = new URL(database.ownerUrl)
  url.username = user
  url.password = password
  return url.href
}

/** Lines for people only: no stack, no path of a source file, nothing that looks like an object. */
const expectRefusal = (outcome: Outcome, lines: RegExp[]): void => {
  const said = outcome.errors.trimEnd().split('\n')
  expect(said).toEqual(lines.map((line) => expect.stringMatching(line)))
  expect(outcome.exitCode).toBe(78)
  expect(outcome.errors).not.toMatch(/\n\s+at |\.[jt]s:\d+|\[object/)
  expect(outcome.output).not.toContain('Assay is ready')
}

describe('F-24: with a wrong setting the server does not start: exit 78 and one line for each mistake', () => {
  test.each<[string, Record<string, string>, RegExp[]]>([
    ['a port that is no number', { ASSAY_PORT: 'http' }, [/^ASSAY_PORT must be a number\.$/]],
    ['a weak secret', { ASSAY_SECRET: 'a'.repeat(64) }, [/^ASSAY_SECRET is too regular/]],
    ['plain http in public', { ASSAY_PUBLIC_URL: 'http://assay.example.org' }, [/must be https/]],
    [
      'an external database without a secret',
      { DATABASE_URL: OWNER, ASSAY_APPLICATION_DATABASE_URL: APPLICATION },
      [/^ASSAY_SECRET is needed/],
    ],
    [
      'three mistakes at once',
      { ASSAY_PROT: '70000', ASSAY_DATABASE_POOL: '1', ASSAY_LOG_LEVEL: 'loud' },
      [/^ASSAY_PROT is not a setting/, /^ASSAY_DATABASE_POOL/, /^ASSAY_LOG_LEVEL/],
    ],
  ])(
    '%s',
    async (_words, environment, lines) => {
      expectRefusal(await runProgram('main', [], environment), lines)
    },
    SLOW,
  )

  test(
    'an option that does not exist',
    async () => {
      expectRefusal(await runProgram('main', ['--prot', '1'], {}), [/--prot/])
    },
    SLOW,
  )
})

describe('F-24: with a database that cannot be used it does not start either', () => {
  const start = (owner: string, application: string): Promise<Outcome> =>
    runProgram('main', [], {
      ASSAY_PORT: '0',
      ASSAY_SECRET: SECRET,
      DATABASE_URL: owner,
      ASSAY_APPLICATION_DATABASE_URL: application,
    })

  test(
    'that nobody answers for',
    async () => {
      const port = await freePort()
      const outcome = await start(
        `postgres://owner:x@127.0.0.1:${port}/assay`,
        `postgres://assay_application:x@127.0.0.1:${port}/assay`,
      )
      expectRefusal(outcome, [/^DATABASE_URL: cannot sign in to PostgreSQL: .*ECONNREFUSED/])
    },
    SLOW,
  )

  test(
    'whose password is another',
    async () => {
      const outcome = await start(as('assay_owner', 'wrong'), database.applicationUrl)
      expectRefusal(outcome, [/^DATABASE_URL: .*password authentication failed/])
    },
    SLOW,
  )

  test(
    'whose application role has another password',
    async () => {
      const application = new URL(database.applicationUrl)
      application.password = 'wrong'
      const outcome = await start(database.ownerUrl, application.href)
      expectRefusal(outcome, [/^ASSAY_APPLICATION_DATABASE_URL: .*password authentication failed/])
    },
    SLOW,
  )

  test(
    'that does not exist',
    async () => {
      const elsewhere = (url: string) => url.replace(/[^/]+$/, 'nowhere')
      const outcome = await start(elsewhere(database.ownerUrl), elsewhere(database.applicationUrl))
      expectRefusal(outcome, [/^DATABASE_URL: .*database "nowhere" does not exist/])
    },
    SLOW,
  )

  test.each([
    ['a superuser', `${NAME}_mighty`],
    ['above row-level security', `${NAME}_bypass`],
  ])(
    'whose application role is %s; the cure is SQL to be run',
    async (_words, role) => {
      const outcome = await start(database.ownerUrl, as(role))
      expectRefusal(outcome, [/row-level security: ALTER ROLE "t\w+" NOSUPERUSER NOBYPASSRLS;$/])
    },
    SLOW,
  )

  test(
    'whose owner is also the application',
    async () => {
      expectRefusal(await start(database.ownerUrl, database.ownerUrl), [/must name another role/])
    },
    SLOW,
  )

  test(
    'that belongs to somebody else',
    async () => {
      const outcome = await start(as(`${NAME}_guest`), database.applicationUrl)
      expectRefusal(outcome, [/does not own the database \w+: ALTER DATABASE "\w+" OWNER TO "t\w+";$/])
    },
    SLOW,
  )

  test(
    'whose owner may not make roles; the one line is SQL that an administrator can run',
    async () => {
      const outcome = await start(as(`${NAME}_humble`), as(`${NAME}_new`))
      const cure = /may not create roles .* Run once as an administrator of the server: (CREATE ROLE .*;)$/
      expectRefusal(outcome, [cure])
      const [, sql = ''] = cure.exec(outcome.errors.trimEnd()) ?? []
      expect(sql).toContain(`CREATE ROLE "${NAME}_new" LOGIN PASSWORD '<password>'`)
    },
    SLOW,
  )
})
