import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

/** Settings whose value may stand in a file instead: `<NAME>_FILE=/run/secrets/...`. */
export const SECRET_SETTINGS = [
  'DATABASE_URL',
  'ASSAY_APPLICATION_DATABASE_URL',
  'ASSAY_SECRET',
  'ASSAY_METRICS_TOKEN',
  'ASSAY_SMTP_URL',
] as const

/** As root the embedded server runs as another user, who must be able to reach the data. */
const defaultDirectory = (): string => (process.getuid?.() === 0 ? '/var/lib/assay' : './data')

const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must look like postgres://user:password@host:5432/database')
  .refine((url) => URL.canParse(url), 'must look like postgres://user:password@host:5432/database')

const flag = z.enum(['on', 'off'], 'must be on or off').transform((value) => value === 'on')
const port = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(0, 'must be 0 (any free port) to 65535')
  .max(65_535, 'must be 0 (any free port) to 65535')

/** Every setting there is. `.describe` is the line in `.env.example` and in docs/configuration.md. */
export const settingsShape = z.object({
  ASSAY_HOST: z
    .string()
    .min(1, 'must be an address such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1')
    .describe('Address to listen on; 0.0.0.0 for all.'),
  ASSAY_PORT: port.default(3000).describe('Port to listen on; 0 takes a free one.'),
  ASSAY_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://assay.example.org' })
    .optional()
    .describe(
      'Address that people open, for links and for the check of origins. Needed unless the host is loopback.',
    ),
  ASSAY_DATA_DIRECTORY: z
    .string()
    .min(1, 'must be a directory')
    .optional()
    .describe(
      'Where the embedded database, the generated secret and uploaded files live. ./data, or /var/lib/assay as root.',
    ),
  DATABASE_URL: postgresUrl
    .optional()
    .describe(
      'The owner of an external PostgreSQL database (15 or newer). Unset: the embedded server is used.',
    ),
  ASSAY_APPLICATION_DATABASE_URL: postgresUrl
    .optional()
    .describe('The role the application works as on that database; made at first start when the owner may.'),
  ASSAY_DATABASE_POOL: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(2, 'must be 2 to 100')
    .max(100, 'must be 2 to 100')
    .default(8)
    .describe('Connections of one process. Four for each core of the database server is plenty.'),
  ASSAY_NAMED_STATEMENTS: flag
    .default(true)
    .describe('off behind a pooler that cannot keep named statements (pgbouncer before 1.21).'),
  ASSAY_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters (openssl rand -base64 48)')
    .refine((value) => new Set(value).size >= 12, 'is too regular to be a secret (openssl rand -base64 48)')
    .optional()
    .describe(
      'All signing keys are derived from it. Needed with DATABASE_URL; otherwise made and kept in the data directory.',
    ),
  ASSAY_TRUSTED_PROXIES: z
    .string()
    .default('')
    .refine(
      (list) =>
        list.split(',').every((item) => item.trim() === '' || /^[\d.a-f:]+(\/\d+)?$/i.test(item.trim())),
      {
        message: 'must be addresses or networks, separated by commas (10.0.0.0/8)',
      },
    )
    .describe('Proxies whose X-Forwarded-For is believed, as addresses or networks separated by commas.'),
  ASSAY_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./, 'must look like smtps://user:password@mail.example.org')
    .optional()
    .describe('Mail server for invitations and resets. Unset: admins copy links instead.'),
  ASSAY_MAIL_FROM: z
    .email('must be an e-mail address')
    .optional()
    .describe('Sender of mail. Needed with ASSAY_SMTP_URL.'),
  ASSAY_METRICS_TOKEN: z
    .string()
    .min(20, 'must have at least 20 characters')
    .optional()
    .describe('Bearer token for /metrics. Unset: there is no /metrics.'),
  ASSAY_REQUESTS_PER_MINUTE: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(10, 'must be 10 to 10000000')
    .max(10_000_000, 'must be 10 to 10000000')
    .default(1200)
    .describe(
      'Requests that one account or token may make in a minute; a tenth of it for public commands of one address.',
    ),
  ASSAY_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug'], 'must be fatal, error, warn, info or debug')
    .default('info')
    .describe('How much is logged: fatal, error, warn, info or debug.'),
})

export type RawSettings = z.infer<typeof settingsShape>

/** The settings in the words of the code. */
export interface Settings {
  host: string
  port: number
  publicUrl: string | null
  dataDirectory: string
  database: { ownerUrl: string; applicationUrl: string } | null
  databasePool: number
  namedStatements: boolean
  secret: string | null
  trustedProxies: string[]
  mail: { smtpUrl: string; from: string } | null
  metricsToken: string | null
  requestsPerMinute: number
  logLevel: RawSettings['ASSAY_LOG_LEVEL']
}

/** One line for each mistake; the process ends with exit code 78 (EX_CONFIG). */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
  readonly lines: string[]

  constructor(lines: string[]) {
    super(lines.join('\n'))
    this.lines = lines
  }
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

type Environment = Record<string, string | undefined>

