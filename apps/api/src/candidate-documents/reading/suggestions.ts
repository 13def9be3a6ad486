import type { Suggestion, TextPlace } from './reading.ts'
import { emailsIn, linksIn, nameIn, phonesIn, type Found } from './finders.ts'

const MOST_OF_A_KIND = 10
/** A résumé says who it is about at its beginning; a list of publications holds other people's addresses. */
const LOOKED_THROUGH = 100_000

/**
 * What a text may say about the person: each finder walks over the text once, without patterns that can go back and
 * try again, so that no text takes long.
 */
export const suggestionsIn = (text: string): Suggestion[] => {
  const beginning = text.slice(0, LOOKED_THROUGH)
  const found: [Suggestion['field'], Found[]][] = [
    ['name', nameIn(beginning)],
    ['email', emailsIn(beginning)],
    ['phone', phonesIn(beginning)],
    ['link', linksIn(beginning)],
  ]
  const lines = lineStarts(beginning)
  return found.flatMap(([field, all]) =>
    withoutTwins(all)
      .slice(0, MOST_OF_A_KIND)
      .map(({ value, from, to }) => ({ field, value, place: placeOf(lines, from, to) })),
  )
}

const withoutTwins = (all: Found[]): Found[] => {
  const seen = new Set<string>()
  return all.filter(({ value }) => {
    const key = value.toLowerCase()
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

const lineStarts = (text: string): number[] => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

const placeOf = (starts: number[], from: number, to: number): TextPlace => {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (starts[middle]! <= from) low = middle
    else high = middle - 1
  }
  return { from, to, line: low + 1 }
}
