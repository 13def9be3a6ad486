import { QueryRunnerAlreadyReleasedError } from 'typeorm'

/** The database cannot answer now: gone, frozen, starting, out of connections, or too slow. The work was not done. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable'

  constructor(cause: unknown) {
    super('The database does not answer at the moment.', { cause })
  }
}

/** The disk of the database is full: reads go on, writes do not. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull'

  constructor(cause: unknown) {
    super('The disk of the database is full.', { cause })
  }
}

/** A mistake in the setting up of the database that only a person can put right: one sentence with the cure. */
export class DatabaseSetupError extends Error {
  override readonly name = 'DatabaseSetupError'
}

const UNAVAILABLE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  '53300', // too many connections
  '57014', // statement timeout
  '55P03', // lock timeout
  '25P03', // idle in transaction timeout
  '57P01', // terminated by an administrator
  '57P02', // crash shutdown
  '57P03', // starting up
])
const UNAVAILABLE_WORDS =
  /timeout exceeded when trying to connect|timeout expired|Query read timeout|Connection terminated|connection error and is not queryable|Client was closed/i
const FULL_CODES = new Set(['53100', 'ENOSPC'])

const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}

/** Connection lost before the answer: whether the work was done is unknown, so only reads are tried again. */
export const isConnectionLoss = (error: unknown): boolean => {
  const code = codeOf(error)
  return (
    code === 'ECONNRESET' ||
    code === 'EPIPE' ||
    code.startsWith('57P') ||
    error instanceof QueryRunnerAlreadyReleasedError ||
    /Connection terminated|not queryable/i.test(String((error as Error | null)?.message))
  )
}

/** Turns what pg and TypeORM throw into the two errors the rest of the house knows; anything else passes. */
export const translateDatabaseError = (error: unknown): unknown => {
  if (error instanceof DatabaseUnavailable || error instanceof StorageFull) return error
  const driverError = (error as { driverError?: unknown } | null)?.driverError ?? error
  const code = codeOf(driverError)
  if (FULL_CODES.has(code)) return new StorageFull(error)
  const message = driverError instanceof Error ? driverError.message : ''
  if (UNAVAILABLE_CODES.has(code) || code.startsWith('08') || UNAVAILABLE_WORDS.test(message)) {
    return new DatabaseUnavailable(error)
  }
  return error
}
