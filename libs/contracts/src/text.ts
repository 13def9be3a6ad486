import { z } from 'zod'

/**
 * Text rules for everything a person types. PostgreSQL refuses NUL, lone surrogates cannot be stored as UTF-8,
 * and control or bidirectional-override characters make one name look like another: all are refused by name.
 */
const LONE_SURROGATE = /\p{Surrogate}/u
// Format characters hide or turn text; the two joiners stay, since emoji and several scripts are written with them.
const CONTROL_OR_OVERRIDE = /[\p{Cc}\u2028\u2029]|(?![\u200C\u200D])\p{Cf}/u
const BLANK = /^[\s\p{Z}\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]*$/u
const CONTROL_EXCEPT_LAYOUT = /(?![\n\r\t])\p{Cc}/u

/** Nothing that anybody could see: spaces of any kind, and characters without a shape. */
export const isBlank = (text: string): boolean => BLANK.test(text)

const isWellFormed = (value: string): boolean => !LONE_SURROGATE.test(value)

/** One line of text: trimmed, NFC, no line breaks or invisible direction changes. Length counts UTF-16 units. */
export const line = (maximum: number, minimum = 1) =>
  z
    .string()
    .max(maximum * 2, `At most ${maximum} characters.`)
    .transform((value) => (isWellFormed(value) ? value.normalize('NFC').trim() : value))
    .pipe(
      z
        .string()
        .min(minimum, minimum === 1 ? 'Please fill this in.' : `At least ${minimum} characters.`)
        .max(maximum, `At most ${maximum} characters.`)
        .refine(isWellFormed, 'Contains a broken character (half of a surrogate pair).')
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
    .max(maximum, `At most ${maximum} characters.`)
    .refine(isWellFormed, 'Contains a broken character (half of a surrogate pair).')
    .refine((value) => !CONTROL_EXCEPT_LAYOUT.test(value), 'Contains a control character.')
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
