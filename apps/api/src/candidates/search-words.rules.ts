import { fold } from '@assay/contracts'

/**
 * The words of names, addresses and résumés, and the questions put to them. Both sides are folded here and nowhere
 * else: what a database does with case and accents depends on the locale it was made with.
 */
const MAX_WORD = 60
const MAX_SORTABLE = 200
const MAX_QUESTION_WORDS = 10
/** The beginning of a word finds it; a single letter would find half of all people. */
const MIN_NAME_PREFIX = 2
const MIN_RESUME_PREFIX = 4

/** Letters that a keyboard elsewhere lacks, and that no decomposition takes apart. */
const PLAIN: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
}
const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g')

// C++, C# and F# are words of a résumé; so is .net, which begins with a letter all the same.
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:\+\+|#)?/gu
const ADDRESS = /[^\s,;<>()"]+@[^\s,;<>()"]+/gu
/** Written without gaps: a word may begin at any sign. */
const GAPLESS = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const GAPLESS_LENGTH = 8

/** What a name is sorted by and compared with. Letters in fancy dress have capitals of their own: undressed first. */
export const plain = (text: string): string =>
  fold(text.normalize('NFKC')).replaceAll(NOT_PLAIN, (letter) => PLAIN[letter] ?? letter)

/** The same, short enough for an index: some single signs stand for whole phrases. */
export const sortable = (text: string): string => cut([...plain(text)], 0, MAX_SORTABLE)

const cut = (signs: readonly string[], from: number, length: number): string =>
  signs.slice(from, from + length).join('')

const indexed = (word: string): string[] => {
  const signs = [...word]
  if (!GAPLESS.test(word)) return [cut(signs, 0, MAX_WORD)]
  return signs.map((_sign, at) => cut(signs, at, GAPLESS_LENGTH))
}

const unique = (words: readonly string[]): string =>
  [...new Set(words.flatMap((word) => word.split(' ')).filter((word) => word !== ''))].join(' ')

/** The words of names, and of e-mail addresses whole and in parts; parted by single spaces. */
export const nameWords = (names: readonly string[], emails: readonly string[]): string =>
  unique([
    ...emails.map((email) => cut([...plain(email)], 0, 254)),
    ...[...names, ...emails].flatMap((text) => (plain(text).match(WORD) ?? []).flatMap(indexed)),
  ])

/** The words of a text, each once, parted by single spaces. */
export const textWords = (text: string): string => unique((plain(text).match(WORD) ?? []).flatMap(indexed))

const quoted = (word: string, prefix: boolean): string =>
  `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'${prefix ? ':*' : ''}`

const asked = (words: readonly string[], minPrefix: number): string | null => {
  const wanted = [...new Set(words)].slice(0, MAX_QUESTION_WORDS)
  const terms = wanted.map((word) => {
    const signs = [...word]
    if (GAPLESS.test(word)) return quoted(cut(signs, 0, GAPLESS_LENGTH), true)
    return quoted(cut(signs, 0, word.includes('@') ? 254 : MAX_WORD), signs.length >= minPrefix)
  })
  return terms.length === 0 ? null : terms.join(' & ')
}

/** A tsquery for the name box; null when nothing in it can be searched for. */
export const nameQuestion = (typed: string): string | null => {
  const text = plain(typed)
  const addresses = text.match(ADDRESS) ?? []
  return asked([...addresses, ...(text.replaceAll(ADDRESS, ' ').match(WORD) ?? [])], MIN_NAME_PREFIX)
}

/** A tsquery for words of résumés; null when nothing in it can be searched for. */
export const resumeQuestion = (typed: string): string | null =>
  asked(plain(typed).match(WORD) ?? [], MIN_RESUME_PREFIX)
