import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readSettings, SettingsError } from './config.ts'
import { settingsDocument, settingsExample } from './settings-document.ts'

const SECRET = 'kJ8#mQ2$vL5&xN9*bR3!wT7@zP4^cY6%'
const OWNER = 'postgres://owner:x@db:5432/assay'
const APPLICATION = 'postgres://assay_application:x@db:5432/assay'

const mistakesOf = (environment: Record<string, string>): string[] => {
  try {
    readSettings(environment)
    return []
  } catch (error) {
    if (error instanceof SettingsError) return error.lines
    throw error
  }
}

test('without any setting it starts on loopback with its own database', () => {
  expect(readSettings({})).toMatchObject({ host: '127.0.0.1', port: 3000, database: null, publicUrl: null })
})

test('a secret may stand in a file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'assay-config-')), 'secret')
  writeFileSync(file, `${SECRET}\n`)
  expect(readSettings({ ASSAY_SECRET_FILE: file }).secret).toBe(SECRET)
})

describe('a mistake is one line that names the setting and the cure', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['a port that is no number', { ASSAY_PORT: 'http' }, /^ASSAY_PORT must be a number\.$/],
    ['a port too high', { ASSAY_PORT: '70000' }, /^ASSAY_PORT must be 0/],
    ['a port below zero', { ASSAY_PORT: '-1' }, /^ASSAY_PORT must be 0/],
    ['half a port', { ASSAY_PORT: '3000.5' }, /^ASSAY_PORT must be a whole number\.$/],
    ['an unknown name', { ASSAY_PROT: '3000' }, /^ASSAY_PROT is not a setting/],
    ['a public address without scheme', { ASSAY_PUBLIC_URL: 'assay.example' }, /^ASSAY_PUBLIC_URL must be/],
    [
      'a public address of another scheme',
      { ASSAY_PUBLIC_URL: 'ftp://assay.example' },
      /^ASSAY_PUBLIC_URL must be/,
    ],
    ['plain http in public', { ASSAY_PUBLIC_URL: 'http://assay.example.org' }, /must be https/],
    ['listening to all without a public address', { ASSAY_HOST: '0.0.0.0' }, /^ASSAY_PUBLIC_URL is needed/],
    ['a secret too short', { ASSAY_SECRET: 'short' }, /^ASSAY_SECRET must have at least 32/],
    ['a secret that is no secret', { ASSAY_SECRET: 'a'.repeat(64) }, /^ASSAY_SECRET is too regular/],
    [
      'a secret file that is not there',
      { ASSAY_SECRET_FILE: '/nowhere' },
      /^ASSAY_SECRET_FILE cannot be read: ENOENT/,
    ],
    ['a database that is not PostgreSQL', { DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must look like/],
    [
      'an owner without an application role',
      { DATABASE_URL: OWNER, ASSAY_SECRET: SECRET },
      /^ASSAY_APPLICATION_DATABASE_URL is needed/,
    ],
    [
      'an application role without an owner',
      { ASSAY_APPLICATION_DATABASE_URL: APPLICATION },
      /^DATABASE_URL is needed/,
    ],
    [
      'an external database without a secret',
      { DATABASE_URL: OWNER, ASSAY_APPLICATION_DATABASE_URL: APPLICATION },
      /^ASSAY_SECRET is needed/,
    ],
    ['a pool of one', { ASSAY_DATABASE_POOL: '1' }, /^ASSAY_DATABASE_POOL must be 2/],
    ['a pool of thousands', { ASSAY_DATABASE_POOL: '5000' }, /^ASSAY_DATABASE_POOL must be 2/],
    [
      'a switch that is neither on nor off',
      { ASSAY_NAMED_STATEMENTS: 'yes' },
      /^ASSAY_NAMED_STATEMENTS must be on or off/,
    ],
    [
      'a proxy that is no address',
      { ASSAY_TRUSTED_PROXIES: 'everybody' },
      /^ASSAY_TRUSTED_PROXIES must be addresses/,
    ],
    ['a mail server without scheme', { ASSAY_SMTP_URL: 'mail.example' }, /^ASSAY_SMTP_URL must look like/],
    ['mail without a sender', { ASSAY_SMTP_URL: 'smtp://mail.example' }, /^ASSAY_MAIL_FROM is needed/],
    ['a sender that is no address', { ASSAY_MAIL_FROM: 'Assay' }, /^ASSAY_MAIL_FROM must be/],
    ['a metrics token too short', { ASSAY_METRICS_TOKEN: 'x' }, /^ASSAY_METRICS_TOKEN must have/],
    ['a log level nobody knows', { ASSAY_LOG_LEVEL: 'verbose' }, /^ASSAY_LOG_LEVEL must be/],
    ['a limit of nothing', { ASSAY_REQUESTS_PER_MINUTE: '0' }, /^ASSAY_REQUESTS_PER_MINUTE must be/],
    [
      'a limit that is no number',
      { ASSAY_REQUESTS_PER_MINUTE: 'many' },
      /^ASSAY_REQUESTS_PER_MINUTE must be a number/,
    ],
  ])('%s', (_name, environment, line) => {
    const mistakes = mistakesOf(environment)
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]).toMatch(line)
  })

  test('several mistakes are several lines, told at once, and no value is repeated', () => {
    const mistakes = mistakesOf({ ASSAY_PORT: 'x', ASSAY_SECRET: 'hunter2', ASSAY_NONSENSE: 'hunter2' })
    expect(mistakes).toHaveLength(3)
    expect(mistakes.join()).not.toContain('hunter2')
  })
})

describe('what is written from the schema is up to date (npm run settings)', () => {
  test('.env.example', () => {
    expect(readFileSync('.env.example', 'utf8')).toBe(settingsExample())
  })

  test('docs/configuration.md', () => {
    const page = readFileSync('docs/configuration.md', 'utf8')
    const words = (text: string): string => text.replaceAll(/[\s|-]+/g, ' ')
    expect(words(page)).toBe(words(settingsDocument(page)))
  })
})
