const LONGEST = 120

/** Hidden or turning characters; the two joiners stay, since names of several scripts are written with them. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu
const BLANK = /^[\s\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]*$/u

/**
 * The name a file came with, for people to read: one line, without folders and without characters that hide or turn
 * others. It is never a name on our disk, and says nothing about what the file is.
 */
export const readableName = (given: string | undefined): string => {
  const wellFormed = (given ?? '').slice(-2_000).toWellFormed().normalize('NFC')
  const last = wellFormed.slice(Math.max(wellFormed.lastIndexOf('/'), wellFormed.lastIndexOf('\\')) + 1)
  const tidy = last.replace(UNSEEN, ' ').split(/\s+/u).filter(Boolean).join(' ')
  const name = withoutOuterDots(tidy)
  return BLANK.test(name) ? 'document' : shortened(name)
}

const withoutOuterDots = (name: string): string => {
  let [from, to] = [0, name.length]
  while (from < to && (name[from] === '.' || name[from] === ' ')) from += 1
  while (to > from && (name[to - 1] === '.' || name[to - 1] === ' ')) to -= 1
  return name.slice(from, to)
}

/** Cut in the middle of a name, so that its ending stays to be seen. */
const shortened = (name: string): string => {
  const letters = [...name]
  if (letters.length <= LONGEST) return name
  const ending = extensionOf(name)
  const room = LONGEST - ending.length - 1
  return `${letters.slice(0, room).join('')}…${ending}`
}

/** With its dot, in lower case; empty where the name has none that looks like one. */
export const extensionOf = (name: string): string => {
  const dot = name.lastIndexOf('.')
  const ending = name.slice(dot).toLowerCase()
  return dot > 0 && ending.length <= 10 && /^\.[a-z0-9]+$/.test(ending) ? ending : ''
}