export const readSettings = (environment: Environment): Settings => {
  const mistakes: string[] = []
  const values = withSecretFiles(withoutBlanks(environment), mistakes)
  mistakes.push(...unknownNames(environment))
  const parsed = settingsShape.safeParse(values)
  if (!parsed.success) {
    // One line for each setting: the first thing that is wrong with it.
    const first = new Map(parsed.error.issues.toReversed().map((issue) => [issue.path[0], issue.message]))
    for (const [name, message] of [...first].toReversed()) mistakes.push(`${String(name)} ${message}.`)
    throw new SettingsError(mistakes)
  }
  mistakes.push(...contradictions(parsed.data))
  if (mistakes.length > 0) throw new SettingsError(mistakes)
  return toSettings(parsed.data)
}

const withoutBlanks = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))

const withSecretFiles = (environment: Environment, mistakes: string[]): Environment => {
  const values = { ...environment }
  for (const name of SECRET_SETTINGS) {
    const file = environment[`${name}_FILE`]
    if (!file) continue
    if (environment[name]) mistakes.push(`${name} and ${name}_FILE are both set: keep one.`)
    try {
      values[name] = readFileSync(file, 'utf8').trim()
    } catch (error) {
      mistakes.push(
        `${name}_FILE cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}.`,
      )
    }
  }
  return values
}

const unknownNames = (environment: Environment): string[] => {
  const known = new Set([
    ...Object.keys(settingsShape.shape),
    ...SECRET_SETTINGS.map((name) => `${name}_FILE`),
  ])
  return Object.keys(environment)
    .filter((name) => name.startsWith('ASSAY_') && !known.has(name))
    .map((name) => `${name} is not a setting of Assay (see .env.example).`)
}

const contradictions = (raw: RawSettings): string[] => {
  const found: string[] = []
  if (raw.DATABASE_URL && !raw.ASSAY_APPLICATION_DATABASE_URL) {
    found.push(
      'ASSAY_APPLICATION_DATABASE_URL is needed with DATABASE_URL: the role the application works as.',
    )
  }
  if (raw.ASSAY_APPLICATION_DATABASE_URL && !raw.DATABASE_URL) {
    found.push('DATABASE_URL is needed with ASSAY_APPLICATION_DATABASE_URL: the owner of the database.')
  }
  if (raw.DATABASE_URL && !raw.ASSAY_SECRET) {
    found.push('ASSAY_SECRET is needed with DATABASE_URL: every process must sign with the same keys.')
  }
  if (raw.ASSAY_SMTP_URL && !raw.ASSAY_MAIL_FROM) {
    found.push('ASSAY_MAIL_FROM is needed with ASSAY_SMTP_URL: the sender of mail.')
  }
  if (!raw.ASSAY_PUBLIC_URL && !LOOPBACK.has(raw.ASSAY_HOST)) {
    found.push('ASSAY_PUBLIC_URL is needed when ASSAY_HOST is not loopback: the address that people open.')
  }
  if (raw.ASSAY_PUBLIC_URL && isPlainAndRemote(raw.ASSAY_PUBLIC_URL)) {
    found.push(
      'ASSAY_PUBLIC_URL must be https:// (http is for loopback only): sign-in cookies would travel in the clear.',
    )
  }
  return found
}

const isPlainAndRemote = (address: string): boolean => {
  const url = new URL(address)
  return url.protocol === 'http:' && !LOOPBACK.has(url.hostname.replace(/^\[|\]$/g, ''))
}

const toSettings = (raw: RawSettings): Settings => ({
  host: raw.ASSAY_HOST,
  port: raw.ASSAY_PORT,
  publicUrl: raw.ASSAY_PUBLIC_URL ? new URL(raw.ASSAY_PUBLIC_URL).origin : null,
  dataDirectory: resolve(raw.ASSAY_DATA_DIRECTORY ?? defaultDirectory()),
  database:
    raw.DATABASE_URL && raw.ASSAY_APPLICATION_DATABASE_URL
      ? { ownerUrl: raw.DATABASE_URL, applicationUrl: raw.ASSAY_APPLICATION_DATABASE_URL }
      : null,
  databasePool: raw.ASSAY_DATABASE_POOL,
  namedStatements: raw.ASSAY_NAMED_STATEMENTS,
  secret: raw.ASSAY_SECRET ?? null,
  trustedProxies: raw.ASSAY_TRUSTED_PROXIES.split(',')
    .map((item) => item.trim())
    .filter(Boolean),
  mail:
    raw.ASSAY_SMTP_URL && raw.ASSAY_MAIL_FROM
      ? { smtpUrl: raw.ASSAY_SMTP_URL, from: raw.ASSAY_MAIL_FROM }
      : null,
  metricsToken: raw.ASSAY_METRICS_TOKEN ?? null,
  requestsPerMinute: raw.ASSAY_REQUESTS_PER_MINUTE,
  logLevel: raw.ASSAY_LOG_LEVEL,
})

export const databaseDirectory = (settings: Settings): string => join(settings.dataDirectory, 'postgres')

/** Injection tokens. The public URL is a function, since a free port is known only once it listens. */
export const SETTINGS = Symbol('settings')
export const PUBLIC_URL = Symbol('public url')
export const DEMO = Symbol('demo')
/** Whether this process answers requests: a command leaves work that waits in rows to a server. */
export const SERVING = Symbol('serving')
