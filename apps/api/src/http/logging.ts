import { currentContext } from '@assay/persistence'
import type { LoggerService } from '@nestjs/common'
import { type DestinationStream, type Logger, pino } from 'pino'

export const LOG = Symbol('log')

/** Field names whose values never reach a log, wherever they stand. */
const SECRET_FIELDS = [
  'password',
  'currentPassword',
  'newPassword',
  'token',
  'cookie',
  'authorization',
  'secret',
]

const LEVEL_WORDS = { level: (label: string) => ({ level: label }) }

/** Lines are gathered for a moment: one system call for many of them. The end of the process writes what is left. */
const FLUSH_MS = 200

/** JSON lines on standard output; each carries the id of the request it belongs to. */
export const createLog = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: LEVEL_WORDS,
      redact: {
        paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
        censor: '(kept secret)',
      },
      serializers: { err: safeError },
      mixin: () => {
        const requestId = currentContext()?.requestId
        return requestId ? { requestId } : {}
      },
    },
    destination ?? pino.destination({ fd: 1, sync: false, minLength: 4_096, periodicFlush: FLUSH_MS }),
  )

/**
 * For the one line of each answered request, written to the same place. Its fields are ours and named, so it does
 * without the search for secrets, which would cost more than the line.
 */
export const createAccessLog = (log: Logger): Logger =>
  pino(
    { level: log.level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: LEVEL_WORDS },
    (log as unknown as Record<symbol, DestinationStream>)[pino.symbols.streamSym],
  )

/** An error of the database carries the statement's parameters, which may be anything a person typed: left out. */
const safeError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return String(error)
  const { code } = error as { code?: unknown }
  return {
    name: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: safeError(error.cause) }),
  }
}

/** Nest's own lines, at the level they deserve: its start-up chatter is for debugging. */
export const nestLogger = (log: Logger): LoggerService => ({
  log: (message: unknown) => log.debug(String(message)),
  error: (message: unknown, ...rest: unknown[]) => log.error({ detail: rest.map(String) }, String(message)),
  warn: (message: unknown) => log.warn(String(message)),
})
