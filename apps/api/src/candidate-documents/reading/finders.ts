/** A piece of a text, and where it stands. */
export interface Found {
  value: string
  from: number
  to: number
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isLatinLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
const isAlphanumeric = (code: number): boolean => isDigit(code) || isLatinLetter(code)

const codes = (text: string): Set<number> => new Set([...text].map((character) => character.charCodeAt(0)))
const MAILBOX_SIGNS = codes(`.!#$%&'*+-/=?^_{|}~`)
const OUTER_MAILBOX_SIGNS = codes(`.'*=/|{}^~!?#$%&-`)

type May = (code: number) => boolean

/** Where the walk to the right ends: at most `most` steps, as long as it may. */
const rightward = (text: string, from: number, most: number, may: May): number => {
  let end = from
  while (end < text.length && end - from < most && may(text.charCodeAt(end))) end += 1
  return end
}
const leftward = (text: string, from: number, most: number, may: May): number => {
  let end = from
  while (end > 0 && from - end < most && may(text.charCodeAt(end - 1))) end -= 1
  return end
}

/** From each @ to both sides, as far as an address goes: 64 characters and 253. */
export const emailsIn = (text: string): Found[] => {
  const found: Found[] = []
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let from = leftward(text, at, 65, isOfMailbox)
    while (from < at && OUTER_MAILBOX_SIGNS.has(text.charCodeAt(from))) from += 1
    let to = rightward(text, at + 1, 254, isOfDomain)
    while (to > at && !isAlphanumeric(text.charCodeAt(to - 1))) to -= 1
    if (at - from < 1 || at - from > 64 || text[at - 1] === '.') continue
    if (isDomain(text.slice(at + 1, to))) found.push({ value: text.slice(from, to).toLowerCase(), from, to })
  }
  return found
}

const isOfMailbox = (code: number): boolean => isAlphanumeric(code) || MAILBOX_SIGNS.has(code)
const isOfDomain = (code: number): boolean => isAlphanumeric(code) || code === 45 || code === 46

const isDomain = (domain: string): boolean => {
  const labels = domain.split('.')
  const top = labels.at(-1) ?? ''
  return (
    labels.length >= 2 &&
    domain.length <= 253 &&
    labels.every((label) => label.length > 0 && label.length <= 63 && !label.startsWith('-')) &&
    top.length >= 2 &&
    [...top].every((character) => isLatinLetter(character.charCodeAt(0)))
  )
}

const PHONE_SIGNS = codes(' -./()\u00A0\u2009\u202F\u2010\u2011\u2013')
const SHORTEST_PHONE = 7
const LONGEST_PHONE = 30
const isOfPhone = (code: number): boolean => isDigit(code) || PHONE_SIGNS.has(code)

/** Runs of digits with what stands between them in a telephone number; years and dates are left out. */
export const phonesIn = (text: string): Found[] => {
  const found: Found[] = []
  for (let at = 0; at < text.length; at += 1) {
    const first = text.charCodeAt(at)
    if (!isDigit(first) && first !== 43 /* + */ && first !== 40 /* ( */) continue
    const before = at === 0 ? 32 : text.charCodeAt(at - 1)
    const end = rightward(text, at + 1, text.length, isOfPhone)
    let to = end
    while (to > at + 1 && !isDigit(text.charCodeAt(to - 1))) to -= 1
    const after = text.charCodeAt(to)
    const stands = !isAlphanumeric(before) && !isAlphanumeric(after) && before !== 47 && after !== 64
    if (stands && to - at >= SHORTEST_PHONE && to - at <= LONGEST_PHONE) {
      const value = text.slice(at, to)
      if (isPhone(value)) found.push({ value, from: at, to })
    }
    at = end - 1
  }
  return found
}

