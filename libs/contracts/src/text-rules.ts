/**
 * Text rules for everything a person types. PostgreSQL refuses NUL, lone surrogates cannot be stored as UTF-8,
 * and control or bidirectional-override characters make one name look like another: all are refused by name.
 */
const LONE_SURROGATE = /\p{Surrogate}/u
// Format characters hide or turn text; the two joiners stay, since emoji and several scripts are written with them.
export const CONTROL_OR_OVERRIDE = /[\p{Cc}\u2028\u2029]|(?![\u200C\u200D])\p{Cf}/u
export const CONTROL_EXCEPT_LAYOUT = /(?![\n\r\t])\p{Cc}/u
const BLANK = /^[\s\p{Z}\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]*$/u

/** Nothing that anybody could see: spaces of any kind, and characters without a shape. */
export const isBlank = (text: string): boolean => BLANK.test(text)

export const isWellFormed = (value: string): boolean => !LONE_SURROGATE.test(value)

export const textRefusals = {
  tooLong: (maximum: number): string => `At most ${maximum} characters.`,
  broken: 'Contains a broken character (half of a surrogate pair).',
  control: 'Contains a control character.',
} as const

/** Why several lines of text are refused, as the contract says it; null when they are fine. */
export const wrongInProse = (value: string, maximum: number): string | null => {
  if (value.length > maximum) return textRefusals.tooLong(maximum)
  if (!isWellFormed(value)) return textRefusals.broken
  return CONTROL_EXCEPT_LAYOUT.test(value) ? textRefusals.control : null
}
