import { z } from 'zod'
import {
  CONTROL_EXCEPT_LAYOUT,
  CONTROL_OR_OVERRIDE,
  isBlank,
  isWellFormed,
  textRefusals,
} from './text-rules.ts'

/** One line of text: trimmed, NFC, no line breaks or invisible direction changes. Length counts UTF-16 units. */
export const line = (maximum: number, minimum = 1) =>
  z
    .string()
    .max(maximum * 2, textRefusals.tooLong(maximum))
    .transform((value) => (isWellFormed(value) ? value.normalize('NFC').trim() : value))
    .pipe(
      z
        .string()
        .min(minimum, minimum === 1 ? 'Please fill this in.' : `At least ${minimum} characters.`)
        .max(maximum, textRefusals.tooLong(maximum))
        .refine(isWellFormed, textRefusals.broken)
        .refine(
          (value) => !CONTROL_OR_OVERRIDE.test(value),
          'Contains a line break, a control character or a hidden direction change.',
        )
        .refine((value) => !isBlank(value), 'Please fill this in.'),
    )

/** Several lines of text: as typed (NFC), line breaks and tabs allowed. */
export const prose = (maximum: number, minimum = 0) =>
  z
    .string()
    .min(minimum, 'Please fill this in.')
    .max(maximum, textRefusals.tooLong(maximum))
    .refine(isWellFormed, textRefusals.broken)
    .refine((value) => !CONTROL_EXCEPT_LAYOUT.test(value), textRefusals.control)
    .refine((value) => minimum === 0 || !isBlank(value), 'Please fill this in.')
    .transform((value) => value.normalize('NFC'))

export const personName = line(200)

/** An e-mail address, lower-cased: unique in the installation. */
export const emailAddress = z
  .string()
  .max(254, 'At most 254 characters.')
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.email('This is not an e-mail address.'))

/** UUIDv7, made by the application, so that keys sort by time of creation. */
export const id = z.uuid('This is not an id.')
/** ISO 8601, UTC. Answers may be built from rows as they are: a Date becomes its text here. */
export const moment = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString() : value),
  z.iso.datetime(),
)
/** Counts saves of a record; the value of its ETag. */
export const revision = z.int().min(1)

export const byId = z.strictObject({ id })
