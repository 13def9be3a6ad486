import type { Block, DocumentDefinition, Words } from '../../documents/document-definition.ts'

/** A name and what stands in its place. */
export interface Replacement {
  name: string
  by: string
}

export interface Redaction {
  names: readonly Replacement[]
  /** Telephone numbers of the candidate, as they were typed. */
  phones: readonly string[]
  /** Addresses of the candidate's pages, as they were typed. */
  links: readonly string[]
  /** Also every e-mail address, whoever's it is. */
  contacts: boolean
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const asWord = (text: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(text)}(?![\\p{L}\\p{N}])`, flags)

/** Shorter parts of names are initials and particles, which stand in many words' places. */
const SHORTEST_PART = 3
const FEWEST_DIGITS = 6
const EMAIL = /[^\s@<>()"',;:]{1,64}@[^\s@<>()"',;:]{1,250}\.[\p{L}]{2,24}/gu

/** The whole name however it is written, and each part of it as a word of its own, written as in the name. */
const patternsOf = ({ name, by }: Replacement): [RegExp, string][] => {
  const parts = name.split(/[\s\-.]+/).filter((part) => part.length >= SHORTEST_PART)
  return [[asWord(name, 'giu'), by], ...parts.map((part): [RegExp, string] => [asWord(part, 'gu'), by])]
}

/** The same digits, whatever stands between them. */
const phonePattern = (phone: string): RegExp | null => {
  const digits = phone.replace(/\D/g, '')
  return digits.length < FEWEST_DIGITS
    ? null
    : new RegExp(`\\+?\\(?${[...digits].join('[ ()./-]{0,3}')}(?!\\d)`, 'g')
}

/** Replaces names, telephone numbers and e-mail addresses in a text. */
export const redactorOf = ({ names, phones, links, contacts }: Redaction): ((text: string) => string) => {
  const patterns: [RegExp, string][] = [
    ...(contacts ? [[EMAIL, '[e-mail address]'] as [RegExp, string]] : []),
    ...links.map((link): [RegExp, string] => [new RegExp(escaped(link), 'giu'), '[link]']),
    ...phones.flatMap((phone): [RegExp, string][] => {
      const pattern = phonePattern(phone)
      return pattern ? [[pattern, '[telephone]']] : []
    }),
    ...names.flatMap(patternsOf),
  ]
  return (text) => patterns.reduce((left, [pattern, by]) => left.replace(pattern, () => by), text)
}

const words = (said: Words, change: (text: string) => string): Words =>
  typeof said === 'string'
    ? change(said)
    : said.map((run) => (typeof run === 'string' ? change(run) : { ...run, text: words(run.text, change) }))

const block = (one: Block, change: (text: string) => string): Block => {
  const all = (blocks: readonly Block[]): Block[] => blocks.map((inner) => block(inner, change))
  if ('text' in one) return { ...one, text: words(one.text, change) }
  if ('stack' in one) return { ...one, stack: all(one.stack) }
  if ('columns' in one) return { ...one, columns: all(one.columns) }
  if ('table' in one) return { ...one, table: { ...one.table, body: one.table.body.map(all) } }
  return { ...one, ...(one.ul && { ul: all(one.ul) }), ...(one.ol && { ol: all(one.ol) }) }
}

/** Everything that the document says, also what somebody typed. */
export const redacted = (document: DocumentDefinition, redaction: Redaction): DocumentDefinition => {
  const change = redactorOf(redaction)
  return {
    ...document,
    title: change(document.title),
    foot: document.foot.map(change),
    content: document.content.map((one) => block(one, change)),
  }
}
