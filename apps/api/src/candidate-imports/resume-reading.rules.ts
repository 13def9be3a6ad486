import { createCandidate, type ImportOptions, jsonResume, type JsonResume } from '@assay/contracts'
import type { Fault } from './cells.rules.ts'
import type { RowReading } from './row-reading.rules.ts'

/** The largest that is kept as a document. */
const LARGEST = 1_048_576

interface Draft {
  facts: Record<string, unknown>
  /** Where in the résumé each fact stands. */
  from: Map<string, string>
}

/** A résumé as a candidate: who it is about and how to reach them. All else stays in the document. */
export const readResume = (content: string, options: ImportOptions): Omit<RowReading, 'place'> => {
  const resume = jsonResume.safeParse(JSON.parse(content))
  if (!resume.success) {
    const faults = resume.error.issues.map(({ path, message }) => ({
      column: null,
      path: path.map(String).join('.').slice(0, 200) || null,
      because: message,
    }))
    return { name: nameIn(content), facts: null, faults, said: [], from: new Map() }
  }
  const draft = drafted(resume.data, options)
  const faults = [...tooLarge(content), ...faultsOf(draft)]
  const parsed = createCandidate.safeParse(draft.facts)
  return {
    name: resume.data.basics.name?.trim().slice(0, 200) || null,
    facts: parsed.data ?? null,
    faults,
    said: shown(draft.facts),
    from: new Map(),
  }
}

const nameIn = (content: string): string | null => {
  const { basics } = (JSON.parse(content) ?? {}) as { basics?: { name?: unknown } }
  return typeof basics?.name === 'string' ? basics.name.trim().slice(0, 200) || null : null
}

const tooLarge = (content: string): Fault[] =>
  content.length > LARGEST
    ? [{ column: null, path: null, because: 'This résumé has more than 1 MB; none is that long.' }]
    : []

const faultsOf = ({ facts, from }: Draft): Fault[] => {
  const parsed = createCandidate.safeParse(facts)
  return (parsed.error?.issues ?? []).map(({ path, message }) => {
    const [field = '', place] = path.map(String)
    const at = from.get(place === undefined ? field : `${field}.${place}`) ?? field
    return {
      column: null,
      path: at,
      because: field === 'name' && facts['name'] === '' ? 'The name is missing.' : message,
    }
  })
}

const drafted = ({ basics, work }: JsonResume, { source, tags }: ImportOptions): Draft => {
  const from = new Map<string, string>()
  const line = (field: string, path: string, text: string | undefined): string | null => {
    from.set(field, path)
    return text?.trim() || null
  }
  const { city, region, countryCode } = basics.location ?? {}
  // The latest stands first; one that has not ended is where somebody works.
  const present = work?.find(({ endDate }) => !endDate?.trim()) ?? work?.[0]
  return {
    from,
    facts: {
      name: line('name', 'basics.name', basics.name) ?? '',
      headline: line('headline', 'basics.label', basics.label),
      company: line('company', 'work.name', present?.name),
      location: line(
        'location',
        'basics.location',
        [city, region, countryCode].filter((part) => part?.trim()).join(', '),
      ),
      source,
      tags,
      emails: single(from, { list: 'emails', path: 'basics.email', kind: 'home' }, basics.email),
      phones: single(from, { list: 'phones', path: 'basics.phone', kind: 'mobile' }, basics.phone),
      links: linksOf(from, basics),
    },
  }
}

const single = (
  from: Map<string, string>,
  { list, path, kind }: { list: string; path: string; kind: string },
  text: string | undefined,
): { kind: string; value: string }[] => {
  from.set(`${list}.0`, path)
  const value = text?.trim()
  return value ? [{ kind, value }] : []
}

const linksOf = (from: Map<string, string>, { url, profiles }: JsonResume['basics']) => {
  const all = [
    { kind: 'website', value: url?.trim(), path: 'basics.url' },
    ...(profiles ?? []).map((profile, place) => ({
      kind: /github|gitlab|bitbucket/i.test(`${profile.network} ${profile.url}`) ? 'code' : 'profile',
      value: profile.url?.trim(),
      path: `basics.profiles.${place}.url`,
    })),
  ]
  const links: { kind: string; value: string }[] = []
  for (const { kind, value, path } of all) {
    if (!value || links.some((one) => one.value === value)) continue
    from.set(`links.${links.length}`, path)
    links.push({ kind, value })
  }
  return links
}

const LINES = ['name', 'headline', 'company', 'location', 'source'] as const
const LISTS = [
  ['email', 'emails'],
  ['phone', 'phones'],
  ['link', 'links'],
] as const

const shown = (facts: Record<string, unknown>): RowReading['said'] => {
  const read: RowReading['said'] = []
  for (const to of LINES) {
    const text = facts[to]
    if (typeof text === 'string' && text !== '') read.push({ to, label: null, text })
  }
  for (const [to, list] of LISTS) {
    for (const { value } of facts[list] as { value: string }[]) read.push({ to, label: null, text: value })
  }
  return read
}