const isPhone = (value: string): boolean => {
  const digits = [...value].filter((character) => isDigit(character.charCodeAt(0))).join('')
  if (digits.length < SHORTEST_PHONE || digits.length > 15) return false
  if (value.startsWith('+')) return true
  const groups = value.split(/[^0-9]+/).filter(Boolean)
  const isYears =
    groups.every((group) => group.length <= 4) && groups.some((group) => /^(19|20)\d\d$/.test(group))
  return (
    !isYears && (value.startsWith('0') || value.startsWith('(') || digits.length >= 9) && groups.length <= 7
  )
}

const LINK_STARTS = ['https://', 'http://', 'www.', 'linkedin.com/', 'github.com/', 'gitlab.com/']
const FIRST_LETTERS = codes(LINK_STARTS.map((start) => start[0]).join(''))
const LONGEST_LINK = 300
const NO_PART_OF_A_LINK = codes(' \n\t<>"\'`()[]{}|\\^\u00A0,;')

const isOfLink = (code: number): boolean => !NO_PART_OF_A_LINK.has(code)

/** Addresses that begin as addresses do; an `http://` to come is not needed for well-known places. */
export const linksIn = (text: string): Found[] => {
  const found: Found[] = []
  const lower = text.toLowerCase()
  // A letter that becomes two in lower case would shift all places after it; then letters are taken as they are.
  const searched = lower.length === text.length ? lower : text
  let at = 0
  while (at < searched.length) {
    const start = FIRST_LETTERS.has(searched.charCodeAt(at))
      ? LINK_STARTS.find((candidate) => searched.startsWith(candidate, at))
      : undefined
    if (start === undefined || (at > 0 && isAlphanumeric(searched.charCodeAt(at - 1)))) {
      at += 1
      continue
    }
    let to = rightward(text, at, LONGEST_LINK + 1, isOfLink)
    while (to > at && '.:!?*_-'.includes(text[to - 1]!)) to -= 1
    const value = linkOf(text.slice(at, to))
    if (value !== null) found.push({ value, from: at, to })
    at = Math.max(at + start.length, to)
  }
  return found
}

/** Written out and well-formed, or null. */
const linkOf = (said: string): string | null => {
  if (said.length > LONGEST_LINK) return null
  const whole = /^https?:/i.test(said) ? said : `https://${said}`
  if (!URL.canParse(whole)) return null
  const { hostname, username, password } = new URL(whole)
  return hostname.includes('.') && username === '' && password === '' ? whole : null
}

const LOOKED_AT_LINES = 6
const LONGEST_NAME = 60
const TITLES = new Set(
  [
    'curriculum vitae',
    'résumé',
    'resume',
    'cv',
    'lebenslauf',
    'profile',
    'contact',
    'personal details',
    'about me',
    'cover letter',
    'hoja de vida',
    'page 1',
  ].map((title) => title.normalize('NFC')),
)

/** One of the first lines, if it looks like a name: two to five words that begin as names do, without digits. */
export const nameIn = (text: string): Found[] => {
  let from = 0
  for (let seen = 0; seen < LOOKED_AT_LINES && from < text.length;) {
    const end = text.indexOf('\n', from)
    const to = end === -1 ? text.length : end
    const line = text.slice(from, Math.min(to, from + 400))
    const name = line.trim()
    if (name !== '') seen += 1
    if (isName(name)) {
      const start = from + line.indexOf(name)
      return [{ value: name, from: start, to: start + name.length }]
    }
    from = to + 1
  }
  return []
}

const WORD_OF_A_NAME =
  /^(?:[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’\-\u200C\u200D]*|de|da|di|do|dos|del|van|von|der|den|la|le|el|al|bin|ibn|y|e)$/u

const isName = (line: string): boolean => {
  if (line.length === 0 || line.length > LONGEST_NAME || TITLES.has(line.toLowerCase())) return false
  const words = line.split(/\s+/)
  if (words.length < 2 || words.length > 5) return false
  return words.every((word) => WORD_OF_A_NAME.test(word)) && /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(words[0]!)
}
