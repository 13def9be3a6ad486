import type { Suggestion } from './reading.ts'
import type { RawText } from './read-pdf.ts'

type Json = string | number | boolean | null | Json[] | { [field: string]: Json }

/** Its words in their order, a line for each: what a search looks through and a person can read. */
export const readJsonResume = (bytes: Uint8Array): RawText & { suggestions: Suggestion[] } => {
  const resume = JSON.parse(new TextDecoder().decode(bytes)) as { [field: string]: Json }
  const lines: string[] = []
  for (const [section, content] of Object.entries(resume)) {
    if (!section.startsWith('$') && section !== 'meta') gather(content, lines)
  }
  return { text: lines.join('\n'), isCut: false, pages: null, suggestions: suggestionsOf(resume['basics']) }
}

const gather = (value: Json, lines: string[]): void => {
  if (typeof value === 'string' || typeof value === 'number') lines.push(String(value))
  else if (Array.isArray(value)) for (const item of value) gather(item, lines)
  else if (typeof value === 'object' && value !== null) {
    lines.push('')
    for (const part of Object.values(value)) gather(part, lines)
  }
}

const FIELDS: [name: string, field: Suggestion['field']][] = [
  ['name', 'name'],
  ['email', 'email'],
  ['phone', 'phone'],
  ['url', 'link'],
]

const suggestionsOf = (basics: Json | undefined): Suggestion[] => {
  const facts = fieldsOf(basics)
  const own = FIELDS.map(([name, field]) => ({ field, value: facts[name], path: `basics.${name}` }))
  const profiles = Array.isArray(facts['profiles']) ? facts['profiles'] : []
  const links = profiles.map((profile, index) => ({
    field: 'link' as const,
    value: fieldsOf(profile)['url'],
    path: `basics.profiles.${index}.url`,
  }))
  return [...own, ...links].flatMap(({ field, value, path }) => {
    const said = typeof value === 'string' ? value.trim() : ''
    return said === '' || said.length > 500 ? [] : [{ field, value: said, place: { path } }]
  })
}

const fieldsOf = (value: Json | undefined): { [field: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
