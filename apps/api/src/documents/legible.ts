import { type Face, firstTypeface, typefaceFor, type TypefaceName } from './typefaces.ts'

/** What a reader of the document must be told about its texts. */
export interface Losses {
  /** Characters that no typeface has, each with the sign that stands for it. */
  missing: Set<string>
  /** Words of scripts that run from right to left are set one after the other from the left. */
  rightToLeft: boolean
}

export interface SetRun {
  text: string
  font: TypefaceName
}

/** Stands, always visibly, for a character that no typeface has. */
const STAND_IN = '\u25AF'
const BROKEN = '\uFFFD'

const CONTROL = /(?![\n\t])\p{Cc}/gu
// Joiners, marks of order and variation selectors have no picture of their own: without them every word is still there.
const INVISIBLE = /(?![\u200C\u200D])\p{Cf}|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu
// Without a place to break it, a word longer than a line is measured again for every line: time and memory explode.
const LONG_WORD = /[^\s]{60,}/g
const PIECE = /(?:\P{M}\p{M}*){20}(?=.)/gu
const MAY_BREAK = '\u200B'
const withBreaks = (word: string): string => word.replace(PIECE, (piece) => piece + MAY_BREAK)

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const RIGHT_TO_LEFT_PHRASE = new RegExp(
  `${RIGHT_TO_LEFT.source}[^ \n]*(?: ${RIGHT_TO_LEFT.source}[^ \n]*)+`,
  'gu',
)
/** A name or a few words surely stay on one line; of a longer text the lines keep their order, not the words. */
const ONE_LINE = 60
const fromTheRight = (phrase: string): string =>
  phrase.length > ONE_LINE ? phrase : phrase.split(' ').toReversed().join(' ')

const JOINER = /^[\u200C\u200D]$/

/**
 * Divides a text into runs that one typeface can set. Nothing is dropped without a trace: what no typeface has is
 * shown by a sign and reported. The same characters always come out the same.
 */
export const setRuns = (text: string, face: Face, losses: Losses): SetRun[] => {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '    ')
    .replace(CONTROL, BROKEN)
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(LONG_WORD, withBreaks)
  losses.rightToLeft ||= RIGHT_TO_LEFT.test(clean)
  const runs: SetRun[] = []
  for (const character of clean.replace(RIGHT_TO_LEFT_PHRASE, fromTheRight))
    add(runs, character, face, losses)
  return runs
}

const add = (runs: SetRun[], character: string, face: Face, losses: Losses): void => {
  const last = runs.at(-1)
  if (character === '\n' || character === ' ') {
    // A space within a run from right to left would change sides.
    if (last && !RIGHT_TO_LEFT.test(last.text)) last.text += character
    else runs.push({ text: character, font: firstTypeface(face) })
    return
  }
  const font = typefaceFor(face, character)
  if (font === undefined) {
    if (JOINER.test(character)) return
    losses.missing.add(character)
    append(runs, STAND_IN, typefaceFor(face, STAND_IN)!)
    return
  }
  append(runs, character, font)
}

const append = (runs: SetRun[], text: string, font: TypefaceName): void => {
  const last = runs.at(-1)
  if (last?.font === font) last.text += text
  else runs.push({ text, font })
}
